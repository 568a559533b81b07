import type { Gazetteer } from '../understanding.ts'
import { PLACES } from './places.ts'
import { plain } from './plain.ts'
import type { Found } from './scan.ts'

export type Named = { slot: 'item' | 'venue' | 'destination'; value: string }

type Entry = Named & { name: string; latin: boolean; own: boolean }
type Index = Map<string, Entry[]>

const KEY = 2
// Thai short forms hide inside longer words: น่าน is no part of นานน่าน, ปัว none of ปัวร์; these need a non-letter or a place word before them
const HIDDEN = /^(?:น่าน|แพร่|เว้|ปัว|ปาย|ตรัง|ตราด|ฟูจิ|ลาว|อุดร|อุบล)$/
const COMMON_LATIN = new Set(['nan', 'pai', 'hue', 'ella', 'galle', 'kl', 'nara', 'pua', 'dps', 'trang', 'trat'])

const add = (index: Index, entry: Entry): void => {
  const key = entry.name.slice(0, KEY)
  const row = index.get(key)
  if (row) row.push(entry)
  else index.set(key, [entry])
}

// A town in somebody's venue list is still a destination; an airport or a pier may be either
const TOWNS = new Set(PLACES.map((it) => it.value).filter((it) => !/airport/i.test(it)))

const entriesOf = (gazetteer: Gazetteer): Entry[] =>
  gazetteer.flatMap(({ slot, value, names }) =>
    [value, ...names]
      .filter((it) => it.trim().length >= 2)
      .map((it) => ({
        slot: slot === 'venue' && TOWNS.has(value) ? 'destination' : slot,
        value,
        name: plain(it.trim()),
        latin: /^[\x20-\x7e\u00c0-\u024f]+$/.test(it),
        own: true,
      })),
  )

const builtIn: Entry[] = PLACES.flatMap(({ value, names }) =>
  names.map(
    (it): Entry => ({ slot: 'destination', value, name: plain(it), latin: /^[\x20-\x7e]+$/.test(it), own: false }),
  ),
)

const indexes = new WeakMap<Gazetteer, Index>()

const indexOf = (gazetteer: Gazetteer): Index => {
  const known = indexes.get(gazetteer)
  if (known) return known
  const index: Index = new Map()
  for (const entry of [...entriesOf(gazetteer), ...builtIn]) add(index, entry)
  for (const row of index.values()) row.sort((a, b) => b.name.length - a.name.length || Number(b.own) - Number(a.own))
  indexes.set(gazetteer, index)
  return index
}

const isLatinEdge = (char: string | undefined): boolean => char === undefined || !/[a-z0-9\u00c0-\u024f]/.test(char)

const THAI_PLACE_WORD =
  /(?:ไป|เที่ยว|ที่|ทริป|เมือง|จังหวัด|ทัวร์|จาก|ถึง|มา|พัก|ลง|รอบ|ประเทศ|แถว|วีซ่า|คน|ดอย|เกาะ|กลาง|เหนือ|ใต้|อยู่|ส่ง|ดู|กิน|จอง|และ|กับ|ใน|ขอ|แพลน|โปรแกรม|รถ|โรงแรม)$/

const fits = (text: string, low: string, at: number, entry: Entry): boolean => {
  const end = at + entry.name.length
  if (entry.latin) {
    if (!isLatinEdge(low[at - 1]) || !isLatinEdge(low[end])) return false
    // A short everyday name must be written as a name, or stand after a word of travel
    return (
      entry.own ||
      !COMMON_LATIN.has(entry.name) ||
      /[A-Z]/.test(text[at] ?? '') ||
      /(?:to|in|from|visit|near|around|via|at) $/.test(low.slice(0, at)) ||
      /[\u0e00-\u0e7f] ?$/.test(low.slice(0, at))
    )
  }
  if (!HIDDEN.test(entry.name) || entry.own) return true
  const before = low.slice(Math.max(0, at - 8), at)
  const nextMark = /^[\u0e30-\u0e3a\u0e47-\u0e4e]/.test(low.slice(end))
  return !nextMark && (before === '' || /[^\u0e00-\u0e7f]$/.test(before) || THAI_PLACE_WORD.test(before))
}

/** Catalogue names and places, the longest name first; the tenant's own words win over the map of Asia. */
export const readNamed = (text: string, gazetteer: Gazetteer): Found<Named>[] => {
  const low = plain(text)
  const index = indexOf(gazetteer)
  const found: Found<Named>[] = []
  for (let at = 0; at < low.length; at += 1) {
    const row = index.get(low.slice(at, at + KEY))
    const hit = row?.find((it) => low.startsWith(it.name, at) && fits(text, low, at, it))
    if (!hit) continue
    found.push({ index: at, text: text.slice(at, at + hit.name.length), value: { slot: hit.slot, value: hit.value } })
    at += hit.name.length - 1
  }
  return found
}
