import { answerConsent, withdrawConsents } from '../../api/contacts/commands/consent.ts'
import { consentOf } from '../../api/contacts/queries.ts'
import { askToBeForgotten } from '../../api/conversations/commands/ask-to-be-forgotten.ts'
import type { Draft } from '../../api/conversations/schema.ts'
import type { Act, Worded } from '../../api/outbox/schema.ts'
import { type Answer, answer, type CustomerTurn } from '../conversation/customer-turn.ts'
import { text } from '../messages.ts'

/** What says how to reach a person outside this chat. Their name the platform has told us already; asked for, it belongs with these. */
const DETAILS = ['phone', 'email']
const ASKED_DETAILS = ['name', ...DETAILS]

export const isDetail = (slot: string): boolean => ASKED_DETAILS.includes(slot)

export const hasDetails = (known: Record<string, unknown>): boolean =>
  DETAILS.some((slot) => known[slot] !== undefined && known[slot] !== '')

export type MayKeep = 'yes' | 'no' | 'unasked'

/** Whether the person agreed that we keep their contact details. Only asked of the database where there are any. */
export async function mayKeepDetails(
  turn: CustomerTurn,
  it: { wanted: string[]; known: Record<string, unknown> },
): Promise<MayKeep> {
  if (!it.wanted.some(isDetail) && !hasDetails(it.known)) return 'yes'
  const last = await consentOf(turn.ctx, turn.contactId)
  if (!last || last.withdrawnAt) return 'unasked'
  return last.answer === 'given' ? 'yes' : 'no'
}

/** Goes on without them: what would be asked counts as answered by nothing, what was said is let go. */
export const withoutDetails = (answers: Draft['answers'], wanted: string[]): Draft['answers'] => ({
  ...answers,
  ...Object.fromEntries(wanted.filter(isDetail).map((slot) => [slot, ''])),
  ...Object.fromEntries(DETAILS.filter((slot) => slot in answers).map((slot) => [slot, ''])),
})

/** Asked kindly, once, when contact details are wanted for the first time. */
export const askConsent = (turn: CustomerTurn, draft: Draft, others: Act[]): Worded => {
  const { consent } = turn.copy
  return text(consent.ask(turn.tenant.name), [
    turn.tap(consent.yes, 'answer', draft.id, 'consent', 'yes'),
    turn.tap(consent.no, 'answer', draft.id, 'consent', 'no'),
    ...others,
  ])
}

export const keepConsent = (turn: CustomerTurn, agreed: boolean): Promise<void> =>
  answerConsent(turn.ctx, {
    contactId: turn.contactId,
    conversationId: turn.conversationId,
    answer: agreed ? 'given' : 'declined',
    wording: turn.copy.consent.ask(turn.tenant.name),
    language: turn.language,
  })

/** 'Forget me': consent is withdrawn, what is still being written down is dropped, and staff are told to delete the rest. */
export async function forgetMe(turn: CustomerTurn): Promise<Answer> {
  await withdrawConsents(turn.ctx, { contactId: turn.contactId })
  await askToBeForgotten(turn.ctx, { conversationId: turn.conversationId })
  const { draft, parked, ...rest } = turn.state
  const state = { ...rest, ...(draft && { draft: cleared(draft) }), ...(parked && { parked: cleared(parked) }) }
  return answer({ ...turn, state }, [text(turn.copy.consent.withdrawn())])
}

const cleared = (draft: Draft): Draft => ({
  ...draft,
  ...(draft.behind && { behind: cleared(draft.behind) }),
  answers: Object.fromEntries(Object.entries(draft.answers).filter(([slot]) => !isDetail(slot))),
})
