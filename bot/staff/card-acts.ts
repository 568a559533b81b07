import { mayBeOffered } from '../../api/bookings/schema.ts'
import type { BookingInFull } from '../../api/bookings/queries/booking-in-full.ts'
import type { CaseInFull } from '../../api/cases/queries/case-in-full.ts'
import type { CaseStatus } from '../../api/cases/schema.ts'
import type { Hands } from '../../api/conversations/queries/in-staff-hands.ts'
import type { Act } from '../../api/outbox/schema.ts'
import type { Copy } from '../copy/copy.ts'
import type { TapMaker } from '../messages.ts'

/** Every button carries what it was made on (the state, the owner, the reopenings), so that one that was overtaken is known. */

/** What is mostly done next to a case; everything else stands behind 'more'. */
export function caseActs({ it, sop }: CaseInFull, copy: Copy, tap: TapMaker): Act[] {
  const { id, status, reopened } = it
  const claim = it.ownerId ? [] : [tap(copy.staff.claim, 'claim', id)]
  const reply = it.conversationId ? [tap(copy.staff.reply, 'reply', 'case', id)] : []
  const ask = it.conversationId ? [tap(copy.acts.ask, 'ask', id)] : []
  const resolve = tap(copy.staff.resolve, 'resolve', id)
  const more = tap(copy.acts.more, 'more', 'case', id)
  const steps = sop ? [tap(copy.knowledge.sop, 'sop', id)] : []
  switch (status) {
    case 'new':
      return [...claim, ...steps, ...reply, more]
    case 'investigating':
    case 'fixing':
      return [...claim, resolve, ...ask, ...reply, ...steps, more]
    case 'waiting_customer':
    case 'waiting_provider':
      return [
        ...claim,
        tap(copy.staff.investigating, 'move', id, 'investigating', status),
        resolve,
        ...reply,
        ...steps,
        more,
      ]
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

/** To take a chat or to give it back, whichever it is now; the button knows since when it has been so. */
export const handsAct = (conversationId: string, { mode, since }: Hands, copy: Copy, tap: TapMaker): Act =>
  mode === 'staff'
    ? tap(copy.staff.handBack, 'hand_back', conversationId, stampOf(since))
    : tap(copy.acts.handOver, 'hand_over', conversationId, stampOf(since))

const stampOf = (since: Date | null): string => (since?.getTime() ?? 0).toString(36)

/** What a button of a chat saw. */
export function seenIn(stamp: string | undefined): Date | null | undefined {
  if (!stamp) return undefined
  return stamp === '0' ? null : new Date(Number.parseInt(stamp, 36))
}

export function moreCaseActs({ it }: CaseInFull, hands: Hands | undefined, copy: Copy, tap: TapMaker): Act[] {
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
    ...(it.conversationId && hands ? [handsAct(it.conversationId, hands, copy, tap)] : []),
    tap(copy.acts.outside, 'outside', 'case', id),
    tap(copy.acts.notACase, 'mistaken', 'case', id),
  ]
}

export const isOver = (it: { status: string }): boolean => it.status === 'resolved' || it.status === 'closed'

/** Somebody of ours has to answer it still. */
export const isWaiting = (it: { stage: string }): boolean =>
  ['new', 'qualified', 'quoted', 'accepted'].includes(it.stage)

/** It can still be cancelled. */
export const stands = (it: { stage: string }): boolean => !['completed', 'cancelled', 'lost'].includes(it.stage)

export function bookingActs({ it }: BookingInFull, copy: Copy, tap: TapMaker): Act[] {
  const reply = it.conversationId ? [tap(copy.staff.reply, 'reply', 'booking', it.id)] : []
  const more = tap(copy.acts.more, 'more', 'booking', it.id)
  const cancel = stands(it) ? [tap(copy.acts.cancelIt, 'cancel', it.id)] : []
  const propose = it.conversationId && mayBeOffered(it) ? [tap(copy.acts.propose, 'propose', it.id)] : []
  if (!isWaiting(it)) return [...reply, ...propose, ...cancel, tap(copy.acts.note, 'note', 'booking', it.id)]
  return [
    tap(copy.staff.confirm, 'confirm', it.id),
    tap(copy.staff.decline, 'decline', it.id),
    ...(it.ownerId ? [] : [tap(copy.staff.take, 'take', it.id, '')]),
    ...reply,
    more,
  ]
}

export function moreBookingActs({ it }: BookingInFull, hands: Hands | undefined, copy: Copy, tap: TapMaker): Act[] {
  return [
    ...(it.conversationId && mayBeOffered(it) ? [tap(copy.acts.propose, 'propose', it.id)] : []),
    ...(it.ownerId ? [tap(copy.acts.takeOver, 'take', it.id, it.ownerId)] : []),
    tap(copy.acts.give, 'give', 'booking', it.id),
    tap(copy.acts.note, 'note', 'booking', it.id),
    ...(it.conversationId && hands ? [handsAct(it.conversationId, hands, copy, tap)] : []),
    tap(copy.acts.outside, 'outside', 'booking', it.id),
    tap(copy.acts.cancelIt, 'cancel', it.id),
    tap(copy.acts.notABooking, 'mistaken', 'booking', it.id),
  ]
}
