import { addDetail } from '../../api/cases/commands/add-detail.ts'
import { openCase } from '../../api/cases/commands/open-case.ts'

import { caseById } from '../../api/cases/queries/cases-of-contact.ts'
import { activeCaseTypes } from '../../api/cases/queries/case-types.ts'
import { type CaseConcern, type Severity, undoesBooked } from '../../api/cases/schema.ts'
import type { AnswerValue, Draft } from '../../api/conversations/schema.ts'
import type { Act, Worded } from '../../api/outbox/schema.ts'
import type { Asks } from '../../api/tenants/schema.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import {
  type Answer,
  answer,
  type CustomerTurn,
  setAside,
  withDraft,
  withoutDraft,
} from '../conversation/customer-turn.ts'
import { emergencyAt } from '../conversation/emergency.ts'
import { askFor } from '../conversation/questions.ts'
import { dueTime } from '../copy/formats.ts'
import { open, text } from '../messages.ts'
import { ownAnswer } from '../notices/own-words.ts'
import { trackUrl } from '../notices/of-cases.ts'
import { nameIn } from '../staff/cards.ts'
import { tellsOfDeath } from '../conversation/words/a-death.ts'
import { isWishOnly, saysOurFault } from '../conversation/words/wishes-only.ts'
import { newsOf } from '../conversation/put-right.ts'
import { backActs } from './booking-script.ts'
import { getAPerson } from './small-matters.ts'
import { askConsent, hasDetails, isDetail, keepConsent, mayKeepDetails } from './consent.ts'

const MOST_CHOICES = 10

/** A trouble opens its case at once, so that nothing is lost if the person leaves; what staff need to know is asked after. */
export async function reportProblem(
  turn: CustomerTurn,
  it: {
    type: string
    severity?: Severity
    slots: Record<string, AnswerValue>
    orders?: readonly string[]
    wrongDate?: string
  },
): Promise<Answer> {
  const { copy } = turn
  const opened = await openCase(turn.ctx, {
    type: it.type,
    contactId: turn.contactId,
    conversationId: turn.conversationId,
    slots: it.slots,
    ...(it.orders && { orders: it.orders }),
    openedAt: turn.at,
    source: turn.source,
    language: turn.language,
    ...(it.severity && { severity: it.severity }),
  })
  const { reference, id, slaDueAt } = opened.case
  const about = { ...turn.state, about: { caseId: id } }
  const follow = open(copy.case.follow, trackUrl(turn.publicUrl, turn.tenant.id, id))
  const due = slaDueAt ? dueTime(slaDueAt, turn.ctx.now, turn.language, turn.tenant.zone) : ''
  const mood = moodOf(turn.said, opened)
  const words = opened.joined
    ? copy.case.joined(reference)
    : copy.case.opened({
        reference,
        type: nameIn(opened.type.names, turn.language),
        due,
        onlyLink: turn.source === 'api',
        mood,
        ...emergencyAt(turn.tenant),
      })
  const own = opened.joined ? undefined : await ownAnswer(turn, 'case.opened', id)
  const told: Worded = {
    type: 'form',
    text: own ?? words,
    label: follow.label,
    url: follow.do === 'open' ? follow.url : '',
  }
  const parked =
    turn.state.draft?.dialogue === 'book' ? setAside(turn.state, turn.state.draft).parked : turn.state.parked
  // who tells more of a trouble has passed over what was asked of it
  const isAsked = opened.joined && turn.ctx.now.getTime() - opened.case.openedAt.getTime() < ASKED_LATELY_MS
  const asks = { caseId: id, type: it.type, asks: opened.type, known: opened.case.slots }
  // nobody who is in danger, or has lost somebody, fills in a form
  const detail = isAsked || mood === 'danger' || mood === 'grief' ? undefined : await detailDraft(turn, asks)
  // a day that no calendar has is asked about before anything else
  const draft = it.wrongDate ? draftAsking(turn, 'date', { caseId: id, type: it.type }) : detail
  const { draft: before, ...rest } = about
  const waiting = draft ?? (before && stillWaits(before, id) ? before : undefined)
  const state = { ...rest, ...(waiting && { draft: waiting }), ...(parked && { parked }) }
  const back = backActs(turn, parked)
  if (draft) {
    const question = questionOf(turn, draft, opened.type, back)
    const worded =
      it.wrongDate && 'text' in question ? { ...question, text: copy.ask.impossibleDate(it.wrongDate) } : question
    return { say: [told, worded], state, caseId: id }
  }
  return { say: [back.length ? { ...told, acts: back } : told], state, caseId: id }
}

function moodOf(said: string, opened: Awaited<ReturnType<typeof openCase>>) {
  const { severity } = opened.case
  const { concerns } = opened.type
  if (severity === 'critical' && concerns.includes('health')) return 'danger'
  if (tellsOfDeath(said)) return 'grief'
  const canWait = severity === 'normal' || severity === 'low'
  return canWait && (isWishOnly(said) || isOwnWish(said, concerns)) ? 'wish' : undefined
}

/** To change or to cancel what they asked for is a wish of their own, unless they say what went wrong. */
const isOwnWish = (said: string, concerns: readonly CaseConcern[]): boolean =>
  undoesBooked({ concerns }) && !saysOurFault(said)

const ASKED_LATELY_MS = 60 * 60_000

/** What the first of two troubles wanted to know may still be answered, while the second asks for nothing. */
const stillWaits = (before: Draft, caseId: string): boolean =>
  before.dialogue === 'report' && before.caseId !== caseId && before.asked !== 'consent'

type AsksOfCase = Asks & { concerns: readonly CaseConcern[] }

async function detailDraft(
  turn: CustomerTurn,
  it: { caseId: string; type: string; asks: AsksOfCase; known: Record<string, unknown> },
): Promise<Draft | undefined> {
  const wished = it.asks.optionalSlots.filter((name) => it.asks.slotWords[name]?.question)
  const wanted = [...it.asks.requiredSlots, ...wished]
  const mayKeep = await mayKeepDetails(turn, { wanted, known: it.known })
  const open = wanted.find(
    (name) =>
      !(mayKeep === 'no' && isDetail(name)) &&
      it.known[name] === undefined &&
      !(name === 'date' && saysWhatChanges(it)) &&
      !(name === 'order_id' && it.known['reference'] !== undefined),
  )
  const asksFirst = mayKeep === 'unasked' && (open ? isDetail(open) : hasDetails(it.known))
  const missing = asksFirst ? 'consent' : open
  if (!missing) return undefined
  return draftAsking(turn, missing, it)
}

/** 'Make us three': who changes the number, the hour or how long they stay is not asked for another day. */
const saysWhatChanges = ({ asks, known }: { asks: AsksOfCase; known: Record<string, unknown> }): boolean =>
  asks.concerns.includes('change') &&
  ['party_size', 'time', 'duration_nights'].some((name) => known[name] !== undefined)

const draftAsking = (turn: CustomerTurn, asked: string, it: { caseId: string; type: string }): Draft => ({
  id: turn.ctx.newId(),
  dialogue: 'report',
  kind: it.type,
  caseId: it.caseId,
  answers: {},
  asked,
  startedAt: turn.at.toISOString(),
})

const questionOf = (turn: CustomerTurn, draft: Draft, asks: Asks, back: Act[]): Worded => {
  const skip = turn.tap(turn.copy.ask.skip, 'answer', draft.id, draft.asked ?? '', '')
  if (draft.asked === 'consent') return askConsent(turn, draft, back)
  if (draft.asked === 'amount') return text(turn.copy.ask.amountPaid(), [skip, ...back])
  return askFor(draft.asked ?? 'order_id', {
    asks,
    copy: turn.copy,
    language: turn.language,
    tenant: turn.tenant,
    now: turn.ctx.now,
    data: skip.do === 'tap' ? skip.data : '',
    acts: [skip, ...back],
  })
}

/** One more detail of the case, with what else those words tell; then the next one is asked, or the way back to a booking that was parked is offered. */
export async function tellDetail(
  turn: CustomerTurn,
  draft: Draft,
  value: AnswerValue,
  understood?: Understanding,
): Promise<Answer> {
  const caseId = draft.caseId as string
  const name = draft.asked ?? 'order_id'
  const back = backActs(turn, turn.state.parked)
  if (value === '') return answer({ ...turn, state: withoutDraft(turn.state) }, [text(turn.copy.case.skipped(), back)])
  const found = understood && (await caseById(turn.ctx, caseId))
  const beside = found && (await newsOf(turn, found, understood))
  const told = await addDetail(turn.ctx, { caseId, ...beside, slots: { ...beside?.slots, [name]: value } })
  const types = await activeCaseTypes(turn.ctx)
  const asks = types.find((it) => it.key === draft.kind)
  const next = asks && (await detailDraft(turn, { caseId, type: draft.kind, asks, known: told.slots }))
  const noted = turn.copy.case.noted(told.reference)
  const state = next ? withDraft(turn.state, next) : withoutDraft(turn.state)
  return { say: next ? [text(noted), questionOf(turn, next, asks, back)] : [text(noted, back)], state, caseId }
}

/** What the person said to being asked about contact details; a no lets go of those that came with the report. */
export async function consentInReport(
  turn: CustomerTurn,
  draft: Draft,
  agreed: boolean,
  details: Record<string, AnswerValue> = {},
): Promise<Answer> {
  const caseId = draft.caseId as string
  await keepConsent(turn, agreed)
  const found = await caseById(turn.ctx, caseId)
  const asks = (await activeCaseTypes(turn.ctx)).find((it) => it.key === draft.kind)
  if (!found || !asks) return answer({ ...turn, state: withoutDraft(turn.state) }, [])
  const isOpen = found.status !== 'resolved' && found.status !== 'closed'
  if (!agreed && isOpen && hasDetails(found.slots))
    await addDetail(turn.ctx, { caseId, slots: { phone: '', email: '' } })
  if (agreed && isOpen && Object.keys(details).length > 0) await addDetail(turn.ctx, { caseId, slots: details })
  const back = backActs(turn, turn.state.parked)
  const known = agreed ? { ...found.slots, ...details } : { ...found.slots, phone: '', email: '' }
  const next = await detailDraft(turn, { caseId, type: draft.kind, asks, known })
  const words = agreed ? turn.copy.case.noted(found.reference) : turn.copy.consent.declined()
  const asked = next ? [questionOf(turn, next, asks, back)] : []
  const state = next ? withDraft(turn.state, next) : withoutDraft(turn.state)
  const said = next ? [...(agreed ? [] : [text(words)]), ...asked] : [text(words, back)]
  return { say: said, state, caseId }
}

/** The question about the case that waits, once more. */
export async function askDetailAgain(turn: CustomerTurn, draft: Draft): Promise<Answer> {
  const asks = (await activeCaseTypes(turn.ctx)).find((it) => it.key === draft.kind)
  return answer(turn, asks ? [questionOf(turn, draft, asks, backActs(turn, turn.state.parked))] : [])
}

/** A way in for somebody who has only said that there is a problem, or not yet clearly which. */
export async function askWhichProblem(turn: CustomerTurn, words = turn.copy.askProblem()): Promise<Answer> {
  const types = await activeCaseTypes(turn.ctx)
  if (types.length === 0) return getAPerson(turn, 'unsure')
  const acts = types
    .slice(0, MOST_CHOICES)
    .map((it) => turn.tap(nameIn(it.names, turn.language), 'mean', 'case', it.key))
  return answer(turn, [text(words, [...acts, turn.tap(turn.copy.menu.person, 'menu', 'person')])])
}
