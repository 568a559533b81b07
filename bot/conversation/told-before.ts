import { tieEarlierWords } from '../../api/conversations/commands/tie-messages.ts'
import type { AnswerValue } from '../../api/conversations/schema.ts'
import { isFresh } from './clarify.ts'
import { plainSlots } from './corrections.ts'
import type { Answer, CustomerTurn, Understand } from './customer-turn.ts'
import { A_REFERENCE } from './words/set-words.ts'

/** The words that were not clear came so long before we asked, at most. */
const BEFORE_MS = 60_000

/** What was told before we asked which matter it is: it is of the same one. */
export const toldBefore = (turn: CustomerTurn, understand: Understand): Record<string, AnswerValue> =>
  isFresh(turn) && turn.state.clarifying ? plainSlots(understand(turn.state.clarifying.text).slots) : {}

/** Whoever takes up the case reads those words, too. */
export async function tieWhatWasUnclear(turn: CustomerTurn, { caseId }: Answer): Promise<void> {
  const { clarifying } = turn.state
  if (!caseId || !clarifying || !isFresh(turn)) return
  const since = new Date(Date.parse(clarifying.at) - BEFORE_MS)
  await tieEarlierWords(turn.ctx, { conversationId: turn.conversationId, caseId, since })
}

/** 'How is 1281555?', which is not found here, and then 'still nothing after 2 days': the trouble is with that number. */
export const withNumberSought = (turn: CustomerTurn): CustomerTurn => {
  const { help, clarifying, ...state } = turn.state
  if (!help || clarifying || !(A_REFERENCE.test(help.text) || A_NUMBER.test(help.text))) return turn
  return { ...turn, state: { ...state, clarifying: { text: help.text, at: help.at } } }
}
const A_NUMBER = /(?<!\d)\d{5,9}(?!\d)/
