import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anEmbeddingServer } from '../../test/llm/embedding-server.ts'
import { embed, likeness } from './embed.ts'
import { languageModels, useLanguageModels } from './models.ts'
import type { Purse } from './purse.ts'

let server: Awaited<ReturnType<typeof anEmbeddingServer>>
beforeAll(async () => {
  server = await anEmbeddingServer()
})
afterAll(async () => {
  await useLanguageModels(undefined)
  await server.stop()
})

const texts = ['long', 'short one']
const purseOf = (micros: number): Purse & { left: () => number } => {
  let left = micros
  return {
    left: () => left,
    take: async (most) => {
      if (most > left) return undefined
      left -= most
      return {
        spent: async (really) => {
          left += most - really
        },
      }
    },
  }
}
const asks = (purse: Purse = purseOf(1_000_000), timeoutMs = 2_000) =>
  embed({ models: languageModels(), texts, timeoutMs, purse })

describe.each(['openai', 'gemini'] as const)('what texts mean (%s)', (provider) => {
  const with_ = async () =>
    useLanguageModels({
      openai: none,
      gemini: none,
      [provider]: server[provider],
    })
  const none = { apiKey: undefined, baseUrl: undefined, model: undefined, price: undefined }

  test('comes in the order of the texts, and is paid for', async () => {
    await with_()
    server.becomes({ does: 'means', of: (text) => [text.length, 1] })
    const purse = purseOf(1_000_000)
    expect(await asks(purse)).toEqual({
      model: `${provider} meaning`,
      vectors: [
        [4, 1],
        [9, 1],
      ],
    })
    expect(purse.left()).toBeLessThan(1_000_000)
    expect(purse.left()).toBeGreaterThan(0)
  })

  test.each([
    ['too many', { does: 'fails', status: 429 }],
    ['a fault of theirs', { does: 'fails', status: 500 }],
    ['a model nobody knows', { does: 'fails', status: 404 }],
    ['no JSON', { does: 'sends no JSON' }],
    ['a cut line', { does: 'cuts the line' }],
    ['one too few', { does: 'leaves one out' }],
    ['vectors of two lengths', { does: 'means', of: (text: string) => text.split('').map(() => 1) }],
    ['words for numbers', { does: 'means', of: () => ['a', 'b'] }],
    ['nothing', { does: 'means', of: () => [] }],
  ] as const)('with %s there is none, and nothing is thrown', async (_, behaviour) => {
    await with_()
    server.becomes(behaviour)
    expect(await asks()).toBeUndefined()
  })

  test('is not waited for longer than was said', async () => {
    await with_()
    server.becomes({ does: 'never answers' })
    expect(await asks(undefined, 50)).toBeUndefined()
  })

  test('is not asked for without money, nor of a model that is down', async () => {
    await with_()
    server.becomes({ does: 'means', of: () => [1, 0] })
    const before = server.seen.length
    expect(await asks(purseOf(0))).toBeUndefined()
    expect(server.seen).toHaveLength(before)
    server.becomes({ does: 'fails', status: 500 })
    for (let n = 0; n < 5; n += 1) await asks()
    const asked = server.seen.length
    expect(await asks()).toBeUndefined()
    expect(server.seen).toHaveLength(asked)
  })
})

test('a server of another address has no model for it, unless it is named', async () => {
  const none = { apiKey: undefined, baseUrl: undefined, model: undefined, price: undefined }
  await useLanguageModels({ openai: { ...server.openai, embeddingModel: undefined }, gemini: none })
  expect(languageModels()[0]?.embedder).toBeUndefined()
  expect(await asks()).toBeUndefined()
})

test('likeness is the angle, whatever the lengths', () => {
  expect(likeness([1, 0], [5, 0])).toBe(1)
  expect(likeness([1, 0], [0, 3])).toBe(0)
  expect(likeness([1, 0], [-2, 0])).toBe(-1)
  expect(likeness([0, 0], [1, 0])).toBe(0)
})
