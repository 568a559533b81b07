import { isDay } from '../../../api/triage/slots/dates.ts'
import { plain } from '../../../api/triage/slots/plain.ts'
import { datesSaid } from './dates-said.ts'
import { dayNear } from './which-day.ts'

type At = { now: Date; zone: string }

const COURTESY = '(?:คะ|ค่ะ|ครับ|คับ|ฮะ|จ๊ะ|นะ|อะ|อ่ะ|[\\s.?!。、])*'
/** 'And the 8th?', แล้ว 8 ล่ะคะ, 8日はどうですか, 那8号呢: a day, and nothing that says what of it. */
const ANOTHER_DAY = [
  `(?:แล้ว|งั้น|ส่วน|ถ้า)+\\s*(?:เป็น)?(?:วัน)?(?:ที่)?\\s*(\\d{1,2})\\s*(?:ล่ะ|หล่ะ|ละ|ว่าง(?:ไหม|มั้ย|มั๊ย)|ได้(?:ไหม|มั้ย)|มี(?:ไหม|มั้ย))${COURTESY}`,
  `วันที่\\s*(\\d{1,2})\\s*(?:ล่ะ|หล่ะ|ละ)${COURTESY}`,
  `(?:and|or|but|so|ok(?:ay)?|hmm+|then|what about|how about|what if(?: it(?:'s| is| was)?)?|is)(?:[\\s,.]+(?:what about|how about|is|on|if|it(?:'s| is)?))*[\\s,]+(?:on )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: (?:then|instead|free|open|available))?[\\s.?!]*`,
  `(?:では|じゃあ?|それでは|なら|あと)?[、\\s]*(\\d{1,2})日(?:は|なら|だと|の(?:ほう|方)は)(?:どう|いかが|空いて|あ[いり])?[^\\d]{0,10}`,
  `(?:那|那么|那麼)?\\s*(\\d{1,2})[号號日]呢${COURTESY}`,
].map((it) => new RegExp(`^${it}$`, 'i'))
const LONGEST = 60

/** The day asked of right after another: by its number alone, of the month that was spoken of, or as a day of its own. */
export function followingDay(said: string, before: string, at: At): string | undefined {
  const words = plain(said).trim()
  if (words.length > LONGEST) return undefined
  const number = ANOTHER_DAY.map((it) => it.exec(words)?.[1]).find((it) => it !== undefined)
  if (number === undefined || Number(number) < 1 || Number(number) > 31) return undefined
  return dayNear(`the ${Number(number)}${ordinal(Number(number))}`, before, at)
}

const ordinal = (day: number): string =>
  day % 100 > 10 && day % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')

/** The question before, asked of the other day: 'any seats on the 5th?' and then 'and 26 December?'. Nothing where either names no day. */
export function askedOfDay(said: string, earlier: string, at: At): string | undefined {
  if (said.length > LONGEST || earlier.length > MOST_EARLIER) return undefined
  const [was, ...others] = datesSaid(earlier, at)
  if (!was || others.length > 0 || !isDay(was)) return undefined
  const [now, ...more] = datesSaid(said, at)
  const day = followingDay(said, was.from, at) ?? (now && more.length === 0 && isDay(now) ? now.from : undefined)
  return day && `${earlier.slice(0, was.index)} ${day} ${earlier.slice(was.index + was.text.length)}`
}
const MOST_EARLIER = 300
