import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { conversationOf } from './all-quiet.ts'
import { talksOn } from './talks.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('days said loosely, and what must be known of those who come, on %s', (app) => {
  const { newcomer, says, bookingsOf, casesOf } = talksOn(() => desk, app)

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

  it('any weekend is the Saturdays and Sundays of it; a price is told beside what nobody here knows', async () => {
    const person = newcomer('asiatravelplan', 'Weekends', 'th')
    await says(person, 'อยากพาทีมไปเรียนทำอาหารที่ฮอยอัน 8 คน', 'ต้นเดือนหน้า เสาร์อาทิตย์ไหนก็ได้')
    const asked = JSON.stringify(person.messages().at(-1))
    expect(asked).toContain('"เสาร์ 5 ธ.ค."')
    expect(asked).toContain('"อาทิตย์ 6 ธ.ค."')
    expect(asked).not.toContain('"อังคาร 1 ธ.ค."')
    expect(await says(person, 'ราคาต่อคนเท่าไหร่ รวมรถรับส่งป่าว')).toContain('US$45')
    const ramen = newcomer('vschool', 'Which weekend', 'th')
    const rounds = await says(ramen, 'คลาสทำราเมนวันเดียว มีรอบเสาร์อาทิตย์ไหนบ้าง')
    expect(rounds).toMatch(/เสาร์ 28 พ\.ย\.[^]*เสาร์ 5 ธ\.ค\./)
  })

  it('an article on other things is no answer about this one: nobody is told of rain in Phuket who asks of Sri Lanka', async () => {
    const person = newcomer('asiatravelplan', 'Rain', 'en')
    await says(person, 'thinking of Sri Lanka for our honeymoon, the feb 13 one')
    const told = await says(person, 'just 2 of us. does it rain a lot then?')
    expect(told).not.toMatch(/Andaman|Hokkaido/)
    expect(told).toContain('your question goes with the request')
  })

  it('what time it ends is known, while it is booked and after; what takes place alone on that day is it', async () => {
    const person = newcomer('vschool', 'Until when', 'en')
    await says(person, 'i would like to book a workshop on sunday 29 november for 2 kids')
    expect(await says(person, 'what time does it finish?')).toContain('10:00–12:00')
    await says(person, 'ok book it pls')
    expect(await says(person, 'great what time does it finish?')).toContain('10:00–12:00')
  })

  it('a tour that leaves on the very day they named is put forward before anybody asks for how long', async () => {
    const person = newcomer('chapter2', 'Leaves then', 'ja')
    await says(person, '両親の還暦祝いで冬の小樽へ旅行したいのですが', '4人です')
    expect(await says(person, '1月12日でお願いします')).toContain('北海道ゆったり冬の旅')
    expect(await says(person, '小島健です')).toContain('北海道ゆったり冬の旅')
  })

  it('how a trouble came about is more of the same; who is ill is not begged pardon, and what was told first stands on the case', async () => {
    const person = newcomer('vschool', 'More of it', 'th')
    await says(person, 'โอนเติมวอลเล็ตไป 2000 เมื่อเช้า ยังไม่เข้าเลยอะ', 'เลขอะไรอะ ไม่รู้ โอนจากกสิกรตอนเก้าโมง')
    expect(await casesOf(person)).toHaveLength(1)
    const ill = newcomer('vschool', 'Ill', 'th')
    await says(ill, 'หนูจองคลาสอุด้งไว้ 28 นี้ แต่เป็นไข้หวัดใหญ่ ไปไม่ไหวแล้วค่ะ')
    expect(await says(ill, 'ขอเงินคืนได้ป่ะคะ มีใบรับรองแพทย์')).not.toContain('ขออภัย')
    const [opened] = await desk.ask(
      `select (select count(*)::int from messages m where m.case_id = c.id and m.direction = 'in') as words from cases c where conversation_id = $1`,
      [await conversationOf(desk, ill)],
    )
    expect(opened).toMatchObject({ words: 2 })
  })

  it('when they hear from us is known from the request', async () => {
    const sent = newcomer('chapter2', 'Hear back', 'en')
    await says(sent, 'we want the Ayutthaya merit day, 6 of us, 28 November', 'Dermot', 'Yes go ahead')
    expect(await says(sent, 'when do i hear back?')).toContain('18:00')
  })

  it('who they are beside a yes sends it; a yes is nobody’s name; Sunday is of the week they named', async () => {
    const person = newcomer('asiatravelplan', 'Of that week', 'ja')
    await says(person, 'アユタヤの日帰りツアー、来週の土日で2名お願いします')
    expect(await says(person, '日曜日でお願いします')).toContain('11月29日')
    expect(await says(person, '西田です。送ってください')).toContain('承りました')
    expect(await bookingsOf(person)).toMatchObject([{ slots: { date: '2026-11-29', name: '西田', party_size: 2 } }])
    const student = newcomer('vschool', 'All right', 'th')
    await says(student, 'สมัครคอร์สซูชิโปรค่ะ รอบ 9 มกรา', 'อุมาพร สายทอง 089-222-3344', 'ตกลงค่ะ')
    expect(await bookingsOf(student)).toMatchObject([{ slots: { name: 'อุมาพร สายทอง', phone: '0892223344' } }])
  })

  it('a place where only a tour goes is no day out; a question of the month it is for is answered or passed on; why is asked of people', async () => {
    const person = newcomer('chapter2', 'Taiwan', 'th')
    await says(person, 'อยากพาแม่ไปไหว้พระไต้หวัน มีนา แม่ 76 ขึ้นบันไดไม่ไหว')
    expect(await says(person, 'กี่วันคะ แล้วราคาเท่าไหร่')).toContain('32,900')
    await says(person, '2 คนครับ ขอเตียงแยก')
    expect(await says(person, 'เดือนมีนาฝนตกไหม')).toContain('แนบคำถามไปกับคำขอ')
    await says(person, 'วิชัย มงคล', 'ครับ ส่งได้เลย')
    const [booking] = await bookingsOf(person)
    expect(booking?.slots).toMatchObject({ date: '2027-03-11', party_size: 2 })
    expect(booking?.slots['note']).toMatch(/ขึ้นบันไดไม่ไหว[^]*เตียงแยก/)
    expect(await says(person, 'อ้าว ทำไมอะครับ')).toContain('ทีมงานจะตอบในแชต')
    expect(await casesOf(person)).toEqual([])
  })
})
