import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { conversationOf, referenceIn } from './all-quiet.ts'

describe.each(apps)('a tee time by the concierge (Prime, Thai, on %s)', (app) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  it('offers the courses, then the times of that morning, holds the flight, and the concierge confirms', async () => {
    const { customers, group, staff } = desk.business('prime', app)
    const [kittiphon] = customers
    if (!kittiphon) throw new Error('no customer')
    await kittiphon.says('จองทีไทม์วันอังคารหน้าตอนเช้า 4 คนครับ')
    await kittiphon.hears('ที่ไหนดีคะ')
    const courses = await kittiphon.hears('บัวหลวงเลคส์')
    await kittiphon.taps('เลือกอันนี้', { on: courses.id })
    const times = await kittiphon.hears('บัวหลวงเลคส์ สะดวกรอบไหนคะ')
    const offered = times.quickReplies.slice(0, -1).map((it) => it.label)
    expect(offered.length).toBeGreaterThan(1)
    expect(offered.every((it) => it.startsWith('อังคาร 24 พ.ย. 0'))).toBe(true)
    await kittiphon.taps(/07:04/)
    const back = await kittiphon.hears('ขอทวนรายละเอียดนะคะ')
    expect(back.text).toContain('07:04 น.')
    expect(back.text.match(/บัวหลวงเลคส์|Bua Luang/g)).toHaveLength(1)
    await kittiphon.taps('ส่งเลย')
    const answer = await kittiphon.hears('กันที่ไว้ให้ 4 ที่')
    const reference = referenceIn(answer.text, /PB-2611\d{4}/)
    expect(answer.text).toContain('10:30')

    const card = await group.hears(reference)
    expect(card.text.match(/บัวหลวงเลคส์|Bua Luang/g)).toHaveLength(1)
    await staff('mook').taps('รับงาน')
    await group.hears('รับงาน')
    await staff('mook').taps('ยืนยัน')
    await kittiphon.hears(`${reference} ยืนยันเรียบร้อยแล้ว`)
    const [row] = await desk.ask(
      `select b.stage, b.seats_state, s.booked, (select key from staff where id = b.owner_id) as owner from bookings b join slots s on s.id = b.slot_id where b.reference = $1`,
      [reference],
    )
    expect(row).toMatchObject({ stage: 'confirmed', seats_state: 'booked', owner: 'mook' })
    expect(desk.troubles).toEqual([])
  })

  it('offers a course whose name is longer than a button can hold', async () => {
    const long = 'A สนามกอล์ฟบัวหลวงเลคส์แอนด์เมาน์เทนอินเตอร์เนชั่นแนลคันทรีคลับ'
    const [course] = await desk.ask(
      `select id, name from catalogue_items where name like '%บัวหลวง%' or name like 'Bua Luang%'`,
    )
    const rename = (name: unknown) =>
      desk.ask(`update catalogue_items set name = $2 where id = $1`, [course?.['id'], name])
    await rename(long)
    const guest = desk.business('prime', app).newcomer('คุณโท', 'th')
    await guest.says('จองทีไทม์วันอังคารหน้าตอนเช้า 2 คนครับ')
    const courses = await guest.hears('บัวหลวงเลคส์')
    await guest.taps('เลือกอันนี้', { on: courses.id })
    await guest.hears('สะดวกรอบไหนคะ')
    const [chat] = await desk.ask(`select state from conversations where id = $1`, [await conversationOf(desk, guest)])
    expect(JSON.stringify(chat?.['state'])).toContain(long)
    expect(desk.troubles).toEqual([])
    await rename(course?.['name'])
  })

  it('takes a course nobody listed, by its name alone', async () => {
    const guest = desk.business('prime', app).newcomer('คุณเอก', 'th')
    await guest.says('จองทีไทม์วันอังคารหน้า 8 โมงเช้า 3 คนครับ')
    await guest.hears('ที่ไหนดีคะ')
    await guest.says('อัลไพน์ครับ')
    const back = await guest.hears('ขอทวนรายละเอียดนะคะ')
    expect(back.text).toContain('อัลไพน์')
    expect(back.text).not.toContain('ครับ')
    expect(desk.troubles).toEqual([])
  })
})
