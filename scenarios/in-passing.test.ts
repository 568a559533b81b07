import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { conversationOf } from './all-quiet.ts'
import { type Person, talksOn } from './talks.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('what is said in passing, and beside what was asked (on %s)', (app) => {
  const { newcomer, says, casesOf } = talksOn(() => desk, app)
  const bookingOf = async (person: Person) =>
    (
      await desk.ask(
        `select reference, slots, note_count from (select b.reference, b.slots, b.requested_at,
        (select count(*)::int from messages m where m.booking_id = b.id and m.direction = 'in') as note_count from bookings b where b.conversation_id = $1) b order by requested_at desc limit 1`,
        [await conversationOf(desk, person)],
      )
    )[0] as { reference: string; slots: Record<string, unknown>; note_count: number } | undefined

  it('a slip of the finger, a laugh, a question what we are: a kind word, and nothing is opened', async () => {
    const person = newcomer('meelike', 'Passing', 'en')
    expect(await says(person, 'ok sorry wrong chat')).toContain('No problem')
    expect(await says(person, 'are you a bot?')).toContain('automatic assistant')
    expect(await says(person, 'what do you sell?')).toContain('Meelike')
    expect(await casesOf(person)).toEqual([])
  })

  it('kind words open nothing, reach those who earned them, and leave what waits where it was', async () => {
    for (const [tenant, language, said, thanked] of [
      ['chapter2', 'en', 'just wanted to say our guide Nid was an angel with my mother', 'passed it on'],
      ['prime', 'ja', 'キャディーさん、とても感じが良かったです。お礼を伝えてください', 'ありがとうございます'],
      ['vschool', 'th', 'เชฟบอสน่ารักมากค่ะ', 'ส่งคำชม'],
    ] as const) {
      const name = `Praises ${tenant}`
      const person = newcomer(tenant, name, language)
      expect(await says(person, said)).toContain(thanked)
      expect(await casesOf(person)).toEqual([])
      expect(await bookingOf(person)).toBeUndefined()
      await says(person, language === 'th' ? 'ขอดูตารางคลาสหน่อยค่ะ' : 'what do you offer?')
      const card = await desk.business(tenant, app).group.hears(new RegExp(`💛[^]*${name}|${name}[^]*💛`))
      expect(card.text).toContain(said)
      expect(card.text).not.toMatch(/ขอดูตาราง|what do you offer/)
    }
    const guest = newcomer('asiatravelplan', 'Praises on the way', 'en')
    await says(guest, 'Andaman Island Hopper, 2 adults')
    const told = await says(guest, 'by the way our driver yesterday was a star')
    expect(told).toContain('passed it on')
    expect(told).toMatch(/day|date/i)
  })

  it('a number that was asked about, and is not known here, is that of the trouble told next', async () => {
    const waits = newcomer('meelike', 'Asks about a number', 'en')
    await says(waits, 'hows it going my order? 1281555')
    await says(waits, 'still nothing after 2 days, it has not started at all')
    expect(await casesOf(waits)).toMatchObject([{ slots: { order_id: '1281555' } }])
    const paid = newcomer('meelike', 'ถามเลข', 'th')
    await says(paid, 'TP-88213 ถึงไหนแล้วคะ')
    await says(paid, 'โอนมาชั่วโมงกว่าแล้ว เงินยังไม่เข้าเลยค่ะ')
    expect(await casesOf(paid)).toMatchObject([{ slots: { reference: 'TP-88213' } }])
    const unsure = newcomer('meelike', 'Unsure after a number', 'en')
    await says(unsure, 'hows it going my order? 1281557')
    expect(await says(unsure, 'still nothing after 2 days tbh')).not.toBe('')
  })

  it('a death is met with condolences, a danger with whom to call, and neither with a form', async () => {
    const mourns = newcomer('chapter2', 'Mourns', 'th')
    const told = await says(mourns, 'พรุ่งนี้คุณแม่ไปทริปไม่ได้แล้วค่ะ เสียแล้วเมื่อคืน')
    expect(told).toContain('ขอแสดงความเสียใจ')
    expect(told).not.toMatch(/ความไม่สะดวก|ยินยอม/)
    expect(await casesOf(mourns)).toHaveLength(1)
    const scared = newcomer('vschool', 'Scared', 'en')
    const alarmed = await says(
      scared,
      'my daughter ate the shrimp in class and her lips are swelling, she cannot breathe',
    )
    expect(alarmed).toContain('1669')
    expect(alarmed).not.toMatch(/consent|keep your/i)
    expect(await casesOf(scared)).toMatchObject([{ severity: 'critical' }])
    expect(await says(scared, 'should we call an ambulance?')).toMatch(/^Yes.*1669/s)
  })

  it('who bargains hears no promise, and the booking goes on where it was', async () => {
    const person = newcomer('asiatravelplan', 'Bargain', 'th')
    const told = await says(person, 'สนใจทัวร์โซลและเชจูฤดูใบไม้ผลิ 2 คน', 'ลดหน่อยได้ไหมคะ มากันสองคนเอง')
    expect(told).toMatch(/ส่วนลด/)
    expect(told).toMatch(/สะดวกรอบไหน/)
  })

  it('what it costs is told from the catalogue, in whatever words it is asked', async () => {
    const person = newcomer('asiatravelplan', 'Price', 'th')
    expect(await says(person, 'สนใจทัวร์โซลและเชจูฤดูใบไม้ผลิ 2 คน', 'กี่บาทคะ แพงไหม')).toContain('1,720')
  })

  it('a yes to several dates is none to the first of them', async () => {
    const person = newcomer('asiatravelplan', 'Dates', 'th')
    const told = await says(person, 'สนใจทัวร์โซลและเชจูฤดูใบไม้ผลิ 2 คน', 'ค่ะ')
    expect(told).toMatch(/สะดวกรอบไหน/)
  })

  it('what is told beside the question goes with the request, and staff read their words', async () => {
    const person = newcomer('chapter2', 'Margaret', 'en')
    await says(person, 'Good afternoon. My friend Dorothy and I are interested in a trip to Bhutan in March.')
    await says(person, 'Could we have a single room each?')
    const [conversation] = await desk.ask(`select state from conversations where id = $1`, [
      await conversationOf(desk, person),
    ])
    expect(JSON.stringify(conversation)).toContain('single room each')
    expect(JSON.stringify(conversation)).toContain('"party_size": 2'.replace(' ', ''))
  })

  it('a day of the month that was spoken of is no day of another', async () => {
    const person = newcomer('vschool', 'Nadia', 'en')
    await says(
      person,
      'Hi! want to do a private sushi class for my team, 12 ppl, sometime in mid January, at 6pm',
      '15th works',
      'yes send it',
    )
    const booking = await bookingOf(person)
    expect(booking?.slots).toMatchObject({ date: '2027-01-15', party_size: 12 })
    expect(booking?.note_count).toBeGreaterThan(1)
    const { group } = desk.business('vschool', app)
    const card = group.messages().find((it) => it.text.includes(booking?.reference ?? '?'))
    expect(card?.text).toContain('private sushi class for my team')
  })

  it('asked where, an answer about something else is no place', async () => {
    const person = newcomer('prime', 'Anan', 'th')
    await says(person, 'เสาร์นี้ขอออกรอบ 4 คน เช้าๆ หน่อยครับ', 'เอ๊ะ อาทิตย์ดีกว่า ลูกมีสอบ', 'บัวหลวงเลคส์', '7:04 ครับ', 'ค่ะ ถูกต้อง')
    const booking = await bookingOf(person)
    expect(booking?.slots).toMatchObject({ date: '2026-11-22', party_size: 4 })
    expect(booking?.slots['name']).toBeUndefined()
    expect(String(booking?.slots['venue'])).not.toContain('ลูก')
  })

  it('a request that has just gone out is changed in a few words: staff get the change, nobody asks what it is about', async () => {
    const person = newcomer('prime', 'Spa', 'en')
    await says(person, 'couples massage sunday 3pm', 'yes', 'actually monday same time')
    const booking = await bookingOf(person)
    const cases = await casesOf(person)
    expect(cases).toMatchObject([
      { key: 'booking_change_or_cancel', slots: { date: '2026-11-23', reference: booking?.reference } },
    ])
  })

  it('how many, or when, of the change is enough: no other day is asked for', async () => {
    const person = newcomer('prime', 'Dinner', 'th')
    const told = await says(person, 'ขอโต๊ะ 8 ที่ ร้านญี่ปุ่น คืนวันศุกร์หน้า ทุ่มครึ่ง', 'ค่ะ', 'เพิ่มเป็นสิบคนนะ')
    expect(await casesOf(person)).toMatchObject([{ slots: { party_size: 10 } }])
    expect(told).not.toMatch(/ต้องการวันไหน/)
  })

  it('the number that a case needs is taken whenever it comes, and a link or a tax number belongs to it', async () => {
    const person = newcomer('meelike', 'Later', 'th')
    await says(person, 'ฟอลติดตามเพจหายไปเป็นร้อยเลยค่ะ เพิ่งซื้อไปอาทิตย์ก่อน', 'เลขออเดอร์จำไม่ได้อะ')
    expect(await says(person, '884733 น่าจะใช่')).toMatch(/เพิ่มลงใน/)
    expect(await says(person, 'ลิงก์เพจ https://facebook.com/fahsai.shop')).toMatch(/เพิ่มลงใน/)
    expect(await casesOf(person)).toMatchObject([{ slots: { order_id: '884733' } }])
  })

  it('who is angry about an open case reads where it stands, and may have a person', async () => {
    const person = newcomer('meelike', 'Angry', 'th')
    await says(person, 'เติมเครดิตไปแล้วเงินยังไม่ขึ้นเลยค่า โอน 1,290')
    const told = await says(person, 'บริการห่วยแตก')
    expect(told).toMatch(/ขออภัย/)
    expect(told).toMatch(/ML-C-\d+/)
  })

  it('when we answer is said of a request, too', async () => {
    const person = newcomer('prime', 'When', 'en')
    await says(person, 'couples massage sunday 3pm', 'yes')
    expect(await says(person, 'where does my booking stand?')).toContain('We answer by')
  })

  it('from one day to another says how many nights, and what it may cost is no trouble with a hotel', async () => {
    const person = newcomer('asiatravelplan', 'Lena', 'en')
    await says(
      person,
      'just a hotel in Hoi An pls, 2 rooms, 14-18 feb',
      '4 adults',
      'something with a pool not too pricey max 120 usd a night',
      'yes please',
    )
    expect((await bookingOf(person))?.slots).toMatchObject({
      duration_nights: 4,
      party_size: 4,
      budget: '120 USD/night',
    })
    expect(await casesOf(person)).toEqual([])
  })

  it('a wish for the ride that was just asked for is no driver who did not come', async () => {
    const person = newcomer('asiatravelplan', 'Dev', 'en')
    await says(
      person,
      'Need a van from Bangkok airport BKK to Hua Hin on the 5th of december, landing 22:40, 7 of us',
      'yes go ahead',
    )
    const told = await says(person, 'and can the driver stop at a 7-11 on the way?')
    expect(told).toContain((await bookingOf(person))?.reference)
    expect(await casesOf(person)).toEqual([])
  })

  it('one place more stands beside the first', async () => {
    const person = newcomer('asiatravelplan', 'Fiona', 'en')
    const told = await says(
      person,
      'trip to Bali for 4, 10 nights, 27 March to 6 April',
      'budget around 5 grand GBP all in',
      'actually could we do Lombok as well?',
    )
    expect(told).toMatch(/Bali, Lombok/)
    expect(told).toMatch(/5,000/)
  })

  it('where they are, told after the trouble, books no room', async () => {
    const person = newcomer('chapter2', 'Kung', 'th')
    await says(person, 'เมื่อคืนโรงแรมที่พักเสียงดังมาก แม่นอนไม่ได้เลย แอร์ก็เสีย')
    expect(await says(person, 'อยู่ห้อง 305 ที่หลวงพระบางค่ะ')).toMatch(/เพิ่มลงใน/)
    expect(await bookingOf(person)).toBeUndefined()
  })

  it('where it happened is nobody’s name, and is not lost', async () => {
    const person = newcomer('chapter2', 'Vi', 'th')
    await says(person, 'พ่อหกล้มหัวแตก อยู่ภูฏาน')
    expect(await says(person, 'พาโร วัดทักซัง')).toMatch(/เพิ่มลงใน/)
    expect((await casesOf(person))[0]?.['slots']).not.toHaveProperty('name')
  })

  it('a change of mind about the booking that is to be cancelled is the same matter, and nobody says sorry for a wish', async () => {
    const person = newcomer('asiatravelplan', 'Robert', 'en')
    expect(await says(person, 'Hi I want to cancel ATP-4821')).not.toMatch(/sorry/i)
    await says(person, 'could we move it to May instead')
    expect(await casesOf(person)).toHaveLength(1)
  })

  it('what is left of their rounds is no status of a case', async () => {
    const person = newcomer('prime', 'Claire', 'en')
    await says(person, 'The October invoice says 18 rounds, our report says 16. Please check before we pay.')
    expect(await says(person, 'And how many rounds do we have left?')).not.toMatch(/CS-\d+/)
  })

  it('a request that is given up in two breaths is asked about, not filed', async () => {
    const person = newcomer('vschool', 'Bento', 'th')
    await says(person, 'จองเบนโตะ 19 ธันวา 3 คน', 'ใช่')
    const told = await says(person, 'ไม่ไปแล้วค่ะ ยกเลิกให้หน่อย')
    expect(told).toContain((await bookingOf(person))?.reference)
    expect(await casesOf(person)).toEqual([])
  })

  it('who gives up what is only being written down is not asked it again', async () => {
    const person = newcomer('chapter2', 'Harold', 'en')
    const told = await says(
      person,
      'interested in a trip to Bhutan, two of us, 9 March',
      "I'd like to cancel, she's not well enough",
    )
    expect(told).not.toMatch(/Which|How many|Shall I send/)
    expect(await casesOf(person)).toEqual([])
  })

  it('somebody who comes in a wheelchair is told of, and no trouble', async () => {
    const person = newcomer('asiatravelplan', 'Wheels', 'th')
    await says(person, 'ไปเที่ยวเชียงใหม่กัน 9 คน ช่วงปีใหม่ 4 วัน 3 คืน งบคนละหมื่น', 'มีคนแก่นั่งรถเข็นด้วย')
    expect(await casesOf(person)).toEqual([])
    const [conversation] = await desk.ask(`select state from conversations where id = $1`, [
      await conversationOf(desk, person),
    ])
    expect(JSON.stringify(conversation)).toContain('มีคนแก่นั่งรถเข็นด้วย')
  })

  it('make that two: of the seat that was just asked for', async () => {
    const person = newcomer('vschool', 'Gift', 'en')
    await says(
      person,
      'a seat in the knife skills workshop on dec 12, 1 person',
      'yes',
      "actually make that 2, I'll join her",
    )
    expect(await casesOf(person)).toMatchObject([
      { key: 'reschedule_request', slots: { party_size: 2, reference: (await bookingOf(person))?.reference } },
    ])
  })

  it('of a day that was named only what takes place on it is put before them', async () => {
    const person = newcomer('chapter2', 'Day', 'en')
    const told = await says(person, 'book a tour for two of us, 9 March')
    expect(told).toContain('Bhutan')
    expect(told).not.toContain('Krabi')
  })
})
