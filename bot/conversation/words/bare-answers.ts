import type { AnswerValue } from '../../../api/conversations/schema.ts'
import { readNameAnswer } from '../../../api/triage/slots/names.ts'
import { plain } from '../../../api/triage/slots/plain.ts'
import { readSkip, readYesNo } from '../../../api/triage/slots/yes-no.ts'
import { readAnswer } from '../questions.ts'
import { saysReply } from './says-reply.ts'
import { isSetWords } from './set-words.ts'

type At = Parameters<typeof readAnswer>[2]

const COURTESY =
  '(?:ค่ะ|คะ|ค่า|ครับผม|ครับ|คับ|นะ|จ้า|จ้ะ|จ๊ะ|です|でお願い(?:いた|致)?します|お願い(?:いた|致)?します|please|[\\s.!,。、])*'
/** `4`, `2 ค่ะ`, `๔`, `3名`: a number, and nothing that says of what. */
const A_NUMBER = new RegExp(`^(?:about|around|ประมาณ|約)?\\s*\\d{1,7}${COURTESY}$`, 'i')

export const isBareNumber = (said: string): boolean => A_NUMBER.test(plain(said).trim())

const A_DAY = new RegExp(
  `^(?:(?:ok(?:ay)?|yes|i'?ll take|we'?ll take|let'?s (?:do|take|say|make it)|how about|maybe|เอา|ขอ|เลือก|จอง|เป็น|งั้น)[\\s,]*)*(?:(?:on |the )*|(?:รอบ|วัน)?(?:ที่|วันที่)?\\s*)(\\d{1,2})(?:st|nd|rd|th|日)?(?:\\s*(?:one|date|class|departure|の(?:回|日|便|方|ほう)?|(?:が|で)(?:いい|良い|希望|大丈夫)(?=です|$)|で|にします|希望|works|is (?:fine|good|ok(?:ay)?|great|perfect|best)|would (?:be (?:fine|good|great|best)|work)|suits(?: us| me)?|ละกัน|แล้วกัน|ก็ได้|เลย|นี้))*${COURTESY}$`,
  'i',
)

/** 'The 12th', 'ขอรอบ 12 ค่ะ', '12日の回で': a day of a month that was put before them, and nothing else. */
export function readDayOfMonth(said: string): number | undefined {
  const day = Number(A_DAY.exec(plain(said).trim())?.[1])
  return day >= 1 && day <= 31 ? day : undefined
}

/** The same where a number alone may be something else: it must say that it is a day. */
export const readNamedDayOfMonth = (said: string): number | undefined =>
  /\d(?:st|nd|rd|th|日)|(?:^|\s)the \d|วันที่\s*\d/i.test(plain(said)) ? readDayOfMonth(said) : undefined

const LATIN_NAME =
  /^(?:(?:my |the |her |his )?name(?:'s| is)?:? |i'?m |this is |under )?(?:mr|mrs|ms|dr|khun)?\.? ?[\p{Lu}][\p{L}'’.-]+(?: (?:de|van|von|der|bin|al)?-?\s?[\p{Lu}][\p{L}'’.-]*){0,3}[\s.!]*$/iu
const CAPITALS = /^\p{Lu}|\s\p{Lu}/u
const SAYS_NAME = /^(?:ชื่อ|คุณ|ในนาม|name|under)|(?:と申します|といいます|です)[。\s]*$/i
const THAI_NAME = /^(?:คุณ|นาย|นางสาว|นาง)?\s?[ก-๙]{2,14}(?:\s[ก-๙]{2,18})?\s*(?:ค่ะ|คะ|ครับ|คับ|จ้า|จ้ะ)?$/
/** Words of every day, that no parent calls a child. */
const THAI_WORDS =
  /(?:จอง|ส่ง|ไม่|ได้|เอา|ขอ|ยัง|แล้ว|อะไร|ไหน|เท่าไ|แพ้|กิน|คลาส|ห้อง|เลย|ครั้ง|วัน|เดือน|โรงแรม|สนาม|รอบ|คน|ที่|ถ้า|มี|จะ|แบบ|ตอน|เช้า|บ่าย|เย็น|ยืนยัน|ตกลง|โอเค|ใช่|เลื่อน|ยกเลิก|กี่|ไหม|มั้ย|แอด|บัญชี|แถว|ย่าน|โซน|แถบ|ละแวก|ใช้|เดิน|ป่วย|ช้า|เพิ่ง|นั่ง|กลัว|ชอบ|อยาก|ต้อง|เจ็บ|ปวด)/

/** Words that are somebody's name, as far as one can tell without having asked for it. */
export function looksLikeName(said: string): boolean {
  const words = said.trim()
  if (
    words.length < 2 ||
    words.length > 50 ||
    /\d|\n|[?？]/.test(words) ||
    isSetWords(words) ||
    readYesNo(words) ||
    readSkip(words) ||
    saysReply(words, 'question')
  )
    return false
  if (LATIN_NAME.test(words)) return CAPITALS.test(words.replace(/^(?:my |her |his )?name(?:'s| is)?:? /i, ''))
  if (
    SAYS_NAME.test(words) &&
    /^[\p{Script=Han}\p{Script=Katakana}ー\s]{1,12}(?:と申します|といいます|です)?[。\s]*$/u.test(words)
  )
    return true
  return THAI_NAME.test(words) && !THAI_WORDS.test(words)
}

/** Where a few words can hardly be anything else: not where a place or a thing was asked for, which has a name as well. */
const NAMES_AT = ['name', 'phone', 'email', 'consent', 'agreed', 'slot', 'time', 'date', 'party_size']
const COUNTED = ['party_size', 'duration_nights', 'amount', 'budget']

/**
 * What a bare value answers: the question that waits, else the first thing still open that takes such a value. `open` is what is still
 * missing, the waiting question first.
 */
export function bareAnswer(said: string, open: string[], at: At): { name: string; value: AnswerValue } | undefined {
  const asked = isBareNumber(said)
    ? open.find((name) => COUNTED.includes(name) && !(name === 'budget' && Number(/\d+/.exec(plain(said))?.[0]) < 100))
    : NAMES_AT.includes(open[0] ?? '') && open.includes('name') && looksLikeName(said)
      ? 'name'
      : undefined
  if (!asked) return undefined
  if (asked === 'name') {
    const name = readNameAnswer(said)?.value
    return name === undefined ? undefined : { name: 'name', value: name }
  }
  const read = readAnswer(asked, said, at)
  return read && 'value' in read ? { name: asked, value: read.value } : undefined
}
