import { type CatalogueItem, openSlotsOf, type Slot } from '../../api/catalogue/queries.ts'
import { staffWroteLast } from '../../api/conversations/queries.ts'
import type { AnswerValue } from '../../api/conversations/schema.ts'
import { isoDay, today } from '../../api/triage/slots/at.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { type Answer, type CustomerTurn, withoutDraft } from '../conversation/customer-turn.ts'
import { plainSlots } from '../conversation/corrections.ts'
import { withLinks } from '../conversation/goes-with-request.ts'
import { firstDayOf, lastDayOf } from '../conversation/questions.ts'
import { clausesOf } from '../conversation/words/clauses.ts'
import { asksHowToBook, booksIt, sendsIt, takesIt } from '../conversation/words/loose-words.ts'
import { BARE_ANSWER } from '../conversation/words/elsewhere.ts'
import { looksAsked } from '../conversation/words/set-words.ts'
import { daysMeant } from '../conversation/words/which-day.ts'
import { wentWrong } from '../conversation/words/wishes-only.ts'
import { areAkin } from './book-items.ts'
import { continueBooking } from './book.ts'
import { askWhichBooking, startBooking } from './begin-booking.ts'
import { onSale, spokenOf } from './on-sale.ts'
import { ratherThan } from './rather-than.ts'
import { inTwoBubbles } from './two-bubbles.ts'

/** 'Book it', 'the second weekend of May would be great', right after it was spoken of, and before anything was booked. */
export async function bookSpokenOf(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  const { about, draft, parked } = turn.state
  if (draft || parked || about?.bookingId || !turn.state.spokenOf) return undefined
  const { items, kinds } = await onSale(turn)
  const item = spokenOf(turn, items)
  if (!item) return undefined
  const sold = kinds.filter((one) => one.itemTypes.includes(item.type))
  // what has its price is ordered at it: nobody is asked what they would pay
  const kind = (item.priceMinor ? sold.find((one) => !one.requiredSlots.includes('budget')) : undefined) ?? sold[0]
  if (!kind) return undefined
  const others = ratherThan(turn.said.replace(LINK, ' '), item, items)
  if (others)
    return startBooking({ ...turn, state: withoutDraft(turn.state) }, kind.key, {
      ...plainSlots(turn.slotsFor(turn.said, kind.key)),
      ...(others.length === 1 && others[0] && { item: others[0].key }),
    })
  const { amount, date, party_size } = turn.state.spokenOf.places
  const known = {
    ...(amount !== undefined && { amount }),
    ...(date !== undefined && { date }),
    ...(party_size !== undefined && { party_size }),
    item: item.key,
  }
  const state = withoutDraft(turn.state)
  const words = turn.said.replace(LINK, ' ').trim()
  const takes = [turn.said, words].some((it) => sendsIt(it) || takesIt(it) || booksIt(it))
  // 'yes please', to a colleague who wrote since, is said to the colleague
  if ((takes && !(await staffWroteLast(turn.ctx, turn.conversationId))) || asksHowToBook(turn.said))
    return withItsLink(turn, await startBooking({ ...turn, state }, kind.key, known))
  // 'the 3rd, two of us. Is no fish a problem?' chooses, and asks beside it
  if (clausesOf(turn.said).every(looksAsked) || isOtherThanWish(it, turn.said)) return undefined
  // 'it went down, 350 left': of the order whose case is open
  if (about?.caseId && wentWrong(turn.said)) return undefined
  const other = it.intent === 'booking_request' && it.bookingKind !== undefined && it.bookingKind !== kind.key
  // 'book us a dinner', after a question about a golf course
  if (other && (it.labelConfidence ?? 0) >= SURELY_NAMED && !(await areAkin(turn, it.bookingKind ?? '', kind.key)))
    return undefined
  const told: Record<string, AnswerValue> = {
    ...plainSlots(turn.slotsFor(turn.said, kind.key)),
    ...(await dayMeant(turn, item, date)),
  }
  if (!WHEN_AND_HOW_MANY.some((name) => told[name] !== undefined) || told['item'] !== undefined) return undefined
  return withItsLink(turn, await startBooking({ ...turn, state }, kind.key, { ...known, ...told, item: item.key }))
}
/** 'That one please, the link is …': what it is for is told with it. */
const LINK =
  /[,、。\s]*(?:(?:the |my )?(?:link|url)(?: is)?|ลิงก์|ลิงค์|リンクは?|URLは)?[\s:：]*https?:\/\/\S+(?:\s*です)?[。.]?/gi

async function withItsLink(turn: CustomerTurn, begun: Answer): Promise<Answer> {
  const { draft } = begun.state
  const linked = draft?.dialogue === 'book' ? withLinks(turn, draft) : undefined
  return linked && linked !== draft ? continueBooking({ ...turn, state: begun.state }, linked) : begun
}

/** 'The Saturday one', of the dates that were told just now. */
async function dayMeant(
  { ctx, said, tenant }: CustomerTurn,
  item: CatalogueItem,
  within: AnswerValue | undefined,
): Promise<{ date?: string }> {
  const dayOf = ({ startsAt }: Slot) => isoDay(today({ now: startsAt, zone: tenant.zone }))
  const days = [...new Set((await openSlotsOf(ctx, [item.id], MOST_TOLD)).map(dayOf))]
  const inside =
    typeof within === 'string' ? days.filter((it) => it >= firstDayOf(within) && it <= lastDayOf(within)) : []
  // of the days they asked about there may be none: then it is one of those that come
  const [day, ...others] = daysMeant(said, inside.length > 0 ? inside : days)
  return day && others.length === 0 ? { date: day } : {}
}
const MOST_TOLD = 10

const WHEN_AND_HOW_MANY = ['date', 'party_size', 'amount', 'time']

/** A trouble, a wish for a person or a question by itself, as far as one can tell. */
const isOtherThanWish = (it: Understanding, said: string): boolean =>
  it.intent !== 'booking_request' &&
  it.intent !== 'smalltalk' &&
  it.intentConfidence >= SURELY_OTHER &&
  !(it.intent === 'other' && said.length <= BARE_ANSWER) &&
  // 'we are three, one is elderly' is like a complaint, and tells of nothing that went wrong
  (it.intent !== 'case_report' || wentWrong(said) || it.severity === 'critical')
const SURELY_OTHER = 0.6
const SURELY_NAMED = 0.75

/** A thing that was put before them is booked, with the day and the number they had named. */
export async function bookItem(turn: CustomerTurn, key: string, date: string, people: string): Promise<Answer> {
  const { kinds, items } = await onSale(turn)
  const item = items.find((it) => it.key === key)
  const kind = item && kinds.find((it) => it.itemTypes.includes(item.type))
  if (!item || !kind) {
    const others = await askWhichBooking(turn)
    return { ...others, say: inTwoBubbles(turn.copy.catalogue.gone(), [], others.say.slice(0, 1)) }
  }
  const { draft } = turn.state
  const state = draft?.dialogue === 'book' ? { ...withoutDraft(turn.state), parked: draft } : withoutDraft(turn.state)
  const count = Number(people)
  return startBooking({ ...turn, state }, kind.key, {
    item: item.key,
    ...(date && { date }),
    ...(Number.isInteger(count) && count > 0 && { party_size: count }),
  })
}
