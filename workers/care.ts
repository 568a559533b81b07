import { prune } from '../api/housekeeping.ts'
import { every } from './every.ts'
import type { Report, Running } from './report.ts'

const MINUTE = 60_000

/** Throws away what has outlived its use. */
export const keepHouse = (report: Report): Running =>
  every(60 * MINUTE, 'housekeeping', async () => void (await prune()), report, { firstAfterMs: MINUTE })

/** Tries the channels' tokens. */
export const careForChannels = (watchTokens: () => Promise<void>, report: Report): Running =>
  every(MINUTE, 'channels', watchTokens, report, { firstAfterMs: 5_000 })
