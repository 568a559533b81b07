import { staffNames } from '../../../api/staff/queries.ts'
import { copyIn } from '../../copy/copy.ts'
import { tapsOf, text } from '../../messages.ts'
import * as bookings from '../acts/bookings.ts'
import * as facts from '../acts/case-facts.ts'
import * as life from '../acts/case-life.ts'
import { chatOutside, giveChatBack, takeChat, whichChat } from '../acts/chats.ts'
import { askWho, colleagues } from '../acts/give.ts'
import { withBookingCard, withCaseCard } from '../acts/present.ts'
import { allNotes } from '../acts/notes.ts'
import { eraseOwner } from '../acts/erase.ts'
import { onMistake } from '../acts/mistaken.ts'
import { askOtherTime, proposeInWords } from '../acts/propose.ts'
import { previewOf, startWriting } from '../reply-to-customer.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'
import type { Typed } from './grammar.ts'
import { helpAnswer, usageOf } from './help.ts'
import { findSaid, mine, pageSaid, queue } from './lists.ts'
import { onCase, type OnCase } from './on-case.ts'
import { pick } from './pick.ts'
import { beginShift, finishShift } from './shift.ts'
import { type Subject, subjectOf } from './subjects.ts'
import { type Command, commandWords } from './words.ts'

/** Does what was typed: the same acts as the buttons. */
export async function runCommand(turn: StaffTurn, typed: Typed): Promise<StaffAnswer> {
  const { copy, reader } = turn
  if ('unknown' in typed) {
    const nearest = typed.nearest ? commandWords[typed.nearest][reader.language][0] : null
    return { say: [text(copy.acts.unknown({ said: typed.unknown, nearest }))] }
  }
  const { command, ref, rest } = typed
  switch (command) {
    case 'queue':
      return queue(turn, pageSaid(rest))
    case 'mine':
      return mine(turn, pageSaid(rest))
    case 'help':
      return helpAnswer(turn)
    case 'onshift':
      return beginShift(turn)
    case 'offshift':
      return finishShift(turn)
    case 'find':
      return rest ? findSaid(turn, rest.slice(0, 100).toWellFormed()) : howTo(turn, command)
    case 'handback':
      if (!ref) return whichChat(turn, 'hand_back', giveChatBack)
      break
    case 'outside':
      if (!ref) return whichChat(turn, 'outside', chatOutside)
      break
    default:
      if (!ref) return howTo(turn, command)
  }
  const subject = await subjectOf(turn, ref)
  return 'say' in subject ? subject : about(turn, command, subject, rest)
}

const howTo = (turn: StaffTurn, command: Command): Promise<StaffAnswer> =>
  Promise.resolve({ say: [text(turn.copy.acts.howTo(usageOf(command, turn.copy, turn.reader.language)))] })

function about(turn: StaffTurn, command: Command, subject: Subject, words: string): Promise<StaffAnswer> {
  const { it, kind } = subject
  const isCase = kind === 'case'
  switch (command) {
    case 'case':
      return isCase ? withCaseCard(turn, it.id) : withBookingCard(turn, it.id)
    case 'take':
      return isCase ? life.takeCase(turn, it.id) : takeBooking(turn, it)
    case 'give':
      return give(turn, subject, words)
    case 'note':
      if (!words) return startWriting(turn, 'note', kind, it.id)
      return isCase ? facts.addCaseNote(turn, it.id, words) : bookings.addBookingNote(turn, it.id, words)
    case 'notes':
      return allNotes(turn, kind, it.id)
    case 'reply':
      return write(turn, 'reply', subject, words)
    case 'ask':
      return write(turn, isCase ? 'ask' : 'reply', subject, words)
    case 'handover':
    case 'handback':
      if (!it.conversationId) return say(turn.copy.acts.noteOnly(it.reference))
      return command === 'handover' ? takeChat(turn, it.conversationId) : giveChatBack(turn, it.conversationId)
    case 'erase':
      return eraseOwner(turn, subject, words)
    case 'mistaken':
      return onMistake(turn, kind, it.id, words)
    case 'outside':
      return isCase ? facts.caseOutside(turn, it.id) : bookings.bookingOutside(turn, it.id)
    case 'confirm':
    case 'decline':
    case 'cancel':
    case 'propose':
      if (isCase) return say(turn.copy.acts.notForCase(it.reference))
      return onBooking(turn, command, it.id, words)
    case 'order':
    case 'unlink':
      if (!isCase) return say(turn.copy.acts.notForBooking(it.reference))
      return orders(turn, command, it.id, words)
    default:
      if (!isCase) return say(turn.copy.acts.notForBooking(it.reference))
      return command in onCase ? onCase[command as OnCase](turn, it, words) : howTo(turn, command)
  }
}

const say = (words: string): Promise<StaffAnswer> => Promise.resolve({ say: [text(words)] })

function write(turn: StaffTurn, does: 'reply' | 'ask', { it, kind }: Subject, words: string): Promise<StaffAnswer> {
  return words ? previewOf(turn, does, kind, it.id, { words }) : startWriting(turn, does, kind, it.id)
}

async function give(turn: StaffTurn, { it, kind }: Subject, words: string): Promise<StaffAnswer> {
  if (!words.trim()) return askWho(turn, kind, it.id)
  const team = (await colleagues(turn)).map((one) => ({
    id: one.id,
    key: one.key,
    names: [one.name, ...Object.values(one.names)],
  }))
  const found = pick(team, words)
  const [only, ...others] = found
  if (only && others.length === 0)
    return kind === 'case' ? facts.giveCase(turn, it.id, only.id) : bookings.give(turn, it.id, only.id)
  const said = words.slice(0, 60)
  if (only) return askWho(turn, kind, it.id, found, turn.copy.acts.whichOne(said))
  const asked = await askWho(turn, kind, it.id)
  return { say: [text(turn.copy.acts.nobodyCalled(said)), ...asked.say] }
}

/** Somebody else's booking is not taken by a slip: it takes one tap more. */
async function takeBooking(turn: StaffTurn, it: Subject['it']): Promise<StaffAnswer> {
  const { copy, ctx, reader, who } = turn
  if (!it.ownerId || it.ownerId === who.id) return bookings.take(turn, it.id, it.ownerId ?? '')
  const owner = (await staffNames(ctx, [it.ownerId])).get(it.ownerId) ?? copy.staff.nobody
  const over = tapsOf(reader)(copy.acts.takeOver, 'take', it.id, it.ownerId)
  return { say: [text(copy.acts.alreadyTaken({ reference: it.reference, owner }), [over])] }
}

const copies = (['en', 'th', 'ja'] as const).map(copyIn)
const reasons = {
  decline: copies.flatMap((copy) => Object.entries(copy.staff.declineWhy)),
  cancel: copies.flatMap((copy) => Object.entries(copy.acts.cancelWhy)),
}

function onBooking(
  turn: StaffTurn,
  command: 'confirm' | 'decline' | 'cancel' | 'propose',
  id: string,
  words: string,
): Promise<StaffAnswer> {
  if (command === 'confirm') return bookings.confirm(turn, id)
  if (command === 'propose') return words ? proposeInWords(turn, id, words) : askOtherTime(turn, id)
  const meant = [
    ...new Set(
      pick(
        reasons[command].map(([key, name]) => ({ key, names: [name] })),
        words,
      ).map((it) => it.key),
    ),
  ]
  const [why, ...others] = meant
  const only = why && others.length === 0 ? why : undefined
  if (command === 'cancel') return only ? bookings.cancel(turn, id, only) : bookings.askWhyCancel(turn, id)
  return only ? bookings.decline(turn, id, only) : bookings.askWhyDecline(turn, id)
}

async function orders(turn: StaffTurn, command: 'order' | 'unlink', id: string, words: string): Promise<StaffAnswer> {
  const named = words.split(/[\s,]+/).filter(Boolean)
  if (named.length === 0) return command === 'order' ? startWriting(turn, 'order', 'case', id) : howTo(turn, command)
  let answer: StaffAnswer = { say: [] }
  const done: string[] = []
  for (const order of named.slice(0, 20)) {
    answer = command === 'order' ? await facts.addOrder(turn, id, order) : await facts.dropOrder(turn, id, order)
    const [words] = answer.say
    if (words?.type === 'text') done.push(words.text)
  }
  return { say: [text(done.join('\n')), ...answer.say.slice(1)] }
}
