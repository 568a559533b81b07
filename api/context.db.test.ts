import { expect, test } from 'vitest'
import { aDatabaseForThisFile, aTenant } from '../test/factories.ts'
import { as, type Ctx, inTenant, perTransaction, system } from './context.ts'
import { database as connected } from './db/connection.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)

const rename = (name: string) => ({ sql: 'update tenants set name = ? where id = ?', bindings: [name, tenant.id] })
const nameNow = () =>
  inTenant(tenant.id, system, async (ctx) => {
    const { rows } = (await ctx.trx.raw('select name from tenants')) as { rows: { name: string }[] }
    return rows[0]?.name
  })

test('what was gathered is written with the commit, and only then is it said to be done', async () => {
  let seen: unknown
  await inTenant(tenant.id, system, async (ctx) => {
    ctx.atEnd(() => rename('after'))
    ctx.afterCommit(() => {
      seen = 'done'
    })
    expect(seen).toBeUndefined()
  })
  expect(seen).toBe('done')
  expect(await nameNow()).toBe('after')
})

test('a last statement that fails takes everything back, is told, and leaves its connection fit for the next', async () => {
  let told = false
  const before = await nameNow()
  for (let i = 0; i < 20; i++)
    await expect(
      inTenant(tenant.id, system, async (ctx) => {
        await ctx.trx.raw('update tenants set name = ? where id = ?', ['half', tenant.id])
        ctx.atEnd(() => ({ sql: 'update tenants set name = (1 / ?::int)::text', bindings: [0] }))
        ctx.afterCommit(() => {
          told = true
        })
      }),
    ).rejects.toThrow(/division by zero/)
  expect(told).toBe(false)
  expect(await nameNow()).toBe(before)
  expect(await Promise.all(Array.from({ length: 40 }, nameNow))).toEqual(Array.from({ length: 40 }, () => before))
})

test('a failure that was swallowed on the way is no success: nothing was committed, and that is told', async () => {
  const before = await nameNow()
  for (const last of [[], [rename('after')]])
    await expect(
      inTenant(tenant.id, system, async (ctx) => {
        await ctx.trx.raw('update tenants set name = ? where id = ?', ['half', tenant.id])
        await ctx.trx.raw('select 1 / ?::int', [0]).then(undefined, () => undefined)
        ctx.atEnd(() => last)
      }),
    ).rejects.toThrow(/Nothing was committed|current transaction is aborted/)
  expect(await nameNow()).toBe(before)
})

test('an opening message that fails leaves its connection fit for the next', async () => {
  for (let i = 0; i < 20; i++)
    await expect(inTenant(tenant.id, system, async () => undefined, 'select 1 / 0')).rejects.toThrow(/division by zero/)
  expect(new Set(await Promise.all(Array.from({ length: 40 }, nameNow))).size).toBe(1)
})

test('a transaction that has ended is asked nothing more, on a connection that is another’s by then', async () => {
  const ended: Ctx[] = []
  await inTenant(tenant.id, system, async (ctx) => void ended.push(ctx))
  await inTenant(tenant.id, system, async (ctx) => {
    ended.push(ctx)
    throw new Error('no')
  }).catch(() => undefined)
  expect(ended).toHaveLength(2)
  for (const { trx } of ended) {
    await expect(trx.raw('select 1')).rejects.toThrow(/has ended/)
    await expect(trx('tenants').select('id')).rejects.toThrow(/has ended/)
  }
})

test('a statement that fails is told by its shape: what people wrote is not in the error', async () => {
  const words = 'my card number is 4111'
  for (let i = 0; i < 6; i++) {
    const trouble = await connected()
      .knex.raw('select ?::int', [words])
      .then(
        () => undefined,
        (it: Error) => it,
      )
    expect(trouble?.message).toContain('select $1::int')
    expect(trouble?.message.split(' - ')[0]).not.toContain('4111')
  }
})

test('the tenant of one transaction is not the tenant of the next on the same connection', async () => {
  const other = await aTenant(database)
  const ids = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      inTenant(index % 2 ? tenant.id : other.id, system, async (ctx) => {
        const { rows } = (await ctx.trx.raw('select id from tenants')) as { rows: { id: string }[] }
        return rows.map((row) => row.id)
      }),
    ),
  )
  ids.forEach((seen, index) => expect(seen).toEqual([index % 2 ? tenant.id : other.id]))
})

const everything = () =>
  inTenant(tenant.id, system, async (ctx) => {
    const { rows } = (await ctx.trx.raw('select * from tenants where id = ?', [tenant.id])) as { rows: object[] }
    return rows[0]
  })

test('what is asked often is planned once on each connection', async () => {
  for (let i = 0; i < 10; i++) await everything()
  const planned = await inTenant(tenant.id, system, async (ctx) => {
    const { rows } = (await ctx.trx.raw(
      `select sum(generic_plans + custom_plans)::int as used from pg_prepared_statements where statement like 'select * from tenants%'`,
    )) as { rows: { used: number | null }[] }
    return rows[0]?.used ?? 0
  })
  expect(planned).toBeGreaterThan(3)
})

test('a table that gets another column while the desk runs costs a connection, and no more', async () => {
  for (let i = 0; i < 10; i++) await everything()
  await database.owner.query('alter table tenants add column nickname text')
  try {
    await expect(everything()).rejects.toThrow(/cached plan/)
    expect(await everything()).toHaveProperty('nickname', null)
  } finally {
    await database.owner.query('alter table tenants drop column nickname')
  }
})

test('what there is one of in each transaction is shared by all who act in it, and by nobody outside', async () => {
  const seen = perTransaction(() => new Set<string>())
  const first = await inTenant(tenant.id, system, async (ctx) => {
    seen(ctx).add('as the desk')
    seen(as(ctx, { kind: 'contact', id: 'c' })).add('as a customer')
    return [...seen(ctx)]
  })
  expect(first).toEqual(['as the desk', 'as a customer'])
  expect(await inTenant(tenant.id, system, async (ctx) => [...seen(ctx)])).toEqual([])
})
