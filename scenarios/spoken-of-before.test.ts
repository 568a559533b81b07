import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { conversationOf, saysInTurn } from './all-quiet.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('what was spoken of before (on %s)', (app) => {
  const talk = async (tenant: string, name: string, language: 'th' | 'en' | 'ja', said: string[]) => {
    const person = desk.business(tenant, app).newcomer(name, language)
    await saysInTurn(desk, person, said)
    const [row] = await desk.ask(
      `select k.state->'draft'->'answers' as answers, k.state->'draft'->>'asked' as asked,
         (select coalesce(json_agg(y.key), '[]') from cases c join case_types y on y.id = c.case_type_id where c.conversation_id = k.id) as cases,
         (select coalesce(json_agg(b.slots), '[]') from bookings b where b.conversation_id = k.id) as bookings
       from conversations k where k.id = $1`,
      [await conversationOf(desk, person)],
    )
    const { answers, asked, cases, bookings } = row ?? {}
    return { last: person.lastText(), answers, asked, cases, bookings }
  }

  it('a day that was asked about is the day that is booked', async () => {
    expect(await talk('vschool', 'Mew', 'th', ['เวิร์กช็อปเบนโตะวันที่ 5 ธันวา ยังว่างไหมคะ', 'งั้นจอง 2 ที่ค่ะ'])).toMatchObject({
      answers: { date: '2026-12-05', party_size: 2 },
      asked: 'agreed',
    })
  })

  it('who come along, one of them old, is no complaint about a trip that is only asked about', async () => {
    expect(
      await talk('chapter2', 'Noi', 'th', ['ทริปกระบี่สามวัยยังว่างไหมคะ', 'ไป 4 คน มีคุณยายอายุ 82 ด้วย 1 คน']),
    ).toMatchObject({ cases: [], answers: { party_size: 4 } })
  })

  it('a dinner after a question about a golf course is a dinner', async () => {
    expect(
      await talk('prime', 'Sara', 'en', [
        'what do guests have to wear at Bua Luang Lakes?',
        'Please book a table for dinner on 3 December at 7 pm, 6 people',
      ]),
    ).toMatchObject({ answers: { date: '2026-12-03', time: '19:00', party_size: 6 }, asked: 'agreed' })
  })

  it('how to sign up for it begins to', async () => {
    expect(
      (await talk('vschool', 'Greg', 'en', ['how much is the kaiseki course?', 'great, how do I register?'])).answers,
    ).toMatchObject({ item: 'kaiseki_advanced' })
  })

  it('a guest of whom something is told leaves the number of guests as it is', async () => {
    expect(
      (
        await talk('prime', 'Jeab', 'th', [
          'จองทีไทม์บัวหลวงเลคส์ เสาร์ 12 ธันวา 4 คน 8 โมงเช้า',
          'แขกท่านหนึ่งเข่าไม่ค่อยดี ขอรถกอล์ฟเพิ่มด้วย',
        ])
      ).answers,
    ).toMatchObject({ party_size: 4, note: expect.stringContaining('รถกอล์ฟ') })
  })

  it('a question that names a thing chooses none, and what they eat is heard while a date is chosen', async () => {
    const { answers, last } = await talk('vschool', 'Yoko', 'ja', [
      '11月26日の餃子の夜を2名で予約したいです',
      'うち一人は卵が食べられません',
      '包丁は持参が必要ですか？',
    ])
    expect(answers).toMatchObject({ party_size: 2, note: expect.stringContaining('卵が食べられません') })
    expect(last).not.toMatch(/どちらをご希望/)
  })

  it('a question about the request that was just sent reaches those who have it', async () => {
    const { last, bookings } = await talk('prime', 'Hen', 'en', [
      'Thai massage for two at Lanna Leaf tomorrow at 3pm',
      'yes',
      'will there be somewhere to leave our luggage?',
    ])
    expect(bookings).toHaveLength(1)
    expect(last).toMatch(/put your question to the team that has PB-\d+/)
  })

  it('what is asked for an open case again is no booking', async () => {
    const { cases, answers, last } = await talk('vschool', 'Nok', 'th', [
      'แต้มหายไป 120 แต้ม เมื่อวานยังอยู่',
      'เช็คให้หน่อยนะคะ จะใช้วันเสาร์นี้',
    ])
    expect(cases).toHaveLength(1)
    expect(answers).toBeNull()
    expect(last).toMatch(/CS-\d+/)
  })
})
