import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet } from './all-quiet.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

type Json = Record<string, never> & { [name: string]: unknown }

describe('what people are told', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())
  beforeEach(() => desk.simulator.faults.clear())
  afterEach(() => expect(desk.troubles).toEqual([]))

  const send = async (key: string, route: string, body?: object) => {
    const [method = '', path = ''] = route.split(' ')
    const answer = await desk.business(key).call(path, { method, ...(body && { body: JSON.stringify(body) }) })
    const text = await answer.text()
    return { status: answer.status, body: (text ? JSON.parse(text) : {}) as Json }
  }
  const opens = async (key: string, it: object) => {
    const { status, body } = await send(key, 'POST /v1/cases', { type: await aCaseType(key), ...it })
    expect(status).toBe(201)
    return body as unknown as { id: string; reference: string }
  }
  const one = async (sql: string, ...bindings: unknown[]) => (await desk.ask(sql, bindings))[0] ?? {}
  const aCaseType = async (key: string) =>
    String(
      (
        await one(
          `select c.key from case_types c join tenants t on t.id = c.tenant_id where t.key = $1 order by c.key limit 1`,
          key,
        )
      )['key'],
    )
  const chatOf = async (userId: string) =>
    (await one('select id, contact_id from conversations where source_id = $1', userId)) as {
      id: string
      contact_id: string
    }
  const pushesTo = (to: string) => desk.simulator.sends.filter((it) => it.kind === 'push' && it.to.includes(to))
  /** A customer who has a chat with the business. */
  const known = async (key: string, name: string) => {
    const guest = desk.business(key).newcomer(name, 'en')
    await guest.says('hello')
    await guest.hears(/./)
    return guest
  }

  it('a business says it in its own words, in the chat and in the group, and looks at them first', async () => {
    const { customers, group } = desk.business('meelike')
    const [tukta] = customers
    if (!tukta) throw new Error('no customer')
    const own = { event: 'case.opened', language: 'th' }
    const forCustomers = '🟡 อยู่ระหว่างการตรวจสอบ {{case_id}}\nออเดอร์ {{order_id}}\nสถานะ {{status}} ภายใน {{eta}}'
    const preview = await send('meelike', 'POST /v1/notification-templates/preview', {
      ...own,
      audience: 'customer',
      text: forCustomers,
    })
    expect(preview).toMatchObject({ status: 200, body: { text: expect.stringMatching(/CS-1024\n.*ORD-5521\n/) } })
    expect(preview.body['builtIn']).toContain('{{case_id}}')
    for (const it of [
      { ...own, audience: 'customer', text: forCustomers },
      { ...own, audience: 'staff', text: '🚨 {{case_id}} {{username}} {{amount}} บาท ({{elapsed_time}})' },
    ])
      expect(await send('meelike', 'PUT /v1/notification-templates', it)).toMatchObject({ status: 200 })

    await tukta.says('เติมเงินไม่เข้าค่ะ โอนไป 500 ตั้งแต่เช้าแล้ว ยูส tukta_shop')
    const answer = await tukta.hears('🟡 อยู่ระหว่างการตรวจสอบ ML-C')
    // nobody has named an order: its line is not there
    expect(answer.text).not.toContain('ออเดอร์')
    await group.hears(/🚨 ML-C-\d+ tukta_shop 500 บาท/)
    const { items } = (await send('meelike', 'GET /v1/notification-templates')).body as unknown as {
      items: { event: string; audience: string; own: { id: string }[] }[]
    }
    for (const { own: mine } of items)
      for (const { id } of mine)
        expect(await send('meelike', `DELETE /v1/notification-templates/${id}`)).toMatchObject({ status: 204 })
  })

  it('offers another time, and takes a chat, in the business’s own words; staff see the same before it goes', async () => {
    const { newcomer, group, staff } = desk.business('prime')
    const own = { audience: 'customer', language: 'th' }
    const offered = { ...own, event: 'booking.proposed' }
    const put = (it: object) => send('prime', 'PUT /v1/notification-templates', it)
    expect(await put({ ...offered, text: 'ขอเสนอเวลาใหม่ของ {{booking_id}}' })).toMatchObject({
      status: 422,
      body: { code: 'template_variable_missing', facts: { variable: 'offer' } },
    })
    expect(await put({ ...own, event: 'booking.confirmed', text: '{{booking_id}} {{offer}}' })).toMatchObject({
      status: 422,
      body: { code: 'template_variable_unknown' },
    })
    const text = '⛳ {{booking_id}} {{customer}} สะดวก {{offer}} ไหมคะ'
    const preview = await send('prime', 'POST /v1/notification-templates/preview', { ...offered, text })
    expect(preview.body['text']).toMatch(/^⛳ BK-1024 Tukta สะดวก .*\d\d:\d\d.* ไหมคะ$/)
    expect(preview.body['builtIn']).toContain('{{offer}}')
    expect(await put({ ...offered, text })).toMatchObject({ status: 200 })
    expect(await put({ ...own, event: 'conversation.handed_over', text: '🙋 คอนเซียร์จมาแล้วค่ะ' })).toMatchObject({
      status: 200,
    })

    const guest = newcomer('คุณแต้ม', 'th')
    await guest.says('จองทีไทม์วันอังคารหน้า 8 โมงเช้า 3 คนครับ')
    await guest.hears('ที่ไหนดีคะ')
    await guest.says('อัลไพน์ครับ')
    await guest.hears('ขอทวนรายละเอียดนะคะ')
    await guest.taps('ส่งเลย')
    const reference = (await guest.hears(/PB-2611\d{4}/)).text.match(/PB-2611\d{4}/)?.[0] ?? ''
    await group.hears(reference)
    await staff('mook').says(`/เสนอ ${reference} พุธหน้า 9:30`)
    const draft = await group.hears('⛳')
    expect(draft.text).toContain(`⛳ ${reference} คุณแต้ม สะดวก พุธ 25 พ.ย. 09:30 ไหมคะ`)
    await staff('mook').taps('ส่ง')
    const offer = await guest.hears(`⛳ ${reference} คุณแต้ม สะดวก พุธ 25 พ.ย. 09:30 ไหมคะ`)
    expect(offer.buttons.map((it) => it.label)).toContain('ตกลง')
    expect(offer.text).not.toContain('จัดให้ไม่ได้')
    await guest.taps('ตกลง')
    await guest.hears(`เปลี่ยน ${reference}`)
    await staff('mook').says(`/คุยเอง ${reference}`)
    await guest.hears('🙋 คอนเซียร์จมาแล้วค่ะ')
  })

  it('shows a text with a real case, and sends it to a chat as a test', async () => {
    const { reference, id } = await opens('meelike', { severity: 'normal', slots: { order_id: 'MLK-77' } })
    const it = { event: 'case.sla_breach', audience: 'staff', language: 'en', text: '{{case_id}} {{order_id}}' }
    const { group } = desk.business('meelike')
    const conversation = await chatOf(group.groupId)
    const sent = await send('meelike', 'POST /v1/notification-templates/test', {
      ...it,
      caseId: id,
      conversationId: conversation.id,
    })
    expect(sent).toMatchObject({ status: 202, body: { text: `${reference} MLK-77` } })
    await group.hears(new RegExp(`Test[\\s\\S]*${reference} MLK-77`))
  })

  it('tells a customer of a case that staff opened for them, and is switched off by event and chat', async () => {
    const guest = await known('prime', 'Told Of')
    const { contact_id } = await chatOf(guest.userId)
    const first = await opens('prime', { severity: 'normal', contactId: contact_id, slots: { order_id: 'A-1' } })
    await guest.hears(first.reference)

    const rule = await send('prime', 'PUT /v1/notification-rules', {
      event: 'case.opened',
      audience: 'customer',
      enabled: false,
    })
    expect(rule.status).toBe(200)
    const { group } = desk.business('prime')
    const second = await opens('prime', { severity: 'normal', contactId: contact_id, slots: { order_id: 'A-2' } })
    await group.hears(second.reference)
    await allQuiet(desk)
    expect(guest.messages().some((it) => it.text.includes(second.reference))).toBe(false)
    // and on for one of the team, in their own chat
    const { alone } = await one(
      `select i.external_id as alone from staff_identities i join staff s on s.id = i.staff_id join tenants t on t.id = s.tenant_id
       where t.key = 'prime' and s.role = 'agent' order by s.key limit 1`,
    )
    const colleague = desk.simulator.chat(desk.business('prime').tenant.line.key, String(alone))
    await colleague.says('hello')
    await colleague.hears(/./)
    const { id: conversationId } = await chatOf(String(alone))
    expect(
      (await send('prime', 'PUT /v1/notification-rules', { event: 'case.opened', conversationId, enabled: true }))
        .status,
    ).toBe(200)
    const third = await opens('prime', { severity: 'high', slots: { order_id: 'A-3' } })
    expect((await colleague.hears(third.reference)).buttons.length).toBeGreaterThan(0)
    expect(await send('prime', `DELETE /v1/notification-rules/${String(rule.body['id'])}`)).toMatchObject({
      status: 204,
    })
  })

  it('leaves a person in peace at night, unless it is critical or they ask', async () => {
    const guest = await known('asiatravelplan', 'Sleeper')
    const { contact_id } = await chatOf(guest.userId)
    // it is ten in the morning
    const quietHours = { from: '09:00', to: '11:00' }
    expect(await send('asiatravelplan', `PUT /v1/contacts/${contact_id}/quiet-hours`, { quietHours })).toMatchObject({
      status: 204,
    })
    const routine = await opens('asiatravelplan', {
      severity: 'normal',
      contactId: contact_id,
      slots: { order_id: 'Q-1' },
    })
    const critical = await opens('asiatravelplan', {
      severity: 'critical',
      contactId: contact_id,
      slots: { order_id: 'Q-2' },
    })
    await guest.hears(critical.reference)
    await guest.says('I want to talk to a person')
    await guest.hears(/team/)
    expect(guest.messages().some((it) => it.text.includes(routine.reference))).toBe(false)
    const { items } = (await send('asiatravelplan', `GET /v1/outbox?case=${routine.id}&state=ready`))
      .body as unknown as {
      items: object[]
    }
    expect(items).toMatchObject([{ delivery: 'queued', waitsFor: 'quiet', waitsUntil: '2026-11-20T04:00:00.000Z' }])
    // quiet that is taken back holds nothing any more, whoever's it was
    const path = `PUT /v1/contacts/${contact_id}/quiet-hours`
    expect(await send('asiatravelplan', path, { quietHours: 'off' })).toMatchObject({ status: 204 })
    await guest.hears(routine.reference)
    expect(await send('asiatravelplan', path, { quietHours })).toMatchObject({ status: 204 })
    const second = await opens('asiatravelplan', {
      severity: 'normal',
      contactId: contact_id,
      slots: { order_id: 'Q-3' },
    })
    const ofAll = { customers: { from: '08:00', to: '13:00' }, groups: null }
    const settings = 'PUT /v1/notification-settings'
    expect(await send('asiatravelplan', settings, { quietHours: ofAll })).toMatchObject({ status: 200 })
    expect(await send('asiatravelplan', path, { quietHours: null })).toMatchObject({ status: 204 })
    const later = (await send('asiatravelplan', `GET /v1/outbox?case=${second.id}&state=ready`)).body['items']
    expect(later).toMatchObject([{ waitsFor: 'quiet', waitsUntil: '2026-11-20T06:00:00.000Z' }])
    const none = { customers: null, groups: null }
    expect(await send('asiatravelplan', settings, { quietHours: none })).toMatchObject({ status: 200 })
    await guest.hears(second.reference)
    // what nobody touches waits for its hour
    expect(await send('asiatravelplan', path, { quietHours })).toMatchObject({ status: 204 })
    const third = await opens('asiatravelplan', {
      severity: 'normal',
      contactId: contact_id,
      slots: { order_id: 'Q-4' },
    })
    await desk.later(HOUR + MINUTE)
    await guest.hears(third.reference)
  })

  it('says once that a partner is silent, and nothing when they answered in time', async () => {
    const { group } = desk.business('meelike')
    const [silent, answered] = [
      await opens('meelike', { severity: 'normal' }),
      await opens('meelike', { severity: 'normal' }),
    ]
    await desk.ask(
      `update cases set status = 'investigating', provider_id = (select p.id from providers p where p.tenant_id = cases.tenant_id and p.sla_minutes is not null order by key limit 1)
       where id = any($1)`,
      [[silent.id, answered.id]],
    )
    const { minutes } = await one(
      `select p.sla_minutes as minutes from cases c join providers p on p.id = c.provider_id where c.id = $1`,
      silent.id,
    )
    for (const { id } of [silent, answered])
      expect((await send('meelike', `POST /v1/cases/${id}/move`, { to: 'waiting_provider' })).status).toBe(200)
    await send('meelike', `POST /v1/cases/${answered.id}/move`, { to: 'fixing' })
    await desk.later(Number(minutes) * MINUTE)
    const said = await group.hears(/🔕/)
    expect(said.text).toContain(silent.reference)
    await desk.later(Number(minutes) * MINUTE)
    await allQuiet(desk)
    expect(group.messages().filter((it) => it.text.includes('🔕'))).toHaveLength(1)
  })

  it('reminds of what is confirmed, a day before, and of nothing that was cancelled', async () => {
    const guest = await known('chapter2', 'Booker')
    const { contact_id } = await chatOf(guest.userId)
    const { kind } = await one(
      `select k.key as kind from booking_kinds k join tenants t on t.id = k.tenant_id where t.key = 'chapter2' order by k.key limit 1`,
    )
    const { day } = await one(`select to_char(desk_now() + interval '3 days', 'YYYY-MM-DD') as day`)
    const references: string[] = []
    for (const time of ['14:00', '15:00']) {
      const booked = await send('chapter2', 'POST /v1/bookings', {
        kind,
        contactId: contact_id,
        slots: { ...allSlots, date: day, time },
      })
      expect(booked).toMatchObject({ status: 201 })
      references.push(String(booked.body['reference']))
      expect((await send('chapter2', `POST /v1/bookings/${String(booked.body['id'])}/confirm`)).status).toBe(200)
      if (time === '15:00')
        await send('chapter2', `POST /v1/bookings/${String(booked.body['id'])}/cancel`, { why: 'changed their mind' })
    }
    await desk.later(3 * 24 * HOUR)
    const reminded = await guest.hears(/^A reminder/)
    expect(reminded.text).toContain(references[0])
    await allQuiet(desk)
    expect(guest.messages().filter((it) => it.text.startsWith('A reminder'))).toHaveLength(1)
  })

  it('tells the group once of a message that did not arrive, why, and sends it again on a tap', async () => {
    const { group, staff } = desk.business('vschool')
    const guest = await known('vschool', 'Unreached')
    const { contact_id, id: chat } = await chatOf(guest.userId)
    desk.simulator.faults.next({ path: '/v2/bot/message/push', status: 400, message: 'Failed to send messages' })
    await send('vschool', 'PUT /v1/notification-rules', { event: 'case.opened', audience: 'staff', enabled: false })
    const { reference, id } = await opens('vschool', { severity: 'normal', contactId: contact_id })
    const told = await group.hears(/✉️/)
    expect(told.text).toContain(reference)
    const { items } = (await send('vschool', `GET /v1/outbox?case=${id}&state=dead`)).body as unknown as {
      items: object[]
    }
    expect(items).toMatchObject([
      { delivery: 'failed', reason: { code: 'not_reachable' }, trouble: '400 Failed to send messages' },
    ])
    await staff('mew').taps('ส่งอีกครั้ง')
    const seen = await guest.hears(reference)
    await desk.later(10 * MINUTE)
    await allQuiet(desk)
    expect(group.messages().filter((it) => it.text.includes('✉️'))).toHaveLength(1)

    // the link in it was opened: that much can be known
    const link = seen.quickReplies.concat(seen.buttons).find((it) => it.action.uri)?.action.uri ?? ''
    const token = link.split('/t/')[1]
    expect((await fetch(`${desk.url}/public/v1/track/${token}`)).status).toBe(200)
    const before = (await send('vschool', `GET /v1/outbox?conversation=${chat}&state=sent&search=case`))
      .body as unknown as {
      items: object[]
    }
    expect(before.items).toMatchObject([{ delivery: 'accepted', seenAt: null }])
    expect((await fetch(`${desk.url}/public/v1/track/${token}/seen`, { method: 'POST' })).status).toBe(204)
    const after = (await send('vschool', `GET /v1/outbox?conversation=${chat}&state=sent&search=case`))
      .body as unknown as { items: object[] }
    expect(after.items).toMatchObject([{ delivery: 'seen', seenAt: expect.any(String) }])
  })

  it('tells the managers once at 80 % of the month, and when it is spent keeps routine news for a free reply', async () => {
    const { group, tenant } = desk.business('asiatravelplan')
    const guest = await known('asiatravelplan', 'Thrifty')
    // one of the managers has written to the bot: the news costs one there, not one for everybody in the group
    const { lead } = await one(
      `select i.external_id as lead from staff_identities i join staff s on s.id = i.staff_id join tenants t on t.id = s.tenant_id
       where t.key = 'asiatravelplan' and s.role = 'manager' limit 1`,
    )
    const manager = desk.simulator.chat(tenant.line.key, String(lead))
    await manager.says('hello')
    await manager.hears(/./)
    const { contact_id } = await chatOf(guest.userId)
    const { id: channelId } = await one('select id from channels where key = $1', tenant.line.key)
    const used = async () => {
      await desk.bot.chores.checkQuotas()
      return Number((await send('asiatravelplan', `GET /v1/channels/${String(channelId)}/quota`)).body['used'])
    }
    const most = Math.ceil((await used()) / 0.85)
    desk.simulator.setQuota(tenant.line.key, most)
    await desk.bot.chores.checkQuotas()
    await desk.bot.chores.checkQuotas()
    await manager.hears(/📊/)
    const quota = await send('asiatravelplan', `GET /v1/channels/${String(channelId)}/quota`)
    expect(quota).toMatchObject({ status: 200, body: { most, spent: false, month: '2026-11' } })
    expect(Number(quota.body['forecast'])).toBeGreaterThanOrEqual(Number(quota.body['used']))
    expect(Number(quota.body['savedByReplies'])).toBeGreaterThan(0)

    desk.simulator.setQuota(tenant.line.key, 0)
    await desk.bot.chores.checkQuotas()
    const before = pushesTo(group.groupId).length
    const routine = await opens('asiatravelplan', {
      severity: 'normal',
      contactId: contact_id,
      slots: { order_id: 'R-1' },
    })
    await expect
      .poll(
        async () =>
          (await one(`select count(*)::int as n from outbox where case_id = $1 and hold = 'quota'`, routine.id))['n'],
        { timeout: 60_000 },
      )
      .toBe(2)
    expect(pushesTo(group.groupId)).toHaveLength(before)
    // the customer writes: the answer is free, and so is what waited
    await guest.says('I want to talk to a person')
    await guest.hears(routine.reference)
    expect(pushesTo(guest.userId)).toHaveLength(0)
    expect(manager.messages().filter((it) => it.text.includes('📊'))).toHaveLength(1)

    // critical news is tried all the same; what LINE refuses is not lost, it goes with the next word in the group
    const critical = await opens('asiatravelplan', { severity: 'critical', slots: { order_id: 'R-2' } })
    const held = () =>
      one(`select state, hold, trouble from outbox where case_id = $1 and event = 'case.opened'`, critical.id)
    await expect.poll(held, { timeout: 60_000 }).toMatchObject({ state: 'ready', hold: 'quota' })
    expect((await held())['trouble']).toMatch(/monthly limit/)
    await desk.business('asiatravelplan').staff('rowan').says('/queue')
    await group.hears(critical.reference)

    // a larger plan in the middle of the month: what still waits goes now, not when the month is over
    const late = await opens('asiatravelplan', { severity: 'normal', slots: { order_id: 'R-3' } })
    await expect
      .poll(async () => (await one(`select hold from outbox where case_id = $1`, late.id))['hold'], { timeout: 60_000 })
      .toBe('quota')
    desk.simulator.setQuota(tenant.line.key, null)
    await desk.bot.chores.checkQuotas()
    await group.hears(late.reference)
  })
})

const allSlots = {
  party_size: 2,
  name: 'Booker',
  phone: '0812345678',
  email: 'booker@example.com',
  destination: 'Tokyo',
  item: 'x',
  venue: 'x',
  budget: 1000,
  amount: 1,
  duration_nights: 1,
  reference: 'x',
}
