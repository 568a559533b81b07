import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { talksOn } from './talks.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

const GREETS = /AsiaTravelPlan|Meelike|V School|Prime/

describe.each(apps)('what is said once a case or an order is under way (on %s)', (app) => {
  const { newcomer, says, bookingsOf, casesOf } = talksOn(() => desk, app)

  it.each([
    ['meelike', 'ja', 'もう3日も注文が始まりません。1281234です', 'もういいです、返金で', /ML-C-\d+に追加/],
    ['meelike', 'th', 'ออเดอร์ 1281234 ไม่เดินเลยค่ะ', 'ช่างเหอะ', /ถอนเรื่อง ML-C-\d+/],
    ['meelike', 'en', 'order 1281234 still stuck', 'cool cheers', /welcome/],
    ['prime', 'en', ['Bua Luang tomorrow at 7 am for 3 please', 'yes send it'], 'great, cant wait!!', /welcome/],
    ['prime', 'ja', ['明日7時、ブアルアンで3名お願いします', 'はい'], '楽しみにしています', /どういたしまして/],
    ['prime', 'th', ['จองบัวหลวง พรุ่งนี้ 7 โมง 3 คนค่ะ', 'ส่งเลยค่ะ'], 'เย้ ตั้งตารอเลยค่ะ', /ยินดีค่ะ/],
  ] as const)(
    'nobody is greeted in the middle of it (%s, %s, %j: %s)',
    async (tenant, language, before, words, answer) => {
      const person = newcomer(tenant, `Middle ${words}`, language)
      await says(person, ...[before].flat())
      const said = await says(person, words)
      expect(said).toMatch(answer)
      expect(said).not.toMatch(GREETS)
    },
  )

  it.each([
    [
      'ja',
      'インスタのフォロワー1000人お願いします',
      'はい',
      ['https://instagram.com/p/abc123', '@hana_cafe', 'リンクは https://instagram.com/hana です'],
    ],
    [
      'en',
      '1000 instagram followers please',
      'yes',
      ['its for https://instagram.com/p/abc123', 'username is hana.cafe'],
    ],
    ['th', 'ฟอลไอจี 1000 ค่ะ', 'ส่งเลยค่ะ', ['https://instagram.com/p/abc123', 'ยูส hana_cafe ค่ะ']],
  ] as const)('the link of an order is added to it (%s)', async (language, order, yes, links) => {
    const person = newcomer('meelike', `Link ${language}`, language)
    await says(person, order, yes)
    const [booked] = await bookingsOf(person)
    for (const link of links) expect(await says(person, link)).toContain(booked?.reference)
    expect(await casesOf(person)).toEqual([])
  })

  it.each([
    [
      'prime',
      'ja',
      'コース着いたけど予約入ってないって言われてる どうなってるの',
      'あ、名前違いで入ってました。解決しました',
      /解決したことを/,
    ],
    [
      'asiatravelplan',
      'ja',
      'ドライバーがまだ来ません。ダナン空港です',
      '連絡つきました。お騒がせしました',
      /解決したことを/,
    ],
    [
      'asiatravelplan',
      'ja',
      'ホテルに着いたら予約がないと言われました',
      '別のホテルに入れました。もう大丈夫です',
      /解決したことを/,
    ],
    ['meelike', 'ja', 'サイトにログインできません', '復旧しました。ありがとう', /解決したことを/],
    ['vschool', 'th', 'เครดิตหายค่ะ เมื่อวานมี 300 วันนี้ 0', 'น้องกดใช้เองค่ะ ไม่เป็นไรแล้ว', /เรียบร้อย/],
    ['meelike', 'th', 'โดนตัดเงินสองรอบค่ะ', 'อ๋อไม่ใช่ เข้าใจผิดเองค่ะ ไม่มีไรแล้วครับ', /เรียบร้อย/],
    ['meelike', 'en', 'my top up of 500 hasnt arrived', 'actually its in now, sorry', /come right/],
    ['meelike', 'en', 'I was charged twice for one order!!', 'wait no my bad, thats 2 orders. ignore', /come right/],
  ] as const)('it has come right (%s, %s: %s)', async (tenant, language, trouble, words, answer) => {
    const person = newcomer(tenant, `Right ${words}`, language)
    await says(person, trouble)
    expect(await says(person, words)).toMatch(answer)
    expect(await casesOf(person)).toHaveLength(1)
  })

  it('a consent over the finished request is one, and sends nothing', async () => {
    const person = newcomer('vschool', 'Consents', 'th')
    await says(person, 'ขอลงราเมนมาสเตอร์ รอบ 12 ธันวาค่ะ', 'สมหญิง ใจดี 0812345678')
    expect(await says(person, 'ยินยอมค่ะ')).toMatch(/ขอทวนรายละเอียด/)
    expect(await bookingsOf(person)).toEqual([])
    await says(person, 'ส่งเลยค่ะ')
    expect(await bookingsOf(person)).toMatchObject([{ slots: { phone: '0812345678' } }])
  })

  it('what is told instead of a consent is heard, and the consent counts whenever it comes', async () => {
    const person = newcomer('vschool', 'Afternoon', 'en')
    await says(person, 'I want to enrol in the Sushi Pro course')
    expect(await says(person, 'tomorrow afternoon')).toMatch(/Got it/)
    expect(await says(person, 'I consent')).not.toMatch(/Before I note/)
  })

  it('a name said with a word of courtesy is kept without it', async () => {
    const person = newcomer('asiatravelplan', 'Somying', 'th')
    await says(person, 'ใบเสนอราคายังไม่ได้เลยค่ะ ขอไปอาทิตย์ที่แล้ว เช็คสถานะให้หน่อย', 'สมหญิงค่ะ')
    expect(await casesOf(person)).toMatchObject([{ slots: { name: 'สมหญิง' } }])
  })
})
