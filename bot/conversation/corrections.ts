import type { AnswerValue, Draft } from '../../api/conversations/schema.ts'
import { isoDay, today } from '../../api/triage/slots/at.ts'
import { dateValue, isDay, readDateAnswer } from '../../api/triage/slots/dates.ts'
import { type Joining, readJoining } from '../../api/triage/slots/joining.ts'
import { readCountAnswer } from '../../api/triage/slots/people.ts'
import { readOfParty } from '../../api/triage/slots/some-of-party.ts'
import type { Slots, SlotValue, Understanding } from '../../api/triage/understanding.ts'
import { isBareNumber } from './words/bare-answers.ts'
import type { CustomerTurn } from './customer-turn.ts'
import { datesSaid } from './words/dates-said.ts'
import { isStretch, lastDayOf } from './questions.ts'
import { asksSomewhere } from './words/set-words.ts'
import { hotelIn, isPartOfHotel } from './words/where.ts'
import { dayNear } from './words/which-day.ts'
import { whoComes } from './words/who-comes.ts'

/** 'No, …', 'make it …': what follows replaces something, it is no answer to the question and no trouble. */
export const CORRECTS =
  /^\s*(?:no\b|not\b|wait|actually|sorry|change|make it|ไม่ใช่|ไม่ใช่ค่ะ|เปลี่ยน|ขอเปลี่ยน|(?:ขอ)?แก้|ลืมนับ|いや|いいえ|やっぱり|変更|訂正|[^\n]{0,70}(?:ขยับ|เลื่อน|เปลี่ยน)(?:ไป|เป็น))/i

/** What the words change in what is already known: 'no, 5 people', 'make it the 14th'. Nothing when they change nothing. */
export function corrections(
  turn: CustomerTurn,
  draft: Draft,
  understood: Understanding,
  except?: string,
): Draft | undefined {
  const fresh: Record<string, AnswerValue> = {
    ...correctedCount(turn),
    // 'one more, so 4'
    ...(draft.answers['party_size'] !== undefined && readJoining(turn.said) && countIn(turn.said)),
    ...plainSlots(understood.slots),
    ...correctedDate(turn),
    ...plainSlots(turn.slotsFor(turn.said, draft.kind)),
    ...madeIt(turn.said, draft),
  }
  // フォロワーを2000人で counts what is ordered, and nobody who comes
  if ('amount' in draft.answers && fresh['party_size'] === fresh['amount']) delete fresh['party_size']
  const near = dayNear(turn.said, draft.answers['date'], { now: turn.ctx.now, zone: turn.tenant.zone })
  if (near !== undefined && fresh['date'] !== undefined) fresh['date'] = near
  const other = theOtherDay(turn, draft)
  if (other !== undefined) fresh['date'] = other
  const party =
    draft.answers['party_size'] === undefined ? undefined : readOfParty(turn.said, draft.answers['party_size'])
  if (party?.some) {
    delete fresh['party_size']
    if (party.all !== undefined) fresh['party_size'] = party.all
  }
  // 'does it rain there in December?', of the 14th of that month
  const day = draft.answers['date']
  if (typeof day === 'string' && /^\d{4}-\d{2}$/.test(String(fresh['date'])) && day.startsWith(`${fresh['date']}-`))
    delete fresh['date']
  // 'last month 300 looked thin' speaks of what was; who names a day that is over is told so
  const over = typeof fresh['date'] === 'string' && isStretch(fresh['date']) && isOver(turn, fresh['date'])
  if (over && draft.dialogue === 'book' && draft.answers['date'] !== undefined) delete fresh['date']
  // 'she turns 6 in January', 'the other one on the 28th stays as it is': no day of this
  const isMonth = /^\d{4}-\d{2}$/.test(String(fresh['date']))
  if ((isMonth && OF_AN_AGE.test(turn.said)) || OF_ANOTHER_THAT_STANDS.test(turn.said)) delete fresh['date']
  // what was chosen by its name goes where it goes: 'Hokkaido is for two', over a tour of Taiwan, speaks of another
  const hasItem = typeof draft.answers['item'] === 'string' && !['', 'none'].includes(draft.answers['item'])
  const isRide = draft.answers['venue'] !== undefined || draft.answers['time'] !== undefined
  if (hasItem && draft.answers['destination'] !== undefined && !isRide && !RATHER.test(turn.said))
    delete fresh['destination']
  // 'two of us are guests', of a party of four
  const before = draft.answers['party_size']
  const fewer = typeof before === 'number' && typeof fresh['party_size'] === 'number' && fresh['party_size'] < before
  if (fewer && SOME_ARE_GUESTS.test(turn.said) && !CORRECTS.test(turn.said)) delete fresh['party_size']
  // 'if a child of 6 comes along, what does that cost?' asks, and counts nobody yet
  if (party && ONLY_IF.test(turn.said) && asksSomewhere(turn.said) && whoComes(turn.said)) delete fresh['party_size']
  const all = withThoseJoining(turn.said, draft)
  if (all !== undefined) fresh['party_size'] = all
  const there = draft.answers['destination']
  const too = fresh['destination']
  if (AS_WELL.test(turn.said) && typeof there === 'string' && typeof too === 'string' && !there.includes(too))
    fresh['destination'] = `${there}; ${too}`
  const stay = byItsName(turn.said, draft, whereTheyStay(turn, draft, fresh))
  const changed = Object.entries(stay).filter(
    ([name, value]) =>
      name !== except && (name !== 'amount' || 'amount' in draft.answers) && draft.answers[name] !== value,
  )
  if (changed.length === 0) return undefined
  const answers = { ...draft.answers, ...Object.fromEntries(changed) }
  if (changed.some(([name]) => ['date', 'time', 'item', 'venue'].includes(name))) delete answers['slot']
  delete answers['agreed']
  return { ...draft, misses: 0, answers }
}

/** 'She has vetoed Tuesday. Thursday then', 4日は夫が出社でした…5日で: of the day that is known and another one the other is meant. */
export function theOtherDay({ ctx, said, tenant }: CustomerTurn, { answers }: Draft): string | undefined {
  const known = answers['date']
  if (typeof known !== 'string' || isStretch(known) || EITHER.test(said)) return undefined
  const at = { now: ctx.now, zone: tenant.zone }
  const days = datesSaid(said, at).flatMap((it) => (isDay(it) ? [dayNear(it.text, known, at) ?? it.from] : []))
  const [one, two, ...more] = [...new Set(days)]
  if (one === undefined || two === undefined || more.length > 0) return undefined
  return one === known ? two : two === known ? one : undefined
}
const EITHER =
  /\b(?:or|till?|until|to|through|and|as well)\b|หรือ|ถึง|กับ|และ|または|もしくは|から|まで|\d\S?\s?[~〜–-]\s?\d|或|到/i

/** What several messages say together, where a later one may replace what an earlier one said: 'trip for 4', 'sorry, 5 people'. */
export function slotsOfAll(said: string, read: (words: string) => { slots: Slots }): Slots {
  const later = said
    .split('\n')
    .slice(1)
    .filter((line) => CORRECTS.test(line))
  return later.reduce((slots, line) => ({ ...slots, ...read(line).slots }), read(said).slots)
}

const isOver = ({ ctx, tenant }: CustomerTurn, day: string): boolean =>
  lastDayOf(day) < isoDay(today({ now: ctx.now, zone: tenant.zone }))
const OF_AN_AGE = /\d\s*(?:ขวบ|ปี(?!ใหม่|หน้า|นี้))|\b(?:turns?|turning|will be|becomes?) \d|\byears? old\b|歳になり|岁/i
const OF_ANOTHER_THAT_STANDS =
  /(?:ของเดิม|อันเดิม|ที่จองไว้)[ก-๙\s]{0,12}(?:เหมือนเดิม|ไม่ต้อง|คงไว้)|ไม่ต้อง(?:แตะ|ยุ่ง)|\b(?:the other one|other booking)\b.{0,30}\b(?:as (?:it )?is|stays?|unchanged|leave)\b|\bdon'?t touch\b/i
const RATHER = /\b(?:instead|rather|change|switch|not|no)\b|แทน|เปลี่ยน|ดีกว่า|ไม่ใช่|変更|代わり|ではなく|やっぱり|改/i
const SOME_ARE_GUESTS =
  /(?:มี|เป็น|พา)?แขก\s*(?:\d|[หสบ]|คน)|\b(?:one|two|three|\d) (?:of (?:us|them) (?:is|are) )?(?:guests?|members?|non-members?)\b|(?:ゲスト|ビジター|お客様)(?:は|が)?\s*\d|สมาชิก\s*\d|会員(?:は|が)?\s*\d/i
const ONLY_IF = /^(?:แล้ว)?(?:ถ้า|หาก|กรณี)|\b(?:if|what about|in case)\b|(?:場合|たら|れば|なら)|如果|要是/i

/** 'Lombok as well': beside the place that was named. */
const AS_WELL = /\b(?:as well|too|also|add|plus|and then)\b|ด้วย|เพิ่ม|แล้วก็|และ|も|追加|还|也/i

const LARGEST_PARTY = 500

export const besidesJoining = (said: string, { index, text }: Joining): string =>
  `${said.slice(0, index)} ${said.slice(index + text.length)}`

/** 'Add 2 more', to a party of four: six. */
export function withThoseJoining(said: string, { answers }: Pick<Draft, 'answers'>): number | undefined {
  const known = answers['party_size']
  const joining = typeof known === 'number' ? readJoining(said) : undefined
  if (typeof known !== 'number' || !joining || readOfParty(besidesJoining(said, joining)).all !== undefined)
    return undefined
  const all = known + joining.by
  return all >= 1 && all <= LARGEST_PARTY ? all : undefined
}

/** A hotel in another place, for a day out whose goal is known, is where they are fetched: no change of the goal. */
function whereTheyStay(
  turn: CustomerTurn,
  draft: Draft,
  fresh: Record<string, AnswerValue>,
): Record<string, AnswerValue> {
  const { destination, ...others } = fresh
  const isDayOut = draft.answers['destination'] !== undefined && draft.answers['duration_nights'] === undefined
  if (destination === undefined || !isDayOut || fresh['venue'] || CORRECTS.test(turn.said) || !A_HOTEL.test(turn.said))
    return fresh
  return { ...others, venue: destination }
}
/** 'Hotel' alone was read of ホテルはオークラです. */
function byItsName(said: string, draft: Draft, fresh: Record<string, AnswerValue>): Record<string, AnswerValue> {
  const hotel = hotelIn(said)
  if (hotel === undefined) return fresh
  if (fresh['name'] === hotel) delete fresh['name']
  // 'our hotel is Anantara Hoi An', on the way to Hoi An
  const end = ['destination', 'venue'].find((it) => isInside(draft.answers[it], hotel))
  if (end) {
    const { destination: _, venue: __, ...others } = fresh
    return { ...others, [end]: hotel }
  }
  const exact = ['destination', 'venue'].filter(
    (it) => fresh[it] !== undefined && isPartOfHotel(fresh[it], hotel, said),
  )
  return { ...fresh, ...Object.fromEntries(exact.map((it) => [it, hotel])) }
}

const isInside = (place: AnswerValue | undefined, hotel: string): boolean =>
  typeof place === 'string' && hotel !== place && hotel.toLowerCase().includes(place.toLowerCase())

const A_HOTEL = /hotel|hostel|resort|ホテル|旅館|โรงแรม|ที่พัก|酒店|饭店/i

/** 'やっぱり3名で': how many, in so few words that nothing else was understood of them. */
function correctedCount(turn: CustomerTurn): { party_size?: number } {
  if (turn.said.length > BRIEF || !COUNTS_PEOPLE.test(turn.said) || ASKS_PRICE.test(turn.said)) return {}
  const count = readCountAnswer(turn.said.replace(CORRECTS, '').replace(/^[\s、,]+|で$/g, ''))?.value
  return typeof count === 'number' ? { party_size: count } : {}
}

/** 'Make that 2': nobody says of what, and it is people who change their number. */
export function countIn(said: string): { party_size?: number } {
  const count =
    /(?:make (?:it|that)|(?<![a-z])to be|เป็น)\s?(\d{1,2})(?![\d:.]|\s?(?:am|pm|o'?clock|โมง|ทุ่ม|นาฬิกา|น\.|วัน|คืน|night|day|baht|บาท|k\b|st\b|nd\b|rd\b|th\b))/i.exec(
      said,
    )?.[1]
  return count ? { party_size: Number(count) } : {}
}

/** '300 looks odd when I normally get 12. Make it 80': of several numbers the one that it is to be. */
function madeIt(said: string, { answers }: Draft): { amount?: number } {
  const number = typeof answers['amount'] === 'number' ? MADE_IT.exec(said)?.slice(1).find(Boolean) : undefined
  return number === undefined ? {} : { amount: Number(number.replaceAll(',', '')) }
}
const MADE_IT =
  /\b(?:make|let'?s (?:make|do|say)) (?:it|that) (\d[\d,]*)(?![\d.]|\s?(?:k|m|am|pm|baht|thb)\b)|(?:เอาเป็น|เปลี่ยนเป็น|แก้เป็น|เหลือ)\s?(\d[\d,]*)(?![\d.]|\s?(?:k|บาท|โมง|หมื่น|พัน|แสน))|(\d[\d,]*)(?:に(?:して|変更)|で(?:お願い|いい))/i

const BRIEF = 24
/** 'And how much is it for one?' */
const ASKS_PRICE = /\bhow much\b|เท่าไ|กี่บาท|いくら|どれくらい|どのくらい|多少钱/i
const COUNTS_PEOPLE = /\d\s*(?:people|persons?|pax|of us|adults?|คน|ท่าน|人|名)/i

function correctedDate(turn: CustomerTurn): { date?: string } {
  // '2 ค่ะ' is the second of a month only for somebody who was asked for a day
  if (isBareNumber(turn.said)) return {}
  const reading = readDateAnswer(turn.said, { now: turn.ctx.now, zone: turn.tenant.zone })
  const value = reading && dateValue(reading)
  return value && reading.text.length > 2 ? { date: value } : {}
}

/** A day that is in no calendar, in words that say little else. */
export const impossibleDate = (turn: CustomerTurn): string | undefined =>
  datesSaid(turn.said, { now: turn.ctx.now, zone: turn.tenant.zone }).find((it) => it.impossible)?.text

/** The orders that were named beside the first: one trouble, told of several. */
export const furtherOrders = ({ slots }: Understanding): string[] =>
  (slots.order_id ?? []).slice(1).flatMap(({ value }) => (typeof value === 'string' ? [value] : []))

/** The first value of each slot, in the taxonomy's own formats. */
export function plainSlots(slots: Slots): Record<string, AnswerValue> {
  return Object.fromEntries(
    Object.entries(slots).flatMap(([name, [first]]) => (first === undefined ? [] : [[name, wordOf(name, first)]])),
  )
}

function wordOf(name: string, it: SlotValue): AnswerValue {
  if (name === 'budget') return sumOf(it)
  return name === 'amount' ? sumOf({ ...it, per: 'total' }) : it.value
}

/** For each one, or in other money than baht, a number alone would say something else: `50000/person`, `2000 USD/person`, `50 USDT`. */
function sumOf({ value, currency = 'THB', per = 'total' }: SlotValue): AnswerValue {
  if (currency === 'THB' && per === 'total') return value
  return `${value}${currency === 'THB' ? '' : ` ${currency}`}${per === 'total' ? '' : `/${per}`}`
}
