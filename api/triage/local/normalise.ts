import { plain } from '../slots/plain.ts'

const VOWEL_TYPOS: [RegExp, string][] = [
  [/เเ/g, 'แ'],
  [/ํา/g, 'ำ'],
  [/([ก-ฮ])ๆ/g, '$1ๆ'],
  [/คั[บชฟ]|คร้าบ|ค้าบ|คร๊าบ|ครัช|คัฟ|งับ|คับ|ฮับ/g, 'ครับ'],
  [/ค่า+(?=$|\s)|คร่า+|ค๊ะ|คะ|ค่ะ/g, 'ค่ะ'],
  [/อยุ่/g, 'อยู่'],
  [/เรย/g, 'เลย'],
  [/ป่าว|ป้ะ|ปะ(?=$|\s)|ป่ะ|หรือเปล่า|รึเปล่า/g, 'ไหม'],
  [/มั้ย|มั๊ย|มัย|ไม๊|ไหม/g, 'ไหม'],
  [/ออเด้อ|ออร์เดอร์|ออเด้อร์|ออเดอ(?!ร)/g, 'ออเดอร์'],
  [/ไลค์|ไลก์/g, 'ไลค์'],
  [/เช็ก|เช๊ค|เชค/g, 'เช็ค'],
  [/แอดมิน|แอ๊ด|แอด/g, 'แอด'],
  [/เท่าไหร่|เท่าไร|เท่าไร่/g, 'เท่าไร'],
  [/รึยัง|หรือยัง|ยังอะ|ยังง่ะ/g, 'หรือยัง'],
  [/thier/g, 'their'],
  [/\bur\b/g, 'your'],
  [/\bpls\b|\bplz\b/g, 'please'],
  [/\bu\b/g, 'you'],
]

/** One spelling for what people write in many: width, case, digits, stretched letters, common slips. Numbers become `0`. */
export const normalise = (text: string): string => {
  let said = plain(text.normalize('NFC')).replace(/https?:\/\/\S+/g, ' urlx ')
  for (const [slip, right] of VOWEL_TYPOS) said = said.replace(slip, right)
  return said
    .replace(/(.)\1{2,}/gu, '$1$1')
    .replace(/\d+(?:[.,:]\d+)*/g, '0')
    .replace(/\s+/g, ' ')
    .trim()
}
