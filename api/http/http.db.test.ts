import { request } from 'node:http'
import { connect } from 'node:net'
import { z } from 'zod'
import { beforeAll, describe, expect, test } from 'vitest'
import { anApiServer, anApiServerForThisFile } from '../../test/api-server.ts'
import { aCaseType, aCustomer, aDatabaseForThisFile, anApiKey, aTenant, on } from '../../test/factories.ts'
import { Case } from '../cases/model.ts'
import { endpoint } from './endpoint.ts'
import { usualRates } from './rate-limit.ts'

const broken = endpoint('POST /v1/broken', {
  summary: 'Broken',
  tag: 'test',
  access: 'staff',
  body: z.object({ text: z.string() }),
  handle: async (ctx, { body }) => {
    await ctx.trx.raw('select ?::int', [body.text])
    return undefined
  },
})

const cutOff = endpoint('POST /v1/cut-off', {
  summary: 'Loses its connection',
  tag: 'test',
  access: 'staff',
  handle: async (ctx) => {
    await ctx.trx.raw('select pg_terminate_backend(pg_backend_pid())')
    return undefined
  },
})

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)
const desk = await anApiServerForThisFile({ endpoints: [broken, cutOff] })

describe('who is at the door', () => {
  test('nobody, a wrong key and a revoked one are told to sign in', async () => {
    const revoked = await anApiKey(database, { tenantId: tenant.id, revoked: true })
    for (const key of [undefined, 'wrong', revoked]) {
      const answer = await desk.call('GET /v1/cases', key ? { key } : {})
      expect(answer).toMatchObject({
        status: 401,
        body: { code: 'sign_in_needed', status: 401, instance: '/v1/cases' },
      })
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
      expect(answer.body['traceId']).toBe(answer.headers.get('x-request-id'))
    }
    expect((await desk.call('GET /v1/cases', { headers: { cookie: 'bellhop_session=nonsense' } })).status).toBe(401)
  })

  test('a key comes in either header', async () => {
    expect((await desk.call('GET /v1/cases', { headers: { 'x-api-key': tenant.apiKey } })).status).toBe(200)
    expect(await desk.call('GET /v1/session', { key: tenant.apiKey })).toMatchObject({
      status: 200,
      body: { kind: 'api', role: 'admin' },
    })
  })
})

describe('what cannot be read', () => {
  const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
    desk.call('POST /v1/cases', { key: tenant.apiKey, body, headers })

  test('is refused with the reason', async () => {
    expect(await post('{"type":')).toMatchObject({ status: 400, body: { code: 'json_malformed' } })
    expect(await post('')).toMatchObject({ status: 422 })
    expect(await post('[]')).toMatchObject({ status: 422, body: { errors: [{ field: '' }] } })
    expect(await post('type=x', { 'content-type': 'application/x-www-form-urlencoded' })).toMatchObject({ status: 415 })
    const thaiOfOld = Buffer.from([...Buffer.from('{"type":"'), 0xa1, 0xa2, ...Buffer.from('"}')])
    expect(await post(thaiOfOld)).toMatchObject({ status: 400, body: { code: 'not_utf8' } })
    expect(await post('{}', { 'content-encoding': 'gzip' })).toMatchObject({
      status: 415,
      body: { code: 'encoding_not_taken' },
    })
    // as some editors save it
    expect(await post('\ufeff{"type":7}', { 'content-encoding': 'identity' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'type' }] },
    })
    expect(await post(JSON.stringify({ type: 'x', note: 'x'.repeat(1_000_000) }))).toMatchObject({
      status: 413,
      body: { code: 'body_too_large' },
    })
    expect(await post(JSON.stringify({ type: 'x', slots: { order_id: 'a\u0000b' } }))).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'slots.order_id' }] },
    })
    expect(await post('{"type":"x","note":"\\ud800"}')).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'note' }] },
    })
    expect(await post('{"type":"x","slots":{"\\u0000":1}}')).toMatchObject({ status: 422 })
    expect(await post(`{"type":${'['.repeat(20_000)}${']'.repeat(20_000)}}`)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'type' }] },
    })
  })

  test('nests too deep for whoever must go down into it: the field is named, whatever it takes', async () => {
    const nested = (deep: number) => `${'['.repeat(deep)}${']'.repeat(deep)}`
    const put = (data: string) =>
      desk.call('PUT /v1/items/deep', { key: tenant.apiKey, body: `{"type":"tour","name":"Deep","data":${data}}` })
    expect(await put(`{"notes":${nested(63)}}`)).toMatchObject({ status: 200 })
    for (const deep of [64, 5_000, 200_000])
      expect(await put(`{"notes":${nested(deep)}}`)).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'data', message: 'Is nested too deep: 64 levels at most' }] },
      })
    expect(await post(nested(200_000))).toMatchObject({ status: 422 })
    const examples = `{"text":"where is my order"}\n\n{"text":${nested(5_000)}}`
    expect(
      await desk.call('POST /v1/triage/examples/import', {
        key: tenant.apiKey,
        body: examples,
        headers: { 'content-type': 'application/x-ndjson' },
      }),
    ).toMatchObject({ status: 422, body: { errors: [{ field: 'line 3' }] } })
  })

  test('a body that never says how long it is is cut at a megabyte too', async () => {
    const status = await new Promise<number>((done, failed) => {
      const asked = request(
        `${desk.url}/v1/cases`,
        { method: 'POST', headers: { authorization: `Bearer ${tenant.apiKey}`, 'content-type': 'application/json' } },
        (answer) => {
          answer.resume()
          done(answer.statusCode ?? 0)
        },
      )
      asked.on('error', failed)
      for (let sent = 0; sent < 12; sent += 1) asked.write('x'.repeat(100_000))
      asked.end()
    })
    expect(status).toBe(413)
  })

  test('whoever sends megabytes in one go reads why they are refused, and no broken pipe', async () => {
    const { port } = new URL(desk.url)
    const body = Buffer.alloc(6_000_000, 'x')
    const head = `POST /v1/cases HTTP/1.1\r\nHost: desk.test\r\nAuthorization: Bearer ${tenant.apiKey}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`
    const answers = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const socket = connect(Number(port), '127.0.0.1')
        let heard = ''
        socket.on('data', (part) => (heard += part.toString()))
        const ended = new Promise<string>((done) => {
          socket.on('error', (trouble) => done(`broken: ${trouble.message}`))
          socket.on('close', () => done(heard.split('\r\n')[0] ?? ''))
        })
        socket.write(head)
        socket.write(body)
        return ended
      }),
    )
    expect(new Set(answers)).toEqual(new Set(['HTTP/1.1 413 Payload Too Large']))
  })
})

describe('a caller who breaks off or speaks no HTTP', () => {
  const head = 'POST /v1/sessions/line HTTP/1.1\r\nHost: desk.test\r\n'
  test.each([
    ['in the middle of a body', `${head}Content-Type: application/json\r\nContent-Length: 99\r\n\r\n{`],
    ['in the middle of a part', `${head}Transfer-Encoding: chunked\r\n\r\n5\r\nab`],
    ['by a part that is none', `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n`],
    ['by more after its end', `${head}Content-Length: 2\r\n\r\n{}\u0000\u0000`],
  ])('%s writes nothing into the log', async (_, sent) => {
    const before = desk.lines.length
    await new Promise<void>((done) => {
      const socket = connect(Number(new URL(desk.url).port), '127.0.0.1')
      socket.on('error', () => undefined)
      socket.on('close', () => done())
      socket.resume()
      socket.write(sent, () => socket.end())
    })
    // the desk has dealt with it when it answers the next
    expect((await desk.call('GET /healthz')).status).toBe(200)
    expect(desk.lines.slice(before)).toEqual([])
  })
})

describe('an address that is none', () => {
  const asked = (line: string) =>
    new Promise<string>((done, failed) => {
      const socket = connect(Number(new URL(desk.url).port), '127.0.0.1')
      let said = ''
      socket.on('data', (part) => {
        said += part.toString()
        socket.end()
      })
      socket.on('error', failed)
      socket.on('close', () => done(said.split('\r\n')[0] ?? ''))
      socket.write(`${line} HTTP/1.1\r\nHost: desk.test\r\n\r\n`)
    })

  test.each([
    ['GET http://[::1', /400/],
    ['GET http://elsewhere.example/healthz', /200/],
    ['GET /%E0%A4%A', /404/],
    ['GET /files/%00', /4\d\d/],
    ['GET /docs/%00', /404/],
  ])('%s', async (line, expected) => {
    const before = desk.lines.length
    expect(await asked(line)).toMatch(expected)
    expect(desk.lines.slice(before)).toEqual([])
  })
})

describe('whose name is called', () => {
  const asked = (to: string, route: string, host: string, more: Record<string, string> = {}) =>
    new Promise<{ status: number | undefined; type: string | undefined; body: string }>((done, failed) => {
      const headers = { host, authorization: `Bearer ${tenant.apiKey}`, ...more }
      const asking = request(to + route, { headers }, (answer) => {
        let body = ''
        answer.on('data', (part) => (body += String(part)))
        answer.on('end', () => done({ status: answer.statusCode, type: answer.headers['content-type'], body }))
      })
      asking.on('error', failed).end()
    })
  const names = (publicUrl: string, demo: boolean) => ({
    config: { publicUrl, demo, simulatorPort: 1, lineApiBaseUrl: 'http://127.0.0.1:1', trustProxy: true },
  })

  test('the demo, whose keys everybody has, answers to its own names and through its tunnel, and tells anybody that it is up', async () => {
    const demo = await anApiServer(names('https://odd-name.tunnel.example', true))
    try {
      for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LocalHost', 'odd-name.tunnel.example'])
        expect((await asked(demo.url, '/v1/cases', host)).status, host).toBe(200)
      for (const host of ['evil.example:3000', 'localhost.evil.example', 'evil.example:localhost', '[evil.example]']) {
        const answer = await asked(demo.url, '/v1/cases', host, { 'x-forwarded-host': 'localhost:3000' })
        expect(answer, host).toMatchObject({ status: 403, type: 'application/problem+json' })
        expect(JSON.parse(answer.body)).toMatchObject({ code: 'not_my_name', instance: '/v1/cases' })
        for (const route of ['/openapi.json', '/liff/today/', '/webhooks/line/x'])
          expect(await asked(demo.url, route, host, { accept: 'text/html' }), route).toMatchObject({
            status: 403,
            type: 'application/problem+json',
            body: expect.stringContaining('PUBLIC_URL') as unknown,
          })
        expect((await asked(demo.url, '/healthz', host)).status).toBe(200)
      }
    } finally {
      await demo.close()
    }
  })

  test('in real use a key is a secret, and whatever stands before the desk may call it what it likes', async () => {
    const real = await anApiServer(names('https://desk.example', false))
    expect((await asked(real.url, '/v1/cases', 'desk-7.internal')).status).toBe(200)
    await real.close()
  })
})

describe('what is not there', () => {
  test('is a problem like any other', async () => {
    expect(await desk.call('GET /v1/nothing', { key: tenant.apiKey })).toMatchObject({
      status: 404,
      body: { code: 'no_such_address', instance: '/v1/nothing' },
    })
    expect(await desk.call('GET /')).toMatchObject({ status: 404, body: { code: 'no_such_address' } })
    const wrong = await desk.call('PUT /v1/cases', { key: tenant.apiKey })
    expect(wrong).toMatchObject({ status: 405, body: { code: 'method_not_allowed' } })
    expect(wrong.headers.get('allow')?.split(', ').sort()).toEqual(['GET', 'HEAD', 'POST'])
    expect((await desk.call('HEAD /v1/cases', { key: tenant.apiKey })).status).toBe(200)
  })
})

describe('a bug', () => {
  test('is a 500 with an id that the log repeats once, without anybody’s words', async () => {
    const answer = await desk.call('POST /v1/broken', { key: tenant.apiKey, body: { text: 'my secret words' } })
    expect(answer).toMatchObject({ status: 500, body: { code: 'bug' } })
    const logged = desk.lines.filter((line) => line.includes(String(answer.body['traceId'])))
    expect(logged).toHaveLength(1)
    expect(JSON.parse(logged[0] ?? '{}')).toMatchObject({
      level: 50,
      msg: 'bug',
      route: 'POST /v1/broken',
      code: '22P02',
    })
    for (const secret of ['my secret words', tenant.apiKey]) expect(desk.lines.join('')).not.toContain(secret)
    expect(answer.text).not.toContain('my secret words')
  })
})

describe('a database that is away', () => {
  test('is a 503 that says when to come back, logged under its id', async () => {
    const answer = await desk.call('POST /v1/cut-off', { key: tenant.apiKey })
    expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } })
    expect(answer.headers.get('retry-after')).toBe('5')
    expect(desk.lines.filter((line) => line.includes(String(answer.body['traceId'])))).toHaveLength(1)
    expect((await desk.call('GET /v1/cases', { key: tenant.apiKey })).status).toBe(200)
  })

  test('is told by /readyz to whoever asks: nobody is looked up for it', async () => {
    for (const path of ['/healthz', '/readyz'])
      expect((await desk.call(`GET ${path}`, { key: 'none of ours' })).status).toBe(200)
  })
})

describe('every answer', () => {
  test('keeps the browser from guessing, framing and storing', async () => {
    for (const route of ['GET /v1/cases', 'GET /nothing', 'GET /healthz']) {
      const { headers } = await desk.call(route, { key: tenant.apiKey })
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    }
  })
})

describe('a file of a page', () => {
  const file = (headers: Record<string, string>) => desk.call('GET /docs/swagger-ui.css', { headers })

  test('comes small to who can read that, as it is to others, and not again to who has it', async () => {
    const [small, plain] = [
      await file({ 'accept-encoding': 'gzip, br' }),
      await file({ 'accept-encoding': 'identity' }),
    ]
    expect(small.headers.get('content-encoding')).toBe('gzip')
    expect(small.headers.get('vary')?.toLowerCase()).toContain('accept-encoding')
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(Number(plain.headers.get('content-length'))).toBe(Buffer.byteLength(plain.text))
    expect(small.text).toBe(plain.text)
    const etag = small.headers.get('etag') ?? ''
    // fetch would ask for a fresh one of itself
    const again = await file({ 'if-none-match': etag, 'cache-control': 'max-age=0' })
    expect(again.status).toBe(304)
  })

  test('is not sent to who only asks whether it is there', async () => {
    const { status, text, headers } = await desk.call('HEAD /docs/swagger-ui.css')
    expect([status, text, headers.get('content-type')]).toEqual([200, '', 'text/css; charset=utf-8'])
  })
})

describe('an Idempotency-Key', () => {
  let type: string
  beforeAll(async () => {
    type = (await on(tenant, (ctx) => aCaseType(ctx))).key
  })
  const open = (key: string, it: { body?: object; as?: string } = {}) =>
    desk.call('POST /v1/cases', {
      key: it.as ?? tenant.apiKey,
      body: it.body ?? { type },
      headers: { 'idempotency-key': key },
    })
  const count = () => on(tenant, (ctx) => Case.query(ctx.trx).resultSize())

  test('makes a request happen once, and answers it alike again', async () => {
    const before = await count()
    const first = await open('once')
    const second = await open('once')
    expect(first.status).toBe(201)
    expect(second).toMatchObject({ status: 201, body: first.body })
    expect([first, second].map((it) => it.headers.get('idempotency-replayed'))).toEqual([null, 'true'])
    expect(await count()).toBe(before + 1)
  })

  test('is good for one request only', async () => {
    await open('other')
    expect(await open('other', { body: { type, severity: 'low' } })).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    })
    expect(await open('not printable ✓'.replace('✓', ' x'))).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'Idempotency-Key' }] },
    })
  })

  test('belongs to who sent it', async () => {
    const other = await anApiKey(database, { tenantId: tenant.id })
    const [mine, theirs] = [await open('shared'), await open('shared', { as: other })]
    expect(theirs.body['id']).not.toBe(mine.body['id'])
  })

  test('of a request that was refused may be used again', async () => {
    expect(await open('refused', { body: { type: 'later' } })).toMatchObject({ status: 422 })
    await on(tenant, (ctx) => aCaseType(ctx, { key: 'later' }))
    expect(await open('refused', { body: { type: 'later' } })).toMatchObject({ status: 201 })
  })

  test('of many at once is won by one', async () => {
    const before = await count()
    const answers = await Promise.all(Array.from({ length: 8 }, () => open('race')))
    expect(await count()).toBe(before + 1)
    for (const it of answers) expect([201, 409]).toContain(it.status)
    expect(new Set(answers.filter((it) => it.status === 201).map((it) => it.body['id'])).size).toBe(1)
    for (const it of answers.filter((one) => one.status === 409))
      expect(it.body['code']).toBe('idempotency_in_progress')
  })
})

describe('an address that is not there', () => {
  const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
  const read = (path: string, headers: Record<string, string>) => fetch(desk.url + path, { headers })

  test('is explained to people in their language, under the same status', async () => {
    const asked = { en: 'There is nothing here', th: 'ไม่มีหน้านี้ค่ะ', ja: 'ページが見つかりません' }
    for (const [language, title] of Object.entries(asked)) {
      const answer = await read('/nowhere', { accept: browser, 'accept-language': language })
      expect(answer.status).toBe(404)
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
      const page = await answer.text()
      expect(page).toContain(`<html lang="${language}">`)
      expect(page).toContain(`<h1>${title}</h1>`)
    }
  })

  test('is a problem for programs, and always under the API', async () => {
    for (const [path, accept] of [
      ['/nowhere', '*/*'],
      ['/nowhere', 'application/json'],
      ['/v1/nowhere', browser],
      ['/v1/cases', browser],
    ] as const) {
      const answer = await read(path, { accept })
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    }
  })

  test('repeats nothing of what was asked for', async () => {
    const page = await (await read('/<script>alert(1)</script>?a=<b>', { accept: browser })).text()
    expect(page).not.toContain('alert')
    expect(page).not.toContain('<b>')
  })
})

describe('the rate limit', () => {
  test('sends a caller in a loop away for a while', async () => {
    let now = 0
    const slow = await anApiServer({
      rates: { ...usualRates, apiKey: { burst: 3, perSecond: 0.5 }, public: { burst: 1, perSecond: 1 } },
      clock: () => now,
    })
    const other = await anApiKey(database, { tenantId: tenant.id })
    const look = (key = tenant.apiKey) => slow.call('GET /v1/contacts', { key })
    for (let times = 0; times < 3; times += 1) expect((await look()).status).toBe(200)
    const refused = await look()
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests' } })
    expect(refused.headers.get('retry-after')).toBe('2')
    expect((await look(other)).status).toBe(200)
    now += 2000
    expect((await look()).status).toBe(200)
    expect((await slow.call('GET /public/v1/track/x')).status).toBe(404)
    expect((await slow.call('GET /public/v1/track/x')).status).toBe(429)
    await slow.close()
  })

  test('holds for guessed keys and sign-in', async () => {
    const few = { burst: 2, perSecond: 0.1 }
    const slow = await anApiServer({ rates: { ...usualRates, signIn: few, wrongKey: few }, clock: () => 0 })
    const statuses = []
    for (let times = 0; times < 4; times += 1)
      statuses.push((await slow.call('GET /v1/cases', { key: `guess-${times}` })).status)
    expect(statuses).toEqual([401, 401, 429, 429])
    await slow.close()
  })

  test('holds for guessed sessions', async () => {
    const slow = await anApiServer({
      rates: { ...usualRates, wrongKey: { burst: 2, perSecond: 0.1 } },
      clock: () => 0,
    })
    const statuses = []
    for (let times = 0; times < 4; times += 1)
      statuses.push((await slow.call('GET /v1/cases', { cookie: `bellhop_session=guess-${times}` })).status)
    expect(statuses).toEqual([401, 401, 429, 429])
    // nobody at all costs nothing to send away
    expect((await slow.call('GET /v1/cases')).status).toBe(401)
    await slow.close()
  })
})

describe('contacts', () => {
  test('are found by name and identity, and shown whole', async () => {
    const it = await aTenant(database)
    const { userId, contact } = await on(it, (ctx) => aCustomer(ctx, { channelId: it.channelId, name: 'Somchai' }))
    await on(it, (ctx) => aCustomer(ctx, { channelId: it.channelId, name: 'Ken', language: 'en' }))
    const list = (query: string) => desk.call(`GET /v1/contacts?${query}`, { key: it.apiKey })
    expect(await list('')).toMatchObject({ status: 200, body: { total: 2 } })
    for (const query of ['search=somchai', `search=${userId}`, 'language=th', 'sort=-name&page_size=1'])
      expect((await list(query)).body['items'], query).toMatchObject([
        { id: contact.id, name: 'Somchai', identities: [{ kind: 'line', value: userId, proven: true }] },
      ])
    expect(await desk.call(`GET /v1/contacts/${contact.id}`, { key: it.apiKey })).toMatchObject({
      status: 200,
      body: { name: 'Somchai', blocked: false },
    })
  })
})

describe('health', () => {
  test('is alive, and ready when everything answers', async () => {
    expect(await desk.call('GET /healthz')).toMatchObject({ status: 200, body: { alive: true } })
    expect(await desk.call('GET /readyz')).toMatchObject({
      status: 200,
      body: {
        ready: true,
        checks: {
          database: { ok: true },
          queue: { ok: true },
          inbox: { ok: true, ms: 0 },
          timers: { ok: true },
          process: { ok: true },
        },
      },
    })
  })

  test('many who ask at once cost the database a look', async () => {
    let looks = 0
    const asked = await anApiServer({
      checks: { pingQueue: () => Promise.resolve(), oldestWaitingMs: () => Promise.resolve((looks += 1)) },
    })
    const answers = await Promise.all(Array.from({ length: 50 }, () => asked.call('GET /readyz')))
    expect(answers.map((it) => it.status)).toEqual(Array(50).fill(200))
    expect(looks).toBeLessThan(5)
    await asked.close()
  })

  test('says what is not', async () => {
    const ill = await anApiServer({
      checks: { pingQueue: () => Promise.reject(new Error('gone')), oldestWaitingMs: () => Promise.resolve(90_000) },
    })
    expect(await ill.call('GET /readyz')).toMatchObject({
      status: 503,
      body: {
        ready: false,
        checks: { database: { ok: true }, queue: { ok: false }, inbox: { ok: false, ms: 90_000 } },
      },
    })
    await ill.close()
  })
})
