import type { Draft } from '../../api/conversations/schema.ts'
import { continueBooking } from '../dialogues/book.ts'
import { ofItsKind } from '../dialogues/book-items.ts'
import { isDetail } from '../dialogues/consent.ts'
import type { Answer, CustomerTurn } from './customer-turn.ts'

export const onlyAdds = (before: Draft, after: Draft): boolean =>
  Object.keys(before.answers).every((name) => before.answers[name] === after.answers[name])

/** A name says nothing of which one they want. */
export const addsOnlyWho = (before: Draft, after: Draft): boolean =>
  Object.keys(after.answers).every((name) => name === 'name' || isDetail(name) || name in before.answers)

export const isAnotherItem = (before: Draft, after: Draft): boolean =>
  typeof after.answers['item'] === 'string' && after.answers['item'] !== before.answers['item']

/** On with what was corrected; another item may be of another kind of booking, with questions of its own. */
export const goOn = async (turn: CustomerTurn, before: Draft, after: Draft): Promise<Answer> =>
  continueBooking(
    turn,
    isAnotherItem(before, after) ? await ofItsKind(turn, after, String(after.answers['item'])) : after,
  )
