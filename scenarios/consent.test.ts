import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { putCaseType } from '../api/cases/commands/put-case-type.ts'
import { inTenant, system } from '../api/context.ts'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { allQuiet, conversationOf, saidSince } from './all-quiet.ts'

type Contacts = { items: { consents: Record<string, unknown>[] }[] }

describe.each(apps)('contact details are asked for with consent, once, on %s', (app) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  const consentsOf = async (tenant: string, name: string) =>
    ((await (await desk.business(tenant).call(`/v1/contacts?search=${encodeURIComponent(name)}`)).json()) as Contacts)
      .items[0]?.consents

  it('a yes is kept with its words, language, time and channel, and is not asked for again; taking it back is told to staff', async () => {
    const { newcomer, group } = desk.business('meelike', app)
    const guest = newcomer('Rey Seller', 'en')
    const wish = 'I’d like to become a reseller, please'
    await guest.says('Book')
    await guest.hears('What would you like to book?')
    await guest.taps(/reseller/i)
    const asked = await guest.hears('Before I note your contact details')
    expect(asked.text).toContain('forget me')
    await guest.says('what did you ask?')
    await guest.hears('Before I note your contact details')
    await guest.says('yes, that’s fine')
    await guest.hears('What name should I put it under?')
    await guest.says('Rey Seller')
    await guest.hears('What phone number')
    await guest.says('081 234 5678')
    expect((await guest.hears('Shall I send it?')).text).toContain('0812345678')
    await guest.taps('Send it')
    await guest.hears('Your request is in')
    expect(await consentsOf('meelike', 'Rey Seller')).toEqual([
      expect.objectContaining({
        kind: 'contact_details',
        answer: 'given',
        wording: asked.text,
        wordingVersion: 1,
        language: 'en',
        withdrawnAt: null,
        answeredAt: expect.stringMatching(/^2026-11-20T/),
      }),
    ])

    await guest.says(wish)
    await guest.hears('What name should I put it under?')
    await guest.says('forget me')
    await guest.hears('I’ve asked our team to delete your details')
    await group.hears(/ลูกค้าขอให้ลบข้อมูลส่วนตัว[^]*Rey Seller/)
    expect((await consentsOf('meelike', 'Rey Seller'))?.[0]).toMatchObject({ withdrawnAt: expect.any(String) })
    await guest.says('Rey')
    await guest.hears('Before I note your contact details')
    await guest.taps('No, thank you')
    const declined = await guest.hears('I won’t note them')
    expect(declined.text).toBeDefined()
    expect((await guest.hears('Shall I send it?')).text).not.toContain('081')
    await allQuiet(desk)
    expect(await consentsOf('meelike', 'Rey Seller')).toHaveLength(2)
    expect(desk.troubles).toEqual([])
  })

  it('a number given along with a wish is asked about before it is sent on', async () => {
    const guest = desk.business('prime', app).newcomer('พี่นุ่น', 'th')
    await guest.says('อยากจองโต๊ะทานข้าวพรุ่งนี้หนึ่งทุ่ม 4 คนค่ะ โทร 081-234-5678')
    await guest.hears('ก่อนจดข้อมูลติดต่อ')
    await guest.says('ไม่สะดวกค่ะ')
    await guest.hears('จะไม่จดไว้')
    expect((await guest.hears('ขอทวนรายละเอียด')).text).not.toContain('081')
    await guest.taps('ส่งเลย')
    await guest.hears('ส่งคำขอให้แล้วค่ะ')
    const [row] = await desk.ask(`select b.slots from bookings b where b.conversation_id = $1`, [
      await conversationOf(desk, guest),
    ])
    expect(JSON.stringify(row)).not.toContain('081')
    expect(desk.troubles).toEqual([])
  })

  it('never stands before a critical report: the case is opened first', async () => {
    const tenantId = (await desk.ask(`select id from tenants where key = 'asiatravelplan'`))[0]?.['id'] as string
    await inTenant(tenantId, system, (ctx) =>
      putCaseType(ctx, {
        key: 'transfer_no_show',
        names: { th: 'รถไม่มารับ', en: 'Driver did not come', ja: '送迎が来ない' },
        category: 'operation',
        severity: 'critical',
        slaMinutes: 30,
        slaClock: 'calendar',
        stopsForCustomer: false,
        requiredSlots: ['phone', 'meeting_point'],
        requireProvider: false,
      }),
    )
    const guest = desk.business('asiatravelplan', app).newcomer('Stranded', 'en')
    await guest.says('my driver never showed up at the airport, we are stranded!')
    await guest.hears(/CS-\d+/)
    await guest.hears('Before I note your contact details')
    await guest.taps('Yes, that’s fine')
    await guest.hears('What phone number')
    await guest.says('+66 81 234 5678')
    await guest.hears('Meeting point: what should I note?')
    await guest.says('door 4, next to the coffee shop')
    await guest.hears('added that to')
    await allQuiet(desk)
    const [row] = await desk.ask(`select slots from cases where conversation_id = $1`, [
      await conversationOf(desk, guest),
    ])
    expect(row?.['slots']).toMatchObject({ phone: '+66812345678', meeting_point: 'door 4, next to the coffee shop' })
    expect(saidSince(guest, 0).filter((it) => it.includes('Before I note'))).toHaveLength(1)
    expect(desk.troubles).toEqual([])
  })
})
