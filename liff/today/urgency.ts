import type { CaseView } from '../../api/cases/schema.ts'

const weight = { critical: 0, high: 1, normal: 2, low: 3 } satisfies Record<CaseView['severity'], number>

/** Critical ones first, then whoever has least time. */
export function byUrgency(cases: CaseView[]): CaseView[] {
  return cases.toSorted((a, b) => weight[a.severity] - weight[b.severity] || dueOf(a) - dueOf(b))
}

const dueOf = (it: CaseView) => (it.slaDueAt ? Date.parse(it.slaDueAt) : Number.POSITIVE_INFINITY)

/** Its time is over: it is not at risk any more. A clock that stands runs nothing out. */
export const isPast = (it: CaseView, now: Date): boolean =>
  it.slaBreachedAt !== null || (it.slaDueAt !== null && it.slaStoppedAt === null && new Date(it.slaDueAt) < now)
