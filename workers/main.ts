import type { Parcel } from '../api/outbox/schema.ts'
import { careForChannels, collectGaps, keepHouse, keepKnowledge } from './care.ts'
import { every, everyByDeskClock } from './every.ts'
import { type CopyFile, copyFiles, pruneAllFiles, sweepFiles } from './files.ts'
import { type AbandonedLane, sweepInbox } from './inbox.ts'
import { retryParcels, sendDueNews, sweepOutbox, tellFailures } from './outbox.ts'
import { watchQuotas } from './quota.ts'
import type { Report, Running } from './report.ts'
import { startTimers } from './timers.ts'
import { retrainDue } from './training.ts'

export type WorkerDeps = {
  /** Delivers and settles, in order within a conversation; does not throw. */
  deliverParcels: (parcels: Parcel[]) => void
  deliverNow: (parcel: Parcel) => Promise<void>
  /** Takes the turns of lanes whose lease this process has just taken. */
  takeLanes: (lanes: AbandonedLane[]) => void
  copyFile: CopyFile
  /** Asks the platforms how much of the month's quota is left. */
  checkQuotas: () => Promise<void>
  /** Tries the channels' tokens and tells of one that is refused. */
  watchTokens: () => Promise<void>
  /** hands in message templates, and asks what became of them */
  lookAfterTemplates?: () => Promise<void>
  /** asks what became of messages of which nothing was heard */
  lookForStatuses?: () => Promise<void>
  /** gives whoever goes on in another language their menu */
  followLanguages?: () => Promise<void>
  report: Report
}

const TEMPLATES_MS = 600_000
const STATUSES_MS = 60_000
const MENUS_MS = 1_000
const PATIENCE_MS = 30_000

/** Everything that happens without anybody asking. The database and the queue are open already. */
export function startWorkers(deps: WorkerDeps): Running {
  const { lookAfterTemplates } = deps
  const running = [
    startTimers(deps.report),
    retryParcels(deps.deliverNow, deps.report),
    sweepOutbox(deps.deliverParcels, deps.report),
    sendDueNews(deps.deliverParcels, deps.report),
    tellFailures(deps.report),
    watchQuotas(deps.checkQuotas, deps.report),
    sweepInbox(deps.takeLanes, deps.report),
    copyFiles(deps.copyFile, deps.report),
    sweepFiles(deps.copyFile, deps.report),
    pruneAllFiles(deps.report),
    careForChannels(deps.watchTokens, deps.report),
    keepHouse(deps.report),
    keepKnowledge(deps.report),
    collectGaps(deps.report),
    retrainDue(deps.report),
    ...(lookAfterTemplates ? [everyByDeskClock(TEMPLATES_MS, 'templates', lookAfterTemplates, deps.report)] : []),
    ...(deps.lookForStatuses ? [every(STATUSES_MS, 'statuses', deps.lookForStatuses, deps.report)] : []),
    ...(deps.followLanguages ? [every(MENUS_MS, 'menus', deps.followLanguages, deps.report)] : []),
  ]
  return {
    async stop() {
      await Promise.all(running.map((it) => it.stop()))
    },
  }
}

/**
 * A process of its own: works until it is told to stop, finishes what it has begun, then closes what it opened. A second signal, or half
 * a minute, ends it at once: whatever was in its hands is taken over by another process.
 */
export async function workUntilTold(
  open: () => Promise<{ deps: WorkerDeps; close: () => Promise<void> }>,
): Promise<void> {
  const { deps, close } = await open()
  const workers = startWorkers(deps)
  let ending = false
  const end = () => {
    if (ending) process.exit(1)
    ending = true
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    void workers
      .stop()
      .then(close)
      .then(
        () => process.exit(0),
        (trouble: unknown) => {
          deps.report(trouble, { while: 'stopping' })
          process.exit(1)
        },
      )
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end)
}
