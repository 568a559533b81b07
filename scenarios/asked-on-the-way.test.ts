import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { conversationOf, saysInTurn } from './all-quiet.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('what is asked on the way (on %s)', (app) => {
  const talk = async (tenant: string, name: string, language: 'th' | 'en' | 'ja', said: string[]) => {
    const person = desk.business(tenant, app).newcomer(name, language)
    await saysInTurn(desk, person, said)
    const [row] = await desk.ask(
      `select k.mode as hands, k.state->'draft'->'answers' as answers,
         (select coalesce(json_agg(y.key), '[]') from cases c join case_types y on y.id = c.case_type_id where c.conversation_id = k.id) as cases,
         (select coalesce(json_agg(c.slots), '[]') from cases c where c.conversation_id = k.id) as slots
       from conversations k where k.id = $1`,
      [await conversationOf(desk, person)],
    )
    const { hands, answers, cases, slots } = row ?? {}
    return { last: person.lastText(), hands, answers, cases, slots }
  }

  it('who asks whether anybody is there hears so, and where their case stands; nobody is called for it', async () => {
    const thai = await talk('meelike', 'Kob', 'th', ['เติมเงิน 400 ไปครึ่งชั่วโมงแล้วยังไม่เข้า', 'มีใครอยู่มั้ยครับ'])
    expect(thai).toMatchObject({ hands: 'bot', cases: ['topup_not_credited'] })
    expect(thai.last).toMatch(/^อยู่ค่ะ.*ML-C-\d+/s)
    const english = await talk('asiatravelplan', 'Ida', 'en', ['Hello, anybody there?'])
    expect(english).toMatchObject({ hands: 'bot', cases: [] })
    expect(english.last).toMatch(/I’m here/)
    expect((await talk('chapter2', '森', 'ja', ['どなたかいらっしゃいますか'])).last).toMatch(/こちらにおります/)
  })

  it('what they get for a trouble is for people to say: no article on how others cancel, no second case', async () => {
    const { last, cases } = await talk('asiatravelplan', 'Marc', 'en', [
      'our driver never came to the hotel in Hanoi, we took a taxi ourselves',
      'skip',
      'so how much will we get back?',
    ])
    expect(cases).toEqual(['transfer_no_show'])
    expect(last).toMatch(/put your question to the team that has CS-\d+/)
    const golf = await talk('prime', 'Nok', 'th', ['สนามเก็บค่ารถกอล์ฟ 900 บาท ทั้งที่แพลนรวมแล้ว', 'ข้าม', 'ได้เงินคืนมั้ยคะ กี่วัน'])
    expect(golf.last).toMatch(/ส่งคำถามไปกับ CS-\d+/)
    expect(golf.cases).toHaveLength(1)
  })

  it('a question that nothing answers goes to those who have the case', async () => {
    const { last, cases } = await talk('vschool', 'Film', 'th', [
      'ขอเลื่อนคลาสเบนโตะวันที่ 5 ไปวันที่ 19 ได้ไหมคะ ไม่สบาย',
      'ใช่ค่ะ',
      'ต้องส่งใบรับรองแพทย์ทางไหนคะ',
    ])
    expect(cases).toEqual(['reschedule_request'])
    expect(last).toMatch(/ทีมงานจะตอบในแชตนี้/)
  })

  it('where it was, said alone, and whether something is done about it, belong to the complaint', async () => {
    const { last, cases } = await talk('prime', 'Ole', 'en', [
      'The caddie was rude to us all morning yesterday',
      'Bua Luang',
      'are you going to do anything about that?',
    ])
    expect(cases).toHaveLength(1)
    expect(last).toMatch(/put your question to the team that has CS-\d+/)
  })

  it('the same with one more order is no other trouble, and who wants no money asks for none', async () => {
    expect(
      (await talk('meelike', 'Fai', 'th', ['ออเดอร์ 1309911 ไลก์ยังไม่ขึ้นเลย สั่งตั้งแต่เช้า', '1309915 ก็ด้วย เป็นเหมือนกันค่ะ']))
        .cases,
    ).toEqual(['order_not_started'])
    expect(
      (
        await talk('chapter2', 'Tew', 'en', [
          'Our guide in Chiang Rai was rude to my father all day',
          'I do not want a refund, just tell him to be kinder',
        ])
      ).cases,
    ).toEqual(['guide_or_tour_complaint'])
  })

  it('a user name or somebody else’s number told after a trouble belongs to it', async () => {
    const { last, cases } = await talk('meelike', 'Pond', 'th', ['โอน 250 ไปแล้วเครดิตไม่ขึ้น', 'ยูส pla.shop77'])
    expect(cases).toHaveLength(1)
    expect(last).toMatch(/ML-C-\d+/)
    const lost = await talk('asiatravelplan', 'Joan', 'en', [
      'I left my jacket on the bus to Kyoto yesterday',
      'ATP-4999',
    ])
    expect(lost.last).toMatch(/CS-\d+/)
    expect(lost.slots).toMatchObject([{ reference: 'ATP-4999' }])
  })

  it('what follows a question by "and …?" is one more question, and never an emergency', async () => {
    const { cases, last } = await talk('chapter2', 'Rue', 'th', ['มีทัวร์ไปเกาหลีไหมคะ', 'แล้วภูฏานล่ะคะ'])
    expect(cases).toEqual([])
    expect(last).toMatch(/ภูฏาน/)
    const rain = await talk('prime', 'Wit', 'th', ['ฝนตกหนักเลิกเล่นตั้งแต่หลุม 4 จะได้สิทธิ์คืนไหมครับ', 'แล้วถ้าเล่นถึงหลุม 12 ล่ะ'])
    expect(rain).toMatchObject({ cases: [] })
    expect(rain.last).toMatch(/หลุม 9/)
    const visa = await talk('asiatravelplan', 'Pri', 'en', [
      'do i need travel insurance for the Bali trip?',
      'and what about visas?',
    ])
    expect(visa.cases).toEqual([])
    expect(visa.last).toMatch(/visa/i)
  })

  it('a day and a number, right after something was spoken of, book that', async () => {
    expect(
      (
        await talk('vschool', 'Kim', 'en', [
          'is the bento workshop ok for beginners?',
          'Sat 5 Dec sounds good, two of us',
        ])
      ).answers,
    ).toMatchObject({ item: 'bento', party_size: 2, date: '2026-12-05' })
    expect(
      (
        await talk('vschool', 'Ann', 'en', [
          'anything my 7 year old could join?',
          'the 2nd weekend of December would suit',
        ])
      ).answers,
    ).toMatchObject({ item: 'kids_mochi' })
  })

  it('what was haggled over is what "take 30k" means', async () => {
    const { answers } = await talk('meelike', 'Jay', 'th', ['วิวยูทูบ 10000 ลดได้ไหม', 'งั้นเอา 30000 เลยครับ'])
    expect(answers).toMatchObject({ item: 'svc_401', amount: 30_000 })
  })
})
