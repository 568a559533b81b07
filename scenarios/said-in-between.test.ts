import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { talksOn } from './talks.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('what is said while a matter is open (on %s)', (app) => {
  const { newcomer, says, bookingsOf, casesOf } = talksOn(() => desk, app)

  it.each([
    ['th', 'สั่งผิดลิงก์ค่ะ ออเดอร์ 9983124 ยกเลิกให้หน่อยได้ไหม', 'ยังไม่เริ่มเลยค่ะ เพิ่งสั่งเมื่อกี้'],
    ['en', 'wrong link on order 9983125, please cancel it', 'it has not even started, i just placed it'],
  ] as const)('that there is still time to cancel is no second trouble (%s)', async (language, wish, why) => {
    const person = newcomer('meelike', `Still time ${language}`, language)
    await says(person, wish, why)
    expect(await casesOf(person)).toMatchObject([{ key: 'order_edit_cancel' }])
  })

  it('an order that has not started, of another number, is one', async () => {
    const person = newcomer('meelike', 'Two orders', 'en')
    await says(
      person,
      'wrong link on order 9983126, please cancel it',
      'and order 7781234 has not started since yesterday',
    )
    expect((await casesOf(person)).map((it) => it.key).sort()).toEqual(['order_edit_cancel', 'order_not_started'])
  })

  it('a price is told, and what is to be done about the trouble goes to it', async () => {
    const person = newcomer('meelike', 'Refill', 'en')
    await says(person, 'order 4471920 says completed but i only got 340 of 1000 followers')
    expect(await says(person, 'also whats the cheapest youtube views u have')).toContain('85')
    const [open] = await casesOf(person)
    expect(await says(person, 'can u just refill it')).toContain(`added that to ${open?.reference}`)
    expect(await casesOf(person)).toHaveLength(1)
  })

  it('whether something can be ordered meanwhile is an order', async () => {
    const person = newcomer('meelike', 'Meanwhile', 'th')
    await says(person, 'เติมเงินไม่เข้าค่ะ 500 ยูส aaa_b1')
    expect(await says(person, 'แล้วระหว่างนี้สั่งวิวติ๊กต่อก 5000 ได้ไหม')).toContain('5,000')
    await says(person, 'ส่งเลย')
    expect(await bookingsOf(person)).toMatchObject([{ key: 'service_order', slots: { amount: 5000 } }])
  })

  it('a wish over what is about to be sent goes with it: it is neither lost nor a trouble', async () => {
    const person = newcomer('chapter2', 'Company trip', 'th')
    await says(person, 'อยากจัดทริปบริษัท 35 คน 2 วัน 1 คืน แถวเขาใหญ่ งบหัวละ 4000', 'ช่วงต้นมีนา')
    expect(await says(person, 'มีทีมบิลดิ้งด้วยนะคะ')).toContain('มีทีมบิลดิ้งด้วยนะคะ')
    await says(person, 'ชื่อพลอย 0891234567')
    expect(await says(person, 'ส่งใบเสนอราคาทางอีเมลได้ไหม ploy@sunday.co.th')).toContain('ploy@sunday.co.th')
    await says(person, 'ส่งเลย')
    expect(await casesOf(person)).toEqual([])
    const [sent] = await bookingsOf(person)
    expect(sent?.slots).toMatchObject({ party_size: 35, email: 'ploy@sunday.co.th' })
    expect(String(sent?.slots['note'])).toContain('ทีมบิลดิ้ง')
  })

  it.each([
    ['ja', '空港までの送迎をお願いできますか。日曜の朝6時です', '空港'],
    ['en', 'can you book a car to the airport sunday 6am, 2 of us', 'airport'],
  ] as const)('an airport without a name is where the ride goes (%s)', async (language, words, place) => {
    const person = newcomer('prime', `Ride ${language}`, language)
    expect(await says(person, words)).toContain(place)
    await says(person, language === 'ja' ? 'はい' : 'yes')
    expect(await bookingsOf(person)).toMatchObject([{ key: 'chauffeur_transfer', slots: { destination: place } }])
  })
})
