import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { talksOn } from './talks.ts'

describe.each(apps)('what is said right after, on %s', (app) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(async () => {
    expect(desk.troubles).toEqual([])
    await desk.end()
  })
  const { newcomer, says, bookingsOf, casesOf } = talksOn(() => desk, app)

  it.each([
    [
      'vschool',
      'th',
      ['ครูขาา ใบประกาศที่ส่งมาพิมชื่อหนูผิดอ่ะค่ะ', 'จะเอาไปสมัครงานโอซาก้า ขอแบบอังกฤษด้วยได้มั้ยค้า', 'เร่งให้หน่อยได้มั้ยคะ เค้าปิดรับ10ธันวา'],
      'certificate_issue',
    ],
    [
      'vschool',
      'ja',
      ['修了証の名前のつづりが間違っていました', '来月、就職先に出すので、できれば12月10日までにほしいです'],
      'certificate_issue',
    ],
  ] as const)('of the trouble, whatever it is like alone: %s, %s', async (tenant, language, said, key) => {
    const guest = newcomer(tenant, `After ${tenant} ${language}`, language)
    await says(guest, ...said)
    expect((await casesOf(guest)).map((it) => it.key)).toEqual([key])
    expect(await bookingsOf(guest)).toEqual([])
  })

  it('whoever wrote to the wrong one has nothing left open, when they say so', async () => {
    const guest = newcomer('asiatravelplan', 'Jun', 'en')
    await says(guest, 'My bag is still in the van, it is the blue one')
    const [opened] = await casesOf(guest)
    expect(await says(guest, 'oh no, so sorry, wrong number!')).toContain(String(opened?.reference))
    await says(guest, '1')
    const [closed] = await desk.ask('select status from cases where reference = $1', [opened?.reference])
    expect(closed).toEqual({ status: 'closed' })
  })

  it('…and nothing is opened for saying so', async () => {
    const guest = newcomer('chapter2', 'Papa', 'ja')
    expect(await says(guest, 'やだ、登録を間違えてました!失礼しました')).toContain('お気になさらない')
    expect(await casesOf(guest)).toEqual([])
  })

  it('a yes to tours of which none was asked for is one to a tour of their own', async () => {
    const guest = newcomer('chapter2', 'Garnier', 'en')
    await says(
      guest,
      'We would like a private trip to Nan, just our family, five people',
      'We arrive 12 february and we stay 6 nights',
    )
    expect(await says(guest, 'It is all good for me, you can launch')).toContain('Shall I send it')
    await says(guest, 'you can launch')
    expect(await bookingsOf(guest)).toMatchObject([
      { key: 'tailor_made_trip', slots: { duration_nights: 6, party_size: 5 } },
    ])
  })

  it('how many they are is put right, whatever stands around it', async () => {
    const guest = newcomer('prime', 'Thanakorn', 'th')
    await says(guest, 'จองร้าน Ember & Oak วันพฤหัสหน้า ทุ่มครึ่ง 6 ท่านค่ะ', 'ขอแก้จำนวนค่ะ ลืมนับนาย เป็น 7 ท่าน', 'ส่งเลยค่ะ')
    expect(await bookingsOf(guest)).toMatchObject([{ slots: { party_size: 7 } }])
    const other = newcomer('prime', 'Koike', 'ja')
    await says(
      other,
      '12月4日の夜19時半、イトハを6名で予約したいです',
      '1名欠席が出ましたので5名に訂正させてください',
      '送信してください',
    )
    expect(await bookingsOf(other)).toMatchObject([{ slots: { party_size: 5 } }])
  })

  it('what is too many is ordered in the number that is said instead', async () => {
    const guest = newcomer('meelike', 'Cnx', 'en')
    await says(guest, 'need 3k mixed ig followers with refill', 'wait 3k is too much rn do 2k', 'send it')
    expect(await bookingsOf(guest)).toMatchObject([{ slots: { amount: 2000 } }])
  })

  it('a father who is not in the hotel is an emergency at once', async () => {
    const guest = newcomer('chapter2', 'Chen Li', 'en')
    await says(guest, 'please help my father is not in the hotel. we are in luang prabang, he go out 2 hour ago')
    expect(await casesOf(guest)).toMatchObject([{ key: 'safety_incident', severity: 'critical' }])
  })

  it('that a sister eats no meat is no emergency', async () => {
    const guest = newcomer('chapter2', 'Somjit', 'th')
    await says(
      guest,
      'ขอจองทริปหลวงพระบางตักบาตรล่องโขง เดือนมกราคม 3 คนค่ะ',
      'ชื่อ สมจิตร แก้วประเสริฐ เบอร์ 089-000-3341 ค่ะ',
      'อ้อ น้องสาวเขากินเจนะ เกือบลืม',
    )
    expect(await casesOf(guest)).toEqual([])
  })

  it('that she would sooner go by train is a wish, and no flight has failed', async () => {
    const guest = newcomer('chapter2', 'Penelope', 'en')
    await says(guest, 'Hello, we would like to go to Luang Prabang in January, two of us')
    const said = "Clive can't abide small aeroplanes, we'd sooner go by train"
    expect(await says(guest, said)).toContain(said)
    expect(await casesOf(guest)).toEqual([])
  })

  it('who has heard that there is such a trip is shown it, and complains of nothing', async () => {
    const guest = newcomer('chapter2', 'Yamane', 'ja')
    await says(guest, '孫を連れて、船でアユタヤへ参る日帰りの旅があると聞きました')
    expect(await casesOf(guest)).toEqual([])
  })

  it('when it is after all is asked of what was moved', async () => {
    const guest = newcomer('vschool', 'Iris', 'en')
    await says(guest, 'My Saturday class was moved and nobody told me')
    const [opened] = await casesOf(guest)
    expect(await says(guest, 'what day is it actually on then?')).toContain(String(opened?.reference))
  })

  it('…or alarming only by what it is most like, in the middle of an emergency', async () => {
    const guest = newcomer('prime', 'Montha', 'th')
    await says(guest, 'น้องคะ คนขับรถที่ทางคุณส่งมาเขาหลับในค่ะ รถส่ายสองรอบแล้ว', 'พี่บอกให้จอดปั๊มเขาก็ไม่ยอมจอดด้วย')
    expect(await casesOf(guest)).toMatchObject([{ severity: 'critical' }])
  })

  it('…or the way out of it that they would like', async () => {
    const guest = newcomer('meelike', 'Bank', 'th')
    await says(
      guest,
      'พี่คับบผมสั่งฟอลไอจีไป ใส่ลิ้งผิดแอคอะ TT',
      'ออเดอร์ 7719042 คับ มันเริ่มวิ่งไปแล้วราวๆ 200',
      'หยุดให้หน่อยยยย หรือย้ายไปแอคใหม่ก็ได้',
      'ที่ถูกคือ instagram.com/bank.skateth คับ ย้ายไปอันนี้ไม่ได้ก็ขอตังคืนส่วนที่เหลืออะ',
    )
    expect(await casesOf(guest)).toMatchObject([{ key: 'order_edit_cancel' }])
  })

  it('that nothing will be charged is asked, and was not', async () => {
    const guest = newcomer('chapter2', 'Orapan', 'th')
    await says(guest, 'ไม่โดนหักตังใช่มั้ยคะ ยังไม่ได้โอนอะไรเลย')
    expect(await casesOf(guest)).toEqual([])
  })

  it('what would be, if it came to that, is asked and opens nothing', async () => {
    const guest = newcomer('asiatravelplan', 'What if', 'th')
    await says(guest, 'ถ้าจ่ายไปแล้วใกล้วันลูกเกิดป่วยขึ้นมา ได้คืนแค่ไหนคะ')
    expect(await casesOf(guest)).toEqual([])
  })

  it('whether there is anything yet is asked of the case', async () => {
    const guest = newcomer('prime', 'Pieter', 'en')
    await says(
      guest,
      'the starter at Saen Suk Dunes says there is no booking for us. we have a confirmed tee time today!!',
    )
    const [opened] = await casesOf(guest)
    expect(await says(guest, 'Anything yet?')).toContain(String(opened?.reference))
  })

  it('who they are is read beside their number, in whatever person they speak', async () => {
    const guest = newcomer('asiatravelplan', 'Somebody', 'th')
    await says(
      guest,
      'ขอรถจากสุวรรณภูมิไปหัวหิน วันที่ 3 ธันวาคม ตีห้าครึ่ง 4 คนครับ',
      'ผมณรงค์ฤทธิ์ครับ 0800009913',
      'ยินยอม',
      'ส่งเลยครับ',
    )
    expect(await bookingsOf(guest)).toMatchObject([{ slots: { name: 'ณรงค์ฤทธิ์', phone: '0800009913' } }])
  })

  it('a question that nearly fits an article is asked about, and answered by a tap or a yes', async () => {
    const guest = newcomer('meelike', 'Wallet', 'en')
    await says(guest, 'how long do you sit on my withdrawal before i see it')
    const asked = guest.messages().at(-1)
    const [title] = (asked?.quickReplies ?? []).map((it) => it.label)
    expect(asked?.text).toContain('which answer fits')
    await guest.taps(String(title))
    expect((await guest.hears('From:')).text).toContain('working days')
  })
})
