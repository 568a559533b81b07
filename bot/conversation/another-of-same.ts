import { isLive } from '../../api/bookings/schema.ts'
import { bookingInFull } from '../../api/bookings/queries/booking-in-full.ts'
import { readJoining } from '../../api/triage/slots/joining.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { beginBooking } from '../dialogues/begin-booking.ts'
import { plainSlots } from './corrections.ts'
import type { Answer, CustomerTurn } from './customer-turn.ts'
import { asksAnother } from './words/another-one.ts'
import { onSameDay } from './words/same-day.ts'

const LATELY_MS = 60 * 60_000
const LONGEST = 160
const NAMES_OTHER = ['item', 'venue', 'destination'] as const

/** 'And another one for my parents, just 2, same day', of the request that went out a moment ago: a request of its own for the same thing, which is read back. */
export async function anotherOfSame(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  const { ctx, said, state } = turn
  const { bookingId } = state.about ?? {}
  if (!bookingId || it.intent === 'case_report' || said.length > LONGEST || !asksAnother(said)) return undefined
  const before = await bookingInFull(ctx, bookingId)
  if (!before || before.it.contactId !== turn.contactId || !isLive(before.it.stage)) return undefined
  if (ctx.now.getTime() - before.it.requestedAt.getTime() > LATELY_MS) return undefined
  const told = plainSlots(turn.slotsFor(said, before.kindKey))
  if (NAMES_OTHER.some((name) => told[name] !== undefined && told[name] !== before.it.slots[name])) return undefined
  // 'one more seat, for my mother' is one more of them
  if (told['party_size'] === undefined && readJoining(said)) return undefined
  const { item, venue, destination, date, time } = before.it.slots
  const same = { item, venue, destination, ...(onSameDay(said) && { date, time }) }
  const known = Object.entries(same).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  )
  return beginBooking(turn, before.kindKey, { ...Object.fromEntries(known), ...told })
}
