import type { Ctx } from '../../context.ts'
import type { ConversationState } from '../schema.ts'
import { lockConversation } from './hand-over.ts'

/**
 * What the customer was booking in the chat has been booked elsewhere (the form): the chat asks no further for it. A turn that is being
 * thought about now was read with the draft, so its lease is broken: it is taken again with what is true then.
 */
export async function dropBookingDraft(ctx: Ctx, input: { conversationId: string; bookedAs: string }): Promise<void> {
  const it = await lockConversation(ctx, input.conversationId)
  const { draft, parked, ...rest } = it.state as ConversationState
  const state: ConversationState = {
    ...rest,
    ...(draft && draft.dialogue !== 'book' && { draft }),
    ...(parked && parked.dialogue !== 'book' && { parked }),
    about: { ...rest.about, bookingId: input.bookedAs },
  }
  await ctx.trx.raw(
    `update conversations set state = ?::jsonb, lease_no = lease_no + case when lease_until > now() then 1 else 0 end,
       lease_owner = null, lease_until = null where id = ?`,
    [JSON.stringify(state), it.id],
  )
}
