import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApiServerForThisFile } from '../../../test/api-server.ts'
import { aCaseType, aDatabaseForThisFile, anApiKey, aTenant, on, type TestTenant } from '../../../test/factories.ts'
import { forgetTriage, triageOf } from '../queries.ts'
import { trainer } from '../training/trainer.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)
const neighbour = await aTenant(database)
const desk = await anApiServerForThisFile()
beforeAll(async () => {
  await trainer.learn({
    desk: { zone: 'UTC', labels: { caseTypes: [], bookingKinds: [] }, gazetteer: [] },
    examples: [],
  })
  for (const one of [tenant, neighbour]) {
    await on(one, (ctx) => aCaseType(ctx, { key: 'gate_jammed', severity: 'normal' }))
    await triageOf(one.id)
  }
})
afterAll(async () => {
  forgetTriage()
  await trainer.stop()
})

type Item = { id: string; state: string; refusedWhy: string | null; adoptedAt: string | null }
const list = async (key = tenant.apiKey) => {
  const { status, body } = await desk.call('GET /v1/triage/models', { key })
  expect(status).toBe(200)
  return body as unknown as { items: Item[]; training: { dueAt: string | null } }
}
const adopt = (id: string, key = tenant.apiKey) => desk.call(`POST /v1/triage/models/${id}/adopt`, { key })
/** Another whole model: the bytes of the one in use, under an id of its own. */
async function aModel(of: TestTenant, it: { adopted?: boolean; refusedWhy?: string } = {}): Promise<string> {
  const { rows } = await database.owner.query<{ id: string }>(
    `insert into triage_models (id, tenant_id, model, digest, examples, reason, adopted_at, refused_why, created_at)
     select gen_random_uuid(), tenant_id, model, digest, examples, 'examples', case when $2 then created_at - interval '1 hour' end, $3, created_at - interval '1 hour'
     from triage_models where tenant_id = $1 order by created_at desc limit 1 returning id`,
    [of.id, it.adopted ?? false, it.refusedWhy ?? null],
  )
  return rows[0]?.id ?? ''
}
const inUse = async (key = tenant.apiKey) => (await list(key)).items.filter((it) => it.state === 'in_use')

describe('the engines that were trained', () => {
  test('are listed with how each stands, one in use', async () => {
    const [earlier, refused, damaged] = [
      await aModel(tenant, { adopted: true }),
      await aModel(tenant, { refusedWhy: 'critical' }),
      await aModel(tenant, { refusedWhy: 'damaged' }),
    ]
    const { items } = await list()
    const stateOf = (id: string) => items.find((it) => it.id === id)
    expect(stateOf(earlier)).toMatchObject({ state: 'earlier', refusedWhy: null })
    expect(stateOf(refused)).toMatchObject({ state: 'refused', refusedWhy: 'critical', adoptedAt: null })
    expect(stateOf(damaged)).toMatchObject({ state: 'damaged' })
    expect(items.filter((it) => it.state === 'in_use')).toHaveLength(1)
    // a model is bytes of hundreds of kilobytes: none of them are in a list
    expect(JSON.stringify(items).length).toBeLessThan(10_000)
  })

  test('one that was refused, or is earlier, is taken at once; taking it twice changes nothing', async () => {
    const [first] = await inUse()
    const wanted = await aModel(tenant, { refusedWhy: 'intent' })
    expect((await adopt(wanted)).body).toMatchObject({ id: wanted, state: 'in_use', refusedWhy: null })
    expect((await triageOf(tenant.id)).modelId).toBe(wanted)
    const [now] = await inUse()
    expect((await adopt(wanted)).body).toMatchObject({ adoptedAt: now?.adoptedAt })
    expect((await adopt(first?.id ?? '')).body).toMatchObject({ state: 'in_use' })
    expect((await inUse()).map((it) => it.id)).toEqual([first?.id])
  })

  test('of two who choose at one moment one is right, and everybody sees the same', async () => {
    const [one, other] = [await aModel(tenant), await aModel(tenant)]
    const answers = await Promise.all([adopt(one), adopt(other), adopt(one), adopt(other)])
    expect(answers.map((it) => it.status)).toEqual([200, 200, 200, 200])
    const used = await inUse()
    expect(used).toHaveLength(1)
    expect([one, other]).toContain(used[0]?.id)
    forgetTriage()
    expect((await triageOf(tenant.id)).modelId).toBe(used[0]?.id)
  })

  test('one whose bytes are damaged is not taken, and the other stays in use', async () => {
    const [before] = await inUse()
    const broken = await aModel(tenant)
    await database.owner.query(`update triage_models set model = substring(model for 100) where id = $1`, [broken])
    expect(await adopt(broken)).toMatchObject({ status: 409, body: { code: 'model_damaged' } })
    expect((await inUse()).map((it) => it.id)).toEqual([before?.id])
  })

  test.each([
    ['no id', 'newest', 422],
    ['somebody’s idea of one', "1' or '1'='1", 422],
    ['an id of nothing', '00000000-0000-7000-8000-000000000000', 404],
  ])('%s is refused', async (_, id, status) => {
    expect((await adopt(encodeURIComponent(id))).status).toBe(status)
  })

  test('training now is due at once, however often it is asked for', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => desk.call('POST /v1/triage/models', { key: neighbour.apiKey, body: {} })),
    )
    expect(answers.map((it) => [it.status, it.body])).toEqual([1, 2, 3].map(() => [202, { due: true }]))
    expect((await list(neighbour.apiKey)).training.dueAt).not.toBeNull()
    expect((await list()).training.dueAt).toBeNull()
  })
})

describe('whose engines they are', () => {
  test('a neighbour neither sees nor takes them', async () => {
    const mine = await aModel(tenant)
    expect((await list(neighbour.apiKey)).items.map((it) => it.id)).not.toContain(mine)
    const before = await inUse(neighbour.apiKey)
    expect((await adopt(mine, neighbour.apiKey)).status).toBe(404)
    expect(await inUse(neighbour.apiKey)).toEqual(before)
    expect((await list()).items.find((it) => it.id === mine)).toMatchObject({ state: 'refused', adoptedAt: null })
  })

  test('admins and managers decide; others, and nobody, do not', async () => {
    const wanted = await aModel(tenant)
    const routes = ['GET /v1/triage/models', 'POST /v1/triage/models', `POST /v1/triage/models/${wanted}/adopt`]
    const statuses = async (key?: string) => {
      const all: number[] = []
      for (const route of routes) all.push((await desk.call(route, { ...(key && { key }) })).status)
      return all
    }
    const of = (role: 'admin' | 'manager' | 'agent' | 'executive' | 'partner', revoked = false) =>
      anApiKey(database, { tenantId: tenant.id, role, revoked })
    for (const role of ['agent', 'executive', 'partner'] as const)
      expect(await statuses(await of(role))).toEqual([403, 403, 403])
    expect(await statuses()).toEqual([401, 401, 401])
    expect(await statuses('no-such-key')).toEqual([401, 401, 401])
    expect(await statuses(await of('admin', true))).toEqual([401, 401, 401])
    expect((await inUse()).map((it) => it.id)).not.toContain(wanted)
    expect(await statuses(await of('manager'))).toEqual([200, 202, 200])
    expect(await statuses(await of('admin'))).toEqual([200, 202, 200])
  })
})
