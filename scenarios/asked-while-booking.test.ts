import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { conversationOf, saidSince, saysInTurn } from './all-quiet.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('questions and choices while a booking is made (on %s)', (app) => {
  const talk = async (tenant: string, name: string, language: 'th' | 'en' | 'ja', said: string[]) => {
    const person = desk.business(tenant, app).newcomer(name, language)
    await saysInTurn(desk, person, said.slice(0, -1))
    const before = person.messages().length
    await saysInTurn(desk, person, said.slice(-1))
    const [row] = await desk.ask(
      `select k.state->'draft' as draft,
         (select coalesce(json_agg(y.key), '[]') from cases c join case_types y on y.id = c.case_type_id where c.conversation_id = k.id) as cases,
         (select coalesce(json_agg(b.slots order by b.reference), '[]') from bookings b where b.conversation_id = k.id) as bookings
       from conversations k where k.id = $1`,
      [await conversationOf(desk, person)],
    )
    const { draft, cases, bookings } = row as Record<string, never> & {
      draft: { answers: object; asked: string } | null
    }
    return {
      heard: saidSince(person, before).join('\n'),
      answers: draft?.answers,
      asked: draft?.asked,
      cases,
      bookings,
    }
  }

  it('whether there is room is told before how many come is asked', async () => {
    const english = await talk('asiatravelplan', 'Kiran', 'en', [
      'Thinking of Sri Lanka in Feb, is the leopard one still open?',
    ])
    expect(english.heard).toMatch(/Sat 13 Feb/s)
    const japanese = await talk('asiatravelplan', '大野', 'ja', [
      '北海道のツアーを考えているのですが、2月は空きがありますか？',
    ])
    expect(japanese.heard).toMatch(/2月20日/s)
    const thai = await talk('chapter2', 'กล้า', 'th', ['หวัดดีค่ะ ทริปน่านธันวายังว่างมั้ย'])
    expect(thai.heard).toMatch(/26 ธ\.ค\./)
  })

  it('the Saturday one is the one that was offered, and the month of several is enough', async () => {
    const saturday = await talk('vschool', 'Ines', 'en', [
      'do you still have space for the knife class in december? 2 of us',
      'the saturday one pls',
    ])
    expect(saturday).toMatchObject({ asked: 'agreed', answers: { party_size: 2 } })
    expect(saturday.heard).toMatch(/Sat 12 Dec/)
    const japanese = await talk('asiatravelplan', '木村', 'ja', [
      '北海道のツアー、2月に4名でお願いします',
      '20日の方でお願いします',
    ])
    expect(japanese.heard).toMatch(/2月20日\(土\)/)
  })

  it('of two days that would do the one with room is taken, though the first is full', async () => {
    const { heard } = await talk('chapter2', 'Rhys', 'en', [
      'Nan homestay for 3 people, the 5th or the 26th of December, whichever is free',
    ])
    expect(heard).toMatch(/Sat 26 Dec/)
    const thai = await talk('chapter2', 'ปิ่น', 'th', ['จองทริปน่านปัวโฮมสเตย์ค่ะ วันที่ 5 หรือ 26 ธันวา ก็ได้', '3 คนค่ะ'])
    expect(thai.heard).toMatch(/26 ธ\.ค\./)
  })

  it('over New Year a trip may leave the day before, and how many seats it has is said', async () => {
    const { heard } = await talk('chapter2', 'มาลี', 'th', ['จองทริปกระบี่สามวัย ช่วงปีใหม่ 4 คนค่ะ'])
    expect(heard).toMatch(/30 ธ\.ค\. เหลือแค่ 2 ที่/)
    const left = await talk('chapter2', 'มณี', 'th', ['จองทริปกระบี่สามวัย ช่วงปีใหม่ 4 คนค่ะ', 'อ้าว เหลือกี่ที่คะ'])
    expect(left.heard).toMatch(/30 ธ\.ค\. 08:00 \(เหลือ 2 ที่\)/)
    const two = await talk('chapter2', 'มารวย', 'th', ['จองทริปกระบี่สามวัย ช่วงปีใหม่ 4 คนค่ะ', 'งั้นขอแค่ 2 คนค่ะ'])
    expect(two).toMatchObject({ asked: 'agreed', answers: { party_size: 2 } })
  })

  it('a question with the answer is not lost: it goes with the request, and they read so', async () => {
    const thai = await talk('vschool', 'แพน', 'th', [
      'จองเวิร์กช็อปราเมนวันเดียว 5 ธ.ค. ค่ะ',
      'ไป 2 คนค่ะ กับแฟน แฟนไม่กินหมู เป็นไรมั้ยคะ',
    ])
    expect(thai).toMatchObject({ asked: 'agreed', answers: { party_size: 2, note: expect.stringMatching(/ไม่กินหมู/) } })
    expect(thai.heard).toMatch(/แนบคำถามไปกับคำขอ/)
    const english = await talk('asiatravelplan', 'Nora', 'en', [
      'Slow Mekong on 20 December for 2 adults please',
      'My husband is coeliac, will that be a problem?',
    ])
    expect(english.heard).toMatch(/our team answer that/)
    expect(english.answers).toMatchObject({ note: expect.stringMatching(/coeliac/) })
  })

  it('a room for one is no party of one, and one more of four is five', async () => {
    const { answers, asked } = await talk('chapter2', '石井', 'ja', [
      'ルアンパバーンのツアーを1月14日出発で3名お願いします',
      '一人部屋はできますか',
    ])
    expect({ answers, asked }).toMatchObject({ asked: 'agreed', answers: { party_size: 3 } })
    const more = await talk('chapter2', '浜田', 'ja', [
      'ルアンパバーンのツアーを1月14日出発で3名お願いします',
      'はい、お願いします',
      '一人増えて4名になりました',
    ])
    expect(more.cases).toEqual(['booking_change_request'])
  })

  it('another class that is named in the middle is booked as what it is', async () => {
    const { heard, answers } = await talk('vschool', 'โอ๋', 'th', ['อยากลงคอร์สค่ะ', 'ขอจองเกี๊ยวซ่าวันที่ 3 ธ.ค. ค่ะ', '1 ที่ค่ะ'])
    expect(heard).toMatch(/เกี๊ยวซ่า/)
    expect(answers).toMatchObject({ party_size: 1 })
  })

  it('what one of the offered trips is called by chooses it, and the price asked with it is told', async () => {
    const { heard, answers } = await talk('asiatravelplan', 'ปุ้ย', 'th', [
      'มีทัวร์เวียดนามมั้ยคะ ไปกับที่บ้าน 6 คน',
      'ฮานอยก็ได้ค่ะ ราคาเท่าไหร่ต่อคน',
    ])
    expect(answers).toMatchObject({ item: 'atp_vn_01' })
    expect(heard).toMatch(/980/)
  })

  it('a telephone number after a trouble belongs to it, and who says it has come right is believed', async () => {
    const number = await talk('vschool', 'นก', 'th', ['เครดิตในแอปหายไป 2 เครดิตค่ะ', 'เบอร์ 089-555-0142 ค่ะ'])
    expect(number).toMatchObject({ bookings: [], cases: ['course_credit_wrong'] })
    expect(number.heard).toMatch(/เพิ่มลงใน CS-\d+/)
    const found = await talk('asiatravelplan', 'Tomas', 'en', [
      'nobody is here to pick us up at Hanoi airport, we landed 40 min ago',
      'found him, he was at the wrong exit. thanks',
    ])
    expect(found.heard).toMatch(/glad to hear.*CS-\d+/s)
  })

  it('the same article to two questions in a row says that it is the same', async () => {
    const { heard } = await talk('asiatravelplan', 'Meg', 'en', [
      'How much deposit do you take?',
      'and when is the rest due?',
    ])
    expect(heard).toMatch(/^That is in what I sent just now/)
    expect(heard).toMatch(/30 days before departure/)
  })

  it('a yes with what is known already is a yes', async () => {
    const { bookings } = await talk('asiatravelplan', 'Cleo', 'en', [
      'Borneo Wild in April for 2 people please',
      'yes 2 of us, the April one',
    ])
    expect(bookings).toEqual([expect.objectContaining({ party_size: 2, date: '2027-04-10' })])
  })

  it('what somebody must not eat, told beside an answer, goes with the request', async () => {
    const { answers } = await talk('vschool', 'ตาล', 'th', ['จองคลาสโมจิวันที่ 29 พ.ย. ค่ะ', 'งั้นเอา 2 ที่ค่ะ น้องแพ้นมวัวนะคะ'])
    expect(answers).toMatchObject({ party_size: 2, note: expect.stringMatching(/แพ้นม/) })
  })

  it('an article that names another trip changes nothing of the one that was spoken of', async () => {
    const { heard } = await talk('chapter2', 'ดล', 'th', [
      'ทริปภูฏานมีนา เหลือกี่ที่ครับ ผมกับภรรยา',
      'เดินขึ้นเขาเยอะมั้ย ภรรยาเข่าไม่ค่อยดี',
      'เอาครับ 2 คน',
    ])
    expect(heard).toMatch(/ภูฏาน/)
  })

  it('a day and a number of what was spoken of book it, with the question beside them', async () => {
    const { answers } = await talk('vschool', 'กุ้ง', 'th', [
      'คลาสนิกิริเดือนธันวามีวันไหนบ้างคะ',
      'วันที่ 3 ค่ะ 2 คน แฟนไม่กินปลาดิบ จะเป็นอะไรมั้ย',
    ])
    expect(answers).toMatchObject({ party_size: 2, note: expect.stringMatching(/ไม่กินปลาดิบ/) })
  })
})
