import { expect, test } from 'vitest'
import { aDatabaseForThisFile, aTenant, on } from '../../test/factories.ts'
import { putItem } from './commands.ts'
import { itemById } from './queries.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)

test('an item put again keeps its id and what was not named', async () => {
  const put = (it: Parameters<typeof putItem>[1]) => on(tenant, (ctx) => putItem(ctx, it))
  const id = await put({
    key: 'boat',
    type: 'tour',
    name: 'By boat',
    priceMinor: 150_000,
    names: { th: 'ล่องเรือ' },
    maxPeople: 8,
  })
  expect(await put({ key: 'boat', type: 'tour', name: 'By slow boat', priceMinor: 160_000 })).toBe(id)
  expect(await on(tenant, (ctx) => itemById(ctx, id))).toMatchObject({
    id,
    name: 'By slow boat',
    priceMinor: 160_000,
    names: { th: 'ล่องเรือ' },
    maxPeople: 8,
  })
})
