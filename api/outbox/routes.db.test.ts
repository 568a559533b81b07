import { describe, expect, test } from 'vitest'
import { anApiServerForThisFile } from '../../test/api-server.ts'
import { aCustomer, aDatabaseForThisFile, aTenant, anApiKey, on, type TestTenant } from '../../test/factories.ts'
import { newId } from '../ids.ts'
import { post } from './commands/post.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)
const desk = await anApiServerForThisFile()

const SECRET_WORDS = 'โอนไปแล้วนะคะ 0812345678'

async function aParcel(state: string, it: { event?: string; trouble?: string; where?: TestTenant } = {}) {
  const where = it.where ?? tenant
  const { id, conversationId } = await on(where, async (ctx) => {
    const customer = await aCustomer(ctx, { channelId: where.channelId })
    const { conversationId } = customer
    const messages = [{ type: 'text' as const, text: SECRET_WORDS }]
    const event = it.event ?? 'test'
    return {
      conversationId,
      id: post(ctx, { channelId: where.channelId, conversationId, event, messages, language: 'th' }),
    }
  })
  await database.owner.query('update outbox set state = $2, trouble = $3 where id = $1', [
    id,
    state,
    it.trouble ?? null,
  ])
  return { id, conversationId }
}

type Item = { id: string; state: string; delivery: string; can?: string[] }
const list = async (query: string, key = tenant.apiKey) => {
  const { status, body, text } = await desk.call(`GET /v1/outbox?${query}`, { key })
  return { status, text, items: (body['items'] ?? []) as Item[] }
}
const resend = (id: string, key = tenant.apiKey) => desk.call(`POST /v1/outbox/${id}/resend`, { key })

describe('what left, and what did not', () => {
  test('is found by its state, chat and trouble; the words that were said are not on the list', async () => {
    const dead = await aParcel('dead', { event: 'case.opened', trouble: 'The user hasn’t added 100%_us' })
    const sent = await aParcel('sent')
    expect((await list('state=dead')).items.map((it) => it.id)).toContain(dead.id)
    expect((await list('state=dead')).items.map((it) => it.id)).not.toContain(sent.id)
    expect((await list(`conversation=${sent.conversationId}`)).items).toMatchObject([{ id: sent.id }])
    expect((await list(`search=${encodeURIComponent('100%_us')}`)).items).toMatchObject([{ id: dead.id }])
    expect((await list('page_size=100')).text).not.toContain(SECRET_WORDS)
    expect((await list('search=%25')).items.map((it) => it.id)).toEqual([dead.id])
  })

  test('bad questions are told which field is wrong', async () => {
    for (const query of ['state=lost', 'cost=cheap', 'conversation=me', 'page=0', 'sort=-secret', 'page_size=100000'])
      expect((await list(query)).status, query).toBe(422)
  })

  test('is another business’s secret, and a partner’s', async () => {
    const other = await aTenant(database)
    const { id } = await aParcel('dead')
    expect((await list('state=dead', other.apiKey)).items).toEqual([])
    expect((await resend(id, other.apiKey)).status).toBe(404)
    const partner = await anApiKey(database, { tenantId: tenant.id, role: 'partner' })
    expect((await list('state=dead', partner)).status).toBe(403)
    expect((await resend(id, partner)).status).toBe(403)
    const boss = await anApiKey(database, { tenantId: tenant.id, role: 'executive' })
    expect((await list('state=dead', boss)).status).toBe(200)
    expect((await resend(id, boss)).status).toBe(403)
  })
})

describe('sending again', () => {
  test('ten at once make one new message, which names its old one', async () => {
    const { id } = await aParcel('dead')
    const answers = await Promise.all(Array.from({ length: 10 }, () => resend(id)))
    expect(answers.filter((it) => it.status === 202)).toHaveLength(1)
    expect(answers.filter((it) => it.status === 409)).toHaveLength(9)
    const fresh = String(answers.find((it) => it.status === 202)?.body['id'])
    const { rows } = await database.owner.query(
      'select o.resent_as, n.state, n.retry_key <> o.retry_key as own_key, n.attempts from outbox o join outbox n on n.id = o.resent_as where o.id = $1',
      [id],
    )
    expect(rows).toMatchObject([{ resent_as: fresh, own_key: true, attempts: 0 }])
  })

  test.each(['sent', 'ready', 'sending', 'joined'])('what is %s is not sent again', async (state) => {
    const { id } = await aParcel(state)
    expect(await resend(id)).toMatchObject({ status: 409, body: { code: 'parcel_not_resendable' } })
  })

  test('what is not there is not there', async () => {
    expect((await resend(newId())).status).toBe(404)
    expect((await resend('nonsense')).status).toBe(422)
  })
})
