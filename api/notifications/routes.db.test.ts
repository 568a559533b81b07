import { describe, expect, test } from 'vitest'
import { anApiServerForThisFile } from '../../test/api-server.ts'
import { aCustomer, aDatabaseForThisFile, anApiKey, aTenant, on } from '../../test/factories.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)
const desk = await anApiServerForThisFile()

const put = (what: 'templates' | 'rules' | 'settings', body: object, key = tenant.apiKey) =>
  desk.call(`PUT /v1/notification-${what}`, { key, body })

describe('a text of the tenant’s own', () => {
  const usual = { event: 'case.opened', audience: 'staff', language: 'th' }
  test.each([
    ['an unknown variable', { text: '{{case_id}} {{order}}' }, 'template_variable_unknown', 'order'],
    ['a misspelt one', { text: '{{Case_id}}' }, 'template_variable_unknown', 'Case_id'],
    ['an empty one', { text: '{{case_id}} {{}}' }, 'template_variable_unknown', ''],
    ['braces that never close', { text: '{{case_id}} {{status' }, 'template_variable_unknown', '{{status'],
    ['none of those it needs', { text: 'เคสใหม่' }, 'template_variable_missing', 'case_id'],
    [
      'a booking’s variable for a case',
      { text: '{{case_id}} {{booking_id}}' },
      'template_variable_unknown',
      'booking_id',
    ],
    [
      'who fulfils for us, to a customer',
      { audience: 'customer', text: '{{case_id}} {{provider}}' },
      'template_variable_unknown',
      'provider',
    ],
    [
      'a reminder of no day',
      { event: 'booking.reminder', audience: 'customer', text: '{{booking_id}}' },
      'template_variable_missing',
      'date',
    ],
    ['a list of how many', { event: 'digest', text: 'x' }, 'template_variable_missing', 'count'],
  ])('is refused with %s, by name', async (_, it, code, variable) => {
    const answer = await put('templates', { ...usual, ...it })
    expect(answer).toMatchObject({ status: 422, body: { code, facts: { variable }, errors: [{ field: 'text' }] } })
  })

  test.each([
    ['an event nobody knows', { event: 'case.exploded', text: 'x' }, 'event'],
    ['nothing', { text: '   ' }, 'text'],
    ['a novel', { text: 'ก'.repeat(1_001) }, 'text'],
    ['a language we do not speak', { language: 'de', text: 'x' }, 'language'],
    ['somebody who is not told of it', { event: 'digest', audience: 'customer', text: 'x' }, 'audience'],
  ])('is refused for %s', async (_, it, field) => {
    const answer = await put('templates', { ...usual, ...it })
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field }] } })
  })

  test('is kept, changed under the same id, shown with what it may say, and dropped', async () => {
    const first = await put('templates', { ...usual, text: '{{case_id}}' })
    const second = await put('templates', { ...usual, text: 'เคส {{ case_id }} {{elapsed_time}}' })
    expect(second).toMatchObject({ status: 200, body: { id: first.body['id'], channel: 'line' } })
    const list = await desk.call('GET /v1/notification-templates', { key: tenant.apiKey })
    const shown = (list.body['items'] as { event: string; audience: string }[]).find(
      (it) => it.event === 'case.opened' && it.audience === 'staff',
    )
    expect(shown).toMatchObject({
      own: [{ text: 'เคส {{ case_id }} {{elapsed_time}}' }],
      variables: expect.arrayContaining([
        { name: 'case_id', required: true },
        { name: 'provider', required: false },
      ]),
    })
    const gone = `DELETE /v1/notification-templates/${String(first.body['id'])}`
    expect((await desk.call(gone, { key: tenant.apiKey })).status).toBe(204)
    expect((await desk.call(gone, { key: tenant.apiKey })).status).toBe(404)
  })
})

test('only admins and managers decide what people are told', async () => {
  for (const [role, status] of [
    ['manager', 200],
    ['agent', 403],
    ['executive', 403],
  ] as const) {
    const key = await anApiKey(database, { tenantId: tenant.id, role })
    expect((await desk.call('GET /v1/notification-templates', { key })).status).toBe(status)
    expect((await put('rules', { event: 'digest', enabled: true }, key)).status).toBe(status)
    expect((await put('settings', { reminderHours: 12 }, key)).status).toBe(status)
  }
})

test('a rule names things of the tenant, and a chat where staff read', async () => {
  const other = await aTenant(database)
  const { conversationId } = await on(tenant, (ctx) => aCustomer(ctx, { channelId: tenant.channelId }))
  for (const [field, value] of [
    ['channelId', other.channelId],
    ['conversationId', conversationId],
    ['caseTypeId', tenant.id],
  ] as const)
    expect(await put('rules', { [field]: value, enabled: false })).toMatchObject({
      status: 422,
      body: { errors: [{ field }] },
    })
  const once = await put('rules', { channelId: tenant.channelId, enabled: false })
  const again = await put('rules', { channelId: tenant.channelId, enabled: true })
  expect(again.body).toMatchObject({ id: once.body['id'], enabled: true, event: null })
})

test('settings keep what is left out, and refuse hours that are none', async () => {
  expect(
    (await put('settings', { quietHours: { customers: { from: '22:00', to: '07:00' }, groups: null } })).status,
  ).toBe(200)
  expect(await put('settings', { gatherMs: 1_000 })).toMatchObject({
    status: 200,
    body: { gatherMs: 1_000, reminderHours: 12, quietHours: { customers: { from: '22:00', to: '07:00' } } },
  })
  for (const customers of [
    { from: '24:00', to: '07:00' },
    { from: '07:00', to: '07:00' },
    { from: '7', to: '08:00' },
  ])
    expect((await put('settings', { quietHours: { customers, groups: null } })).status).toBe(422)
})
