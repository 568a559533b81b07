import { tellMore } from '../../api/bookings/commands/tell-more.ts'
import { bookingById } from '../../api/bookings/queries/booking-in-full.ts'
import { addDetail } from '../../api/cases/commands/add-detail.ts'
import { caseById } from '../../api/cases/queries/cases-of-contact.ts'
import { staffWroteLast } from '../../api/conversations/queries.ts'
import { isLive } from '../../api/bookings/schema.ts'
import { readYesNo } from '../../api/triage/slots/yes-no.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { text } from '../messages.ts'
import { type Answer, answer, type CustomerTurn } from './customer-turn.ts'
import { type Known, newsOf } from './put-right.ts'
import { factsOfBooked } from './facts-of-booked.ts'
import { looksAsked } from './words/set-words.ts'

const SURELY = 0.75

/** Staff asked something: what is said next is the answer, unless it is clearly another matter. */
export async function answeredStaff(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  if (isAnotherMatter(it)) return undefined
  return (await answeredAboutCase(turn, it)) ?? answeredInChat(turn, it)
}

/** A case that waits for just that. */
async function answeredAboutCase(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  const caseId = turn.state.about?.caseId
  const found = caseId ? await caseById(turn.ctx, caseId) : undefined
  if (found?.status !== 'waiting_customer' || found.contactId !== turn.contactId) return undefined
  return toldOfCase(turn, found, it)
}

const FRESH_MS = 24 * 60 * 60_000

/** A colleague wrote to them last, about a case or a booking: 'yes, that is fine' is said to the colleague, and not to a bot that has asked nothing. */
async function answeredInChat(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  if (turn.inGroup || (it.intent === 'case_report' && it.intentConfidence >= SURELY)) return undefined
  const wrote = await staffWroteLast(turn.ctx, turn.conversationId)
  if (!wrote || turn.ctx.now.getTime() - wrote.happenedAt.getTime() > FRESH_MS) return undefined
  // 'all right' to words that asked nothing asks nothing of anybody
  if (readYesNo(turn.said) && !looksAsked(wrote.body ?? '')) return undefined
  const found = wrote.caseId ? await caseById(turn.ctx, wrote.caseId) : undefined
  if (found && found.contactId === turn.contactId && found.status !== 'resolved' && found.status !== 'closed')
    return toldOfCase(turn, found, it)
  const booking = wrote.bookingId ? await bookingById(turn.ctx, wrote.bookingId) : undefined
  if (!booking || booking.contactId !== turn.contactId || !isLive(booking.stage)) return undefined
  return (await factsOfBooked(turn, booking.id)) ?? toldOfBooking(turn, booking)
}

async function toldOfCase(turn: CustomerTurn, found: Told & Known, it: Understanding): Promise<Answer> {
  const { id, reference } = found
  await addDetail(turn.ctx, { caseId: id, ...(await newsOf(turn, found, it)) })
  return { ...answer(turn, [text(heardOf(turn)(reference))], { about: { caseId: id } }), caseId: id }
}

type Told = { id: string; reference: string }

/** Their words stand on the booking's card, and its staff hear of them. */
export async function toldOfBooking(turn: CustomerTurn, { id, reference }: Told): Promise<Answer> {
  await tellMore(turn.ctx, { bookingId: id })
  return { ...answer(turn, [text(heardOf(turn)(reference))], { about: { bookingId: id } }), bookingId: id }
}

const isAnotherMatter = (it: Understanding): boolean =>
  it.severity === 'critical' ||
  (['handoff', 'booking_request', 'status_query'].includes(it.intent) && it.intentConfidence >= SURELY)

/** A question is not only added to what is known: it is answered by those who read it. */
const heardOf = ({ copy, said }: CustomerTurn): ((reference: string) => string) =>
  looksAsked(said) ? copy.case.passedOn : copy.case.noted
