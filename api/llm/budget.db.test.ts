import { beforeEach, describe, expect, test } from 'vitest'
import { aDatabaseForThisFile, aTenant, moveClock, on, type TestTenant } from '../../test/factories.ts'
import { dailyPurse, forgetBudgets } from './budget.ts'

const database = await aDatabaseForThisFile()
let tenant: TestTenant

beforeEach(async () => {
  tenant = await aTenant(database)
  forgetBudgets()
})

const purse = (micros: number, zone = 'Asia/Bangkok') => dailyPurse({ tenantId: tenant.id, zone, micros })
const spent = async () => {
  const { rows } = await database.owner.query(
    'select day::text as day, micros::int as micros, calls from model_spending where tenant_id = $1 order by day',
    [tenant.id],
  )
  return rows as { day: string; micros: number; calls: number }[]
}

describe('the money of a day', () => {
  test('is set aside before a call, and what it did not cost comes back', async () => {
    const taken = await purse(1_000).take(400)
    expect(await spent()).toMatchObject([{ micros: 400, calls: 1 }])
    await taken?.spent(150)
    expect(await spent()).toMatchObject([{ micros: 150, calls: 1 }])
  })

  test('is never overspent, however many processes take from it at once', async () => {
    const taken = await Promise.all(Array.from({ length: 20 }, () => (forgetBudgets(), purse(1_000).take(300))))
    expect(taken.filter(Boolean)).toHaveLength(3)
    expect(await spent()).toMatchObject([{ micros: 900, calls: 3 }])
  })

  test('what is dearer than the whole budget, or than none, is not even asked for', async () => {
    expect(await purse(1_000).take(1_001)).toBeUndefined()
    expect(await purse(0).take(1)).toBeUndefined()
    expect(await spent()).toEqual([])
  })

  test('once spent, the database is left in peace for a while', async () => {
    await purse(1_000).take(1_000)
    expect(await purse(1_000).take(1)).toBeUndefined()
    await database.owner.query('delete from model_spending where tenant_id = $1', [tenant.id])
    expect(await purse(1_000).take(1)).toBeUndefined()
    forgetBudgets()
    expect(await purse(1_000).take(1)).toBeDefined()
  })

  test('one that cost more than was thought counts whole', async () => {
    await (await purse(1_000).take(100))?.spent(1_500)
    expect(await spent()).toMatchObject([{ micros: 1_500 }])
    expect(await purse(1_000).take(1)).toBeUndefined()
  })

  test('is new at the tenant’s own midnight; a call over midnight is paid by the day it began on', async () => {
    const { now } = await on(tenant, async (ctx) => ({ now: ctx.now }))
    const taken = await purse(1_000).take(1_000)
    const [first] = await spent()
    expect(first?.day).toBe(new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Bangkok' }).format(now))
    await moveClock(database, '24 hours')
    forgetBudgets()
    expect(await purse(1_000).take(200)).toBeDefined()
    await taken?.spent(10)
    expect((await spent()).map((it) => it.micros)).toEqual([10, 200])
    // the same moment is another day elsewhere
    await purse(1_000, 'Pacific/Kiritimati').take(1)
    await purse(1_000, 'Pacific/Pago_Pago').take(1)
    expect((await spent()).reduce((sum, it) => sum + it.calls, 0)).toBe(4)
  })

  test('is each business’s own', async () => {
    await purse(1_000).take(1_000)
    const other = await aTenant(database)
    expect(await dailyPurse({ tenantId: other.id, zone: 'UTC', micros: 1_000 }).take(1_000)).toBeDefined()
  })
})
