import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../test/database.ts'
import { jobs } from '../api/queue/jobs.ts'
import { addJob, queueIsUp } from '../api/queue/queue.ts'
import { queueSuite, told } from './queue.suite.ts'

let fresh: FreshDatabase

// afterAll runs the other way round: the suite's queue is closed first
afterAll(() => fresh.drop())

queueSuite(async () => {
  fresh = await freshDatabase()
  return { ownerUrl: fresh.ownerUrl, machineryUrl: fresh.machineryUrl }
})

test('the queue lives in a schema of its own and stays out of the desk’s', async () => {
  const owner = new pg.Client({ connectionString: fresh.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query(
    `select table_schema as schema from information_schema.tables where table_name like '%job%' group by 1`,
  )
  await owner.end()
  expect(rows).toEqual([{ schema: 'bullmq' }])
})

test('while the server is away nothing hangs: the job is not in the queue and the sweepers do without', async () => {
  const parcelId = '01890000-0000-7000-8000-000000000009'
  expect(await addJob(jobs.outboxRetry, { parcelId })).toBe(true)
  const owner = new pg.Client({ connectionString: fresh.ownerUrl })
  await owner.connect()
  try {
    await owner.query('alter table bullmq.job rename to job_away')
    for (let times = 0; times < 2; times++) expect(await addJob(jobs.outboxRetry, { parcelId })).toBe(false)
    expect(told.splice(0)).toHaveLength(1)
  } finally {
    await owner.query('alter table bullmq.job_away rename to job')
    await owner.end()
  }
  expect(await addJob(jobs.outboxRetry, { parcelId })).toBe(true)
  expect(await queueIsUp()).toBe(true)
})
