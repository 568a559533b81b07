import { conceptsOf, isOfSpeech } from './concepts.ts'
import { fieldsOf } from './fields.ts'
import { languageOf } from './language.ts'
import { normalise } from './normalise.ts'

/** Kinds of features; each is weighed by itself, so that long messages say no more than short ones. */
export const FAMILIES = [
  'words',
  'letters',
  'topics',
  'topicPairs',
  'speech',
  'speechPairs',
  'fields',
  'fieldPairs',
  'shape',
] as const
export type Family = (typeof FAMILIES)[number]

/** A message as the engine sees it: hashes of each kind of feature, the concepts it touches, and how it was spelt out. */
export type Features = Record<Family, Uint32Array> & {
  concepts: string[]
  normalised: string
  /** every three letters, for the question "have I seen writing like this at all?" */
  grams: Uint32Array
}

const FNV = 0x811c9dc5
const step = (h: number, unit: number): number => Math.imul(h ^ unit, 0x01000193)
const finish = (hashed: number): number => {
  let h = hashed ^ (hashed >>> 15)
  h = Math.imul(h, 0x2c1b3c6d)
  h ^= h >>> 12
  h = Math.imul(h, 0x297a2d39)
  return (h ^ (h >>> 15)) >>> 0
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
  const language = languageOf(text)
  const segmenter = language === 'ja' || language === 'zh' ? segmenters.ja : segmenters.th
  const words: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(text))
    if (isWordLike || /[?!？！]/.test(segment)) words.push(segment)
  return words
}

const WORD = 1
const PAIR = 2
const LETTERS = 4
const MOST_LETTERS = 4
const CONCEPT = 5
const CONCEPTS = 6
const SHAPE = 7
const FIELD = 8
const FIELDS = 9

const distinct = (hashes: Iterable<number>): Uint32Array => Uint32Array.from(new Set(hashes))
const hashed = (family: number, of: string[]): Uint32Array => distinct(of.map((it) => hash(it, family)))

/** Every run of two to four characters, hashed as it grows: cutting out each of them first costs three times as much. */
const runsOf = (text: string): Uint32Array => {
  const spaced = ` ${text} `
  const found = new Set<number>()
  for (let i = 0; i < spaced.length; i += 1) {
    let h = step(FNV ^ LETTERS, spaced.charCodeAt(i))
    for (let n = 2; n <= MOST_LETTERS && i + n <= spaced.length; n += 1) {
      h = step(h, spaced.charCodeAt(i + n - 1))
      found.add(finish(h))
    }
  }
  return Uint32Array.from(found)
}

const pairsOf = (some: string[], others: string[] = []): string[] =>
  some.flatMap((it, i) => [...some.slice(i + 1), ...others].map((other) => `${it}+${other}`))

const shapeOf = (text: string, words: string[]): string[] => [
  `len${Math.min(6, Math.floor(Math.log2(words.length + 1)))}`,
  ...(text.includes('?') || text.includes('？') ? ['?'] : []),
  ...(text.includes('!') ? ['!'] : []),
  ...(/\d/.test(text) ? ['0'] : ['no0']),
  ...(text.includes('urlx') ? ['url'] : []),
  ...(/[a-z]/.test(text) && /[\u0e00-\u0e7f]/.test(text) ? ['mixed'] : []),
  `first:${words[0] ?? ''}`,
  `last:${words.at(-1) ?? ''}`,
]

/** Words and letters alone, with nothing that somebody wrote down about desks. */
export const plainFeaturesOf = (text: string): Pick<Features, 'words' | 'letters'> => {
  const normalised = normalise(text)
  return { words: wordFeatures(normalised, wordsOf(normalised)), letters: runsOf(normalised) }
}

const wordFeatures = (normalised: string, words: string[]): Uint32Array =>
  distinct([
    ...words.map((it) => hash(it, WORD)),
    ...words.slice(1).map((it, i) => hash(`${words[i]} ${it}`, PAIR)),
    // in Chinese and Japanese one character is often the word
    ...(normalised.match(/[\u3400-\u9fff]/g) ?? []).map((it) => hash(it, WORD)),
  ])

export const featuresOf = (text: string): Features => {
  const normalised = normalise(text)
  const words = wordsOf(normalised)
  const concepts = conceptsOf(normalised)
  const speech = concepts.filter(isOfSpeech)
  const fields = fieldsOf(words).sort()
  const topics = concepts.filter((it) => !isOfSpeech(it))
  return {
    words: wordFeatures(normalised, words),
    letters: runsOf(normalised),
    topics: hashed(CONCEPT, topics),
    topicPairs: hashed(CONCEPTS, pairsOf(topics)),
    speech: hashed(CONCEPT, speech),
    speechPairs: hashed(CONCEPTS, pairsOf(speech, topics)),
    fields: hashed(FIELD, fields),
    fieldPairs: hashed(FIELDS, pairsOf(fields)),
    shape: hashed(SHAPE, shapeOf(normalised, words)),
    concepts,
    normalised,
    grams: trigrams(normalised),
  }
}

const trigrams = (text: string): Uint32Array => {
  const letters = text.replace(/[^\p{L}\p{M}]+/gu, ' ').trim()
  const count = Math.max(0, Math.min(200, letters.length - 2))
  const grams = new Uint32Array(count)
  for (let i = 0; i < count; i += 1) grams[i] = hash(letters.slice(i, i + 3), LETTERS)
  return grams
}
