import { describe, expect, test } from 'vitest'
import { anApiServerForThisFile } from '../../test/api-server.ts'
import { aDatabaseForThisFile, aLineUserId, aTenant, on } from '../../test/factories.ts'
import { newId } from '../ids.ts'
import {
  alsoKnownAs,
  contactKnownAs,
  contactOf,
  flagIdentity,
  importContact,
  nameContact,
  setContactBlocked,
  setContactQuietHours,
} from './commands.ts'
import { contactById, contactByIdentity } from './queries.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)
const desk = await anApiServerForThisFile()

const meet = (value: string, where = tenant) => on(where, (ctx) => contactOf(ctx, { kind: 'line', value }))
const identitiesOf = async (contactId: string) =>
  (
    await database.owner.query(
      'select kind, value, proven, unreachable_at is not null as unreachable from contact_identities where contact_id = $1 order by value',
      [contactId],
    )
  ).rows as { kind: string; value: string; proven: boolean; unreachable: boolean }[]
const peopleCalled = async (name: string) =>
  (await database.owner.query('select id from contacts where name = $1', [name])).rows.length

describe('a person', () => {
  test('whom twenty processes meet at once is one person', async () => {
    const value = aLineUserId()
    const met = await Promise.all(
      Array.from({ length: 20 }, () => on(tenant, (ctx) => contactOf(ctx, { kind: 'line', value, name: 'Crowd' }))),
    )
    expect(new Set(met.map((it) => it.id)).size).toBe(1)
    expect(await peopleCalled('Crowd')).toBe(1)
  })

  test('is somebody else at every business', async () => {
    const value = aLineUserId()
    const other = await aTenant(database)
    const [mine, theirs] = [await meet(value), await meet(value, other)]
    expect(mine.id).not.toBe(theirs.id)
    expect(await on(other, (ctx) => contactById(ctx, mine.id))).toBeUndefined()
  })

  test('keeps the name they have: what a platform says only fills a gap', async () => {
    const { id } = await meet(aLineUserId())
    await on(tenant, (ctx) => nameContact(ctx, { contactId: id, name: 'Tukta' }))
    await on(tenant, (ctx) => nameContact(ctx, { contactId: id, name: 'Somebody Else' }))
    expect(await on(tenant, (ctx) => contactById(ctx, id))).toMatchObject({ name: 'Tukta' })
  })

  test('blocks, and is there again; and a stranger’s quiet hours are nobody’s', async () => {
    const { id } = await meet(aLineUserId())
    await on(tenant, (ctx) => setContactBlocked(ctx, { contactId: id, blocked: true }))
    expect((await on(tenant, (ctx) => contactById(ctx, id)))?.blockedAt).not.toBeNull()
    await on(tenant, (ctx) => setContactBlocked(ctx, { contactId: id, blocked: false }))
    expect((await on(tenant, (ctx) => contactById(ctx, id)))?.blockedAt).toBeNull()
    await expect(
      on(tenant, (ctx) => setContactQuietHours(ctx, { contactId: newId(), quietHours: 'off' })),
    ).rejects.toMatchObject({ code: 'not_found' })
    const other = await aTenant(database)
    await expect(
      on(other, (ctx) => setContactQuietHours(ctx, { contactId: id, quietHours: 'off' })),
    ).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('several names of one person', () => {
  const known = (...values: string[]) => on(tenant, (ctx) => contactKnownAs(ctx, { kind: 'whatsapp', values }))
  const aNumber = () => `whatsapp:+66${newId().replaceAll(/\D/g, '').slice(-9)}`

  test('a number alone, then with the user’s own id, then the id alone: the same person all along', async () => {
    const [number, own] = [aNumber(), `TH.${newId()}`]
    const first = await known(number)
    expect((await known(own, number)).id).toBe(first.id)
    expect((await known(own)).id).toBe(first.id)
    expect((await identitiesOf(first.id)).map((it) => it.value).sort()).toEqual([own, number].sort())
  })

  test('a number that changed hands is a new person’s, and nobody inherits the old one’s matters', async () => {
    const number = aNumber()
    const [old, fresh] = [`TH.${newId()}`, `TH.${newId()}`]
    const before = await known(old, number)
    const after = await known(fresh, number)
    expect(after.id).not.toBe(before.id)
    expect((await identitiesOf(before.id)).map((it) => it.value)).toEqual([old])
    expect((await known(number)).id).toBe(after.id)
  })

  test('both names seen for the first time by many at once are one person with two names', async () => {
    const values = [`TH.${newId()}`, aNumber()]
    const met = await Promise.all(Array.from({ length: 10 }, () => known(...values)))
    expect(new Set(met.map((it) => it.id)).size).toBe(1)
    expect(await identitiesOf(met[0]?.id ?? '')).toHaveLength(2)
  })

  test('who could not be reached can be again once they write', async () => {
    const number = aNumber()
    const { id } = await known(number)
    await on(tenant, (ctx) => flagIdentity(ctx, { kind: 'whatsapp', value: number }))
    expect(await identitiesOf(id)).toMatchObject([{ unreachable: true }])
    await on(tenant, async (ctx) => alsoKnownAs(ctx, { contactId: id, kind: 'whatsapp', values: [number] }))
    expect(await identitiesOf(id)).toMatchObject([{ unreachable: false }])
  })
})

describe('what an import knows', () => {
  test('is a claim until the person writes; a second import takes no identity away from whoever has it', async () => {
    const line = aLineUserId()
    const phone = `+66${newId()}`
    const bring = (name: string) =>
      on(tenant, (ctx) =>
        importContact(ctx, {
          name,
          identities: [
            { kind: 'line', value: line },
            { kind: 'phone', value: phone },
          ],
        }),
      )
    const id = await bring('Imported')
    expect((await identitiesOf(id)).every((it) => !it.proven)).toBe(true)
    const again = await bring('Imported Twice')
    expect(again).not.toBe(id)
    expect(await identitiesOf(again)).toEqual([])
    expect((await meet(line)).id).toBe(id)
    expect(await identitiesOf(id)).toMatchObject([
      { kind: 'phone', proven: false },
      { kind: 'line', proven: true },
    ])
    expect(await on(tenant, (ctx) => contactByIdentity(ctx, 'line', line))).toMatchObject({ id })
  })
})

test('the API finds a person by name and by number, and only those of the business', async () => {
  const other = await aTenant(database)
  const phone = '+66810009999'
  const id = await on(tenant, (ctx) =>
    importContact(ctx, { name: '100%_จริง', identities: [{ kind: 'phone', value: phone }] }),
  )
  const found = async (search: string, key = tenant.apiKey) =>
    (
      (await desk.call(`GET /v1/contacts?search=${encodeURIComponent(search)}`, { key })).body['items'] as {
        id: string
      }[]
    ).map((it) => it.id)
  expect(await found('จริง')).toEqual([id])
  expect(await found('0009999')).toEqual([id])
  // what means something to the database means nothing here
  expect(await found('%')).toEqual([id])
  expect(await found('_จ')).toEqual([id])
  expect(await found("'; drop table contacts; --")).toEqual([])
  expect(await found('จริง', other.apiKey)).toEqual([])
  expect((await desk.call(`GET /v1/contacts/${id}`, { key: other.apiKey })).status).toBe(404)
  expect((await desk.call('GET /v1/contacts/nonsense', { key: tenant.apiKey })).status).toBe(422)
})
