import type { Gazetteer } from '../understanding.ts'
import { particularName, saidName, waysToSay } from './names-of-things.ts'
import { PLACES } from './places.ts'
import { plain } from './plain.ts'
import { type Cover, coverOf, type Found, take, touches } from './scan.ts'
import { nearly, skeletonOf } from './skeleton.ts'

export type Named = {
  slot: 'item' | 'venue' | 'destination'
  value: string
  /** An airport, a station or a pier: a point on the way rather than a place to spend a holiday. */
  stop?: true
  /** the town of a stop that is known only by its town */
  town?: string
}

type Entry = Named & { name: string; skeleton: string; latin: boolean; own: boolean; inChinese?: true }
type Index = {
  /** by the first two letters of the name */
  literal: Map<string, Entry[]>
  /** by the first two letters of the skeleton */
  folded: Map<string, Entry[]>
}

const KEY = 2
// Thai short forms hide inside longer words: น่าน is no part of นานน่าน, ปัว none of ปัวร์; these need a non-letter or a place word before them
const HIDDEN = /^(?:น่าน|แพร่|เว้|ปัว|ปาย|ตรัง|ตราด|ฟูจิ|ลาว|อุดร|อุบล|ตาก|เลย|น่าน|พาน|อารีย์|อารี|สยาม|รังสิต|จีน)$/
const COMMON_LATIN = new Set([
  'nan',
  'pai',
  'hue',
  'ella',
  'galle',
  'kl',
  'nara',
  'pua',
  'dps',
  'trang',
  'trat',
  'ari',
  'siam',
  'tak',
  'loei',
  'kobe',
  'leh',
  'paro',
])
/** Codes of airports, which are written in capitals. */
const CODES = /^(?:cnx|cei|hkt|kbv|utp|han|dad|sin|nrt|hnd|kix|icn)$/
/** Fewer letters than these are taken as written, or not at all. */
const LEAST_FOLDED = 5
const LEAST_ONE_SLIP = 7
const LEAST_TWO_SLIPS = 12
// a map of Asia finds itself in many a Thai sentence: บ้าง น่า is no Bang Na, เก่ามาก no Koh Mak
const LEAST_FOLDED_PLACE = 7
const LEAST_ONE_SLIP_IN_A_PLACE = 9

// A town in somebody's venue list is still a destination; an airport or a pier may be either
const TOWNS = new Set(PLACES.filter((it) => !it.stop).map((it) => it.value))

const entryOf = (named: Named, name: string, own: boolean): Entry => {
  const low = plain(name)
  return { ...named, name: low, skeleton: skeletonOf(low).letters, latin: /^[\x20-\x7e\u00c0-\u024f]+$/.test(low), own }
}

/** `Ari studio`: a branch that is called by its district answers to all its names, อารีย์ among them. */
const districtsIn = (venue: string): string[] => {
  const district = /^(\S{2,20}) (?:campus|studio|branch|school|office)$/i.exec(venue)?.[1]?.toLowerCase()
  if (!district) return []
  return PLACES.find((it) => it.names.some((name) => name.toLowerCase() === district))?.names.slice(1) ?? []
}

const entriesOf = (gazetteer: Gazetteer): Entry[] => {
  const items = gazetteer.filter((it) => it.slot === 'item').map((it) => it.value)
  return [...waysToSay(gazetteer)].flatMap(([{ slot, value }, names]) => {
    const named: Named = {
      slot: slot === 'venue' && TOWNS.has(value) ? 'destination' : slot,
      value: slot === 'item' ? saidName(value, items) : value,
    }
    const known = named.slot === 'venue' ? districtsIn(value) : []
    return [...names, ...known].filter((it) => it.length >= 2).map((it) => entryOf(named, it, true))
  })
}

const builtIn: Entry[] = PLACES.flatMap(({ value, names, inChinese, stop }) => {
  const named: Named = { slot: 'destination', value, ...(stop && { stop }) }
  return [
    ...names.map((it) => entryOf(named, it, false)),
    ...inChinese.map((it) => ({ ...entryOf(named, it, false), inChinese: true as const })),
  ]
})

const indexes = new WeakMap<Gazetteer, Index>()

const add = (index: Map<string, Entry[]>, key: string, entry: Entry): void => {
  const row = index.get(key)
  if (row) row.push(entry)
  else index.set(key, [entry])
}

const indexOf = (gazetteer: Gazetteer): Index => {
  const known = indexes.get(gazetteer)
  if (known) return known
  const index: Index = { literal: new Map(), folded: new Map() }
  for (const entry of [...entriesOf(gazetteer), ...builtIn]) {
    add(index.literal, entry.name.slice(0, KEY), entry)
    if (mayBeFolded(entry)) add(index.folded, entry.skeleton.slice(0, KEY), entry)
  }
  for (const row of [...index.literal.values(), ...index.folded.values()])
    row.sort((a, b) => b.name.length - a.name.length || Number(b.own) - Number(a.own))
  indexes.set(gazetteer, index)
  return index
}

const isLatinEdge = (char: string | undefined): boolean => char === undefined || !/[a-z0-9\u00c0-\u024f]/.test(char)

const THAI_PLACE_WORD =
  /(?:ไป|เที่ยว|ที่|ทริป|เมือง|จังหวัด|ทัวร์|จาก|ถึง|มา|พัก|ลง|รอบ|ประเทศ|แถว|วีซ่า|ดอย|เกาะ|กลาง|เหนือ|ใต้|อยู่|ส่ง|ดู|กิน|จอง|และ|กับ|ใน|ขอ|แพลน|โปรแกรม|รถ|โรงแรม|สาขา|หรือ|โฮมสเตย์|เที่ยวบิน|ย่าน|คอนโด|บ้าน|เป็น|ของ|คลาส|สนามบิน)$/
const BEFORE_STANDS_ALONE = /[^\u0e00-\u0e7f]$/

/** A service that is called by its number, 101: not the 101 somebody paid, wants or waits for. */
const IS_NUMBER = /^\d+$/
const COUNTS_BEFORE =
  /(?:โอน|เติม|จ่าย|ชำระ|ยอด|จำนวน|ราคา|หัก|คืน|ขาด|ค้าง|เหลือ|(?<![a-z])(?:paid|pay|sent|send|transfer(?:red)?|top(?:ped|ping)?[- ]?up|deposit(?:ed)?|charged?|refund(?:ed)?|amount|qty|quantity|only|got)|[$฿€£¥]|[\d.,])(?:ไป|เงิน|เข้า|มา|แล้ว|แค่|ของ|ละ|ให้| me| of| for| you)*[ :=]*$/
const COUNTS_AFTER =
  /^(?:[.,:/]\d| ?(?:บาท|฿|thb|baht|usdt?|円|元|泰铢|likes?|followers?|views?|subs?|members?|comments?|people|days?|hours?|hrs?|min|%|ไลค์|ไลก์|ฟอล|วิว|ซับ|คน|ท่าน|วัน|ชั่วโมง|ชม|นาที|人|日|時間))/

const fits = (text: string, low: string, at: number, end: number, entry: Entry): boolean => {
  if (entry.latin) {
    if (!isLatinEdge(low[at - 1]) || !isLatinEdge(low[end])) return false
    if (
      IS_NUMBER.test(entry.name) &&
      (COUNTS_BEFORE.test(low.slice(Math.max(0, at - 30), at)) || COUNTS_AFTER.test(low.slice(end, end + 12)))
    )
      return false
    if (!entry.own && CODES.test(entry.name)) return /^[A-Z]{3}$/.test(text.slice(at, end))
    // A short everyday name must be written as a name, or stand after a word of travel
    return (
      entry.own ||
      !COMMON_LATIN.has(entry.name) ||
      /[A-Z]/.test(text[at] ?? '') ||
      /(?:to|in|from|visit|near|around|via|at|->|→|-) $/.test(low.slice(Math.max(0, at - 8), at)) ||
      /^ (?:to|->|→|-) /.test(low.slice(end, end + 4)) ||
      /[\u0e00-\u0e7f] ?$/.test(low.slice(Math.max(0, at - 2), at))
    )
  }
  // 大河内翔太 is a name, and no journey to 河内
  if (entry.inChinese && /[ぁ-んァ-ヶ]/.test(low)) return false
  const cutsAWord = /^[\u0e30-\u0e3a\u0e47-\u0e4e]/.test(low.slice(end, end + 1))
  if (cutsAWord) return false
  if (!HIDDEN.test(entry.name) || entry.own) return true
  const before = low.slice(Math.max(0, at - 9), at)
  return before === '' || BEFORE_STANDS_ALONE.test(before) || THAI_PLACE_WORD.test(before)
}

/** Said of people and things from somewhere, not of a place to go: แขกญี่ปุ่น, 日本語, Bangkok Airways. */
const OF_PEOPLE_BEFORE =
  /(?:(?:แขก|แขกจาก|guests?|clients?|ลูกค้า|ลูกค้าจาก|คู่ค้า|คู่ค้าจาก|บริษัท|\()\s*|เพื่อน|(?<![\d๐-๙] ?)คน|ชาว|ภาษา|อาหาร|พูด|ไกด์)$/
const OF_PEOPLE_AFTER =
  /^(?:語|人|料理|系|在住|に(?:住|在住)|\)|\s(?:airways|airlines?|card|bank|guests?|clients?|agency|time|food(?! (?:tour|walk|trip|ride|night|crawl|tasting))|restaurant|passport|citizens?|team|office|plant|branch))/

const isOfPeople = (low: string, at: number, end: number): boolean =>
  OF_PEOPLE_BEFORE.test(low.slice(Math.max(0, at - 12), at)) || OF_PEOPLE_AFTER.test(low.slice(end, end + 14))

/** `Phnom Penh airport`, `สนามบินพาโร`, `京都駅`: a known town makes a stop of its own. */
const STOPS: [RegExp, RegExp, string][] = [
  [/สนามบิน(?:นานาชาติ)?\s*$/, /^\s*(?:international )?(?:airport|空港|机场|機場)/, 'Airport'],
  [/สถานี(?:รถไฟ)?\s*$/, /^\s*(?:(?:train |railway )?station|駅|站)/, 'Station'],
]

const asStop = (text: string, low: string, hit: Found<Named>): Found<Named> => {
  if (hit.value.slot !== 'destination' || hit.value.stop) return hit
  for (const [before, after, word] of STOPS) {
    const lead = before.exec(low.slice(Math.max(0, hit.index - 20), hit.index))
    const tail = after.exec(low.slice(hit.index + hit.text.length, hit.index + hit.text.length + 24))
    if (!lead && !tail) continue
    const index = hit.index - (lead ? lead[0].length : 0)
    const end = hit.index + hit.text.length + (tail ? tail[0].length : 0)
    return {
      index,
      text: text.slice(index, end),
      value: { slot: 'destination', value: `${hit.value.value} ${word}`, stop: true, town: hit.value.value },
    }
  }
  return hit
}

type Candidate = Found<Named> & { own: boolean }

const candidate = (text: string, start: number, end: number, { slot, value, stop, own }: Entry): Candidate => ({
  index: start,
  text: text.slice(start, end),
  value: { slot, value, ...(stop && { stop }) },
  own,
})

/** Names as the catalogue or the map writes them, the longest first; the tenant's own words win over the map of Asia. */
const asWritten = (text: string, low: string, index: Index): Candidate[] => {
  const found: Candidate[] = []
  for (let at = 0; at < low.length; at += 1) {
    const row = index.literal.get(low.slice(at, at + KEY))
    const hit = row?.find((it) => low.startsWith(it.name, at) && fits(text, low, at, at + it.name.length, it))
    if (!hit) continue
    found.push(candidate(text, at, at + hit.name.length, hit))
    at += hit.name.length - 1
  }
  return found
}

const digitsIn = (text: string): string => text.replace(/\D/g, '')

const mayBeFolded = ({ own, latin, skeleton }: Entry): boolean =>
  skeleton.length >= (own || latin ? LEAST_FOLDED : LEAST_FOLDED_PLACE)

const slipsIn = ({ own, latin, skeleton, name }: Entry): number => {
  // สนามบินน่าน and สนามบินโนยบาย differ where it matters
  if (!own && /^(?:สนามบิน|เกาะ|สถานี|ท่าเรือ|แม่น้ำ|โรงพยาบาล|ประเทศ)/.test(name)) return 0
  if (skeleton.length < (own || latin ? LEAST_ONE_SLIP : LEAST_ONE_SLIP_IN_A_PLACE)) return 0
  return own && skeleton.length >= LEAST_TWO_SLIPS ? 2 : 1
}

type Hit = { entry: Entry; start: number; end: number; slips: number; last: number }

/** Names written in another way: with slips, without spaces, in another transliteration. The first two letters must be right. */
const otherwiseWritten = (text: string, low: string, index: Index, taken: Cover): Candidate[] => {
  const { letters, at } = skeletonOf(low)
  const found: Candidate[] = []
  for (let i = 0; i + LEAST_FOLDED <= letters.length; i += 1) {
    const start = at[i] ?? 0
    if (taken[start] === 1) continue
    const row = index.folded.get(letters.slice(i, i + KEY))
    if (!row) continue
    let best: Hit | undefined
    for (const entry of row) {
      if (entry.latin && !isLatinEdge(low[start - 1])) continue
      for (const { length, slips } of nearly(letters, i, entry.skeleton, slipsIn(entry))) {
        const last = i + length - 1
        const hit = { entry, start, end: wordEnd(low, (at[last] ?? start) + 1), slips, last }
        if (taken[hit.end - 1] === 1 || !isFair(text, low, hit)) continue
        if (!best || isBetter(hit, best)) best = hit
        break
      }
    }
    if (!best) continue
    found.push(candidate(text, start, best.end, best.entry))
    i = best.last
  }
  return found
}

const isBetter = (hit: Hit, than: Hit): boolean => {
  if (hit.entry.own !== than.entry.own) return hit.end > than.end || (hit.end === than.end && hit.entry.own)
  return hit.slips < than.slips || (hit.slips === than.slips && hit.entry.skeleton.length > than.entry.skeleton.length)
}

/** A vowel or tone mark above or below the last letter belongs to it. */
const wordEnd = (low: string, end: number): number => {
  let after = end
  while (after < low.length && /[\u0e30-\u0e3a\u0e47-\u0e4e]/.test(low[after] ?? '')) after += 1
  return after
}

const isFair = (text: string, low: string, { entry, start, end, slips }: Hit): boolean => {
  if (!fits(text, low, start, end, entry)) return false
  const said = low.slice(start, end)
  if (slips > 0 && digitsIn(said) !== digitsIn(entry.name)) return false
  return entry.latin || !/\s/.test(said) || /\s/.test(entry.name) || (entry.own && slips === 0)
}

/** Catalogue names and places in a message. What the tenant sells wins over the map, and of two the longer stretch. */
export const readNamed = (text: string, gazetteer: Gazetteer): Found<Named>[] => {
  const low = plain(text)
  const index = indexOf(gazetteer)
  const written = asWritten(text, low, index)
  const otherwise = otherwiseWritten(
    text,
    low,
    index,
    coverOf(
      low.length,
      written.filter((it) => it.own),
    ),
  )
  const cover = coverOf(low.length)
  const isFree = (it: Candidate): boolean => {
    if (touches(cover, it)) return false
    take(cover, it)
    return true
  }
  const rank = (it: Candidate): number => (it.own ? 1 : 0)
  return [...written, ...otherwise]
    .sort((a, b) => rank(b) - rank(a) || b.text.length - a.text.length)
    .filter(isFree)
    .filter((it) => it.value.slot !== 'destination' || !isOfPeople(low, it.index, it.index + it.text.length))
    .map(({ index: at, text: said, value }) => asStop(text, low, { index: at, text: said, value }))
    .sort((a, b) => a.index - b.index)
    .map((it, _, all) => moreParticular(low, it, all, gazetteer))
    .filter((it, i, all) => !isTownOfStop(it, all[i + 1]))
}

/** 'IG followers, Thai ones': the words beside the name tell which of those that are called so. */
const moreParticular = (low: string, it: Found<Named>, all: Found<Named>[], gazetteer: Gazetteer): Found<Named> => {
  if (it.value.slot !== 'item') return it
  let beside = low
  for (const one of all)
    if (one.value.slot === 'item')
      beside = `${beside.slice(0, one.index)}${'\n'.repeat(one.text.length)}${beside.slice(one.index + one.text.length)}`
  const value = particularName(it.value.value, low.slice(it.index, it.index + it.text.length), beside, gazetteer)
  return value === undefined ? it : { ...it, value: { ...it.value, value } }
}

/** 曼谷素万那普机场: the town only says where the airport is. */
const isTownOfStop = (it: Found<Named>, next: Found<Named> | undefined): boolean =>
  next?.value.stop === true &&
  it.value.slot === 'destination' &&
  !it.value.stop &&
  it.index + it.text.length === next.index
