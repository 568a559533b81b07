import { resendParcel } from '../../api/outbox/commands/resend.ts'
import { uuidPattern } from '../../api/ids.ts'
import { text } from '../messages.ts'
import type { Tap } from '../taps.ts'
import * as bookings from './acts/bookings.ts'
import * as facts from './acts/case-facts.ts'
import * as life from './acts/case-life.ts'
import { chatOutside, giveChatBack, takeChat, withChatCard } from './acts/chats.ts'
import { decideOnDraft, showDraft, showSteps } from './acts/knowledge.ts'
import { askWho } from './acts/give.ts'
import * as erase from './acts/erase.ts'
import { mistaken } from './acts/mistaken.ts'
import { allNotes } from './acts/notes.ts'
import { more } from './acts/more.ts'
import { withBookingCard, withCaseCard } from './acts/present.ts'
import { providerThenResolve, resolve } from './acts/resolve.ts'
import { askOtherTime, proposeSlot } from './acts/propose.ts'
import { helpAnswer } from './commands/help.ts'
import { find, mine, pageSaid, queue } from './commands/lists.ts'
import { cancelReply, sendReply, startWriting } from './reply-to-customer.ts'
import type { StaffAnswer, StaffTurn } from './staff-turn.ts'

type Act = (turn: StaffTurn, args: string[]) => Promise<StaffAnswer>

/** A button that needs something chosen first: without the choice it asks. */
const chosen =
  (
    ask: (turn: StaffTurn, id: string) => Promise<StaffAnswer>,
    act: (turn: StaffTurn, id: string, choice: string, seen?: string) => Promise<StaffAnswer>,
  ): Act =>
  (turn, [id = '', choice, seen]) =>
    choice ? act(turn, id, choice, seen) : ask(turn, id)

/** What each button of the staff group does. One tap, one command; the answer is the present card. */
const acts: Partial<Record<Tap['action'], Act>> = {
  claim: (turn, [id = '']) => life.takeCase(turn, id),
  move: (turn, [id = '', to = '', seen]) => life.changeState(turn, id, to, seen),
  resolve: (turn, [id = '', cause, times]) => resolve(turn, id, cause, times),
  close: (turn, [id = '', times]) => life.close(turn, id, times),
  reopen: (turn, [id = '', times]) => life.reopen(turn, id, times),
  severity: chosen(facts.askSeverity, facts.changeSeverity),
  type: chosen(facts.askType, facts.changeType),
  provider: (turn, args) => (args[1] ? providerThenResolve(turn, args) : facts.askProvider(turn, args[0] ?? '')),
  escalate: chosen(facts.askWhyEscalate, (turn, id, because) => facts.escalate(turn, id, { because })),
  ask: (turn, [id = '']) => startWriting(turn, 'ask', 'case', id),
  order: (turn, [id = '']) => startWriting(turn, 'order', 'case', id),
  confirm: (turn, [id = '', asIs]) => bookings.confirm(turn, id, asIs),
  decline: chosen(bookings.askWhyDecline, bookings.decline),
  cancel: chosen(bookings.askWhyCancel, bookings.cancel),
  take: (turn, [id = '', from = '']) => bookings.take(turn, id, from),
  propose: chosen(askOtherTime, proposeSlot),
  resend,
  article: chosen(showDraft, decideOnDraft),
  sop: (turn, [id = '']) => showSteps(turn, id),
  erase: chosen(erase.askErase, (turn, id) => erase.erase(turn, id)),
  hand_over: (turn, [id = '', seen]) => takeChat(turn, id, seen),
  hand_back: (turn, [id = '', seen]) => giveChatBack(turn, id, seen),
  show: (turn, [id = '', kind]) => (kind === 'booking' ? withBookingCard(turn, id) : withCaseCard(turn, id)),
}

async function resend({ ctx, copy }: StaffTurn, [id = '']: string[]): Promise<StaffAnswer> {
  await resendParcel(ctx, { parcelId: id })
  return { say: [text(copy.news.resent())] }
}

/** Buttons that name what kind of thing they are about before its id. */
const ofAKind: Partial<Record<Tap['action'], (turn: StaffTurn, kind: string, args: string[]) => Promise<StaffAnswer>>> =
  {
    reply: (turn, kind, [id = '']) => startWriting(turn, 'reply', kind, id),
    note: (turn, kind, [id = '']) => startWriting(turn, 'note', kind, id),
    notes: (turn, kind, [id = '']) => allNotes(turn, kind === 'booking' ? 'booking' : 'case', id),
    more: (turn, kind, [id = '']) => more(turn, kind, id),
    give: (turn, kind, [id = '', staffId, seen]) => {
      const about = kind === 'booking' ? 'booking' : 'case'
      if (!staffId) return askWho(turn, about, id)
      return about === 'booking' ? bookings.give(turn, id, staffId, seen) : facts.giveCase(turn, id, staffId, seen)
    },
    mistaken: (turn, kind, [id = '', intent]) => mistaken(turn, kind === 'booking' ? 'booking' : 'case', id, intent),
    outside: (turn, kind, [id = '']) => {
      if (kind === 'conversation') return chatOutside(turn, id)
      return kind === 'booking' ? bookings.bookingOutside(turn, id) : facts.caseOutside(turn, id)
    },
  }

const ofNoSubject = new Set<Tap['action']>(['reply_send', 'reply_cancel', 'queue', 'mine', 'find', 'help'])

/** What staff tap, in their group or in a chat of their own; everything else is asked of customers, or of groups. */
export const isOfStaff = (action: Tap['action']): boolean =>
  action in acts || action in ofAKind || ofNoSubject.has(action)

const ofBookings = new Set<Tap['action']>(['confirm', 'decline', 'cancel', 'take', 'propose'])
const ofChats = new Set<Tap['action']>(['hand_over', 'hand_back', 'erase'])

/** A button that is too old does nothing: the card of what it was about, as it is now. */
export async function afreshInstead(turn: StaffTurn, { action, args }: Tap): Promise<StaffAnswer> {
  const { copy, state } = turn
  const [first = '', second = ''] = args
  const named = action in ofAKind
  const kind = named ? first : ofBookings.has(action) ? 'booking' : ofChats.has(action) ? 'conversation' : 'case'
  const id = named ? second : first
  const words = copy.acts.expired()
  if (!uuidPattern.test(id) || !(named || action in acts) || action === 'resend') return { say: [text(words)], state }
  if (kind === 'conversation') return { ...(await withChatCard(turn, id, words)), state }
  return {
    ...(kind === 'booking' ? await withBookingCard(turn, id, words) : await withCaseCard(turn, id, words)),
    state,
  }
}

export async function actOnTap(turn: StaffTurn, tap: Tap): Promise<StaffAnswer> {
  const { copy } = turn
  const [first = '', ...rest] = tap.args
  if (tap.action === 'reply_send') return sendReply(turn, first)
  if (tap.action === 'reply_cancel') return cancelReply(turn, first)
  if (tap.action === 'purpose') return { say: [text(copy.refusal.group_purpose_taken)] }
  if (tap.action === 'queue') return queue(turn, pageSaid(first))
  if (tap.action === 'mine') return mine(turn, pageSaid(first))
  if (tap.action === 'find') return find(turn, rest[0] ?? '', pageSaid(first))
  if (tap.action === 'help') return helpAnswer(turn)
  const kinds = ofAKind[tap.action]
  const act = acts[tap.action]
  if (!uuidPattern.test(kinds ? (rest[0] ?? '') : first)) return { say: [text(copy.refusal.not_found)] }
  if (kinds) return kinds(turn, first, rest)
  return act ? act(turn, tap.args) : { say: [text(copy.refusal.not_found)] }
}
