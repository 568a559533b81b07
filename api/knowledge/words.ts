import { type Mention, mentionsIn } from './topics.ts'

/** What a text is found by: its words, pieces of what is written without spaces, and topics that cross languages. */
export type Words = {
  /** with the topics spoken of at each */
  words: { word: string; topics: string[] }[]
  pieces: string[]
  topics: string[]
}

/** Goes up whenever words, pieces or topics are read otherwise: passages are then made anew (workers/care.ts). */
export const READING = 1

const THAI_ZERO = '๐'.charCodeAt(0)
const SPELLINGS: [RegExp, string][] = [
  [/เเ/g, 'แ'],
  [/ํา/g, 'ำ'],
  [/[\u200b-\u200f\u2060\ufeff]/g, ''],
  [/(.)\1{2,}/gu, '$1'],
  [/เท่าไหร่|เท่าไหร|เท่าไหล่|เท่าใด/g, 'เท่าไร'],
  [/มั้ย|มั๊ย|ไม๊|มัย(?=$|\s)|ป่าว|ป่ะ|ปะ(?=$|\s|คะ|ครับ)|หรือเปล่า|หรือป่าว|รึเปล่า|รึป่าว|ได้ป่ะ/g, 'ไหม'],
  [/ค่ะ|คะ(?![ก-ฮแ])|ครับผม|ครับ|คับ|ค้าบ|คร้าบ|งับ|นะ(?=$|\s)|จ้า|จ๊ะ|จ้ะ|อ่ะ|อะ(?=$|\s)|น้า(?=$|\s)|เอ่ย/g, ' '],
  [/ไลก์/g, 'ไลค์'],
  [/เวิร์ค/g, 'เวิร์ก'],
  [/ปั้ม|ปั๊ม/g, 'ปั๊ม'],
  [/ด้าย(?=ไหม)/g, 'ได้'],
  [/ไล[นณ์]+ค์?(?=$|\s)/g, 'ไลน์'],
]

/** One spelling for what people write in many: width, case, digits, stretched letters, common slips, polite endings. */
export function spelt(text: string): string {
  let said = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO))
    .replaceAll('’', "'")
  for (const [slip, right] of SPELLINGS) said = said.replace(slip, right)
  return said.replace(/\s+/g, ' ').trim()
}

/** Stand in questions of every kind and tell nothing of what is asked. */
const EMPTY = new Set(
  `a an the is are am be was were been do does did have has had can could may might must shall should will would i im me my mine we us our you your he she it its they them
  their this that these those there here what which who whom whose where why how if or and but not no so as at by for from in into of on to up with about any some all just than then
  too very also only please thanks thank hello hi hey know tell want need like get got go going let ask question wonder wondering long much many when one s t re ve ll d m don doesn isn aren
  ไหม ได้ มี ไม่ ที่ ของ และ หรือ กับ ให้ จะ ต้อง เป็น คือ อะไร ยังไง อย่างไร ทำไม แบบ นี้ นั้น ๆ ว่า แล้ว ก็ ถ้า หาก เลย ด้วย บ้าง หน่อย อยาก ขอ ถาม สอบถาม ทราบ รบกวน ช่วย บอก พี่ น้อง คุณ เรา
  ผม หนู ฉัน ดิฉัน ใน จาก ไป มา อยู่ กัน ทาง ไหน เท่าไร กี่ เมื่อไร ตอน เวลา ใช่ ยัง ครั้ง คน วัน นะ สวัสดี ขอบคุณ แอด ซิ สิ ละ ล่ะ เหรอ หรอ ทุก ถึง โดย ซึ่ง อัน เอา ทำ คิด ใช้ กำลัง
  は が を に で と も の へ や か ね よ から まで より です ます でし まし ませ ん た て ない する し さ れ いる い ある あり こと もの ため よう その この それ これ どの どれ どこ どう 何 いつ いくら
  ください 下さい 教え お ご 御 いただけ でき できる もらえ しょう ので けど 場合 的 是 吗 嗎 呢 的话 我 你 您 们 請問 请问 有 没有 可以 能 要 在 和 了 吧`
    .split(/\s+/)
    .filter(Boolean),
)

const segmenter = new Intl.Segmenter('th', { granularity: 'word' })

const read = new Map<string, Words>()
const MOST_REMEMBERED = 1_000
const LONGEST_REMEMBERED = 300

/**
 * Everything a text is found by. Very long texts are read from their beginning; a question is read once, though it is held against articles, against
 * what others asked, and becomes a draft itself.
 */
export function wordsOf(text: string): Words {
  const known = read.get(text)
  if (known) return known
  const words = wordsIn(text)
  if (text.length > LONGEST_REMEMBERED) return words
  if (read.size >= MOST_REMEMBERED) read.clear()
  read.set(text, words)
  return words
}

function wordsIn(text: string): Words {
  const said = spelt(text).slice(0, 2_000)
  const mentions = mentionsIn(said)
  const words = [...segmenter.segment(said)]
    .filter((it) => it.isWordLike)
    .map((it) => ({ word: stem(it.segment), topics: topicsAt(mentions, it.index, it.index + it.segment.length) }))
    .filter((it) => !EMPTY.has(it.word))
  return { words, pieces: [...new Set(piecesOf(said))], topics: [...new Set(mentions.map((it) => it.topic))] }
}

const topicsAt = (mentions: Mention[], from: number, to: number): string[] => [
  ...new Set(mentions.filter((it) => it.from < to && it.to > from).map((it) => it.topic)),
]

/** Enough of a stem to bring 'courses' to 'course' and 'cancelling' to 'cancel'. */
function stem(word: string): string {
  if (!/^[a-z']+$/.test(word)) return word
  const bare = word.replace(/'s?$/, '')
  if (bare.length <= 3) return bare
  if (bare.endsWith('ies')) return `${bare.slice(0, -3)}y`
  if (bare.endsWith('ss')) return bare
  return bare
    .replace(/(?<=ss|sh|ch|x)es$|s$/, '')
    .replace(/(?<=[a-z]{4})(?:ing|ed)$/, '')
    .replace(/(?<=[a-z]{4})([lnpt])\1$/, '$1')
}

/** Three Thai letters, two Japanese or Chinese characters: whatever the dictionary makes of a slip, most pieces are still the same. */
function piecesOf(said: string): string[] {
  const thai = said.match(/[\u0e00-\u0e7f]{3,}/g) ?? []
  const han = said.match(/[\u3040-\u30ff\u3400-\u9fff]{2,}/g) ?? []
  return [...thai.flatMap((run) => runsOf(run, 3)), ...han.flatMap((run) => runsOf(run, 2))]
}

const runsOf = (run: string, length: number): string[] =>
  Array.from({ length: run.length - length + 1 }, (_, index) => run.slice(index, index + length)).filter(
    (it) => !EMPTY.has(it),
  )

const MOST_TOKENS = 400

/** The same as tokens of one kind, as a question asks for them: `#topic`, `=word`, `~piece`. */
export function tokensOf(it: Words): string[] {
  const tokens = [
    ...it.topics.map((topic) => `#${topic}`),
    ...it.words.map(({ word }) => `=${word}`),
    ...it.pieces.map((piece) => `~${piece}`),
  ]
  return [...new Set(tokens)].slice(0, MOST_TOKENS)
}

const MARK = 12

/** As they stand in the index, which all tenants share. */
export const indexed = (tenantId: string, tokens: string[]): string[] =>
  tokens.map((token) => `${tenantId.slice(-MARK)}${token}`)

/** As they were before. */
export const bare = (tokens: string[]): string[] => tokens.map((token) => token.slice(MARK))
