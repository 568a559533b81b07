import type { Ctx } from '../../context.ts'

/** Pictures, sounds, files and places that came before anybody knew what they were about: now it is known. */
export async function tieEarlierFiles(
  ctx: Ctx,
  it: { conversationId: string; since: Date } & ({ caseId: string } | { bookingId: string }),
): Promise<void> {
  const column = 'caseId' in it ? 'case_id' : 'booking_id'
  const id = 'caseId' in it ? it.caseId : it.bookingId
  await ctx.trx.raw(
    `update messages set ${column} = ? where conversation_id = ? and happened_at >= ? and direction = 'in' and removed_at is null
       and case_id is null and booking_id is null and kind in ('image', 'video', 'audio', 'file', 'location')`,
    [id, it.conversationId, it.since],
  )
}

/** What was said while a booking was written down, or before it was clear what it is about: whoever takes it up reads it in the customer's own words. */
export async function tieEarlierWords(
  ctx: Ctx,
  it: { conversationId: string; since: Date } & ({ caseId: string } | { bookingId: string }),
): Promise<void> {
  const column = 'caseId' in it ? 'case_id' : 'booking_id'
  const id = 'caseId' in it ? it.caseId : it.bookingId
  await ctx.trx.raw(
    `update messages set ${column} = ? where conversation_id = ? and happened_at >= ? and direction = 'in' and removed_at is null
       and case_id is null and booking_id is null and body is not null and kind in ('text', 'audio')`,
    [id, it.conversationId, it.since],
  )
}
