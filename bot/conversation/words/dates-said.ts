import { type At, today } from '../../../api/triage/slots/at.ts'
import { type DateReading, readDates } from '../../../api/triage/slots/dates.ts'

/** A few turns at once, and an earlier text or two of each. */
const MOST_KEPT = 16
const lately = new Map<string, readonly DateReading[]>()

/** The days that are named in what was said. A dialogue asks for them from several sides within a turn: they are read once, of one day's calendar. */
export function datesSaid(said: string, at: At): readonly DateReading[] {
  const key = `${today(at)} ${said}`
  const known = lately.get(key)
  if (known) return known
  const read = readDates(said, at)
  if (lately.size >= MOST_KEPT) lately.clear()
  lately.set(key, read)
  return read
}
