import type { Answer, Labelled } from './labelled.ts'

export type Pair = { row: Labelled; got: Answer }

/** Of all pairs those that fit; undefined where there is nothing to judge. */
export const share = (all: readonly Pair[], good: (it: Pair) => boolean): number | undefined =>
  all.length === 0 ? undefined : all.filter(good).length / all.length

/** Every label counts alike, however rare. Labels that only the engine names count as wrong wherever they stand, not as labels of their own. */
export function macroF1(said: readonly { wanted: string | undefined; got: string | undefined }[]): number | undefined {
  const labels = [...new Set(said.flatMap((it) => it.wanted ?? []))]
  if (labels.length === 0) return undefined
  const each = labels.map((label) => {
    const hits = said.filter((it) => it.wanted === label && it.got === label).length
    const both = said.filter((it) => it.wanted === label).length + said.filter((it) => it.got === label).length
    return (2 * hits) / both
  })
  return each.reduce((sum, it) => sum + it, 0) / each.length
}

export const intentF1 = (pairs: readonly Pair[]): number | undefined =>
  macroF1(pairs.map(({ row, got }) => ({ wanted: row.intent, got: got.intent })))

/** Of messages of all intents: a case type is right only where a case was seen, and wrong where there was none. Mean of the tenants. */
export function caseTypeF1(pairs: readonly Pair[]): number | undefined {
  return meanOf([...byTenant(pairs).values()].map((own) => labelF1(own, 'caseType')))
}

export const bookingKindF1 = (pairs: readonly Pair[]): number | undefined =>
  meanOf([...byTenant(pairs).values()].map((own) => labelF1(own, 'bookingKind')))

const labelF1 = (pairs: readonly Pair[], label: 'caseType' | 'bookingKind'): number | undefined =>
  macroF1(pairs.map(({ row, got }) => ({ wanted: row[label], got: got[label] })))

export const byTenant = (pairs: readonly Pair[]): Map<string, Pair[]> => groupedBy(pairs, ({ row }) => row.tenant)

export function groupedBy<T, K>(all: readonly T[], keyOf: (it: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const it of all) {
    const key = keyOf(it)
    const group = groups.get(key)
    if (group) group.push(it)
    else groups.set(key, [it])
  }
  return groups
}

const meanOf = (all: (number | undefined)[]): number | undefined => {
  const known = all.filter((it) => it !== undefined)
  return known.length === 0 ? undefined : known.reduce((sum, it) => sum + it, 0) / known.length
}

export const amongThree = (pairs: readonly Pair[]): number | undefined =>
  share(
    pairs.filter(({ row }) => row.caseType !== undefined),
    ({ row, got }) => got.offered.slice(0, 3).includes(row.caseType ?? ''),
  )

/** Intent and label: what decides where a message goes. */
export const isRight = ({ row, got }: Pair): boolean =>
  got.intent === row.intent &&
  (row.caseType === undefined || got.caseType === row.caseType) &&
  (row.bookingKind === undefined || got.bookingKind === row.bookingKind)

export type SlotScore = { wanted: number; found: number; right: number }
export const f1Of = ({ wanted, found, right }: SlotScore): number | undefined =>
  wanted + found === 0 ? undefined : (2 * right) / (wanted + found)

/** A value is right when its slot and its meaning agree; every value of a list counts. */
export function slotScores(pairs: readonly Pair[]): Map<string, SlotScore> {
  const all = new Map<string, SlotScore>()
  for (const { row, got } of pairs) {
    if (!row.slots) continue
    for (const name of new Set([...Object.keys(row.slots), ...Object.keys(got.slots)])) {
      const score = all.get(name) ?? { wanted: 0, found: 0, right: 0 }
      const wanted = (row.slots[name] ?? []).map((it) => meaning(it.value))
      const left = [...wanted]
      const found = valuesOf(got, name)
      for (const value of found) {
        const at = left.indexOf(value)
        if (at < 0) continue
        left.splice(at, 1)
        score.right += 1
      }
      score.wanted += wanted.length
      score.found += found.length
      all.set(name, score)
    }
  }
  return all
}

const valuesOf = (got: Answer, name: string): string[] =>
  (Object.entries(got.slots).find(([key]) => key === name)?.[1] ?? []).map((it) => meaning(it.value))

const meaning = (value: string | number): string => String(value).trim().toLowerCase().normalize('NFKC')

const sameValues = (row: Labelled, got: Answer, name: string): boolean => {
  const wanted = (row.slots?.[name] ?? []).map((it) => meaning(it.value)).sort()
  return JSON.stringify(wanted) === JSON.stringify(valuesOf(got, name).sort())
}

export const datesExact = (pairs: readonly Pair[]): number | undefined =>
  share(
    pairs.filter(({ row }) => row.slots?.['date'] !== undefined),
    ({ row, got }) => sameValues(row, got, 'date'),
  )

/** Bookings of which every slot is there with its meaning, and none too many. */
export const bookingsWhole = (pairs: readonly Pair[]): number | undefined =>
  share(
    pairs.filter(({ row }) => row.intent === 'booking_request' && Object.keys(row.slots ?? {}).length > 0),
    ({ row, got }) =>
      [...new Set([...Object.keys(row.slots ?? {}), ...Object.keys(got.slots)])].every((name) =>
        sameValues(row, got, name),
      ),
  )

/** How far what the engine says of its sureness is from how often it is right, over ten bins of equal width. */
export function calibrationError(said: readonly { confidence: number; right: boolean }[]): number | undefined {
  if (said.length === 0) return undefined
  const bins = groupedBy(said, (it) => Math.min(9, Math.floor(it.confidence * 10)))
  let error = 0
  for (const bin of bins.values()) {
    const sure = bin.reduce((sum, it) => sum + it.confidence, 0)
    error += Math.abs(sure - bin.filter((it) => it.right).length) / said.length
  }
  return error
}

/** The interval in which 95 of 100 such samples of messages would put the calibration error; drawn from a fixed seed. */
export function calibrationInterval(
  said: readonly { confidence: number; right: boolean }[],
  random: () => number,
): [number, number] | undefined {
  if (said.length === 0) return undefined
  const errors = Array.from({ length: 200 }, () => {
    const sample = said.flatMap(() => said[Math.floor(random() * said.length)] ?? [])
    return calibrationError(sample) ?? 0
  }).sort((a, b) => a - b)
  return [errors[4] ?? 0, errors[194] ?? 0]
}

/** Of the surest messages as many as can be decided with so few mistakes, as a share of all; with the sureness that takes. */
export function decidedAt(
  said: readonly { confidence: number; right: boolean }[],
  accuracy: number,
): { share: number; confidence: number } {
  const sorted = [...said].sort((a, b) => b.confidence - a.confidence)
  let best = { share: 0, confidence: 1 }
  let right = 0
  sorted.forEach((it, index) => {
    right += it.right ? 1 : 0
    // those of the same sureness are decided together
    if (sorted[index + 1]?.confidence === it.confidence) return
    if (right / (index + 1) >= accuracy) best = { share: (index + 1) / sorted.length, confidence: it.confidence }
  })
  return best
}

const IDENTIFIERS = ['order_id', 'reference', 'phone', 'email'] as const
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}@]/gu, '')
const digitsAs = (text: string): string => text.replace(/[๐-๙]/g, (it) => String(it.charCodeAt(0) - 0x0e50))

/** Mistakes that hurt somebody, by the ids of the messages. */
export function harm(pairs: readonly Pair[]) {
  const idsOf = (bad: (it: Pair) => boolean) => pairs.filter(bad).map(({ row }) => row.id)
  return {
    criticalMissed: idsOf(
      ({ row, got }) => row.severity === 'critical' && got.intent !== 'case_report' && got.intent !== 'handoff',
    ),
    chatterBooked: idsOf(
      ({ row, got }) => (row.intent === 'smalltalk' || row.intent === 'other') && got.intent === 'booking_request',
    ),
    chatterReported: idsOf(
      ({ row, got }) => (row.intent === 'smalltalk' || row.intent === 'other') && got.intent === 'case_report',
    ),
    inventedIdentifiers: idsOf(({ row, got }) => {
      const said = bare(digitsAs(row.text))
      return IDENTIFIERS.some((name) => (got.slots[name] ?? []).some((it) => !said.includes(bare(String(it.value)))))
    }),
  }
}

export function percentile(all: readonly number[], part: number): number | undefined {
  const sorted = [...all].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
}
