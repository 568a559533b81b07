import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { allQuiet } from './all-quiet.ts'
import { talksOn } from './talks.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('what is put right, added and changed while a matter is under way (on %s)', (app) => {
  const { newcomer, says, bookingsOf, casesOf } = talksOn(() => desk, app)

  it('another order number with ‘no, wait’ replaces the first, and one with ‘too’ is one more', async () => {
    const person = newcomer('meelike', 'Fat fingers', 'en')
    await says(person, 'my shopee followers stopped half way, order 1300615', 'wait no its 1300651, typo')
    expect(await casesOf(person)).toMatchObject([{ slots: { order_id: '1300651' }, order_refs: [] }])
    await says(person, 'sorry, 1300777 too')
    expect(await casesOf(person)).toMatchObject([{ slots: { order_id: '1300651' }, order_refs: ['1300777'] }])
  })

  it('what is answered to the colleague who asked is newer than what was told before', async () => {
    const { staff, group } = desk.business('meelike', app)
    const person = newcomer('meelike', 'Slip', 'th')
    await says(person, 'เติมเงินไม่เข้าค่ะ โอนไปเมื่อตีหนึ่ง 3,500')
    const [opened] = await casesOf(person)
    expect(opened).toMatchObject({ key: 'topup_not_credited', slots: { time: '01:00', amount: 3500 } })
    const nan = staff('nan_admin')
    await nan.says(`/take ${opened?.reference}`)
    await group.hears(`รับเคส ${opened?.reference}`)
    await nan.says(`/ask ${opened?.reference} ขอเวลาตามสลิปด้วยค่ะ`)
    const draft = await group.hears('ขอเวลาตามสลิปด้วยค่ะ')
    await nan.taps('ส่ง', { on: draft.id })
    await person.hears('ขอเวลาตามสลิปด้วยค่ะ')
    await allQuiet(desk)
    await says(person, '01.14 น.\nอ่อ ยอดจริง 3,550 นะคะ เมื่อกี้พิมพ์เร็วไป')
    expect(await casesOf(person)).toMatchObject([{ slots: { time: '01:14', amount: 3550 } }])
  })

  it('of two troubles in a row the first may still be told its number, and nobody is asked for it twice', async () => {
    const person = newcomer('meelike', 'Two troubles', 'th')
    await says(person, 'ฟอลที่สั่งไปอาทิตย์ก่อนหายไปพันกว่า')
    const second = await says(person, 'แล้วก็เข้าเว็บไม่ได้ด้วย ขึ้น 502 ตลอดเลย')
    expect(second).not.toContain('เลขออเดอร์')
    await says(person, 'ออเดอร์ 1311870 ค่ะ ที่ฟอลหาย')
    expect(await casesOf(person)).toMatchObject([
      { key: 'followers_dropped', slots: { order_id: '1311870' } },
      { key: 'site_or_api_error', slots: {} },
    ])
    const other = newcomer('prime', 'Late car', 'en')
    expect(await says(other, 'the car you booked for 9:30 is not here and I have a flight')).toContain('number')
    expect(await says(other, 'Ascott Sathorn, lobby', "driver isn't picking up either")).not.toContain('number')
    expect(await casesOf(other)).toHaveLength(1)
  })

  it('a sum among order numbers is the sum, and both orders stand on the case', async () => {
    const person = newcomer('meelike', 'Charged twice', 'en')
    await says(person, 'you charged me 2 times for the same order!!')
    await says(person, '1322004 and 1322005, identical link same second. 380 baht each')
    expect(await casesOf(person)).toMatchObject([
      { key: 'balance_deducted_wrong', slots: { amount: 380, order_id: '1322004' }, order_refs: ['1322005'] },
    ])
  })

  it('a change of the request that went out is noted without an apology, with what it is to be', async () => {
    const person = newcomer('meelike', 'Less of it', 'th')
    await says(person, 'เอาวิวติ๊กต่อก สองแสนห้า', 'จัดไป')
    const [order] = await bookingsOf(person)
    expect(order).toMatchObject({ key: 'service_order', slots: { amount: 250_000 } })
    expect(await says(person, 'เอ้ย เอาแค่ ๑๕๐,๐๐๐ พอ งบไม่ถึง')).not.toContain('ขออภัย')
    expect(await casesOf(person)).toMatchObject([
      { key: 'order_edit_cancel', slots: { amount: 150_000, reference: order?.reference } },
    ])
    const golfer = newcomer('prime', 'Friday', 'en')
    await says(golfer, 'tee time at Khao Lom next Thursday 7am for 2', 'yes')
    if ((await bookingsOf(golfer)).length === 0) await says(golfer, 'the first one', 'yes')
    const told = await says(golfer, "ugh boss can't thurs. friday instead same time?")
    expect(told).not.toContain('sorry')
    expect(await casesOf(golfer)).toMatchObject([{ key: 'booking_change_or_cancel', slots: { date: '2026-11-27' } }])
  })

  it('several things in one order are a quote; one of them is changed in words of its own', async () => {
    const person = newcomer('meelike', 'Campaign', 'th')
    const told = await says(person, 'ต้องการฟอลไอจีไทย 4000 ไลก์โพสต์เฟสคนไทย 2500 คอมเมนต์ไทย 120 ครับ')
    expect(told).toContain('คอมเมนต์ไทย 120')
    expect(told).not.toContain('1,680')
    expect(await says(person, 'คอมเมนต์ขอเป็น 150 นะครับ')).toContain('คอมเมนต์ขอเป็น 150')
    await says(person, 'ส่งเลย')
    expect(await bookingsOf(person)).toMatchObject([
      { key: 'bulk_quote', slots: { note: expect.stringContaining('ขอเป็น 150') } },
    ])
    expect(await casesOf(person)).toEqual([])
  })

  it('a price asked beside an open case is told with its sum, and ordered', async () => {
    const person = newcomer('meelike', 'Reels', 'ja')
    await says(person, 'カードで8000バーツ入れたのに7760しか反映されていません')
    expect(await says(person, 'あと、インスタのリール再生5万回っていくらですか')).toContain('200')
    await says(person, 'じゃあそれお願いします', 'はい')
    expect(await bookingsOf(person)).toMatchObject([{ key: 'service_order', slots: { amount: 50_000 } }])
    expect(await casesOf(person)).toHaveLength(1)
  })

  it.each([
    ['en', '5k ig followers, thai ones', 'Instagram followers (Thai)'],
    ['th', 'ฟอลไอจี 5 พัน ขอคนไทยนะ', 'ฟอลไอจีคนไทย'],
    ['ja', 'インスタのフォロワー2000人、タイ人でお願いします', 'タイ人'],
    ['en', '2k ig followers please', 'mixed'],
  ] as const)('(%s) %s: the one that is meant', async (language, said, named) => {
    expect(await says(newcomer('meelike', `Which ${said}`, language), said)).toContain(named)
  })

  it('when to call is told of the call that is arranged, and asks for nobody now', async () => {
    const person = newcomer('meelike', 'Call me', 'en')
    await says(person, "sign me up as a reseller pls, name's Farid", '+60 12-345 6789')
    await says(person, 'call me after 6pm ur time', 'yes thats right')
    expect(await bookingsOf(person)).toMatchObject([
      { key: 'reseller_onboarding', slots: { time: '18:00', name: 'Farid' } },
    ])
  })

  it('what is to be done for them goes to the team, and no article speaks instead', async () => {
    const person = newcomer('meelike', 'Hacked', 'th')
    await says(person, 'ช่วยด้วยค่ะ เหมือนโดนแฮก เครดิตโดนใช้ไป 2,000 กว่า ไม่ได้สั่งเอง')
    const told = await says(person, 'ล็อกบัญชีให้ก่อนได้มั้ย')
    expect(told).toContain((await casesOf(person))[0]?.reference)
    expect(told).not.toContain('จาก:')
  })

  it('an order beside an open case is an order, and how it was paid is of the case', async () => {
    const person = newcomer('meelike', 'Order beside', 'th')
    await says(person, 'โอนไปแปดร้อยเมื่อเช้า เครดิตยังไม่เข้าเลยค่ะ', 'จ่ายผ่านทรูมันนี่ค่ะ')
    await says(person, 'โอเคค่ะ งั้นเอาไลก์ไอจี 600 ลิงก์นี้ https://instagram.example/p/fern9', 'ส่งเลยค่ะ')
    expect(await bookingsOf(person)).toMatchObject([{ key: 'service_order', slots: { amount: 600 } }])
    expect(await casesOf(person)).toMatchObject([{ key: 'topup_not_credited', slots: { amount: 800 } }])
    expect((await casesOf(person))[0]?.slots).not.toHaveProperty('item')
  })

  it('a number in an answer to a colleague is no other sum; who asks when they hear back reads where it stands', async () => {
    const person = newcomer('prime', 'Twice the fee', 'en')
    await says(person, 'We were charged the caddie fee twice at Sala Pines yesterday, 900 baht in total', 'skip')
    const [opened] = await casesOf(person)
    expect(opened).toMatchObject({ key: 'venue_overcharge', slots: { amount: 900 } })
    await desk.ask(`update cases set status = 'waiting_customer' where reference = $1`, [opened?.reference])
    await says(person, 'card. ends 4421')
    expect(await casesOf(person)).toMatchObject([{ slots: { amount: 900 } }])
    expect(await says(person, 'when do I hear back about the money?')).toContain('14:00')
  })

  it('a friend who comes too, asked of what was sent, is a change of its number', async () => {
    const person = newcomer('prime', 'Sent with a friend', 'en')
    await says(person, 'can you book us a table for 4 at Ember & Oak on Sunday at 7pm', 'yes')
    await says(person, 'can a friend come too?')
    expect(await casesOf(person)).toMatchObject([{ key: 'booking_change_or_cancel', slots: { party_size: 5 } }])
  })

  it('a tee time and a car told in one breath are two, also where the car is only added', async () => {
    const person = newcomer('prime', 'Both', 'ja')
    expect(
      await says(person, '来週火曜、サラパインズで7時前後、4名でお願いします。あとスクンビット39から送迎も。'),
    ).toContain('両方')
    await says(person, 'はい', '5時半でお願いします', 'はい')
    expect(await bookingsOf(person)).toMatchObject([
      { key: 'tee_time', slots: { party_size: 4, date: '2026-11-24' } },
      { key: 'chauffeur_transfer', slots: { date: '2026-11-24' } },
    ])
  })

  it('a link or an account goes with the order wherever it is told; a friend who comes too is counted', async () => {
    const person = newcomer('meelike', 'Handle', 'en')
    await says(person, 'how much are 3000 threads followers', 'ok do it, 3k for @noodle.bear')
    if ((await bookingsOf(person)).length === 0) await says(person, 'yes')
    expect(await bookingsOf(person)).toMatchObject([{ key: 'service_order', slots: { amount: 3000 } }])
    const golfer = newcomer('prime', 'Friend', 'en')
    await says(golfer, 'tee time at Naga Ridge next Thursday 7am, me and my boss')
    const told = await says(golfer, 'can a friend come too? so 3 of us')
    expect(told).toContain('3')
    expect(told).not.toContain('rather have our team')
    expect(await says(golfer, 'sorry about that')).not.toContain('not sure')
  })
})
