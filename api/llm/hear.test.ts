import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sampleVoice } from '../../bot/simulator/sample-voice.ts'
import { aModelServer, type Behaviour, type ModelServer } from '../../test/llm/model-server.ts'
import { hear } from './hear.ts'
import type { ModelProvider, Recording } from './language-model.ts'
import { languageModels, useLanguageModels } from './models.ts'
import type { Purse } from './purse.ts'

const said = 'สวัสดีค่ะ\n โอนไป 500 แล้วยังไม่เข้า'
const recording: Recording = { contentType: 'audio/mp4', bytes: sampleVoice('m4a', 30), seconds: 30 }

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

const purseOf = (micros: number) => {
  const purse = { left: micros, take: take as Purse['take'] }
  async function take(most: number) {
    if (most > purse.left) return undefined
    purse.left -= most
    return {
      spent: async (really: number) => {
        purse.left += most - really
      },
    }
  }
  return purse
}
const hears = (order: ModelProvider[], more: Partial<Parameters<typeof hear>[0]> = {}) =>
  hear({
    models: languageModels(order),
    recording,
    timeoutMs: 5_000,
    purse: purseOf(1_000_000),
    clock: () => performance.now(),
    ...more,
  })

describe.each(['openai', 'gemini'] as const)('a voice note (%s)', (provider) => {
  it('comes back as words on one line, from the very bytes that were sent, and is paid for by the minute', async () => {
    server.becomes({ does: 'says', text: said })
    const purse = purseOf(1_000_000)
    const heard = await hears([provider], { purse })
    expect(heard).toEqual({
      words: 'สวัสดีค่ะ โอนไป 500 แล้วยังไม่เข้า',
      by: provider === 'openai' ? 'openai:whisper-1' : 'gemini:gemini-2.5-flash-lite',
    })
    expect(server.seen).toHaveLength(1)
    expect(server.seen[0]).toMatchObject({
      provider,
      key: provider === 'openai' ? 'sk-of-openai' : 'key-of-gemini',
      recording: { contentType: 'audio/mp4', base64: recording.bytes.toString('base64') },
    })
    expect(1_000_000 - purse.left).toBe(provider === 'openai' ? 3_000 : 500)
  })

  it('of WhatsApp goes as what it is', async () => {
    server.becomes({ does: 'says', text: 'hello' })
    await hears([provider], { recording: { ...recording, contentType: 'audio/ogg', bytes: sampleVoice('ogg') } })
    expect(server.seen[0]?.recording).toMatchObject({
      contentType: 'audio/ogg',
      ...(provider === 'openai' && { name: 'voice.ogg' }),
    })
  })

  it.each<[string, Behaviour, string, number]>([
    ['429', { does: 'fails', status: 429 }, 'too_many', 0],
    ['500', { does: 'fails', status: 500 }, 'server_error', 0],
    ['a key that is refused', { does: 'fails', status: 401 }, 'key_refused', 0],
    ['a model nobody has there', { does: 'fails', status: 404 }, 'request_refused', 0],
    ['a cut connection', { does: 'cuts the line' }, 'unreachable', 1],
    ['one that is cut in the middle', { does: 'cuts the line in the middle' }, 'unreachable or not_json', 1],
    ['no JSON', { does: 'sends no JSON' }, 'not_json', 0],
    ['words that break off', { does: 'is cut short' }, 'not_json or cut_short', 0],
    ['nothing', { does: 'says nothing' }, 'empty', 1],
    ['blanks', { does: 'says', text: ' \n\t' }, 'empty', 1],
    ['never', { does: 'never answers' }, 'slow', 1],
  ])('answered by %s has no words', async (_, it, why, paid) => {
    server.becomes(it)
    const purse = purseOf(1_000_000)
    const heard = await hears([provider], { purse, timeoutMs: it.does === 'never answers' ? 150 : 5_000 })
    expect(why.split(' or ')).toContain(heard?.trouble)
    expect(server.seen).toHaveLength(1)
    // what may be on the bill counts
    expect(purse.left < 1_000_000).toBe(paid === 1)
  })

  it.each<[string, unknown]>([
    ['a number', { text: 12 }],
    ['a list', { text: ['a', 'b'] }],
    ['another field', { transcript: 'hello' }],
    ['a list of answers', [{ text: 'hello' }]],
    ['null', null],
  ])('answered with %s in its place has no words', async (_, json) => {
    server.becomes({ does: 'answers', json })
    expect((await hears([provider]))?.trouble).toBe('wrong_shape')
  })

  it('without money nothing leaves the house', async () => {
    server.becomes({ does: 'says', text: said })
    expect(await hears([provider], { purse: purseOf(100) })).toEqual({ trouble: 'budget_spent' })
    const broken: Purse = { take: () => Promise.reject(new Error('the database is away')) }
    expect(await hears([provider], { purse: broken })).toEqual({ trouble: 'failed' })
    expect(server.seen).toEqual([])
  })

  it('after five failures in a row nobody waits for it, while words are still understood by it', async () => {
    server.becomes({ does: 'fails', status: 500 })
    for (let n = 0; n < 5; n += 1) await hears([provider])
    expect(await hears([provider])).toEqual({ trouble: 'breaker_open' })
    expect(server.seen).toHaveLength(5)
    expect(languageModels([provider])[0]?.breaker.isOpen()).toBe(false)
  })

  it('that goes on for ever is cut', async () => {
    server.becomes({ does: 'says', text: 'ฮัลโหล '.repeat(5_000) })
    expect((await hears([provider]))?.words).toHaveLength(4_000)
  })
})

describe('two that hear', () => {
  it('the second is asked where the first fails, within the same time', async () => {
    server.becomes((asked) =>
      asked.provider === 'openai' ? { does: 'fails', status: 500 } : { does: 'says', text: 'hello there' },
    )
    expect(await hears(['openai', 'gemini'])).toEqual({ words: 'hello there', by: 'gemini:gemini-2.5-flash-lite' })
  })

  it('whoever heard nobody speak has heard: no second is paid', async () => {
    server.becomes({ does: 'says', text: '' })
    expect(await hears(['openai', 'gemini'])).toEqual({ trouble: 'empty' })
    expect(server.seen).toHaveLength(1)
  })

  it('no second is asked when the first has taken all the time', async () => {
    server.becomes({ does: 'never answers' })
    const started = performance.now()
    expect(await hears(['openai', 'gemini'], { timeoutMs: 200 })).toEqual({ trouble: 'slow' })
    expect(performance.now() - started).toBeLessThan(2_000)
    expect(server.seen.map((it) => it.provider)).toEqual(['openai'])
  })

  it('nobody hears where nobody is there', async () => {
    await useLanguageModels(undefined)
    expect(await hears(['openai', 'gemini'])).toBeUndefined()
  })

  it('a call that was left behind comes to nothing, whatever it says in the end', async () => {
    server.becomes({ does: 'never answers' })
    const purse = purseOf(1_000_000)
    expect(await hears(['openai'], { purse, timeoutMs: 150 })).toEqual({ trouble: 'slow' })
    const left = purse.left
    server.release({ does: 'says', text: 'too late' })
    await vi.waitFor(() => expect(languageModels(['openai'])[0]?.busy.calls).toBe(0), { timeout: 60_000 })
    expect(purse.left).toBe(left)
  })
})
