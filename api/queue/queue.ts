import { type JobsOptions, Queue } from 'bullmq'
import type { z } from 'zod'
import { type Backend, HELD } from './backend.ts'
import type { JobKind } from './jobs.ts'
import { openPostgres } from './postgres.ts'
import { openRedis } from './redis.ts'

export type QueueUrls = {
  /** without it the queue lives in Postgres */
  redisUrl?: string | undefined
  /** makes the queue's tables on Postgres; without it they must be there */
  ownerUrl?: string | undefined
  machineryUrl: string
}
type Told = (trouble: unknown, about: Record<string, unknown>) => void
type Open = { backend: Backend; tell: Told; queues: Map<string, DeskQueue> }
type DeskQueue = ReturnType<typeof openQueue>

const PATIENCE_MS = 1_000
let open: Open | undefined

/** Opens the queue once for the process. `tell` hears of trouble, once until it works again. */
export async function startQueue(urls: QueueUrls, tell: Told = () => {}): Promise<void> {
  if (open) throw new Error('The queue is open already')
  const backend = urls.redisUrl
    ? await openRedis(urls.redisUrl)
    : await openPostgres({ machineryUrl: urls.machineryUrl, ...(urls.ownerUrl && { ownerUrl: urls.ownerUrl }) })
  open = { backend, tell: once(tell), queues: new Map() }
}

/** After the workers have stopped. */
export async function stopQueue(): Promise<void> {
  const closing = open
  open = undefined
  if (!closing) return
  await Promise.allSettled([...closing.queues.values()].map((queue) => queue.close()))
  await closing.backend.close()
}

/**
 * Asks for work later. A payload that does not fit is a bug and throws; a queue that is away is told and answers false: nothing is
 * lost, the sweepers find what is due. A `jobId` that waits or runs already is silently that job.
 */
export async function addJob<Payload extends z.ZodType>(
  job: JobKind<Payload>,
  payload: z.input<Payload>,
  when: { delayMs?: number; jobId?: string } = {},
): Promise<boolean> {
  const checked = job.payload.parse(payload)
  const { tell } = theQueue()
  try {
    await queueOf(job).add(job.name, checked, optionsOf(job, when))
    tell(undefined, {})
    return true
  } catch (trouble) {
    tell(trouble, { job: job.name })
    return false
  }
}

export async function queueIsUp(): Promise<boolean> {
  if (!open) return false
  let late: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((done) => {
    late = setTimeout(() => done(false), PATIENCE_MS)
  })
  return Promise.race([open.backend.isUp(), tooLate]).finally(() => clearTimeout(late))
}

/** For workers/worker.ts. */
export const runningBackend = (): Backend['running'] => theQueue().backend.running

function theQueue(): Open {
  if (!open) throw new Error('The queue is not open yet')
  return open
}

function queueOf(job: JobKind): DeskQueue {
  const { queues } = theQueue()
  const queue = queues.get(job.name) ?? openQueue(job)
  queues.set(job.name, queue)
  return queue
}

function openQueue(job: JobKind) {
  const { backend, tell } = theQueue()
  const queue = new Queue(job.name, { connection: HELD }, backend.adding)
  queue.on('error', (trouble) => tell(trouble, { job: job.name }))
  return queue
}

const optionsOf = (job: JobKind, when: { delayMs?: number; jobId?: string }): JobsOptions => ({
  attempts: job.attempts,
  backoff: { type: 'exponential', delay: job.backoffMs, jitter: 0.5 },
  ...(when.delayMs && { delay: Math.round(when.delayMs) }),
  ...(when.jobId && { jobId: when.jobId }),
  // The tables say what became of it; a job that stayed would block its id.
  removeOnComplete: true,
  removeOnFail: true,
})

/** An outage is one line, not one for every job. Called without trouble, it is over. */
function once(tell: Told): Told {
  let away = false
  return (trouble, about) => {
    if (trouble && !away) tell(trouble, about)
    away = trouble !== undefined
  }
}
