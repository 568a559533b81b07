import type { BookingInFull } from '../../api/bookings/queries/booking-in-full.ts'
import type { Reach } from '../../api/conversations/queries.ts'
import type { Notice, Worded } from '../../api/outbox/schema.ts'
import { copyIn } from '../copy/copy.ts'
import { dueTime } from '../copy/formats.ts'
import { card, tapsOf, text } from '../messages.ts'
import { bookedCard, bookingCard, offeredWords, type Reader } from '../staff/cards.ts'
import { offerSentence } from './offered-time.ts'
import { differenceIn, differenceWords } from './price-words.ts'
import { bookingValues } from './values.ts'

export function bookingWords(notice: Notice, full: BookingInFull, reader: Reader): Worded[] {
  return notice.audience === 'customer' ? forCustomer(notice.event, full, reader) : forStaff(notice, full, reader)
}

function forCustomer(event: string, full: BookingInFull, reader: Reader): Worded[] {
  const copy = copyIn(reader.language)
  const { it } = full
  switch (event) {
    case 'booking.requested':
      return [text(requestedWords(full, reader))]
    case 'booking.confirmed':
      return [text(copy.booking.confirmed(it.reference)), bookedCard(full, reader)]
    case 'booking.declined': {
      const why = copy.staff.declineWhy[it.endedWhy as keyof typeof copy.staff.declineWhy] ?? ''
      const tap = tapsOf(reader)
      const acts = [tap(copy.menu.book, 'menu', 'book'), tap(copy.menu.person, 'menu', 'person')]
      return [text(copy.booking.declined({ reference: it.reference, why }), acts)]
    }
    case 'booking.reminder': {
      const { item = '', date = '', time = '' } = bookingValues(full, reader)
      const when = [date, time].filter(Boolean).join(' ')
      return [text(copy.news.reminder({ reference: it.reference, item, when }))]
    }
    case 'booking.cancelled': {
      if (!isOurs(it.endedWhy)) return [text(copy.booking.cancelled(it.reference))]
      const tap = tapsOf(reader)
      const acts = [tap(copy.menu.book, 'menu', 'book'), tap(copy.menu.person, 'menu', 'person')]
      const why = copy.booking.cancelWhy[it.endedWhy ?? ''] ?? ''
      return [text(copy.booking.cancelledByUs({ reference: it.reference, why }), acts)]
    }
    case 'booking.proposed':
      return it.proposal ? [offerCard(full, it.proposal.id, reader)] : []
    default:
      return []
  }
}

/** Not for a reason of the customer's own. */
const isOurs = (why: string | null): boolean => why === 'venue' || why === 'weather' || why === 'other'

/** Another time than was asked for, to take or not. It is a card: its buttons stay. */
function offerCard(full: BookingInFull, proposalId: string, reader: Reader): Worded {
  const copy = copyIn(reader.language)
  const tap = tapsOf(reader)
  const { id, reference, stage } = full.it
  return card({
    title: '',
    body: offerSentence(copy, { reference, when: offeredWords(full, reader), stage }),
    acts: [
      tap(copy.acts.offerYes, 'offer', id, proposalId, 'yes'),
      tap(copy.acts.offerNo, 'offer', id, proposalId, 'no'),
      tap(copy.menu.person, 'menu', 'person'),
    ],
    choices: true,
  })
}

/** What the customer hears when a request was taken: the reference, and what happens next. */
export function requestedWords(full: Pick<BookingInFull, 'it'>, reader: Reader): string {
  const copy = copyIn(reader.language).booking
  const { it } = full
  const due = it.slaDueAt ? dueTime(it.slaDueAt, reader.now, reader.language, reader.tenant.zone) : ''
  const held = it.seatsState === 'held' && it.seats ? `\n${copy.held(it.seats)}` : ''
  return `${copy.requested({ reference: it.reference, due })}${held}`
}

/** Whether the customer could be told of it; of older news nothing is known but that they were. */
const reachIn = ({ facts }: Notice): Reach =>
  facts['reach'] === 'no_chat' || facts['reach'] === 'blocked' ? facts['reach'] : 'told'

function forStaff(notice: Notice, full: BookingInFull, reader: Reader): Worded[] {
  const copy = copyIn(reader.language).staff
  const { reference } = full.it
  const who = full.ownerName ?? copy.nobody
  const card = (heading?: string) => bookingCard(full, reader, heading)
  const differs = differenceIn(notice)
  const price = differs ? `\n${copyIn(reader.language).price.toSettle(differenceWords(differs, reader.language))}` : ''
  switch (notice.event) {
    case 'booking.requested':
      return [card(copy.newBooking)]
    case 'booking.detail_added':
      return [card(copy.detail(reference))]
    case 'booking.sla_breach':
      return [text(copy.bookingBreach(reference)), card()]
    case 'booking.hold_expired':
      return [text(copy.holdExpired(reference)), card()]
    case 'booking.taken':
      return [card(copy.bookingTaken({ reference, who }))]
    case 'booking.cancelled': {
      const { acts } = copyIn(reader.language)
      if (notice.facts['byCustomer']) return [card(acts.customerCancelled(reference))]
      const by = String(notice.facts['who'] ?? '')
      const why = acts.cancelWhy[full.it.endedWhy as keyof typeof acts.cancelWhy] ?? full.it.endedWhy ?? ''
      const told = copy.customerTold[reachIn(notice)]
      return [by ? card(acts.bookingCancelled({ reference, who: by, why, told })) : card()]
    }
    case 'booking.cancel_asked':
      return [card(copyIn(reader.language).acts.wantsToCancel(reference))]
    case 'booking.moved_by_customer':
      return [card(`${copyIn(reader.language).acts.movedByCustomer(reference)}${price}`)]
    case 'booking.kept':
      return [card(copyIn(reader.language).acts.keptAfterAll(reference))]
    case 'booking.changed':
      return [card(copyIn(reader.language).acts.changed({ reference, who: String(notice.facts['who'] ?? '') }))]
    case 'booking.offer_accepted': {
      const { acts } = copyIn(reader.language)
      const words = full.it.stage === 'confirmed' ? acts.customerMoved(reference) : acts.customerTook(reference)
      return [card(`${words}${price}`)]
    }
    case 'booking.offer_declined':
      return [card(copyIn(reader.language).acts.customerDeclined(reference))]
    case 'booking.offer_lapsed':
      return [card(copyIn(reader.language).acts.offerLapsed(reference))]
    default:
      return [card()]
  }
}
