import { confirmBooking } from '../../api/bookings/commands/confirm-booking.ts'
import { declineBooking } from '../../api/bookings/commands/end-booking.ts'
import { takeBooking } from '../../api/bookings/commands/move-booking.ts'
import { bookingById, bookingInFull } from '../../api/bookings/queries/booking-in-full.ts'
import { claimCase } from '../../api/cases/commands/claim-case.ts'
import { closeCase } from '../../api/cases/commands/close-case.ts'
import { moveCase } from '../../api/cases/commands/move-case.ts'
import { reopenCase } from '../../api/cases/commands/reopen-case.ts'
import { resolveCase } from '../../api/cases/commands/resolve-case.ts'
import { caseInFull } from '../../api/cases/queries/case-in-full.ts'
import { caseById, rootCauses } from '../../api/cases/queries/cases-of-contact.ts'
import { handBack } from '../../api/conversations/commands/hand-over.ts'
import { Refusal } from '../../api/errors.ts'
import { resendParcel } from '../../api/outbox/commands/resend.ts'
import { notifyCustomer } from '../../api/notifications/commands.ts'
import { uuidPattern } from '../../api/ids.ts'
import { card, tapsOf, text } from '../messages.ts'
import type { Tap } from '../taps.ts'
import { bookingCard, caseCard, nameIn } from './cards.ts'
import { customerOf, startReply, cancelReply, sendReply } from './reply-to-customer.ts'
import type { StaffAnswer, StaffTurn } from './staff-turn.ts'

const workingStates = ['investigating', 'waiting_customer', 'waiting_provider', 'fixing'] as const

const isWaiting = (it: { stage: string }): boolean => ['new', 'qualified', 'quoted', 'accepted'].includes(it.stage)

/** One tap, one command; the answer is the present card, so that the newest card is always the true one. */
export async function actOnTap(turn: StaffTurn, tap: Tap): Promise<StaffAnswer> {
  const { ctx, copy, who } = turn
  const [first = '', second = ''] = tap.args
  if (tap.action === 'reply') return startReply(turn, first, second)
  if (tap.action === 'reply_send') return sendReply(turn, first)
  if (tap.action === 'reply_cancel') return cancelReply(turn, first)
  if (tap.action === 'purpose') return { say: [text(copy.refusal.group_purpose_taken)] }
  if (!uuidPattern.test(first)) return { say: [text(copy.refusal.not_found)] }
  switch (tap.action) {
    case 'claim': {
      const it = await claimCase(ctx, { caseId: first })
      return withCaseCard(turn, first, copy.staff.claimed({ reference: it.reference, owner: who.name }))
    }
    case 'move':
      return move(turn, first, second)
    case 'resolve':
      return second ? resolve(turn, first, second) : askCause(turn, first)
    case 'close': {
      const it = await closeCase(ctx, { caseId: first })
      return withCaseCard(turn, first, copy.staff.closed(it.reference))
    }
    case 'reopen': {
      const before = await caseById(ctx, first)
      const it = await reopenCase(ctx, { caseId: first })
      const was = before?.status === 'resolved' || before?.status === 'closed'
      const words = { reference: it.reference, status: copy.staff.caseStatus[it.status] }
      return withCaseCard(turn, first, was ? copy.staff.moved({ ...words, who: who.name }) : copy.staff.stale(words))
    }
    case 'show':
      return withCaseCard(turn, first)
    case 'confirm': {
      const before = await bookingById(ctx, first)
      if (before && !isWaiting(before)) return stale(turn, first)
      const it = await confirmBooking(ctx, { bookingId: first })
      return withBookingCard(turn, first, copy.staff.bookingConfirmed({ reference: it.reference, who: who.name }))
    }
    case 'decline':
      return second ? decline(turn, first, second) : askWhyDecline(turn, first)
    case 'take': {
      const before = await bookingById(ctx, first)
      if (before && !isWaiting(before)) return stale(turn, first)
      const it = await takeBooking(ctx, { bookingId: first })
      return withBookingCard(turn, first, copy.staff.bookingTaken({ reference: it.reference, who: who.name }))
    }
    case 'resend': {
      await resendParcel(ctx, { parcelId: first })
      return { say: [text(copy.news.resent())] }
    }
    case 'hand_back': {
      const given = await handBack(ctx, { conversationId: first, why: 'staff' })
      if (!given) return { say: [text(copy.staff.nobodyIsWaiting())] }
      const { name, language } = await customerOf(ctx, first, copy)
      await notifyCustomer(ctx, first, language ?? turn.reader.tenant.language, {
        event: 'conversation.handed_back',
        conversationId: first,
      })
      return { say: [text(copy.staff.handedBack(name))] }
    }
    default:
      return { say: [text(copy.refusal.not_found)] }
  }
}

async function move(turn: StaffTurn, caseId: string, to: string): Promise<StaffAnswer> {
  const state = workingStates.find((it) => it === to)
  const before = await caseById(turn.ctx, caseId)
  if (!state || !before) throw new Refusal('not_found')
  const same = before.status === state
  const it = await moveCase(turn.ctx, { caseId, to: state })
  const words = { reference: it.reference, status: turn.copy.staff.caseStatus[it.status] }
  return withCaseCard(
    turn,
    caseId,
    same ? turn.copy.staff.stale(words) : turn.copy.staff.moved({ ...words, who: turn.who.name }),
  )
}

async function askCause(turn: StaffTurn, caseId: string): Promise<StaffAnswer> {
  const { copy, ctx } = turn
  const it = await caseById(ctx, caseId)
  if (!it) throw new Refusal('not_found')
  if (it.status === 'resolved' || it.status === 'closed')
    return withCaseCard(
      turn,
      caseId,
      copy.staff.stale({ reference: it.reference, status: copy.staff.caseStatus[it.status] }),
    )
  const tap = tapsOf(turn.reader.tenant.id)
  const acts = (await rootCauses(ctx))
    .slice(0, 12)
    .map((cause) => tap(nameIn(cause.names, turn.reader.language), 'resolve', caseId, cause.key))
  return { say: [card({ title: it.reference, body: copy.staff.whichCause(it.reference), acts })] }
}

async function resolve(turn: StaffTurn, caseId: string, rootCause: string): Promise<StaffAnswer> {
  const { copy, ctx } = turn
  const before = await caseById(ctx, caseId)
  if (before?.status === 'resolved' || before?.status === 'closed')
    return withCaseCard(
      turn,
      caseId,
      copy.staff.stale({ reference: before.reference, status: copy.staff.caseStatus[before.status] }),
    )
  const it = await resolveCase(ctx, { caseId, rootCause })
  return withCaseCard(turn, caseId, copy.staff.resolved({ reference: it.reference, who: turn.who.name }))
}

async function askWhyDecline(turn: StaffTurn, bookingId: string): Promise<StaffAnswer> {
  const { copy, ctx } = turn
  const it = await bookingById(ctx, bookingId)
  if (!it) throw new Refusal('not_found')
  if (!isWaiting(it)) return stale(turn, bookingId)
  const tap = tapsOf(turn.reader.tenant.id)
  const whys = Object.entries(copy.staff.declineWhy)
  return {
    say: [
      card({
        title: it.reference,
        body: copy.staff.whyDecline(it.reference),
        acts: whys.map(([key, words]) => tap(words, 'decline', bookingId, key)),
      }),
    ],
  }
}

async function decline(turn: StaffTurn, bookingId: string, why: string): Promise<StaffAnswer> {
  const before = await bookingById(turn.ctx, bookingId)
  if (before && !isWaiting(before)) return stale(turn, bookingId)
  const it = await declineBooking(turn.ctx, { bookingId, why })
  return withBookingCard(turn, bookingId, turn.copy.staff.bookingEnded({ reference: it.reference, who: turn.who.name }))
}

async function stale(turn: StaffTurn, bookingId: string): Promise<StaffAnswer> {
  const it = await bookingById(turn.ctx, bookingId)
  if (!it) throw new Refusal('not_found')
  return withBookingCard(
    turn,
    bookingId,
    turn.copy.staff.stale({ reference: it.reference, status: turn.copy.staff.stage[it.stage] }),
  )
}

async function withCaseCard(turn: StaffTurn, caseId: string, words?: string): Promise<StaffAnswer> {
  const full = await caseInFull(turn.ctx, caseId)
  if (!full) throw new Refusal('not_found')
  return { say: [...(words ? [text(words)] : []), caseCard(full, turn.reader)] }
}

async function withBookingCard(turn: StaffTurn, bookingId: string, words: string): Promise<StaffAnswer> {
  const full = await bookingInFull(turn.ctx, bookingId)
  if (!full) throw new Refusal('not_found')
  return { say: [text(words), bookingCard(full, turn.reader)] }
}
