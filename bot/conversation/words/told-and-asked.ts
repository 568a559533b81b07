import { looksAsked } from './set-words.ts'

/** A message in which something is told and something asked: 'the 15th then. What does it cost?' */
export type ToldAndAsked = { told: string; asked: string }

const SENTENCES = /(?<=[!?。！？])\s*|(?<=[a-z0-9)]\.)\s+(?=\S)|\n+/iu
/** Thai ends a sentence with a word of courtesy and a space, or with a space alone. */
const THAI_ENDS = /(?<=ค่ะ|คะ|ครับ|คับ|ค้าบ|จ้า|นะ|ๆ)\s+/
const THAI_ASKS =
  /(?:ไหม|มั้ย|มั๊ย|ไม๊|หรือเปล่า|รึเปล่า|ป่าว|ปะ|ป่ะ|หรือยัง|รึยัง|เท่าไห?ร่|เท่าไร|ยังไง|อย่างไร|กี่โมง|กี่บาท|ที่ไหน|อะไรบ้าง|ไหนบ้าง)(?:คะ|ค่ะ|ครับ|คับ|อะ|อ่ะ|บ้าง|\s|$|[ก-๙]{0,8}$)/
const LEAST = 2
/** A question of fewer letters has its beginning in the words before it. */
const LEAST_ASKED = 8

/** Its sentences, as they are marked. */
export const sentencesOf = (said: string): string[] =>
  said
    .trim()
    .split(SENTENCES)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** What is told, and what is asked beside it; nothing where the message is one of both alone, or asks more than once. */
export function toldAndAsked(said: string): ToldAndAsked | undefined {
  const parts = said
    .trim()
    .split(SENTENCES)
    .flatMap((part) => (/[ก-๙]/.test(part) ? thaiParts(part) : [part]))
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const asking = parts.filter(isAsked)
  const [asked] = asking
  if (asked === undefined || asking.length > 1) return undefined
  const told = parts.filter((part) => part !== asked).join(' ')
  return told.replace(/[^\p{L}\p{N}]/gu, '').length >= LEAST ? { told, asked } : undefined
}

const isAsked = (part: string): boolean =>
  !MAY_IT.test(part) && (looksAsked(part) || (/[ก-๙]/.test(part) && THAI_ASKS.test(part)))

/** '… ได้ไหม' alone puts what is told before it as a wish. */
const MAY_IT =
  /^\S{0,4}\s?(?:ก็)?ได้(?:ไหม|มั้ย|มั๊ย|ป่าว|ปะ|ป่ะ|หรือเปล่า)(?:คะ|ค่ะ|ครับ|คับ|นะ|[\s?])*$|^(?:is (?:that|it|this) (?:ok(?:ay)?|possible|fine|all ?right)|ok(?:ay)?|can you do (?:that|it)|(?:大丈夫|可能|よろしい|いい)(?:です|でしょう)か)[?？\s]*$/i

/** By courtesy; what asks and still holds more is cut before the word run that asks. */
function thaiParts(part: string): string[] {
  return part.split(THAI_ENDS).flatMap((sentence) => {
    const runs = sentence.split(/\s+/)
    const at = runs.findIndex((run) => THAI_ASKS.test(run))
    if (at < 0 || runs.length === 1) return [sentence]
    let from = at
    while (from > 0 && runs.slice(from, at + 1).join('').length < LEAST_ASKED) from--
    return [runs.slice(0, from).join(' '), runs.slice(from, at + 1).join(' '), runs.slice(at + 1).join(' ')]
  })
}
