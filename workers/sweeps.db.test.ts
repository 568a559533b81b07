import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { openConversation } from '../api/conversations/commands/open-conversation.ts'
import { releaseLane } from '../api/conversations/commands/lease.ts'
import { storeInbound } from '../api/conversations/commands/store-inbound.ts'
import { post } from '../api/outbox/commands/post.ts'
import type { Parcel } from '../api/outbox/schema.ts'
import { jobs } from '../api/queue/jobs.ts'
import { addJob, startQueue, stopQueue } from '../api/queue/queue.ts'
import { aDatabaseForThisFile, aTenant, moveClock, on } from '../test/factories.ts'
import type { AbandonedLane } from './inbox.ts'
import { startWorkers } from './main.ts'
import type { Running } from './report.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)
let workers: Running
let swept: Parcel[]
let retried: Parcel[]
let lanes: AbandonedLane[]
let months: number
const reported: unknown[] = []

beforeAll(async () => {
  await startQueue(database)
})

beforeEach(() => {
  ;[swept, retried, lanes, months] = [[], [], [], 0]
  workers = startWorkers({
    deliverParcels: (parcels) => void swept.push(...parcels),
    deliverNow: async (parcel) => void retried.push(parcel),
    takeLanes: (taken) => void lanes.push(...taken),
    copyFile: async () => undefined,
    checkQuotas: async () => void (months += 1),
    watchTokens: async () => {},
    report: (trouble) => `trouble-${reported.push(trouble)}`,
  })
})

afterEach(async () => {
  await workers.stop()
  expect(reported).toEqual([])
})

afterAll(async () => {
  await stopQueue()
})

const aParcel = () =>
  on(tenant, async (ctx) => {
    const { channelId } = tenant
    const conversationId = await openConversation(ctx, { channelId, kind: 'group', sourceId: 'C1' })
    return post(ctx, { channelId, conversationId, event: 'test', messages: [], language: 'th' })
  })
const stateOf = (id: string, state: string) =>
  database.owner.query(
    `update outbox set state = $2, lease_until = null, next_at = desk_now() + interval '1 hour' where id = $1`,
    [id, state],
  )

test('a parcel that nobody sends is found and handed to the deliverer, once while it is in its hands', async () => {
  const first = await aParcel()
  await vi.waitFor(() => expect(swept.map((it) => it.id)).toEqual([first]), { timeout: 60_000 })
  const second = await aParcel()
  await vi.waitFor(() => expect(swept.map((it) => it.id)).toEqual([first, second]), { timeout: 60_000 })
  await stateOf(first, 'sent')
  await stateOf(second, 'sent')
})

test('a retry is the queue’s; one whose job was lost is the sweeper’s', async () => {
  const [queued, lost] = [await aParcel(), await aParcel()]
  await vi.waitFor(() => expect(swept).toHaveLength(2), { timeout: 60_000 })
  for (const id of [queued, lost]) await stateOf(id, 'again')
  await addJob(jobs.outboxRetry, { parcelId: queued }, { delayMs: 50 })
  await vi.waitFor(() => expect(retried.map((it) => it.id)).toEqual([queued]), { timeout: 60_000 })
  await stateOf(queued, 'sent')
  await moveClock(database, '2 hours')
  await vi.waitFor(() => expect(swept.map((it) => it.id)).toEqual([queued, lost, lost]), { timeout: 60_000 })
  await addJob(jobs.outboxRetry, { parcelId: queued })
  await stateOf(lost, 'again')
  await addJob(jobs.outboxRetry, { parcelId: lost })
  await vi.waitFor(() => expect(retried.map((it) => it.id)).toEqual([queued, lost]), { timeout: 60_000 })
  await stateOf(lost, 'sent')
})

test('a lane that a dead process left is handed to the engine with a lease', async () => {
  const { leased } = await storeInbound({
    tenantId: tenant.id,
    channelId: tenant.channelId,
    sourceId: 'U1',
    kind: 'direct',
    eventId: 'event-1',
    raw: Buffer.from('{}'),
    happenedAt: new Date(),
  })
  if (!leased) throw new Error('a new lane is ours')
  await moveClock(database, '2 seconds')
  await releaseLane(leased)
  await vi.waitFor(() => expect(lanes).toHaveLength(1), { timeout: 60_000 })
  expect(lanes[0]).toMatchObject({
    conversationId: leased.conversationId,
    tenantId: tenant.id,
    sourceId: 'U1',
    leaseNo: leased.leaseNo + 1,
  })
})

test('what a process held that died before the machine’s clock was put back does not wait until that hour comes again', async () => {
  const { leased } = await storeInbound({
    tenantId: tenant.id,
    channelId: tenant.channelId,
    sourceId: 'U-ahead',
    kind: 'direct',
    eventId: 'event-ahead',
    raw: Buffer.from('{}'),
    happenedAt: new Date(),
  })
  const parcel = await aParcel()
  await vi.waitFor(() => expect(swept.map((it) => it.id)).toEqual([parcel]), { timeout: 60_000 })
  const ahead = "lease_until = now() + interval '3 hours'"
  await database.owner.query(
    `update inbox set received_at = desk_now() + interval '3 hours' where event_id = 'event-ahead'`,
  )
  await database.owner.query(`update conversations set ${ahead} where id = $1`, [leased?.conversationId])
  await database.owner.query(`update outbox set ${ahead} where id = $1`, [parcel])
  await vi.waitFor(() => expect(lanes.map((it) => it.sourceId)).toContain('U-ahead'), { timeout: 60_000 })
  await vi.waitFor(() => expect(swept.map((it) => it.id)).toEqual([parcel, parcel]), { timeout: 60_000 })
  await stateOf(parcel, 'sent')
})

test('an event that came in while its chat was being erased is somebody new’s, and handed over all the same', async () => {
  const { leased } = await storeInbound({
    tenantId: tenant.id,
    channelId: tenant.channelId,
    sourceId: 'U2',
    kind: 'direct',
    eventId: 'event-2',
    raw: Buffer.from('{}'),
    happenedAt: new Date(),
  })
  if (!leased) throw new Error('a new lane is ours')
  // the chat has been given up under the event's feet
  await database.owner.query(`update conversations set source_id = 'erased:2', lease_until = null where id = $1`, [
    leased.conversationId,
  ])
  await moveClock(database, '2 seconds')
  await vi.waitFor(() => expect(lanes.filter((it) => it.sourceId === 'U2')).toHaveLength(1), { timeout: 60_000 })
  const lane = lanes.find((it) => it.sourceId === 'U2')
  expect(lane?.conversationId).not.toBe(leased.conversationId)
  expect(lane?.leaseNo).toBe(1)
})

test('how the month goes is asked again when the desk’s clock was moved past the quarter of an hour', async () => {
  await vi.waitFor(() => expect(months).toBe(1), { timeout: 60_000 })
  await moveClock(database, '16 minutes')
  await vi.waitFor(() => expect(months).toBe(2), { timeout: 60_000 })
})
