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
 * swapped); the fewest slips, then the longest stretch. Undefined where there are more.
 */
export const nearly = (
  letters: string,
  start: number,
  name: string,
  most: number,
): { length: number; slips: number } | undefined => {
  const width = name.length + most
  let before: number[] = []
  let row = Array.from({ length: width + 1 }, (_, i) => i)
  for (let n = 1; n <= name.length; n += 1) {
    const next: number[] = [n]
    let least = n
    for (let i = 1; i <= width; i += 1) {
      if (Math.abs(i - n) > most) {
        next.push(most + 1)
        continue
      }
      const same = letters[start + i - 1] === name[n - 1]
      let slips = Math.min(
        (row[i - 1] ?? most + 1) + (same ? 0 : 1),
        (row[i] ?? most + 1) + 1,
        (next[i - 1] ?? most + 1) + 1,
      )
      const swapped = n > 1 && i > 1 && letters[start + i - 1] === name[n - 2] && letters[start + i - 2] === name[n - 1]
      if (swapped) slips = Math.min(slips, (before[i - 2] ?? most + 1) + 1)
      next.push(slips)
      least = Math.min(least, slips)
    }
    if (least > most) return undefined
    before = row
    row = next
  }
  let best: { length: number; slips: number } | undefined
  for (let i = 1; i <= Math.min(width, letters.length - start); i += 1) {
    const slips = row[i] ?? most + 1
    if (slips <= most && (!best || slips < best.slips)) best = { length: i, slips }
  }
  return best
}
