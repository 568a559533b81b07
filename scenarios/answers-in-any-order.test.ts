import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { conversationOf, saysInTurn } from './all-quiet.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('people answer as they like (on %s)', (app) => {
  const endOf = async (person: { channelKey: string; userId: string }) => {
    const [row] = await desk.ask(
      `select (select coalesce(json_agg(b.slots), '[]') from bookings b where b.conversation_id = k.id) as bookings,
         (select coalesce(json_agg(y.key), '[]') from cases c join case_types y on y.id = c.case_type_id where c.conversation_id = k.id) as cases
       from conversations k where k.id = $1`,
      [await conversationOf(desk, person)],
    )
    return row
  }
  const saysAll = async (tenant: string, name: string, language: 'th' | 'en' | 'ja', said: string[]) => {
    const person = desk.business(tenant, app).newcomer(name, language)
    await saysInTurn(desk, person, said)
    return endOf(person)
  }

  it('another question than the one asked, an hour that is not on sale, and a yes in their own words', async () => {
    expect(
      await saysAll('prime', 'Tee', 'th', [
        'จองกอล์ฟหน่อยค่ะ',
        'วันที่ 5 ธันวา 6 โมงครึ่ง',
        '4 คนนะ',
        'เอาบัวหลวงเลคส์',
        'โอเคจองเลย',
      ]),
    ).toMatchObject({
      bookings: [{ date: '2026-12-05', time: '06:30', party_size: 4, venue: 'Bua Luang Lakes' }],
      cases: [],
    })
  })

  it('a trouble in between opens one case, its details join it, and the booking goes on by the answer it waited for', async () => {
    expect(
      await saysAll('prime', 'Pause', 'en', [
        'Need a massage at Lanna Leaf tomorrow at 4pm',
        'hold on, Chaophraya Links just charged me 900 baht for a cart that should be included',
        'ok anyway back to the massage, two of us',
        'yes send',
      ]),
    ).toMatchObject({ bookings: [{ party_size: 2, time: '16:00' }], cases: ['venue_overcharge'] })
  })

  it('what is given up in more words than a cancel is given up, and opens nothing', async () => {
    expect(await saysAll('chapter2', 'Stay', 'th', ['จองห้องหัวหิน 4 ธันวา 2 คืน', 'พ่อบอกไม่ไปแล้วค่ะ ขอบคุณนะ'])).toEqual({
      bookings: [],
      cases: [],
    })
  })

  it('contact details written to the question whether we may keep them are a yes to it', async () => {
    expect(
      await saysAll('meelike', 'Pim', 'en', [
        'hi, I want to sign up as a reseller',
        '0812340000',
        'Pim Arun',
        'yes send it',
      ]),
    ).toMatchObject({ bookings: [{ name: 'Pim Arun', phone: '0812340000' }], cases: [] })
    expect(desk.troubles).toEqual([])
  })
})
