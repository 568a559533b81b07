import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import type { ChannelRow } from '../model.ts'
import { channelPolicy } from '../policy.ts'
import { webhookUrlOf } from '../presenter.ts'
import { type Channel, channelOf, channelRow } from '../queries.ts'
import { healthOf } from './health.ts'
import { recipientsOf } from './recipients.ts'

export type ChannelToCheck = {
  name: string
  kind: 'line' | 'whatsapp'
  webhookUrl: string
  /** whom it is checked for: without its credentials there is nothing to ask the platform with */
  channel: Channel | 'off' | 'missing' | 'unreadable'
  liffComplete: boolean
  inGroup: boolean
  recipients: number
  /** somebody hears the desk's news, on whatever channel */
  newsIsHeard: boolean
  lastEventAt: string | null
}

/** What the desk itself knows of a channel before the platform is asked. */
export async function channelToCheck(ctx: Ctx, channelId: string): Promise<ChannelToCheck> {
  const row = await channelRow(ctx, channelId)
  if (!row || row.kind === 'api') throw new Refusal('not_found')
  channelPolicy.must(ctx, 'check', row)
  const { rows: groups } = (await ctx.trx.raw(
    `select 1 from conversations where channel_id = ? and kind = 'group' and purpose is not null limit 1`,
    [channelId],
  )) as { rows: unknown[] }
  const { rows: listeners } = (await ctx.trx.raw(
    `select 1 from conversations where (kind = 'group' and purpose = 'staff' and alerts is not false) or (kind = 'direct' and alerts) limit 1`,
  )) as { rows: unknown[] }
  const { groups: told, staff } = await recipientsOf(ctx, channelId)
  return {
    name: row.name,
    kind: row.kind,
    webhookUrl: webhookUrlOf(row) ?? '',
    channel: credentialsOf(row),
    liffComplete: (row.liffId === null) === (row.loginChannelId === null),
    inGroup: groups.length > 0,
    recipients: [...told, ...staff].filter((it) => it.chosen).length,
    newsIsHeard: listeners.length > 0,
    lastEventAt: (await healthOf(ctx, row)).lastEventAt,
  }
}

function credentialsOf(row: ChannelRow): ChannelToCheck['channel'] {
  if (!row.active) return 'off'
  if (!row.secretEnc || !row.tokenEnc) return 'missing'
  try {
    return channelOf({
      id: row.id,
      tenant_id: row.tenantId,
      key: row.key,
      kind: row.kind,
      name: row.name,
      external_id: row.externalId,
      secret_enc: row.secretEnc,
      token_enc: row.tokenEnc,
      liff_id: row.liffId,
      login_channel_id: row.loginChannelId,
    })
  } catch {
    // under a key that is gone: told, so that the admin can give the credentials again
    return 'unreadable'
  }
}
