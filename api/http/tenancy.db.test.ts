import { expect, test } from 'vitest'
import { anApiServerForThisFile } from '../../test/api-server.ts'
import {
  aBooking,
  aBookingKind,
  aCase,
  aCaseType,
  aCustomer,
  aDatabaseForThisFile,
  aGroup,
  anItem,
  aRootCause,
  aStaff,
  aTenant,
  on,
  type TestTenant,
} from '../../test/factories.ts'
import { putRule } from '../notifications/commands/put-rule.ts'
import { putTemplate } from '../notifications/commands/put-template.ts'
import { addArticle } from '../knowledge/commands/put-article.ts'
import { connectRoutes } from '../../bot/connect/routes.ts'
import { newId } from '../ids.ts'
import { storeInbound } from '../conversations/commands/store-inbound.ts'
import { addExample } from '../triage/commands/examples.ts'
import { TriageModel } from '../triage/model.ts'
import { triageRoutes } from '../../bot/triage-api.ts'
import { Activity } from '../activities/model.ts'
import { OutboxRow } from '../outbox/model.ts'

const database = await aDatabaseForThisFile()
const theirs = await aTenant(database, { settings: { references: { case: 'THEIRS-{n}', booking: 'THEIRS-B-{n}' } } })
const mine = await aTenant(database)
const desk = await anApiServerForThisFile({ endpoints: [...connectRoutes({}), ...triageRoutes] })

/** A tenant with one of everything, under keys that both tenants share. */
const oneOfEverything = (tenant: TestTenant) =>
  on(tenant, async (ctx) => {
    const type = await aCaseType(ctx, { key: 'topup' })
    const kind = await aBookingKind(ctx, { key: 'tour' })
    const cause = await aRootCause(ctx, 'bug')
    const staff = await aStaff(ctx, { channelId: tenant.channelId })
    const lead = await aStaff(ctx, { channelId: tenant.channelId, role: 'manager' })
    const customer = await aCustomer(ctx, { channelId: tenant.channelId, name: `Customer of ${tenant.key}` })
    const whose = { contactId: customer.contact.id, conversationId: customer.conversationId }
    const item = await anItem(ctx, { name: `Item of ${tenant.key}`, seats: [9] })
    const one = await aCase(ctx, { type: type.key, ...whose, slots: { order_id: `order-${tenant.key}` } })
    const booking = await aBooking(ctx, {
      kind: kind.key,
      ...whose,
      itemId: item.id,
      slotId: item.slotIds[0] ?? '',
      seats: 2,
    })
    const groupId = await aGroup(ctx, { channelId: tenant.channelId, purpose: 'staff' })
    return { one, booking, customer, staff, lead, item, cause, groupId }
  })

const contents = async (tenant: TestTenant) =>
  on(tenant, async (ctx) => ({
    activities: await Activity.query(ctx.trx).resultSize(),
    outbox: await OutboxRow.query(ctx.trx).resultSize(),
  }))

test('no route shows or changes anything of another tenant', async () => {
  const all = await oneOfEverything(theirs)
  await oneOfEverything(mine)
  await desk.call(`POST /v1/bookings/${all.booking.id}/confirm`, { key: theirs.apiKey })
  const [parcel] = await on(theirs, (ctx) => OutboxRow.query(ctx.trx).limit(1))
  await database.owner.query("update outbox set state = 'dead' where id = $1", [parcel?.id])

  const [template, rule] = await on(
    theirs,
    async (ctx) =>
      [
        await putTemplate(ctx, {
          event: 'case.opened',
          audience: 'staff',
          channel: 'line',
          language: 'th',
          text: '{{case_id}}',
        }),
        await putRule(ctx, {
          event: 'digest',
          audience: null,
          channelId: theirs.channelId,
          caseTypeId: null,
          conversationId: null,
          enabled: false,
        }),
      ] as const,
    all.lead.actor,
  )
  const article = await on(theirs, (ctx) =>
    addArticle(ctx, {
      visibility: 'customer',
      caseType: null,
      texts: { en: { title: `Title of ${theirs.key}`, questions: [], answer: 'x' } },
    }),
  )
  await storeInbound({
    tenantId: theirs.id,
    channelId: theirs.channelId,
    sourceId: 'U-aside',
    kind: 'direct',
    eventId: 'aside',
    raw: Buffer.from('{}'),
    happenedAt: new Date(),
  })
  const { rows } = await database.owner.query("update inbox set state = 'aside' where event_id = 'aside' returning id")

  const lesson = { text: `words of ${theirs.key}`, intent: 'case_report', label: 'topup' } as const
  const [example, model] = await on(
    theirs,
    async (ctx) => [
      await addExample(ctx, lesson),
      await TriageModel.query(ctx.trx)
        .insert({ id: newId(), tenantId: ctx.tenantId, model: Buffer.from('x'), examples: 0, adoptedAt: ctx.now })
        .returning('*'),
    ],
    all.lead.actor,
  )

  const { rows: keys } = await database.owner.query('select key from catalogue_items where id = $1', [all.item.id])
  const itemKey = String(keys[0]?.key)
  const ids: Record<string, string> = {
    exampleId: example.id,
    modelId: model.id,
    eventId: rows[0].id,
    caseId: all.one.id,
    bookingId: all.booking.id,
    contactId: all.customer.contact.id,
    parcelId: parcel?.id ?? '',
    groupId: all.groupId,
    conversationId: all.customer.conversationId,
    channelId: theirs.channelId,
    templateId: template.id,
    ruleId: rule.id,
    articleId: article.id,
    order_id: `order-${theirs.key}`,
    key: itemKey,
  }
  const bodies: Record<string, object> = {
    '/v1/cases': { type: 'topup', contactId: all.customer.contact.id },
    '/v1/bookings': { kind: 'tour', itemId: all.item.id, slotId: all.item.slotIds[0], seats: 1 },
    '/v1/me/bookings': { kind: 'tour', itemId: all.item.id, slotId: all.item.slotIds[0], seats: 1 },
    assign: { staffId: all.staff.id },
    move: { to: 'fixing' },
    note: { text: 'x' },
    resolve: { rootCause: all.cause },
    ask: { text: 'x' },
    type: { type: 'topup' },
    severity: { severity: 'low' },
    provider: { provider: null },
    orders: { order: '1' },
    escalate: {},
    propose: { date: '2099-01-01' },
    decline: { why: 'x' },
    cancel: { why: 'x' },
    purpose: { purpose: 'staff' },
    routes: { routes: [] },
    slots: { startsAt: '2099-01-01T09:00:00Z', capacity: 1 },
    '/v1/settings': { shiftHours: 0 },
    messages: { text: 'x' },
    'quiet-hours': { quietHours: 'off' },
    // rules and texts of another tenant's things are refused as unknown
    '/v1/notification-rules': { channelId: theirs.channelId, enabled: false },
    '/v1/notification-templates': { event: 'case.opened', audience: 'staff', language: 'th', text: '{{nobody}}' },
    '/v1/notification-settings': { gatherMs: -1 },
    '/v1/payment-settings': { payments: { caseType: 'none' } },
    '/v1/triage/settings': { timeoutMs: 0 },
    ':exampleId': { intent: 'other' },
    'not-a-case': { intent: 'other' },
    'not-a-booking': { intent: 'other' },
    adopt: {},
    check: {},
    'rich-menu': {},
    templates: { event: '*', language: 'en', body: 'News: {{1}}.', variables: ['news'] },
    'test-message': { to: { staff: all.staff.id } },
    recipients: { groups: [], staff: [] },
    ':channelId': { name: 'x' },
    '/v1/knowledge': { visibility: 'customer', caseType: 'theirs', texts: { en: { title: 'x', answer: 'x' } } },
    ':articleId': { visibility: 'staff' },
  }
  const queries: Record<string, string> = {
    '/v1/me/times': `?itemId=${all.item.id}&date=2026-12-01`,
    '/v1/me/price': `?itemId=${all.item.id}&slotId=${all.item.slotIds[0]}&people=2`,
  }
  const secrets = [
    ...Object.values(ids),
    all.one.reference,
    theirs.key,
    all.staff.id,
    all.item.id,
    ...all.item.slotIds,
    theirs.id,
  ]
  const before = await contents(theirs)

  const walked = desk.app.endpoints.filter((it) => it.path.startsWith('/v1/') || it.path.startsWith('/api/'))
  expect(walked.length).toBeGreaterThan(30)
  for (const it of walked) {
    if (it.path === '/v1/today/live' || it.path.startsWith('/v1/sessions/')) continue
    const path =
      it.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? 'missing')) +
      (queries[it.path] ?? '')
    const last = it.path.split('/').at(-1) ?? ''
    const body =
      it.method !== 'GET' && it.method !== 'DELETE'
        ? (bodies[it.path] ?? (it.path.includes('bookings') && last === 'move' ? { to: 'qualified' } : bodies[last]))
        : undefined
    const answer = await desk.call(`${it.method} ${path}`, { key: mine.apiKey, ...(body && { body }) })
    const named = it.path.includes(':')
    const where = `${it.method} ${it.path}: ${answer.status}`
    // claiming is for people: an API key is refused before anything is looked up
    if (named && it.method === 'PUT' && last === ':key') {
      // a key is each business's own: whoever names it means theirs, and this says nothing that could be kept
      expect(answer.status, where).toBe(422)
    } else if (it.path.startsWith('/v1/me/')) expect(answer.status, where).toBe(401)
    else if (named) expect([404, ...(last === 'claim' ? [403] : [])], where).toContain(answer.status)
    // one's own engine is trained
    else if (it.method === 'POST' && it.path === '/v1/triage/models') expect(answer.status, where).toBe(202)
    else if (it.path.startsWith('/v1/shifts/')) expect(answer.status, where).toBe(403)
    else if (it.method === 'POST' || (it.method === 'PUT' && body)) expect([401, 422], where).toContain(answer.status)
    else expect([200, 204, 401], where).toContain(answer.status)
    const { instance: _, ...told } = answer.body
    for (const secret of secrets) expect(JSON.stringify(told), where).not.toContain(secret)
  }
  expect(await contents(theirs)).toEqual(before)
})

test('another tenant’s case type, staff and items are unknown', async () => {
  const { type, staff } = await on(theirs, async (ctx) => ({
    type: await aCaseType(ctx),
    staff: await aStaff(ctx, { channelId: theirs.channelId }),
  }))
  const own = await on(mine, (ctx) => aCase(ctx))
  const key = mine.apiKey
  expect(await desk.call('POST /v1/cases', { key, body: { type: type.key } })).toMatchObject({
    status: 422,
    body: { code: 'case_type_unknown' },
  })
  expect(await desk.call(`POST /v1/cases/${own.id}/assign`, { key, body: { staffId: staff.id } })).toMatchObject({
    status: 422,
    body: { code: 'staff_unknown' },
  })
  expect(await desk.call(`GET /v1/cases?owner=${staff.id}&type=${type.key}`, { key })).toMatchObject({
    status: 200,
    body: { total: 0 },
  })
  expect(await desk.call(`GET /v1/activities?actor=${staff.id}`, { key })).toMatchObject({
    status: 200,
    body: { total: 0 },
  })
})
