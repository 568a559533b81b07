import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { talksOn } from './talks.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('what was said once is not asked for again (on %s)', (app) => {
  const { newcomer, says, bookingsOf, casesOf } = talksOn(() => desk, app)

  it('a place no list knows is where they go', async () => {
    const thai = newcomer('chapter2', 'Far', 'th')
    expect(await says(thai, 'พ่อ 78 ใช้วีลแชร์ อยากไปเชียงตุง')).not.toContain('ที่ไหน')
    const english = newcomer('asiatravelplan', 'Far', 'en')
    await says(
      english,
      'We would love a trip to Dien Bien Phu, 3 people, in February, about 4 nights, tailor made for us',
    )
    const told = await says(english, 'around 900 dollars each')
    expect(told).not.toContain('Where would you like to go')
    expect(told).toContain('Dien Bien Phu')
  })

  it('a food tour of a town is in that town, and the child of three is counted', async () => {
    const person = newcomer('asiatravelplan', 'Mia', 'en')
    const asked = await says(person, "we're 2 adults and a 3 yr old, thinking bangkok food tour, tuk tuk one?")
    expect(asked).not.toMatch(/where would you like|how many/i)
    expect(await says(person, 'next saturday')).toMatch(/Bangkok Street Food Night Ride[^]*3 people/)
  })

  it('who brings a child that is too young for a class reads from which age it is, before it is sent', async () => {
    const person = newcomer('vschool', 'Ploy', 'th')
    await says(person, 'เสาร์ 28 พ.ย. อยากลงเรียนราเมน 2 คนค่ะ ลูกสาว 6 ขวบไปด้วย')
    expect(await says(person, 'คลาสนานกี่ชั่วโมงคะ')).toMatch(/รับผู้เข้าร่วม[^]{1,4}อายุ 14 ปีขึ้นไป/)
    for (const [language, said, from] of [
      ['th', 'จองคลาสราเมน 2 คนค่ะ แม่กับลูก 9 ขวบ', /อายุ 14 ปีขึ้นไป/],
      ['en', "Book the ramen workshop for me and my son, he's 9", /ages 14 and up/],
    ] as const)
      expect(await says(newcomer('vschool', `At once ${language}`, language), said)).toMatch(from)
    const grown = newcomer('vschool', 'Grown', 'en')
    expect(await says(grown, 'two seats for the ramen class on Saturday 28 November please')).not.toContain('Ages')
  })

  it('what their words were taken for is named before the day is asked', async () => {
    const hills = newcomer('asiatravelplan', 'Karen', 'en')
    expect(await says(hills, 'Hi we are 2 people looking at Cambodia in January')).toContain(
      'That would be Angkor at Dawn.',
    )
    const again = await says(hills, 'the angkor one')
    expect(again).toMatch(/^That would be Angkor at Dawn\. Which/)
    expect(again).not.toContain('person')
    const cook = newcomer('vschool', 'Somying', 'th')
    expect(await says(cook, 'อยากเรียนทำราเมน 2 คนค่ะ')).toContain('ราเมนทงคตสึวันเดียว')
    await says(cook, 'รอบแรกเลย')
    await says(cook, 'ใช่ค่ะ')
    expect(await bookingsOf(cook)).toMatchObject([{ slots: { party_size: 2 } }])
    const named = newcomer('asiatravelplan', 'By name', 'en')
    expect(await says(named, 'Angkor at Dawn for 2 in January')).not.toContain('That would be')
  })

  it('Chinese guests book in Chinese', async () => {
    const person = newcomer('asiatravelplan', 'Wang', 'en')
    await says(person, '我想订1月10日吴哥窟的行程，2个人')
    await says(person, '好的，请预订')
    expect(await bookingsOf(person)).toMatchObject([{ slots: { item: 'Angkor at Dawn', party_size: 2 } }])
  })

  it('a day without its month is of the month that was spoken of, whatever is asked meanwhile', async () => {
    const person = newcomer('asiatravelplan', 'Ito', 'ja')
    await says(person, '2月にラオスへ行きたいです')
    const told = await says(person, '13日で')
    expect(told).not.toContain('12月')
    expect(told).toMatch(/2月13日/)
  })

  it('who asks whether somebody may come along is two', async () => {
    for (const [language, wish, said, two] of [
      ['en', 'i want to book the ramen class on saturday 28 november', 'can my girlfriend come too?', '2 people'],
      ['th', 'อยากลงเรียนราเมนเสาร์ 28 พ.ย. ค่ะ', 'พาแฟนไปด้วยได้ไหมคะ', '2 ท่าน'],
    ] as const) {
      const person = newcomer('vschool', `Two ${language}`, language)
      await says(person, wish)
      expect(await says(person, said)).toContain(two)
    }
  })

  it('who lands is fetched at the airport and taken to their hotel; flight and bags go with the request', async () => {
    const english = newcomer('prime', 'Lands', 'en')
    const read = await says(
      english,
      'Need an airport pickup tomorrow, BKK, landing 06:25 TG917, 2 pax 4 bags, to the Park Hyatt',
    )
    expect(read).toMatch(/Where[^]*Park Hyatt[^]*TG917, 4 bags/)
    await says(english, 'yes send it')
    expect(await bookingsOf(english)).toMatchObject([
      { slots: { venue: 'Suvarnabhumi Airport', destination: 'Park Hyatt', time: '06:25', note: 'TG917, 4 bags' } },
    ])
    // an hour that is put off right after is that of the same ride
    await says(english, 'flight is delayed now, lands 8:10')
    expect(await casesOf(english)).toMatchObject([{ key: 'booking_change_or_cancel', slots: { time: '08:10' } }])
    const thai = newcomer('prime', 'Lands', 'th')
    expect(await says(thai, 'ขอรถไปรับที่สุวรรณภูมิพรุ่งนี้ 6 โมงเช้า 2 คน กระเป๋า 3 ใบ ไปโรงแรมแชงกรีลาค่ะ')).toMatch(
      /โรงแรมแชงกรีลา[^]*กระเป๋า 3 ใบ/,
    )
    const asked = newcomer('prime', 'Lands where', 'en')
    expect(await says(asked, 'airport pickup please, tomorrow 9pm at Don Mueang for 2')).toContain(
      'Where would you like',
    )
    expect(await says(asked, 'the Sukhothai hotel')).toContain('the Sukhothai hotel')
  })

  it('the number of the street, the name of the hotel and the flight are told after the rest, each in its own message', async () => {
    const leaves = newcomer('prime', 'Leaves', 'en')
    expect(await says(leaves, 'need a car to the airport tomorrow 5am, 3 pax from Sukhumvit 24')).toMatch(
      /airport[^]*Sukhumvit 24/,
    )
    expect(await says(leaves, 'flight TG640')).toContain('flight TG640')
    const named = await says(leaves, 'hotel is The Okura Prestige')
    expect(named).toContain('The Okura Prestige')
    expect(named).toContain('flight TG640')
    await says(leaves, 'yes send it')
    expect(await bookingsOf(leaves)).toMatchObject([
      { slots: { venue: 'The Okura Prestige', party_size: 3, note: 'flight TG640' } },
    ])
    const japanese = newcomer('prime', 'Leaves', 'ja')
    await says(japanese, '明日の朝5時に空港までの車をお願いします。3名です')
    expect(await says(japanese, 'ホテルはオークラです')).toContain('オークラ')
    const lands = newcomer('asiatravelplan', 'Hoi An', 'en')
    expect(await says(lands, 'airport transfer on Dec 12 at 10:30, 2 people, from DAD to Hoi An')).toMatch(
      /Da Nang Airport[^]*Hoi An/,
    )
    expect(await says(lands, 'our hotel is Anantara Hoi An')).toMatch(/Da Nang Airport[^]*Anantara Hoi An/)
  })

  it('what they would eat, and what an order is for, goes with the request', async () => {
    const guest = newcomer('prime', 'Eats', 'ja')
    const read = await says(guest, '今週の土曜日にスクンビット周辺でお寿司のおまかせを2名で20時に予約したいです')
    expect(read).toContain('お寿司')
    const seller = newcomer('meelike', 'Orders', 'th')
    expect(
      await says(seller, 'งั้นเอาคอมเมนต์ไทย 100 คอมเมนต์ค่ะ โพสต์นี้ https://facebook.com/gamshop/posts/99120'),
    ).toContain('https://facebook.com/gamshop/posts/99120')
  })

  it('who will answer tomorrow books no tomorrow', async () => {
    const person = newcomer('asiatravelplan', 'Later', 'en')
    await says(person, 'Hello! We are a family of 4 looking at Vietnam over Songkran, maybe 7 nights')
    expect(await says(person, 'wait i need to ask my wife, can i come back tomorrow?')).toContain('take your time')
    expect(await says(person, 'we go ahead with the cruise one, 10 april')).toMatch(
      /Hanoi & Lan Ha Bay Cruise[^]*10 Apr/,
    )
  })

  it('a user name, or what was tried, told after a trouble belongs to its case', async () => {
    const seller = newcomer('meelike', 'Names', 'en')
    await says(seller, 'I paid 2,000 THB at 23:58 last night, the wallet is still zero')
    await says(seller, 'username deeshop_th')
    expect(await casesOf(seller)).toMatchObject([{ slots: { name: 'deeshop_th', amount: 2000 } }])
    const locked = newcomer('meelike', 'Tries', 'th')
    await says(locked, 'ลืมรหัสผ่านเข้าเว็บไม่ได้ค่ะ')
    expect(await says(locked, 'ลองดูในสแปมแล้วก็ไม่มี')).toMatch(/เพิ่มลงใน ML-C-\d+/)
    expect(await casesOf(locked)).toHaveLength(1)
  })

  it('two things to book in one sentence are two requests, and one more for the second counts there', async () => {
    const guest = newcomer('prime', 'Two at once', 'en')
    await says(
      guest,
      'Book a car to the airport tomorrow at 6am from the Sukhothai hotel for 2, and dinner for 4 tonight at 8 somewhere near Sathorn',
      'yes',
      'yes',
    )
    expect(await bookingsOf(guest)).toMatchObject([
      { key: 'chauffeur_transfer', slots: { venue: 'the Sukhothai hotel', party_size: 2, time: '06:00' } },
      { key: 'leisure_dining', slots: { venue: 'Sathorn', party_size: 4, time: '20:00' } },
    ])
    await says(guest, 'one more person for the dinner')
    expect(await casesOf(guest)).toMatchObject([{ key: 'booking_change_or_cancel', slots: { party_size: 5 } }])
    const thai = newcomer('prime', 'ทั้งสอง', 'th')
    await says(thai, 'จองโต๊ะอาหาร 4 ที่คืนนี้ 2 ทุ่มแถวสาทร และรถไปสนามบินสุวรรณภูมิพรุ่งนี้ 6 โมงเช้า 2 คน', 'ใช่ค่ะ', 'ใช่ค่ะ')
    expect(await bookingsOf(thai)).toMatchObject([
      { key: 'leisure_dining', slots: { party_size: 4 } },
      { key: 'chauffeur_transfer', slots: { destination: 'Suvarnabhumi Airport' } },
    ])
  })

  it('what was forgotten joins what was sent, and ‘cancel it’ of a cancellation means the tour', async () => {
    const thai = newcomer('asiatravelplan', 'Forgot', 'th')
    await says(thai, 'สนใจทัวร์ลาวค่ะ 5 คน เดือนมกรา', 'ส่งเลยค่ะ')
    expect(await says(thai, 'อ้อ ลืมบอกว่ามีเด็ก 1 คนอายุ 4 ขวบ')).toMatch(/เพิ่มลงใน ATP-\d+/)
    const off = newcomer('asiatravelplan', 'Off', 'en')
    await says(off, 'can i cancel my angkor tour? booked under smith')
    expect(await says(off, 'ok cancel it')).toMatch(/added that to CS-\d+/)
    expect(await casesOf(off)).toMatchObject([{ key: 'cancel_refund_request', status: 'new' }])
  })

  it('the next one on sale, said while something else is asked, is the day; a wish is no answer and is kept', async () => {
    const student = newcomer('vschool', 'Next', 'en')
    await says(student, 'Hi! I would love to join the knife class')
    expect(await says(student, 'the next one please')).toContain('Wed 2 Dec')
    const guest = newcomer('asiatravelplan', 'Wishes', 'ja')
    await says(guest, 'アンコールワットのツアー、1月に2名で参加したいのですが')
    expect(await says(guest, 'それでお願いします')).toContain('こちらは必要な項目です')
    expect(await says(guest, 'ホテルは禁煙室でお願いします')).toContain('承知いたしました')
  })

  it('‘a class’ is none of them: who asks for one that nobody gives chooses among what there is', async () => {
    const student = newcomer('vschool', 'Bread', 'ja')
    expect(await says(student, 'パンのクラスを2名で予約したいです')).toContain('どちらをご希望でしょうか')
    const sweets = newcomer('vschool', 'Sweets', 'ja')
    expect(await says(sweets, '和菓子のクラスを2名で予約したいです')).toContain('練り切り和菓子教室')
  })

  it('who would rather have something else than what was read back does not get that in another number', async () => {
    for (const [language, wish, rather, first] of [
      ['th', 'สั่งฟอลไอจีไทย 1000 ค่ะ', 'เปลี่ยนเป็นไลค์ 500 ค่ะ', /สนใจรายการไหนคะ\W+(?:1\. )?ไลก์/],
      [
        'en',
        '1000 instagram followers please',
        'make it 500 likes instead',
        /Which one would you like\?\W+(?:1\. )?[\w ]*likes/,
      ],
    ] as const) {
      const seller = newcomer('meelike', `Rather ${language}`, language)
      await says(seller, wish)
      expect(await says(seller, rather)).toMatch(first)
    }
    const views = newcomer('meelike', 'Rather views', 'en')
    await says(views, '1000 instagram followers please', 'actually youtube views instead, 2000', 'yes')
    expect(await bookingsOf(views)).toMatchObject([{ slots: { item: 'YouTube views (retention)', amount: 2000 } }])
    const student = newcomer('vschool', 'Rather', 'th')
    await says(student, 'จองราเมน 2 ที่เสาร์ 28 พ.ย. ค่ะ')
    expect(await says(student, 'เปลี่ยนเป็นวากาชิดีกว่าค่ะ')).toContain('วากาชิ')
  })

  it('a thing that is on sale and how many of it is an order, and an advertisement of the same is none', async () => {
    for (const [language, said] of [
      ['en', 'instagram followers 1000'],
      ['en', '1000 instagram followers'],
      ['th', 'ฟอลไอจี 1000'],
      ['ja', 'インスタのフォロワー1000人'],
    ] as const) {
      const buyer = newcomer('meelike', `Bare order ${said}`, language)
      expect(await says(buyer, said), said).toMatch(/1,000/)
    }
    const seller = newcomer('meelike', 'Advertises', 'en')
    expect(await says(seller, 'we sell 1000 instagram followers cheap dm')).not.toMatch(/1,000/)
    expect(await bookingsOf(seller)).toEqual([])
  })

  it('what is wished if possible goes with the request that was read back', async () => {
    const guest = newcomer('prime', 'Perhaps', 'en')
    await says(guest, 'tee time for 3 this Saturday around 8, anywhere decent near Bangkok')
    expect(await says(guest, 'Thai Country Club if possible')).toMatch(/Note[^]*Thai Country Club/)
  })

  it('what it is for is no place, and goes with the request; how old two are is no count of them', async () => {
    for (const [language, said, what, asked] of [
      [
        'en',
        'A tee time for 3 next Saturday afternoon please',
        'It is my husband’s 50th birthday',
        /which place|course/i,
      ],
      ['th', 'ขอจองออกรอบ 3 คน เสาร์หน้าบ่ายค่ะ', 'วันเกิดสามีครบ 50 ค่ะ', /ที่ไหน|สนาม/],
      ['ja', '来週土曜の午後、3名でゴルフの予約をお願いします', '主人の50歳の誕生日です', /どちら|どの|場所/],
    ] as const) {
      const host = newcomer('prime', `Occasion ${language}`, language)
      expect(await says(host, said), said).toMatch(asked)
      const told = await says(host, what)
      expect(told, what).toContain(what.replace(/ ค่ะ$/, ''))
      expect(told, what).toMatch(asked)
    }
    const old = newcomer('asiatravelplan', 'Not so many', 'en')
    await says(old, 'We would like the Hanoi and Ha Long trip on 12 December for 2')
    const told = await says(old, 'we are 74 and 71 by the way')
    expect(told).toContain('we are 74 and 71')
    expect(told).not.toMatch(/74 people|how many nights/)
    expect(await bookingsOf(old)).toEqual([])
  })
})
