import { type CatalogueItem, hasSlots } from '../../api/catalogue/queries.ts'
import type { AnswerValue, Draft } from '../../api/conversations/schema.ts'
import { dateValue } from '../../api/triage/slots/dates.ts'
import type { SlotName, Slots, Understanding } from '../../api/triage/understanding.ts'
import type { Answer, CustomerTurn } from '../conversation/customer-turn.ts'
import { datesSaid } from '../conversation/words/dates-said.ts'
import { dayNear } from '../conversation/words/which-day.ts'
import { isOfTheirOwn } from '../conversation/words/asks-to-be-told.ts'
import { isSpokenOf } from '../conversation/spoken-of.ts'
import { looksAsked } from '../conversation/words/set-words.ts'
import { bringsChildren, whoComes } from '../conversation/words/who-comes.ts'
import type { Kind } from './booking-script.ts'
import { tellsOfCare } from '../conversation/words/wishes.ts'
import { forWhichAge } from './for-which-age.ts'
import { groupSize } from './group-size.ts'
import { howHardItIs } from './how-hard.ts'
import { type CatalogueQuestion, catalogueQuestion, type Facet } from './catalogue-question.ts'
import { isCalledSo } from './kinds-of-things.ts'
import { type Asked, datesOf } from './item-facts.ts'
import { asksForPart, namedInPart } from './named-in-part.ts'
import { itemOf } from './offers.ts'
import { onSale, spokenOf, isPartOf } from './on-sale.ts'
import { MOST_LIKELY, type FromCatalogue, facts, offered } from './tell-of-item.ts'
import { whatIsIncluded } from './what-is-included.ts'
import { narrowed, notOnSale, ofTheirKind, surely, whichIsMeant } from './which-fit.ts'

/** Answers a question about what is on sale from the catalogue and its dates, and from nothing else. */
export async function answerFromCatalogue(
  turn: CustomerTurn,
  before: readonly Facet[] = [],
): Promise<FromCatalogue | undefined> {
  const ofThing =
    (await whatIsIncluded(turn)) ?? (await howHardItIs(turn)) ?? (await groupSize(turn)) ?? (await forWhichAge(turn))
  if (ofThing?.sure) return ofThing
  const mayNameDay = before.length === 0 && ENDS_ASKING.test(turn.said)
  const mayAsk = mayNameDay || (before.length === 0 && looksAsked(turn.said))
  if (!mayAsk && !catalogueQuestion(turn.said, [], before)) return undefined
  const { kinds, items } = await onSale(turn)
  if (items.length === 0) return undefined
  const read = slotsIn(turn, kinds)
  // 'knife class in december?' asks no more than whether there is one
  const namesDay = mayNameDay && read.item && read.date && !catalogueQuestion(turn.said)
  if (namesDay && catalogueQuestion(turn.said, stretchesOf(read), ['when'])?.rest.length !== 0) return undefined
  const inWords = catalogueQuestion(turn.said, stretchesOf(read), namesDay ? ['when'] : before)
  const inPart = inWords || turn.state.draft ? undefined : asksForPart(turn.said, stretchesOf(read), { items, kinds })
  const isNamed = Boolean(read.item ?? read.venue ?? read.destination)
  if (inWords?.asks.includes('about') && isOfTheirOwn(turn.said)) return undefined
  const question = isNamed ? (inWords ?? inPart) : askedUnnamed(turn, inWords ?? inPart, { items, kinds })
  if (!question) return undefined
  // 'and Japan in winter?': where to is what counts
  if (before.length > 0 && (read.item ?? read.destination ?? read.amount)) question.rest = []
  const [date, people, units, nights, destination] = [
    dayAsked(turn, first(read, 'date')),
    first(read, 'party_size'),
    first(read, 'amount'),
    first(read, 'duration_nights'),
    first(read, 'destination') ?? placeSpokenOf(turn, read),
  ]
  const called = (read.item ?? read.destination)?.[0]?.text.toLowerCase()
  const asked: Asked = {
    ...question,
    turn,
    kinds,
    items,
    ...(called && { called }),
    ...(typeof date === 'string' && { date }),
    ...(typeof people === 'number' && { people }),
    ...(whoComes(turn.said) !== undefined && { children: true }),
    ...(typeof units === 'number' && { units }),
    ...(typeof nights === 'number' && { nights }),
    ...(typeof destination === 'string' && { destination }),
  }
  const names = [...(read.item ?? []), ...(read.venue ?? [])].map((it) => String(it.value))
  const named = [...new Set(names.map((name) => itemOf({ item: name }, items)))]
  const missing = names.filter((name) => !itemOf({ item: name }, items))
  // a place where several things take place; what is not on sale is nobody's business
  const [place] = missing
  if (missing.length > 1 || (missing.length > 0 && read.item?.some((it) => it.value === place))) return undefined
  const told = await answerTo(
    { ...asked, ...(place && { place }) },
    named.filter((it) => it !== undefined),
  )
  return told && inPart ? { ...told, sure: false } : told
}

/** 'And on the 10th?', right after a question about February. */
function dayAsked({ ctx, said, state: { help }, tenant }: CustomerTurn, date: AnswerValue | undefined) {
  if (date === undefined || !help || ctx.now.getTime() - Date.parse(help.at) > SAME_MATTER_MS) return date
  const at = { now: ctx.now, zone: tenant.zone }
  const [before, ...others] = datesSaid(help.text, at)
  const month = before && others.length === 0 ? dateValue(before) : undefined
  return month && A_MONTH.test(month) ? (dayNear(said, month, at) ?? date) : date
}
const A_MONTH = /^\d{4}-\d{2}$/
const SAME_MATTER_MS = 15 * 60_000

/** 'Tell me more' is asked of what was just spoken of, else of all there is; of what is somebody's own no catalogue tells. */
function askedUnnamed(
  turn: CustomerTurn,
  question: CatalogueQuestion | undefined,
  { items, kinds }: { items: CatalogueItem[]; kinds: Kind[] },
): CatalogueQuestion | undefined {
  if (!question?.asks.includes('about') || question.rest.length > 0) return question
  if (!ASKS_FOR_DETAILS.test(turn.said) || ASKS_HOW_IT_GOES.test(turn.said)) return undefined
  if (spokenOf(turn, items)) return question
  return kinds.some((it) => isCalledSo(turn.said, it)) ? { ...question, asks: ['what'] } : undefined
}
const ASKS_FOR_DETAILS =
  /\b(?:details?|info(?:rmation)?|itinerary|syllabus|curriculum|tell (?:me|us)|more about|like|learn|see|cook)\b|รายละเอียด|ข้อมูล|บ้าง|詳し|くわし|詳細|内容|どんな|何[をが]|介绍|介紹|详|詳情|什么|什麼/i
const ASKS_HOW_IT_GOES = /เป็น(?:ยัง)?ไง/

const ENDS_ASKING = /[?？]\s*$|(?:ล่ะ|ละ)(?:คะ|ครับ|คับ)?\s*$/

/** 'And to Japan?', after 'do you have tours to Korea?': the same of another thing or place that is named. */
export async function answerFollowing(turn: CustomerTurn, earlier: string): Promise<Answer | undefined> {
  const included = await whatIsIncluded(turn, { earlier })
  if (included) return included.answer
  const asks = catalogueQuestion(earlier)?.asks ?? []
  const read = slotsIn(turn, (await onSale(turn)).kinds)
  // 'and is there one in May?', of what was just spoken of
  if (read.date && isSpokenOf(turn) && !read.item && !read.destination)
    return (await answerFromCatalogue({ ...turn, said: read.date[0]?.text ?? '' }, ['when']))?.answer
  if (asks.length === 0) return undefined
  return read.item || read.destination || (read.amount && isSpokenOf(turn))
    ? (await answerFromCatalogue(turn, asks))?.answer
    : undefined
}

/** 'Any seats left on the 12th?' asks, whatever else the engine hears in it, and holds nothing that the catalogue could not answer. */
export async function askedOfCatalogue(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  if (it.severity === 'critical' || it.intent === 'handoff') return undefined
  if (it.intent === 'booking_request' && WISHES_TO_BOOK.test(turn.said)) return undefined
  // '4,000 of these, how much is that?' is as good as an order: its sum is read back
  if (it.intent === 'booking_request' && it.slots.amount !== undefined) return undefined
  const listed = await answerFromCatalogue(turn)
  return listed?.sure ? listed.answer : undefined
}
const WISHES_TO_BOOK =
  /\b(?:book|reserve|sign (?:me|us) up|enrol|join|(?:i(?:'|’)?d like|i want|i need|we(?:'|’)?d like|we want|we need)(?! (?:to (?:know|hear|ask|find out|read)|(?:some |any |a bit )?(?:more |further )?(?:info|details?))))\b|จอง|สมัคร|ขอลง|ลงทะเบียน|อยากไป|อยากเรียน(?!รู้)|予約(?:し|を|お願い)|申し?込|预订|預訂|预约|報名|报名/i

async function answerTo(asked: Asked, named: CatalogueItem[]): Promise<FromCatalogue | undefined> {
  const { asks, items, turn } = asked
  const { catalogue } = turn.copy
  const [only, ...others] = named
  const rest = asked.rest.filter((word) => !named.some((it) => isPartOf(it, word)))
  if (only && rest.length === 0) {
    if (others.length > 0) return offered(asked, named.slice(0, MOST_LIKELY), catalogue.compare())
    const alike = ofTheirKind(asked, items)
    // 'the ramen course', where the short name is that of a workshop
    const called = alike.includes(only) ? [] : alike.filter((it) => isPartOf(it, asked.called))
    return called.length > 0
      ? offered(asked, [...called, only].slice(0, MOST_LIKELY), catalogue.which())
      : facts(asked, only)
  }
  // 'is the 12/19 departure of your Andaman island hopper thing still open? my husband is obsessed'
  const isOfDay = asked.date !== undefined && asks.every((it) => it === 'seats' || it === 'when')
  if (only && others.length === 0 && isOfDay && !turn.state.draft && !tellsOfCare(turn.said)) return facts(asked, only)
  if (only) return undefined
  if (rest.length > 0) {
    const whole = ofTheirKind(asked, items).filter((it) => rest.every((word) => isPartOf(it, word)))
    const likely =
      whole.length > 0 ? whole : namedInPart(turn.said, rest, { items: ofTheirKind(asked, items), kinds: asked.kinds })
    const [one, ...more] = likely.slice(0, MOST_LIKELY)
    if (!one) return notOnSale(asked, rest)
    // when it takes place was asked, and of one thing alone that can be told
    const when = more.length === 0 && asked.date ? await facts(asked, one) : undefined
    if (when) return { ...when, sure: false }
    const some = await offered(asked, [one, ...more], more.length > 0 ? catalogue.which() : catalogue.thisOne())
    return asks.includes('what') || asks.includes('about') ? surely(some) : some
  }
  const spoken = spokenOf(turn, items)
  if (spoken && !asked.destination && !asks.includes('what')) return facts(asked, spoken)
  return (await narrowed(asked)) ?? whichIsMeant(asked)
}

/** Of the thing that is being booked: what the words ask of it, if they ask of nothing else; in part, where they ask of its price or its hours and more. */
export async function factsInBooking(turn: CustomerTurn, draft: Draft, inPart = false): Promise<Answer | undefined> {
  const told =
    (await whatIsIncluded(turn, { draft })) ??
    (await howHardItIs(turn, draft)) ??
    (await groupSize(turn, draft)) ??
    (await forWhichAge(turn, draft))
  if (told?.sure) return told.answer
  const { kinds, items } = await onSale(turn)
  const [only, ...others] = draft.asked === 'item' ? (draft.offered ?? []) : []
  const item = itemOf(only && others.length === 0 ? { item: only } : draft.answers, items)
  const read = slotsIn(turn, kinds)
  const question = catalogueQuestion(turn.said, stretchesOf(read))
  if (!item || !question || question.asks.includes('what')) return undefined
  // whether there is room is asked of what is being booked, in however many words
  const isOfRoom = question.asks.every((it) => it === 'seats')
  const isOfMore = !isOfRoom && question.rest.some((word) => !isPartOf(item, word))
  if (isOfMore && !(inPart && question.asks.some((it) => it === 'price' || it === 'length' || it === 'until')))
    return undefined
  const [date, people] = [first(read, 'date') ?? draft.answers['date'], draft.answers['party_size']]
  const asked: Asked = {
    ...question,
    turn,
    kinds,
    items,
    ...(typeof date === 'string' && { date }),
    ...(typeof people === 'number' && { people }),
    ...(bringsChildren(draft, turn.said) && { children: true }),
  }
  return (await facts(asked, item))?.answer
}

/** Whether the thing that is being booked has room on its day, where it is sold by dates. */
export async function roomThen(turn: CustomerTurn, { answers }: Draft): Promise<string | undefined> {
  const { kinds, items } = await onSale(turn)
  const item = itemOf(answers, items)
  const date = answers['date']
  if (!item || typeof date !== 'string' || !(await hasSlots(turn.ctx, item.id))) return undefined
  return datesOf({ asks: ['seats'], rest: [], turn, kinds, items, date }, item)
}

/** Numbers of children are left standing: what a child pays is another question. */
const OF_CHILDREN = /เด็ก|ลูก|หลาน|ทารก|kid|child|infant|bab|toddler|teen|子供|子ども|小人|幼児|小孩|孩|儿童|兒童/i
const READ: SlotName[] = ['item', 'venue', 'destination', 'date', 'time', 'party_size', 'duration_nights', 'amount']

/** What the words say, read as a wish for what is booked by its name. */
function slotsIn(turn: CustomerTurn, kinds: Kind[]): Slots {
  const kind = kinds.find((it) => it.requiredSlots.includes('item')) ?? kinds[0]
  return kind ? turn.slotsFor(turn.said, kind.key) : {}
}

const stretchesOf = (slots: Slots): string[] =>
  READ.flatMap((name) => slots[name] ?? [])
    .map((it) => it.text)
    .filter((said) => !OF_CHILDREN.test(said))
    .sort((a, b) => b.length - a.length)

const first = (slots: Slots, name: SlotName): AnswerValue | undefined => slots[name]?.[0]?.value

/** Where to, as it is being booked, when the question itself names nothing: 'what does it cost?' */
function placeSpokenOf({ state: { draft } }: CustomerTurn, read: Slots): AnswerValue | undefined {
  if (draft?.dialogue !== 'book' || read.item || read.venue || draft.answers['item']) return undefined
  return draft.answers['destination']
}
