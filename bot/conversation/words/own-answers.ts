import type { AnswerValue } from '../../../api/conversations/schema.ts'
import type { Asks } from '../../../api/tenants/schema.ts'
import { plain } from '../../../api/triage/slots/plain.ts'
import { booksIt, sendsIt } from './loose-words.ts'
import { asksToChange, looksAsked } from './set-words.ts'

/** A question of the business's own that is answered with a figure; how long hair is may be told without. */
const HOW_MANY = /กี่|\bhow many\b|何(?:個|本|台|枚|箱|袋|缶|名|人|回|時間|日|泊|歳)|いくつ/i
const FIGURE =
  /[\d๐-๙０-９一二三四五六七八九十百]|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|เดียว|คู่|ครึ่ง|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|half|few|couple|several|none|no|average|not sure)\b|ไม่(?:แน่ใจ|รู้|มี)|ひと|ふた|わから|不明|半/i
const OF_REACHING = /^[\s\d()+.-]{8,20}$|^\S+@\S+\.\S{2,}$/

const questionsOf = (name: string, { slotWords }: Asks): string =>
  Object.hasOwn(slotWords, name)
    ? [...Object.values(slotWords[name]?.question ?? {}), ...Object.values(slotWords[name]?.label ?? {})].join('\n')
    : ''

/**
 * Whether words cannot be the answer to a question of the business's own: a question is asked back, a figure was asked for and there is none, or it is how to
 * reach them, which is asked by itself.
 */
export function isNoOwnAnswer(name: string, said: string, asks: Asks, isAskedAgain = false): boolean {
  const question = questionsOf(name, asks)
  if (question === '') return false
  if (booksIt(said) || sendsIt(said)) return true
  if (looksAsked(said) && !asksToChange(said)) return true
  // 'all day', said a second time, is what they have to say
  if (!isAskedAgain && HOW_MANY.test(question) && !FIGURE.test(said)) return true
  const asksReach = ['phone', 'email'].some(
    (one) => asks.requiredSlots.includes(one) || asks.optionalSlots.includes(one),
  )
  return asksReach && OF_REACHING.test(said.trim()) && !HOW_MANY.test(question)
}

/** 160cm, 5kg: so much of something, and no number of people. */
export const isMeasure = (said: string): boolean => MEASURE.test(plain(said)) && !PEOPLE.test(plain(said))
const MEASURE = /\d\s?(?:cm|mm|kg|km|ml|ซม|เซน|กก|กิโล|มล|ลิตร|センチ|キロ|ミリ|℃|%)/
const PEOPLE = /\d\s?(?:people|persons?|pax|of us|adults?|คน|ท่าน|人|名)/

/** What is counted by a question that asks how many: 'how many bottles?', กี่ถัง, 何箱. */
function countedBy(question: string): string[] {
  const thai = [...question.matchAll(/กี่\s?([ก-๙]{2,12}?)(?=หรือ|กี่|ดี|นะ|คะ|ค่ะ|ครับ|\s|$|\?)/g)]
  const english = [...question.matchAll(/\bhow many ([a-z]{3,20})\b/gi)]
  const japanese = [...question.matchAll(/何(個|本|台|枚|箱|袋|缶|回|着|足|セット|パック|ケース|時間)/g)]
  return [...thai, ...english, ...japanese].flatMap(([, unit]) => (unit ? [unit.toLowerCase()] : []))
}
const NOT_COUNTED = ['would', 'will', 'people', 'do', 'are', 'คน', 'ท่าน', 'โมง', 'วัน', 'คืน']

/** '5 ถัง', told with the wish itself, is what กี่ถัง would have asked; of a thing in whose own name there is such a figure it is the name. */
export function countsTold(said: string, asks: Asks, names: readonly string[]): Record<string, AnswerValue> {
  const low = plain(said)
  const found = [...asks.requiredSlots, ...asks.optionalSlots].flatMap((name) => {
    const units = countedBy(questionsOf(name, asks)).filter((it) => !NOT_COUNTED.includes(it))
    const counts = units.flatMap((unit) => {
      const bare = unit.replace(/(?<=[a-z]{3})s$/, '')
      return [...low.matchAll(new RegExp(`(?<![\\d.,])\\d{1,4}\\s?${bare}${bare === unit ? '' : 's?'}`, 'g'))].map(
        ([it]) => it,
      )
    })
    const [count] = counts.filter((it) => !names.some((one) => plain(one).includes(it)))
    return count === undefined ? [] : [[name, count]]
  })
  return Object.fromEntries(found)
}
