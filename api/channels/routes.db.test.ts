import { expect, test } from 'vitest'
import { anApiServerForThisFile } from '../../test/api-server.ts'
import { aDatabaseForThisFile, anApiKey, aStaff, aTenant, on } from '../../test/factories.ts'
import { openConversation } from '../conversations/commands/open-conversation.ts'
import { notifyStaff } from '../notifications/commands.ts'
import { forgetStaffGroups } from '../notifications/queries/staff-groups.ts'
import { encrypt, useMasterKey } from '../secrets.ts'
import { noteToken } from './commands/note-account.ts'
import { channelByKey } from './queries.ts'

const LINE = { kind: 'line', name: 'Shop', secret: 'a1'.repeat(16), token: 'token'.repeat(30) }
const WHATSAPP = {
  kind: 'whatsapp',
  name: 'Hotline',
  accountSid: `AC${'0f'.repeat(16)}`,
  authToken: '9e'.repeat(16),
  sender: '+66 81-234-5678',
}

const database = await aDatabaseForThisFile()
const mine = await aTenant(database)
const theirs = await aTenant(database)
const desk = await anApiServerForThisFile()

const post = (body: unknown, key = mine.apiKey) => desk.call('POST /v1/channels', { key, body })
const patch = (id: unknown, body: unknown) => desk.call(`PATCH /v1/channels/${String(id)}`, { key: mine.apiKey, body })
const fieldsOf = (answer: { body: Record<string, unknown> }) =>
  ((answer.body['errors'] ?? []) as { field: string }[]).map((it) => it.field)

test.each([
  [{ ...LINE, secret: 'a1'.repeat(15) }, 'secret', /32 characters.*this is 30/],
  [{ ...LINE, secret: LINE.token }, 'secret', /looks like the channel access token/],
  [{ ...LINE, token: LINE.secret }, 'token', /looks like the channel secret/],
  [{ ...LINE, token: 'short' }, 'token', /this is 5 characters/],
  [{ ...LINE, token: `${LINE.token}ก` }, 'token', /letters, digits/],
  [{ ...LINE, key: 'Has Space' }, 'key', /lower-case/],
  [{ ...LINE, name: '   ' }, 'name', /./],
  [{ ...LINE, sender: '+6681' }, 'sender', /./],
  [{ ...WHATSAPP, accountSid: '9e'.repeat(16) }, 'accountSid', /AC and 32/],
  [{ ...WHATSAPP, authToken: WHATSAPP.accountSid }, 'authToken', /account SID/],
  [{ ...WHATSAPP, sender: '081 234 5678' }, 'sender', /with its country/],
  [{ kind: 'telegram', name: 'x' }, 'kind', /./],
])('what cannot be a channel is refused by name: %j', async (body, field, message) => {
  const answer = await post(body)
  expect(answer.status).toBe(422)
  expect(fieldsOf(answer)).toContain(field)
  expect(answer.text).toMatch(message)
  // the pasted secrets are not told back
  for (const secret of [LINE.secret, LINE.token, WHATSAPP.authToken]) expect(answer.text).not.toContain(secret)
})

test('only an admin connects; leads look; credentials are nowhere in what is answered, kept or logged', async () => {
  const keyOf = (role: 'manager' | 'agent') => anApiKey(database, { tenantId: mine.id, role })
  expect((await post(LINE, await keyOf('agent'))).status).toBe(403)
  expect((await post(LINE, await keyOf('manager'))).status).toBe(403)
  expect((await desk.call('GET /v1/channels', { key: await keyOf('agent') })).status).toBe(403)
  const made = await post(LINE)
  expect(made).toMatchObject({ status: 201, body: { key: `${mine.key}-line-2`, token: '••••oken' } })
  const seen = await desk.call(`GET /v1/channels/${String(made.body['id'])}`, { key: await keyOf('manager') })
  expect(seen.body).toMatchObject({ can: ['check', 'test'], secret: '••••a1a1' })
  const { rows } = await database.owner.query(
    `select (select string_agg(c::text, '') from channels c) || (select string_agg(a.facts::text, '') from activities a) as all`,
  )
  for (const secret of [LINE.secret, LINE.token]) {
    expect(rows[0].all).not.toContain(secret)
    expect(rows[0].all).not.toContain(Buffer.from(secret).toString('hex'))
    expect(desk.lines.join('\n')).not.toContain(secret)
  }
  expect(await channelByKey(`${mine.key}-line-2`)).toMatchObject({ secret: LINE.secret, token: LINE.token })
})

test('a key that somebody has is refused without a word about who; two at once get two keys', async () => {
  const taken = await post({ ...LINE, key: theirs.channelKey })
  expect(taken).toMatchObject({ status: 409, body: { code: 'channel_key_taken', errors: [{ field: 'key' }] } })
  expect(taken.text).not.toContain(theirs.id)
  const both = await Promise.all([post(LINE), post(LINE)])
  expect(both.map((it) => it.status)).toEqual([201, 201])
  expect(new Set(both.map((it) => it.body['key'])).size).toBe(2)
})

test('a sender belongs to one channel: the other is named to its own tenant only, and a race has one winner', async () => {
  const both = await Promise.all([post(WHATSAPP), post(WHATSAPP)])
  expect(both.map((it) => it.status).toSorted()).toEqual([201, 409])
  const made = both.find((it) => it.status === 201)
  expect(made?.body).toMatchObject({
    sender: 'whatsapp:+66812345678',
    webhookUrl: expect.stringContaining('/webhooks/whatsapp/'),
    capabilities: { groups: false, windowHours: 24 },
  })
  const again = await post({ ...WHATSAPP, name: 'Again', sender: 'whatsapp:0066812345678' })
  expect(again).toMatchObject({ status: 409, body: { code: 'sender_taken', facts: { channel: 'Hotline' } } })
  const elsewhere = await post(WHATSAPP, theirs.apiKey)
  expect(elsewhere).toMatchObject({ status: 409, body: { code: 'sender_taken' } })
  expect(elsewhere.text).not.toContain('Hotline')

  await patch(made?.body['id'], { active: false })
  expect((await post(WHATSAPP, theirs.apiKey)).status).toBe(201)
  expect(await patch(made?.body['id'], { active: true })).toMatchObject({ status: 409, body: { code: 'sender_taken' } })
})

test('a change of one value leaves the others; what the kind does not have is refused by name', async () => {
  const made = await post({ ...LINE, liffId: '1234567890-AbCdEfGh', loginChannelId: '1234567890' })
  const { id, key } = made.body
  expect((await patch(id, { name: 'ร้าน', liffId: null })).body).toMatchObject({
    name: 'ร้าน',
    liffId: null,
    loginChannelId: '1234567890',
    token: made.body['token'],
  })
  await patch(id, { token: `${'fresh'.repeat(30)}\n` })
  expect(await channelByKey(String(key))).toMatchObject({ secret: LINE.secret, token: 'fresh'.repeat(30) })
  expect(await patch(id, { authToken: WHATSAPP.authToken })).toMatchObject({
    status: 422,
    body: { code: 'channel_kind_wrong', errors: [{ field: 'authToken' }] },
  })
  expect((await patch(id, { tocken: 'x' })).status).toBe(422)
  for (const unknown of [theirs.channelId, '00000000-0000-7000-8000-000000000000'])
    expect(await patch(unknown, { name: 'x' })).toMatchObject({ status: 404 })
  expect((await patch('not-an-id', { name: 'x' })).status).toBe(422)
  const { rows } = await database.owner.query(`select type, facts from activities where subject_id = $1 order by seq`, [
    id,
  ])
  expect(rows.map((it) => it.facts.fields ?? it.type)).toEqual(['channel.connected', ['liffId', 'name'], ['token']])
})

test('credentials under a key that is gone are shown as unreadable, and can be given again', async () => {
  const made = await post(LINE)
  const id = String(made.body['id'])
  useMasterKey(Buffer.alloc(32, 99))
  const lost = encrypt(LINE.token)
  useMasterKey(Buffer.alloc(32, 7))
  await database.owner.query('update channels set token_enc = $1 where id = $2', [lost, id])
  expect((await desk.call(`GET /v1/channels/${id}`, { key: mine.apiKey })).body).toMatchObject({
    credentials: 'unreadable',
    token: null,
    secret: '••••a1a1',
  })
  expect((await desk.call('GET /v1/channels', { key: mine.apiKey })).status).toBe(200)
  // whoever is looked up with it is found all the same
  const sound = String((await post(LINE)).body['key'])
  const together = await Promise.allSettled([String(made.body['key']), sound, 'nobodys'].map(channelByKey))
  expect(together.map((it) => it.status === 'fulfilled' && it.value?.key)).toEqual([false, sound, undefined])
  expect((await patch(id, { token: LINE.token })).body).toMatchObject({ credentials: 'readable' })
})

test('news goes to whom was chosen; a customers’ group cannot be, and who leaves the company hears no more', async () => {
  const { channelId } = mine
  const [staffGroup, vip, ann] = await on(mine, async (ctx) => [
    await openConversation(ctx, { channelId, kind: 'group', sourceId: 'C1', purpose: 'staff' }),
    await openConversation(ctx, { channelId, kind: 'group', sourceId: 'C2', purpose: 'vip' }),
    (await aStaff(ctx, { channelId })).id,
  ])
  const choose = (body: object) => desk.call(`PUT /v1/channels/${channelId}/recipients`, { key: mine.apiKey, body })
  const told = async () => {
    await database.owner.query('delete from outbox where tenant_id = $1', [mine.id])
    await on(mine, (ctx) => notifyStaff(ctx, { event: 'case.opened' }))
    const { rows } = await database.owner.query(
      'select c.source_id from outbox o join conversations c on c.id = o.conversation_id where o.tenant_id = $1 order by 1',
      [mine.id],
    )
    return rows.map((it) => (it.source_id.startsWith('U') ? 'ann' : it.source_id))
  }
  expect(await told()).toEqual(['C1'])
  expect(await choose({ groups: [vip], staff: [] })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'groups' }] },
  })
  expect((await choose({ groups: [staffGroup], staff: [ann] })).status).toBe(200)
  expect(await told()).toEqual(['C1', 'ann'])
  await choose({ groups: [], staff: [ann] })
  expect(await told()).toEqual(['ann'])
  // a rule that names the same chat does not tell her twice
  const { rows } = await database.owner.query(
    `select id from conversations where channel_id = $1 and kind = 'direct' and alerts`,
    [channelId],
  )
  const rule = { event: 'case.opened', audience: 'staff', conversationId: rows[0].id, enabled: true }
  const made = await desk.call('PUT /v1/notification-rules', { key: mine.apiKey, body: rule })
  expect(made.status).toBe(200)
  expect(await told()).toEqual(['ann'])
  await database.owner.query('update staff set active = false where id = $1', [ann])
  forgetStaffGroups(mine.id)
  expect(await told()).toEqual([])
  expect(await choose({ groups: [], staff: [ann] })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'staff' }] },
  })
})

test('a token that turns out to be refused is news once, however many look at the same time', async () => {
  const { channelId } = mine
  const note = (state: 'works' | 'refused' | 'unreachable') => on(mine, (ctx) => noteToken(ctx, { channelId, state }))
  expect(await note('works')).toBe(false)
  const looked = await Promise.all(Array.from({ length: 5 }, () => note('refused')))
  expect(looked.filter(Boolean)).toHaveLength(1)
  expect(await note('works')).toBe(false)
  expect(await note('unreachable')).toBe(false)
  expect(await note('refused')).toBe(true)
})
