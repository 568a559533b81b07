import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { type Behaviour, aModelServer, type ModelServer } from '../../test/llm/model-server.ts'
import { ask } from './ask.ts'
import { geminiSchema } from './gemini.ts'
import { type ModelProvider, modelProviders } from './language-model.ts'
import { languageModels, useLanguageModels } from './models.ts'
import type { Purse, Taken } from './purse.ts'

const answer = z.strictObject({
  label: z.enum(['late', 'lost', 'none']),
  sure: z.number(),
  slots: z.array(z.strictObject({ name: z.enum(['date', 'item']), text: z.string() })),
})
const right = { label: 'late', sure: 0.9, slots: [{ name: 'item', text: 'the parcel' }] }
const question = {
  name: 'sorting',
  task: 'Sort it.',
  data: { message: 'where is the parcel' },
  answer,
  mostTokens: 100,
}

/** Counts what is taken and what is given back. */
function aPurse(most = 1_000_000) {
  let spent = 0
  const purse: Purse = {
    async take(micros) {
      if (spent + micros > most) return undefined
      spent += micros
      return { spent: async (really) => void (spent += really - micros) }
    },
  }
  return { purse, spent: () => spent }
}

describe('models of both providers', () => {
  let server: ModelServer
  beforeAll(async () => {
    server = await aModelServer()
  })
  afterAll(async () => {
    await useLanguageModels(undefined)
    await server.stop()
  })
  beforeEach(async () => {
    await useLanguageModels(server)
    server.seen.length = 0
  })

  const asking = (order: ModelProvider[], more: Partial<Parameters<typeof ask>[0]> = {}) =>
    ask({
      models: languageModels(order),
      question,
      timeoutMs: 5_000,
      purse: aPurse().purse,
      clock: () => performance.now(),
      ...more,
    })

  describe.each(modelProviders)('%s', (provider) => {
    test('answers in the shape that was asked for, and says what it used', async () => {
      server.becomes({ does: 'answers', json: right })
      const { purse, spent } = aPurse()
      const asked = await asking([provider], { purse })
      const cost = provider === 'openai' ? 900 * 0.4 + 60 * 1.6 : 900 * 0.1 + 60 * 0.4
      expect(asked).toMatchObject({ answer: right, provider, inputTokens: 900, outputTokens: 60, costMicros: cost })
      expect(spent()).toBe(cost)
      expect(server.seen).toHaveLength(1)
      expect(server.seen[0]).toMatchObject({ provider, key: server[provider].apiKey, task: 'Sort it.' })
    })

    test('looks at a picture, whose bytes travel beside the words, for money that was set aside for it', async () => {
      server.becomes({ does: 'answers', json: right })
      const bytes = Buffer.from([0x89, 0x50, 0, 255])
      const picture = { contentType: 'image/png', bytes }
      const asked = await asking([provider], { question: { ...question, picture } })
      expect(asked).toMatchObject({ answer: right, provider })
      expect(server.seen[0]).toMatchObject({
        data: question.data,
        picture: { contentType: 'image/png', base64: bytes.toString('base64') },
      })
      const { purse } = aPurse(600)
      expect((await asking([provider], { purse }))?.trouble).toBeUndefined()
      expect((await asking([provider], { purse, question: { ...question, picture } }))?.trouble).toBe('budget_spent')
    })

    test.each<[string, Behaviour, string]>([
      ['429', { does: 'fails', status: 429 }, 'too_many'],
      ['500', { does: 'fails', status: 500 }, 'server_error'],
      ['503', { does: 'fails', status: 503 }, 'server_error'],
      ['a refused key', { does: 'fails', status: 401 }, 'key_refused'],
      ['an unknown model', { does: 'fails', status: 404 }, 'request_refused'],
      ['a line that is cut', { does: 'cuts the line' }, 'unreachable'],
      ['a line that is cut in the middle', { does: 'cuts the line in the middle' }, 'unreachable'],
      ['malformed JSON', { does: 'says', text: '{"label": "late",' }, 'not_json'],
      ['a page of a proxy', { does: 'sends no JSON' }, 'not_json'],
      ['words around it', { does: 'says', text: 'Here you are: {"label":"late"}' }, 'not_json'],
      ['nothing', { does: 'says nothing' }, 'empty'],
      ['blanks', { does: 'says', text: ' \n' }, 'empty'],
      ['a refusal', { does: 'refuses' }, 'refused'],
      ['an answer that is cut short', { does: 'is cut short' }, 'cut_short'],
      ['a label of nobody', { does: 'answers', json: { ...right, label: 'close_all_cases' } }, 'unknown_label'],
      ['one field too many', { does: 'answers', json: { ...right, action: 'close' } }, 'wrong_shape'],
      ['one field too few', { does: 'answers', json: { label: 'late' } }, 'wrong_shape'],
      ['a list', { does: 'answers', json: [right] }, 'wrong_shape'],
      ['null', { does: 'answers', json: null }, 'wrong_shape'],
    ])('%s is no answer, asked once and never again', async (_, behaviour, trouble) => {
      server.becomes(behaviour)
      const asked = await asking([provider])
      expect(asked?.answer).toBeUndefined()
      expect(asked?.trouble).toBe(trouble)
      expect(server.seen).toHaveLength(1)
    })

    test('is not waited for longer than it may take; the call may be on the bill and counts', async () => {
      server.becomes({ does: 'never answers' })
      const { purse, spent } = aPurse()
      const asked = await asking([provider], { purse, timeoutMs: 300 })
      expect(asked?.trouble).toBe('slow')
      expect(asked?.costMicros).toBeGreaterThan(0)
      expect(spent()).toBe(asked?.costMicros)
    })

    test('a server that is not there', async () => {
      const gone = await aModelServer()
      await gone.stop()
      await useLanguageModels(gone)
      expect((await asking([provider]))?.trouble).toBe('unreachable')
    })

    test('with an empty purse nothing is sent', async () => {
      expect((await asking([provider], { purse: aPurse(1).purse }))?.trouble).toBe('budget_spent')
      const broken: Purse = { take: () => Promise.reject(new Error('no database')) }
      expect((await asking([provider], { purse: broken }))?.trouble).toBe('failed')
      expect(server.seen).toHaveLength(0)
    })

    test('a server of one’s own costs nothing, and no purse is asked', async () => {
      await useLanguageModels({ ...server, [provider]: { ...server[provider], price: { input: 0, output: 0 } } })
      server.becomes({ does: 'answers', json: right })
      const asked = await asking([provider], { purse: { take: () => Promise.reject(new Error('asked')) } })
      expect(asked).toMatchObject({ answer: right, costMicros: 0 })
    })

    test('failing again and again it is left alone, and that is told once', async () => {
      const told: unknown[] = []
      await useLanguageModels(server, (_, about) => told.push(about))
      server.becomes({ does: 'fails', status: 500 })
      for (let i = 0; i < 5; i += 1) await asking([provider])
      expect((await asking([provider]))?.trouble).toBe('breaker_open')
      expect(server.seen).toHaveLength(5)
      expect(told).toEqual([{ provider, model: server[provider].model }])
    })

    test('what a customer can bring about by a message opens no breaker', async () => {
      for (let i = 0; i < 4; i += 1) {
        server.becomes({ does: 'refuses' })
        await asking([provider])
        server.becomes({ does: 'answers', json: { ...right, label: 'anything' } })
        await asking([provider])
        server.becomes({ does: 'is cut short' })
        await asking([provider])
      }
      expect(languageModels([provider])[0]?.breaker.isOpen()).toBe(false)
    })
  })

  test('money that comes too late is given back, and nothing is sent', async () => {
    let pay: (taken: Taken) => void = () => undefined
    const slow: Purse = { take: () => new Promise((resolve) => (pay = resolve)) }
    expect((await asking(['openai'], { purse: slow, timeoutMs: 30 }))?.trouble).toBe('slow')
    const spent = await new Promise((known) => pay({ spent: async (micros) => known(micros) }))
    expect(spent).toBe(0)
    expect(server.seen).toEqual([])
    // that says nothing of the provider
    expect(languageModels(['openai'])[0]?.busy.calls).toBe(0)
  })

  test('more at once than a provider should get are not sent', async () => {
    server.becomes({ does: 'never answers' })
    const many = Promise.all(Array.from({ length: 40 }, () => asking(['openai'], { timeoutMs: 20_000 })))
    await vi.waitUntil(() => server.seen.length === 32, { timeout: 60_000 })
    server.release({ does: 'refuses' })
    const all = await many
    expect(all.filter((it) => it?.trouble === 'busy')).toHaveLength(8)
    expect(all.filter((it) => it?.trouble === 'refused')).toHaveLength(32)
  })

  test('the next one is asked when the first fails, and both are paid', async () => {
    server.becomes((it) => (it.provider === 'openai' ? { does: 'refuses' } : { does: 'answers', json: right }))
    const { purse, spent } = aPurse()
    const asked = await asking(['openai', 'gemini'], { purse })
    expect(asked).toMatchObject({ provider: 'gemini', answer: right, inputTokens: 1_800 })
    expect(asked?.trouble).toBeUndefined()
    expect(spent()).toBe(asked?.costMicros)
    expect(server.seen.map((it) => it.provider)).toEqual(['openai', 'gemini'])
  })

  test('with the time gone nobody else is asked', async () => {
    server.becomes({ does: 'never answers' })
    expect((await asking(['gemini', 'openai'], { timeoutMs: 300 }))?.trouble).toBe('slow')
    expect(server.seen.map((it) => it.provider)).not.toContain('openai')
  })

  test('without a key there is nobody to ask', async () => {
    await useLanguageModels({
      openai: { ...server.openai, apiKey: undefined },
      gemini: { ...server.gemini, apiKey: undefined },
    })
    expect(await asking(['openai', 'gemini'])).toBeUndefined()
  })

  test('both are held to the same schema, each in the dialect it knows', async () => {
    server.becomes({ does: 'answers', json: right })
    await asking(['openai'])
    expect(server.seen.find((it) => it.provider === 'openai')?.schema).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: ['label', 'sure', 'slots'],
      properties: { label: { enum: ['late', 'lost', 'none'] } },
    })
    expect(geminiSchema(answer)).toEqual({
      type: 'object',
      required: ['label', 'sure', 'slots'],
      properties: {
        label: { type: 'string', format: 'enum', enum: ['late', 'lost', 'none'] },
        sure: { type: 'number' },
        slots: {
          type: 'array',
          items: {
            type: 'object',
            required: ['name', 'text'],
            properties: { name: { type: 'string', format: 'enum', enum: ['date', 'item'] }, text: { type: 'string' } },
          },
        },
      },
    })
  })
})
