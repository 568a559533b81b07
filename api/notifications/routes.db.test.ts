import { describe, expect, test } from 'vitest'
import { anApiServerForThisFile } from '../../test/api-server.ts'
import { aCaseType, aCustomer, aDatabaseForThisFile, anApiKey, aTenant, on } from '../../test/factories.ts'

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

  test('is refused with braces that never close, as they were written', async () => {
    const { body } = await put('templates', { ...usual, text: '{{case_id}} {{owner' })
    expect(body['detail']).toContain('The braces in `{{owner` do not close')
    expect(body['detail']).toContain('Use {{case_id}}')
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

describe('two admins at once', () => {
  const text = (words: string) => ({ event: 'case.claimed', audience: 'staff', language: 'en', text: words })
  const call = async (what: string, body: object | undefined, headers: Record<string, string> = {}) => {
    const [method = '', path = ''] = what.split(' ')
    const answer = await fetch(`${desk.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${tenant.apiKey}`, 'content-type': 'application/json', ...headers },
      ...(body && { body: JSON.stringify(body) }),
    })
    const said = await answer.text()
    return {
      status: answer.status,
      etag: answer.headers.get('etag') ?? '',
      body: (said ? JSON.parse(said) : {}) as Record<string, unknown>,
    }
  }
  const templates = 'PUT /v1/notification-templates'
  const settings = '/v1/notification-settings'

  test('the same text: the first is kept, the second reads what stands there and nothing of theirs is', async () => {
    const seen = await call(templates, text('Claimed {{case_id}}'))
    expect(seen.body['etag']).toBe(seen.etag)
    const both = await Promise.all(
      ['One {{case_id}}', 'Two {{case_id}}'].map((words) => call(templates, text(words), { 'if-match': seen.etag })),
    )
    expect(both.map((it) => it.status).toSorted()).toEqual([200, 412])
    const [won, lost] = both.toSorted((a, b) => a.status - b.status)
    expect(lost?.body).toMatchObject({ code: 'changed_meanwhile', facts: { now: { text: won?.body['text'] } } })
    expect(lost?.etag).toBe(won?.etag)
    // having looked, they may
    const after = await call(templates, text('Both {{case_id}}'), { 'if-match': lost?.etag ?? '' })
    expect(after.status).toBe(200)
    // and whoever names no state means it whatever stands there
    expect((await call(templates, text('Last {{case_id}}'))).status).toBe(200)
  })

  test('a first text: one of ten who thought there was none', async () => {
    const first = { ...text('New {{case_id}}'), language: 'ja' }
    const all = await Promise.all(Array.from({ length: 10 }, () => call(templates, first, { 'if-none-match': '*' })))
    expect(all.filter((it) => it.status === 200)).toHaveLength(1)
    expect(all.filter((it) => it.status === 412)).toHaveLength(9)
    expect((await call(templates, { ...first, language: 'th' }, { 'if-match': '"nothing"' })).status).toBe(412)
  })

  test('settings: the same one is refused to the second; without a state named, different ones are both kept', async () => {
    const seen = await call(`GET ${settings}`, undefined)
    expect(seen.etag).toMatch(/^"[\w-]{22}"$/)
    const both = await Promise.all(
      [41, 42].map((hours) => call(`PUT ${settings}`, { reminderHours: hours }, { 'if-match': seen.etag })),
    )
    expect(both.map((it) => it.status).toSorted()).toEqual([200, 412])
    await Promise.all([
      call(`PUT ${settings}`, { gatherMs: 1_234 }),
      call(`PUT ${settings}`, { groupPushesPerHour: 7 }),
    ])
    const now = await call(`GET ${settings}`, undefined)
    expect(now.body).toMatchObject({ gatherMs: 1_234, groupPushesPerHour: 7 })
    expect((await call(`PUT ${settings}`, { gatherMs: 1_235 }, { 'if-match': now.etag })).status).toBe(200)
  })

  test('a rule: the first is kept, and so it is where one switches it and the other forgets it', async () => {
    const rules = '/v1/notification-rules'
    const rule = { event: 'case.claimed', audience: 'customer', enabled: false }
    const first = await Promise.all([1, 2, 3].map(() => call(`PUT ${rules}`, rule, { 'if-none-match': '*' })))
    expect(first.map((it) => it.status).toSorted()).toEqual([200, 412, 412])
    const [seen] = first.filter((it) => it.status === 200)
    expect(seen?.body['etag']).toBe(seen?.etag)
    const listed = (await call(`GET ${rules}`, undefined)).body['items'] as { id: string; etag: string }[]
    expect(listed.map((it) => it.etag)).toContain(seen?.etag)
    const asSeen = { 'if-match': seen?.etag ?? '' }
    const [put, gone] = await Promise.all([
      call(`PUT ${rules}`, { ...rule, enabled: true }, asSeen),
      call(`DELETE ${rules}/${seen?.body['id'] as string}`, undefined, asSeen),
    ])
    expect([
      [200, 412],
      [412, 204],
    ]).toContainEqual([put.status, gone.status])
    // another scope is another rule
    expect((await call(`PUT ${rules}`, { ...rule, audience: 'staff' }, { 'if-match': '"any"' })).status).toBe(412)
    expect((await call(`PUT ${rules}`, { ...rule, audience: 'staff' })).status).toBe(200)
  })

  test('who forgets a text that a colleague has changed since reads theirs', async () => {
    const kept = await call(templates, { ...text('Mine {{case_id}}'), channel: 'whatsapp' })
    const path = `DELETE /v1/notification-templates/${kept.body['id'] as string}`
    await call(templates, { ...text('Theirs {{case_id}}'), channel: 'whatsapp' })
    const refused = await call(path, undefined, { 'if-match': kept.etag })
    expect(refused).toMatchObject({ status: 412, body: { facts: { now: { text: 'Theirs {{case_id}}' } } } })
    expect((await call(path, undefined, { 'if-match': refused.etag })).status).toBe(204)
    expect((await call(path, undefined)).status).toBe(404)
  })

  test('a channel and who hears its news', async () => {
    const channel = `/v1/channels/${tenant.channelId}`
    for (const [path, method, bodies] of [
      [channel, 'PATCH', [{ name: 'Shop A' }, { name: 'Shop B' }]],
      [
        `${channel}/recipients`,
        'PUT',
        [
          { groups: [], staff: [] },
          { groups: [], staff: [] },
        ],
      ],
    ] as const) {
      const seen = await call(`GET ${path}`, undefined)
      const first = await call(`${method} ${path}`, bodies[0], { 'if-match': seen.etag })
      expect(first.status, path).toBe(200)
      expect((await call(`GET ${path}`, undefined)).etag, path).toBe(first.etag)
      const stale = method === 'PATCH' ? seen.etag : '"older"'
      expect(await call(`${method} ${path}`, bodies[1], { 'if-match': stale }), path).toMatchObject({ status: 412 })
    }
  })
})

test('what routes and rules can name is listed for staff, of one business only', async () => {
  const other = await aTenant(database)
  const { id, key } = await on(tenant, (ctx) => aCaseType(ctx, { key: 'lost_parcel', severity: 'high' }))
  const seen = await desk.call('GET /v1/master-data', { key: tenant.apiKey })
  expect(seen.body).toMatchObject({
    caseTypes: expect.arrayContaining([expect.objectContaining({ id, key, severity: 'high' })]),
  })
  expect((await put('rules', { caseTypeId: id, enabled: false })).status).toBe(200)
  const theirs = await desk.call('GET /v1/master-data', { key: other.apiKey })
  expect(theirs.body['caseTypes']).toEqual([])
  expect((await desk.call('GET /v1/master-data', {})).status).toBe(401)
})
