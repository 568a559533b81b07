import { expect, test, vi } from 'vitest'
import { anApiServer } from '../../test/api-server.ts'
import { endpoint } from './endpoint.ts'
import { strain } from './strain.ts'

const full = Object.assign(new Error('could not extend file'), { code: '53100' })

test('a database without room is known until something was changed again, or half a minute has passed', () => {
  let now = 0
  const it = strain(1, () => now)
  it.ended({ changes: false, trouble: Object.assign(new Error('deadlock'), { code: '40P01' }) })
  expect(it.isFull()).toBe(false)
  it.ended({ changes: false, trouble: full })
  it.ended({ changes: false })
  it.ended({ changes: false, trouble: new Error('a bug') })
  expect(it.isFull()).toBe(true)
  it.ended({ changes: true })
  expect(it.isFull()).toBe(false)
  it.ended({ changes: false, trouble: full })
  now = 30_000
  expect(it.isFull()).toBe(false)
})

test('/readyz says that there is no room, and not that all is well because reading works', async () => {
  let refuse = true
  const desk = await anApiServer({
    endpoints: [
      endpoint('POST /v1/kept', {
        summary: 'x',
        tag: 'x',
        access: 'public',
        raw: (http) => {
          if (refuse) return Promise.reject(full)
          http.status = 204
          return Promise.resolve()
        },
      }),
    ],
  })
  expect((await desk.call('POST /v1/kept')).status).toBe(503)
  expect((await desk.call('GET /readyz')).body).toMatchObject({ ready: false, checks: { room: { ok: false } } })
  refuse = false
  expect((await desk.call('POST /v1/kept')).status).toBe(204)
  expect((await desk.call('GET /readyz')).body).toMatchObject({ checks: { room: { ok: true } } })
  await desk.close()
})

test('/readyz waits for everything at once: a database that hangs is told of before the one who asks gives up', async () => {
  let asked = () => {}
  const inboxAsked = new Promise<void>((done) => (asked = done))
  const desk = await anApiServer({
    checks: {
      pingQueue: () => inboxAsked,
      oldestWaitingMs: () => {
        asked()
        return new Promise(() => {})
      },
    },
  })
  // nothing is connected here, as in a desk that is stopping: that is no bug either
  expect(await desk.call('GET /readyz')).toMatchObject({
    status: 503,
    body: { checks: { database: { ok: false }, queue: { ok: true }, inbox: { ok: false, why: 'no answer' } } },
  })
  await desk.close()
})

test('who comes while too many wait for a database that hangs is told to come again; /healthz is answered, and the others are when it goes on', async () => {
  let goOn = () => {}
  const hanging = new Promise<void>((done) => (goOn = done))
  let waiting = 0
  const desk = await anApiServer({
    mostUnderWay: 3,
    endpoints: [
      endpoint('POST /v1/kept', {
        summary: 'x',
        tag: 'x',
        access: 'public',
        raw: async (http) => {
          waiting += 1
          await hanging
          http.status = 204
        },
      }),
    ],
  })
  const first = Promise.all([1, 2, 3].map(() => desk.call('POST /v1/kept')))
  await vi.waitUntil(() => waiting === 3)
  const more = await desk.call('POST /v1/kept')
  expect(more).toMatchObject({ status: 503, body: { code: 'too_many_wait' } })
  expect(more.headers.get('retry-after')).toBe('5')
  expect((await desk.call('GET /healthz')).status).toBe(200)
  goOn()
  expect((await first).map((it) => it.status)).toEqual([204, 204, 204])
  expect((await desk.call('POST /v1/kept')).status).toBe(204)
  await desk.close()
})
