import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { talksOn } from './talks.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('what guests of a school and of tours ask and tell (on %s)', (app) => {
  const { newcomer, says, bookingsOf, casesOf } = talksOn(() => desk, app)

  it('what a price holds is told of the thing that is meant, in the words of whoever asks', async () => {
    const ana = newcomer('asiatravelplan', 'Ana', 'en')
    expect(await says(ana, 'Hi! is lunch included in the Ayutthaya boat trip?')).toMatch(
      /Ayutthaya by Boat.*Included in the price: boat lunch/s,
    )
    const thai = newcomer('chapter2', 'บี', 'th')
    const beside = await says(thai, 'ทริปนครชัยศรีวันเดียว ไป 6 คน วันที่ 12 ธันวา', 'รวมอาหารกลางวันไหมคะ')
    expect(beside).toMatch(/ราคานี้รวม: อาหารกลางวัน.*ขอทวนรายละเอียด/s)
    expect(beside).not.toContain('หมายเหตุ')
    const japanese = newcomer('asiatravelplan', '佐々木', 'ja')
    expect(await says(japanese, 'アユタヤの日帰りツアー、昼食は付きますか')).toContain('料金に含まれるもの:船上の昼食')
    const flights = newcomer('chapter2', 'ซี', 'th')
    expect(await says(flights, 'ทัวร์เชียงรายรวมตั๋วเครื่องบินไหม')).toContain('ไม่รวม: ตั๋วเครื่องบิน')
    // what stands nowhere is said to stand nowhere, and goes with the request
    const bob = newcomer('asiatravelplan', 'Bob', 'en')
    const open = await says(bob, 'Angkor at Dawn for 2 people on 10 January please', 'is breakfast included?')
    expect(open).toMatch(/Included in the price: park pass · guide · hotel.*breakfast is included isn’t written down/s)
    expect(open).toContain('is breakfast included?')
  })

  it('paying on the day is answered by an article that says when one pays, and by none on instalments', async () => {
    expect(await says(newcomer('vschool', 'Kim', 'en'), 'Can I pay there on the day?')).not.toMatch(/0%|Sushi Pro/)
    expect(await says(newcomer('vschool', 'กิ๊บ', 'th'), 'จ่ายหน้างานได้ไหมคะ')).not.toMatch(/ผ่อน 0%/)
    expect(await says(newcomer('asiatravelplan', 'Cy', 'en'), 'can I pay on arrival?')).toContain('30 days before')
    expect(await says(newcomer('vschool', 'Lee', 'en'), 'can I pay in instalments?')).toContain('0% over 3 months')
  })

  it('another day, by its number alone, is asked of instead of the one before', async () => {
    const nan = newcomer('chapter2', 'จอย', 'th')
    expect(await says(nan, 'ทริปน่านวันที่ 5 ธันวา ว่างไหมคะ', 'แล้ว 26 ล่ะคะ')).toMatch(/ยังว่าง: เสาร์ 26 ธ\.ค\./)
    expect(await says(nan, 'แล้ว 5 ล่ะคะ')).toMatch(/5 ธ\.ค\. เต็มแล้ว/)
    const lou = newcomer('vschool', 'Lou', 'en')
    expect(await says(lou, 'is there space in the ramen one-day on 28 nov?', 'and the 5th?')).toMatch(/Open: Sat 5 Dec/)
    const udon = newcomer('vschool', 'หนิง', 'th')
    const other = await says(udon, 'เวิร์กช็อปอุด้งวันที่ 6 ธันวา ยังว่างไหมคะ', 'แล้ว 19 ล่ะคะ')
    expect(other).toMatch(/^อุด้ง-โซบะทำมือ\nยังว่าง: เสาร์ 19 ธ\.ค\. 10:00 \(เหลือ 14 ที่\)/)
    expect(await says(udon, 'จอง 2 ที่ค่ะ')).toMatch(/อุด้ง-โซบะทำมือ[^]*19 ธ\.ค\. 10:00[^]*2 ท่าน/)
    const hayashi = newcomer('vschool', '林', 'ja')
    expect(await says(hayashi, 'ラーメン1日クラス、11月28日は空いていますか', '5日はどうですか')).toMatch(/12月5日/)
  })

  it('what to bring is answered in the middle of a booking, in Japanese too', async () => {
    const aoki = newcomer('vschool', '青木', 'ja')
    expect(await says(aoki, 'うどん教室を2名で予約したいです', '持ち物は何ですか')).toMatch(/エプロンと包丁.*どの日程/s)
  })

  it('an allergy or an age told before anything is booked stands in the note of the booking, and is no case', async () => {
    const nia = newcomer('vschool', 'Nia', 'en')
    const first = await says(nia, 'my daughter has a peanut allergy. do you have a class she could join?')
    expect(first).toContain('goes along with whatever you book')
    expect(await casesOf(nia)).toEqual([])
    await says(nia, 'the matcha class on the 29th for 2 of us please')
    expect(await says(nia, 'Send it')).toBeDefined()
    expect((await bookingsOf(nia))[0]?.slots['note']).toContain('my daughter has a peanut allergy')
    const mori = newcomer('chapter2', '森', 'ja')
    await says(mori, '79歳の父でも参加できますか、東北温泉ツアー')
    expect(await says(mori, '2名で2月6日をお願いします')).toMatch(/79歳の父/)
    const knee = newcomer('chapter2', '小林', 'ja')
    await says(knee, '父は膝が悪いです')
    expect(await casesOf(knee)).toEqual([])
    expect(await says(knee, 'ナーンとプアのホームステイを4名で12月26日にお願いします')).toContain('父は膝が悪いです')
  })

  it('how demanding a trip is and what a child may join is told from the catalogue', async () => {
    const gwen = newcomer('chapter2', 'Gwen', 'en')
    const hard = await says(gwen, 'Hello, we are three retired sisters. Is the Bhutan trip hard going?')
    expect(hard).toMatch(/Bhutan Mindful Valleys.*altitude/s)
    expect(await says(gwen, "what's in the price?")).toContain('nurse escort')
    expect(await says(gwen, 'and is there one in May?')).toMatch(/4 May/)
    expect(await says(gwen, 'ok three of us in May then')).toMatch(/Bhutan Mindful Valleys.*4 May/s)
    const niece = newcomer('vschool', 'ป้าแจ๋ว', 'th')
    const fitting = await says(niece, 'อยากพาหลานสาวอายุ 11 ไปทำขนมญี่ปุ่นด้วยกัน มีแบบไหนบ้างคะ')
    expect(fitting).toMatch(/เด็กอายุ 11 ปี.*วากาชิเนริคิริ/s)
    expect(fitting).not.toContain('ราเมน')
    expect(await says(newcomer('vschool', 'Ed', 'en'), 'can my 11 year old join the ramen one-day?')).toContain(
      'ages 14',
    )
    expect(await says(newcomer('vschool', '陈', 'en'), '你好,请问有适合小朋友的课吗?我女儿7岁')).toContain(
      'children of 7',
    )
  })

  it('what answers the question that waits begins no other booking, and a what-if counts nobody', async () => {
    const nuch = newcomer('chapter2', 'นุช', 'th')
    const read = await says(
      nuch,
      'จะพาแม่ไปไหว้พระที่อินเดียค่ะ แม่ 68 เดินได้แต่ช้า มีรอบไหนบ้าง',
      'รอบมกรา ไป 2 คน นอนห้องเดียวกันนะคะ',
    )
    expect(read).toMatch(/สังเวชนียสถาน.*16 ม\.ค\..*แม่ 68 เดินได้แต่ช้า/s)
    const wit = newcomer('asiatravelplan', 'วิทย์', 'th')
    const asked = await says(wit, 'จองทริปทะเลอันดามัน 19 ธันวา 4 คนครับ', 'ถ้ามีลูก 6 ขวบไปด้วยคนนึงคิดยังไง')
    expect(asked).toMatch(/2–11 ปีคิด 75%.*4 ท่าน/s)
    expect(await says(wit, 'งั้นเป็น 5 คนรวมเด็กนะครับ')).toMatch(/5 ท่าน.*คิดราคาเต็มทุกท่าน/s)
    const marcus = newcomer('vschool', 'Marcus', 'en')
    await says(marcus, 'book the knife class on 2 december please, just me')
    const moved = await says(marcus, "make it the saturday one instead, my flatmate's joining")
    expect(moved).toMatch(/Sat 12 Dec.*2 people/s)
  })

  it('children are never counted at the full price without a word', async () => {
    const dee = newcomer('asiatravelplan', 'Dee', 'en')
    const read = await says(dee, 'Angkor at Dawn, 2 adults and 2 kids (5 and 9), 12 Jan')
    expect(read).toContain(
      'US$2,760 at the full price for everyone; our team confirms what the children pay (usually 75%)',
    )
    expect(await says(dee, 'how much is that in total?')).toContain('what the children pay')
    const krabi = newcomer('chapter2', 'อี', 'th')
    expect(await says(krabi, 'กระบี่สามวัย ผู้ใหญ่ 4 เด็ก 2 คน 7 ขวบ 9 ขวบ วันที่ 13 เมษา')).toContain('คิดราคาเต็มทุกท่าน')
    const japanese = newcomer('chapter2', '原', 'ja')
    const told = await says(japanese, 'クラビの三世代ツアー、大人4名子供2名（7歳と9歳）、4月13日でお願いします')
    expect(told).toContain('お子様の料金は通常75%')
    const adults = newcomer('asiatravelplan', 'Gus', 'en')
    expect(await says(adults, 'Angkor at Dawn for 2 people on 12 Jan')).not.toContain('full price')
  })

  it('a day by its number alone is one of the month that was asked about or is wished for', async () => {
    const ida = newcomer('asiatravelplan', 'Ida', 'en')
    await says(ida, 'what tours do you have in february?')
    expect(await says(ida, 'is there anything on the 10th?')).toContain('10 Feb')
    const thai = newcomer('chapter2', 'นุ่น', 'th')
    await says(thai, 'อยากไปหลวงพระบางเดือนธันวาค่ะ')
    expect(await says(thai, 'วันที่ 20 ได้ไหม')).toContain('20 ธ.ค.')
  })

  it('who asks to be told how something is here has reported nothing, and who asks how it goes reads of the case', async () => {
    const una = newcomer('asiatravelplan', 'Una', 'en')
    expect(await says(una, 'tell me about your refund policy')).toContain('30 days before departure')
    const japanese = newcomer('vschool', 'Una', 'ja')
    await says(japanese, 'キャンセルについて教えてください')
    expect(await casesOf(japanese)).toEqual([])
    const thai = newcomer('meelike', 'อุ้ม', 'th')
    await says(thai, 'ออเดอร์ 5512345 ไม่เดินเลยค่ะ')
    expect(await says(thai, 'เรื่องเป็นยังไงบ้างคะ')).toContain('ตั้งเป้าแก้ไขให้เสร็จภายใน')
    expect(await casesOf(thai)).toHaveLength(1)
  })

  it('what children pay is told by the article on it, and is nothing to bargain over', async () => {
    const leo = newcomer('asiatravelplan', 'Leo', 'en')
    expect(await says(leo, 'do the kids get a discount?')).toContain('75% of the adult price')
    const amy = newcomer('chapter2', 'Amy', 'en')
    expect(await says(amy, 'do children pay less?')).toContain('Children 3–11 are 75%')
    const thai = newcomer('asiatravelplan', 'พิม', 'th')
    expect(await says(thai, 'มีส่วนลดสำหรับเด็กไหมคะ')).toContain('75%')
    // of no children it is still a wish for a better price
    expect(await says(newcomer('asiatravelplan', 'Moe', 'en'), 'any discount for the two of us?')).toContain(
      'list prices',
    )
    // and a school that has written down nothing makes nothing up
    expect(await says(newcomer('vschool', 'Amy', 'en'), 'is there a discount for kids?')).not.toMatch(/\d+%/)
  })

  it('what began this morning is not sold for today, and tonight’s still is', async () => {
    expect(await says(newcomer('asiatravelplan', 'Hal', 'en'), 'Ayutthaya by boat today for 2')).toMatch(
      /began at 07:30/,
    )
    expect(await says(newcomer('chapter2', 'จี', 'th'), 'ไหว้พระ 9 วัดอยุธยา วันนี้ 4 คนค่ะ')).toMatch(/เริ่มไปแล้ว/)
    const tonight = newcomer('asiatravelplan', 'Ivy', 'en')
    expect(await says(tonight, 'Bangkok Street Food Night Ride today for 2')).toMatch(/Fri 20 Nov/)
  })

  it('two questions in one message are both answered while a booking is made; of one that nobody knows it is said', async () => {
    const parking = newcomer('vschool', 'เค', 'th')
    const both = await says(parking, 'จองเกี๊ยวซ่า 2 คน 3 ธันวา', 'มีที่จอดรถไหมคะ แล้วได้ใบเซอร์ไหม')
    expect(both).toMatch(/12 คัน.*ใบประกาศ/s)
    const kay = newcomer('asiatravelplan', 'Kay', 'en')
    const known = await says(
      kay,
      'Angkor at Dawn for 3, 10 January',
      'is the guide included and can we pay in instalments?',
    )
    expect(known).toMatch(/Included in the price: guide.*three card payments/s)
    const half = await says(kay, 'is the visa included? and does the hotel have a pool?')
    expect(half).toMatch(/Not included: visa.*“does the hotel have a pool\?”: our team will answer that/s)
  })
})

it('who stops the messages in words of a language reads in that one that it is so', async () => {
  const thai = desk.business('asiatravelplan', 'whatsapp').newcomer('Ian', 'en')
  await thai.says('หยุดส่งข้อความ')
  expect((await thai.hears('START')).text).toContain('จะไม่ส่งข้อความ')
  const japanese = desk.business('asiatravelplan', 'whatsapp').newcomer('Jan', 'en')
  await japanese.says('配信停止')
  expect((await japanese.hears('START')).text).toContain('停止しました')
  const own = desk.business('asiatravelplan', 'whatsapp').newcomer('ไอ', 'th')
  await own.says('STOP')
  await own.hears('START')
})
