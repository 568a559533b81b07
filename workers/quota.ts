import { everyByDeskClock } from './every.ts'
import type { Report, Running } from './report.ts'

/** LINE's own figure of what was used is approximate: more often would tell no more. */
const EVERY_MS = 15 * 60_000

/** Looks how the month of every LINE account goes. */
export const watchQuotas = (checkQuotas: () => Promise<void>, report: Report): Running =>
  everyByDeskClock(EVERY_MS, 'quotas', checkQuotas, report)
