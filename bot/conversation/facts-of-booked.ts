import { isLive } from '../../api/bookings/schema.ts'
import { bookingInFull } from '../../api/bookings/queries/booking-in-full.ts'
import type { Draft } from '../../api/conversations/schema.ts'
import { factsInBooking } from '../dialogues/answer-from-catalogue.ts'
import type { Answer, CustomerTurn } from './customer-turn.ts'

/** 'Great, what time does it finish?', of what they have just asked for. */
export async function factsOfBooked(turn: CustomerTurn, bookingId: string): Promise<Answer | undefined> {
  const booking = await bookingInFull(turn.ctx, bookingId)
  if (!booking || booking.it.contactId !== turn.contactId || !isLive(booking.it.stage)) return undefined
  const { item, date, note, party_size: people } = booking.it.slots
  const answers: Draft['answers'] = Object.fromEntries(
    Object.entries({ item, date, note, party_size: people }).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
    ),
  )
  const startedAt = booking.it.requestedAt.toISOString()
  return factsInBooking(turn, { id: bookingId, dialogue: 'book', kind: booking.kindKey, answers, startedAt })
}
