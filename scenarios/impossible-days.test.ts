import { createHmac, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'

const wordsOf = {
  th: {
    books: 'จองห้องพักที่หัวหิน 2 คืน 2 คน วันที่ 31 พ.ย. ค่ะ',
    withoutDay: 'จองห้องพักที่หัวหิน 2 คืน 2 คน',
    asksDay: /วันไหน/,
    noSuchDay: '31 พ.ย. ไม่มีในปฏิทินค่ะ',
    again: '30 กุมภา',
    neither: '30 กุมภา ไม่มีในปฏิทินค่ะ',
    over: '5 พ.ย. 2569',
    isOver: 'ผ่านไปแล้ว',
    right: '4 ธ.ค.',
    readBack: 'ศุกร์ 4 ธ.ค.',
    moves: 'ขอเลื่อนทริป C2-3358 ไปเป็นวันที่ 31 พ.ย. ได้ไหมคะ',
  },
  en: {
    books: 'Please book a hotel in Hua Hin for 2 people, 2 nights from 31 November',
    withoutDay: 'Please book a hotel in Hua Hin for 2 people, 2 nights',
    asksDay: /Which day/,
    noSuchDay: '31 November isn’t a date in the calendar',
    again: 'Feb 30',
    neither: 'Feb 30 isn’t a date in the calendar',
    over: '5 November 2026',
    isOver: 'has passed',
    right: '4 Dec',
    readBack: 'Fri 4 Dec',
    moves: 'Please move my trip C2-3358 to 31 November',
  },
  ja: {
    books: 'ホアヒンのホテルを2名で2泊、11月31日から予約したいです',
    withoutDay: 'ホアヒンのホテルを2名で2泊予約したいです',
    asksDay: /日/,
    noSuchDay: '11月31日という日付は暦にございません',
    again: '2月30日',
    neither: '2月30日という日付は暦にございません',
    over: '2026年11月5日',
    isOver: '過ぎ',
    right: '12月4日',
    readBack: '12月4日',
    moves: 'C2-3358の旅行を11月31日に変更してください',
  },
} as const

async function pickRaw(desk: Desk, userId: string, data: string, date: string): Promise<void> {
  const event = {
    type: 'postback',
    mode: 'active',
    timestamp: Date.now(),
    webhookEventId: randomUUID(),
    source: { type: 'user', userId },
    postback: { data, params: { date } },
  }
  const body = JSON.stringify({ destination: `U${'0'.repeat(32)}`, events: [event] })
  const signature = createHmac('sha256', 'demo-chapter2-line-secret').update(body).digest('base64')
  const headers = { 'content-type': 'application/json', 'x-line-signature': signature }
  const answer = await fetch(`${desk.url}/webhooks/line/chapter2-line`, { method: 'POST', body, headers })
  expect(answer.status).toBe(200)
}

describe.each(apps)('a time that is over today (Prime, at ten in the morning), on %s', (app) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  it('is not booked, and the time is kept for the day that is said instead', async () => {
    const guest = desk.business('prime', app).newcomer('คุณสาย', 'th')
    await guest.says('จองสนามดอยคำฟ้า วันนี้ 7 โมงเช้า 2 คนครับ')
    await guest.hears(/20 พ\.ย\. 07:00 ผ่านไปแล้ว/)
    await guest.says('พรุ่งนี้')
    const card = await guest.hears(/ส่งเลยไหมคะ/)
    expect(JSON.stringify(card.raw)).toMatch(/21 พ\.ย\./)
    expect(JSON.stringify(card.raw)).toContain('07:00')
    expect(desk.troubles).toEqual([])
  })

  it('later today is booked', async () => {
    const guest = desk.business('prime', app).newcomer('คุณทัน', 'th')
    await guest.says('จองสนามดอยคำฟ้า วันนี้ 5 โมงเย็น 2 คนครับ')
    await guest.hears(/ส่งเลยไหมคะ/)
  })

  it.each(['取消', '算了吧'])('%s leaves a booking that was begun', async (leaves) => {
    const guest = desk.business('chapter2', app).newcomer('小明', 'en')
    await guest.says('Please book a hotel in Hua Hin for 2 people, 2 nights')
    await guest.hears(/Which day/)
    await guest.says(leaves)
    await guest.hears('Nothing was booked')
    expect(desk.troubles).toEqual([])
  })
})

describe.each(['th', 'en', 'ja'] as const)('a day that no calendar has (Chapter2, %s)', (language) => {
  const words = wordsOf[language]
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  it('is no answer when a picker gives it: nobody seals what is picked', async () => {
    const guest = desk.business('chapter2', 'line').newcomer('Picker', language)
    await guest.says(words.withoutDay)
    const asked = await guest.hears(words.asksDay)
    const data = /"type":"datetimepicker"[^}]*?"data":"([^"]+)"/.exec(JSON.stringify(asked.raw))?.[1] ?? ''
    expect(data).not.toBe('')
    for (const date of ['2026-02-30', '9999-99-99', 'soon', '']) {
      const heard = guest.messages().length
      await pickRaw(desk, guest.userId, data, date)
      await vi.waitUntil(() => guest.messages().length > heard, { timeout: 60_000 })
      expect(JSON.stringify(guest.messages().at(-1)?.raw), date).toContain('datetimepicker')
    }
    await pickRaw(desk, guest.userId, data, '2026-12-04')
    await guest.hears(words.readBack)
    expect(desk.troubles).toEqual([])
  })

  it('is asked about when a booking begins with it, and again, and a day that is over too', async () => {
    const guest = desk.business('chapter2', 'line').newcomer('Nok', language)
    await guest.says(words.books)
    await guest.hears(words.noSuchDay)
    await guest.says(words.again)
    await guest.hears(words.neither)
    await guest.says(words.over)
    await guest.hears(words.isOver)
    await guest.says(words.right)
    await guest.hears(words.readBack)
    expect(desk.troubles).toEqual([])
  })

  it('is asked about when a trip is to be moved to it; the case is open all the while, and then knows the day', async () => {
    const guest = desk.business('chapter2', 'line').newcomer('Mali', language)
    await guest.says(words.moves)
    await guest.hears(words.noSuchDay)
    const open = `select slots->>'date' as date from cases where slots->>'reference' = 'C2-3358' order by opened_at desc limit 1`
    const [before] = await desk.ask(open)
    expect(before).toMatchObject({ date: null })
    await guest.says(words.again)
    await guest.hears(words.neither)
    await guest.says(words.right)
    await expect.poll(async () => (await desk.ask(open))[0]?.['date']).toBe('2026-12-04')
    expect(desk.troubles).toEqual([])
  })
})
