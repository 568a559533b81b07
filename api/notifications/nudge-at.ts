import { quietSince, quietUntil } from './quiet-hours.ts'
import type { OwnQuietHours, QuietHours } from '../tenants/schema.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const WINDOW_MS = 24 * HOUR_MS
/** How long before a chat's window closes staff are told that the customer still waits. */
const BEFORE_MS = HOUR_MS
/** Less than this, when quiet ends, is too late to answer somebody in. */
const LEAST_MS = 30 * MINUTE_MS

/** An hour before the window closes: what is critical is told then, quiet or not. */
export const usualNudge = (until: Date): Date => new Date(until.getTime() - BEFORE_MS)

/**
 * When the staff of a group are told that a chat's window closes at `until`: an hour before. Where that word would wait for the end of their
 * quiet hours until there is hardly any time left, or none, it is said an hour before those hours begin: then somebody can still answer.
 */
export function nudgeAt(until: Date, own: OwnQuietHours, usual: QuietHours | null, zone: string): Date {
  const late = usualNudge(until)
  const heard = quietUntil(late, own, usual, zone) ?? late
  const closesQuietly = quietUntil(until, own, usual, zone) !== undefined
  const goesQuiet = closesQuietly && heard === late
  if (until.getTime() - heard.getTime() >= LEAST_MS && !goesQuiet) return late
  const since = quietSince(goesQuiet ? until : late, own, usual, zone)
  const early = since && new Date(since.getTime() - BEFORE_MS)
  // of the day before the customer wrote there is nothing to tell
  return early && early.getTime() > until.getTime() - WINDOW_MS ? early : late
}
