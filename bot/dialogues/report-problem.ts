import { addDetail } from '../../api/cases/commands/add-detail.ts'
import { openCase } from '../../api/cases/commands/open-case.ts'
import { activeCaseTypes } from '../../api/cases/queries/cases-of-contact.ts'
import type { Severity } from '../../api/cases/schema.ts'
import type { AnswerValue, Draft } from '../../api/conversations/schema.ts'
import type { Act, Worded } from '../../api/outbox/schema.ts'
import { type Answer, answer, type CustomerTurn, withDraft, withoutDraft } from '../conversation/customer-turn.ts'
import { askFor } from '../conversation/questions.ts'
import { dueTime } from '../copy/formats.ts'
import { open, text } from '../messages.ts'
import { ownAnswer } from '../notices/own-words.ts'
import { trackUrl } from '../notices/of-cases.ts'
import { nameIn } from '../staff/cards.ts'
import { backActs } from './book.ts'

const MOST_CHOICES = 10

/** A trouble opens its case at once, so that nothing is lost if the person leaves; what staff need to know is asked after. */
export async function reportProblem(
  turn: CustomerTurn,
  it: { type: string; severity?: Severity; slots: Record<string, AnswerValue> },
): Promise<Answer> {
  const { copy } = turn
  const opened = await openCase(turn.ctx, {
    type: it.type,
    contactId: turn.contactId,
    conversationId: turn.conversationId,
    slots: it.slots,
    openedAt: turn.at,
    source: turn.source,
    language: turn.language,
    ...(it.severity && { severity: it.severity }),
  })
  const { reference, id, slaDueAt } = opened.case
  const about = { ...turn.state, about: { caseId: id } }
  const follow = open(copy.case.follow, trackUrl(turn.publicUrl, turn.tenant.id, id))
  const due = slaDueAt ? dueTime(slaDueAt, turn.ctx.now, turn.language, turn.tenant.zone) : ''
  const words = opened.joined
    ? copy.case.joined(reference)
    : copy.case.opened({ reference, type: nameIn(opened.type.names, turn.language), due })
  const own = opened.joined ? undefined : await ownAnswer(turn, 'case.opened', id)
  const told: Worded = {
    type: 'form',
    text: own ?? words,
    label: follow.label,
    url: follow.do === 'open' ? follow.url : '',
  }
  const parked = turn.state.draft?.dialogue === 'book' ? turn.state.draft : turn.state.parked
  const draft = detailDraft(turn, {
    caseId: id,
    type: it.type,
    required: opened.type.requiredSlots,
    known: opened.case.slots,
  })
  const { draft: _, ...rest } = about
  const state = { ...rest, ...(draft && { draft }), ...(parked && { parked }) }
  const back = backActs(turn, parked)
  if (draft) return { say: [told, questionOf(turn, draft, back)], state, caseId: id }
  return { say: [back.length ? { ...told, acts: back } : told], state, caseId: id }
}

function detailDraft(
  turn: CustomerTurn,
  it: { caseId: string; type: string; required: string[]; known: Record<string, unknown> },
): Draft | undefined {
  const missing = it.required.find(
    (name) => it.known[name] === undefined && !(name === 'order_id' && it.known['reference'] !== undefined),
  )
  if (!missing) return undefined
  return {
    id: turn.ctx.newId(),
    dialogue: 'report',
    kind: it.type,
    caseId: it.caseId,
    answers: {},
    asked: missing,
    startedAt: turn.at.toISOString(),
  }
}

const questionOf = (turn: CustomerTurn, draft: Draft, back: Act[]): Worded => {
  const skip = turn.tap(turn.copy.ask.skip, 'answer', draft.id, draft.asked ?? '', '')
  if (draft.asked === 'amount') return text(turn.copy.ask.amountPaid(), [skip, ...back])
  return askFor(draft.asked ?? 'order_id', {
    copy: turn.copy,
    language: turn.language,
    tenant: turn.tenant,
    now: turn.ctx.now,
    data: skip.do === 'tap' ? skip.data : '',
    acts: [skip, ...back],
  })
}

/** One more detail of the case; then the next one is asked, or the way back to a booking that was parked is offered. */
export async function tellDetail(turn: CustomerTurn, draft: Draft, value: AnswerValue): Promise<Answer> {
  const caseId = draft.caseId as string
  const name = draft.asked ?? 'order_id'
  const back = backActs(turn, turn.state.parked)
  if (value === '') return answer({ ...turn, state: withoutDraft(turn.state) }, [text(turn.copy.case.skipped(), back)])
  const told = await addDetail(turn.ctx, { caseId, slots: { [name]: value } })
  const types = await activeCaseTypes(turn.ctx)
  const required = types.find((it) => it.key === draft.kind)?.requiredSlots ?? []
  const next = detailDraft(turn, { caseId, type: draft.kind, required, known: told.slots })
  const noted = turn.copy.case.noted(told.reference)
  const state = next ? withDraft(turn.state, next) : withoutDraft(turn.state)
  return { say: next ? [text(noted), questionOf(turn, next, back)] : [text(noted, back)], state, caseId }
}

/** A way in for somebody who has only said that there is a problem. */
export async function askWhichProblem(turn: CustomerTurn): Promise<Answer> {
  const types = await activeCaseTypes(turn.ctx)
  const acts = types
    .slice(0, MOST_CHOICES)
    .map((it) => turn.tap(nameIn(it.names, turn.language), 'mean', 'case', it.key))
  return answer(turn, [text(turn.copy.askProblem(), [...acts, turn.tap(turn.copy.menu.person, 'menu', 'person')])])
}
