import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { allQuiet, conversationOf, referenceIn, saidSince } from './all-quiet.ts'

const MINUTE = 60_000

describe.each(apps)('a chat in staff hands and back, on %s', (app) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  it('one tap takes it, the customer is told and the bot is silent; a tap gives it back with a line on what came of it', async () => {
    const { newcomer, group, staff } = desk.business('meelike', app)
    const nan = staff('nan_admin')
    const guest = newcomer('คุณมด', 'th')
    await guest.says('เว็บมีปัญหา เข้าไม่ได้เลยค่ะ')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await group.hears(reference)
    await nan.taps('เพิ่มเติม…')
    await group.hears('จะทำอะไรต่อ')
    await nan.taps('ขอคุยเอง')
    await group.hears('อยู่กับคุณแนน วงศ์ชัยแล้ว')
    await guest.hears('เจ้าหน้าที่เข้ามาดูแลแชตนี้แล้ว')
    await nan.taps('ขอคุยเอง')
    await group.hears('อยู่กับคุณแนน วงศ์ชัยอยู่แล้ว')
    await allQuiet(desk)
    const heard = guest.messages().length
    await guest.says('ยังเข้าไม่ได้เลยค่ะ ทำไงดี')
    await group.hears('ยังเข้าไม่ได้เลยค่ะ')
    await allQuiet(desk)
    expect(saidSince(guest, heard)).toEqual([])
    await nan.says(`/reply ${reference} ลองล้างแคชก่อนนะคะ`)
    await group.hears('ลองล้างแคช')
    await nan.taps('ส่ง')
    await guest.hears('ลองล้างแคช')
    await nan.says('/handback')
    const summary = await group.hears('คืนแชตของ คุณมด ให้บอตแล้ว')
    expect(summary.text).toContain('ลูกค้า 1 ข้อความ ทีมงาน 1 ข้อความ (แนน วงศ์ชัย)')
    expect(summary.text).toContain(`${reference} (ใหม่)`)
    expect(summary.text).not.toContain('\n')
    await guest.hears('บอตกลับมาดูแลต่อแล้ว')
    await nan.says('/handback')
    await group.hears('ไม่มีแชตลูกค้าที่ทีมงานคุยเอง')
    expect(desk.troubles).toEqual([])
  })

  it('it comes back by itself after the idle time; an answer given elsewhere, or here, puts that off', async () => {
    const { newcomer, group, staff } = desk.business('asiatravelplan', app)
    const guest = newcomer('Wendy', 'en')
    await guest.says('can I talk to a person please')
    await guest.hears('A person will write to you here')
    await group.hears('Wendy')
    await guest.says('are you there?')
    await group.hears('are you there?')
    await desk.later(50 * MINUTE)
    await staff('rowan').taps('Answered elsewhere')
    await group.hears('Wendy has been answered elsewhere')
    await desk.later(50 * MINUTE)
    await allQuiet(desk)
    const [still] = await desk.ask(`select mode from conversations where id = $1`, [await conversationOf(desk, guest)])
    expect(still).toMatchObject({ mode: 'staff' })
    await desk.later(11 * MINUTE)
    const line = await group.hears('went back to the bot after 60 quiet minutes')
    expect(line.text).toContain('1 from the customer, 0 from us · nothing open')
    await guest.hears('I’m back to help')
    await staff('rowan').taps('Answered elsewhere')
    await group.hears('with the bot already')
    expect(desk.troubles).toEqual([])
  })

  it('a promise that was kept elsewhere is not called broken', async () => {
    const { newcomer, group, staff } = desk.business('prime', app)
    const guest = newcomer('คุณแก้ว', 'th')
    await guest.says('จองทีไทม์วันอังคารหน้า 8 โมงเช้า 3 คนครับ')
    await guest.hears('ที่ไหนดีคะ')
    await guest.says('อัลไพน์ครับ')
    await guest.hears('ขอทวนรายละเอียดนะคะ')
    await guest.taps('ส่งเลย')
    const reference = referenceIn((await guest.hears(/PB-2611\d{4}/)).text, /PB-2611\d{4}/)
    await group.hears(reference)
    await staff('mook').says(`/outside ${reference}`)
    const noted = await group.hears('ตอบลูกค้าข้างนอกแล้ว')
    expect(noted.text).toContain(reference)
    await desk.later(24 * 60 * MINUTE)
    await allQuiet(desk)
    const [booking] = await desk.ask(
      `select sla_breached_at, answered_at is not null as answered, (select key from staff where id = owner_id) as owner,
         (select count(*)::int from activities where subject_id = bookings.id and type = 'booking.answered_outside') as noted
       from bookings where reference = $1`,
      [reference],
    )
    expect(booking).toMatchObject({ sla_breached_at: null, answered: true, owner: 'mook', noted: 1 })
    expect(desk.troubles).toEqual([])
  })

  it('a case that was answered in LINE’s own app is marked so by a tap or in words: whoever says so has it, and the work is seen', async () => {
    const { newcomer, group, staff } = desk.business('meelike', app)
    const nan = staff('nan_admin')
    const report = async (name: string) => {
      const guest = newcomer(name, 'th')
      await guest.says('ออเดอร์ 1290801 ไม่เดินเลยค่ะ')
      const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
      await group.hears(reference)
      return { guest, reference }
    }
    const by = { tap: await report('คุณหนึ่ง'), words: await report('คุณสอง') }
    const heard = by.words.guest.messages().length
    await nan.says(`/ดู ${by.tap.reference}`)
    const card = await group.hears(by.tap.reference)
    await nan.taps('เพิ่มเติม…', { on: card.id })
    const more = await group.hears('จะทำอะไรต่อ')
    await nan.taps('ตอบข้างนอกแล้ว', { on: more.id })
    await group.hears(`${by.tap.reference}: แนน วงศ์ชัย ตอบลูกค้าข้างนอกแล้ว`)
    await nan.says(`/ตอบข้างนอก ${by.words.reference}`)
    await group.hears(`${by.words.reference}: แนน วงศ์ชัย ตอบลูกค้าข้างนอกแล้ว`)
    // told twice it is one answer, and a wrong number is none
    await nan.taps('ตอบข้างนอกแล้ว', { on: more.id })
    await nan.says('/ตอบข้างนอก 999999')
    await group.hears('ไม่พบ')
    await allQuiet(desk)
    const rows = await desk.ask(
      `select status, (select key from staff where id = owner_id) as owner,
         (select count(*)::int from activities where subject_id = cases.id and type = 'case.answered_outside') as noted
       from cases where reference = any($1) order by reference`,
      [[by.tap.reference, by.words.reference]],
    )
    expect(rows.map(({ noted, ...it }) => ({ ...it, noted: Number(noted) > 0 }))).toEqual([
      { status: 'investigating', owner: 'nan_admin', noted: true },
      { status: 'investigating', owner: 'nan_admin', noted: true },
    ])
    // nothing internal went out: the customer hears at most that somebody looks after it
    expect(saidSince(by.words.guest, heard).join()).not.toContain('ข้างนอก')
    expect(desk.troubles).toEqual([])
  })
})
