import { plain } from '../slots/plain.ts'

const VOWEL_TYPOS: [RegExp, string][] = [
  [/เเ/g, 'แ'],
  // typed in another order: the tone before the vowel above or below, the am in two pieces
  [/([\u0e48-\u0e4b])([\u0e31\u0e34-\u0e3a\u0e47\u0e4d])/g, '$2$1'],
  [/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, '$1ำ'],
  [/([ก-ฮ])ๆ/g, '$1ๆ'],
  [/คั[บชฟ]|คร้าบ|ค้าบ|คร๊าบ|ครัช|คัฟ|งับ|คับ|ฮับ/g, 'ครับ'],
  [/ค่า+(?=$|\s)|คร่า+|ค๊ะ|คะ|ค่ะ/g, 'ค่ะ'],
  [/อยุ่/g, 'อยู่'],
  [/เรย/g, 'เลย'],
  [/ป่าว|ป้ะ|ปะ(?=$|\s)|ป่ะ|หรือเปล่า|รึเปล่า/g, 'ไหม'],
  [/มั้ย|มั๊ย|มัย|ไม๊|ไหม/g, 'ไหม'],
  [/ออเด้อ|ออร์เดอร์|ออเด้อร์|ออเดอ(?!ร)/g, 'ออเดอร์'],
  [/ไลค์|ไลก์/g, 'ไลค์'],
  // not of กลิ้ง, which rolls
  [/(?<!ก)ลิ้ง(?:[คก]์)?|ลิงค์/g, 'ลิงก์'],
  [/เช็ก|เช๊ค|เชค/g, 'เช็ค'],
  [/แอดมิน|แอ๊ด|แอด/g, 'แอด'],
  [/เท่าไหร่|เท่าไร|เท่าไร่/g, 'เท่าไร'],
  [/รึยัง|หรือยัง|ยังอะ|ยังง่ะ/g, 'หรือยัง'],
  [/thier/g, 'their'],
  [/\bur\b/g, 'your'],
  [/\bpls\b|\bplz\b/g, 'please'],
  [/\bu\b/g, 'you'],
]

/** Of a longer message only the beginning and the end are read: people say what they want there, and the work stays bounded. */
const HEAD = 600
const TAIL = 300
const shortened = (text: string): string =>
  text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)} ${text.slice(-TAIL)}`

// what is not seen, and parts words that are one: zero-width spaces and joiners, marks of direction, soft hyphens, halves of a torn pair
const UNSEEN =
  /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\ufe0e|\ufe0f|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** One spelling for what people write in many: width, case, digits, stretched letters, common slips. Numbers become `0`, long ones `000`. */
export const normalise = (text: string): string => {
  let said = plain(shortened(text.replace(UNSEEN, '')).normalize('NFC')).replace(/https?:\/\/\S+/g, ' urlx ')
  for (const [slip, right] of VOWEL_TYPOS) said = said.replace(slip, right)
  return said
    .replace(/(.)\1{2,}/gu, '$1$1')
    .replace(/\d{6,}/g, '000')
    .replace(/\d+(?:[.,:]\d+)*/g, (it) => (it === '000' ? it : '0'))
    .replace(/\s+/g, ' ')
    .trim()
}
