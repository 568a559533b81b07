import { z } from 'zod'

const FIRST = Date.UTC(1900, 0, 1)
const LAST = Date.UTC(9000, 0, 1)

/** A moment somebody may mean, RFC 3339 with its offset: what lies beyond is a slip, and at the calendar's edge no database can say it. */
export const instantSchema = z.iso
  .datetime({ offset: true })
  .refine((it) => Date.parse(it) >= FIRST && Date.parse(it) < LAST, 'must lie between the years 1900 and 9000')
