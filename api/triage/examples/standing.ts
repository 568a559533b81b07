import type { Origin } from './schema.ts'

/** Why a lesson does not teach: people say different things of the same words, or somebody who knows better said something else. */
export type SetAside = 'contradicted' | 'overruled'

type Said = { id: string; origin: Origin; intent: string; label: string | null }

/** Whose word counts for more: staff before customers, what happened here before what was brought along. */
const RANK: Record<Origin, number> = { corrected: 3, clarified: 2, reopened: 2, imported: 2, base: 1 }

/** Of lessons with the same words: which teach (null) and which do not, and why. Nothing is averaged: who disagrees is shown. */
export function standing(same: readonly Said[]): Map<string, SetAside | null> {
  const top = Math.max(...same.map((it) => RANK[it.origin]))
  const best = same.filter((it) => RANK[it.origin] === top)
  const [first] = best
  const isSame = (a: Said, b: Said | undefined) => a.intent === b?.intent && a.label === b.label
  const agreed = best.every((it) => isSame(it, first))
  return new Map(
    same.map((it) => [it.id, !agreed ? 'contradicted' : isSame(it, first) ? null : ('overruled' as const)]),
  )
}
