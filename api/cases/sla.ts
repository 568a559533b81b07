import { firstDayOf, type OpeningHours, openingOf } from '../opening-hours.ts'
import type { TenantSettings } from '../tenants/schema.ts'
import { severities, type Severity } from './schema.ts'

export type SlaTerms = OpeningHours & { minutes: number; clock: 'calendar' | 'business' }

const DAYS_AHEAD_AT_MOST = 400

/** The instant by which a case must be resolved, counted from the customer's first message. Business clocks count open minutes only. */
export function dueAt(from: Date, terms: SlaTerms): Date {
  if (terms.clock === 'calendar' || Object.keys(terms.hours).length === 0)
    return new Date(from.getTime() + terms.minutes * 60_000)
  let left = terms.minutes * 60_000
  let day = firstDayOf(from, terms.zone)
  let counted = from.getTime()
  for (let ahead = 0; ahead < DAYS_AHEAD_AT_MOST; ahead += 1) {
    const open = openingOf(day, terms)
    if (open) {
      // where one day's hours run into the next day's, no minute counts twice
      const start = Math.max(open.from, counted)
      if (start < open.to) {
        if (left <= open.to - start) return new Date(start + left)
        left -= open.to - start
        counted = open.to
      }
    }
    day = day.add({ days: 1 })
  }
  return new Date(from.getTime() + terms.minutes * 60_000)
}

/** The minutes a case has: its type's. Raised by hand above the type's severity, at most what the tenant gives such cases. */
export function minutesFor(
  type: { severity: Severity; slaMinutes: number },
  severity: Severity,
  raisedWithin: TenantSettings['raisedWithin'],
): number {
  const raised = severities.indexOf(severity) < severities.indexOf(type.severity)
  const most = raised && severity !== 'low' ? raisedWithin[severity] : undefined
  return Math.min(type.slaMinutes, most ?? type.slaMinutes)
}

/** When the group is warned: after this share of the time. */
export const warnAt = (from: Date, due: Date, share: number): Date =>
  new Date(from.getTime() + (due.getTime() - from.getTime()) * share)
