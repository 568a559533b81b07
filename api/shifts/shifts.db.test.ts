import { describe, expect, test } from 'vitest'
import { anApiServerForThisFile } from '../../test/api-server.ts'
import { aDatabaseForThisFile, aStaff, aTenant, anApiKey, moveClock, on, type TestStaff } from '../../test/factories.ts'
import type { StaffRole } from '../context.ts'
import { deactivateStaff } from '../staff/commands.ts'
import { endShift, startShift } from './commands.ts'
import { peopleOnShift } from './queries.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)
const desk = await anApiServerForThisFile()

const hire = (role: StaffRole = 'agent', name?: string): Promise<TestStaff> =>
  on(tenant, (ctx) => aStaff(ctx, { channelId: tenant.channelId, role, ...(name && { name }) }))
const starts = (who: TestStaff) => on(tenant, startShift, who.actor)
const ends = (who: TestStaff) => on(tenant, endShift, who.actor)
const here = async () => (await on(tenant, peopleOnShift)).map((it) => it.id)
const shiftsOf = async (who: TestStaff) =>
  (
    await database.owner.query('select started_at, ended_at from shifts where staff_id = $1 order by started_at, id', [
      who.id,
    ])
  ).rows as { started_at: Date; ended_at: Date | null }[]

describe('a shift', () => {
  test('of twenty starts at once one runs, and of twenty ends at once one is news', async () => {
    const nan = await hire()
    const began = await Promise.all(Array.from({ length: 20 }, () => starts(nan)))
    expect(began.filter(Boolean)).toHaveLength(1)
    expect(await shiftsOf(nan)).toHaveLength(1)
    const ended = await Promise.all(Array.from({ length: 20 }, () => ends(nan)))
    expect(ended.filter(Boolean)).toHaveLength(1)
    expect(await here()).not.toContain(nan.id)
    expect(await ends(nan)).toBe(false)
  })

  test('that nobody ended stops counting, and the next one begins anew without counting the days between', async () => {
    const forgetful = await hire()
    await starts(forgetful)
    await moveClock(database, '3 days')
    expect(await here()).not.toContain(forgetful.id)
    expect(await starts(forgetful)).toBe(true)
    expect(await here()).toContain(forgetful.id)
    const [first, second, ...more] = await shiftsOf(forgetful)
    expect(more).toEqual([])
    expect(first?.ended_at).toEqual(first?.started_at)
    expect(second?.ended_at).toBeNull()
  })

  test('is nobody’s who does not work here: a partner, a program, the desk itself, another business', async () => {
    const partner = await hire('partner')
    await expect(starts(partner)).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(on(tenant, startShift)).rejects.toMatchObject({ code: 'not_allowed' })
    const api = await anApiKey(database, { tenantId: tenant.id })
    expect(await desk.call('POST /v1/shifts/start', { key: api })).toMatchObject({ status: 403 })
    expect(await desk.call('POST /v1/shifts/end', { key: api })).toMatchObject({ status: 403 })
    const other = await aTenant(database)
    const nan = await hire()
    await starts(nan)
    expect(await on(other, peopleOnShift)).toEqual([])
    expect((await desk.call('GET /v1/shifts', { key: other.apiKey })).body).toEqual([])
  })

  test('ends with whoever leaves, even while they begin it', async () => {
    const leaver = await hire()
    await starts(leaver)
    expect(await on(tenant, (ctx) => deactivateStaff(ctx, { staffId: leaver.id }))).toBe(true)
    expect(await here()).not.toContain(leaver.id)
    expect((await shiftsOf(leaver)).every((it) => it.ended_at !== null)).toBe(true)
    // twice is once
    expect(await on(tenant, (ctx) => deactivateStaff(ctx, { staffId: leaver.id }))).toBe(false)

    for (let n = 0; n < 5; n += 1) {
      const torn = await hire()
      await Promise.all([starts(torn), on(tenant, (ctx) => deactivateStaff(ctx, { staffId: torn.id }))])
      expect(await here()).not.toContain(torn.id)
    }
  })

  test('is listed in the order people came, with names only', async () => {
    const [one, two] = [await hire('agent', 'First'), await hire('manager', 'Second')]
    await starts(one)
    await moveClock(database, '1 minute')
    await starts(two)
    const { body, text } = await desk.call('GET /v1/shifts', { key: tenant.apiKey })
    const names = (body as unknown as { staff: { name: string } }[]).map((it) => it.staff.name)
    expect(names.slice(-2)).toEqual(['First', 'Second'])
    expect(text).not.toContain(one.userId)
  })
})
