import { reopenCase } from '../../api/cases/commands/reopen-case.ts'
import { bookingByReference, bookingsOfContact } from '../../api/bookings/queries/booking-in-full.ts'
import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import { undoesBooked } from '../../api/cases/schema.ts'
import { activeCaseTypes } from '../../api/cases/queries/case-types.ts'
import { caseById, caseByReference, casesOfContact } from '../../api/cases/queries/cases-of-contact.ts'
import { handOver } from '../../api/conversations/commands/hand-over.ts'
import type { ConversationState } from '../../api/conversations/schema.ts'
import { answerHelped } from '../../api/knowledge/commands/note-question.ts'
import { opensAt } from '../../api/opening-hours.ts'
import type { Act } from '../../api/outbox/schema.ts'
import { peopleOnShift } from '../../api/shifts/queries.ts'
import { staffNames } from '../../api/staff/queries.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { type Answer, answer, type CustomerTurn, withoutDraft } from '../conversation/customer-turn.ts'
import { calendarDay, dueTime } from '../copy/formats.ts'
import { card, open, text } from '../messages.ts'
import { trackUrl } from '../notices/of-cases.ts'
import { nameIn } from '../staff/cards.ts'

/** The four things a customer can always tap. */
export const menuActs = ({ copy, tap }: CustomerTurn): Act[] => [
  tap(copy.menu.report, 'menu', 'report'),
  tap(copy.menu.book, 'menu', 'book'),
  tap(copy.menu.status, 'menu', 'status'),
  tap(copy.menu.person, 'menu', 'person'),
]

export const greet = (turn: CustomerTurn): Answer =>
  answer(turn, [text(turn.copy.hello(turn.tenant.name), menuActs(turn))], { greetedAt: turn.ctx.now.toISOString() })

export const notSure = (turn: CustomerTurn): Answer => answer(turn, [text(turn.copy.notSure(), menuActs(turn))])

export const personAct = ({ copy, tap }: CustomerTurn): Act => tap(copy.menu.person, 'menu', 'person')

/** A question nobody has given us an answer to: said so, with a person offered. */
export const cannotAnswer = (turn: CustomerTurn): Answer =>
  answer(turn, [text(turn.copy.noAnswerYet(), [personAct(turn)])], helpBy(turn, 'person'))

export const otherLanguage = (turn: CustomerTurn): Answer =>
  answer(turn, [text(turn.copy.otherLanguage(), [personAct(turn)])], helpBy(turn, 'person'))

const MOST_KEPT = 2_000

/** What a yes to these words would mean. */
export const helpBy = (
  { said, ctx }: CustomerTurn,
  yes: 'case' | 'person',
  type?: string,
): { help: NonNullable<ConversationState['help']> } => ({
  help: { text: said.slice(0, MOST_KEPT).toWellFormed(), at: ctx.now.toISOString(), yes, ...(type && { type }) },
})

/** Puts the conversation in staff hands; a draft is kept for when the bot is back. Right after an answer it says that the answer was none. */
export async function getAPerson(turn: CustomerTurn, why: 'asked' | 'unsure'): Promise<Answer> {
  const { ctx, conversationId } = turn
  const questionId = turn.state.help?.questionId
  if (questionId) await answerHelped(ctx, { questionId, conversationId, helped: false })
  await handOver(ctx, { conversationId, why })
  const parked = turn.state.draft ?? turn.state.parked
  const state = { ...withoutDraft(turn.state), ...(parked && { parked }) }
  return { say: [text(turn.copy.person.coming(await nextOpen(turn)))], state }
}

/** When somebody is there again, in words; nothing where somebody is there now, or works all the same. */
async function nextOpen({ ctx, tenant, language }: CustomerTurn): Promise<string | undefined> {
  const { hours, holidays } = tenant.settings
  const opens = opensAt(ctx.now, { zone: tenant.zone, hours, holidays })
  if (!opens || (await peopleOnShift(ctx)).length > 0) return undefined
  return dueTime(opens, ctx.now, language, tenant.zone)
}

/** Where the person's own requests stand. A reference of somebody else proves nothing and discloses nothing. */
export async function tellStatus(
  turn: CustomerTurn,
  { number: reference, asked }: { number?: string; asked?: Understanding } = {},
): Promise<Answer> {
  const { copy, ctx } = turn
  if (reference) {
    const named = (await caseByReference(ctx, reference)) ?? (await bookingByReference(ctx, reference))
    if (!named || named.contactId !== turn.contactId || !mayBeSpokenOf(turn, named))
      return answer(turn, [text(copy.status.notYours(reference), [personAct(turn)])], helpBy(turn, 'person'))
  }
  const [cases, bookings] = [await casesOfContact(ctx, turn.contactId), await bookingsOfContact(ctx, turn.contactId)]
  const wanted = (it: { reference: string; conversationId: string | null }) =>
    (!reference || it.reference === reference.toUpperCase()) && mayBeSpokenOf(turn, it)
  const mine = cases.filter(wanted)
  const types = mine.length > 0 ? await activeCaseTypes(ctx) : []
  const owners = await staffNames(
    ctx,
    mine.map((it) => it.ownerId),
    turn.language,
  )
  const cards = [
    ...mine.map((it) =>
      card({
        title: it.reference,
        subtitle: [
          nameIn(types.find((one) => one.id === it.caseTypeId)?.names ?? {}, turn.language),
          copy.caseStatus[it.status],
        ]
          .filter(Boolean)
          .join(' · '),
        facts: whoAndWhen(turn, it, it.ownerId ? owners.get(it.ownerId) : undefined),
        acts: [open(copy.status.follow, trackUrl(turn.publicUrl, turn.tenant.id, it.id))],
      }),
    ),
    ...(await bookingCards(turn, bookings.filter(wanted))),
  ]
  if (!reference && cards.length > 0 && asksOfBalance(turn.said) && !turn.inGroup) {
    const check = turn.tap(copy.status.check, 'menu', 'check')
    return answer(turn, [text(copy.status.notFound(), [check, personAct(turn)])], helpBy(turn, 'person'))
  }
  if (cards.length) return answer(turn, [{ type: 'list', text: copy.status.some(), cards }])
  if (turn.inGroup) return answer(turn, [text(copy.group.privately(), menuActs(turn))])
  const type = asked && (await whatMayBeLookedFor(turn, asked))
  if (!type) return answer(turn, [text(copy.status.none(), menuActs(turn))])
  // what they ask about is known elsewhere, or under another name: people can look for it
  const check = turn.tap(copy.status.check, 'menu', 'check')
  return answer(turn, [text(copy.status.notFound(), [check, personAct(turn)])], helpBy(turn, 'case', type))
}

/** What is left of what they have with us is no request of theirs: how that stands would be no answer. */
const asksOfBalance = (said: string): boolean => BALANCE.test(said)
const BALANCE =
  /\b(?:how many|how much|what'?s|what is|check) .{0,30}\b(?:rounds?|credits?|points?|balance|passes|quota)\b|(?:สิทธิ์|เครดิต|แต้ม|คะแนน|ยอดเงิน|วอลเล็ต)[^คเโ]{0,8}เหลือ|ยอดคงเหลือ|(?:มี|เหลือ)(?:สิทธิ์|เครดิต|แต้ม|คะแนน)?(?:กี่|เท่าไ)[^ ]{0,6}(?:รอบ|แต้ม|เครดิต|สิทธิ์|คะแนน)|(?:残り|残高|ポイント).{0,12}(?:いくつ|何|いくら|教え|確認)|(?:余额|积分|次数).{0,8}(?:多少|几)/i

/** What it is, how far it has come, and until when we answer. */
async function bookingCards(turn: CustomerTurn, bookings: Booking[]) {
  const { copy, ctx, language, tenant } = turn
  const kinds = bookings.length > 0 ? await activeBookingKinds(ctx) : []
  return bookings.map((it) => {
    const kind = nameIn(kinds.find((one) => one.id === it.bookingKindId)?.names ?? {}, language)
    const isOpen = it.stage === 'new' && !it.answeredAt && it.slaDueAt !== null && it.slaDueAt > ctx.now
    const day = it.slots['date']
    return card({
      title: it.reference,
      subtitle: [kind, copy.staff.stage[it.stage]].filter(Boolean).join(' · '),
      facts: [
        ...(typeof day === 'string' ? [{ label: copy.slot.date, value: calendarDay(day, language) }] : []),
        ...(isOpen && it.slaDueAt
          ? [{ label: copy.status.answerBy, value: dueTime(it.slaDueAt, ctx.now, language, tenant.zone) }]
          : []),
      ],
    })
  })
}
type Booking = Awaited<ReturnType<typeof bookingsOfContact>>[number]

/** Who has it and until when: nothing that is over, and no time that has passed or waits for them. */
function whoAndWhen(
  { copy, ctx, language, tenant }: CustomerTurn,
  it: Awaited<ReturnType<typeof casesOfContact>>[number],
  owner: string | undefined,
) {
  if (it.status === 'resolved' || it.status === 'closed') return []
  const due = it.status !== 'waiting_customer' && it.slaDueAt && it.slaDueAt > ctx.now ? it.slaDueAt : undefined
  return [
    { label: copy.status.owner, value: owner ?? copy.status.nobodyYet },
    ...(due ? [{ label: copy.status.due, value: dueTime(due, ctx.now, language, tenant.zone) }] : []),
  ]
}

/** The likeliest trouble of which they ask how it goes: nobody who does wants it undone. */
async function whatMayBeLookedFor({ ctx }: CustomerTurn, asked: Understanding): Promise<string | undefined> {
  const undone = (await activeCaseTypes(ctx)).filter(undoesBooked).map((it) => it.key)
  return asked.alternatives.find((it) => it.kind === 'case' && !undone.includes(it.key))?.key
}

/** In a group only what was said there is spoken of. */
const mayBeSpokenOf = (turn: CustomerTurn, it: { conversationId: string | null }): boolean =>
  !turn.inGroup || it.conversationId === turn.conversationId

/** The customer taps 'not solved': their own case goes back to work. */
export async function notSolved(turn: CustomerTurn, caseId: string): Promise<Answer> {
  const found = await caseById(turn.ctx, caseId)
  if (!found || found.contactId !== turn.contactId) return answer(turn, [text(turn.copy.refusal.not_found)])
  const wasOpen = found.status !== 'resolved' && found.status !== 'closed'
  const reopened = await reopenCase(turn.ctx, { caseId })
  const words = wasOpen
    ? turn.copy.case.stillOpen({ reference: found.reference, status: turn.copy.caseStatus[found.status] })
    : turn.copy.case.reopened(reopened.reference)
  const follow = open(turn.copy.case.follow, trackUrl(turn.publicUrl, turn.tenant.id, caseId))
  return { ...answer(turn, [text(words, [follow])], { about: { caseId } }), caseId }
}
