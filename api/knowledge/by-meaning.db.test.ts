import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aDatabaseForThisFile, aTenant, on } from '../../test/factories.ts'
import { anEmbeddingServer } from '../../test/llm/embedding-server.ts'
import { forgetBudgets } from '../llm/budget.ts'
import { useLanguageModels } from '../llm/models.ts'
import { updateSettings } from '../tenants/commands.ts'
import { addArticle, publishArticle } from './commands/put-article.ts'
import { byMeaning } from './queries/by-meaning.ts'
import { findAnswer } from './queries/find-answer.ts'
import type { Visibility } from './schema.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)
let server: Awaited<ReturnType<typeof anEmbeddingServer>>
const ids = new Map<string, string>()
const none = { apiKey: undefined, baseUrl: undefined, model: undefined, price: undefined }

beforeAll(async () => {
  server = await anEmbeddingServer()
  const publish = async (key: string, visibility: Visibility, title: string, question: string) => {
    const texts = { en: { title, questions: [question], answer: `Answer: ${key}` } }
    await on(tenant, async (ctx) => {
      const { id } = await publishArticle(ctx, (await addArticle(ctx, { key, visibility, caseType: null, texts })).id)
      ids.set(key, id)
    })
  }
  await publish('move', 'customer', 'Moving a class', 'May I move my class?')
  await publish('skip', 'customer', 'Missing a class', 'May I miss my class?')
  await publish('parking', 'customer', 'Parking', 'Where can I park?')
  await publish('secret', 'staff', 'Moving a class, internally', 'How do staff move a class?')
})
afterAll(async () => {
  await useLanguageModels(undefined)
  forgetBudgets()
  await server.stop()
})
beforeEach(async () => {
  await useLanguageModels({ openai: server.openai, gemini: none })
  await on(tenant, (ctx) => updateSettings(ctx, { modelSwitch: 'decide' }))
})

const QUESTION = 'Tukta here, 081-000-1234: about my class?'
const asked = () => ({ tenantId: tenant.id, question: QUESTION, language: 'en' as const, names: ['Tukta'] })
const answered = async () => {
  const meant = await byMeaning(asked())
  return on(tenant, async (ctx) => findAnswer(ctx, { question: QUESTION, language: 'en', meant }))
}
/** The one whose texts hold this word is meant. */
const meaning = (word: string) => ({
  does: 'means' as const,
  of: (text: string) => (text.includes('about my class') || text.includes(word) ? [1, 0.1] : [0.2, 1]),
})

test('words leave open which of two is meant: a model says, and only what customers may read leaves the house, masked', async () => {
  for (const [word, key] of [
    ['Missing', 'skip'],
    ['Moving', 'move'],
  ] as const) {
    // another model, so that nothing is remembered of the one before
    await useLanguageModels({ openai: { ...server.openai, embeddingModel: `of ${word}` }, gemini: none })
    server.becomes(meaning(word))
    const alone = await on(tenant, async (ctx) => findAnswer(ctx, { question: QUESTION, language: 'en' }))
    const both = await answered()
    expect(both.nearest?.articleId).toBe(ids.get(key))
    expect(both.nearest?.sureness).toBeGreaterThan(alone.nearest?.sureness ?? 1)
  }
  const left = server.seen.map((it) => it.raw).join('\n')
  expect(left).not.toMatch(/Tukta|081-?000|000-?1234|internally|How do staff|Answer:/)
  expect(left).toContain('Missing a class')
})

test('an article’s meaning is asked for once, while it says the same', async () => {
  server.becomes(meaning('Missing'))
  await answered()
  await answered()
  expect(server.seen.at(-1)?.texts).toHaveLength(1)
})

test('without an answer, in time or at all, words decide alone', async () => {
  const alone = await on(tenant, async (ctx) => findAnswer(ctx, { question: QUESTION, language: 'en' }))
  for (const behaviour of [
    { does: 'fails', status: 503 },
    { does: 'cuts the line' },
    { does: 'sends no JSON' },
  ] as const) {
    server.becomes(behaviour)
    expect(await answered()).toEqual(alone)
  }
  await on(tenant, (ctx) => updateSettings(ctx, { modelTimeoutMs: 200 }))
  server.becomes({ does: 'never answers' })
  expect(await answered()).toEqual(alone)
})

test('nobody is asked where models have no say, where it is clear, or where nothing comes near', async () => {
  server.becomes(meaning('Missing'))
  const before = server.seen.length
  const of = (question: string) => byMeaning({ ...asked(), question })
  expect(await of('Where can I park?')).toBeUndefined()
  expect(await of('zzz')).toBeUndefined()
  for (const modelSwitch of ['off', 'suggest'] as const) {
    await on(tenant, (ctx) => updateSettings(ctx, { modelSwitch }))
    expect(await of(QUESTION)).toBeUndefined()
  }
  await useLanguageModels(undefined)
  expect(await of(QUESTION)).toBeUndefined()
  expect(server.seen).toHaveLength(before)
})
