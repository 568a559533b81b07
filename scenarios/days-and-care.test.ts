import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { answeredToLast, conversationOf } from './all-quiet.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('days said loosely, and what must be known of those who come, on %s', (app) => {
  type Person = ReturnType<ReturnType<Desk['business']>['newcomer']>
  const newcomer = (tenant: string, name: string, language: 'th' | 'en' | 'ja') =>
    desk.business(tenant, app).newcomer(`${name} ${app}`, language)
  const says = (person: Person, ...lines: string[]): Promise<string> => answeredToLast(desk, person, lines)
  const bookingsOf = async (person: Person) =>
    (await desk.ask('select slots from bookings where conversation_id = $1', [await conversationOf(desk, person)])) as {
      slots: Record<string, unknown>
    }[]
  const casesOf = async (person: Person) =>
    desk.ask('select reference from cases where conversation_id = $1', [await conversationOf(desk, person)])

  it('a bad knee told in the middle of a booking goes with it, and alarms nobody', async () => {
    const person = newcomer('chapter2', 'Knee', 'ja')
    await says(person, '両親の金婚式で冬の小樽に行きたいのですが', '4人です')
    const told = await says(person, '父は膝が悪いので、エレベーターのある宿だとありがたいです')
    expect(told).toContain('父は膝が悪い')
    expect(await casesOf(person)).toEqual([])
  })

  it('what was told of a wheelchair in the first words stands on the request; of two days the other is told too', async () => {
    const person = newcomer('chapter2', 'Two days', 'th')
    await says(person, 'สนใจทริปหลวงพระบางค่ะ พ่อ 82 เดินไม่ค่อยได้ ต้องใช้รถเข็น', 'ไปกัน 4 คนค่ะ')
    expect(await says(person, '14 มกรา หรือไม่ก็ 18 กุมภา')).toContain('18 ก.พ.')
    await says(person, 'แสงดาว ค่ะ', 'ส่งเลยค่ะ')
    const [booking] = await bookingsOf(person)
    expect(booking?.slots).toMatchObject({ date: '2027-01-14', party_size: 4 })
    expect(booking?.slots['note']).toMatch(/เดินไม่ค่อยได้ ต้องใช้รถเข็น[^]*18 ก\.พ\./)
  })

  it('children and their ages are told to staff; a month that was refused is not booked', async () => {
    const person = newcomer('asiatravelplan', 'Refused', 'ja')
    expect(await says(person, '12月24日の台湾ツアー、大人2人と子ども1人(5歳)で空きありますか')).toContain(
      '大人2人と子ども1人(5歳)',
    )
    expect(await says(person, 'では大人3人子ども1人でお願いします')).toContain('残り3席')
    const refused = await says(person, '1月は仕事なので無理です。24日は本当にだめですか？')
    expect(refused).toContain('12月24日')
    expect(refused).not.toContain('よろしいでしょうか')
    expect(await says(person, '1月も3月も無理です')).toContain('ほかのご希望日')
  })

  it('another weekday of the same weekend is the one beside it', async () => {
    const person = newcomer('chapter2', 'Weekend', 'en')
    await says(person, 'we want the Ayutthaya merit day, 6 of us')
    expect(await says(person, 'next sat or sunday, whichever')).toContain('28 Nov')
    expect(await says(person, 'Sunday then')).toContain('29 Nov')
  })
})
