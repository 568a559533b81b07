import type { AnswerValue } from '../../api/conversations/schema.ts'
import type { Matter, Understanding } from '../../api/triage/understanding.ts'
import { answerIfKnown } from '../dialogues/answer-question.ts'
import { beginBoth } from '../dialogues/begin-booking.ts'
import { areAkin } from '../dialogues/book-items.ts'
import { besides, followedBy } from '../dialogues/two-bubbles.ts'
import { act } from './act.ts'
import { plainSlots } from './corrections.ts'
import { surely } from './course.ts'
import { type Answer, type CustomerTurn, type Understand, withoutDraft } from './customer-turn.ts'

/** A question told beside something else opens nothing by itself. */
export function twoRecords({ matters }: Understanding): [Matter, Matter] | undefined {
  const [first, second] = matters ?? []
  return first && second && second.understood.intent !== 'question' ? [first, second] : undefined
}

/** Two matters in one message are two records: each is answered, the trouble first. */
export async function bothMatters(
  turn: CustomerTurn,
  it: Understanding,
  understand: Understand,
): Promise<Answer | undefined> {
  const matters = twoRecords(it)
  if (!matters) return undefined
  const [first, second] = matters
  if (first.understood.intent === 'booking_request')
    return turn.state.draft ? undefined : twoBookings(turn, { first, second })
  const one = await act({ ...turn, said: first.said }, surely(first.understood), understand)
  // what the first still wanted to know is left to the team: two questions at once are one too many
  const state = one.state.draft?.dialogue === 'report' ? withoutDraft(one.state) : one.state
  const other = await act({ ...turn, said: second.said, state }, surely(second.understood), understand)
  // 'where is my money', beside the trouble that says so, is of its case: what is added to it needs no second answer
  if (one.caseId !== undefined && other.caseId === one.caseId) return one
  return {
    ...one,
    ...other,
    say: [...one.say.slice(0, 1), ...other.say].slice(0, 2),
    ...(one.caseId && { caseId: one.caseId }),
  }
}

/** A table, and a car to get there: both are kept, and written down one after the other. Of kindred kinds it is one wish told at length. */
async function twoBookings(turn: CustomerTurn, it: { first: Matter; second: Matter }): Promise<Answer | undefined> {
  const [first, second] = [it.first, it.second].sort((a, b) => turn.said.indexOf(a.said) - turn.said.indexOf(b.said))
  const [kind, then] = [first?.understood.bookingKind, second?.understood.bookingKind]
  if (!first || !second || !kind || !then || (await areAkin(turn, kind, then))) return undefined
  const told = plainSlots(turn.slotsFor(first.said, kind))
  const shared: Record<string, AnswerValue> = told['date'] === undefined ? {} : { date: told['date'] }
  const own = plainSlots(turn.slotsFor(second.said, then))
  return beginBoth(
    turn,
    { said: first.said, kind, slots: told },
    { said: second.said, kind: then, slots: { ...shared, ...own } },
  )
}

/** A trouble or a wish with a question beside it: the question is answered too, if we know; if not, those who take up the matter read it. */
export async function withAnswerBeside(turn: CustomerTurn, it: Understanding, understand: Understand): Promise<Answer> {
  const [main, asked] = twoRecords(it) ? [] : (it.matters ?? [])
  const one = await act({ ...turn, said: main?.said ?? turn.said }, main?.understood ?? it, understand)
  if (!asked || one.say.length === 0) return one
  // a wish to book was begun with all of the words, and its question answered with it
  if (one.state.draft?.dialogue === 'book' && main?.said === turn.said) return one
  // what a model said of the whole message is not said of this part
  const { meant: _, ...rest } = turn
  const known = await answerIfKnown({ ...rest, said: asked.said })
  if (!known) return one
  return { ...one, say: one.caseId ? besides(one.say, known.say) : followedBy(known.say, one.say) }
}
