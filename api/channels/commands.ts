import type { Ctx } from '../context.ts'
import { idOf } from '../db/base-model.ts'
import { database } from '../db/connection.ts'
import { encrypt } from '../secrets.ts'
import { ChannelRow } from './model.ts'
import { type ChannelKind, forgetChannels } from './queries.ts'

export type NewChannel = {
  key: string
  kind: ChannelKind
  name: string
  externalId?: string
  secret?: string
  token?: string
  liffId?: string
  loginChannelId?: string
}

/** Connects a channel; its credentials are encrypted before they reach the database. Saying it again updates it. */
export async function connectChannel(ctx: Ctx, it: NewChannel): Promise<string> {
  const row = await ChannelRow.query(ctx.trx)
    .insert({
      id: ctx.newId(),
      tenantId: ctx.tenantId,
      key: it.key,
      kind: it.kind,
      name: it.name,
      externalId: it.externalId ?? null,
      secretEnc: it.secret ? encrypt(it.secret) : null,
      tokenEnc: it.token ? encrypt(it.token) : null,
      liffId: it.liffId ?? null,
      loginChannelId: it.loginChannelId ?? null,
      pausedAt: null,
      pausedWhy: null,
    })
    .onConflict('key')
    .merge(['name', 'external_id', 'secret_enc', 'token_enc', 'liff_id', 'login_channel_id', 'paused_at', 'paused_why'])
    .returning('id')
  return idOf(row)
}

/** The platform refuses our account or sender: nothing more is tried until somebody connects the channel anew. Says whether it is news. */
export async function pauseChannel(it: { channelId: string; why: string }): Promise<boolean> {
  const { rowCount } = await database().machinery.query(
    'update channels set paused_at = desk_now(), paused_why = $2 where id = $1 and paused_at is null',
    [it.channelId, it.why],
  )
  forgetChannels()
  return rowCount === 1
}

/** The channel of what comes in over the API, made when it is first used. */
export async function channelForApi(ctx: Ctx, tenantKey: string): Promise<string> {
  const key = `${tenantKey}-api`
  const known = await ChannelRow.query(ctx.trx).findOne({ key, kind: 'api' })
  return known?.id ?? connectChannel(ctx, { key, kind: 'api', name: 'API' })
}
