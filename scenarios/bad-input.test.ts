import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, type Desk } from '../test/desk.ts'

const SECRET = 'demo-meelike-line-secret'
const sign = (body: string, secret = SECRET) => createHmac('sha256', secret).update(body).digest('base64')

describe('what strangers and broken senders post', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  const post = (body: string, signature: string | undefined, key = 'meelike-line') =>
    fetch(`${desk.url}/webhooks/line/${key}`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        ...(signature !== undefined && { 'x-line-signature': signature }),
      },
    }).then((answer) => answer.status)
  const stored = async () => Number((await desk.ask('select count(*)::int as n from inbox'))[0]?.['n'])
  const event = (id: string, userId: string, text: string, more: object = {}) => ({
    type: 'message',
    mode: 'active',
    timestamp: Date.now(),
    source: { type: 'user', userId },
    webhookEventId: id,
    deliveryContext: { isRedelivery: false },
    replyToken: 'a'.repeat(32),
    message: { id: '1', type: 'text', quoteToken: 'q', text },
    ...more,
  })
  const bodyOf = (...events: unknown[]) => JSON.stringify({ destination: `U${'0'.repeat(32)}`, events })
  const person = (n: number) => `U${String(n).padStart(32, 'e')}`

  it('stores nothing without the right signature', async () => {
    const before = await stored()
    const body = bodyOf(event('01SIG', person(1), 'hi'))
    expect(await post(body, undefined)).toBe(401)
    expect(await post(body, '')).toBe(401)
    expect(await post(body, 'bm90IGl0')).toBe(401)
    expect(await post(body, sign(body, 'demo-prime-line-secret'))).toBe(401)
    expect(await post(`${body} `, sign(body))).toBe(401)
    // the same bytes in another spelling: decoders take them, LINE never sends them
    const right = sign(body)
    const unused = right.replace(/.=$/, (end) => `${String.fromCharCode(end.charCodeAt(0) + 1)}=`)
    for (const spelled of [`${right}AAAA`, `${right}, ${right}`, right.slice(0, -1), `${right}\u00e9`, unused])
      expect(await post(body, spelled), spelled).toBe(401)
    expect(await stored()).toBe(before)
  })

  it('answers 404, 400, 413 and the console’s empty verification', async () => {
    const body = bodyOf()
    expect(await post(body, sign(body), 'nobody')).toBe(404)
    expect(await post(body, sign(body), 'meelike-whatsapp')).toBe(404)
    for (const key of ['%00', '__proto__', '..%2f', 'a'.repeat(3_000)])
      expect(await post(body, sign(body), key)).toBe(404)
    expect(await post('not json', sign('not json'))).toBe(400)
    expect(await post('[]', sign('[]'))).toBe(400)
    expect(await post(body, sign(body))).toBe(200)
    const huge = bodyOf(event('01HUGE', person(2), 'x'.repeat(1_100_000)))
    expect(await post(huge, sign(huge))).toBe(413)
  })

  it('takes unknown kinds, missing sources, odd clocks, NULs and lone surrogates, and answers the good neighbour', async () => {
    const good = desk.business('meelike').newcomer('คนดี', 'th')
    const odd = bodyOf(
      { type: 'somethingNew', webhookEventId: '01NEW', source: { type: 'user', userId: person(3) }, timestamp: 1 },
      { type: 'message' },
      null,
      'text',
      event('01NUL', person(4), 'a\u0000b'),
      event('01SUR', person(5), 'a\ud800b'),
      event('01TIME', person(6), 'hi', { timestamp: 9e15 }),
      event('bad\u0000id', person(7), 'hi'),
      event('01PATH', '../../x', 'hi'),
      event('01FILE', person(8), '', { message: { id: '2', type: 'file', fileName: 'a\u0000.pdf', fileSize: 9 } }),
      event('01GOOD', good.userId, 'สวัสดีค่ะ'),
    )
    // too deep to be written down: only that one is left out, and a field of another shape beside the events is no reason either
    const deep = `{"type":"new","webhookEventId":"01DEEP","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    const alone = `{"events":[${deep}]}`
    expect(await post(alone, sign(alone))).toBe(400)
    const nested = odd.replace('"events":[', `"destination":7,"events":[${deep},`)
    expect(await post(nested, sign(nested))).toBe(200)
    await desk.bot.engine.idle()
    const rows = await desk.ask(`select event_id, state from inbox where event_id like '01%' order by seq`)
    expect(rows.map((row) => row['event_id'])).toEqual(['01NEW', '01NUL', '01SUR', '01TIME', '01FILE', '01GOOD'])
    expect(rows.every((row) => row['state'] === 'done')).toBe(true)
    expect(desk.troubles).toEqual([])
  })

  it('takes names longer than any is kept, and answers what was said in the same breath, in a chat and in a group', async () => {
    const { group, newcomer, tenant } = desk.business('meelike')
    const long = '7'.repeat(201)
    const fine = newcomer('คนดี', 'th')
    const odd = bodyOf(
      event('01LONG1', fine.userId, 'สวัสดีค่ะ', { message: { id: long, type: 'text', text: 'สวัสดีค่ะ' } }),
      event('01LONG2', fine.userId, '', { message: { id: long, type: 'image' } }),
      event('01LONG3', fine.userId, 'เติมเงินไม่เข้าค่ะ โอนไป 500'),
      event('01LONG4', fine.userId, '', { type: 'unsend', message: undefined, unsend: { messageId: long } }),
      event('01LONG5', fine.userId, '', { type: 'messageEdited', message: { id: long, type: 'text', text: 'x' } }),
      event('01LONG6', fine.userId, '', { type: 'postback', message: undefined, postback: { data: long.repeat(20) } }),
      event('01LONG7', fine.userId, '', {
        message: { id: '8', type: 'file', fileName: `${long.repeat(20)}.pdf`, fileSize: 9, imageSet: { id: long } },
      }),
      event('01LONG8', fine.userId, '', {
        message: { id: '9', type: 'location', title: long.repeat(5), address: long, latitude: 1, longitude: 2 },
      }),
      event('01LONG9', fine.userId, '', { message: { id: '10', type: 'sticker', packageId: long, stickerId: long } }),
      event('01LONGG', '', 'case', { source: { type: 'group', groupId: tenant.staffGroup.groupId, userId: long } }),
    )
    expect(await post(odd, sign(odd))).toBe(200)
    await group.hears(/ML-C-\d+/)
    await desk.bot.engine.idle()
    await desk.simulator.whatsapp.sendRaw('meelike-whatsapp', {
      MessageSid: `MM${'7'.repeat(32)}`,
      From: 'whatsapp:+66812340077',
      To: 'whatsapp:+66900000000',
      ProfileName: long,
      ExternalUserId: long,
      WaId: long,
      Label: long,
      NumMedia: '1',
      MediaUrl0: `https://api.twilio.com/${'x'.repeat(3_000)}`,
      MediaContentType0: 'image/png',
    })
    await desk.simulator.whatsapp.sendRaw('meelike-whatsapp', {
      MessageSid: `SM${'7'.repeat(32)}`,
      From: 'whatsapp:+66812340077',
      To: 'whatsapp:+66900000000',
      Body: 'x',
      ButtonPayload: long.repeat(20),
    })
    await desk.bot.engine.idle()
    const rows = await desk.ask(
      `select event_id, state from inbox where event_id like '01LONG%' or event_id ~ '^[SM]M7{32}$'`,
    )
    expect(rows).toHaveLength(12)
    expect(rows.filter((row) => row['state'] !== 'done')).toEqual([])
    expect(desk.troubles).toEqual([])
  })

  it('a kind of message nobody knew yet is kept as one, and its sender reads a way out; staff who have the chat see that it came', async () => {
    const { group, newcomer } = desk.business('meelike')
    const guest = newcomer('คนใหม่', 'th')
    const sends = async (id: string, type: string) => {
      const body = bodyOf(event(id, guest.userId, '', { message: { id, type, hologram: { deep: [1, { two: 2 }] } } }))
      expect(await post(body, sign(body))).toBe(200)
    }
    await sends('01HOLO1', 'hologram')
    await guest.hears('ข้อความแบบนี้เปิดดูในแชตนี้ไม่ได้')
    await guest.says('ขอคุยกับเจ้าหน้าที่ค่ะ')
    await guest.hears('เจ้าหน้าที่จะตอบในแชตนี้')
    await sends('01HOLO2', `x${'y'.repeat(5_000)}`)
    await group.hears('❔ xyyy')
    const kept = await desk.ask(
      `select m.kind, length(m.body) as letters from messages m join conversations c on c.id = m.conversation_id
       where c.source_id = $1 and m.kind = 'unknown' order by m.happened_at, m.id`,
      [guest.userId],
    )
    expect(kept).toEqual([
      { kind: 'unknown', letters: 10 },
      { kind: 'unknown', letters: 42 },
    ])
    expect(desk.troubles).toEqual([])
  })

  it.each([' ', '\u200b', 'a\u0000b', 'half \ud83d', '\u202eevil', '<b>x</b>', '😀'.repeat(300)])(
    'answers who calls themselves %j, and shows staff a card',
    async (name) => {
      const { group, newcomer } = desk.business('meelike')
      const guest = newcomer(name, 'th')
      await guest.says('เติมเงินไม่เข้าค่ะ โอนไป 500')
      const reference = /ML-C-\d+/.exec((await guest.hears(/ML-C-\d+/)).altText)?.[0] ?? ''
      const card = await group.hears(reference)
      expect(JSON.stringify(card.raw)).not.toMatch(/\\u202e|\\ud83d|\u202e|"text":"\s*"/)
      expect(desk.troubles).toEqual([])
    },
  )

  it('sets an event aside that keeps crashing its handler, tells staff once, and answers what stands behind it', async () => {
    const { group } = desk.business('meelike')
    const unlucky = desk.business('meelike').newcomer('โชคร้าย', 'th')
    // a row that claims to be ours but cannot be read: what a bug in the parser would meet
    await unlucky.says('สวัสดีค่ะ')
    await unlucky.hears(/ยินดี/)
    await desk.ask(
      `insert into inbox (id, tenant_id, channel_id, source_id, event_id, raw, happened_at)
       select gen_random_uuid(), tenant_id, channel_id, source_id, '01BROKEN', 'not json'::bytea, desk_now() from conversations where source_id = $1`,
      [unlucky.userId],
    )
    await unlucky.says('ขอคุยกับเจ้าหน้าที่ค่ะ')
    await unlucky.hears(/เจ้าหน้าที่/, { timeoutMs: 15_000 })
    const [row] = await desk.ask(`select state, attempts, trouble_id from inbox where event_id = '01BROKEN'`)
    expect(row).toMatchObject({ state: 'aside' })
    await group.hears(/พักไว้/)
    expect(group.messages().filter((it) => /พักไว้/.test(it.text ?? ''))).toHaveLength(1)
  })
})
