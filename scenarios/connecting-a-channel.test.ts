import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet } from './all-quiet.ts'

const SECRET = 'a1'.repeat(16)
const TOKEN = `${'tOkEn+/'.repeat(24)}=`
const KEY = 'meelike-shop'

type Answer = { status: number; body: Record<string, unknown> }
type Finding = { code: string; state: string; message: string; todo: string | null }

describe('an admin connects a LINE account alone', () => {
  let desk: Desk
  let channelId = ''
  beforeAll(async () => {
    desk = await aDesk({ withPages: true })
    desk.simulator.addChannel({
      key: KEY,
      tenantKey: 'meelike',
      tenantName: 'Meelike',
      secret: SECRET,
      token: TOKEN,
      botName: 'Meelike Shop',
      botUserId: `U${'5'.repeat(32)}`,
    })
  })
  afterAll(() => desk.end())

  async function call(route: string, body?: object): Promise<Answer> {
    const [method = 'GET', path = ''] = route.split(' ')
    const answer = await desk.business('meelike').call(path, { method, ...(body && { body: JSON.stringify(body) }) })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  async function check(body: object = {}) {
    const answer = await call(`POST /v1/channels/${channelId}/check`, body)
    expect(answer.status).toBe(200)
    const findings = answer.body['findings'] as Finding[]
    return {
      fit: answer.body['fit'],
      toFix: findings.filter((one) => one.state === 'fix').map((one) => one.code),
      codes: findings.map((one) => one.code),
      told: findings.map((one) => `${one.message} ${one.todo ?? ''}`).join('\n'),
    }
  }
  const atLine = (path: string, method: string, body: object) =>
    fetch(`${desk.simulator.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  it('pastes secret and token; what is wrong with them is said by name, what came along is taken out', async () => {
    const swapped = await call('POST /v1/channels', { kind: 'line', name: 'หน้าร้าน', secret: TOKEN, token: SECRET })
    expect(swapped.status).toBe(422)
    expect(JSON.stringify(swapped.body['errors'])).toMatch(/"secret".*access token.*"token".*channel secret/)
    const made = await call('POST /v1/channels', {
      kind: 'line',
      name: 'หน้าร้าน',
      key: KEY,
      secret: ` ${SECRET}\n`,
      token: `${TOKEN.slice(0, 60)}\r\n  ${TOKEN.slice(60)}\u200b`,
    })
    expect(made).toMatchObject({ status: 201, body: { key: KEY, secret: '••••a1a1', credentials: 'readable' } })
    expect(JSON.stringify(made.body)).not.toContain(SECRET)
    expect(JSON.stringify(made.body)).not.toContain(TOKEN.slice(0, 20))
    channelId = String(made.body['id'])
    expect(made.body['webhookUrl']).toBe(`${desk.url}/webhooks/line/${KEY}`)
  })

  it('hears in her own language what to fix, fixes it, and is told when all is well', async () => {
    await atLine('/v2/bot/channel/webhook/endpoint', 'PUT', { endpoint: 'https://old.example/hook' })
    const first = await check()
    expect(first.toFix).toEqual(['webhook_elsewhere'])
    expect(first.codes).toContain('recipients_elsewhere')
    expect(first.told).toMatch(/access token ใช้ได้ค่ะ บัญชีนี้คือ Meelike Shop/)
    expect(first.told).toContain('https://old.example/hook')

    const second = await check({ takeOver: true })
    expect(second.toFix).toEqual(['webhook_off'])
    expect(second.codes).toEqual(expect.arrayContaining(['webhook_set', 'webhook_reached', 'redelivery', 'groups']))
    desk.simulator.console(KEY).useWebhook(true)

    const earn = desk.simulator.addPerson(KEY, { name: 'เอิร์น', language: 'th' })
    await desk.simulator.chat(KEY, earn.userId).says('link demo-earn')
    await desk.simulator.chat(KEY, earn.userId).hears(/สวัสดีค่ะคุณ/)
    const made = desk.simulator.addGroup(KEY, { name: 'ทีมหน้าร้าน', members: [earn.userId], botIn: false })
    const group = desk.simulator.group(KEY, made.groupId)
    await group.join()
    await group.hears('กลุ่มนี้ใช้ทำอะไรคะ')
    await group.as(earn.userId).taps('กลุ่มทีมงาน')
    await group.hears('เป็นกลุ่มทีมงานแล้ว')

    const third = await check({ language: 'en' })
    expect(third).toMatchObject({ fit: true, toFix: [] })
    expect(third.codes).toEqual(expect.arrayContaining(['webhook_right', 'groups_allowed', 'recipients', 'heard']))
    expect(third.told).toContain('LINE reached the desk')
  })

  it('sends a test message to the group and to herself, and to nobody else', async () => {
    const { body } = await call(`GET /v1/channels/${channelId}/recipients`)
    const [group] = body['groups'] as { id: string; name: string | null; chosen: boolean }[]
    const [earn] = body['staff'] as { id: string; chosen: boolean }[]
    expect([group?.name, group?.chosen, earn?.chosen]).toEqual(['ทีมหน้าร้าน', true, false])
    const path = `POST /v1/channels/${channelId}/test-message`
    expect(await call(path, { to: { group: group?.id } })).toMatchObject({ status: 202 })
    expect(await call(path, { to: { staff: earn?.id } })).toMatchObject({ status: 202 })
    const [row] = await desk.ask('select source_id from conversations where id = $1', [group?.id])
    await desk.simulator.group(KEY, String(row?.['source_id'])).hears('ช่องทาง “หน้าร้าน” ใช้งานได้')
    const [, ton] = (await desk.ask(`select id from staff where key in ('ton', 'ice') order by key`)) as {
      id: string
    }[]
    expect(await call(path, { to: { staff: ton?.id } })).toMatchObject({
      status: 422,
      body: { code: 'recipient_unknown', errors: [{ field: 'staff' }] },
    })
  })

  it('the first customer is understood, and whoever was chosen hears of it', async () => {
    const { body } = await call(`GET /v1/channels/${channelId}/recipients`)
    const [group] = body['groups'] as { id: string }[]
    const [earn] = body['staff'] as { id: string }[]
    const chosen = await call(`PUT /v1/channels/${channelId}/recipients`, { groups: [], staff: [earn?.id] })
    expect(chosen.body).toMatchObject({ groups: [{ chosen: false }], staff: [{ chosen: true }] })

    const guest = desk.simulator.addPerson(KEY, { name: 'พลอย', language: 'th' })
    const chat = desk.simulator.chat(KEY, guest.userId)
    await chat.says('เว็บมีปัญหา เข้าไม่ได้เลยค่ะ')
    const reference = /ML-C-\d+/.exec((await chat.hears(/ML-C-\d+/)).text)?.[0] ?? ''
    const [address] = await desk.ask(
      `select i.external_id from staff_identities i join staff s on s.id = i.staff_id where s.id = $1 and i.channel_id = $2`,
      [earn?.id, channelId],
    )
    await desk.simulator.chat(KEY, String(address?.['external_id'])).hears(reference)
    const [row] = await desk.ask('select source_id from conversations where id = $1', [group?.id])
    const inGroup = desk.simulator.group(KEY, String(row?.['source_id'])).messages()
    expect(inGroup.some((one) => `${one.text}${one.altText}`.includes(reference))).toBe(false)

    const health = await call(`GET /v1/channels/${channelId}/health`)
    expect(health.body).toMatchObject({ token: { state: 'works' }, day: { setAside: 0, failed: 0, errorRate: 0 } })
    expect(health.body['lastEventAt']).not.toBeNull()
    expect(health.body['lastSentAt']).not.toBeNull()
  })

  it('a reissued token and a wrong secret are found, named kindly, and mended by giving the new ones', async () => {
    const fresh = `${'nEwTk-_'.repeat(24)}=`
    desk.simulator.console(KEY).reissueToken(fresh)
    const refused = await check()
    expect(refused.toFix).toEqual(['token_refused'])
    expect(refused.told).toContain('LINE ไม่รับ access token นี้ค่ะ')
    expect(await call(`GET /v1/channels/${channelId}/health`)).toMatchObject({ body: { token: { state: 'refused' } } })

    await call(`PATCH /v1/channels/${channelId}`, { token: fresh, secret: 'b2'.repeat(16) })
    expect((await check()).toFix).toEqual(['secret_wrong'])
    await call(`PATCH /v1/channels/${channelId}`, { secret: SECRET })
    expect(await check()).toMatchObject({ fit: true })

    desk.simulator.faults.next({ path: '/v2/bot/channel/webhook/test', channelKey: KEY, status: 500 })
    desk.simulator.faults.next({ path: '/v2/bot/info', channelKey: KEY, drop: true })
    expect((await check()).toFix).toEqual(['platform_unreachable'])
    expect((await check()).codes).toContain('platform_trouble')
    expect(desk.troubles).toEqual([])
  })

  it('the same account a second time is named; a channel that is switched off says only that', async () => {
    const token = `${'nEwTk-_'.repeat(24)}=`
    const twin = await call('POST /v1/channels', { kind: 'line', name: 'ซ้ำ', secret: SECRET, token })
    expect(twin.body['key']).toBe('meelike-line-2')
    const first = channelId
    channelId = String(twin.body['id'])
    const doubled = await check()
    expect(doubled.toFix).toContain('connected_twice')
    expect(doubled.told).toContain('“หน้าร้าน”')
    await call(`PATCH /v1/channels/${channelId}`, { active: false })
    expect((await check()).toFix).toEqual(['channel_off'])
    channelId = first
    expect(await check()).toMatchObject({ fit: true })
  })

  it('a token that stops working is told once, to the staff on another channel', async () => {
    const { group } = desk.business('meelike')
    const fresh = 'again-'.repeat(30)
    desk.simulator.console(KEY).reissueToken(fresh)
    await desk.later(16 * 60_000)
    await Promise.all([desk.bot.chores.watchTokens(), desk.bot.chores.watchTokens()])
    await desk.later(16 * 60_000)
    await desk.bot.chores.watchTokens()
    await group.hears('ช่องทาง “หน้าร้าน” ใช้งานไม่ได้แล้ว')
    await allQuiet(desk)
    expect(group.messages().filter((one) => one.text.includes('access token ถูกปฏิเสธ'))).toHaveLength(1)
    await call(`PATCH /v1/channels/${channelId}`, { token: fresh })
    expect(await check()).toMatchObject({ fit: true })
    expect(desk.troubles).toEqual([])
  })

  it('puts a menu below the chat in every language; again replaces it, and a refusal leaves the old one', async () => {
    const ken = desk.simulator.addPerson(KEY, { name: '健', language: 'ja' })
    await desk.simulator.chat(KEY, ken.userId).says('サイトに入れません')
    await desk.simulator.chat(KEY, ken.userId).hears(/ML-C-\d+/)
    const path = `POST /v1/channels/${channelId}/rich-menu`
    const [, { id: whatsappId }] = (await desk.ask(
      `select id from channels where key in ('meelike-line', 'meelike-whatsapp') order by key`,
    )) as [unknown, { id: string }]
    expect(await call(`POST /v1/channels/${whatsappId}/rich-menu`, {})).toMatchObject({
      body: { code: 'channel_kind_wrong' },
    })
    const notPng = Buffer.from('not a picture').toString('base64')
    expect(await call(path, { picture: notPng })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'picture' }] },
    })

    const first = await call(path, {})
    expect(first).toMatchObject({ status: 200, body: { linked: 1 } })
    const atPlatform = async (where: string) => {
      const answer = await fetch(`${desk.simulator.url}${where}`, {
        headers: { authorization: `Bearer ${'again-'.repeat(30)}` },
      })
      return (await answer.json()) as { richMenuId?: string; richmenus?: { name: string; chatBarText: string }[] }
    }
    desk.simulator.faults.next({ path: /richmenu-\w+\/content$/, channelKey: KEY, status: 500 })
    expect(await call(path, {})).toMatchObject({ status: 502, body: { code: 'platform_refused' } })
    for (const [path_, says] of [
      [/richmenu\/list$/, '<html>Sign in</html>'],
      [/bot\/richmenu$/, '{}'],
      [/bot\/richmenu$/, '{"richMenuId": "richmenu-'],
    ] as const) {
      desk.simulator.faults.next({ path: path_, channelKey: KEY, says })
      expect(await call(path, {})).toMatchObject({ status: 502, body: { code: 'platform_garbled' } })
    }
    expect(await atPlatform('/v2/bot/user/all/richmenu')).toEqual({
      richMenuId: (first.body['menus'] as { th: string }).th,
    })

    const menus = (await call(path, {})).body['menus'] as { th: string; ja: string }
    expect(await atPlatform('/v2/bot/user/all/richmenu')).toEqual({ richMenuId: menus.th })
    expect(await atPlatform(`/v2/bot/user/${ken.userId}/richmenu`)).toEqual({ richMenuId: menus.ja })
    expect(await atPlatform('/v2/bot/richmenu/alias/bellhop-ja')).toMatchObject({ richMenuId: menus.ja })
    // what the refused attempt had made is gone too
    expect((await atPlatform('/v2/bot/richmenu/list')).richmenus?.map((one) => one.chatBarText).toSorted()).toEqual(
      ['Menu', 'เมนู', 'メニュー'].toSorted(),
    )
    expect(desk.troubles).toEqual([])
  })

  it('the menu follows whoever goes on in another language, also where LINE has a bad minute; everybody’s needs no link', async () => {
    const someone = desk.simulator.addPerson(KEY, { name: 'Sam', language: 'th' })
    const phone = desk.simulator.chat(KEY, someone.userId)
    const menuOf = async () => {
      const answer = await fetch(`${desk.simulator.url}/v2/bot/user/${someone.userId}/richmenu`, {
        headers: { authorization: `Bearer ${'again-'.repeat(30)}` },
      })
      return answer.status === 404 ? null : ((await answer.json()) as { richMenuId: string }).richMenuId
    }
    const due = async () => (await desk.ask('select tries from menus_due')).map((it) => it['tries'])
    const followed = () => vi.waitUntil(async () => (await due()).length === 0, { timeout: 10_000, interval: 20 })
    await followed()
    const [{ menus }] = (await desk.ask(`select rich_menus as menus from channels where id = $1`, [channelId])) as [
      { menus: Record<string, string> },
    ]
    await phone.says('สวัสดีค่ะ')
    await phone.hears('ยินดีให้บริการ')
    expect(await due()).toEqual([])
    expect(await menuOf()).toBeNull()
    await phone.says('hello, can we continue in English please')
    await vi.waitUntil(async () => (await menuOf()) === menus['en'], { timeout: 10_000, interval: 20 })
    await followed()
    desk.simulator.faults.next({ path: /\/user\/U\w+\/richmenu/, channelKey: KEY, status: 500 })
    await phone.says('日本語でお願いします')
    await vi.waitUntil(async () => (await due()).join() === '1', { timeout: 10_000, interval: 20 })
    expect(await menuOf()).toBe(menus['en'])
    // once more before the next try: what counts is the language now
    await desk.later(60_000)
    await vi.waitUntil(async () => (await menuOf()) === menus['ja'], { timeout: 10_000, interval: 20 })
    await phone.says('ขอภาษาไทยค่ะ')
    await vi.waitUntil(async () => (await menuOf()) === null, { timeout: 10_000, interval: 20 })
    await followed()
    expect(desk.troubles).toEqual([])
  })

  it('a WhatsApp sender is checked with Twilio in the same words; credentials it does not take are named', async () => {
    const [row] = await desk.ask(`select id from channels where key = 'meelike-whatsapp'`)
    const line = channelId
    channelId = String(row?.['id'])
    const right = await check({ language: 'en' })
    expect(right.codes).toEqual(expect.arrayContaining(['account_works', 'sender_online', 'webhook_at_twilio']))
    expect(right.fit).toBe(true)

    for (const says of ['{}', '', '<html>Sign in</html>']) {
      desk.simulator.faults.next({ path: '/2010-04-01/', channelKey: 'meelike-whatsapp', says })
      const garbled = await check({ language: 'en' })
      expect(garbled.toFix).toContain('platform_garbled')
      expect(garbled.told).toContain('What came back in Twilio’s name is not an answer of Twilio.')
    }
    // refused by the platform, and paused: new credentials let it go on
    await desk.ask(`update channels set paused_at = now(), paused_why = 'x' where id = $1`, [channelId])
    await call(`PATCH /v1/channels/${channelId}`, { authToken: 'ee'.repeat(16) })
    const wrong = await check()
    expect(wrong.toFix).toEqual(['account_refused'])
    expect(wrong.told).toContain('Twilio ไม่รับ Account SID กับ Auth Token คู่นี้ค่ะ')
    const [paused] = await desk.ask(`select paused_at, token_state from channels where id = $1`, [channelId])
    expect(paused).toEqual({ paused_at: null, token_state: 'refused' })

    channelId = line
    expect(desk.troubles).toEqual([])
  })
})
