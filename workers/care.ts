import { prune } from '../api/housekeeping.ts'
import { gatherGaps } from '../api/knowledge/commands/collect-gap.ts'
import { refreshPassages } from '../api/knowledge/commands/index-article.ts'
import { allTenants } from '../api/tenants/queries.ts'
import { every } from './every.ts'
import type { Report, Running } from './report.ts'

const MINUTE = 60_000
const GAPS_MS = 2_000

/** Throws away what has outlived its use. */
export const keepHouse = (report: Report): Running =>
  every(60 * MINUTE, 'housekeeping', async () => void (await prune()), report, { firstAfterMs: MINUTE })

/** After an update that reads words otherwise, what articles are found by is made anew. */
export const keepKnowledge = (report: Report): Running =>
  every(
    60 * MINUTE,
    'knowledge',
    async () => {
      for (const tenant of await allTenants()) await refreshPassages(tenant.id)
    },
    report,
    { firstAfterMs: 10_000 },
  )

/** Puts questions that nobody could answer together with those like them. */
export const collectGaps = (report: Report): Running =>
  every(
    GAPS_MS,
    'gaps',
    async () => {
      for (const tenant of await allTenants()) await gatherGaps(tenant.id)
    },
    report,
  )

/** Tries the channels' tokens. */
export const careForChannels = (watchTokens: () => Promise<void>, report: Report): Running =>
  every(MINUTE, 'channels', watchTokens, report, { firstAfterMs: 5_000 })
