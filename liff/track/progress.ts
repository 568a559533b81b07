import type { CaseStatus, TrackView } from '../../api/cases/schema.ts'

type Moment = TrackView['history'][number]

const stepOf: Partial<Record<CaseStatus, number>> = { new: 0, investigating: 1, fixing: 2, resolved: 3, closed: 3 }

/**
 * How far along the line of four a case is. Waiting has no place of its own: it stays where the case had come since it was
 * opened, or opened again.
 */
export function stepReached(status: CaseStatus, history: Moment[]): number {
  const step = stepOf[status]
  if (step !== undefined) return step
  const since = history.findLastIndex((moment) => stepOf[moment.status] === 3) + 1
  return history.slice(since).some((moment) => moment.status === 'fixing') ? 2 : 1
}

export type Line = Moment & { reopened: boolean }

/** The history, newest first, knowing which line is a reopening. */
export function linesOf(history: Moment[]): Line[] {
  return history
    .map((moment, index) => {
      const before = history[index - 1]?.status
      return { ...moment, reopened: stepOf[moment.status] !== 3 && before !== undefined && stepOf[before] === 3 }
    })
    .toReversed()
}

const over: CaseStatus[] = ['resolved', 'closed']
export const isOver = (status: CaseStatus): boolean => over.includes(status)

/** Promised for a moment that has passed. */
export const isLate = ({ status, dueAt }: Pick<TrackView, 'status' | 'dueAt'>, now: Date): boolean =>
  !isOver(status) && dueAt !== null && new Date(dueAt) < now

/** The token of /t/<token>, or of ?token=. */
export function tokenOf(url: URL): string | undefined {
  const inPath = /^\/t\/([^/]+)\/?$/.exec(url.pathname)?.[1]
  return inPath ?? url.searchParams.get('token') ?? undefined
}
