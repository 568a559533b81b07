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
import { keepMessage, type NewMessage } from '../conversations/commands/keep-message.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)
const desk = await anApiServerForThisFile()

const items = (body: Record<string, unknown>) => body['items'] as Record<string, unknown>[]

describe('the list of cases', () => {
  let listed: TestTenant
  let mali: string
  const references: string[] = []

  beforeAll(async () => {
    listed = await aTenant(database, { settings: { references: { case: 'ML-{nnn}', booking: 'B-{n}' } } })
    await on(listed, async (ctx) => {
      const topup = await aCaseType(ctx, { key: 'topup', severity: 'critical' })
      const slow = await aCaseType(ctx, { key: 'slow', severity: 'low' })
      const customer = await aCustomer(ctx, { channelId: listed.channelId, name: 'Mali 100%' })
      mali = customer.contact.id
      const other = await aCustomer(ctx, { channelId: listed.channelId, name: 'Ken' })
      const plan: [string, string, object][] = [
        [slow.key, other.contact.id, {}],
        [topup.key, mali, { order_id: '1274850' }],
        [slow.key, mali, {}],
      ]
      for (const [index, [type, contactId, slots]] of plan.entries()) {
        const it = await aCase(ctx, {
          type,
          contactId,
          slots: slots as Record<string, string>,
          openedAt: new Date(ctx.now.getTime() - index * 60_000),
        })
        references.push(it.reference)
      }
    })
  })
  const list = (query: string) => desk.call(`GET /v1/cases?${query}`, { key: listed.apiKey })

  test('comes newest first, by the page', async () => {
    const first = await list('page_size=2')
    expect(first).toMatchObject({ status: 200, body: { page: 1, pageSize: 2, total: 3 } })
    expect(items(first.body).map((it) => it['reference'])).toEqual(references.slice(0, 2))
    expect(items((await list('page=2&page_size=2')).body).map((it) => it['reference'])).toEqual([references[2]])
    expect(items((await list('page=9')).body)).toEqual([])
  })

  test.each([
    ['severity=low', 2],
    ['type=topup', 1],
    ['type=nothing-like-it', 0],
    ['open=true', 3],
    ['open=false', 0],
    ['owner=none', 3],
    ['status=new&severity=critical', 1],
    ['search=ken', 1],
    ['search=1274', 1],
    ['search=100%25', 2],
    ['search=%25', 2],
    ['search=_', 0],
    ['search=ML-00', 3],
  ])('%s finds %i', async (query, count) => {
    expect(await list(query)).toMatchObject({ status: 200, body: { total: count } })
  })

  test('filters by customer and sorts by severity', async () => {
    const found = await list(`contact=${mali}&sort=-severity,openedAt`)
    expect(items(found.body).map((it) => it['severity'])).toEqual(['low', 'critical'])
  })

  test.each([
    ['page=0', 'page'],
    ['page=-1', 'page'],
    ['page=one', 'page'],
    ['page=1.5', 'page'],
    ['page=1&page=2', 'page'],
    ['page=99999999999999999999', 'page'],
    ['page_size=101', 'page_size'],
    ['page_size=', 'page_size'],
    ['sort=slots', 'sort'],
    ['sort=opened_at;drop table cases', 'sort'],
    ['status=lost', 'status'],
    ['owner=me', 'owner'],
    ['contact=1', 'contact'],
    ['search=', 'search'],
    ['search=%00', 'search'],
  ])('%s is refused, naming %s', async (query, field) => {
    const refused = await list(query)
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid_input', errors: [{ field }] } })
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  })

  test('a filter it does not know is no answer', async () => {
    expect(await list('stauts=new')).toMatchObject({ status: 422, body: { code: 'invalid_input' } })
  })
})

describe('a case from the API', () => {
  test('says what the business calls the slots it has', async () => {
    const slotWords = { order_id: { label: { en: 'Invoice', th: 'ใบแจ้งหนี้' } }, amount: { label: { en: 'Sum' } } }
    const type = await on(tenant, (ctx) =>
      aCaseType(ctx, { requiredSlots: ['order_id'], optionalSlots: ['amount'], slotWords }),
    )
    const opened = await desk.call('POST /v1/cases', {
      key: tenant.apiKey,
      body: { type: type.key, slots: { order_id: '77', name: 'Ann' } },
    })
    expect(opened.body['type']).toMatchObject({ key: type.key, labels: { order_id: slotWords.order_id.label } })
    expect(opened.body['type']).not.toMatchObject({ labels: { amount: {} } })
  })

  test('says what the customer wrote first, and last', async () => {
    const id = await on(tenant, async (ctx) => {
      const { contact, conversationId } = await aCustomer(ctx, { channelId: tenant.channelId })
      const { id: caseId } = await aCase(ctx, { contactId: contact.id, conversationId })
      const says = (body: string, minute: number, it: Partial<NewMessage> = {}) =>
        keepMessage(ctx, {
          conversationId,
          caseId,
          direction: 'in',
          author: 'customer',
          kind: 'text',
          body,
          happenedAt: new Date(ctx.now.getTime() + minute * 60_000),
          ...it,
        })
      for (const [minute, words] of ['paid 500', 'hello?', 'still waiting', '1 hour now', 'please'].entries())
        says(words, minute)
      says('We are looking', 9, { direction: 'out', author: 'bot' })
      return caseId
    })
    expect(await desk.call(`GET /v1/cases/${id}`, { key: tenant.apiKey })).toMatchObject({
      body: { said: ['paid 500', 'still waiting', '1 hour now', 'please'] },
    })
  })

  test('is opened, assigned, moved, noted, resolved, closed and reopened', async () => {
    const { type, cause, owner, customer } = await on(tenant, async (ctx) => ({
      type: await aCaseType(ctx),
      cause: await aRootCause(ctx),
      owner: await aStaff(ctx, { channelId: tenant.channelId, name: 'Nan' }),
      customer: await aCustomer(ctx, { channelId: tenant.channelId, name: 'Tukta' }),
    }))
    const key = tenant.apiKey
    const opened = await desk.call('POST /v1/cases', {
      key,
      body: { type: type.key, contactId: customer.contact.id, slots: { order_id: '77' }, note: 'by phone' },
    })
    expect(opened).toMatchObject({
      status: 201,
      body: {
        status: 'new',
        severity: 'critical',
        contact: { name: 'Tukta' },
        owner: null,
        source: 'api',
        slots: { order_id: '77' },
      },
    })
    expect(opened.body['trackUrl']).toMatch(/^http:\/\/desk\.test\/t\/[\w-]{71}$/)
    const path = `/v1/cases/${String(opened.body['id'])}`
    const step = (what: string, body?: object) => desk.call(`POST ${path}/${what}`, { key, ...(body && { body }) })

    expect(await step('assign', { staffId: owner.id })).toMatchObject({
      status: 200,
      body: { status: 'investigating', owner: { name: 'Nan' } },
    })
    expect(await step('move', { to: 'waiting_provider' })).toMatchObject({
      status: 200,
      body: { status: 'waiting_provider' },
    })
    expect(await step('note', { text: 'asked the bank' })).toMatchObject({ status: 200 })
    expect(await step('close')).toMatchObject({ status: 409, body: { code: 'case_move_not_allowed' } })
    expect(await step('resolve', { rootCause: 'gremlins' })).toMatchObject({
      status: 422,
      body: { code: 'root_cause_unknown', errors: [{ field: 'rootCause' }] },
    })
    expect(await step('resolve', {})).toMatchObject({ status: 422, body: { errors: [{ field: 'rootCause' }] } })
    expect(await step('resolve', { rootCause: cause })).toMatchObject({
      status: 200,
      body: { status: 'resolved', rootCause: cause },
    })
    const names = expect.objectContaining({ en: cause }) as unknown
    expect(await desk.call(`GET ${path}`, { key })).toMatchObject({ body: { rootCauseNames: names } })
    expect(await step('move', { to: 'fixing' })).toMatchObject({ status: 409 })
    expect(await step('assign', { staffId: owner.id })).toMatchObject({ status: 409, body: { code: 'case_not_open' } })
    expect(await step('close')).toMatchObject({ status: 200, body: { status: 'closed' } })
    expect(await step('reopen')).toMatchObject({ status: 200, body: { status: 'investigating', reopened: 1 } })
    expect(await desk.call(`GET ${path}`, { key })).toMatchObject({ body: { rootCause: null, rootCauseNames: null } })

    const timeline = await desk.call(`GET /v1/activities?subject=${String(opened.body['id'])}&sort=number`, { key })
    expect(items(timeline.body).map((it) => it['type'])).toEqual([
      'case.opened',
      'case.noted',
      'case.assigned',
      'case.moved',
      'case.noted',
      'case.resolved',
      'case.closed',
      'case.reopened',
    ])
    expect(items(timeline.body).at(-1)?.['actor']).toMatchObject({ kind: 'api', name: 'test' })
    expect(timeline.text).not.toContain('by phone')
  })

  test('needs a known type, contact and member of staff', async () => {
    const key = tenant.apiKey
    const type = await on(tenant, (ctx) => aCaseType(ctx))
    const nobody = '00000000-0000-7000-8000-000000000000'
    expect(await desk.call('POST /v1/cases', { key, body: { type: 'nonsense' } })).toMatchObject({
      status: 422,
      body: { code: 'case_type_unknown' },
    })
    expect(await desk.call('POST /v1/cases', { key, body: { type: type.key, contactId: nobody } })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'contactId' }] },
    })
    const { id } = await on(tenant, (ctx) => aCase(ctx))
    expect(await desk.call(`POST /v1/cases/${id}/assign`, { key, body: { staffId: nobody } })).toMatchObject({
      status: 422,
      body: { code: 'staff_unknown' },
    })
    expect(await desk.call(`POST /v1/cases/${id}/claim`, { key })).toMatchObject({
      status: 403,
      body: { code: 'not_allowed' },
    })
    expect(await desk.call('GET /v1/cases/7', { key })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'caseId' }] },
    })
  })
})

describe('roles', () => {
  test('an executive looks but does not touch, a partner does neither', async () => {
    const { id } = await on(tenant, (ctx) => aCase(ctx))
    const type = await on(tenant, (ctx) => aCaseType(ctx))
    const executive = await anApiKey(database, { tenantId: tenant.id, role: 'executive' })
    const partner = await anApiKey(database, { tenantId: tenant.id, role: 'partner' })
    expect(await desk.call(`GET /v1/cases/${id}`, { key: executive })).toMatchObject({ status: 200, body: { can: [] } })
    for (const [route, body] of [
      [`POST /v1/cases/${id}/note`, { text: 'x' }],
      [`POST /v1/cases`, { type: type.key }],
    ] as const)
      expect(await desk.call(route, { key: executive, body })).toMatchObject({ status: 403 })
    for (const route of [
      `GET /v1/cases/${id}`,
      'GET /v1/cases',
      'GET /v1/today',
      'GET /v1/today/live',
      'GET /v1/bookings',
      'GET /v1/contacts',
      'GET /v1/activities',
      'GET /v1/outbox',
      'GET /api/issues/active',
    ])
      expect(await desk.call(route, { key: partner })).toMatchObject({ status: 403, body: { code: 'not_allowed' } })
  })
})

describe('today', () => {
  test('counts what is open, over and at risk', async () => {
    const it = await aTenant(database)
    const [, atRisk, over] = await on(it, async (ctx) => {
      const type = await aCaseType(ctx, { slaMinutes: 100, severity: 'high' })
      const at = (minutes: number) => new Date(ctx.now.getTime() - minutes * 60_000)
      return [
        await aCase(ctx, { type: type.key, openedAt: at(10) }),
        await aCase(ctx, { type: type.key, openedAt: at(70) }),
        await aCase(ctx, { type: type.key, openedAt: at(130) }),
      ]
    })
    const today = await desk.call('GET /v1/today', { key: it.apiKey })
    expect(today).toMatchObject({
      status: 200,
      body: { zone: 'Asia/Bangkok', open: { critical: 0, high: 3, normal: 0, low: 0 }, unclaimed: 3, resolvedToday: 0 },
    })
    expect((today.body['atRisk'] as { id: string }[]).map((one) => one.id)).toEqual([over?.id, atRisk?.id])
  })

  test('a case is at risk by the time its clock ran, not by what it stood for the customer', async () => {
    const it = await aTenant(database)
    const { id, owner } = await on(it, async (ctx) => {
      const type = await aCaseType(ctx, { slaMinutes: 100, severity: 'high', stopsForCustomer: true })
      const owner = await aStaff(ctx, { channelId: it.channelId })
      return { id: (await aCase(ctx, { type: type.key })).id, owner }
    })
    const risks = async () => (await desk.call('GET /v1/today', { key: it.apiKey })).body['atRisk'] as unknown[]
    const act = (what: string, body: Record<string, unknown> = {}) =>
      desk.call(`POST /v1/cases/${id}/${what}`, { key: it.apiKey, body })
    await act('assign', { staffId: owner.id })
    await act('move', { to: 'waiting_customer' })
    await moveClock(database, '300 minutes')
    expect(await act('move', { to: 'fixing' })).toMatchObject({ status: 200 })
    await moveClock(database, '50 minutes')
    expect(await risks()).toEqual([])
    await moveClock(database, '11 minutes')
    expect(await risks()).toMatchObject([{ id }])
    await moveClock(database, '-361 minutes')
  })

  test('a resolved case counts until midnight of the tenant', async () => {
    const it = await aTenant(database)
    const { id, cause } = await on(it, async (ctx) => ({ id: (await aCase(ctx)).id, cause: await aRootCause(ctx) }))
    const owner = await on(it, (ctx) => aStaff(ctx, { channelId: it.channelId }))
    await desk.call(`POST /v1/cases/${id}/assign`, { key: it.apiKey, body: { staffId: owner.id } })
    await desk.call(`POST /v1/cases/${id}/resolve`, { key: it.apiKey, body: { rootCause: cause } })
    expect(await desk.call('GET /v1/today', { key: it.apiKey })).toMatchObject({
      body: { resolvedToday: 1, open: { critical: 0 } },
    })
    await moveClock(database, '1 day')
    expect(await desk.call('GET /v1/today', { key: it.apiKey })).toMatchObject({ body: { resolvedToday: 0 } })
    await moveClock(database, '-1 day')
  })
})

describe('issues, as the shop asks for them', () => {
  test('are the open cases of an order', async () => {
    const it = await aTenant(database)
    const { id } = await on(it, (ctx) => aCase(ctx, { slots: { order_id: '99-1' } }))
    await on(it, (ctx) => aCase(ctx))
    const issue = { order_id: '99-1', case_id: id, status: 'new', updated_at: expect.any(String) as unknown }
    const active = await desk.call('GET /api/issues/active', { key: it.apiKey })
    expect(active).toMatchObject({ status: 200, body: [issue] })
    expect(await desk.call('GET /api/issues/99-1', { key: it.apiKey })).toMatchObject({ status: 200, body: issue })
    expect(await desk.call('GET /api/issues/100', { key: it.apiKey })).toMatchObject({ status: 404 })
    expect(await desk.call('GET /api/issues/active')).toMatchObject({ status: 401 })
  })
})
