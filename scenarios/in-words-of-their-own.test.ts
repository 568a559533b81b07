import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { talksOn } from './talks.ts'

const WISHES = {
  en: ['asiatravelplan', 'Hoi An Cooking & Market on 14 January at 13:30 for 2 people, please'],
  th: ['meelike', 'สั่งฟอลไอจีคนไทย 2000 คนค่ะ'],
  ja: ['prime', '12月4日の夜19時半、イトハを5名で予約したいです'],
} as const
const READ_BACK = /Shall I send it|ส่งเลยไหม|お送りしてよろしい/

describe.each(apps)('what nobody listed, on %s', (app) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(async () => {
    expect(desk.troubles).toEqual([])
    await desk.end()
  })
  let people = 0
  const { newcomer, says, bookingsOf, casesOf } = talksOn(() => desk, app)

  /** Somebody to whom a request has just been read back. */
  async function beforeSending(language: keyof typeof WISHES, name: string) {
    const [tenant, wish] = WISHES[language]
    people += 1
    const guest = newcomer(tenant, `${name} ${people}`, language)
    expect(await says(guest, wish)).toMatch(READ_BACK)
    return guest
  }

  it.each([
    ['en', "Lovely, that's us to a T. Go ahead and pop it in"],
    ['en', 'Good, this is fair. So please make the reservation fixed'],
    ['en', "Yup that's the one, ask them please"],
    ['th', 'เป๊ะเวอร์ จัดมาโลดจ้า'],
    ['th', 'ไม่มีอะไรต้องแก้แล้วค่ะ ฝากดำเนินการต่อเลยนะคะ'],
    ['ja', 'ええ、今おっしゃっていただいたとおりで結構です'],
    ['ja', 'かしこまりました、そちらで手配をお進めください'],
  ] as const)('a yes in its own words sends, %s: %s', async (language, yes) => {
    const guest = await beforeSending(language, 'Agrees')
    await says(guest, yes)
    expect(await bookingsOf(guest)).toHaveLength(1)
    expect((await bookingsOf(guest))[0]?.slots['note']).toBeUndefined()
  })

  it.each([
    ['en', "Only two places? Well we can't leave the kids behind, tempting as it is 😄"],
    ['en', 'my boy is veggie, can you jot that down. Surname Adeyemi'],
    ['en', 'great, is lunch in that'],
    ['en', 'ok forget that, she CAN come, 3 again'],
    ['en', 'let me run it by the missus first'],
    ['en', 'Sky'],
    ['th', 'ครับ แต่ขอถามแฟนก่อนนะ'],
    ['ja', '日程はそのままで、お部屋は母と私が同室だと助かります'],
    ['ja', 'はい、でも日にちだけ変えたいです'],
  ] as const)('what wavers, asks, adds or wants it otherwise sends nothing, %s: %s', async (language, said) => {
    const guest = await beforeSending(language, 'Wavers')
    await says(guest, said)
    expect(await bookingsOf(guest)).toEqual([])
    await says(guest, language === 'en' ? 'send it' : language === 'th' ? 'ส่งเลยค่ะ' : '送信してください')
    expect(await bookingsOf(guest)).toHaveLength(1)
  })

  it('whether we may keep who they are is answered with the yes to all of it', async () => {
    const guest = await beforeSending('en', 'Contact')
    await says(guest, 'Orathai Meechai, hr@kanda.example')
    await says(guest, 'looks right to me, pass it to the team')
    expect(await bookingsOf(guest)).toMatchObject([{ slots: { email: 'hr@kanda.example' } }])
  })

  it('a fact beside the yes goes along', async () => {
    const guest = await beforeSending('en', 'Beside')
    await says(guest, 'My brother is vegetarian. All correct, do send it off')
    expect(await bookingsOf(guest)).toMatchObject([{ slots: { note: expect.stringContaining('vegetarian') } }])
  })

  it('until when one may cancel is asked, and nothing is given up', async () => {
    const guest = await beforeSending('ja', 'Deadline')
    expect(await says(guest, 'キャンセルの締切はいつですか')).not.toContain('取りやめ')
    await says(guest, '送信してください')
    expect(await bookingsOf(guest)).toHaveLength(1)
  })

  it('what one of them cannot eat, or what it costs for one, is no other number of them', async () => {
    const guest = await beforeSending('ja', 'Five')
    await says(
      guest,
      '個室があればそちらで　一名貝類が食べられません',
      'あと料金って1人いくらでしたっけ',
      '送信してください',
    )
    expect(await bookingsOf(guest)).toMatchObject([{ slots: { party_size: 5 } }])
  })

  it('how it was booked, right after the trouble, belongs to the trouble', async () => {
    const guest = newcomer('prime', 'Holm', 'en')
    await says(guest, 'Problem here. At Saen Suk Dunes and the starter has nothing booked for us')
    await says(guest, "We're down for 11:40 today, three players", 'Rasmus Holm, Kanda Logistics')
    expect(await casesOf(guest)).toMatchObject([
      { key: 'tee_time_not_honoured', slots: { time: '11:40', party_size: 3 } },
    ])
    expect(await bookingsOf(guest)).toEqual([])
  })

  it('who says that they have signed up and cannot come signs up for nothing', async () => {
    const guest = newcomer('vschool', 'Morishita', 'ja')
    await says(guest, 'うどん・そば教室に28日で申し込んでいる森下です。その日に来客が入ってしまいまして')
    expect(await casesOf(guest)).toMatchObject([{ key: 'reschedule_request' }])
  })

  it('a day of which a tour has a letter in its name is a day', async () => {
    const guest = newcomer('asiatravelplan', 'Endo', 'ja')
    expect(await says(guest, '遠藤と申します。3月6日出発、大人2名です')).toContain('どちらをご希望')
  })
})
