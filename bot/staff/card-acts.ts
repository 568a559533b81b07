import type { BookingInFull } from '../../api/bookings/queries/booking-in-full.ts'
import type { CaseInFull } from '../../api/cases/queries/case-in-full.ts'
import type { CaseStatus } from '../../api/cases/schema.ts'
import type { Act } from '../../api/outbox/schema.ts'
import type { Copy } from '../copy/copy.ts'
import type { TapMaker } from '../messages.ts'

/** Every button carries what it was made on (the state, the owner, the reopenings), so that one that was overtaken is known. */

/** What is mostly done next to a case; everything else stands behind 'more'. */
export function caseActs({ it }: CaseInFull, copy: Copy, tap: TapMaker): Act[] {
  const { id, status, reopened } = it
  const claim = it.ownerId ? [] : [tap(copy.staff.claim, 'claim', id)]
  const reply = it.conversationId ? [tap(copy.staff.reply, 'reply', 'case', id)] : []
  const ask = it.conversationId ? [tap(copy.acts.ask, 'ask', id)] : []
  const resolve = tap(copy.staff.resolve, 'resolve', id)
  const more = tap(copy.acts.more, 'more', 'case', id)
  switch (status) {
    case 'new':
      return [...claim, ...reply, more]
    case 'investigating':
    case 'fixing':
      return [...claim, resolve, ...ask, ...reply, more]
    case 'waiting_customer':
    case 'waiting_provider':
      return [...claim, tap(copy.staff.investigating, 'move', id, 'investigating', status), resolve, ...reply, more]
    case 'resolved':
      return [
        tap(copy.staff.close, 'close', id, reopened),
        tap(copy.staff.reopen, 'reopen', id, reopened),
        ...reply,
        tap(copy.acts.note, 'note', 'case', id),
      ]
    case 'closed':
      return [tap(copy.staff.reopen, 'reopen', id, reopened), tap(copy.acts.note, 'note', 'case', id)]
  }
}

export function moreCaseActs({ it }: CaseInFull, copy: Copy, tap: TapMaker): Act[] {
  const { id, status } = it
  const to = (label: string, state: CaseStatus) => (status === state ? [] : [tap(label, 'move', id, state, status)])
  const waiting = status === 'waiting_customer' || status === 'waiting_provider'
  const moves =
    status === 'new'
      ? []
      : [
          ...to(copy.staff.fixing, 'fixing'),
          ...to(copy.staff.waitCustomer, 'waiting_customer'),
          ...to(copy.staff.waitProvider, 'waiting_provider'),
          ...(waiting ? [] : to(copy.staff.investigating, 'investigating')),
        ]
  const ask = it.conversationId && (status === 'new' || waiting) ? [tap(copy.acts.ask, 'ask', id)] : []
  return [
    ...moves,
    ...ask,
    tap(copy.acts.give, 'give', 'case', id),
    tap(copy.acts.note, 'note', 'case', id),
    tap(copy.acts.order, 'order', id),
    tap(copy.acts.provider, 'provider', id),
    tap(copy.acts.type, 'type', id),
    tap(copy.acts.severity, 'severity', id),
    tap(copy.acts.escalate, 'escalate', id),
    ...(it.conversationId ? [tap(copy.acts.handOver, 'hand_over', it.conversationId)] : []),
    tap(copy.acts.outside, 'outside', 'case', id),
    tap(copy.acts.notACase, 'mistaken', 'case', id),
  ]
}

const waits = (it: { stage: string }): boolean => ['new', 'qualified', 'quoted', 'accepted'].includes(it.stage)

export function bookingActs({ it }: BookingInFull, copy: Copy, tap: TapMaker): Act[] {
  const reply = it.conversationId ? [tap(copy.staff.reply, 'reply', 'booking', it.id)] : []
  const more = tap(copy.acts.more, 'more', 'booking', it.id)
  if (!waits(it)) return [...reply, tap(copy.acts.note, 'note', 'booking', it.id)]
  return [
    tap(copy.staff.confirm, 'confirm', it.id),
    tap(copy.staff.decline, 'decline', it.id),
    ...(it.ownerId ? [] : [tap(copy.staff.take, 'take', it.id, '')]),
    ...reply,
    more,
  ]
}

export function moreBookingActs({ it }: BookingInFull, copy: Copy, tap: TapMaker): Act[] {
  const mayPropose = it.conversationId && (it.stage === 'new' || it.stage === 'qualified')
  return [
    ...(mayPropose ? [tap(copy.acts.propose, 'propose', it.id)] : []),
    ...(it.ownerId ? [tap(copy.acts.takeOver, 'take', it.id, it.ownerId)] : []),
    tap(copy.acts.give, 'give', 'booking', it.id),
    tap(copy.acts.note, 'note', 'booking', it.id),
    ...(it.conversationId ? [tap(copy.acts.handOver, 'hand_over', it.conversationId)] : []),
    tap(copy.acts.outside, 'outside', 'booking', it.id),
    tap(copy.acts.notABooking, 'mistaken', 'booking', it.id),
  ]
}
