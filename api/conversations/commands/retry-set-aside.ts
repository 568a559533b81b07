import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { mustWork } from '../../policy.ts'
import { Conversation } from '../model.ts'
import { asSubject, lockConversation } from './hand-over.ts'

/** Puts an event that could not be handled back among the unanswered ones: the next process that looks takes its turn. */
export async function retrySetAside(ctx: Ctx, input: { eventId: string }): Promise<void> {
  mustWork(ctx, 'retry')
  // the conversation first, as in every turn; of two who press at once, the second finds it put back already
  const { rows } = (await ctx.trx.raw(`select channel_id, source_id from inbox where id = ? and state = 'aside'`, [
    input.eventId,
  ])) as { rows: { channel_id: string; source_id: string }[] }
  const lane = rows[0]
  if (!lane) throw new Refusal('not_found')
  const known = await Conversation.query(ctx.trx).findOne(lane)
  const conversation = known && (await lockConversation(ctx, known.id))
  const { rowCount } = (await ctx.trx.raw(
    `update inbox set state = 'waiting', attempts = 0, trouble_id = null where id = ? and state = 'aside'`,
    [input.eventId],
  )) as { rowCount: number }
  if (rowCount === 0) throw new Refusal('not_found')
  if (conversation) record(ctx, asSubject(conversation), 'conversation.event_retried', { eventId: input.eventId })
}
