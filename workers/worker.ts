import { UnrecoverableError, Worker } from 'bullmq'
import type { z } from 'zod'
import { HELD } from '../api/queue/backend.ts'
import type { JobKind } from '../api/queue/jobs.ts'
import { runningBackend } from '../api/queue/queue.ts'
import { onceAnOutage, type Report, type Running } from './report.ts'

/** The one door to BullMQ's Worker: a kind of job and the one function that does it. */
export function worker<Payload extends z.ZodType>(
  job: JobKind<Payload>,
  handle: (payload: z.output<Payload>) => Promise<void>,
  report: Report,
): Running {
  const outage = onceAnOutage(report)
  const running = new Worker(
    job.name,
    async (taken) => {
      outage.over()
      const payload = job.payload.safeParse(taken.data)
      // added by another version of the desk: no further try will understand it
      if (!payload.success) throw new UnrecoverableError(`The payload of ${job.name} does not fit`)
      await handle(payload.data)
    },
    { connection: HELD, concurrency: job.concurrency, lockDuration: 10_000, stalledInterval: 10_000 },
    runningBackend(),
  )
  running.on('error', (trouble) => outage.tell(trouble, { job: job.name }))
  running.on('failed', (taken, trouble) => {
    const triesLeft =
      taken && !(trouble instanceof UnrecoverableError) && taken.attemptsMade < (taken.opts.attempts ?? 1)
    if (!triesLeft) report(trouble, { job: job.name, jobId: taken?.id, ...taken?.data })
  })
  return { stop: () => running.close() }
}
