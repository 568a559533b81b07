import type { TenantLabels } from '../understanding.ts'
import type { Ranked, Said } from './judge.ts'
import { normalise } from './normalise.ts'

/** Labels that no message taught yet: all that is known of them is what the business calls them. */
export type ByNameAlone = { cases: readonly string[]; bookings: readonly string[] }

/**
 * Whoever says the very name of a trouble or a thing to book that nobody has spoken of before means it: it is taken out of idle talk, for which the engine
 * would hold words it never met. A question, a call for a person or anything else that was understood stays what it is.
 */
export function withNamed(said: Said, known: ByNameAlone, labels: TenantLabels): Said {
  const text = said.features.normalised
  const trouble = namedIn(text, labels.caseTypes, known.cases)
  const wish = trouble ? undefined : namedIn(text, labels.bookingKinds, known.bookings)
  if (trouble) return { ...said, intents: meant(said.intents, 'case_report'), cases: surely(said.cases, trouble) }
  if (wish) return { ...said, intents: meant(said.intents, 'booking_request'), bookings: surely(said.bookings, wish) }
  return said
}

type Named = readonly { key: string; names?: string[] }[]

function namedIn(text: string, labels: Named, known: readonly string[]): string | undefined {
  const found = labels.flatMap(({ key, names = [] }) =>
    known.includes(key)
      ? names.map(normalise).flatMap((name) => (isTelling(name) && occurs(name, text) ? [{ key, name }] : []))
      : [],
  )
  // of a name within a name the longer one is meant
  return found.toSorted((a, b) => b.name.length - a.name.length)[0]?.key
}

const UNSPACED = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/
const HAN_OR_KANA = /[\u3040-\u30ff\u3400-\u9fff]/
/** Shorter names are pieces of too many other words. */
const leastOf = (name: string): number => (HAN_OR_KANA.test(name) ? 2 : UNSPACED.test(name) ? 3 : 5)
const isTelling = (name: string): boolean => name.length >= leastOf(name)

/** Where words are written apart it is a word or words, not a piece of one. */
function occurs(name: string, text: string): boolean {
  if (UNSPACED.test(name)) return text.includes(name)
  const at = ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.indexOf(` ${name.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `)
  return at >= 0
}

const LIKELY = 0.9
const IDLE = ['smalltalk', 'other']

function meant(intents: Ranked, intent: string): Ranked {
  const idle = intents.reduce((sum, it) => sum + (IDLE.includes(it.key) ? it.confidence : 0), 0)
  return intents
    .map(({ key, confidence }) => ({
      key,
      confidence: IDLE.includes(key)
        ? confidence * (1 - LIKELY)
        : key === intent
          ? confidence + idle * LIKELY
          : confidence,
    }))
    .sort((a, b) => b.confidence - a.confidence)
}

function surely(labels: Ranked, named: string): Ranked {
  const now = labels.find((it) => it.key === named)?.confidence ?? 0
  const chance = Math.max(now, LIKELY)
  const rest = now < 1 ? (1 - chance) / (1 - now) : 0
  return [
    { key: named, confidence: chance },
    ...labels.filter((it) => it.key !== named).map((it) => ({ ...it, confidence: it.confidence * rest })),
  ]
}
