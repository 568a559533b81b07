import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { mustWork } from '../../policy.ts'
import { OutboxRow } from '../model.ts'
import { post } from './post.ts'

/** Sends a dead or unknown parcel again, as a new attempt with a new key; the old row stays and names its successor. */
export async function resendParcel(ctx: Ctx, input: { parcelId: string }): Promise<string> {
  mustWork(ctx, 'resend')
  const old = await OutboxRow.query(ctx.trx).findById(input.parcelId).forUpdate()
  if (!old) throw new Refusal('not_found')
  if (!['dead', 'unknown'].includes(old.state) || old.resentAs)
    throw new Refusal('parcel_not_resendable', { state: old.state })
  const id = post(ctx, {
    channelId: old.channelId,
    conversationId: old.conversationId,
    event: old.event,
    messages: old.messages,
    language: old.language,
    ...(old.caseId && { caseId: old.caseId }),
    ...(old.bookingId && { bookingId: old.bookingId }),
  })
  await old.$query(ctx.trx).patch({ resentAs: id })
  return id
}
