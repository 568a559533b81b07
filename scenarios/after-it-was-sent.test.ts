import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { allQuiet, conversationOf, referenceIn, saidSince } from './all-quiet.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('after a request was sent (on %s)', (app) => {
  const prime = () => desk.business('prime', app)
  let n = 0

  async function teeTime() {
    const { newcomer, group } = prime()
    const guest = newcomer(`Adds more ${app} ${(n += 1)}`, 'th')
    await guest.says('ขอจองตีกอล์ฟที่ ธาราฮิลส์ วันเสาร์หน้า 10 โมง 4 คน')
    await guest.hears('ขอทวนรายละเอียดนะคะ')
    await guest.taps('ส่งเลย')
    const reference = referenceIn((await guest.hears(/PB-2611\d{4}/)).text, /PB-2611\d{4}/)
    await group.hears(reference)
    await allQuiet(desk)
    return { guest, reference }
  }
  const bookingsOf = async (reference: string) =>
    (
      await desk.ask(
        `select b.reference, (select count(*)::int from activities a where a.subject_id = b.id and a.type = 'booking.detail_added') as told
         from bookings b where b.conversation_id = (select conversation_id from bookings where reference = $1)`,
        [reference],
      )
    ).map((it) => [it['reference'], it['told']])

  it('what is added in the same breath goes with it: a wish, who comes along, a number; nothing new is begun', async () => {
    const { group } = prime()
    const { guest, reference } = await teeTime()
    for (const words of ['ขอรถกอล์ฟ 2 คันด้วยนะครับ', 'มีผู้สูงอายุ 1 ท่านครับ', 'เบอร์ผม 0812345678', 'we are both vegetarian']) {
      await guest.says(words)
      await guest.hears(new RegExp(`(?:เพิ่มลงใน|added that to) ${reference}`))
    }
    const card = await group.hears('0812345678')
    expect(card.text).toContain(reference)
    expect(await bookingsOf(reference)).toEqual([[reference, 4]])
    // another one is another one
    await guest.says('ขอจองสปาอีกหนึ่งรายการด้วยค่ะ')
    await allQuiet(desk)
    expect(await bookingsOf(reference)).toEqual([[reference, 4]])
    expect(desk.troubles).toEqual([])
  })

  it('an answer to what a colleague asked about it reaches the colleague; all right to news is not greeted', async () => {
    const { group, staff } = prime()
    const { guest, reference } = await teeTime()
    const mook = staff('mook')
    await mook.says(`/reply ${reference} สนามว่าง 11 โมง ได้ไหมครับ`)
    await group.hears('ได้ไหมครับ')
    await mook.taps('ส่ง')
    await guest.hears('สนามว่าง 11 โมง')
    await guest.says('ได้ครับ')
    await guest.hears(`เพิ่มลงใน ${reference}`)
    await group.hears('ลูกค้าให้ข้อมูลเพิ่ม')
    await mook.says(`/reply ${reference} เดี๋ยวยืนยันให้นะครับ`)
    await group.hears('เดี๋ยวยืนยันให้')
    await mook.taps('ส่ง')
    await guest.hears('เดี๋ยวยืนยันให้')
    const before = guest.messages().length
    await guest.says('โอเคครับ')
    await allQuiet(desk)
    expect(saidSince(guest, before)).toEqual([expect.stringContaining('ยินดีค่ะ')])
    expect(await bookingsOf(reference)).toEqual([[reference, 1]])
  })

  it('the same of a case that does not wait for the customer', async () => {
    const { newcomer, group, staff } = desk.business('meelike', app)
    const guest = newcomer(`Answers ${app}`, 'th')
    await guest.says('เติมเงินไม่เข้าครับ โอน 900')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await group.hears(reference)
    const nan = staff('nan_admin')
    await nan.says(`/รับ ${reference}`)
    await guest.hears('กำลังดูแล')
    await nan.says(`/ตอบ ${reference} โอนจากบัญชีตัวเองใช่ไหมคะ`)
    await group.hears('ใช่ไหมคะ')
    await nan.taps('ส่ง')
    await guest.hears('ใช่ไหมคะ')
    await guest.says('ใช่ครับ')
    await guest.hears(`เพิ่มลงใน ${reference}`)
    await group.hears('ลูกค้าให้ข้อมูลเพิ่ม')
    // a second bubble of the same answer is one of it as well
    await guest.says('นายสมชาย ใจดี')
    await guest.hears(`เพิ่มลงใน ${reference}`)
    expect(desk.troubles).toEqual([])
  })
})

describe.each(apps)('a complaint over a request that is read back (on %s)', (app) => {
  it('of what happened on a day that is over opens a case; the booking waits, and short words of it go on with it', async () => {
    const guest = desk.business('asiatravelplan', app).newcomer(`Complains ${app}`, 'en')
    await guest.says('Hi, we’re 4 people, thinking of Chiang Mai second week of December, 3 nights')
    await guest.hears('Northern Hill Trails')
    await guest.taps('Plan one just for us')
    await guest.hears('Shall I send it?')
    await guest.says('actually we want to complain: the driver yesterday was rude and never showed up')
    await guest.hears(/CS-\d+/)
    await guest.hears('order or booking number')
    await guest.says('5 people')
    expect((await guest.hears('Shall I send it?')).text).toContain('5 people')
    // a day of the trip is still a correction
    await guest.says('actually make it from 10 December')
    expect((await guest.hears('Shall I send it?')).text).toContain('10 Dec')
    expect(desk.troubles).toEqual([])
  })
})

describe.each(apps)('a question that waits (on %s)', (app) => {
  it('to clarify: a picture in between leaves it as it was, and its answer may be its place in the list', async () => {
    const guest = desk.business('vschool', app).newcomer(`Clarifies ${app}`, 'en')
    await guest.says('It went wrong with the course, please look into it')
    await guest.hears('Which of these is it about?')
    const offered = async () =>
      (await desk.ask('select state from conversations where id = $1', [await conversationOf(desk, guest)]))[0] as {
        state: { clarifying?: { choices?: { kind: string; key: string }[] } }
      }
    const choices = (await offered()).state.clarifying?.choices ?? []
    const place = choices.findLastIndex((it) => it.kind === 'case')
    expect(place).toBeGreaterThanOrEqual(0)
    await guest.image()
    const again = await guest.hears('Got it, thank you')
    expect(JSON.stringify(again.raw)).not.toContain('My requests')
    await guest.says(['the first one', 'the second one', '3'][place] ?? '')
    const reference = referenceIn((await guest.hears(/CS-\d+/)).text, /CS-\d+/)
    const [row] = await desk.ask(
      `select t.key, (select count(*)::int from messages m where m.case_id = c.id and m.kind = 'image') as pictures,
         (select count(*)::int from triage_examples e where e.origin = 'clarified' and e.label = t.key) as learnt
       from cases c join case_types t on t.id = c.case_type_id where c.reference = $1`,
      [reference],
    )
    expect(row).toMatchObject({ key: choices[place]?.key, pictures: 1 })
    expect(Number(row?.['learnt'])).toBeGreaterThan(0)
    expect(desk.troubles).toEqual([])
  })

  it('of a booking: who thinks it over is not asked again, and goes on where it was', async () => {
    const guest = desk.business('chapter2', app).newcomer(`Thinks ${app}`, 'th')
    await guest.says('อยากไปเที่ยวกระบี่กับพ่อแม่ 5 คน')
    await guest.hears('ต้องการวันไหนคะ')
    await guest.says('ขอคิดดูก่อนค่ะ')
    await guest.hears('ไม่ต้องรีบนะคะ')
    await allQuiet(desk)
    const before = guest.messages().length
    await guest.says('จองต่อ')
    await guest.hears('ต้องการวันไหนคะ')
    expect(saidSince(guest, before).join()).not.toContain('กี่ท่าน')
    expect(desk.troubles).toEqual([])
  })
})
