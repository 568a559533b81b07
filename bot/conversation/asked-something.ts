import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import type { SlotValue, Understanding } from '../../api/triage/understanding.ts'
import { answerIfKnown, answerQuestion } from '../dialogues/answer-question.ts'
import { continueBooking } from '../dialogues/book.ts'
import type { Kind } from '../dialogues/booking-script.ts'
import { onlyOneCalledSo } from '../dialogues/called-so.ts'
import { helpBy, personAct } from '../dialogues/small-matters.ts'
import { followedBy } from '../dialogues/two-bubbles.ts'
import { asksWhatChildrenPay } from '../dialogues/what-children-pay.ts'
import { text } from '../messages.ts'
import { asksOfBooking, asksOfOpenCase } from './asks-of-case.ts'
import { clausesOf } from './words/clauses.ts'
import { clarify, isLikely } from './clarify.ts'
import { isUnsure } from './course.ts'
import { type Answer, answer, type CustomerTurn } from './customer-turn.ts'
import { asksWhatThereIs, looksAsked } from './words/set-words.ts'
import { withNote } from './goes-with-request.ts'
import { whoComes } from './words/who-comes.ts'
import { tellsOfCare } from './words/wishes.ts'
import { readOfOurs } from './our-own-texts.ts'
import { isSpokenOf, putsOneBefore, remembering } from './spoken-of.ts'

/** The answer, if we know one; else those who have their case, or are asked for, will say it. */
export async function answerAsked(turn: CustomerTurn, it: Understanding): Promise<Answer> {
  const ofTheirs =
    turn.state.about && turn.state.draft?.dialogue !== 'book' ? await answeredOrPassedOn(turn) : undefined
  const told = ofTheirs ?? (await answerQuestion(turn))
  if (putsOneBefore(told, turn)) return reasked(turn, told)
  return reasked(turn, remembering(told, await thingsMeant(turn, it, told), turn))
}

/** 'Something for children?' names nothing: what the answer speaks of, if that is one thing, is what is meant then. */
async function thingsMeant(turn: CustomerTurn, it: Understanding, { say }: Answer): Promise<Understanding> {
  const named = await thingsNamed(turn, it)
  const { item, venue, destination } = named.slots
  const [first] = say
  // what the customer named themselves is still what they speak of
  if (isSpokenOf(turn) || item || venue || destination || first?.type !== 'text') return named
  const [only, ...others] = await itemsNamedIn(turn, it, first.text)
  return only && others.length === 0 ? { ...it, slots: { item: [only] } } : named
}

type Items = readonly SlotValue[]
const NO_ITEMS: Items = []

/** What a text of our own names. */
async function itemsNamedIn(turn: CustomerTurn, it: Understanding, words: string): Promise<Items> {
  const kind = await kindOfItems(turn)
  if (!kind) return NO_ITEMS
  const before = itemsRead(turn, kind).get(words)
  if (before) return before
  const items = (await thingsNamed({ ...turn, said: words }, { ...it, slots: {} })).slots.item ?? NO_ITEMS
  itemsRead(turn, kind).set(words, items)
  return items
}
const itemsRead = readOfOurs<Items>()

/** While their case is open a guess at what they mean is no answer. */
const answeredOrPassedOn = async (turn: CustomerTurn): Promise<Answer | undefined> =>
  (await answerIfKnown(turn, 'no guess')) ?? (await asksOfOpenCase(turn)) ?? asksOfBooking(turn)

/** Nobody can say what it is about; if it was asked as a question, that is at least said to be one without an answer. */
export const notClear = async (turn: CustomerTurn, it: Understanding): Promise<Answer> =>
  it.intent === 'question' && ((!isLikely(it) && looksAsked(turn.said)) || asksWhatThereIs(turn.said))
    ? reasked(turn, await answerQuestion(turn))
    : ((await askedInPart(turn)) ?? clarify(turn, it))

/** 'Do you have anything for kids? Mine is 7 and allergic to nuts': the question among words that nobody can file. */
async function askedInPart(turn: CustomerTurn): Promise<Answer | undefined> {
  const clauses = clausesOf(turn.said)
  const asked = clauses.filter(looksAsked)
  if (clauses.length < 2 || asked.length !== 1) return undefined
  const { meant: _, ...rest } = turn
  const known = await answerIfKnown({ ...rest, said: asked.join() }, 'no guess')
  return known && reasked(turn, known)
}

/**
 * Nothing else it could be is so likely that a sure answer to a question would be out of place. Of messages the engine had not seen, 15 of 125
 * questions are saved so, and 3 of 773 troubles (none critical) get an answer where a case was meant.
 */
const PERHAPS_BELOW = 0.9

/** It may be a question, and there is a sure answer to it: then that is what was meant. */
export async function perhapsAQuestion(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  if (it.severity === 'critical' || it.intent === 'handoff' || it.intentConfidence >= PERHAPS_BELOW) return undefined
  if (it.intent !== 'question' && !looksAsked(turn.said)) return undefined
  // where their own request stands is another thing than how it goes for everybody
  if (it.intent === 'status_query' && !isUnsure(it, turn.tenant.settings.sureFrom)) return undefined
  const { clarifying: _, ...state } = turn.state
  const known = await answerIfKnown({ ...turn, state }, it.intent === 'question' ? 'sure' : 'very sure')
  return known && reasked({ ...turn, state }, known)
}

const kindOfItems = async ({ ctx }: CustomerTurn): Promise<Kind | undefined> =>
  (await activeBookingKinds(ctx)).find((one) => one.requiredSlots.includes('item'))

/** What a question is about, also where it asks nothing that could be booked: 'is the Bhutan tour hard on the knees?' */
async function thingsNamed(turn: CustomerTurn, it: Understanding): Promise<Understanding> {
  const kind = await kindOfItems(turn)
  if (!kind) return it
  const slots = { ...turn.slotsFor(turn.said, kind.key), ...it.slots }
  if (slots.item || slots.venue || isSpokenOf(turn)) return { ...it, slots }
  const named = await onlyOneCalledSo(turn, slots.destination?.[0]?.value)
  return { ...it, slots: { ...slots, ...(named && { item: [{ text: turn.said, value: named.name }] }) } }
}

/** No price is bargained over by a bot: an article may say more, a person may, and the booking goes on. */
export async function priceWish(turn: CustomerTurn, it: Understanding): Promise<Answer> {
  const known = await answerIfKnown(turn, asksWhatChildrenPay(turn.said) ? 'no guess' : 'very sure')
  const said = [text(turn.copy.small.haggle(), [personAct(turn)])]
  const told = known ?? answer(turn, said, helpBy(turn, 'person'))
  return reasked(turn, remembering(told, await thingsNamed(turn, it), turn))
}

/** After something else was answered, the question that waits is asked again, so that the booking goes on where it was. */
export async function reasked(turn: CustomerTurn, said: Answer): Promise<Answer> {
  const draft = turn.state.draft
  if (draft?.dialogue !== 'book') return said
  // 'what if a child of 6 comes along?' is answered, and those who take up the request read it
  const tellsWho = whoComes(turn.said) !== undefined || tellsOfCare(turn.said)
  const again = await continueBooking(turn, tellsWho ? withNote(turn, draft) : draft)
  return { ...again, say: followedBy(said.say, again.say) }
}
