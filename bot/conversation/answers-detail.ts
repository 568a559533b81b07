import { activeItems, openSlotsOf } from '../../api/catalogue/queries.ts'
import type { AnswerValue, Draft } from '../../api/conversations/schema.ts'
import type { Asks } from '../../api/tenants/schema.ts'
import { isoDay, today } from '../../api/triage/slots/at.ts'
import { readSkip } from '../../api/triage/slots/yes-no.ts'
import { continueBooking } from '../dialogues/book.ts'
import { itemOf } from '../dialogues/offers.ts'
import { text } from '../messages.ts'
import { notUnderstood, skipIt } from './ask-again.ts'
import { goOn, isAnotherItem } from './changed-draft.ts'
import { CORRECTS, corrections, plainSlots } from './corrections.ts'
import { type Answer, withDraft } from './customer-turn.ts'
import { keepWish, mayBeNote, withNote } from './goes-with-request.ts'
import { offerNamed, takenOffer } from './taken-offer.ts'
import type { Waiting } from './waiting.ts'
import { sendsAll } from './words/agrees.ts'
import { BARE_ANSWER, isClear, isElsewhere } from './words/elsewhere.ts'
import { leavesOpen, sendsIt, wantsSoonest } from './words/loose-words.ts'
import { areaIn, hotelIn, isPartOfHotel } from './words/where.ts'
import { tellsWish } from './words/wishes.ts'

/** What is said to a question for one thing: a day, a number, a place, or what the business itself wants to know. */
export async function answersDetail(it: Waiting): Promise<Answer | undefined> {
  const { turn, draft, understood, asked, kind, named, own } = it
  if (asked === 'budget' && asksSameAmount(it)) return continueBooking(turn, draft)
  const isOwn = !Object.hasOwn(turn.copy.slot, asked)
  if (isOwn && kind?.optionalSlots.includes(asked) && sendsIt(turn.said))
    return continueBooking(turn, unasked(draft, kind))
  const known =
    (await placeOnOffer(it)) ?? nightsTold(it) ?? placeLeftOpen(it) ?? whereFetched(it) ?? (await soonestTold(it))
  if (known) return continueBooking(turn, known)
  const skipped = await skipIt(turn, draft, asked)
  if (skipped) return skipped
  const slots = { ...plainSlots(understood.slots), ...named }
  const isPlace = asked === 'venue' || asked === 'destination'
  const place =
    asked === 'venue'
      ? (slots['venue'] ?? slots['item'] ?? areaIn(turn.said))
      : asked === 'destination'
        ? slots[asked]
        : undefined
  const hotel = isPlace && place !== undefined ? hotelIn(turn.said) : undefined
  const exact = hotel && isPartOfHotel(place, hotel, turn.said) ? hotel : place
  const read = exact === undefined ? own : { value: exact }
  const changed = corrections(turn, draft, understood, asked)
  if (read && 'problem' in read) return { say: [text(read.problem)], state: withDraft(turn.state, changed ?? draft) }
  if (changed && isAnotherItem(draft, changed)) return goOn(turn, draft, changed)
  if (isOwn && changed && CORRECTS.test(turn.said)) return goOn(turn, draft, changed)
  if (isOwn && isElsewhere(understood) && isClear(understood) && turn.said.length > BARE_ANSWER) return undefined
  // 'with a child, a high chair please' is none either
  if (isPlace && place === undefined && turn.said.length > BARE_ANSWER && tellsWish(turn.said))
    return keepWish(turn, changed ?? draft)
  // where there is a list to choose from, 'easy to reach from Sriracha, early please' names none of it
  const isListed = asked === 'venue' && (draft.offered?.length ?? 0) > 0
  if (isListed && place === undefined && !changed && SAYS_MORE.test(turn.said) && mayBeNote(turn.said))
    return keepWish(turn, draft)
  // 'no, 5 people' is no place, whatever else a place may be called
  if (isPlace && place === undefined && changed) return goOn(turn, draft, changed)
  if (isPlace && place === undefined && turn.said.length <= BARE_ANSWER && Object.keys(named).length > 0)
    return continueBooking(turn, draft)
  if (read && isOwn)
    return continueBooking(turn, { ...draft, misses: 0, answers: { ...draft.answers, [asked]: read.value } })
  if (read && (understood.intent !== 'question' || turn.said.length <= BARE_ANSWER)) {
    const answers = { ...(changed ?? draft).answers, [asked]: read.value }
    return continueBooking(turn, { ...draft, misses: 0, answers })
  }
  if (changed) return continueBooking(turn, changed)
  if (isElsewhere(understood)) return undefined
  // 'AF 198. They are 2, with golf bags', to where to: no place, and not to be lost
  const isTold = isPlace && turn.said.length > BARE_ANSWER && SAYS_MORE.test(turn.said) && mayBeNote(turn.said)
  return isTold || tellsWish(turn.said) ? keepWish(turn, draft) : notUnderstood(turn, draft, understood)
}

const SAYS_MORE =
  /\d|[.。、,]\s*\S|希望|やすい|したい|ください|ขอ|อยาก|ไม่(?:อยาก|เอา)|\b(?:want|would|prefer|please|easy|near|close|flight|not)\b/i

/** 'I'll take 3,000', of which they had asked the price: how many again, and no money. */
const asksSameAmount = ({ turn, draft, own }: Waiting): boolean =>
  own !== undefined && 'value' in own && own.value === draft.answers['amount'] && !SAYS_MONEY.test(turn.said)
const SAYS_MONEY = /บาท|งบ|฿|\$|€|£|¥|\b(?:baht|thb|usd|dollars?|euros?|budget|k)\b|円|予算|元/i

/** 'Send it', instead of an answer to what may be left out: nothing more is asked. */
const unasked = (draft: Draft, kind: Asks): Draft => ({
  ...draft,
  answers: {
    ...Object.fromEntries(
      kind.optionalSlots.filter((name) => kind.slotWords[name]?.question).map((name) => [name, '']),
    ),
    ...draft.answers,
  },
})

/** 'The next one please', while something else is asked: the first day that is on sale. */
async function soonestTold({ turn, draft, kind }: Waiting): Promise<Draft | undefined> {
  const { date, slot } = draft.answers
  if (!kind || date !== undefined || slot !== undefined || !wantsSoonest(turn.said)) return undefined
  const item = itemOf(draft.answers, await activeItems(turn.ctx, kind.itemTypes))
  const [first] = item ? await openSlotsOf(turn.ctx, [item.id], 1) : []
  return first && answered(draft, { date: isoDay(today({ now: first.startsAt, zone: turn.tenant.zone })) })
}

const answered = (draft: Draft, answers: Record<string, AnswerValue>): Draft => ({
  ...draft,
  misses: 0,
  answers: { ...draft.answers, ...answers },
})

const placeOnOffer = async ({ turn, draft, asked, kind }: Waiting): Promise<Draft | undefined> =>
  asked === 'venue'
    ? ((await takenOffer(turn, draft, true)) ?? (await offerNamed(turn, draft, kind?.itemTypes ?? [])))
    : undefined

/** 'Fri 12 till Mon 15', to how many nights: from the one day to the other. */
function nightsTold({ draft, asked, named }: Waiting): Draft | undefined {
  if (asked !== 'duration_nights' || named[asked] !== undefined) return undefined
  const [, from, to] = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/.exec(String(named['date'])) ?? []
  const nights = from && to ? (Date.parse(to) - Date.parse(from)) / 86_400_000 : 0
  return nights > 0 && nights <= MOST_NIGHTS ? answered(draft, { ...named, duration_nights: nights }) : undefined
}
const MOST_NIGHTS = 60

/** Which place is for us to say: 'anywhere', or nothing was chosen and they want it sent. */
function placeLeftOpen({ turn, draft, asked, named }: Waiting): Draft | undefined {
  const { said, copy } = turn
  if (named[asked] !== undefined) return undefined
  if (asked === 'destination' && (leavesOpen(said) || readSkip(said)))
    return answered(said.length > BARE_ANSWER ? withNote(turn, draft) : draft, { destination: copy.ask.openPlace() })
  if (asked === 'venue' && (leavesOpen(said) || sendsIt(said) || sendsAll(said)))
    return answered(draft, { venue: copy.ask.openPlace() })
  return undefined
}

/** 'To the one in Sathorn': where they are fetched is known. */
function whereFetched({ turn, draft, asked, named }: Waiting): Draft | undefined {
  const { venue: fetched } = draft.answers
  const isToldWhereTo = named['venue'] !== undefined && !named[asked] && !FETCHED.test(turn.said)
  return asked === 'destination' && fetched !== undefined && isToldWhereTo
    ? answered(draft, { ...named, venue: fetched, destination: named['venue'] as AnswerValue })
    : undefined
}
const FETCHED = /\b(?:from|pick)\b|รับ|จาก|から|迎え|从|從|接/i
