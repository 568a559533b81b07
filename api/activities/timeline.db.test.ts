import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimCase } from '../cases/commands/claim-case.ts'
import { aCase, aDatabase, aStaff, aTenant, on, type TestDatabase, type TestStaff } from '../../test/factories.ts'

describe('a timeline', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await aDatabase()
  })
  afterAll(() => database.end())

  it('can be added to and nothing else, not even by its owner', async () => {
    const tenant = await aTenant(database)
    await on(tenant, (ctx) => aCase(ctx))
    for (const sql of ['update activities set type = $$x$$', 'delete from activities', 'truncate activities'])
      await expect(database.owner.query(sql)).rejects.toThrow(/append-only/)
  })

  it('keeps one unbroken chain when many act on the same case at once', async () => {
    const tenant = await aTenant(database)
    const it = await on(tenant, (ctx) => aCase(ctx))
    const people: TestStaff[] = []
    for (let n = 0; n < 6; n += 1) people.push(await on(tenant, (ctx) => aStaff(ctx, { channelId: tenant.channelId })))
    const tries = await Promise.allSettled(
      people.map((who) => on(tenant, (ctx) => claimCase(ctx, { caseId: it.id }), who.actor)),
    )
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const { rows } = await database.owner.query('select seq, type from activities where subject_id = $1 order by seq', [
      it.id,
    ])
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1))
    expect(rows.filter((row) => row.type === 'case.claimed')).toHaveLength(1)
  })
})
