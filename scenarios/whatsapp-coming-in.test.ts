import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { channelByKey } from '../api/channels/queries.ts'
import { whatsAppDoor } from '../bot/whatsapp/door.ts'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet, conversationOf } from './all-quiet.ts'

describe('what comes over WhatsApp beside words', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  it('a picture is had with the account’s password from Twilio alone; typing is shown, and what was said is read', async () => {
    const { tenant, customers, group, newcomer } = desk.business('meelike', 'whatsapp')
    const [tukta] = customers
    const channel = await channelByKey(tenant.whatsapp.key)
    if (!tukta || !channel) throw new Error('no customer')
    const bytes = Buffer.from('\x89PNG\r\n a picture', 'latin1')
    await tukta.says('เติมเงินไม่เข้าค่ะ โอนไป 500')
    await tukta.hears(/ML-C-\d+/)
    await tukta.image({ bytes, type: 'image/png' })
    await tukta.hears('แนบไว้กับ')
    const [event] = await desk.ask(`select raw, happened_at from inbox order by seq desc limit 1`)
    const door = whatsAppDoor({ base: desk.simulator.url, publicUrl: 'http://desk.test' })
    const heard = door.hear(event?.['raw'] as Buffer, event?.['happened_at'] as Date)
    const origin = heard.kind === 'image' ? (heard.media?.origin ?? '') : ''
    const fetched = await door.media?.(channel, origin)
    if (fetched?.state !== 'here') throw new Error('no picture')
    const parts: Uint8Array[] = []
    for await (const part of fetched.bytes) parts.push(part)
    expect(Buffer.concat(parts)).toEqual(bytes)
    expect(await door.media?.(channel, 'http://elsewhere.test/picture')).toMatchObject({ state: 'gone' })
    expect(await door.media?.(channel, `${origin}0`)).toMatchObject({ state: 'gone' })

    // the desk itself may be fetching the picture just now
    const shown = () =>
      desk.simulator.whatsapp.calls.filter((it) => it.path === '/v2/Indicators/Typing.json' && it.status === 200).length
    const before = shown()
    await door.busy?.(channel, { to: '', kind: 'direct' }, heard)
    expect(shown()).toBeGreaterThan(before)

    // words under a picture are words
    const guest = newcomer('Under', 'th')
    await desk.simulator.whatsapp.sendRaw(tenant.whatsapp.key, {
      MessageSid: `MM${'5'.repeat(32)}`,
      From: guest.userId,
      To: tenant.whatsapp.sender,
      Body: 'เติมเงินไม่เข้าค่ะ สลิปตามรูป',
      NumMedia: '1',
      MediaUrl0: origin,
      MediaContentType0: 'image/png',
    })
    await group.hears('สลิปตามรูป')
    const kept = await desk.ask(
      `select kind from messages where conversation_id = $1 and direction = 'in' order by kind`,
      [await conversationOf(desk, guest)],
    )
    expect(kept.map((it) => it['kind'])).toEqual(['image', 'text'])
    expect(desk.troubles).toEqual([])
  })
})

describe('what is not from Twilio', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  it('is refused and nothing is stored; what comes twice is stored once', async () => {
    const { tenant } = desk.business('meelike', 'whatsapp')
    const { key, sender } = tenant.whatsapp
    const other = desk.business('prime').tenant.whatsapp.key
    const form = { MessageSid: `SM${'1'.repeat(32)}`, From: 'whatsapp:+66812345678', To: sender, Body: 'เติมเงินไม่เข้าค่ะ' }
    const { sendRaw } = desk.simulator.whatsapp
    const count = async () =>
      (
        await desk.ask(
          `select (select count(*)::int from inbox) as inbox, (select count(*)::int from whatsapp_chats) as chats`,
        )
      )[0]
    const before = await count()
    expect((await sendRaw(key, form, null)).status).toBe(401)
    expect((await sendRaw(key, form, 'RSOYDt4T1cUTdK1PDd93/VVr8B8=')).status).toBe(401)
    // a megabyte of fields is not sorted for a stranger: the desk would stand still meanwhile
    for (const body of ['a=1&'.repeat(240_000), Array.from({ length: 90_000 }, (_, at) => `f${at}=`).join('&')])
      expect(
        (
          await fetch(`${desk.url}/webhooks/whatsapp/${key}`, {
            method: 'POST',
            headers: { 'x-twilio-signature': 'RSOYDt4T1cUTdK1PDd93/VVr8B8=' },
            body,
          })
        ).status,
      ).toBe(401)
    // signed by another business, or for another address
    await sendRaw(other, form)
    const elsewhere = desk.simulator.whatsapp.webhooks.at(-1)
    expect(elsewhere?.delivered.status).toBe(204)
    expect((await fetch(`${desk.url}/webhooks/whatsapp/nobody-whatsapp`, { method: 'POST' })).status).toBe(404)
    expect(
      (
        await sendRaw(
          key,
          { MessageStatus: 'read', MessageSid: form.MessageSid },
          null,
          '/status?part=00000000-0000-7000-8000-000000000000',
        )
      ).status,
    ).toBe(401)
    expect(
      (await sendRaw(key, { MessageStatus: 'read', MessageSid: form.MessageSid }, undefined, '/status?part=x')).status,
    ).toBe(404)
    // a reason that is none is no reason to send the callback back
    for (const ErrorCode of ['99999999999999', '1.5', '1e99', 'none', '-1'])
      expect(
        (
          await sendRaw(
            key,
            { MessageStatus: 'failed', MessageSid: form.MessageSid, ErrorCode },
            undefined,
            '/status?part=00000000-0000-7000-8000-000000000000',
          )
        ).status,
        ErrorCode,
      ).toBe(204)
    expect((await count())?.['inbox']).toBe(Number(before?.['inbox']) + 1)

    const twice = await Promise.all([sendRaw(key, form), sendRaw(key, form), sendRaw(key, form)])
    expect(twice.map((it) => it.status)).toEqual([204, 204, 204])
    expect(twice.every((it) => it.body === '')).toBe(true)
    await allQuiet(desk)
    const cases = await desk.ask(
      `select 1 from cases c join conversations v on v.id = c.conversation_id where v.source_id = '+66812345678' and v.tenant_id = (select id from tenants where key = 'meelike')`,
    )
    expect(cases).toHaveLength(1)
    // a button that another business signed, or nobody, does nothing
    await sendRaw(key, {
      ...form,
      MessageSid: `SM${'2'.repeat(32)}`,
      Body: 'x',
      ButtonPayload: 'b1.menu.person.AAAAAAAAAAAA',
    })
    await allQuiet(desk)
    const [mode] = await desk.ask(`select count(*)::int as count from conversations where mode = 'staff'`)
    expect(mode).toMatchObject({ count: 0 })
    expect(desk.troubles).toEqual([])
  })
})
