import { conceptsOf } from './concepts.ts'
import { languageOf } from './language.ts'
import { normalise } from './normalise.ts'

export const BUCKETS = 1 << 16

/** A message as the model sees it: hashed features with weights, the concepts it touches, and how it was spelt out. */
export type Features = {
  ids: Uint32Array
  values: Float32Array
  concepts: string[]
  normalised: string
  grams: Uint32Array
}

const FNV = 0x811c9dc5
const step = (h: number, unit: number): number => Math.imul(h ^ unit, 0x01000193)
const finish = (hashed: number): number => {
  let h = hashed ^ (hashed >>> 15)
  h = Math.imul(h, 0x2c1b3c6d)
  return (h ^ (h >>> 13)) >>> 0
}
const hash = (text: string, seed: number): number => {
  let h = FNV ^ seed
  for (let i = 0; i < text.length; i += 1) h = step(h, text.charCodeAt(i))
  return finish(h)
}

const segmenters = {
  th: new Intl.Segmenter('th', { granularity: 'word' }),
  ja: new Intl.Segmenter('ja', { granularity: 'word' }),
}

const wordsOf = (text: string): string[] => {
  const latinOnly = /^\p{ASCII}*$/u.test(text)
  if (latinOnly) return text.match(/[a-z0-9']+|[?!]/g) ?? []
  const segmenter = languageOf(text) === 'ja' ? segmenters.ja : segmenters.th
  const words: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(text))
    if (isWordLike || /[?!？！]/.test(segment)) words.push(segment)
  return words
}

const WORD = 1
const PAIR = 2
const SKIP = 3
const CHARS = 4
const CONCEPT = 5
const CONCEPTS = 6
const SHAPE = 7

/** How much each family of features may say in all; tuned on folds of the training messages. */
const SHARE = { words: 1.5, chars: 1.2, concepts: 1.3, pairs: 0.9, shape: 0.25 }

type Bag = Map<number, number>
const fill = (bag: Bag, family: number, of: string[]): void => {
  for (const it of of) {
    const id = hash(it, family) % BUCKETS
    bag.set(id, 1)
  }
}
const weigh = (bag: Bag, share: number, into: Bag): void => {
  const each = share / Math.sqrt(bag.size || 1)
  for (const id of bag.keys()) into.set(id, (into.get(id) ?? 0) + each)
}

/** Every run of two to five characters, hashed as it grows: cutting out each of them first costs three times as much. */
const fillRuns = (bag: Bag, text: string): void => {
  const spaced = ` ${text} `
  const byLength: number[][] = [[], [], [], []]
  for (let i = 0; i < spaced.length; i += 1) {
    let h = step(FNV ^ CHARS, spaced.charCodeAt(i))
    for (let n = 2; n <= 5 && i + n <= spaced.length; n += 1) {
      h = step(h, spaced.charCodeAt(i + n - 1))
      byLength[n - 2]?.push(finish(h) % BUCKETS)
    }
  }
  for (const ids of byLength) for (const id of ids) bag.set(id, 1)
}

const shapeOf = (text: string, words: string[]): string[] => [
  `len${Math.min(6, Math.floor(Math.log2(words.length + 1)))}`,
  ...(text.includes('?') || text.includes('？') ? ['?'] : []),
  ...(text.includes('!') ? ['!'] : []),
  ...(/\d/.test(text) ? ['0'] : ['no0']),
  ...(text.includes('urlx') ? ['url'] : []),
  ...(/[a-z]/.test(text) && /[\u0e00-\u0e7f]/.test(text) ? ['mixed'] : []),
]

export const featuresOf = (text: string): Features => {
  const normalised = normalise(text)
  const words = wordsOf(normalised)
  const concepts = conceptsOf(normalised)
  const bag: Bag = new Map()
  const wordBag: Bag = new Map()
  fill(wordBag, WORD, words)
  fill(
    wordBag,
    PAIR,
    words.slice(1).map((it, i) => `${words[i]} ${it}`),
  )
  fill(
    wordBag,
    SKIP,
    words.slice(2).map((it, i) => `${words[i]} _ ${it}`),
  )
  weigh(wordBag, SHARE.words, bag)
  const charBag: Bag = new Map()
  fillRuns(charBag, normalised.slice(0, 400))
  weigh(charBag, SHARE.chars, bag)
  const conceptBag: Bag = new Map()
  fill(conceptBag, CONCEPT, concepts)
  weigh(conceptBag, SHARE.concepts, bag)
  const pairBag: Bag = new Map()
  fill(
    pairBag,
    CONCEPTS,
    concepts.flatMap((it, i) => concepts.slice(i + 1).map((other) => `${it}+${other}`)),
  )
  weigh(pairBag, SHARE.pairs, bag)
  const shapeBag: Bag = new Map()
  fill(shapeBag, SHAPE, shapeOf(normalised, words))
  weigh(shapeBag, SHARE.shape, bag)
  const ids = Uint32Array.from(bag.keys())
  return { ids, values: Float32Array.from(bag.values()), concepts, normalised, grams: trigrams(normalised) }
}

/** For the question "have I seen writing like this at all?" */
const trigrams = (text: string): Uint32Array => {
  const letters = text.replace(/[^\p{L}\p{M}]+/gu, ' ').trim()
  const count = Math.max(0, Math.min(200, letters.length - 2))
  const grams = new Uint32Array(count)
  for (let i = 0; i < count; i += 1) grams[i] = hash(letters.slice(i, i + 3), CHARS)
  return grams
}
