import type { Draft } from '../../api/conversations/schema.ts'
import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import { activeItems } from '../../api/catalogue/queries.ts'
import { readSkip } from '../../api/triage/slots/yes-no.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { continueBooking } from '../dialogues/book.ts'
import { itemOf } from '../dialogues/offers.ts'
import { likelyMeant, waysToCall } from '../dialogues/things-meant.ts'
import { inTwoBubbles } from '../dialogues/two-bubbles.ts'
import { nameIn } from '../staff/cards.ts'
import { answerBeside } from './asked-beside.ts'
import type { Answer, CustomerTurn } from './customer-turn.ts'
import { keepWish, mayBeNote } from './goes-with-request.ts'
import { clausesOf } from './words/clauses.ts'
import { booksIt, sendsIt, takesIt } from './words/loose-words.ts'
import { looksAsked } from './words/set-words.ts'
import { asksPolitely, tellsWish } from './words/wishes.ts'

/** 'Skip': passes by what may be left out; for what is needed the person hears so, and is asked again. */
export async function skipIt(turn: CustomerTurn, draft: Draft, asked: string): Promise<Answer | undefined> {
  if (!readSkip(turn.said)) return undefined
  const kind = (await activeBookingKinds(turn.ctx)).find((it) => it.key === draft.kind)
  if (kind?.optionalSlots.includes(asked) && !kind.requiredSlots.includes(asked))
    return continueBooking(turn, { ...draft, misses: 0, answers: { ...draft.answers, [asked]: '' } })
  // 'none' is a good answer to a question of the business's own
  if (asked !== 'slot' && !Object.hasOwn(turn.copy.slot, asked) && !SAYS_SKIP.test(turn.said)) return undefined
  return askAgain(turn, draft, (question) => turn.copy.ask.needed(question))
}

const SAYS_SKIP =
  /^\s*(?:(?:ขอ)?ข้าม|skip|pass\b|(?:can|could|may) (?:i|we) skip|(?:この質問は?)?(?:スキップ|飛ば|とば))/i

/** A question is answered or passed on. Else it is asked again in other words; after the second time a person is offered. Who only says again that they want it is asked as before, and who says 'send it' hears that this one is needed. */
export async function notUnderstood(turn: CustomerTurn, draft: Draft, it?: Understanding): Promise<Answer> {
  if (clausesOf(turn.said).some(looksAsked) && mayBeNote(turn.said)) return answerBeside(turn, draft)
  // 'a smoke-free room please', to whatever was asked
  if (draft.dialogue === 'book' && (tellsWish(turn.said) || asksPolitely(turn.said))) return keepWish(turn, draft)
  if (sendsIt(turn.said) || booksIt(turn.said) || takesIt(turn.said))
    return askAgain(turn, draft, (question) => turn.copy.ask.needed(question))
  const chosen = await chosenAlready(turn, draft)
  if (chosen)
    return askAgain(turn, { ...draft, misses: 0 }, (question) => `${turn.copy.booking.thatIs(chosen)} ${question}`)
  const isSameWish = it?.intent === 'booking_request' && !draft.misses
  return askAgain(turn, draft, (question) => (isSameWish ? question : turn.copy.ask.again(question)))
}

/** 'The Angkor one', to when: its name, of what they are booking already. */
async function chosenAlready(turn: CustomerTurn, draft: Draft): Promise<string | undefined> {
  if (draft.dialogue !== 'book' || draft.answers['item'] === undefined) return undefined
  const kind = (await activeBookingKinds(turn.ctx)).find((it) => it.key === draft.kind)
  const items = kind?.itemTypes.length ? await activeItems(turn.ctx, kind.itemTypes) : []
  const item = itemOf(draft.answers, items)
  const [likely, next] = likelyMeant(turn.said, items.map(waysToCall))
  return item && !next && likely?.key === item.key ? nameIn({ ...item.names, en: item.name }, turn.language) : undefined
}

export async function askAgain(
  turn: CustomerTurn,
  draft: Draft,
  worded: (question: string) => string,
): Promise<Answer> {
  const misses = (draft.misses ?? 0) + 1
  const again = await continueBooking(turn, { ...draft, misses })
  const [first, ...rest] = again.say
  if (!first) return again
  const person = misses >= 2 ? [turn.tap(turn.copy.menu.person, 'menu', 'person')] : []
  // a card is what was read back: it stands as it is, with a word before it
  if (first.type === 'card') return { ...again, say: inTwoBubbles(worded('').trim(), person, again.say) }
  const reworded =
    first.type === 'text' || first.type === 'date' || first.type === 'list'
      ? { ...first, text: worded(first.text), acts: [...(first.acts ?? []), ...person].slice(0, 13) }
      : first
  return { ...again, say: [reworded, ...rest] }
}
