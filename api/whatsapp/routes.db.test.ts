import { expect, it } from 'vitest'
import { anApiServerForThisFile } from '../../test/api-server.ts'
import { aDatabaseForThisFile, aTenant, on } from '../../test/factories.ts'
import { connectChannel } from '../channels/commands.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)
const desk = await anApiServerForThisFile()
const sender = await on(tenant, (ctx) =>
  connectChannel(ctx, { key: `${tenant.key}-wa`, kind: 'whatsapp', name: 'WhatsApp' }),
)

const resolved = {
  event: 'case.resolved',
  language: 'en',
  body: 'Hello {{1}}, {{2}} is solved.',
  variables: ['name', 'reference'],
}
const put = (body: object, channelId = sender) =>
  desk.call(`PUT /v1/channels/${channelId}/templates`, { key: tenant.apiKey, body })

it('keeps one template for each event and language; other words wait for approval again', async () => {
  expect((await put(resolved)).body).toMatchObject({ items: [{ ...resolved, status: 'unsubmitted' }] })
  await database.owner.query(
    `update whatsapp_templates set status = 'approved', content_sid = 'HX1' where channel_id = $1`,
    [sender],
  )
  expect((await put(resolved)).body).toMatchObject({ items: [{ status: 'approved' }] })
  const other = { ...resolved, body: 'Hi {{1}}: {{2}} is done.' }
  expect((await put(other)).body).toMatchObject({ items: [{ body: other.body, status: 'unsubmitted' }] })
  const listed = await desk.call(`GET /v1/channels/${sender}/templates`, { key: tenant.apiKey })
  expect(listed.body['items']).toHaveLength(1)
  const { rows } = await database.owner.query(
    `select facts from activities where subject_id = $1 and type = 'channel.template_put' order by seq`,
    [sender],
  )
  // the one in the middle changed nothing
  expect(rows.map((it) => it.facts)).toEqual([1, 2].map(() => ({ event: 'case.resolved', language: 'en' })))
})

it.each([
  ['a placeholder first', { body: '{{1}} is solved.', variables: ['reference'] }, 'body'],
  ['a placeholder last', { body: 'Solved: {{1}}', variables: ['reference'] }, 'body'],
  ['two side by side', { body: 'Hello {{1}} {{2}}.', variables: ['name', 'reference'] }, 'body'],
  ['one without its variable', { body: 'Hello {{1}}, {{2}}.', variables: ['name'] }, 'body'],
  ['out of order', { body: 'Hello {{2}}, {{1}}.', variables: ['name', 'reference'] }, 'body'],
  ['a name in the braces', { body: 'Hello {{name}}.', variables: ['name'] }, 'body'],
  ['a variable nobody knows', { body: 'Hello {{1}}.', variables: ['phone'] }, 'variables.0'],
  ['an event nobody knows', { event: 'case.exploded' }, 'event'],
  ['no words', { body: ' ', variables: [] }, 'body'],
])('refuses %s, and names the field', async (_, change, field) => {
  expect(await put({ ...resolved, ...change })).toMatchObject({ status: 422, body: { errors: [{ field }] } })
})

it('is for WhatsApp only', async () => {
  expect(await put(resolved, tenant.channelId)).toMatchObject({ status: 422, body: { code: 'channel_kind_wrong' } })
})

it('two who change the same template: the second reads the first’s words; what WhatsApp said meanwhile is nobody’s change', async () => {
  const mine = { ...resolved, language: 'ja', body: 'お客様{{1}}様、{{2}}は解決しました。' }
  const as = (body: object, headers: Record<string, string>) =>
    desk.call(`PUT /v1/channels/${sender}/templates`, { key: tenant.apiKey, body, headers })
  const first = await Promise.all([1, 2, 3].map(() => as(mine, { 'if-none-match': '*' })))
  expect(first.map((it) => it.status).toSorted()).toEqual([200, 412, 412])
  const kept = first.find((it) => it.status === 200)
  const seen = kept?.headers.get('etag') ?? ''
  expect(kept?.body['etag']).toBe(seen)
  await database.owner.query(`update whatsapp_templates set status = 'rejected', reason = 'no' where language = 'ja'`)
  const both = await Promise.all(['一', '二'].map((it) => as({ ...mine, body: mine.body + it }, { 'if-match': seen })))
  expect(both.map((it) => it.status).toSorted()).toEqual([200, 412])
  const lost = both.find((it) => it.status === 412)
  const listed = await desk.call(`GET /v1/channels/${sender}/templates`, { key: tenant.apiKey })
  const now = (listed.body['items'] as { language: string }[]).find((it) => it.language === 'ja')
  expect(lost?.body).toMatchObject({ code: 'changed_meanwhile', facts: { now } })
})
