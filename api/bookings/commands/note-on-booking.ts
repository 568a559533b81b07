import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { MAX_NOTE, keepNote } from '../../conversations/commands/keep-note.ts'
import { Refusal } from '../../errors.ts'
import type { Booking } from '../model.ts'
import { bookingPolicy } from '../policy.ts'
import { asSubject, lockBooking } from './timeline.ts'
import { saysSomething } from '../../written.ts'

/** Adds a staff note. Its words are kept beside the timeline, which says only that there is one. */
export async function noteOnBooking(ctx: Ctx, input: { bookingId: string; text: string }): Promise<Booking> {
  const found = await lockBooking(ctx, input.bookingId)
  bookingPolicy.must(ctx, 'note', found)
  const text = input.text.trim().slice(0, MAX_NOTE)
  if (!saysSomething(text)) throw new Refusal('not_allowed', { action: 'note' }, 'text')
  record(ctx, asSubject(found), 'booking.noted', { noteId: await keepNote(ctx, { bookingId: found.id, text }) })
  return found
}
