import type { Draft } from '../../api/conversations/schema.ts'
import { factsInBooking } from '../dialogues/answer-from-catalogue.ts'
import { answerIfKnown } from '../dialogues/answer-question.ts'
import { continueBooking } from '../dialogues/book.ts'
import { catalogueQuestion } from '../dialogues/catalogue-question.ts'
import { personAct } from '../dialogues/small-matters.ts'
import { inTwoBubbles } from '../dialogues/two-bubbles.ts'
import type { Answer, CustomerTurn } from './customer-turn.ts'
import { withNote } from './goes-with-request.ts'

const MOST = 3

/** One question of several, asked of what is being booked. */
async function knownOf(turn: CustomerTurn, draft: Draft): Promise<string | undefined> {
  // whether there is room is told of all its days
  const isOfRoom = catalogueQuestion(turn.said)?.asks.every((it) => it === 'seats' || it === 'when') ?? false
  const known =
    (isOfRoom ? undefined : await factsInBooking(turn, draft)) ??
    (await answerIfKnown(turn, 'no guess')) ??
    (await factsInBooking(turn, draft, true))
  const [said] = known?.say ?? []
  return said?.type === 'text' ? said.text : undefined
}

/** One thing's price and its dates are told in the same lines, whichever was asked first. */
const saysSame = (one: string, other: string): boolean =>
  one.split('\n').toSorted().join('\n') === other.split('\n').toSorted().join('\n')

/**
 * 'Is breakfast included and can we pay by card?', while a booking is under way: what is known of each, and of the others that they go with the
 * request. Nothing where none of them is known.
 */
export async function answerEach(
  turn: CustomerTurn,
  draft: Draft,
  { questions, isAsked }: { questions: readonly string[]; isAsked: (question: string) => boolean },
): Promise<Answer | undefined> {
  if (questions.length < 2 || questions.length > MOST) return undefined
  // what a model said of the whole message is not said of its parts
  const { meant: _, ...rest } = turn
  const [told, open]: [string[], string[]] = [[], []]
  for (const said of questions) {
    const known = await knownOf({ ...rest, said }, draft)
    if (known !== undefined && !told.some((it) => saysSame(it, known))) told.push(known)
    else if (isAsked(said)) open.push(said)
  }
  if (told.length === 0) return undefined
  const noted = open.length > 0 ? withNote({ ...turn, said: open.join('\n') }, draft) : draft
  const words = [...told, ...(open.length > 0 ? [turn.copy.ask.theRest(open.join(' · '))] : [])].join('\n\n')
  const again = await continueBooking(turn, noted)
  return { ...again, say: inTwoBubbles(words, [personAct(turn)], again.say) }
}
