const THAI: Record<string, number> = {
  หนึ่ง: 1,
  นึง: 1,
  เอ็ด: 1,
  สอง: 2,
  ยี่: 2,
  สาม: 3,
  สี่: 4,
  ห้า: 5,
  หก: 6,
  เจ็ด: 7,
  แปด: 8,
  เก้า: 9,
}
const THAI_TENS: Record<string, number> = { สิบ: 10, ร้อย: 100, พัน: 1000, หมื่น: 10_000, แสน: 100_000, ล้าน: 1_000_000 }
const KANJI: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const KANJI_TENS: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 萬: 10_000, 億: 100_000_000 }
const ENGLISH: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const SCALE: Record<string, number> = {
  hundred: 100,
  k: 1000,
  thousand: 1000,
  grand: 1000,
  m: 1_000_000,
  million: 1_000_000,
  mil: 1_000_000,
}

/** Thai as it is typed in Latin letters: song khon, bai sam. */
export const IN_LATIN: Record<string, number> = {
  nueng: 1,
  neung: 1,
  song: 2,
  sam: 3,
  see: 4,
  si: 4,
  ha: 5,
  hok: 6,
  jed: 7,
  jet: 7,
  paed: 8,
  kao: 9,
  sip: 10,
}

const THAI_WORD = 'หนึ่ง|นึง|เอ็ด|สอง|ยี่|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน'
const ENGLISH_WORD =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'

/** `1,200` `1200` `3.5` */
export const DIGITS = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
/** `ห้าร้อย` `หมื่นนึง` */
export const THAI_NUMBER = `(?:${THAI_WORD}){1,14}`
export const ENGLISH_NUMBER = `(?:${ENGLISH_WORD})(?:[ -](?:${ENGLISH_WORD}))?(?: (?:hundred|thousand|million|grand))?`
export const KANJI_NUMBER = '[一二两兩三四五六七八九十百千万萬]{1,9}'
/** A small count as people say it in any of the three languages. */
export const COUNT = `(?:\\d{1,4}|${THAI_NUMBER}|(?<![a-z])(?:${ENGLISH_WORD})(?![a-z])|${KANJI_NUMBER})`

const ones = (words: string[], digits: Record<string, number>, tens: Record<string, number>): number | undefined => {
  let total = 0
  let pending: number | undefined
  let lastScale = 0
  const isDigit = (at: number) => digits[words[at] ?? ''] !== undefined
  for (const [at, it] of words.entries()) {
    const digit = digits[it]
    const scale = tens[it]
    // 四五天, สองสามคน, 三四十: two neighbours are a guess between them, and the greater is room enough
    const isGuess = digit !== undefined && pending === digit - 1 && pending > 0 && !isDigit(at - 2) && !isDigit(at + 1)
    if (digit !== undefined) pending = isGuess ? digit : (pending ?? 0) * 10 + digit
    else if (scale !== undefined) {
      // 五十万 and สองร้อยล้าน: the big scale takes all that stands before it
      if (scale > lastScale && lastScale > 0) total = (total + (pending ?? 0)) * scale
      else total += (pending ?? 1) * scale
      pending = undefined
      lastScale = scale
    } else return undefined
  }
  const last = words.at(-1)
  // หมื่นนึง is "one ten-thousand", not 10,001
  if (words.length === 2 && (last === 'นึง' || last === 'หนึ่ง')) return total
  // แสนห้า is 150,000 and 一万五 is 15,000: a lone digit counts tenths of the scale before it; ร้อยห้า would be rare and is left as 105
  const tenths = pending !== undefined && lastScale >= 1000 && tens[words.at(-2) ?? ''] === lastScale
  return total + (pending ?? 0) * (tenths ? lastScale / 10 : 1)
}

const thaiNumber = (text: string): number | undefined => {
  const words = text.match(new RegExp(THAI_WORD, 'g'))
  return words && words.join('') === text ? ones(words, THAI, THAI_TENS) : undefined
}

const englishNumber = (text: string): number | undefined => {
  let total = 0
  for (const it of text.split(/[ -]+/)) {
    const small = ENGLISH[it]
    const scale = SCALE[it]
    if (small !== undefined) total += small
    else if (scale !== undefined) total = (total || 1) * scale
    else return undefined
  }
  return total || undefined
}

/** Reads `1,200` `1.5k` `2 หมื่น` `ห้าร้อย` `twenty five` `3万` `五` as a number. The text must be plain (see plain.ts). */
export const parseNumber = (text: string): number | undefined => {
  const said = text.trim()
  const digits = new RegExp(
    `^(${DIGITS})\\s*(k|m|thousand|grand|million|mil|hundred|ร้อย|พัน|หมื่น|แสน|ล้าน|百|千|万|萬)?(?:\\s?(\\d)(千)?)?$`,
  ).exec(said)
  if (digits) {
    const base = Number((digits[1] ?? '').replaceAll(',', ''))
    const scale = digits[2] ?? ''
    const factor = SCALE[scale] ?? THAI_TENS[scale] ?? KANJI_TENS[scale] ?? 1
    if (digits[3] && factor === 1) return undefined
    // 2 หมื่น 5 is 25,000, and so is 2万5千
    return Math.round(base * factor * 100) / 100 + Number(digits[3] ?? 0) * (digits[4] ? 1000 : factor / 10)
  }
  if (/^[〇零一二两兩三四五六七八九十百千万萬]+$/.test(said)) return ones([...said], KANJI, KANJI_TENS)
  return thaiNumber(said) ?? englishNumber(said)
}
