import type { CatalogueItem } from '../../api/catalogue/queries.ts'

/** What a business has a name for: something on sale, a kind of booking, a type of trouble. */
export type Named = { key: string; ways: readonly string[] }
export type Meant = { key: string; weight: number; words: string[] }

/** Of so much more weight than the next that nothing else is meant. */
const CLEARLY = 0.7
const LEAST = 0.2
const LEAST_WHOLE = 4
/** A figure tells sizes apart, and names nothing by itself. */
const OF_FIGURE = 0.5
/** What all are called by tells which is meant of none. */
const OF_ALL = 0.1

const EMPTY = new Set(
  `a an the of for and or with in on at to by per from up day days hour hours night nights month monthly week person people set x all new our your my session sessions
  book booking bookings appointment appointments reservation reservations request requests order orders service services change cancel other something
  ทำ มี นัด จอง การ ความ ใน ของ และ หรือ ที่ กับ แบบ ต่อ วัน ชั่วโมง เดือน คน ขอ สั่ง บริการ รายการ เปลี่ยนแปลง ยกเลิก อื่น ๆ ได้ ไม่ ให้ มา ไป เอง บ้าน ที่บ้าน
  ご お の を は が に で と 用 予約 ご予約 注文 依頼 サービス 変更 キャンセル その他 申込`
    .split(/\s+/)
    .filter(Boolean),
)

const segmenter = new Intl.Segmenter('th', { granularity: 'word' })
const THAI = /[\u0e00-\u0e7f]/
const KATAKANA = /^[\u30a0-\u30ff]+$/
const HIRAGANA = /^[\u3040-\u309f]+$/
const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/

/** One spelling for many; Thai writes foreign words with other tones. */
const plainly = (text: string): string => spelt(text).replace(TONES, '')
const spelt = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('’', "'").replaceAll('ๆ', ' ')
const TONES = /[็-๎]/g

const segments = (text: string): string[] =>
  [...segmenter.segment(spelt(text))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment.replace(TONES, ''))

/** Enough of a stem to bring 'dispensers' to 'dispenser' and 'renting' to 'rent'. */
const stem = (word: string): string =>
  /^[a-z']{4,}$/.test(word) ? word.replace(/'s?$|(?<!s)s$|(?<=[a-z]{4})(?:ing|ed)$/, '') : word

/** Wi-fi is wifi, and make-up makeup. */
const HYPHENED = /[a-z]+(?:-[a-z]+)+/g

const empty = new Set([...EMPTY].map(plainly))

type Script = 'thai' | 'japanese' | 'latin' | 'figures'
type Cut = { ways: readonly string[][]; words: ReadonlyMap<string, Script> }

/** The words of its names that may tell it from another. Names change seldom and are asked about with every message: cut once. */
function cutOf(it: Named): Cut {
  const known = cuts.get(it.ways)
  if (known) return known
  const ways = it.ways.map(wordsOf)
  const cut = { ways, words: new Map(ways.flat().map((word) => [word, scriptOf(word)])) }
  cuts.set(it.ways, cut)
  return cut
}
const cuts = new WeakMap<readonly string[], Cut>()

function scriptOf(word: string): Script {
  if (THAI.test(word)) return 'thai'
  if (JAPANESE.test(word)) return 'japanese'
  return /^[a-z']+$/.test(word) ? 'latin' : 'figures'
}

/** The words of one name; of Thai, which a dictionary cuts finely, two together as well. */
function wordsOf(way: string): string[] {
  const cut = segments(way)
  const words = cut.filter(isTelling).map(stem)
  const pairs = cut.flatMap((word, index) => {
    const next = cut[index + 1]
    return next && THAI.test(word) && THAI.test(next) && plainly(way).includes(word + next) ? [word + next] : []
  })
  const joined = (plainly(way).match(HYPHENED) ?? []).map((it) => it.replaceAll('-', ''))
  return [...new Set([...words, ...joined, ...pairs.filter((it) => it.length >= LEAST_WHOLE && !empty.has(it))])]
}

function isTelling(word: string): boolean {
  if (empty.has(word)) return false
  if (/^[\d.,]+$/.test(word)) return word.replace(/\D/g, '').length >= 2
  if (HIRAGANA.test(word)) return word.length >= 3
  // 膝, 腰
  return word.length >= 2 || /\p{Script=Han}/u.test(word)
}

/** A long word tells more than a short one, which may be anything's. */
const tellingOf = (word: string): number => Math.min(1, word.length / (JAPANESE.test(word) ? 2 : FULLY_TELLING))
const FULLY_TELLING = 6

type Heard = {
  text: string
  words: Set<string>
  /** those that may be a part of a longer word, or have one in them, by how they begin */
  long: Map<string, string[]>
  short: string[]
  foreign: string[]
  /** where words begin and end */
  bounds: Set<number>
  /** the words of a name that were looked for already: one question after another is asked of the same names */
  spoken: Map<Cut, readonly string[]>
  /** the same of each word */
  looked: Map<string, boolean>
}

/** Several questions are asked of the same words, by several turns at once. */
const lately = new Map<string, Heard>()
const MOST_KEPT = 8

function hear(said: string): Heard {
  const known = lately.get(said)
  if (known) return known
  const heard = heardIn(said)
  if (lately.size >= MOST_KEPT) lately.clear()
  lately.set(said, heard)
  return heard
}

/** 3月6日出発 has 日出 in it, and is no sunrise. */
const DAYS = /\d+\s?[年月日時分]/g

function heardIn(said: string): Heard {
  const bounds = new Set<number>([0])
  const cut: string[] = []
  let text = ''
  for (const { segment, isWordLike } of segmenter.segment(spelt(said).replace(DAYS, ' '))) {
    const word = segment.replace(TONES, '')
    if (isWordLike) cut.push(word)
    text += word
    bounds.add(text.length)
  }
  const joined = (text.match(HYPHENED) ?? []).map((it) => it.replaceAll('-', ''))
  const words = [...new Set([...cut, ...joined].map(stem))]
  return {
    text,
    words: new Set(words),
    long: byBeginning(words.filter((it) => it.length >= LEAST_WHOLE)),
    short: words.filter((it) => it.length <= 2),
    // what katakana writes together may be a part of a longer name: ロード of ロードバイク
    foreign: (text.match(/[\u30a0-\u30ff]{3,}/g) ?? []).filter((it) => !empty.has(it)),
    bounds,
    spoken: new Map(),
    looked: new Map(),
  }
}

function byBeginning(words: string[]): Map<string, string[]> {
  const known = new Map<string, string[]>()
  for (const word of words) known.set(beginning(word), [...(known.get(beginning(word)) ?? []), word])
  return known
}
const beginning = (word: string): string => word.slice(0, LEAST_WHOLE)

/** The words of a name that are among those that were said. */
function spokenOf(cut: Cut, heard: Heard): readonly string[] {
  const known = heard.spoken.get(cut)
  if (known) return known
  const spoken: string[] = []
  for (const [word, script] of cut.words) if (isHeardOnce(word, script, heard)) spoken.push(word)
  heard.spoken.set(cut, spoken)
  return spoken
}

/** Names share their words: each is looked for once. */
function isHeardOnce(word: string, script: Script, heard: Heard): boolean {
  const known = heard.looked.get(word)
  if (known !== undefined) return known
  const found = isHeard(word, script, heard)
  heard.looked.set(word, found)
  return found
}

/** 出発 is no 日出. */
const IN_ANY_WORD = /[日月年時分人名大小中上下前後出入発着行来明朝夜今本目方会合間名]/

function isHeard(word: string, script: Script, { text, words, long, short, foreign, bounds }: Heard): boolean {
  if (words.has(word)) return true
  if (script === 'thai') {
    const at = word.length >= LEAST_WHOLE ? text.indexOf(word) : -1
    // เสีย is no part of เสียง; where a dictionary cuts a foreign word is anybody's guess
    return at >= 0 && (word.length >= FULLY_TELLING || (bounds.has(at) && bounds.has(at + word.length)))
  }
  if (script === 'japanese') {
    if (word.length >= 2 && text.includes(word)) return true
    if (word.length === 1) return !IN_ANY_WORD.test(word) && short.some((it) => it.includes(word))
    return foreign.length > 0 && KATAKANA.test(word) && foreign.some((it) => word.startsWith(it) || word.endsWith(it))
  }
  if (script !== 'latin' || word.length < LEAST_WHOLE) return false
  return long.get(beginning(word))?.some((it) => it.startsWith(word) || word.startsWith(it)) ?? false
}

/**
 * Which of them a few words speak of, by any words of their names, the rarer among them the more: 'the electric one', ห้องอัดเสียง, パンクしちゃって. The likeliest
 * first; nothing that is not spoken of at all.
 */
export function meantOf(said: string, named: readonly Named[]): Meant[] {
  const heard = hear(said)
  const having = new Map<string, number>()
  const all: { key: string; ways: Cut['ways']; spoken: readonly string[] }[] = []
  for (const it of named) {
    const cut = cutOf(it)
    const spoken = spokenOf(cut, heard)
    // most share no word with what was said
    if (spoken.length === 0) continue
    for (const word of spoken) having.set(word, (having.get(word) ?? 0) + 1)
    all.push({ key: it.key, ways: cut.ways, spoken })
  }
  const weightOf = (word: string) => {
    const count = having.get(word) ?? 1
    const usual = (count === named.length && count > 1 ? OF_ALL / count : 1 / count) * tellingOf(word)
    return /^[\d.,]+$/.test(word) ? usual * OF_FIGURE : usual
  }
  return all
    .flatMap(({ key, ways, spoken }) => {
      const share = Math.max(0, ...ways.map((way) => shareOf(way, spoken)))
      const isNamed = spoken.some((word) => !/^[\d.,]+$/.test(word))
      return isNamed
        ? [{ key, words: [...spoken], weight: spoken.reduce((sum, word) => sum + weightOf(word), 0) * (1 + share) }]
        : []
    })
    .sort((a, b) => b.weight - a.weight)
}

/** How much of a name was said: who says all of it means it, and hardly what only begins like it. */
const shareOf = (way: readonly string[], spoken: readonly string[]): number =>
  way.length === 0 ? 0 : way.filter((word) => spoken.includes(word)).length / way.length

/** The only one that is clearly meant. */
export function oneMeant(said: string, named: readonly Named[]): Meant | undefined {
  const [first, second] = meantOf(said, named)
  return first && first.weight >= LEAST && (second?.weight ?? 0) <= first.weight * CLEARLY ? first : undefined
}

/** Those that are spoken of as much as any. */
export function likelyMeant(said: string, named: readonly Named[]): Meant[] {
  const meant = meantOf(said, named)
  const [first] = meant
  return first ? meant.filter((it) => it.weight > first.weight * CLEARLY) : []
}

/** A kind of booking with what is chosen from. */
export type NamedKind = Named & { items: readonly Named[] }

/** What says least against a kind: another that is spoken of almost as much. */
const CLEARLY_KIND = 0.8

/** The kind whose name and things the words speak of: 'do you rent water dispensers?' is about the dispensers, though water is on sale as well. */
export function kindMeant(said: string, kinds: readonly NamedKind[]): { key: string; words: string[] } | undefined {
  const called = meantOf(said, kinds)
  const things = meantOf(
    said,
    kinds.flatMap((it) => it.items),
  )
  if (called.length === 0 && things.length === 0) return undefined
  const isInKind = (word: string, kind: NamedKind) => [kind, ...kind.items].some((one) => cutOf(one).words.has(word))
  // a word of its name that things of another kind are called by, too, says less for it
  const sharedBy = (words: string[]) => {
    const counts = words.map((word) => kinds.filter((kind) => isInKind(word, kind)).length)
    return Math.max(1, Math.min(...counts))
  }
  const [first, second] = kinds
    .map((kind) => {
      const name = called.find((it) => it.key === kind.key)
      const thing = things.find((it) => kind.items.some((one) => one.key === it.key))
      return {
        key: kind.key,
        weight: (name ? name.weight / sharedBy(name.words) : 0) + (thing?.weight ?? 0),
        words: [...(name?.words ?? []), ...(thing?.words ?? [])],
      }
    })
    .sort((a, b) => b.weight - a.weight)
  if (!first || first.weight < LEAST || (second?.weight ?? 0) >= first.weight * CLEARLY_KIND) return undefined
  return { key: first.key, words: first.words }
}

/** What people call a thing on sale. */
export const waysToCall = (item: CatalogueItem): Named =>
  once(item, ({ key, name, names, aliases }) => ({ key, ways: [name, ...Object.values(names), ...aliases] }))

/** What a business calls a kind of booking or a type of trouble. */
export const namesOf = (it: { key: string; names: Partial<Record<string, string>> }): Named =>
  once(it, ({ key, names }) => ({ key, ways: Object.values(names).filter((name) => name !== undefined) }))

/** What a business set up stays the same object until it is changed. */
function once<T extends object>(it: T, name: (it: T) => Named): Named {
  const known = called.get(it)
  if (known) return known
  const made = name(it)
  called.set(it, made)
  return made
}
const called = new WeakMap<object, Named>()
