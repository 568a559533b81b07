import type { Draft } from '../../api/conversations/schema.ts'
import type { SlotName } from '../../api/triage/understanding.ts'
import { readNamedDayOfMonth } from './bare-answers.ts'
import type { CustomerTurn } from './customer-turn.ts'
import { asksToChange } from './set-words.ts'
import { type ToldAndAsked, toldAndAsked } from './told-and-asked.ts'

/** A question that speaks of these asks whether they are possible: it may be the wish itself. */
const WISHED: SlotName[] = ['date', 'time', 'party_size', 'duration_nights', 'amount', 'phone', 'email', 'budget']

/** '3 of us. Is lunch included?', in the middle of a booking: what answers the question that waits, and what is asked beside it. */
export function answersAndAsks({ said, slotsFor }: CustomerTurn, draft: Draft): ToldAndAsked | undefined {
  const both = toldAndAsked(said)
  if (!both || asksToChange(both.asked)) return undefined
  const asked = slotsFor(both.asked, draft.kind)
  if (WISHED.some((name) => asked[name] !== undefined)) return undefined
  const tells = Object.keys(slotsFor(both.told, draft.kind)).length > 0
  return tells || readNamedDayOfMonth(both.told) !== undefined ? both : undefined
}
