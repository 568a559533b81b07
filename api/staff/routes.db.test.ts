import { beforeAll, expect, test } from 'vitest'
import { anApiServerForThisFile } from '../../test/api-server.ts'
import { aDatabaseForThisFile, anApiKey, aStaff, aTenant, on, type TestTenant } from '../../test/factories.ts'
import { linkStaff } from './commands.ts'

const database = await aDatabaseForThisFile()
const desk = await anApiServerForThisFile()
let shop: TestTenant
beforeAll(async () => {
  shop = await aTenant(database)
})

const add = (key: string, more: object = {}, by = shop.apiKey, headers = {}) =>
  desk.call('POST /v1/staff', {
    key: by,
    headers,
    body: { key, name: `Ms ${key}`, role: 'agent', language: 'th', ...more },
  })
const link = (code: string, userId: string) =>
  on(shop, (ctx) => linkStaff(ctx, { code, channelId: shop.channelId, externalId: userId }))
const keys = async () =>
  ((await desk.call('GET /v1/staff', { key: shop.apiKey })).body as { items: { key: string }[] }).items.map(
    (it) => it.key,
  )

test('somebody new gets a code that links them once, and is gone at once when they leave', async () => {
  const answer = await add('nok')
  expect(answer).toMatchObject({ status: 201, body: { key: 'nok', role: 'agent', team: null } })
  const { linkCode } = answer.body as { linkCode: string }
  expect(await link(linkCode, 'U-nok')).toMatchObject({ name: 'Ms nok' })
  await expect(link(linkCode, 'U-thief')).rejects.toMatchObject({ code: 'link_code_wrong' })
  expect(await keys()).toContain('nok')
  const second = await desk.call('POST /v1/staff/nok/link-code', { key: shop.apiKey })
  expect(second.status).toBe(201)
  expect((await desk.call('POST /v1/staff/nok/deactivate', { key: shop.apiKey })).status).toBe(204)
  expect(await keys()).not.toContain('nok')
  await expect(link((second.body as { linkCode: string }).linkCode, 'U-nok')).rejects.toMatchObject({
    code: 'link_code_wrong',
  })
  expect((await desk.call('POST /v1/staff/nok/link-code', { key: shop.apiKey })).status).toBe(404)
  expect(await add('nok')).toMatchObject({ status: 409, body: { code: 'staff_key_taken' } })
})

test('two who are added under one key at once are one', async () => {
  const both = await Promise.all([add('twin'), add('twin')])
  expect(both.map((it) => it.status).toSorted()).toEqual([201, 409])
})

test('only an admin says who works here, whoever else leads', async () => {
  await add('ploy')
  for (const role of ['manager', 'agent', 'executive'] as const) {
    const key = await anApiKey(database, { tenantId: shop.id, role })
    expect((await add('friend', {}, key)).status).toBe(403)
    expect((await desk.call('POST /v1/staff/ploy/link-code', { key })).status).toBe(403)
    expect((await desk.call('POST /v1/staff/ploy/deactivate', { key })).status).toBe(403)
    expect((await desk.call('GET /v1/staff', { key })).status).toBe(200)
  }
  expect(await keys()).not.toContain('friend')
})

test('the last admin stays', async () => {
  const salon = await aTenant(database)
  const leave = (key: string) => desk.call(`POST /v1/staff/${key}/deactivate`, { key: salon.apiKey })
  await add('boss', { role: 'admin' }, salon.apiKey)
  expect(await leave('boss')).toMatchObject({ status: 409, body: { code: 'last_admin' } })
  await add('heir', { role: 'admin' }, salon.apiKey)
  const both = await Promise.all([leave('boss'), leave('heir')])
  expect(both.map((it) => it.status).toSorted()).toEqual([204, 409])
})

test('a code is kept nowhere but as its hash, however often it was asked for', async () => {
  const { body } = await add('mai', {}, shop.apiKey, { 'idempotency-key': 'once' })
  const { linkCode } = body as { linkCode: string }
  const { rows } = await database.owner.query('select * from idempotency_keys')
  expect(JSON.stringify(rows)).not.toContain(linkCode)
})

test.each([
  ['key', { key: 'Big Boss' }],
  ['role', { role: 'king' }],
  ['name', { name: '\u200b' }],
  ['language', { language: 'fr' }],
])('a wrong %s is refused by its name', async (field, wrong) => {
  const answer = await desk.call('POST /v1/staff', {
    key: shop.apiKey,
    body: { key: 'somebody', name: 'Some Body', role: 'agent', language: 'en', ...wrong },
  })
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ field }] } })
})

test('staff of another business are nobody here', async () => {
  const other = await aTenant(database)
  await on(other, (ctx) => aStaff(ctx, { channelId: other.channelId }))
  await add('only_ours')
  expect((await desk.call('POST /v1/staff/only_ours/link-code', { key: other.apiKey })).status).toBe(404)
})
