import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { talksOn } from './talks.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('orders and top-ups that go wrong (Meelike, on %s)', (app) => {
  const { newcomer, says, bookingsOf, casesOf } = talksOn(() => desk, app)

  it.each([['th', ['เติม 700 ไม่เข้าค่ะ', 'ยูส mali99', 'เติมเงิน 700 ยังไม่เข้าเลยนะคะ', 'ยังไม่เข้าเลยน้อง']]] as const)(
    'told twice it is one trouble (%s)',
    async (language, lines) => {
      const person = newcomer('meelike', `Told twice ${language}`, language)
      await says(person, ...lines)
      expect(await casesOf(person)).toMatchObject([{ key: 'topup_not_credited', slots: { amount: 700 } }])
    },
  )

  it('who waits and says so in other words reads how it goes; what has come is told', async () => {
    const person = newcomer('meelike', 'Shop owner', 'th')
    await says(person, 'น้องๆพี่โอนไปเมื่อกี้500ทำไมตังไม่ขึ้นเลยอ่ะ')
    expect(await says(person, 'เห้ยรอนานแระนะ ลูกค้าพี่รออยู่')).toContain('แจ้งทีมงานให้แล้วว่ารออยู่')
    expect(await says(person, 'อ่อเข้าแล้วๆ ขอบใจนะ')).toContain('เรียบร้อย')
    const card = desk
      .business('meelike', app)
      .group.messages()
      .findLast((it) => it.text.includes('Shop owner'))
    expect(card?.text).toMatch(/จำนวนเงิน\s+500/)
  })

  it('of two matters that are open who asks whether anybody is here reads both', async () => {
    const person = newcomer('meelike', 'Two open', 'en')
    await says(person, 'top up 500 not in', 'and order 1299777 has not started either')
    const told = await says(person, 'hello??')
    for (const { reference } of await casesOf(person)) expect(told).toContain(reference)
    expect(told).not.toContain('What can I do for you')
  })

  it('what went down is no order; one of what was asked about, with its link, is one', async () => {
    const teen = newcomer('meelike', 'Went down', 'th')
    await says(teen, 'ออเดอร์ 1301177 ค้าง 380/2000', 'ทามมั้ยมันหยุดอะคะ')
    expect(await says(teen, 'มันลดลงด้วยอะ เหลือ 350')).not.toContain('ส่งเลยไหม')
    const reseller = newcomer('meelike', 'Reseller', 'ja')
    await says(reseller, '注文1300456が0/3000のまま動いていません。', 'TikTokの再生10万回はおいくらですか?')
    const back = await says(reseller, 'ではそれを1件お願いします。URLは https://www.tiktok.com/@tanaka/video/73 です')
    expect(back).toContain('100,000')
    expect(back).toContain('https://www.tiktok.com/@tanaka/video/73')
    await says(reseller, 'はい')
    expect(await bookingsOf(reseller)).toMatchObject([{ key: 'service_order', slots: { amount: 100_000 } }])
  })

  it('so many of a thing are an order of it, however they are counted', async () => {
    const person = newcomer('meelike', 'Counted', 'ja')
    const back = await says(person, 'タイ人の女性のいいね500個')
    expect(back).toContain('タイ人女性')
    expect(back).toContain('500')
  })
})

describe.each(apps)('two questions in the first message (on %s)', (app) => {
  const { newcomer, says } = talksOn(() => desk, app)

  it.each([
    ['meelike', 'en', 'Hi! How much are 1000 IG followers and what is the minimum top up?', ['69', '50 THB']],
    ['meelike', 'th', 'สอบถามค่ะ เติมเงินขั้นต่ำเท่าไหร่ แล้วขอใบกำกับภาษีได้ไหมคะ', ['50 บาท', 'ข้อมูลบริษัท']],
    ['meelike', 'ja', '最低チャージ額はいくらですか?領収書は発行できますか?', ['50バーツ', '会社情報']],
    [
      'prime',
      'en',
      'What is the dress code at the golf courses? And how late can I cancel?',
      ['collared shirt', '72 h'],
    ],
    ['prime', 'ja', 'ゴルフ場の服装の決まりはありますか?キャンセルはいつまで無料ですか?', ['襟付き', '72時間']],
  ] as const)('%s, %s: %s', async (tenant, language, said, answers) => {
    const told = await says(newcomer(tenant, `Asks ${said}`, language), said)
    for (const answer of answers) expect(told).toContain(answer)
  })

  it('what nobody knows of them is said, and a yes gets a person', async () => {
    const person = newcomer('meelike', 'Office', 'en')
    const told = await says(person, 'what is the minimum top up? do you have an office in Chiang Mai?')
    expect(told).toContain('50 THB')
    expect(told).toContain('“do you have an office in Chiang Mai?”')
    expect(await says(person, 'yes please')).toContain('A person will write to you here')
  })
})
