const THAI_MONTHS = [
  'มกรา(?:คม)?',
  'กุมภา(?:พันธ์|พัน)?',
  'มีนา(?:คม)?',
  'เมษา(?:ยน)?',
  'พฤษภา(?:คม)?',
  'มิถุนา(?:ยน)?',
  'กรก[ฎฏ]า(?:คม)?',
  'สิงหา(?:คม)?',
  'กันยา(?:ยน)?',
  'ตุลา(?:คม)?',
  'พฤ[ศษส]จิ(?:กา(?:ยน)?)?',
  'ธันวา(?:คม)?',
]
const THAI_SHORT = ['ม ค', 'ก พ', 'มี ค', 'เม ย', 'พ ค', 'มิ ย', 'ก ค', 'ส ค', 'ก ย', 'ต ค', 'พ ย', 'ธ ค']
const ENGLISH_MONTHS = [
  'jan(?:uary|urary)?',
  'feb(?:ruary|uary|urary)?',
  'mar(?:ch)?',
  'apr(?:il)?',
  'may',
  'june?',
  'july?',
  'aug(?:ust)?',
  'sept?(?:ember|emeber)?',
  'oct(?:ober)?',
  'nov(?:ember|emeber)?',
  'dec(?:ember|emeber)?',
]

// Short forms end where the word ends: `5 มีคน` is no March, `4 ชม.คับ` no January
const START = '(?:(?<![ก-ฮ])|(?<=เดือน|ช่วง|ต้น|กลาง|ปลาย|สิ้น|รอบ|รุ่น|ถึง|งวด))'
const both = (short: string) => `(?<!ช)${short.replace(' ', '\\.\\s?')}\\.(?![ก-ฮ])`
const dotted = (short: string) => `${START}${short.replace(' ', '\\.\\s?')}(?:\\.|(?![ก-ู]))`
const loose = (short: string) => `${START}${short.replace(' ', '\\.?\\s?')}(?:\\.|(?![ก-ู]))`

/** Beside a day number `ธค` is enough; standing alone a month needs its dots or its name. */
export const THAI_MONTH_LOOSE = `(?:${[...THAI_MONTHS, ...THAI_SHORT.map(both), ...THAI_SHORT.map(loose)].join('|')})`
export const THAI_MONTH = `(?:${[...THAI_MONTHS, ...THAI_SHORT.map(both), ...THAI_SHORT.map(dotted)].join('|')})`
export const ENGLISH_MONTH = `(?:${ENGLISH_MONTHS.join('|')})\\.?`

const matchers = ENGLISH_MONTHS.map(
  (english, i) =>
    new RegExp(`^(?:${english}\\.?|${THAI_MONTHS[i]}|${both(THAI_SHORT[i] ?? '')}|${loose(THAI_SHORT[i] ?? '')})$`),
)

/** 1 to 12, from any spelling the patterns above let through. */
export const monthNumber = (text: string): number => matchers.findIndex((it) => it.test(text.trim())) + 1

const THAI_WEEKDAYS = ['จัน(?:ทร์?|ทร)?', 'อังคาร', 'พุธ', 'พฤหัส(?:บดี)?|พฤหัด', 'ศุกร์?|สุก(?=[์ร])', 'เสาร์?', 'อาทิตย์?|อาทิด']
const ENGLISH_WEEKDAYS = [
  'mon(?:day)?',
  'tue(?:s|sday)?',
  'wed(?:s|nesday)?',
  'thu(?:r|rs|rsday)?',
  'fri(?:day)?',
  'sat(?:urday)?',
  'sun(?:day)?',
]

export const THAI_WEEKDAY = `(?:${['จันทร์', 'อังคาร', 'พุธ', 'พฤหัส(?:บดี)?', 'ศุกร์', 'เสาร์', 'อาทิตย์'].join('|')})`
export const ENGLISH_WEEKDAY = `(?:${ENGLISH_WEEKDAYS.join('|')})`

const weekdays = ENGLISH_WEEKDAYS.map(
  (english, i) => new RegExp(`^(?:${english}|${THAI_WEEKDAYS[i]}|${'月火水木金土日'[i]})$`),
)

/** 0 is Monday. */
export const weekdayNumber = (text: string): number => weekdays.findIndex((it) => it.test(text.trim()))
