import type { Family } from './features.ts'

/** Hashes of a message's features, by their kind; those a vocabulary has no share for are not looked at. */
type Hashed = Partial<Record<Family, Uint32Array>>

/** How much each kind of feature may say in all. */
export type Shares = Partial<Record<Family, number>>

/**
 * The features a head has met, in an open table: a slot is found by the high part of a feature's hash and known by the low part. Rare features
 * weigh more than common ones.
 */
export type Vocabulary = { shares: Shares; marks: Uint16Array; rarity: Uint8Array }

/** Slots of the vocabulary, the features' own hashes, and what each weighs. */
export type Vector = { ids: Uint32Array; hashes: Uint32Array; values: Float32Array }

/** Rarity is kept in steps of this. */
const STEP = 1 / 64
const LOAD = 1.25
/** A table grows by so much at a time: one lesson more moves no feature to another slot. */
const PAGE = 4096

const markOf = (hash: number): number => hash & 0xffff || 1

/** A table a quarter larger than what it holds, so that a search ends soon. */
export function vocabularyOf(
  messages: readonly Hashed[],
  { shares, least, most }: { shares: Shares; least: number; most: number },
): Vocabulary {
  const families = Object.keys(shares) as Family[]
  const counts = new Map<number, number>()
  for (const message of messages)
    for (const family of families)
      for (const hash of message[family] ?? []) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= least)
  if (kept.length > most) kept.sort(([one, a], [other, b]) => b - a || one - other).length = most
  const size = Math.ceil((kept.length * LOAD + 8) / PAGE) * PAGE
  const marks = new Uint16Array(size)
  const rarity = new Uint8Array(size)
  for (const [hash, count] of kept) {
    const mark = markOf(hash)
    let slot = Math.floor((hash / 4294967296) * size)
    while (marks[slot] !== 0 && marks[slot] !== mark) slot = (slot + 1) % size
    marks[slot] = mark
    rarity[slot] = Math.min(255, Math.round(Math.sqrt(Math.log((1 + messages.length) / (1 + count)) + 1) / STEP))
  }
  return { shares, marks, rarity }
}

/** What of a message the vocabulary knows; every kind of feature has the length of its share. */
export function vectorOf({ shares, marks, rarity }: Vocabulary, features: Hashed): Vector {
  const size = marks.length
  const families = Object.keys(shares) as Family[]
  let most = 0
  for (const family of families) most += features[family]?.length ?? 0
  const ids = new Uint32Array(most)
  const known = new Uint32Array(most)
  const values = new Float32Array(most)
  let count = 0
  for (const family of families) {
    const hashes = features[family]
    if (!hashes) continue
    const from = count
    let squares = 0
    for (let i = 0; i < hashes.length; i += 1) {
      const hash = hashes[i] ?? 0
      const mark = markOf(hash)
      let slot = Math.floor((hash / 4294967296) * size)
      while (marks[slot] !== 0 && marks[slot] !== mark) slot = slot + 1 === size ? 0 : slot + 1
      if (marks[slot] === 0) continue
      const value = (rarity[slot] ?? 0) * STEP
      squares += value * value
      ids[count] = slot
      known[count] = hash
      values[count] = value
      count += 1
    }
    const scale = (shares[family] ?? 0) / Math.sqrt(squares || 1)
    for (let i = from; i < count; i += 1) values[i] = (values[i] ?? 0) * scale
  }
  return { ids: ids.slice(0, count), hashes: known.slice(0, count), values: values.slice(0, count) }
}

/** Whether a feature tells something: one that every so many messages share (`to`, `the`, a polite ending) does not, however few were met here. */
export function isTelling({ marks, rarity }: Vocabulary, hash: number): boolean {
  const size = marks.length
  const mark = markOf(hash)
  let slot = Math.floor((hash / 4294967296) * size)
  while (marks[slot] !== 0 && marks[slot] !== mark) slot = slot + 1 === size ? 0 : slot + 1
  return marks[slot] === 0 || (rarity[slot] ?? 0) * STEP >= TELLING
}
/** Of a hundred messages fewer than two hold it: the rarity of one in fifty. */
const TELLING = Math.sqrt(Math.log(50) + 1)
