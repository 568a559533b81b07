import { expect, test, vi } from 'vitest'
import { anApiServerForThisFile, anApiServer } from '../../test/api-server.ts'
import { aCase, aDatabaseForThisFile, aTenant, on } from '../../test/factories.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)
const other = await aTenant(database)
const desk = await anApiServerForThisFile()

async function watch(key: string) {
  const leave = new AbortController()
  const answer = await fetch(`${desk.url}/v1/today/live`, {
    headers: { authorization: `Bearer ${key}` },
    signal: leave.signal,
  })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  return {
    answer,
    leave: () => leave.abort(),
    /** the text so far, once it has the words */
    async until(words: string) {
      while (!heard.includes(words)) {
        const part = await reader?.read()
        if (!part || part.done) throw new Error(`Ended before ${words}: ${heard}`)
        heard += part.value
      }
      return heard
    },
    async end() {
      for (;;) {
        const part = await reader?.read()
        if (!part || part.done) return heard
        heard += part.value
      }
    },
  }
}

test('whoever watches hears of a change of their tenant, and of nobody else’s', async () => {
  const watching = await watch(tenant.apiKey)
  expect(watching.answer.headers.get('content-type')).toMatch(/^text\/event-stream/)
  await watching.until('event: ready')
  const foreign = await on(other, (ctx) => aCase(ctx))
  const own = await on(tenant, (ctx) => aCase(ctx))
  const heard = await watching.until(own.id)
  expect(heard).toContain(`event: changed\ndata: {"subjects":[{"kind":"case","id":"${own.id}"}]}`)
  expect(heard).not.toContain(foreign.id)
  watching.leave()
})

test('a second watcher hears it too, and both are let go when the desk stops', async () => {
  const closing = await anApiServer()
  const from = async () => {
    const answer = await fetch(`${closing.url}/v1/today/live`, {
      headers: { authorization: `Bearer ${tenant.apiKey}` },
    })
    return answer.text()
  }
  const both = [from(), from()]
  const started = performance.now()
  await closing.call('GET /healthz')
  const texts = closing.close().then(() => Promise.all(both))
  expect((await texts).every((text) => text.startsWith('retry:'))).toBe(true)
  expect(performance.now() - started).toBeLessThan(8_000)
  await expect(fetch(`${closing.url}/healthz`)).rejects.toThrow()
})

test('a script that opens one after the other is stopped, and nobody else is', async () => {
  const all = await Promise.all(Array.from({ length: 50 }, () => watch(other.apiKey)))
  for (const it of all) await it.until('event: ready')
  const more = await desk.call('GET /v1/today/live', { key: other.apiKey })
  expect(more).toMatchObject({ status: 429, body: { code: 'too_many_streams' } })
  const somebody = await watch(tenant.apiKey)
  await somebody.until('event: ready')
  for (const it of [somebody, ...all]) it.leave()
  // who closed some may open one again
  await vi.waitUntil(
    async () => {
      const again = await watch(other.apiKey)
      again.leave()
      return again.answer.status === 200
    },
    { timeout: 10_000 },
  )
})

test('nobody watches without a key', async () => {
  expect((await desk.call('GET /v1/today/live')).status).toBe(401)
})
