/** A text without what people vary when they write a name: spaces, tone marks, doubled letters, vowel lengths, small kana. */
export type Skeleton = {
  letters: string
  /** where each letter stands in the text */
  at: number[]
}

const SAME: [string, string][] = [
  ['ศษซ', 'ส'],
  ['ณ', 'น'],
  ['ญ', 'ย'],
  ['ฐฑฒถธ', 'ท'],
  ['ฎ', 'ด'],
  ['ฏ', 'ต'],
  ['ผภ', 'พ'],
  ['ฝ', 'ฟ'],
  ['ขฆ', 'ค'],
  ['ฬร', 'ล'],
  ['ฮ', 'ห'],
  ['ฉฌ', 'ช'],
  ['ีึื', 'ิ'],
  ['ู', 'ุ'],
  ['แ', 'เ'],
  ['ใ', 'ไ'],
  ['ๅ', 'า'],
  ['ァ', 'ア'],
  ['ィ', 'イ'],
  ['ゥ', 'ウ'],
  ['ェ', 'エ'],
  ['ォ', 'オ'],
  ['ャ', 'ヤ'],
  ['ュ', 'ユ'],
  ['ョ', 'ヨ'],
  ['ヴ', 'ブ'],
]
const sameAs = new Map(SAME.flatMap(([many, one]) => [...many].map((it) => [it, one] as const)))
const SILENT = /[^a-z0-9\u00c0-\u024fก-ฮา-ูเ-ไๅ\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff々]|[ะัฺ็่้๊๋์ํๆッっ]/
const THAI_LETTER = /[ก-ฮ]/
const KARAN = '์'

/** Letters of a plain text (see plain.ts), folded to those that matter. */
export const skeletonOf = (text: string): Skeleton => {
  const letters: string[] = []
  const at: number[] = []
  for (let i = 0; i < text.length; i += 1) {
    const said = text[i] ?? ''
    // ลิงก์, ศุกร์: a letter under the karan is not spoken
    if (THAI_LETTER.test(said) && (text[i + 1] === KARAN || (/[ิุ]/.test(text[i + 1] ?? '') && text[i + 2] === KARAN))) {
      while (text[i] !== KARAN) i += 1
      continue
    }
    if (SILENT.test(said)) continue
    const code = said.charCodeAt(0)
    const wide = code >= 0x3041 && code <= 0x3096 ? String.fromCharCode(code + 0x60) : said
    const letter = sameAs.get(wide) ?? wide
    if (letters.at(-1) === letter && !/\d/.test(letter)) continue
    letters.push(letter)
    at.push(i)
  }
  return { letters: letters.join(''), at }
}

/**
 * How many letters of `letters` from `start` spell `name` with at most `most` slips (one letter too many, too few, another, or two
 * swapped). The likeliest length first: with the fewest slips, then as long as the name. Empty where there are more slips.
 */
export const nearly = (
  letters: string,
  start: number,
  name: string,
  most: number,
): { length: number; slips: number }[] => {
  const width = name.length + most
  let [before, row, next] = rows(width + 1)
  for (let i = 0; i <= most; i += 1) row[i] = i
  row[most + 1] = most + 1
  for (let n = 1; n <= name.length; n += 1) {
    const first = Math.max(1, n - most)
    const last = Math.min(width, n + most)
    next[first - 1] = first === 1 ? n : most + 1
    let least = next[first - 1] ?? 0
    const wanted = name.charCodeAt(n - 1)
    for (let i = first; i <= last; i += 1) {
      const letter = letters.charCodeAt(start + i - 1)
      let slips = (row[i - 1] ?? 0) + (letter === wanted ? 0 : 1)
      if ((row[i] ?? 0) + 1 < slips) slips = (row[i] ?? 0) + 1
      if ((next[i - 1] ?? 0) + 1 < slips) slips = (next[i - 1] ?? 0) + 1
      const swapped =
        n > 1 && i > 1 && letter === name.charCodeAt(n - 2) && letters.charCodeAt(start + i - 2) === wanted
      if (swapped && (before[i - 2] ?? 0) + 1 < slips) slips = (before[i - 2] ?? 0) + 1
      next[i] = slips
      if (slips < least) least = slips
    }
    if (least > most) return NONE
    next[last + 1] = most + 1
    ;[before, row, next] = [row, next, before]
  }
  const lengths: { length: number; slips: number }[] = []
  for (let i = Math.max(1, name.length - most); i <= Math.min(width, letters.length - start); i += 1) {
    const slips = row[i] ?? most + 1
    if (slips <= most) lengths.push({ length: i, slips })
  }
  const off = (it: { length: number }) => Math.abs(it.length - name.length)
  return lengths.sort((a, b) => a.slips - b.slips || off(a) - off(b))
}

const NONE: { length: number; slips: number }[] = []
const kept: [Uint8Array, Uint8Array, Uint8Array] = [new Uint8Array(256), new Uint8Array(256), new Uint8Array(256)]
/** Three rows to reckon in, used again and again: this runs for every letter of a message. */
const rows = (length: number): [Uint8Array, Uint8Array, Uint8Array] =>
  length + 2 <= 256 ? kept : [new Uint8Array(length + 2), new Uint8Array(length + 2), new Uint8Array(length + 2)]
