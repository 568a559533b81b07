import { beforeAll, describe, expect, test } from 'vitest'
import { anApiServerForThisFile } from '../../../test/api-server.ts'
import {
  aCase,
  aCaseType,
  aCustomer,
  aDatabaseForThisFile,
  anApiKey,
  aTenant,
  moveClock,
  on,
  type TestTenant,
} from '../../../test/factories.ts'
import { keepDecision } from '../commands.ts'
import { teach } from '../commands/examples.ts'
import type { ModelUse, Understanding } from '../understanding.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)
const neighbour = await aTenant(database)
const desk = await anApiServerForThisFile()
beforeAll(async () => {
  for (const one of [tenant, neighbour])
    await on(one, (ctx) => aCaseType(ctx, { key: 'gate_jammed', severity: 'normal' }))
})

const asked = (more: Partial<ModelUse> = {}): ModelUse => ({
  provider: 'openai',
  model: 'small',
  inputTokens: 900,
  outputTokens: 60,
  costMicros: 456,
  latencyMs: 321,
  ...more,
})
const understood = (more: Partial<Understanding> = {}): Understanding => ({
  intent: 'case_report',
  intentConfidence: 0.9,
  caseType: 'gate_jammed',
  labelConfidence: 0.8,
  alternatives: [],
  severity: 'normal',
  slots: {},
  language: 'en',
  confidence: 0.75,
  engine: 'local',
  latencyMs: 1.5,
  ...more,
})
/** A turn that was understood so, and the case it led to. */
const decided = (of: { id: string; channelId: string }, more: Partial<Understanding> = {}, opens = false) =>
  on(of, async (ctx) => {
    const { contact, conversationId } = await aCustomer(ctx, { channelId: of.channelId })
    const opened = opens ? await aCase(ctx, { type: 'gate_jammed', contactId: contact.id, conversationId }) : undefined
    const id = keepDecision(ctx, { conversationId, understood: understood(more), modelId: null, caseId: opened?.id })
    return { id, conversationId, case: opened }
  })
type Item = Record<string, unknown> & { id: string }
const list = async (query = '', key = tenant.apiKey) => {
  const { status, body } = await desk.call(`GET /v1/triage/decisions${query}`, { key })
  expect(status, JSON.stringify(body)).toBe(200)
  return body as { items: Item[]; total: number; page: number; pageSize: number }
}

describe('how messages were understood', () => {
  test('is listed with engine, model, cost and what became of it, and without a word of what was said', async () => {
    const it = await decided(tenant, { engine: 'openai', asked: asked() }, true)
    const { items } = await list(`?conversation=${it.conversationId}`)
    expect(items).toEqual([
      {
        id: it.id,
        at: expect.any(String),
        conversationId: it.conversationId,
        intent: 'case_report',
        label: 'gate_jammed',
        severity: 'normal',
        confidence: 0.75,
        engine: 'openai',
        modelId: null,
        latencyMs: 1.5,
        asked: {
          model: 'openai:small',
          trouble: null,
          latencyMs: 321,
          inputTokens: 900,
          outputTokens: 60,
          costUsd: 0.000456,
        },
        opinion: null,
        case: { id: it.case?.id, reference: it.case?.reference },
        booking: null,
        corrected: null,
      },
    ])
  })

  test('is found by each filter, and by several at once', async () => {
    const slow = await decided(tenant, { intent: 'question', confidence: 0.2, asked: asked({ trouble: 'slow' }) })
    const critical = await decided(tenant, { severity: 'critical', confidence: 0.99 }, true)
    await on(tenant, (ctx) =>
      teach(ctx, {
        text: 'the gate again',
        intent: 'smalltalk',
        label: null,
        origin: 'corrected',
        caseId: critical.case?.id,
        decisionId: critical.id,
      }),
    )
    const ids = async (query: string) => (await list(query)).items.map((it) => it.id)
    expect(await ids('?intent=question')).toEqual([slow.id])
    expect(await ids('?search=slow')).toEqual([slow.id])
    expect(await ids('?below=0.5')).toEqual([slow.id])
    expect(await ids('?severity=critical&engine=local')).toEqual([critical.id])
    expect(await ids(`?case=${String(critical.case?.id)}`)).toEqual([critical.id])
    expect(await ids('?corrected=true')).toEqual([critical.id])
    expect(await ids('?corrected=false')).not.toContain(critical.id)
    expect(await ids('?label=gate_jammed&below=0.1')).toEqual([])
    expect(await ids('?from=2999-01-01T00:00:00Z')).toEqual([])
    expect(await ids('?to=2000-01-01T00:00:00Z')).toEqual([])
    expect(await ids(`?model=00000000-0000-7000-8000-000000000000`)).toEqual([])
    expect((await list('?corrected=true')).items[0]).toMatchObject({ corrected: { intent: 'smalltalk', label: null } })
    // words are none of its business: whoever looks for them finds nothing
    expect(await ids('?search=the%20gate%20again')).toEqual([])
  })

  test('comes in pages that hold everything once, in the order asked for', async () => {
    const other = await aTenant(database)
    for (const [index, confidence] of [0.3, 0.1, 0.5, 0.1, 0.4, 0.2, 0.1].entries()) {
      await decided(other, { confidence, latencyMs: index, asked: asked({ costMicros: 7 - index }) })
      await moveClock(database, '1 second')
    }
    const whole = await list('?page_size=100', other.apiKey)
    expect(whole).toMatchObject({ total: 7, page: 1, pageSize: 100 })
    const times = whole.items.map((it) => String(it['at']))
    expect(times).toEqual([...times].sort().reverse())
    for (const sort of ['confidence', '-confidence', 'at', '-latency', 'cost', 'confidence,-at']) {
      const pages = await Promise.all(
        [1, 2, 3, 4].map((page) => list(`?sort=${sort}&page_size=2&page=${page}`, other.apiKey)),
      )
      expect(pages.map((it) => it.items.length)).toEqual([2, 2, 2, 1])
      expect(new Set(pages.flatMap((it) => it.items.map((one) => one.id))).size).toBe(7)
    }
    const sure = (await list('?sort=-confidence', other.apiKey)).items.map((it) => it['confidence'])
    expect(sure).toEqual([0.5, 0.4, 0.3, 0.2, 0.1, 0.1, 0.1])
    expect(await list('?page=9&page_size=5', other.apiKey)).toMatchObject({ items: [], total: 7, page: 9 })
  })

  test.each([
    '?page=0',
    '?page=x',
    '?page=100001',
    '?page_size=101',
    '?page_size=0',
    '?engine=claude',
    '?intent=rant',
    '?severity=urgent',
    '?conversation=1',
    '?case=../..',
    '?model=null',
    '?corrected=perhaps',
    '?below=2',
    '?below=NaN',
    '?from=yesterday',
    '?to=2026-01-01',
    '?sort=words',
    '?sort=at;drop%20table%20triage_decisions',
    '?words=secret',
    `?label=${'x'.repeat(101)}`,
    `?search=${'x'.repeat(101)}`,
  ])('refuses %s by name', async (query) => {
    const { status, body } = await desk.call(`GET /v1/triage/decisions${query}`, { key: tenant.apiKey })
    expect(status).toBe(422)
    const [, name = ''] = /\?(\w+)/.exec(query) ?? []
    expect(JSON.stringify(body['errors'])).toContain(name)
  })

  test.each(['%27%20or%201%3D1%20--', '%25', '_', '%F0%9F%99%82', '%E0%B8%81'])(
    'a search for %s is words like any other',
    async (search) => {
      expect((await list(`?search=${search}`)).items).toEqual([])
    },
  )
})

describe('whose decisions they are', () => {
  test('a neighbour sees none of them, under whatever id', async () => {
    const mine = await decided(tenant, {}, true)
    const theirs = await decided(neighbour, {}, true)
    for (const query of ['', `?conversation=${mine.conversationId}`, `?case=${String(mine.case?.id)}`]) {
      const { items } = await list(query, neighbour.apiKey)
      expect(items.map((it) => it.id)).toEqual(query === '' ? [theirs.id] : [])
    }
    const totals = await desk.call('GET /v1/triage/decisions/totals', { key: neighbour.apiKey })
    expect((totals.body['items'] as { decisions: number }[]).map((it) => it.decisions)).toEqual([1])
  })

  test('admins and managers read them; others, and nobody, do not', async () => {
    for (const route of ['GET /v1/triage/decisions', 'GET /v1/triage/decisions/totals']) {
      const asRole = async (role: 'manager' | 'admin' | 'agent' | 'executive' | 'partner') =>
        (await desk.call(route, { key: await anApiKey(database, { tenantId: tenant.id, role }) })).status
      expect([await asRole('admin'), await asRole('manager')]).toEqual([200, 200])
      expect([await asRole('agent'), await asRole('executive'), await asRole('partner')]).toEqual([403, 403, 403])
      const revoked = await anApiKey(database, { tenantId: tenant.id, revoked: true })
      expect((await desk.call(route)).status).toBe(401)
      expect((await desk.call(route, { key: 'no-such-key' })).status).toBe(401)
      expect((await desk.call(route, { key: revoked })).status).toBe(401)
    }
  })
})

describe('decisions by day and engine', () => {
  const totals = async (of: TestTenant, query = '') =>
    (await desk.call(`GET /v1/triage/decisions/totals${query}`, { key: of.apiKey })).body['items'] as Record<
      string,
      unknown
    >[]

  test('are counted in the business’s own calendar, each engine by itself', async () => {
    const far = await aTenant(database, { zone: 'Pacific/Kiritimati' })
    const near = await aTenant(database, { zone: 'Pacific/Pago_Pago' })
    for (const one of [far, near]) {
      await on(one, (ctx) => aCaseType(ctx, { key: 'gate_jammed', severity: 'normal' }))
      await decided(one, { severity: 'critical', latencyMs: 2 }, true)
      await decided(one, { latencyMs: 4 })
      await decided(one, {
        engine: 'gemini',
        asked: asked({ provider: 'gemini', costMicros: 1_000_000, trouble: 'slow' }),
      })
    }
    const [ofFar, ofNear] = [await totals(far), await totals(near)]
    // 25 hours lie between the two: it is never the same day there
    expect(ofFar[0]?.['day']).not.toBe(ofNear[0]?.['day'])
    expect(ofFar).toMatchObject([
      { engine: 'gemini', decisions: 1, asked: 1, troubles: 1, costUsd: 1, cases: 0 },
      { engine: 'local', decisions: 2, cases: 1, critical: 1, asked: 0, costUsd: 0, latencyMs: { p50: 3 } },
    ])
  })

  test('go back as many days as asked for, today included', async () => {
    const other = await aTenant(database)
    await decided(other)
    await moveClock(database, '2 days')
    await decided(other)
    expect((await totals(other, '?days=2')).map((it) => it['decisions'])).toEqual([1])
    expect((await totals(other, '?days=3')).map((it) => it['decisions'])).toEqual([1, 1])
    expect(await totals(await aTenant(database))).toEqual([])
  })

  test.each(['0', '93', '1.5', 'all', ''])('for %s days are refused', async (days) => {
    const { status, body } = await desk.call(`GET /v1/triage/decisions/totals?days=${days}`, { key: tenant.apiKey })
    expect(status).toBe(422)
    expect(body['errors']).toMatchObject([{ field: 'days' }])
  })
})
