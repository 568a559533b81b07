import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { conversationOf, saysInTurn } from './all-quiet.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('things and places by the names people give them (on %s)', (app) => {
  const talk = async (tenant: string, name: string, language: 'th' | 'en' | 'ja', said: string[]) => {
    const person = desk.business(tenant, app).newcomer(name, language)
    await saysInTurn(desk, person, said)
    const [row] = await desk.ask(
      `select k.state->'draft'->'answers' as answers, k.state->'draft'->>'kind' as kind from conversations k where k.id = $1`,
      [await conversationOf(desk, person)],
    )
    return { answers: row?.['answers'], kind: row?.['kind'], last: person.lastText() }
  }

  it('a workshop is no course of the same sweets, in any script', async () => {
    const workshop = { kind: 'workshop_seat', answers: { item: expect.stringMatching(/nerikiri/i) } }
    expect(await talk('vschool', '彩', 'ja', ['和菓子のワークショップを2名で予約したいです'])).toMatchObject(workshop)
    expect(await talk('vschool', 'Nid', 'th', ['จองเวิร์กช็อปวากาชิ 2 คนค่ะ'])).toMatchObject(workshop)
    expect(await talk('vschool', 'Bo', 'th', ['จองทำราเมงวันเดียว 2 คนค่ะ'])).toMatchObject({
      answers: { item: expect.stringMatching(/ramen/i) },
    })
  })

  it('an area is a place where to play, whether a course there is known or not', async () => {
    expect(
      (await talk('prime', 'Art', 'th', ['อยากออกรอบอาทิตย์ที่ 13 ธันวา 3 คน แถวหัวหิน 7 โมงเช้า'])).answers,
    ).toMatchObject({ venue: 'Thara Hills Golf Resort', party_size: 3 })
    expect(
      (
        await talk('prime', '佐々木', 'ja', [
          '12月12日に3名でゴルフを予約したいです',
          'カンチャナブリー方面で、8時ごろ',
        ])
      ).answers,
    ).toMatchObject({ venue: 'カンチャナブリー', time: '08:00' })
  })

  it('both ends of a ride are heard in one sentence', async () => {
    expect(
      (
        await talk('prime', 'Dan', 'en', [
          'Please book a car on 5 Dec at 5am from Soi Prapa 3 to Navatanee golf, 3 of us',
        ])
      ).answers,
    ).toMatchObject({ destination: 'Navatanee golf', venue: 'Soi Prapa 3', time: '05:00', party_size: 3 })
  })

  it('what was corrected while a date is chosen is heard to be understood', async () => {
    const { last, answers } = await talk('vschool', 'Clo', 'en', [
      'gyoza night on 2 December for me and 3 friends please',
      'actually make it 5 people',
    ])
    expect(answers).toMatchObject({ party_size: 5 })
    expect(last).toMatch(/Got it: 5 people/)
  })
})
