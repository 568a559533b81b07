import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { allQuiet, conversationOf, saysInTurn } from './all-quiet.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('nothing goes into a request that they did not say (on %s)', (app) => {
  const endOf = async (person: { channelKey: string; userId: string }) => {
    const [row] = await desk.ask(
      `select k.state->'draft'->'answers' as answers, k.state->'draft'->>'kind' as kind, k.state->'draft'->>'asked' as asked,
         (select coalesce(json_agg(y.key), '[]') from cases c join case_types y on y.id = c.case_type_id where c.conversation_id = k.id) as cases
       from conversations k where k.id = $1`,
      [await conversationOf(desk, person)],
    )
    return row ?? {}
  }
  const talk = async (tenant: string, name: string, language: 'th' | 'en' | 'ja', said: string[]) => {
    const person = desk.business(tenant, app).newcomer(name, language)
    await saysInTurn(desk, person, said)
    const { answers, kind, asked, cases } = await endOf(person)
    return { person, answers, kind, asked, cases }
  }

  it('where a listed day out goes is known: a name that follows is no place', async () => {
    const { answers, asked } = await talk('chapter2', 'Surachai', 'th', [
      'จองทริปไหว้พระ 9 วัดอยุธยา เสาร์ 12 ธันวา 6 คน',
      'สุรชัย',
    ])
    expect(asked).toBe('agreed')
    expect(answers).toMatchObject({ party_size: 6, date: '2026-12-12', name: 'สุรชัย' })
    expect(answers).not.toMatchObject({ destination: 'สุรชัย' })
  })

  it('days from one to another are those of the trip under way', async () => {
    const { answers, kind } = await talk('asiatravelplan', 'Fon', 'th', [
      'อยากไปเที่ยวไต้หวันกับแฟน ช่วงปีใหม่ จัดให้หน่อย',
      'เอาเป็น 27 ธันวา ถึง 1 มกรา ค่ะ',
    ])
    expect(answers).toMatchObject({ destination: 'Taiwan', date: '2026-12-27/2027-01-01' })
    expect(kind).not.toBe('day_activity')
  })

  it('some days in the middle of a month and a phone number say nothing of how many nights', async () => {
    const { answers } = await talk('asiatravelplan', 'Orn', 'th', [
      'อยากไปศรีลังกาต้นเดือนกุมภา 3 คน จัดให้หน่อย',
      'ติดต่อ 02-345-6789 นะคะ',
    ])
    expect(answers).toMatchObject({ party_size: 3 })
    expect(answers).not.toHaveProperty('duration_nights')
  })

  it('about ten days are nine nights', async () => {
    const { answers } = await talk('asiatravelplan', 'Oli', 'en', [
      'Could you plan a private trip to Sri Lanka for 2 in early March, for about 10 days?',
    ])
    expect(answers).toMatchObject({ duration_nights: 9, party_size: 2 })
  })

  it('how many come is no place, whatever is asked just then', async () => {
    const { answers } = await talk('prime', 'Kiat', 'th', [
      'จองทีไทม์ 12 ธันวา 8 คน 7 โมงเช้า',
      'เปลี่ยนเป็น 6 คนละกัน สองคนติดงาน',
    ])
    expect(answers).toMatchObject({ party_size: 6, time: '07:00' })
    expect(answers).not.toHaveProperty('venue')
  })

  it('a question over the finished request changes nothing of it, and reaches those who can answer', async () => {
    const { answers, person } = await talk('asiatravelplan', 'Pim', 'th', [
      'จองล่องเรืออยุธยาวันเดียว เสาร์ 12 ธันวา 4 คน',
      'รวมอาหารเย็นหรือเปล่าคะ',
    ])
    await person.hears(/อาหารกลางวันบนเรือ.*รวมอาหารเย็นด้วยหรือไม่ ยังไม่ได้ระบุไว้/s)
    expect(answers).not.toHaveProperty('time')
    expect(answers).toMatchObject({ note: 'รวมอาหารเย็นหรือเปล่าคะ' })
    await person.says('บนเรือมีชูชีพให้ใส่ไหมคะ')
    await allQuiet(desk)
    await person.hears(/ทีมงานเป็นคนตอบ/)
    expect((await endOf(person)).answers).toMatchObject({
      party_size: 4,
      note: 'รวมอาหารเย็นหรือเปล่าคะ\nบนเรือมีชูชีพให้ใส่ไหมคะ',
    })
  })

  it('a long number, to how much it was, is that of the order', async () => {
    const { person } = await talk('meelike', 'Boy', 'th', ['โดนหักเครดิตเกินไปสองรอบ ออเดอร์เดียวแท้ๆ', '1299001 ครับ'])
    const rows = await desk.ask(`select slots from cases where conversation_id = $1`, [
      await conversationOf(desk, person),
    ])
    expect(rows).toMatchObject([{ slots: { order_id: '1299001' } }])
    expect(rows[0]?.['slots']).not.toHaveProperty('amount')
  })

  it('a place named over the finished request goes with it, and a name said while a day is asked for is heard', async () => {
    const { answers } = await talk('prime', 'Nun', 'th', ['จองร้านอาหารอิตาเลียน พุธ 2 ธันวา ทุ่มครึ่ง 4 คน', 'แถวพระโขนงค่ะ'])
    expect(answers).toMatchObject({ party_size: 4, venue: expect.stringMatching(/พระโขนง|Phra Khanong/) })
    const { person } = await talk('asiatravelplan', 'Ross', 'en', [
      'book the Bali Ubud tour for 2, third weekend of January',
      'Anna Ross',
    ])
    await person.hears(/Got it: Anna Ross/)
  })

  it('what is told of a father is no name of his', async () => {
    const { answers } = await talk('chapter2', 'Eed', 'th', ['สนใจทริปน่าน 3 คนค่ะ', 'คุณพ่อเดินช้า ใช้ไม้เท้านะคะ'])
    expect(answers).not.toHaveProperty('name')
  })

  it('a yes to several dates asks which of them', async () => {
    const { person } = await talk('vschool', 'Pete', 'en', [
      'knife skills workshop for 2 in December please',
      'yes, book it',
    ])
    await person.hears(/which of the dates/)
  })

  it('a guest who must not eat something is a wish of the table, and no accident', async () => {
    expect(
      await talk('prime', 'Lek', 'th', ['จองโต๊ะอาหารค่ำ พุธ 2 ธันวา 19:00 5 คน', 'มีเพื่อนแพ้หอย 1 คนนะครับ']),
    ).toMatchObject({ cases: [], answers: { note: expect.stringContaining('แพ้หอย'), party_size: 5 } })
    expect(
      await talk('vschool', 'Val', 'en', [
        'two seats for the bento workshop on 5 December please',
        'my friend is vegetarian, is that ok?',
      ]),
    ).toMatchObject({ cases: [], answers: { note: expect.stringContaining('vegetarian'), party_size: 2 } })
  })
})
