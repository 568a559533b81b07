import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { Report, Running } from './report.ts'
import { worker } from './worker.ts'
import { type JobKind, job } from '../api/queue/jobs.ts'
import { addJob, queueIsUp, type QueueUrls, startQueue, stopQueue } from '../api/queue/queue.ts'

const Payload = z.object({ parcelId: z.uuid() })
const parcelId = '01890000-0000-7000-8000-000000000001'
const other = '01890000-0000-7000-8000-000000000002'

/** What the queue itself complained of. */
export const told: unknown[] = []

/** What a queue must do, wherever its jobs are kept. */
export function queueSuite(urls: () => Promise<QueueUrls>): void {
  let retry: JobKind<typeof Payload>
  let running: Running[] = []
  let reported: { trouble: unknown; about: Record<string, unknown> }[] = []
  const report: Report = (trouble, about) => `trouble-${reported.push({ trouble, about })}`
  const work = (handle: (payload: { parcelId: string }) => Promise<void>) => {
    const it = worker(retry, handle, report)
    running.push(it)
    return it
  }
  const until = (holds: () => void) => vi.waitFor(holds, { timeout: 60_000, interval: 10 })

  beforeAll(async () => startQueue(await urls(), (trouble) => told.push(trouble)))
  beforeEach(() => {
    reported = []
    const name = `test.${randomBytes(6).toString('hex')}`
    retry = job(name, Payload, { attempts: 3, backoffMs: 20, concurrency: 2 })
  })
  afterEach(async () => {
    await Promise.all(running.map((it) => it.stop()))
    running = []
    expect(told).toEqual([])
  })
  afterAll(stopQueue)

  test('is up', async () => {
    expect(await queueIsUp()).toBe(true)
  })

  test('a job runs once, also when it was added before anybody worked', async () => {
    const seen: string[] = []
    expect(await addJob(retry, { parcelId })).toBe(true)
    work(async (payload) => void seen.push(payload.parcelId))
    await until(() => expect(seen).toEqual([parcelId]))
    await addJob(retry, { parcelId: other })
    await until(() => expect(seen).toEqual([parcelId, other]))
    expect(reported).toEqual([])
  })

  test('a delayed job waits, one without a delay overtakes it', async () => {
    const seen: { parcelId: string; after: number }[] = []
    const added = performance.now()
    await addJob(retry, { parcelId }, { delayMs: 300 })
    await addJob(retry, { parcelId: other })
    work(async (payload) => void seen.push({ ...payload, after: performance.now() - added }))
    await until(() => expect(seen.map((it) => it.parcelId)).toEqual([other, parcelId]))
    expect(seen[1]?.after).toBeGreaterThan(290)
  })

  test('a handler that throws is tried again, and what it cannot do is told once, with ids', async () => {
    const tries: string[] = []
    work(async (payload) => {
      tries.push(payload.parcelId)
      if (payload.parcelId === other || tries.length < 3) throw new Error('a bug')
    })
    await addJob(retry, { parcelId })
    await until(() => expect(tries).toHaveLength(3))
    await addJob(retry, { parcelId: other })
    await until(() => expect(reported).toHaveLength(1))
    expect(tries).toEqual([parcelId, parcelId, parcelId, other, other, other])
    expect(reported).toEqual([
      {
        trouble: expect.objectContaining({ message: 'a bug' }),
        about: expect.objectContaining({ job: retry.name, parcelId: other }),
      },
    ])
  })

  test('the pause between two tries grows', async () => {
    const tries: number[] = []
    retry = { ...retry, backoffMs: 200 }
    work(async () => {
      tries.push(performance.now())
      throw new Error('a bug')
    })
    await addJob(retry, { parcelId })
    await until(() => expect(tries).toHaveLength(3))
    const [first = 0, second = 0, third = 0] = tries
    // half of it may be jitter
    expect(second - first).toBeGreaterThanOrEqual(95)
    expect(third - second).toBeGreaterThanOrEqual(190)
  })

  test('the same job id is one job while it waits, and a new one when it is done', async () => {
    const seen: string[] = []
    for (let times = 0; times < 3; times++) await addJob(retry, { parcelId }, { jobId: 'parcel-1', delayMs: 50 })
    work(async (payload) => void seen.push(payload.parcelId))
    await until(() => expect(seen).toHaveLength(1))
    await addJob(retry, { parcelId: other })
    await until(() => expect(seen).toEqual([parcelId, other]))
    await vi.waitFor(async () => {
      await addJob(retry, { parcelId }, { jobId: 'parcel-1' })
      // by the time the first of them is looked for, more may have run
      expect(seen.slice(0, 3)).toEqual([parcelId, other, parcelId])
    })
  })

  test('two workers share the jobs and none runs twice', async () => {
    const seen: string[] = []
    for (let times = 0; times < 2; times++) work(async (payload) => void seen.push(payload.parcelId))
    const ids = Array.from({ length: 60 }, (_, n) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`)
    await Promise.all(ids.map((id) => addJob(retry, { parcelId: id })))
    await until(() => expect(seen.toSorted()).toEqual(ids))
  })

  test('a payload that does not fit is refused when it is added, and not tried again when it is found', async () => {
    await expect(addJob(retry, { parcelId: 'nobody' })).rejects.toThrow()
    const older = { ...job(retry.name, z.object({ id: z.string() }), retry), attempts: 3 }
    work(async () => {
      throw new Error('must not be called')
    })
    await addJob(older, { id: 'x' })
    await until(() => expect(reported).toHaveLength(1))
    expect(String(reported[0]?.trouble)).toContain('does not fit')
  })

  test('stopping waits for what runs and takes nothing new', async () => {
    const [began, finish] = [gate(), gate()]
    const seen: string[] = []
    const it = work(async (payload) => {
      began.open()
      await finish.opened
      seen.push(payload.parcelId)
    })
    await addJob(retry, { parcelId })
    await began.opened
    const stopped = it.stop()
    finish.open()
    await stopped
    expect(seen).toEqual([parcelId])
    await addJob(retry, { parcelId: other })
    const next: string[] = []
    work(async (payload) => void next.push(payload.parcelId))
    await until(() => expect(next).toEqual([other]))
    expect(seen).toEqual([parcelId])
  })
}

function gate(): { open: () => void; opened: Promise<void> } {
  let open = () => {}
  const opened = new Promise<void>((done) => {
    open = done
  })
  return { open, opened }
}
