import { pruneFiles, removeBytes } from '../api/files/commands/remove-bytes.ts'
import { filesToDo } from '../api/files/queries.ts'
import { jobs } from '../api/queue/jobs.ts'
import { allTenants } from '../api/tenants/queries.ts'
import { every } from './every.ts'
import type { Report, Running } from './report.ts'
import { worker } from './worker.ts'

/** Copies a file from its platform into the storage. */
export type CopyFile = (it: { tenantId: string; fileId: string }) => Promise<void>

const AT_ONCE = 4
const HOUR_MS = 3_600_000

/** Copies a file as soon as it was sent, or when its pause is over. */
export const copyFiles = (copyFile: CopyFile, report: Report): Running => worker(jobs.fileCopy, copyFile, report)

/** Copies whose job was lost, and the bytes of what was taken back. */
export const sweepFiles = (copyFile: CopyFile, report: Report): Running =>
  every(
    1_000,
    'files',
    async () => {
      const due = await filesToDo(100)
      const troubles: unknown[] = []
      const hand = async () => {
        // one that fails holds up none of the others
        for (let it = due.shift(); it; it = due.shift())
          await (it.waits ? copyFile(it) : removeBytes(it)).catch((trouble: unknown) => troubles.push(trouble))
      }
      await Promise.all(Array.from({ length: AT_ONCE }, hand))
      if (troubles.length > 0) throw troubles[0]
    },
    report,
  )

/** Once an hour: files whose message is gone, however it went. */
export const pruneAllFiles = (report: Report): Running =>
  every(
    HOUR_MS,
    'files to prune',
    async () => {
      for (const tenant of await allTenants()) await pruneFiles(tenant.id)
    },
    report,
  )
