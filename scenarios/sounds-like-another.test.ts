import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner } from '../api/db/owner.ts'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { conversationOf } from './all-quiet.ts'
import { talksOn } from './talks.ts'

describe.each(apps)('what sounds like something else than it is, on %s', (app) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())
  const { newcomer, says, bookingsOf, casesOf } = talksOn(() => desk, app)

  it('who agrees in many words has agreed, and none of them becomes a note', async () => {
    const guest = newcomer('prime', 'Sakakibara', 'ja')
    await says(guest, '12月4日の夜、イトハを5名で予約できますか。榊原です。', '19時半でお願いします')
    expect(await says(guest, 'ではその内容でお願いいたします')).toMatch(/PB-\d+として承りました/)
    const other = newcomer('meelike', 'Mild', 'th')
    await says(other, 'สั่งฟอลไอจีคนไทย 2000 คนค่ะ')
    expect(await says(other, 'เคๆ งั้นสั่งเลย')).toMatch(/ส่งคำขอให้แล้ว/)
    for (const person of [guest, other])
      expect((await bookingsOf(person)).map((it) => it.slots['note'])).toEqual([undefined])
  })

  it('who agrees and says who they are is sent with their name', async () => {
    const guest = newcomer('asiatravelplan', 'Mae', 'th')
    await says(guest, 'พรุ่งนี้ตี4ครึ่งขอรถไปสุวรรณภูมิค่ะ', 'รับคอนโดแถวอ่อนนุช46 ไปกัน2คน')
    expect(await says(guest, 'ได้ค่ะ เอาตามนี้ ชื่อเมย์')).toMatch(/ส่งคำขอให้แล้ว/)
    expect(await bookingsOf(guest)).toMatchObject([{ slots: { name: 'เมย์', party_size: 2 } }])
  })

  it('a question about cancelling, or of what was cancelled, gives up nothing', async () => {
    const guest = newcomer('asiatravelplan', 'Prapas', 'th')
    await says(guest, 'จองล่องเรืออยุธยาวันที่ 28 นี้ 2 คนค่ะ')
    const told = await says(guest, 'อีกเรื่อง เงินคืนทริปเกียวโตที่ยกเลิกไปยังไม่เข้าเลยนะ 18,400')
    expect(told).toMatch(/CS-\d+/)
    expect(told).not.toMatch(/ยังไม่มีการจองใด/)
    expect(await casesOf(guest)).toMatchObject([{ key: 'cancel_refund_request', slots: { amount: 18_400 } }])
  })

  it('who thinks it over is left in peace, and loses nothing', async () => {
    const guest = newcomer('meelike', 'Thinks', 'th')
    await says(guest, 'สั่งฟอลไอจีคนไทย 2000 คนค่ะ')
    expect(await says(guest, 'โอเคค่ะ ขอกลับไปคิดก่อนน้า')).toMatch(/ไม่ต้องรีบ/)
    expect(await bookingsOf(guest)).toEqual([])
  })

  it('a wish beside a booking is no emergency', async () => {
    const guest = newcomer('prime', 'Lindqvist', 'en')
    await says(guest, 'Need a car from Suvarnabhumi Sunday night, landing 23:15')
    await says(guest, 'two of us plus 2 golf bags and 3 big suitcases, to Sathorn')
    await says(guest, 'can the driver hold a sign with our company name, Kanda')
    expect(await says(guest, 'good, send it. roughly what does it cost?')).toMatch(/PB-\d+/)
    expect(await casesOf(guest)).toEqual([])
    expect(await bookingsOf(guest)).toMatchObject([
      {
        key: 'chauffeur_transfer',
        slots: { date: '2026-11-22', time: '23:15', destination: 'Sathorn', party_size: 2 },
      },
    ])
  })

  it('what was ordered before is no new order', async () => {
    const guest = newcomer('meelike', 'Novaboost', 'th')
    await says(guest, 'วิวติ๊กต่อก5หมื่นที่สั่งเช้านี้ ไปถึงไหนแล้วครับ', '1290801')
    expect(await bookingsOf(guest)).toEqual([])
    expect(await casesOf(guest)).toMatchObject([{ key: 'order_not_started', slots: { order_id: '1290801' } }])
    const other = newcomer('meelike', 'Kota', 'ja')
    await says(other, 'YouTubeの登録者100人を頼んだのですが、2日たっても0のままです')
    expect(await casesOf(other)).toMatchObject([{ key: 'order_not_started' }])
  })

  it('what has come right opens nothing', async () => {
    const guest = newcomer('meelike', 'Arrived', 'th')
    await says(guest, 'เมื่อเช้าที่บอกว่าเติม500ไม่เข้า เข้าแล้วนะคับ ขอบคุณมากกก')
    expect(await casesOf(guest)).toEqual([])
  })

  it('a number that cannot be found is an answer to the question for it', async () => {
    const guest = newcomer('asiatravelplan', 'Sanderson', 'en')
    await says(guest, 'we are outside arrivals at noi bai and there’s nobody holding our name')
    await says(guest, 'don’t have the booking number on me sorry, it’s under Sanderson. 2 adults and the baby')
    expect(await casesOf(guest)).toMatchObject([{ key: 'transfer_no_show' }])
  })

  it('the reference of a case is no sum, and the day of a trouble lies behind', async () => {
    const guest = newcomer('meelike', 'Sum', 'th')
    await says(guest, 'เติมเงินไม่เข้าค่ะ', 'ML-C-5521')
    expect((await casesOf(guest))[0]?.slots['amount']).toBeUndefined()
    const other = newcomer('prime', 'Kittiphon', 'th')
    await says(other, 'โดนเก็บค่ารถกอล์ฟ800ที่ศาลาไพน์สครับ ทั้งที่ปกติรวมอยู่แล้ว', 'วันพุธที่ 18 ก๊วน 7.24')
    expect(await casesOf(other)).toMatchObject([{ slots: { date: '2026-11-18', amount: 800 } }])
  })

  it('three requests in a row are all sent, the last first', async () => {
    const guest = newcomer('asiatravelplan', 'Ana', 'en')
    await says(guest, 'Angkor at Dawn, 14 December, 2 people')
    await says(guest, 'we also need an airport transfer in Bangkok on 12 December at 5pm to Sathorn please')
    await says(guest, 'and please book us the Ayutthaya boat day on 11 December for 2')
    const sent = [await says(guest, 'send it'), await says(guest, 'yes'), await says(guest, 'yes')].join('\n')
    expect(sent.match(/ATP-\d+/g)).toHaveLength(3)
    expect((await bookingsOf(guest)).map((it) => it.key).sort()).toEqual([
      'catalog_tour',
      'day_activity',
      'transfer_only',
    ])
  })

  it('a word of courtesy sends nothing; who may be kept is answered with the yes to all of it', async () => {
    const guest = newcomer('meelike', 'Beer', 'th')
    await says(guest, 'สั่งฟอลไอจีคนไทย 2000 คน instagram.example/khanom.yaipa')
    await says(guest, 'ยูส khanomyaipa คับ ชื่อเบียร์')
    expect(await bookingsOf(guest)).toEqual([])
    await says(guest, 'จัดเลยพี่ ส่งเลย')
    expect(await bookingsOf(guest)).toMatchObject([{ slots: { note: 'instagram.example/khanom.yaipa', amount: 2000 } }])
    const other = newcomer('asiatravelplan', 'Fujieda', 'ja')
    await says(other, 'スローメコンの1月10日発に興味があります。', '2名です。', 'メールは fujieda@inbox.example です。')
    await says(other, 'はい、その内容でお願いいたします。')
    expect(await bookingsOf(other)).toMatchObject([{ slots: { email: 'fujieda@inbox.example', party_size: 2 } }])
  })

  it('a table apart from the spa is a request of its own', async () => {
    const guest = newcomer('prime', 'Fern', 'en')
    await says(guest, 'Please book the spa at Yuzu Onsen for Tom Aldous, Sunday 29 Nov, 3pm, just him')
    await says(
      guest,
      'And separately a table at Ember & Oak that evening, 4 of us, 7.30. One coeliac so strictly gluten free',
    )
    await says(guest, 'yes to both please')
    await says(guest, 'yes')
    expect(await bookingsOf(guest)).toMatchObject([
      { key: 'leisure_dining', slots: { time: '19:30', party_size: 4 } },
      { key: 'spa_wellness', slots: { time: '15:00', party_size: 1 } },
    ])
  })

  it('one more who comes counts, though something is told of them; the day that clashes is not the day', async () => {
    const guest = newcomer('chapter2', 'Somjin', 'th')
    await says(guest, 'จองทริปสงขลา 22 มกราคม 4 คนค่ะ')
    expect(await says(guest, 'เพื่อนอีกคนขอไปด้วย รวมเป็น ๕ คนนะลูก คนนี้เป็นเบาหวาน ขออาหารอ่อนไม่หวาน')).toMatch(/5 ท่าน/)
    const other = newcomer('asiatravelplan', 'Aoife', 'en')
    await says(other, 'a private trip to Sri Lanka for 2 of us from 15 February, 10 nights, 2,500 USD each')
    expect(await says(other, 'sorry the 15th clashes with the registry thing. 22 Feb start pls')).toMatch(/22 Feb/)
  })

  it('the number that was looked for is found, and the driver is not', async () => {
    const guest = newcomer('chapter2', 'Pornthip', 'th')
    await says(guest, 'รถไม่มารับที่สนามบินหาดใหญ่ค่ะ รอมาครึ่งชั่วโมงแล้ว')
    expect(await says(guest, 'เจอแล้ว C2-3399')).not.toMatch(/ดีใจด้วย/)
    expect(await casesOf(guest)).toHaveLength(1)
  })

  it('what may not be kept is forgotten when somebody says so in their own words', async () => {
    const guest = newcomer('asiatravelplan', 'Forget', 'en')
    await says(guest, 'how much is the Ayutthaya boat day?')
    const told = await says(guest, 'thank you. now please delete this chat and whatever you kept')
    expect(await casesOf(guest)).toEqual([])
    expect(told).toMatch(/delete/i)
  })

  it('who asks at the moment when somebody takes it hears of it as it is then', async () => {
    const guest = newcomer('meelike', 'Asks', 'en')
    await says(guest, 'I topped up 500 baht and the credit has not arrived')
    const conversation = await conversationOf(desk, guest)
    const heard = await asOwner(desk.database.ownerUrl, async (ask) => {
      await ask('begin')
      await ask(
        `update cases set status = 'investigating', owner_id = (select id from staff s where s.tenant_id = cases.tenant_id order by name limit 1)
         where conversation_id = $1`,
        [conversation],
      )
      const answered = says(guest, 'how much longer?')
      await expect
        .poll(
          async () => (await desk.ask(`select 1 from pg_stat_activity where wait_event_type = 'Lock' limit 1`)).length,
        )
        .toBe(1)
      await ask('commit')
      return answered
    })
    expect(heard).toMatch(/is looking after ML-C-\d+ \(being checked\)/)
    expect(desk.troubles).toEqual([])
  })
})
