import { takeAbandonedLanes } from '../api/conversations/commands/lease.ts'
import { every } from './every.ts'
import type { Report, Running } from './report.ts'

/** A conversation whose unanswered events are in nobody's hands, with its lease taken by this process. */
export type AbandonedLane = Awaited<ReturnType<typeof takeAbandonedLanes>>[number]

/** Takes over the turns of processes that died. */
export const sweepInbox = (takeLanes: (lanes: AbandonedLane[]) => void, report: Report): Running =>
  every(
    1_000,
    'inbox',
    async () => {
      const lanes = await takeAbandonedLanes(100)
      if (lanes.length > 0) takeLanes(lanes)
    },
    report,
  )
