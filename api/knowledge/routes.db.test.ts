import { beforeAll, describe, expect, test } from 'vitest'
import { anApiServerForThisFile } from '../../test/api-server.ts'
import { aCaseType, aDatabaseForThisFile, anApiKey, aTenant, on } from '../../test/factories.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)
const desk = await anApiServerForThisFile()
const keys = { admin: '', agent: '', executive: '' }
beforeAll(async () => {
  keys.admin = tenant.apiKey
  for (const role of ['agent', 'executive'] as const)
    keys[role] = await anApiKey(database, { tenantId: tenant.id, role })
})

const call = (route: string, body?: object, role: keyof typeof keys = 'admin') =>
  desk.call(route, { key: keys[role], ...(body && { body }) })
const parking = {
  key: 'parking',
  visibility: 'customer',
  texts: { th: { title: 'ที่จอดรถ', questions: ['มีที่จอดรถไหม'], answer: 'หลังร้าน' } },
}
const idOf = async (body: object): Promise<string> => String((await call('POST /v1/knowledge', body)).body['id'])

describe('articles over the API', () => {
  test('are written, tried out, published, changed and retired', async () => {
    const written = await call('POST /v1/knowledge', parking, 'agent')
    expect(written).toMatchObject({ status: 201, body: { status: 'draft', version: 1, can: ['change'] } })
    const at = `/v1/knowledge/${String(written.body['id'])}`
    const ask = { question: 'มีที่จอดรถไหมคะ', language: 'th' }
    expect(await call('POST /v1/knowledge/try', ask)).toMatchObject({ status: 200, body: { answered: false } })
    expect(await call(`POST ${at}/publish`, undefined, 'agent')).toMatchObject({ status: 403 })
    expect(await call(`POST ${at}/publish`)).toMatchObject({
      status: 200,
      body: { status: 'published', can: ['change', 'retire'] },
    })
    expect(await call('POST /v1/knowledge/try', ask, 'executive')).toMatchObject({
      body: { answered: true, bar: 0.81, article: { title: 'ที่จอดรถ', answer: 'หลังร้าน', language: 'th' } },
    })
    const texts = { ...parking.texts, en: { title: 'Parking', answer: 'Behind the shop' } }
    expect(await call(`PATCH ${at}`, { texts })).toMatchObject({
      status: 200,
      body: { version: 2, texts: { en: { questions: [], answer: 'Behind the shop' } } },
    })
    const { body } = await call(`GET ${at}`)
    expect(body).toMatchObject({ versions: [{ version: 2 }, { version: 1 }], asked: { answered: 0 } })
    expect(await call(`POST ${at}/publish`)).toMatchObject({ status: 403 })
    expect(await call(`POST ${at}/retire`)).toMatchObject({
      status: 200,
      body: { status: 'retired', can: ['change', 'publish'] },
    })
    const lines = await call(`GET /v1/activities?subject=${String(written.body['id'])}&sort=number`)
    expect((lines.body['items'] as { type: string }[]).map((it) => it.type)).toEqual([
      'article.written',
      'article.published',
      'article.changed',
      'article.retired',
    ])
  })

  test('are listed by filter, words and page', async () => {
    const type = await on(tenant, (ctx) => aCaseType(ctx, { key: 'late' }))
    await idOf({ ...parking, key: 'list-1', texts: { en: { title: 'Wheelchairs', answer: 'We lend four.' } } })
    await idOf({
      key: 'list-2',
      visibility: 'staff',
      caseType: type.key,
      texts: { en: { title: 'SOP: late', answer: '1. Call.' } },
    })
    const list = async (query: string) =>
      ((await call(`GET /v1/knowledge?${query}`)).body['items'] as { key: string }[]).map((it) => it.key)
    expect(await list('visibility=staff')).toEqual(['list-2'])
    expect(await list('case_type=late')).toEqual(['list-2'])
    expect(await list('search=wheelchair&status=draft')).toEqual(['list-1'])
    expect(await list('language=en&missing=th&sort=key')).toEqual(['list-1', 'list-2'])
    expect(await call('GET /v1/knowledge?page_size=1&sort=-key')).toMatchObject({
      body: { total: 3, pageSize: 1, items: [{ key: 'parking' }] },
    })
    expect((await call('GET /v1/knowledge?colour=red')).status).toBe(422)
  })

  test.each([
    ['no language', { ...parking, key: 'w', texts: {} }, 'texts'],
    ['another language', { ...parking, key: 'w', texts: { fr: { title: 'x', answer: 'y' } } }, 'texts'],
    ['a key with spaces', { ...parking, key: 'a b' }, 'key'],
    ['nobody to read it', { ...parking, key: 'w', visibility: 'everybody' }, 'visibility'],
    [
      'a book for an answer',
      { ...parking, key: 'w', texts: { en: { title: 'x', answer: 'y'.repeat(4_001) } } },
      'texts.en.answer',
    ],
  ])('with %s are refused by the field', async (_, body, field) => {
    const { status, body: told } = await call('POST /v1/knowledge', body)
    expect(status).toBe(422)
    expect(JSON.stringify(told['errors'])).toContain(`"field":"${field}`)
  })

  test('with a type nobody knows, a key that is taken, or no answer say so', async () => {
    expect(await call('POST /v1/knowledge', { ...parking, key: 'w', caseType: 'nothing' })).toMatchObject({
      status: 422,
      body: { code: 'case_type_unknown' },
    })
    expect(await call('POST /v1/knowledge', parking)).toMatchObject({
      status: 409,
      body: { code: 'article_key_taken' },
    })
    const id = await idOf({ ...parking, key: 'empty', texts: { en: { title: 'x', answer: '' } } })
    expect(await call(`POST /v1/knowledge/${id}/publish`)).toMatchObject({
      status: 422,
      body: { code: 'article_without_answer' },
    })
    expect(await call('POST /v1/knowledge', { ...parking, key: 'no' }, 'executive')).toMatchObject({ status: 403 })
  })

  test('gaps are a list like any other', async () => {
    expect(await call('GET /v1/knowledge/gaps?sort=-lastAskedAt&answered=false&search=dog')).toMatchObject({
      status: 200,
      body: { items: [], total: 0 },
    })
    expect((await call('GET /v1/knowledge/gaps?sort=colour')).status).toBe(422)
  })
})
