import type { AnswerValue } from '../../api/conversations/schema.ts'
import type { Act, Worded } from '../../api/outbox/schema.ts'
import type { Asks, Tenant } from '../../api/tenants/schema.ts'
import { isoDay, today } from '../../api/triage/slots/at.ts'
import { readEmailAnswer, readPhoneAnswer } from '../../api/triage/slots/contacts.ts'
import { type DateReading, dateValue, readDateAnswer } from '../../api/triage/slots/dates.ts'
import { readAmountAnswer } from '../../api/triage/slots/money.ts'
import { readNameAnswer } from '../../api/triage/slots/names.ts'
import { readNightsAnswer } from '../../api/triage/slots/nights.ts'
import { readCountAnswer } from '../../api/triage/slots/people.ts'
import { readOrderIds, readReferences } from '../../api/triage/slots/references.ts'
import { readTimeAnswer } from '../../api/triage/slots/times.ts'
import { readSkip, readYesNo } from '../../api/triage/slots/yes-no.ts'
import type { Copy } from '../copy/copy.ts'
import { calendarDay } from '../copy/formats.ts'
import { ownQuestion, slotLabel } from '../copy/slots.ts'
import { text } from '../messages.ts'
import { isSetWords } from './words/set-words.ts'
import { saysSomething } from '../../api/written.ts'

export type Reading = { value: AnswerValue } | { problem: string } | undefined

const MOST_FREE_TEXT = 200
const MOST_OF_PLACE = 80
/** Politeness at the end of an answer is no part of a place's name. */
const COURTESY =
  /(?:\s|ค่ะ|คะ|ค่า|ครับผม|ครับ|คับ|งับ|นะ|จ้า|อ่ะ|(?<!เ[ก-ฮ]{1,2})อะ|,|please|でお願いします|がいいです|にします|です|(?<=[ァ-ヶー一-龠])で|[.!。])+$/i

/** ココです, มาครั้งแรกค่ะ: what staff read is what was said of it. */
const withoutCourtesy = (words: string): string => {
  const bare = words.replace(POLITE_END, '').trim()
  return bare === '' ? words : bare
}
const POLITE_END =
  /(?:(?:と(?:言い|申し)ます|という(?:名前)?です|(?<=[\p{L}\p{N}])です|でございます)[。.!！]?|\s?(?:ค่ะ|คะ|ค่า|ครับผม|ครับ|คับ))$/u

/** What a person's words mean as the answer to this very question; a problem is a kind sentence; nothing means it is no answer to it. */
export function readAnswer(
  name: string,
  said: string,
  at: { now: Date; zone: string; copy: Copy; mayBeRange: boolean; mayBePast?: boolean },
): Reading {
  const words = said.trim()
  if (!saysSomething(words)) return undefined
  switch (name) {
    case 'date':
      return readDay(readDateAnswer(words, at), at)
    case 'time':
      return found(readTimeAnswer(words, at)?.value)
    case 'party_size':
      return found(readCountAnswer(words)?.value)
    case 'duration_nights':
      return found(readNightsAnswer(words)?.value)
    case 'amount':
    case 'budget':
      return found(readAmountAnswer(words)?.value)
    case 'phone':
      return found(readPhoneAnswer(words)?.value)
    case 'email':
      return found(readEmailAnswer(words)?.value)
    case 'name':
      // 'all right' to a question for a name is none
      return readYesNo(words) || isSetWords(words) ? undefined : found(readNameAnswer(words)?.value)
    case 'order_id':
    case 'reference':
      return readSkip(words)
        ? { value: '' }
        : found(
            readReferences(words)[0]?.value ?? readOrderIds(words)[0]?.value ?? bareNumber(words) ?? onlyNumber(words),
          )
    case 'destination':
    case 'venue':
      return mayBePlace(words) ? found(words.replace(COURTESY, '').trim() || undefined) : undefined
    case 'item':
    case 'slot':
    case 'agreed':
    case 'change':
    case 'consent':
      return undefined
    default:
      // what only this business asks is answered in the person's own words
      return words.length <= MOST_FREE_TEXT ? found(withoutCourtesy(words)) : undefined
  }
}

/** Whether words may be the name of a place: not a number, a yes, an address, or a whole story. */
export const mayBePlace = (words: string): boolean =>
  /\p{L}/u.test(words) &&
  !SAYS_ELSE.test(words) &&
  !LOOSE_DAY.test(words.trim()) &&
  !TELLS_A_STORY.test(words) &&
  words.length <= MOST_OF_PLACE &&
  !/[@\n?？]|https?:/.test(words) &&
  !isSetWords(words) &&
  !readYesNo(words) &&
  !readSkip(words)

/** 'With caddies, please', เอ๊ะ …: no place begins like that. */
const SAYS_ELSE =
  /^(?:with|plus|and|also|just|only|we|we'?re|i|i'?m|please|can|could|actually|sorry|wait|oh|hmm+)\s|^(?:ได้(?:ไหม|มั้ย|ป่าว|หรือ)|เอ๊ย|อุ๊ย|อ้าว|เอ่อ|ขอโทษ|ลืมบอก|แล้วก็|เปลี่ยน(?:เป็น|ใจ)|ขอเปลี่ยน|แก้(?:เป็น|ไข)|(?:เพิ่ม|ลด)(?:เป็น|อีก)|เหลือ)|ดีกว่า|^(?:change|make) (?:it|that|to)\b|変更|追加して|^(?:では|それで|これで|はい|ええ|いや|いいえ|了解|承知)|結構(?:です)?[。\s]*$/i

/** 'AF 198. They are 2', 杉浦茂、七十六。家内は和子。: what is told of who comes and how, in sentences, is no place. */
const TELLS_A_STORY =
  /\b(?:they|he|she|we|i|it)(?:['’](?:re|s|m|ve|ll|d)| (?:are|is|am|was|were|have|has|will|want|need)) |(?<![A-Za-z])[A-Z]{2}\s?\d{2,4}\b|[。！][^\n]*\p{L}/u

/** 'Any day is fine' leaves open when, and says nothing of where. */
const LOOSE_DAY =
  /^(?:(?:on |at )?(?:any|whichever|whatever) (?:day|date|time|morning|afternoon|evening)s?(?![a-z])|any ?time(?![a-z])|whenever(?![a-z])|(?:วัน|เวลา|รอบ|กี่โมง|เมื่อไห?ร่?)(?:ไหน|ใด|อะไร)?ก็ได้|いつでも|何時でも|(?:日にち|日程|時間)は(?:いつでも|何時でも|お任せ)|(?:哪天|什么时候|什麼時候|随时|隨時)都?(?:可以|行))/i

const found = (value: string | number | undefined): Reading => (value === undefined ? undefined : { value })

/** `#1274850`, `ATP-5033` or `order 9921`: something with digits, said alone. */
const bareNumber = (words: string): string | undefined =>
  /^(?:order|no\.?|เลข(?:ที่)?|ออเดอร์|#|\s)*([A-Za-z]{0,5}-?[\d-]{3,20})[.!]?$/i.exec(words)?.[1]

/** 'It is 128966, from yesterday': the one number that is long enough, and no sum, count or telephone number. */
function onlyNumber(words: string): string | undefined {
  const found = [...words.matchAll(LONG_NUMBER)].map(([it]) => it)
  return found.length === 1 ? found[0] : undefined
}
const LONG_NUMBER =
  /(?<![\d.,/:+-])[1-9]\d{4,8}(?![\d/:-]|[.,]\d|\s?(?:k\b|฿|บาท|วิว|ฟอล|ไล[กค]|ซับ|คน|baht|thb|usd|views?|followers?|likes?|subs|円|回|人))/gi

/** A date is asked about when it is not in the calendar, has passed, or is a stretch of days where one day is needed. */
function readDay(
  reading: DateReading | undefined,
  at: { now: Date; zone: string; copy: Copy; mayBeRange: boolean; mayBePast?: boolean },
): Reading {
  if (!reading) return undefined
  if (reading.impossible) return { problem: at.copy.ask.impossibleDate(reading.text) }
  const value = dateValue(reading)
  if (!value) return undefined
  if (!at.mayBePast && lastDayOf(value) < isoDay(today(at))) return { problem: at.copy.ask.pastDate(reading.text) }
  return { value }
}

/** A range or month: fine for a tailor-made trip, one day is needed for everything else. */
export const isStretch = (value: string): boolean => value.includes('/') || isMonth(value)

export function lastDayOf(value: string): string {
  const last = value.split('/')[1] ?? value
  return isMonth(last) ? `${last}-31` : last
}

export function firstDayOf(value: string): string {
  const first = value.split('/')[0] ?? value
  return isMonth(first) ? `${first}-01` : first
}

const isMonth = (value: string): boolean => /^\d{4}-\d{2}$/.test(value)

/** The question for one slot, with what can be tapped instead of typed. */
export function askFor(
  name: string,
  it: {
    copy: Copy
    language: 'th' | 'en' | 'ja'
    tenant: Tenant
    asks: Asks
    now: Date
    within?: string
    data: string
    acts: Act[]
  },
): Worded {
  const { copy } = it
  const own = ownQuestion(name, it.asks, it.language)
  if (name === 'date') {
    const day = isoDay(today({ now: it.now, zone: it.tenant.zone }))
    const from = it.within && firstDayOf(it.within) > day ? firstDayOf(it.within) : day
    const to = it.within && !/^\d{4}-\d{2}(?:\/|$)/.test(it.within) ? lastDayOf(it.within) : undefined
    return {
      type: 'date',
      text: it.within ? copy.ask.dateWithin(calendarDay(it.within, it.language)) : (own ?? copy.ask.date()),
      label: copy.ask.pickDate,
      data: it.data,
      min: from,
      initial: from,
      ...(to && { max: to }),
      acts: it.acts,
    }
  }
  const ask = Object.hasOwn(copy.slot, name) ? copy.ask[name as 'time'] : undefined
  return text(own ?? ask?.() ?? copy.ask.anything(slotLabel(name, it.asks, it.language) ?? name), it.acts)
}
