import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { encrypt } from '../../secrets.ts'
import { ChannelRow } from '../model.ts'
import { mustConnect } from '../policy.ts'
import { forgetChannels } from '../queries.ts'
import type { NewChannel } from '../schema.ts'
import { mustBeFree } from './sender-taken.ts'

const MOST_OF_A_KIND = 50

/** Connects an account. A key that is taken, by whomever, is refused; without one the business's own key makes it. */
export async function addChannel(ctx: Ctx, it: NewChannel): Promise<string> {
  mustConnect(ctx)
  if (it.kind === 'whatsapp') await mustBeFree(ctx, { kind: it.kind, externalId: it.sender })
  for (const key of it.key ? [it.key] : await keysFor(ctx, it.kind)) {
    const id = await insert(ctx, it, key)
    if (!id) continue
    record(ctx, { kind: 'channel', id, chainHead: null, chainCount: 0 }, 'channel.connected', { kind: it.kind, key })
    // somebody may have asked for this key a moment ago, and nobody was remembered
    ctx.afterCommit(forgetChannels)
    return id
  }
  throw new Refusal('channel_key_taken', {}, 'key')
}

/** Keys are unique on the whole desk: a conflict is all that is learned about another tenant's. */
async function insert(ctx: Ctx, it: NewChannel, key: string): Promise<string | undefined> {
  const id = ctx.newId()
  const { rows } = (await ctx.trx.raw(
    `insert into channels (id, tenant_id, key, kind, name, external_id, secret_enc, token_enc, liff_id, login_channel_id)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing returning id`,
    [id, ctx.tenantId, key, it.kind, it.name, ...valuesOf(it)],
  )) as { rows: { id: string }[] }
  return rows[0]?.id
}

const valuesOf = (it: NewChannel): (string | Buffer | null)[] =>
  it.kind === 'line'
    ? [null, encrypt(it.secret), encrypt(it.token), it.liffId ?? null, it.loginChannelId ?? null]
    : [it.sender, encrypt(it.authToken), encrypt(it.accountSid), null, null]

async function keysFor(ctx: Ctx, kind: NewChannel['kind']): Promise<string[]> {
  const { rows } = (await ctx.trx.raw('select key from tenants where id = ?', [ctx.tenantId])) as {
    rows: { key: string }[]
  }
  const own = new Set((await ChannelRow.query(ctx.trx).select('key')).map((row) => row.key))
  const stem = `${rows[0]?.key}-${kind}`
  const keys = Array.from({ length: MOST_OF_A_KIND }, (_, index) => (index === 0 ? stem : `${stem}-${index + 1}`))
  return keys.filter((key) => !own.has(key))
}
