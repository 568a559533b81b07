import { beforeEach, describe, expect, test } from 'vitest'
import { aCustomer, aDatabaseForThisFile, aGroup, aTenant, on, type TestTenant } from '../../../test/factories.ts'
import { tellOfFailure, tellOfFailures } from '../../notifications/commands/tell-of-failures.ts'
import { OutboxRow } from '../model.ts'
import type { Outcome, Parcel } from '../schema.ts'
import { post } from './post.ts'
import { settleParcel, unsettleParcel } from './settle.ts'
import { takeParcel } from './take.ts'

const database = await aDatabaseForThisFile()
let tenant: TestTenant

beforeEach(async () => {
  tenant = await aTenant(database)
})

async function aParcel(event = 'test'): Promise<string> {
  return on(tenant, async (ctx) => {
    const { conversationId } = await aCustomer(ctx, { channelId: tenant.channelId })
    return post(ctx, {
      channelId: tenant.channelId,
      conversationId,
      event,
      messages: [{ type: 'text', text: 'x' }],
      language: 'en',
    })
  })
}
async function take(id: string): Promise<Parcel> {
  const taken = await takeParcel(id)
  if (!taken) throw new Error('nobody else has it')
  return taken
}
const rowOf = (id: string) => on(tenant, async (ctx) => OutboxRow.query(ctx.trx).findById(id).throwIfNotFound())

const wentFree: Outcome = { state: 'sent', sentAs: 'reply', recipients: 0 }
const wentPaid: Outcome = { state: 'sent', sentAs: 'push', recipients: 1 }
const again: Outcome = { state: 'again', afterMs: 0, why: '63016: outside the 24 hours' }

describe('a try that the platform has already taken back', () => {
  test('says nothing of the next one, although the same process makes both', async () => {
    const id = await aParcel()
    const first = await take(id)
    expect(await unsettleParcel(id, again)).toBe(true)
    const second = await take(id)
    expect(await settleParcel(first, wentFree)).toBe(false)
    expect(await rowOf(id)).toMatchObject({ state: 'sending', cost: null })
    expect(await settleParcel(second, wentPaid)).toBe(true)
    expect(await rowOf(id)).toMatchObject({ state: 'sent', sentAs: 'push', cost: 'paid', attempts: 2 })
    expect(await settleParcel(first, wentFree)).toBe(false)
    expect(await rowOf(id)).toMatchObject({ cost: 'paid', attempts: 2 })
  })

  test('is not settled before the next one begins either, and counts as a try whichever came first', async () => {
    const early = await aParcel()
    const first = await take(early)
    await unsettleParcel(early, again)
    expect(await settleParcel(first, wentFree)).toBe(false)
    const late = await aParcel()
    expect(await settleParcel(await take(late), wentFree)).toBe(true)
    await unsettleParcel(late, again)
    for (const id of [early, late]) expect(await rowOf(id)).toMatchObject({ state: 'again', attempts: 1 })
    // what has been put off already, or given up, is not put off once more
    expect(await unsettleParcel(early, again)).toBe(false)
  })

  test('whose lease ran out says nothing of the try that took its place', async () => {
    const id = await aParcel()
    const slow = await take(id)
    await database.owner.query(`update outbox set lease_until = now() - interval '1 second' where id = $1`, [id])
    const next = await take(id)
    expect(await settleParcel(slow, { state: 'dead', why: 'no answer' })).toBe(false)
    expect(await settleParcel(next, wentPaid)).toBe(true)
    expect(await rowOf(id)).toMatchObject({ state: 'sent', cost: 'paid' })
  })
})

describe('that a customer cannot be told there', () => {
  beforeEach(async () => {
    await on(tenant, (ctx) => aGroup(ctx, { channelId: tenant.channelId, purpose: 'staff' }))
  })
  const told = () =>
    on(tenant, async (ctx) =>
      (await OutboxRow.query(ctx.trx).orderBy('seq')).filter((it) => it.event !== 'test').map((it) => it.event),
    )
  const dead: Outcome = { state: 'dead', why: 'the window is closed', unreachable: 'window' }

  test('is told once, as that, even when the process dies before it can tell', async () => {
    const id = await aParcel()
    await settleParcel(await take(id), dead)
    // nobody calls tellOfFailure: the process is gone, and another sweeps
    await tellOfFailures()
    await tellOfFailures()
    await tellOfFailure({ id, tenantId: tenant.id })
    expect(await told()).toEqual(['customer.unreachable'])
  })

  test('is told once when the sweep and the sender tell at the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 4 }, () => aParcel()))
    for (const id of ids) await settleParcel(await take(id), dead)
    await Promise.all([
      tellOfFailures(),
      ...ids.map((id) => tellOfFailure({ id, tenantId: tenant.id })),
      tellOfFailures(),
    ])
    expect(await told()).toEqual(ids.map(() => 'customer.unreachable'))
  })
})
