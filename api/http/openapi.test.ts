import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { anApiServer, anApiServerForThisFile } from '../../test/api-server.ts'
import { fieldProblems } from './field-words.ts'

const folder = mkdtempSync(join(tmpdir(), 'bellhop-pages-'))
for (const path of ['liff/track', 'liff/today', 'liff/assets']) mkdirSync(join(folder, path), { recursive: true })
writeFileSync(join(folder, 'liff/track/index.html'), '<!doctype html><title>track</title>')
writeFileSync(join(folder, 'liff/today/index.html'), '<!doctype html><title>today</title>')
writeFileSync(join(folder, 'liff/assets/main-B2x8_fQa.js'), 'export {}')
writeFileSync(join(folder, 'secret.html'), 'secret')
writeFileSync(join(folder, 'liff/notes.txt'), 'secret')
symlinkSync(join(folder, 'secret.html'), join(folder, 'liff/link.html'))
afterAll(() => rmSync(folder, { recursive: true }))
const desk = await anApiServerForThisFile({ pagesFolder: join(folder, 'liff') })

type Operation = {
  operationId: string
  summary: string
  parameters: { name: string; in: string }[]
  responses: Record<string, unknown>
}
type Document = {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}
const read = async () => JSON.parse((await desk.call('GET /openapi.json')).text) as Document

/** What a schema asks for as free words: text of at least one letter, and of no particular form. */
function* freeWordsIn(schema: unknown, at: string): Generator<{ at: string; takes: (text: string) => boolean }> {
  if (!(schema instanceof z.ZodType)) return
  if (schema instanceof z.ZodString && schema.format === null && schema.minLength === 1 && (schema.maxLength ?? 0) > 0)
    yield { at, takes: (text) => schema.safeParse(text).success }
  if (schema instanceof z.ZodObject) {
    for (const [name, inner] of Object.entries(schema.shape)) yield* freeWordsIn(inner, `${at}.${name}`)
    return
  }
  for (const inner of Object.values(schema.def).flat()) yield* freeWordsIn(inner, at)
}

test('words that people are asked for are not taken when nothing of them can be seen', () => {
  const asked = desk.app.endpoints.flatMap((it) => [...freeWordsIn(it.about.body, `${it.method} ${it.path}`)])
  expect(asked.map((it) => it.at)).toContain('POST /v1/cases/:caseId/note.text')
  const fooled = asked.filter((it) => it.takes('\u200b\u2060') || it.takes('\u202e'))
  // keys, ids and tokens are looked up, and nothing is found
  const lookedUp = /(?:key|type|kind|provider|rootCause|idToken|code|category|label)$/i
  expect(fooled.map((it) => it.at).filter((at) => !lookedUp.test(at))).toEqual([])
})

/** What passes over a field it does not know, wherever in a body it stands. */
function* tolerantIn(schema: unknown, at: string): Generator<string> {
  if (!(schema instanceof z.ZodType)) return
  if (schema instanceof z.ZodObject) {
    if (!(schema.def.catchall instanceof z.ZodType)) yield at
    for (const [name, inner] of Object.entries(schema.shape)) yield* tolerantIn(inner, `${at}.${name}`)
    return
  }
  for (const inner of Object.values(schema.def).flat()) yield* tolerantIn(inner, at)
}

test('a field that is none is refused, but of what other programs send as they have it', () => {
  const tolerant = desk.app.endpoints.flatMap((it) => [...tolerantIn(it.about.body, `${it.method} ${it.path}`)])
  expect([...new Set(tolerant)].filter((it) => !it.includes('/v1/sessions/'))).toEqual([
    'POST /v1/triage/examples/import',
    'POST /v1/payments',
    'POST /v1/payments.customer',
  ])
})

/** What takes only words of one pattern, or one of several shapes, and leaves it to the library to say what it takes. */
function* wordlessIn(schema: unknown, at: string): Generator<string> {
  if (!(schema instanceof z.ZodType)) return
  if (schema instanceof z.ZodUnion || schema instanceof z.ZodString) {
    const shape: unknown = schema instanceof z.ZodUnion ? {} : '\u0000'
    const { error } = schema.safeParse(shape)
    const issues = (error?.issues ?? []).filter((it) => it.code !== 'invalid_type')
    yield* issues
      .flatMap(fieldProblems)
      .flatMap((it) => (it.message.startsWith('Invalid') ? [`${at}: ${it.message}`] : []))
  }
  if (schema instanceof z.ZodObject) {
    for (const [name, inner] of Object.entries(schema.shape)) yield* wordlessIn(inner, `${at}.${name}`)
    return
  }
  for (const inner of Object.values(schema.def).flat()) yield* wordlessIn(inner, at)
}

test('what is refused reads what would be taken, whatever pattern or shape a field has', () => {
  const wordless = desk.app.endpoints.flatMap((it) =>
    [it.about.body, it.about.query].flatMap((asked) => [...wordlessIn(asked, `${it.method} ${it.path}`)]),
  )
  expect(wordless).toEqual([])
})

describe('the document', () => {
  test('has every route of the running app', async () => {
    const { paths } = await read()
    const routes = desk.app.routers.flatMap((router) =>
      router.stack.flatMap(({ path, methods }) => methods.map((method) => `${method} ${String(path)}`)),
    )
    expect(routes.length).toBeGreaterThan(40)
    for (const route of routes.filter((it) => !it.startsWith('HEAD '))) {
      const [method = '', path = ''] = route.split(' ')
      const documented = paths[path.replaceAll(/[:*](\w+)/g, '{$1}')]?.[method.toLowerCase()]
      expect(documented?.summary, route).toBeTruthy()
    }
  })

  test('is whole: references resolve, names are unique, parameters are declared', async () => {
    const document = await read()
    expect(document.openapi).toBe('3.1.0')
    const text = JSON.stringify(document)
    for (const [, name = ''] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g))
      expect(document.components.schemas, name).toHaveProperty(name)
    expect(text).not.toContain('#/$defs')
    for (const name of [
      'Case',
      'Booking',
      'Contact',
      'Activity',
      'Parcel',
      'Today',
      'Track',
      'BookingForm',
      'Session',
      'Problem',
      'Ready',
      'Issue',
    ])
      expect(document.components.schemas, name).toHaveProperty(name)
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((it) => ({ path, ...it })),
    )
    expect(new Set(operations.map((it) => it.operationId)).size).toBe(operations.length)
    for (const { path, parameters, responses } of operations) {
      const named = parameters.filter((it) => it.in === 'path').map((it) => it.name)
      expect(named.sort(), path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort())
      expect(Object.keys(responses), path).toContain('default')
    }
  })

  test('says what a list takes', async () => {
    const { paths } = await read()
    const parameters = paths['/v1/cases']?.['get']?.parameters as unknown as {
      name: string
      required: boolean
      schema: Record<string, unknown>
    }[]
    expect(parameters.map((it) => it.name).sort()).toEqual([
      'contact',
      'open',
      'owner',
      'page',
      'page_size',
      'search',
      'severity',
      'sort',
      'status',
      'type',
    ])
    expect(parameters.every((it) => !it.required)).toBe(true)
    expect(parameters.find((it) => it.name === 'page_size')?.schema).toMatchObject({
      type: 'integer',
      minimum: 1,
      maximum: 100,
      default: 25,
    })
  })

  test('is read in the browser without a foreign or inline script', async () => {
    const page = await desk.call('GET /docs')
    expect(page.text).toMatch(/<noscript>.*needs JavaScript/)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(page.headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/)
    for (const [, src = ''] of page.text.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect(src).toMatch(/^\/docs\//)
      expect((await desk.call(`GET ${src}`)).status, src).toBe(200)
    }
    expect(page.text).not.toMatch(/<script>/)
    for (const file of ['index.html', 'package.json', '..%2fpackage.json'])
      expect((await desk.call(`GET /docs/${file}`)).status).toBe(404)
  })
})

describe('the pages', () => {
  test('come with LINE’s hosts allowed and nobody else’s', async () => {
    for (const route of ['GET /t/abc', 'GET /liff/track/', 'GET /liff/today', 'GET /liff/today/index.html?ref=x']) {
      const page = await desk.call(route)
      expect(page.status, route).toBe(200)
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
      const policy = page.headers.get('content-security-policy') ?? ''
      expect(policy).toContain('https://static.line-scdn.net')
      expect(policy).toMatch(
        /frame-ancestors 'self' https:\/\/liff\.line\.me https:\/\/\*\.line\.me http:\/\/localhost:1 /,
      )
      expect(policy).not.toContain('unsafe')
      expect(page.headers.get('cache-control')).toBe('no-cache')
    }
    const asset = await desk.call('GET /liff/assets/main-B2x8_fQa.js')
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    const etag = asset.headers.get('etag') ?? ''
    expect(
      (
        await desk.call('GET /liff/assets/main-B2x8_fQa.js', {
          headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' },
        })
      ).status,
    ).toBe(304)
  })

  test('are nothing but pages', async () => {
    for (const path of [
      '..%2fsecret.html',
      '%2e%2e/secret.html',
      'link.html',
      'notes.txt',
      'assets',
      'nothing',
      'assets/%00.js',
      'today/../../secret.html',
    ])
      expect((await desk.call(`GET /liff/${path}`)).status, path).toBe(404)
  })

  test('that were not built yet say so', async () => {
    const bare = await anApiServer()
    expect(await bare.call('GET /t/abc')).toMatchObject({ status: 503, body: { code: 'pages_not_built' } })
    await bare.close()
  })
})
