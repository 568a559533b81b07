import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { allQuiet, conversationOf, referenceIn, saidSince } from './all-quiet.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

const recordsOf = async (person: { channelKey: string; userId: string }) => {
  const [row] = await desk.ask(
    `select k.mode, k.state,
       (select coalesce(json_agg(json_build_object('type', y.key, 'slots', c.slots) order by c.opened_at, c.id), '[]') from cases c join case_types y on y.id = c.case_type_id where c.conversation_id = k.id) as cases,
       (select coalesce(json_agg(b.slots), '[]') from bookings b where b.conversation_id = k.id) as bookings
     from conversations k where k.id = $1`,
    [await conversationOf(desk, person)],
  )
  return row as {
    mode: string
    state: Record<string, unknown>
    cases: { type: string; slots: object }[]
    bookings: object[]
  }
}

describe.each(apps)('where the desk finds nothing or knows nothing (on %s)', (app) => {
  it('somebody who asks how a thing goes that is not under their chat is offered a look, and takes it by a name', async () => {
    const dana = desk.business('vschool', app).newcomer('Dana', 'en')
    await dana.says('has my reissued certificate been posted')
    await dana.hears('Shall our team look into it?')
    await dana.says('Dana Whitlock')
    await dana.hears(/CS-\d+/)
    await allQuiet(desk)
    expect((await recordsOf(dana)).cases).toEqual([{ type: 'certificate_issue', slots: { name: 'Dana Whitlock' } }])
    expect(desk.troubles).toEqual([])
  })

  it('or by a tap, a yes, or the wish for a case; something else said in between takes it off the table', async () => {
    const { newcomer } = desk.business('meelike', app)
    const [tapping, agreeing, wishing, leaving] = ['ตั๊ก', 'บี', 'แจน', 'ดรีม'].map((name) => newcomer(name, 'th'))
    if (!tapping || !agreeing || !wishing || !leaving) throw new Error('nobody')
    for (const one of [tapping, agreeing, wishing, leaving]) {
      await one.says('ออเดอร์ 1290801 ถึงไหนแล้ว')
      await one.hears('ให้ทีมงานช่วยตรวจสอบ')
    }
    await tapping.taps('ช่วยตรวจสอบให้หน่อย')
    await agreeing.says('ได้ค่ะ')
    await wishing.says('งั้นเปิดเคสให้หน่อย')
    for (const one of [tapping, agreeing, wishing]) {
      await one.hears(/ML-C-\d+/)
      expect((await recordsOf(one)).cases).toEqual([
        { type: expect.any(String), slots: expect.objectContaining({ order_id: '1290801' }) },
      ])
    }
    await leaving.says('เติมขั้นต่ำเท่าไร')
    await leaving.hears('จาก:')
    await leaving.says('โอเคค่ะ')
    await allQuiet(desk)
    expect((await recordsOf(leaving)).cases).toEqual([])
    // an old button says nothing of a thing that was asked long before
    await leaving.says('เปิดเคสเลย')
    await leaving.hears('เกิดอะไรขึ้นคะ')
    expect(desk.troubles).toEqual([])
  })

  it('a yes to "shall I get a person?" gets one', async () => {
    const guest = desk.business('asiatravelplan', app).newcomer('Nora', 'en')
    await guest.says('can I bring my dog on the trip?')
    await guest.hears('Shall I get a person for you?')
    await guest.says('yes please')
    await guest.hears('asked our team to join')
    expect((await recordsOf(guest)).mode).toBe('staff')
    expect(desk.troubles).toEqual([])
  })

  it('a trouble nobody could name is asked about openly; what is said then opens the one case', async () => {
    const guest = desk.business('prime', app).newcomer('ฝน', 'th')
    await guest.says('เมื่อวาน มีปัญหาที่สนามค่ะ')
    await guest.hears('เกิดอะไรขึ้นคะ')
    await guest.says('โดนเก็บเงินเกิน')
    await guest.hears(/CS-\d+/)
    await allQuiet(desk)
    expect((await recordsOf(guest)).cases.map((it) => it.type)).toEqual(['venue_overcharge'])
    expect(desk.troubles).toEqual([])
  })

  it('a bare cancel from somebody who has nothing here is told so, opens nothing, and offers a person', async () => {
    const words = [
      ['prime', 'en', 'cancel', 'nothing of yours'],
      ['vschool', 'th', 'ขอยกเลิกค่ะ', 'ไม่มีรายการของคุณ'],
      ['asiatravelplan', 'ja', 'キャンセル', 'ございません'],
      ['meelike', 'en', '取消', 'nothing of yours'],
    ] as const
    for (const [business, language, said, heard] of words) {
      const guest = desk.business(business, app).newcomer(`Nothing ${said}`, language)
      await guest.says(said)
      await guest.hears(heard)
      await allQuiet(desk)
      expect(await recordsOf(guest)).toMatchObject({ mode: 'bot', cases: [], bookings: [] })
    }
    const guest = desk.business('prime', app).newcomer('Nothing at all', 'en')
    await guest.says('I want to cancel')
    await guest.hears('nothing of yours')
    await guest.says('yes please')
    await allQuiet(desk)
    expect((await recordsOf(guest)).mode).not.toBe('bot')
    expect(desk.troubles).toEqual([])
  })
})

describe('in the middle of a booking', () => {
  it('a trouble in between is a case, and whatever is said then goes back; what is said over the finished request goes with it', async () => {
    const guest = desk.business('vschool').newcomer('Lee', 'en')
    await guest.says('Book udon 6 Dec for 3 please')
    await guest.hears('Shall I send it?')
    await guest.says('hang on, my knife order arrived with a chipped tip. ORD-20261114-006')
    const reference = referenceIn((await guest.hears(/CS-\d+/)).text, /CS-\d+/)
    await guest.says('[photo]')
    await guest.hears(`added that to ${reference}`)
    // nobody asked for this: the booking is what is left to speak of
    await guest.says('none')
    await guest.hears('back to your booking')
    await guest.hears('Shall I send it?')
    await guest.says('no pork please')
    expect((await guest.hears(/Note/)).text).toContain('no pork please')
    await guest.says('yes')
    await guest.hears(/ORD-\d{8}-\d{3}/)
    await allQuiet(desk)
    const { bookings, cases } = await recordsOf(guest)
    expect(bookings).toEqual([expect.objectContaining({ party_size: 3, date: '2026-12-06', note: 'no pork please' })])
    expect(cases.map((it) => it.type)).toEqual(['store_order_problem'])
    expect(desk.troubles).toEqual([])
  })

  it('some of the party, or a word of wish, go with the finished request; how many come only changes where they say so', async () => {
    const guest = desk.business('vschool').newcomer('Six', 'th')
    await guest.says('จองคลาส udon 19 ธ.ค. 6 คนค่ะ')
    await guest.hears('ขอทวนรายละเอียดนะคะ')
    const notes: string[] = []
    for (const said of [
      'มีเด็ก 1 คนขอเก้าอี้เด็กด้วย',
      'one of us is a child, a high chair please',
      'มังสวิรัติ',
      'Vegetarian',
      'ベジタリアン',
      '素食',
      'no pork',
    ]) {
      const before = guest.messages().length
      await guest.says(said)
      await allQuiet(desk)
      notes.push(said)
      const { state } = await recordsOf(guest)
      expect(state).toMatchObject({ draft: { asked: 'agreed', answers: { party_size: 6, note: notes.join('\n') } } })
      expect(saidSince(guest, before).join()).toContain(said)
    }
    for (const [said, many] of [
      ['5 คนแทน', 5],
      ['actually 4 people', 4],
      ['make it 5', 5],
    ] as const) {
      await guest.says(said)
      await allQuiet(desk)
      expect((await recordsOf(guest)).state).toMatchObject({
        draft: { asked: 'agreed', answers: { party_size: many, note: notes.join('\n') } },
      })
    }
    expect((await recordsOf(guest)).cases).toEqual([])
    expect(desk.troubles).toEqual([])
  })

  it('the second date is the second that was offered; one that was not is asked about again, and is no case', async () => {
    const guest = desk.business('vschool').newcomer('Ines', 'en')
    await guest.says('two seats for Gyoza & Karaage Night please')
    const offered = await guest.hears('Which date suits you')
    const second = String(offered.quickReplies[1]?.label)
    await guest.says('the fourth one')
    await guest.hears('Which date suits you')
    await guest.says('the second date')
    expect((await guest.hears('Shall I send it?')).text).toContain(second.split(' ').slice(0, 3).join(' '))
    expect((await recordsOf(guest)).cases).toEqual([])
    expect(desk.troubles).toEqual([])
  })

  it('a change right after it was sent is a case that knows which booking', async () => {
    const guest = desk.business('meelike').newcomer('ฟ้า', 'th')
    await guest.says('สั่งฟอลไอจี 1000 ค่ะ')
    await guest.hears('ขอทวนรายละเอียด')
    await guest.says('ลิงก์ instagram.com/abc')
    await guest.hears(/หมายเหตุ/)
    await guest.says('ใช่ค่ะ')
    const reference = referenceIn((await guest.hears(/ML-Q-\d+/)).text, /ML-Q-\d+/)
    const before = guest.messages().length
    await guest.says('เดี๋ยวนะ เปลี่ยนเป็น 2000')
    await guest.hears(/ML-C-\d+/)
    await allQuiet(desk)
    expect(saidSince(guest, before).join()).not.toContain('ขอเลขออเดอร์')
    expect((await recordsOf(guest)).cases).toEqual([
      { type: 'order_edit_cancel', slots: expect.objectContaining({ reference }) },
    ])
    expect(desk.troubles).toEqual([])
  })
})
