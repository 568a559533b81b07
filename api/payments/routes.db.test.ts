import { beforeAll, describe, expect, test } from 'vitest'
import { anApiServerForThisFile } from '../../test/api-server.ts'
import {
  aCase,
  aCaseType,
  aCustomer,
  aDatabaseForThisFile,
  anApiKey,
  aRootCause,
  aStaff,
  aTenant,
  moveClock,
  on,
  type TestTenant,
} from '../../test/factories.ts'
import { fireDue } from '../../workers/timers.ts'
import { claimCase } from '../cases/commands/claim-case.ts'
import { resolveCase } from '../cases/commands/resolve-case.ts'
import { eraseCustomer } from '../erasure/commands/erase-customer.ts'
import { prune } from '../housekeeping.ts'

const database = await aDatabaseForThisFile()
const desk = await anApiServerForThisFile()
const watch = { caseType: 'topup', pendingAtMost: 15, creditedWithin: 5 }

let shop: TestTenant
let count = 0
const aPayment = () => `TP-${++count}`
const tell = (body: object, key = shop.apiKey) => desk.call('POST /v1/payments', { key, body })
const fire = async () => {
  const troubles: unknown[] = []
  await fireDue(shop.id, (trouble) => {
    troubles.push(trouble)
    return 'trouble'
  })
  expect(troubles).toEqual([])
}
const casesOf = async (paymentId: string) =>
  (
    await database.owner.query(
      `select id, severity, status, slots, source, contact_id from cases where slots->>'reference' = $1`,
      [paymentId],
    )
  ).rows as Record<string, unknown>[]
const newsOf = async (caseId: unknown) =>
  (
    await database.owner.query(`select event, messages->0->>'audience' as audience from outbox where case_id = $1`, [
      caseId,
    ])
  ).rows as { event: string; audience: string }[]

beforeAll(async () => {
  shop = await aTenant(database, { settings: { payments: watch } })
  await on(shop, (ctx) => aCaseType(ctx, { key: 'topup', severity: 'high', slaMinutes: 15 }))
})

describe('a payment', () => {
  test('that is credited in time is nobody’s case', async () => {
    const paymentId = aPayment()
    await tell({ paymentId, state: 'pending' })
    await tell({ paymentId, state: 'paid' })
    expect(await tell({ paymentId, state: 'credited' })).toMatchObject({
      status: 200,
      body: { state: 'credited', caseId: null },
    })
    await moveClock(database, '1 hour')
    await fire()
    expect(await casesOf(paymentId)).toEqual([])
  })

  test('that is not becomes one critical case, and its customer hears of it before they ask', async () => {
    const { contact, userId } = await on(shop, (ctx) => aCustomer(ctx, { channelId: shop.channelId }))
    const paymentId = aPayment()
    const customer = { kind: 'line', value: userId }
    await tell({ paymentId, state: 'paid', amount: 1290, currency: 'THB', orderId: '77', customer })
    await moveClock(database, '4 minutes')
    await fire()
    expect(await casesOf(paymentId)).toEqual([])
    await moveClock(database, '1 minute')
    await fire()
    const [opened, ...more] = await casesOf(paymentId)
    expect(more).toEqual([])
    expect(opened).toMatchObject({ severity: 'critical', status: 'new', source: 'payment', contact_id: contact.id })
    expect(opened?.['slots']).toEqual({ reference: paymentId, order_id: '77', amount: 1290 })
    expect(await newsOf(opened?.['id'])).toContainEqual({ event: 'case.found', audience: 'customer' })
    // told again, or fired again: still one
    await tell({ paymentId, state: 'paid' })
    await moveClock(database, '1 hour')
    await fire()
    expect(await casesOf(paymentId)).toHaveLength(1)
  })

  test.each([
    ['that stays pending', { state: 'pending' }, '15 minutes'],
    ['whose webhook failed', { state: 'failed' }, undefined],
    ['that was paid an hour ago, by the shop’s clock', { state: 'paid', ago: 60 }, undefined],
  ])('%s becomes a case', async (_, { state, ago }: { state: string; ago?: number }, after) => {
    const paymentId = aPayment()
    const now = await on(shop, async (ctx) => ctx.now)
    const happenedAt = new Date(now.getTime() - (ago ?? 0) * 60_000).toISOString()
    const heard = await tell({ paymentId, state, ...(ago && { happenedAt }) })
    expect(heard.body['caseId'] === null).toBe(after !== undefined)
    if (after) {
      await moveClock(database, after)
      await fire()
    }
    expect(await casesOf(paymentId)).toHaveLength(1)
  })

  test('told of by two at once is one payment and one case', async () => {
    const paymentId = aPayment()
    const heard = await Promise.all(Array.from({ length: 8 }, () => tell({ paymentId, state: 'failed' })))
    expect(new Set(heard.map((it) => it.status))).toEqual(new Set([200]))
    expect(new Set(heard.map((it) => it.body['caseId'])).size).toBe(1)
    expect(await casesOf(paymentId)).toHaveLength(1)
  })

  test('whose news come out of order is as far as the furthest; a clock that runs ahead wins no time', async () => {
    const paymentId = aPayment()
    await tell({ paymentId, state: 'credited', happenedAt: '2999-01-01T00:00:00Z' })
    const late = await tell({ paymentId, state: 'paid' })
    expect(late).toMatchObject({ status: 200, body: { state: 'credited', caseId: null } })
    expect(Date.parse(String(late.body['since']))).toBeLessThan(Date.parse('2100-01-01'))
  })

  test('joins the trouble its customer told already; staff hear how it goes on, until the case is solved', async () => {
    const { contact, userId, conversationId } = await on(shop, (ctx) => aCustomer(ctx, { channelId: shop.channelId }))
    const told = await on(shop, (ctx) => aCase(ctx, { type: 'topup', contactId: contact.id, conversationId }))
    const paymentId = aPayment()
    const heard = await tell({ paymentId, state: 'failed', customer: { kind: 'line', value: userId } })
    expect(heard.body['caseId']).toBe(told.id)
    await tell({ paymentId, state: 'credited' })
    const lines = async (caseId: string) =>
      (
        await database.owner.query(
          `select facts->>'state' as state from activities where subject_id = $1 and type = 'case.payment_moved'`,
          [caseId],
        )
      ).rows
    expect(await lines(told.id)).toEqual([{ state: 'credited' }])

    const solvedId = aPayment()
    const solved = await tell({ paymentId: solvedId, state: 'failed' })
    const caseId = String(solved.body['caseId'])
    const { actor, rootCause } = await on(shop, async (ctx) => ({
      ...(await aStaff(ctx, { channelId: shop.channelId })),
      rootCause: await aRootCause(ctx),
    }))
    await on(shop, (ctx) => claimCase(ctx, { caseId }), actor)
    await on(shop, (ctx) => resolveCase(ctx, { caseId, rootCause }), actor)
    expect(await tell({ paymentId: solvedId, state: 'credited' })).toMatchObject({ status: 200 })
    expect(await lines(caseId)).toEqual([])
  })

  test('of a customer nobody knows becomes a case all the same', async () => {
    const paymentId = aPayment()
    await tell({
      paymentId,
      state: 'failed',
      amount: 50,
      currency: 'USDT',
      customer: { kind: 'username', value: 'nobody' },
    })
    expect(await casesOf(paymentId)).toMatchObject([{ contact_id: null, slots: { amount: '50 USDT' } }])
  })

  test.each([0.000001, 999_999_999_999, 999_999_999_999.99])('of %d is kept', async (amount) => {
    const paymentId = aPayment()
    expect(await tell({ paymentId, state: 'failed', amount })).toMatchObject({ status: 200 })
    expect(await casesOf(paymentId)).toMatchObject([{ slots: { amount } }])
  })

  test('of somebody who is forgotten meanwhile is nobody’s: its case names nobody and is told to nobody', async () => {
    const { contact, userId } = await on(shop, (ctx) => aCustomer(ctx, { channelId: shop.channelId }))
    const paymentId = aPayment()
    await tell({ paymentId, state: 'paid', amount: 70, orderId: '88', customer: { kind: 'line', value: userId } })
    await on(shop, (ctx) => eraseCustomer(ctx, { contactId: contact.id }))
    await moveClock(database, '1 hour')
    await fire()
    const [opened] = await casesOf(paymentId)
    expect(opened).toMatchObject({ contact_id: null, slots: { reference: paymentId } })
    expect(opened?.['slots']).toEqual({ reference: paymentId })
    expect((await newsOf(opened?.['id'])).filter((it) => it.audience === 'customer')).toEqual([])
  })

  test('of one business is unknown to another, be it called the same', async () => {
    const other = await aTenant(database, { settings: { payments: watch } })
    await on(other, (ctx) => aCaseType(ctx, { key: 'topup' }))
    const paymentId = aPayment()
    await tell({ paymentId, state: 'credited' })
    expect(await tell({ paymentId, state: 'pending' }, other.apiKey)).toMatchObject({ body: { state: 'pending' } })
  })

  test('that is over and became no case is forgotten after its time, and no other', async () => {
    const [over, kept] = [aPayment(), aPayment()]
    await tell({ paymentId: over, state: 'credited' })
    await tell({ paymentId: kept, state: 'failed' })
    await moveClock(database, '91 days')
    await prune()
    const { rows } = await database.owner.query('select payment_id from payments where payment_id = any($1)', [
      [over, kept],
    ])
    expect(rows).toEqual([{ payment_id: kept }])
  })
})

describe('is refused', () => {
  test.each([
    ['without a name', { state: 'paid' }, 'paymentId'],
    ['with a name of nothing that is seen', { paymentId: '\u200b', state: 'paid' }, 'paymentId'],
    ['in a state nobody knows', { paymentId: 'x', state: 'lost' }, 'state'],
    ['for less than nothing', { paymentId: 'x', state: 'paid', amount: -1 }, 'amount'],
    ['for less than can be kept', { paymentId: 'x', state: 'paid', amount: 1e-9 }, 'amount'],
    ['for more than can be kept', { paymentId: 'x', state: 'paid', amount: 1e12 }, 'amount'],
    ['on a day there is not', { paymentId: 'x', state: 'paid', happenedAt: '2026-02-30T00:00:00Z' }, 'happenedAt'],
    ['of a customer by half', { paymentId: 'x', state: 'paid', customer: { kind: 'line' } }, 'customer.value'],
  ])('%s', async (_, body, field) => {
    expect(await tell(body)).toMatchObject({ status: 422, body: { errors: [{ field }] } })
  })

  test('from who may only look', async () => {
    const key = await anApiKey(database, { tenantId: shop.id, role: 'executive' })
    expect(await tell({ paymentId: 'x', state: 'paid' }, key)).toMatchObject({ status: 403 })
  })

  test('where payments are not watched, with the way out', async () => {
    const other = await aTenant(database)
    const no = await tell({ paymentId: 'x', state: 'paid' }, other.apiKey)
    expect(no).toMatchObject({ status: 409, body: { code: 'payments_not_watched' } })
    expect(no.body['detail']).toContain('/v1/payment-settings')
  })
})

describe('what an admin decides', () => {
  const call = (how: string, body?: object, key?: string) =>
    desk.call(`${how} /v1/payment-settings`, { key: key ?? own.apiKey, ...(body && { body }) })
  let own: TestTenant
  beforeAll(async () => {
    own = await aTenant(database)
    await on(own, (ctx) => aCaseType(ctx, { key: 'money' }))
  })

  test('is obeyed by the next payment, and off again', async () => {
    const payments = { caseType: 'money', pendingAtMost: 1, creditedWithin: 1 }
    expect(await call('PUT', { payments })).toMatchObject({ status: 200, body: { payments } })
    expect(await call('GET')).toMatchObject({ body: { payments } })
    expect(await tell({ paymentId: 'a', state: 'failed' }, own.apiKey)).toMatchObject({ status: 200 })
    expect(await call('PUT', { payments: null })).toMatchObject({ status: 200, body: { payments: null } })
    expect(await tell({ paymentId: 'b', state: 'failed' }, own.apiKey)).toMatchObject({ status: 409 })
  })

  test.each([
    ['a case type there is not', { caseType: 'nothing', pendingAtMost: 1, creditedWithin: 1 }, 'payments.caseType'],
    ['no time at all', { caseType: 'money', pendingAtMost: 0, creditedWithin: 1 }, 'payments.pendingAtMost'],
  ])('cannot be %s', async (_, payments, field) => {
    expect(await call('PUT', { payments })).toMatchObject({ status: 422, body: { errors: [{ field }] } })
  })

  test('is not for agents', async () => {
    const key = await anApiKey(database, { tenantId: own.id, role: 'agent' })
    expect(await call('PUT', { payments: null }, key)).toMatchObject({ status: 403 })
  })
})
