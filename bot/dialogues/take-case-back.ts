import { keepCase } from '../../api/cases/commands/keep-case.ts'
import { withdrawCase } from '../../api/cases/commands/withdraw-case.ts'
import { activeCaseTypes } from '../../api/cases/queries/case-types.ts'
import { caseById } from '../../api/cases/queries/cases-of-contact.ts'
import { staffWroteLast } from '../../api/conversations/queries.ts'
import { readYesNo } from '../../api/triage/slots/yes-no.ts'
import { withdrawalAsked } from '../../api/cases/queries/withdrawal-asked.ts'
import { WITHDRAWN } from '../../api/cases/schema.ts'
import { uuidPattern } from '../../api/ids.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { isFresh, noteOnOpenCase } from '../conversation/clarify.ts'
import { type Answer, answer, type CustomerTurn, withoutDraft } from '../conversation/customer-turn.ts'
import { needsItNoMore, saysNotThat, wantsItBack } from '../conversation/words/no-case.ts'
import { cancelsIt, keepsIt, saysOnlyCancel } from '../conversation/words/wants-to-cancel.ts'
import { open, text } from '../messages.ts'
import { trackUrl } from '../notices/of-cases.ts'
import { menuActs, personAct } from './small-matters.ts'

type TheirCase = NonNullable<Awaited<ReturnType<typeof caseById>>>

const FRESH_MS = 60 * 60_000

/** Right after a case was spoken of: it is not what they meant, or they need it no more. Only asked about; nothing is closed by a word alone. */
export async function doubtedCase(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  const { draft, parked } = turn.state
  const notThat = saysNotThat(turn.said)
  const noMore = needsItNoMore(turn.said) || (!draft && saysOnlyCancel(turn.said))
  if ((!notThat && !noMore) || draft?.dialogue === 'book' || parked?.dialogue === 'book' || isFresh(turn))
    return undefined
  const found = await spokenOfLately(turn)
  if (!found || (notThat && (await answersAQuestion(turn, found)))) return undefined
  // 'ok, cancel it', of a case that is to cancel a tour, means the tour
  if (!notThat && (await isToCancel(turn, found)) && CANCELS.test(turn.said)) return noteOnOpenCase(turn, it)
  return askBack(turn, found, notThat ? 'else' : 'sure')
}

/** Whoever wrote to the wrong one is asked whether the case that came of it may be closed. */
export async function offerToClose(turn: CustomerTurn): Promise<Answer | undefined> {
  const found = await spokenOfLately(turn)
  return found && askBack(turn, found, 'sure')
}

const CANCELS = /cancel|ยกเลิก|キャンセル|取消|解約/i
const isToCancel = async ({ ctx }: CustomerTurn, { caseTypeId }: TheirCase): Promise<boolean> =>
  (await activeCaseTypes(ctx)).some((it) => it.id === caseTypeId && it.concerns.includes('cancellation'))

async function spokenOfLately(turn: CustomerTurn): Promise<TheirCase | undefined> {
  const { about } = turn.state
  const found = about?.caseId ? await caseById(turn.ctx, about.caseId) : undefined
  const lately = found && turn.ctx.now.getTime() - found.updatedAt.getTime() < FRESH_MS
  const isOpen = found?.status !== 'resolved' && found?.status !== 'closed'
  return lately && isOpen && found.contactId === turn.contactId ? found : undefined
}

/** 'No, it is not', to a question of a colleague or to one that this business alone asks. */
async function answersAQuestion(turn: CustomerTurn, found: TheirCase): Promise<boolean> {
  const asked = turn.state.draft?.asked
  if (asked && !Object.hasOwn(turn.copy.slot, asked)) return true
  return found.status === 'waiting_customer' || (await staffWroteLast(turn.ctx, turn.conversationId)) !== undefined
}

/** What it is then, or whether it may be closed. */
function askBack(turn: CustomerTurn, { id, reference }: TheirCase, asked: 'else' | 'sure'): Answer {
  const { tap } = turn
  const { else: other, keep, sure, whatElse, yes } = turn.copy.takeBack
  const close = tap(yes, 'withdraw', id, 'yes')
  const acts =
    asked === 'else' ? [tap(other, 'withdraw', id, 'else'), close] : [close, tap(keep, 'withdraw', id, 'keep')]
  const question = asked === 'else' ? whatElse(reference) : sure(reference)
  return answer(turn, [text(question, [...acts, personAct(turn)])], {
    withdrawing: { caseId: id, at: turn.ctx.now.toISOString(), asked },
  })
}

/** A tap: withdrawn, kept, or about something else. */
export async function answerWithdraw(turn: CustomerTurn, caseId: string, said: string): Promise<Answer> {
  const { copy, ctx } = turn
  const found = uuidPattern.test(caseId) ? await caseById(ctx, caseId) : undefined
  if (!found || found.contactId !== turn.contactId) return answer(turn, [text(copy.refusal.not_found, menuActs(turn))])
  const { reference } = found
  if (said === 'keep') return keepIt(turn, found)
  const { case: now, outcome } = await withdrawCase(ctx, { caseId })
  const over = { reference, status: copy.caseStatus[now.status] }
  const words = outcome === 'over' ? copy.takeBack.over(over) : copy.takeBack[outcome](reference)
  const isWithdrawn = outcome === 'withdrawn' || now.rootCause === WITHDRAWN
  const undo =
    isWithdrawn || outcome === 'told'
      ? [turn.tap(isWithdrawn ? copy.takeBack.putBack : copy.takeBack.keep, 'withdraw', caseId, 'keep')]
      : []
  const wasAsked = turn.state.draft?.caseId === caseId ? withoutDraft(turn.state) : turn.state
  // what they say next is about something else, or at least no detail of this
  const { about: _, ...state } = wasAsked
  const withdrawing = { caseId, at: ctx.now.toISOString(), asked: 'done' as const }
  const next =
    said === 'else' ? [text(`${words} ${copy.takeBack.tellMe()}`, [...undo, ...menuActs(turn)])] : [text(words, undo)]
  return { ...answer({ ...turn, state }, next, undo.length > 0 ? { withdrawing } : {}), caseId }
}

/** It stays, or is open again; what they say next is about it. */
async function keepIt(turn: CustomerTurn, { id, reference }: TheirCase): Promise<Answer> {
  const { copy, ctx } = turn
  const wasAsked = await withdrawalAsked(ctx, id)
  const { case: now, outcome } = await keepCase(ctx, { caseId: id })
  const status = copy.caseStatus[now.status]
  const follow = open(copy.case.follow, trackUrl(turn.publicUrl, turn.tenant.id, id))
  if (outcome === 'over') return { ...answer(turn, [text(copy.takeBack.over({ reference, status }))]), caseId: id }
  const words =
    outcome === 'back'
      ? copy.takeBack.back(reference)
      : wasAsked
        ? copy.takeBack.stays(reference)
        : copy.case.stillOpen({ reference, status })
  return { ...answer(turn, [text(words, [follow])], { about: { caseId: id } }), caseId: id }
}

/** Typed where buttons cannot be tapped, right after the question. */
export async function answeredWithdraw(
  turn: CustomerTurn,
  asked: NonNullable<CustomerTurn['state']['withdrawing']>,
): Promise<Answer | undefined> {
  if (turn.ctx.now.getTime() - Date.parse(asked.at) > FRESH_MS) return undefined
  const { else: other, keep, putBack, yes } = turn.copy.takeBack
  const low = turn.said.trim().toLowerCase()
  if (asked.asked === 'done') {
    const back = [keep, putBack].some((label) => low === label.toLowerCase()) || wantsItBack(low)
    return back ? answerWithdraw(turn, asked.caseId, 'keep') : undefined
  }
  const number = /^([12])[.)]?$/.exec(low.normalize('NFKC').replace('๑', '1').replace('๒', '2'))?.[1]
  const choices = asked.asked === 'else' ? (['else', 'yes'] as const) : (['yes', 'keep'] as const)
  if (number) return answerWithdraw(turn, asked.caseId, choices[Number(number) - 1] ?? 'keep')
  if (low === other.toLowerCase()) return answerWithdraw(turn, asked.caseId, 'else')
  if (needsItNoMore(low) || cancelsIt(low) || low === yes.toLowerCase())
    return answerWithdraw(turn, asked.caseId, 'yes')
  if (keepsIt(low) || low === keep.toLowerCase()) return answerWithdraw(turn, asked.caseId, 'keep')
  const bare = asked.asked === 'sure' ? readYesNo(low) : undefined
  return bare && answerWithdraw(turn, asked.caseId, bare === 'yes' ? 'yes' : 'keep')
}
