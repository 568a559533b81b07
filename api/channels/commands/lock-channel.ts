import type { Subject } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { ChannelRow } from '../model.ts'

/** A channel of this tenant that people look after; the API's own needs no care and is not shown. */
export async function lockChannel(ctx: Ctx, channelId: string): Promise<ChannelRow> {
  const row = await ChannelRow.query(ctx.trx).findById(channelId).whereNot('kind', 'api').forNoKeyUpdate()
  if (!row) throw new Refusal('not_found')
  return row
}

export const asSubject = (it: ChannelRow): Subject => ({
  kind: 'channel',
  id: it.id,
  chainHead: it.chainHead,
  chainCount: it.chainCount,
})
