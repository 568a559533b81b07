import { expect, test } from 'vitest'
import { aDatabaseForThisFile, aTenant, on } from '../../test/factories.ts'
import { putOrganisation } from './commands.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)

const put = (it: Parameters<typeof putOrganisation>[1], where = tenant) => on(where, (ctx) => putOrganisation(ctx, it))
const rowOf = async (id: string) =>
  (await database.owner.query('select tenant_id, key, name, names, active from organisations where id = $1', [id]))
    .rows[0]

test('a company that is put again is changed, not doubled, and keeps its id', async () => {
  const id = await put({ key: 'orbit', name: 'Siam Orbit', names: { th: 'สยามออร์บิท' } })
  expect(await put({ key: 'orbit', name: 'Siam Orbit Ltd', active: false })).toBe(id)
  expect(await rowOf(id)).toEqual({
    tenant_id: tenant.id,
    key: 'orbit',
    name: 'Siam Orbit Ltd',
    names: {},
    active: false,
  })
})

test('twenty at once are one', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, (_, n) => put({ key: 'race', name: `Try ${n}` })))
  expect(new Set(ids).size).toBe(1)
})

test('the same key is another company in another business, and neither sees the other', async () => {
  const other = await aTenant(database)
  const [mine, theirs] = [await put({ key: 'same', name: 'Mine' }), await put({ key: 'same', name: 'Theirs' }, other)]
  expect(mine).not.toBe(theirs)
  expect(await rowOf(mine)).toMatchObject({ name: 'Mine', tenant_id: tenant.id })
  const seen = await on(other, async (ctx) => ctx.trx.raw('select name from organisations'))
  expect((seen as unknown as { rows: unknown[] }).rows).toEqual([{ name: 'Theirs' }])
})
