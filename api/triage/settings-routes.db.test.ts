import { afterAll, describe, expect, test } from 'vitest'
import { anApiServerForThisFile } from '../../test/api-server.ts'
import { anApiKey, aDatabaseForThisFile, aTenant } from '../../test/factories.ts'
import { useLanguageModels } from '../llm/models.ts'
import { tenantById } from '../tenants/queries.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database, { settings: { sureFrom: 0.4, holdMinutes: 77 } })
const desk = await anApiServerForThisFile()

afterAll(async () => {
  await useLanguageModels(undefined)
})

const put = (body: unknown, key = tenant.apiKey) => desk.call('PUT /v1/triage/settings', { key, body })

describe('which engines understand messages', () => {
  test('is read with what is usual, and without a key to any model', async () => {
    const { status, body } = await desk.call('GET /v1/triage/settings', { key: tenant.apiKey })
    expect(status).toBe(200)
    expect(body).toEqual({
      switch: 'decide',
      order: ['openai', 'gemini'],
      gists: false,
      glossary: [],
      timeoutMs: 4_000,
      dailyBudgetUsd: 2,
      sureFrom: 0.4,
      engine: 'auto',
      models: [],
      today: { asked: 0, answered: 0, troubles: {}, spentUsd: 0 },
    })
  })

  test('is changed piece by piece, and nothing else with it', async () => {
    expect((await put({ switch: 'suggest' })).body).toMatchObject({ switch: 'suggest', timeoutMs: 4_000 })
    expect((await put({ order: ['gemini'], dailyBudgetUsd: 0.25 })).body).toMatchObject({
      switch: 'suggest',
      order: ['gemini'],
      dailyBudgetUsd: 0.25,
    })
    expect((await tenantById(tenant.id)).settings).toMatchObject({
      modelSwitch: 'suggest',
      modelOrder: ['gemini'],
      modelBudgetUsd: 0.25,
      holdMinutes: 77,
    })
  })

  test('names the models there are keys for, and no key', async () => {
    const access = { baseUrl: undefined, model: undefined, price: undefined }
    await useLanguageModels({
      openai: { ...access, apiKey: 'sk-very-secret' },
      gemini: { ...access, apiKey: undefined },
    })
    const { body, text } = await desk.call('GET /v1/triage/settings', { key: tenant.apiKey })
    expect(body).toMatchObject({ models: [{ provider: 'openai', model: 'gpt-4.1-mini', resting: false }] })
    expect(text).not.toContain('secret')
    expect(desk.lines.join('')).not.toContain('very-secret')
  })

  test.each([
    ['an unknown switch', { switch: 'on' }, 'switch'],
    ['an engine nobody has', { order: ['claude'] }, 'order.0'],
    ['no time at all', { timeoutMs: 0 }, 'timeoutMs'],
    ['a minute', { timeoutMs: 60_000 }, 'timeoutMs'],
    ['money to be had back', { dailyBudgetUsd: -1 }, 'dailyBudgetUsd'],
    ['more than sure', { sureFrom: 1.1 }, 'sureFrom'],
    ['null', { switch: null }, 'switch'],
  ])('%s is refused by its name', async (_, body, field) => {
    const answer = await put(body)
    expect(answer.status).toBe(422)
    expect(answer.body['errors']).toMatchObject([{ field }])
  })

  test.each(['manager', 'agent', 'executive', 'partner'] as const)('a key of the role %s may not', async (role) => {
    const key = await anApiKey(database, { tenantId: tenant.id, role })
    expect((await desk.call('GET /v1/triage/settings', { key })).status).toBe(403)
    expect((await put({ switch: 'off' }, key)).status).toBe(403)
    expect((await tenantById(tenant.id)).settings.modelSwitch).toBe('suggest')
  })
})
