import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { talksOn } from './talks.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('whole talks of people nobody here has seen (on %s)', (app) => {
  const { newcomer, says, bookingsOf, casesOf } = talksOn(() => desk, app)

  it('what has a list price is ordered at it, and nobody who asks the price is asked for a budget', async () => {
    const person = newcomer('meelike', 'List price', 'ja')
    const told = await says(person, 'インスタのフォロワーを4000人増やしたいのですが、おいくらですか?')
    expect(told).toContain('276')
    expect(told).not.toContain('ご予算')
    await says(person, 'はい、お願いします')
    expect(await bookingsOf(person)).toMatchObject([{ key: 'service_order', slots: { amount: 4000 } }])
  })

  it('several things in one quote all stand in it; a budget that is not set yet is no riddle', async () => {
    const person = newcomer('meelike', 'Quote', 'th')
    const told = await says(person, 'ทำแคมเปญให้ลูกค้า อยากได้ไลก์เพจ 18,000 กับฟอลไอจีไทย 3000 คิดเท่าไหร่คะ')
    expect(told).not.toContain('งบประมาณ')
    expect(told).toContain('ฟอลไอจีไทย 3000')
    expect(await says(person, 'ยังไม่ได้ตั้งงบค่ะ ขอดูราคาก่อน')).toContain('ส่งเลยไหมคะ')
    expect(await says(person, 'เดี๋ยวขอคุยกับหัวหน้าก่อนนะคะ')).toContain('ไม่ต้องรีบ')
  })

  it('three orders are one case; what is put right is put right, and the rest is no new trouble', async () => {
    const person = newcomer('meelike', 'Three orders', 'th')
    await says(person, 'ออเดอร์ 1299131 กับ 1299144 แล้วก็ 1299150 ไม่เดินเลยตั้งแต่เมื่อวาน')
    expect(await casesOf(person)).toMatchObject([
      { key: 'order_not_started', slots: { order_id: '1299131' }, order_refs: ['1299144', '1299150'] },
    ])
    await says(person, 'นี่จ่ายไปตั้ง 1,480 นะ เซ็งเลย')
    expect(await casesOf(person)).toMatchObject([{ slots: { amount: 1480 } }])
    await says(person, 'ไม่ใช่ 1,480 นะคะ 1,840 พิมพ์สลับ')
    expect(await casesOf(person)).toMatchObject([{ slots: { amount: 1840 } }])
    expect(await casesOf(person)).toHaveLength(1)
  })

  it('a question beside an open case goes to the team, and what came right by itself is told to them', async () => {
    const person = newcomer('meelike', 'Caps lock', 'th')
    const asked = await says(person, 'ล็อกอินไม่ได้ครับ ขึ้นว่ารหัสผิดตลอด', 'แล้วเครดิตผมจะหายไหม มีอยู่สามพันกว่า')
    expect(asked).toContain('ทีมงานจะตอบในแชตนี้')
    expect(await says(person, 'อ้าวเข้าได้แล้วครับ caps lock ค้าง 5555')).toContain('ดีใจด้วยค่ะ')
    expect(await casesOf(person)).toHaveLength(1)
  })

  it('why it takes so long is no second trouble, and a real person is a wish for one', async () => {
    const person = newcomer('meelike', 'Impatient', 'en')
    await says(person, 'my order got cancelled two days ago and the money never came back!!', '1288779')
    expect(await says(person, 'it was 460 baht. why does it take so long??')).toMatch(/ML-C-\d+ and will take it up/)
    expect(await casesOf(person)).toHaveLength(1)
    expect(await says(person, 'let me talk to a real person please')).toContain('A person will write to you here')
  })

  it('an article that was just read is said to be the same', async () => {
    const person = newcomer('meelike', 'Same again', 'th')
    await says(person, 'สมัครตัวแทนลดกี่ % คะ')
    const again = await says(person, 'แล้วถ้าเติมเดือนละ 3 หมื่นล่ะคะ')
    expect(again).toContain('ส่งให้เมื่อสักครู่')
    expect(again).toContain('15%')
  })

  it('a question in the first message is answered before the booking goes on; the earliest is the earliest, one more is one more', async () => {
    const person = newcomer('prime', 'Shorts', 'th')
    const told = await says(person, 'อยากจองออกรอบวันพุธที่ 25 พ.ย. 3 คน สนามแถวบางนา ใส่ขาสั้นได้มั้ยครับสนามนี้')
    expect(told).toContain('กางเกงขาสั้นทรงสุภาพได้ทุกสนาม')
    expect(told).toContain('สะดวกรอบไหน')
    expect(await says(person, 'เอาเช้าสุดเลยครับ')).toMatch(/06:(?:16|24)/)
    expect(await says(person, 'เพิ่มอีกคนนะ เป็น 4')).toContain('4 ท่าน')
    await says(person, 'ยืนยันครับ')
    const terms = await says(person, 'ยกเลิกได้ถึงเมื่อไหร่ครับถ้าไม่ว่าง')
    expect(terms).toContain('72 ชม.')
    expect(terms).not.toContain('ยืนยันยกเลิก')
  })

  it('what nobody knows goes with the request; a thing is known by how it is said', async () => {
    const person = newcomer('prime', 'Aroma', 'th')
    const told = await says(person, 'จะพาแม่ไปนวดพรุ่งนี้บ่ายสองค่ะ 2 ท่าน มีที่ไหนแนะนำแถวทองหล่อมั้ยคะ')
    expect(told).toContain('แนบคำถามไปกับคำขอให้แล้ว')
    expect(told).toContain('ทองหล่อ')
    expect(await says(person, 'เอาอโรม่าแล้วกันค่ะ')).toContain('นวดอโรมา 90 นาที')
  })

  it('no dates yet is an answer; the 15th is of the month they spoke of, and the price beside it is told', async () => {
    const person = newcomer('prime', 'Outing', 'en')
    await says(person, 'Hi! we would like a company golf day, about 24 people, sometime mid January')
    expect(await says(person, 'no dates yet, what do you have?')).toContain('Shall I send it?')
    const told = await says(person, "let's say the 15th. What does it cost per person roughly?")
    expect(told).toContain('4,900')
    expect(told).toContain('15 Jan')
  })

  it('a table and a car are two bookings, one after the other, of the same day', async () => {
    const person = newcomer('prime', 'Both', 'th')
    const told = await says(person, 'พรุ่งนี้ตอนบ่ายโมงขอโต๊ะ 6 ที่ ร้านสเต็กครับ แล้วก็ขอรถมารับที่ออฟฟิศอโศกตอนเที่ยงครึ่ง')
    expect(told).toContain('รับทั้งสองเรื่อง')
    expect(told).toContain('13:00')
    expect(await says(person, 'มีเด็ก 1 คน ขอเก้าอี้เด็กด้วยนะครับ')).toContain('เก้าอี้เด็ก')
    const next = await says(person, 'ครับ')
    expect(next).toMatch(/PB-\d+/)
    expect(next).toContain('จองรถรับส่ง')
    expect(await bookingsOf(person)).toMatchObject([{ key: 'leisure_dining', slots: { party_size: 6, time: '13:00' } }])
    expect(next).toContain('12:30')
    expect(next).toMatch(/Ember|เอมเบอร์/)
    await says(person, 'ส่งเลย')
    expect(await bookingsOf(person)).toMatchObject([
      { key: 'leisure_dining' },
      { key: 'chauffeur_transfer', slots: { date: '2026-11-21', time: '12:30' } },
    ])
  })

  it('the first of two given up, the other goes on', async () => {
    const person = newcomer('prime', 'One of both', 'en')
    await says(
      person,
      'A table for 4 at Itoha tomorrow at 7pm please. I also need a car from Sathorn to Suvarnabhumi airport tomorrow at 9am.',
    )
    const told = await says(person, 'cancel')
    expect(told).toContain('On to the other')
    expect(told).toContain('Suvarnabhumi')
    expect(await bookingsOf(person)).toEqual([])
  })

  it('the time of a flight is not when to be fetched, and the house number is kept', async () => {
    const person = newcomer('prime', 'Flight', 'en')
    const told = await says(person, 'Need a car Monday from Sukhumvit 39 to Suvarnabhumi, flight is 11:25')
    expect(told).toContain('time')
    expect(told).not.toContain('11:25')
    const back = await says(person, 'pickup 7:45 then. 2 of us')
    expect(back).toContain('07:45')
    expect(back).toContain('Sukhumvit 39')
    expect(await says(person, 'fine, go with the alphard')).toContain('2,900')
  })

  it('when it was is told of the complaint, and there is where it was', async () => {
    const person = newcomer('prime', 'There', 'th')
    await says(person, 'แคดดี้วันก่อนที่ธาราฮิลส์พูดจาไม่ดีเลย แล้วก็ขอทิปตรงๆ')
    expect(await says(person, 'วันอังคารที่ 17 ครับ ช่วงเช้า หมายเลข 112')).toMatch(/เพิ่มลงใน CS-\d+/)
    expect(await says(person, 'ว่าแต่เสาร์นี้มีทีออฟที่นั่นว่างไหม 2 คน')).toContain('ธาราฮิลส์')
  })

  it('it should be 14, not 17: the same trouble, and nobody is asked anything', async () => {
    const person = newcomer('prime', 'Should be', 'en')
    await says(person, 'Invoice INV-2611-077 shows three rounds that we did not play, please check')
    expect(await says(person, 'Should be 14 rounds not 17')).toMatch(/added that to CS-\d+/)
    expect(await casesOf(person)).toHaveLength(1)
  })

  it('a place is wished for as a question; dinner after it is of the same day', async () => {
    const person = newcomer('prime', 'Spa, dinner', 'th')
    await says(person, 'อยากจองสปา 2 คนวันอาทิตย์นี้ช่วงบ่ายค่ะ')
    const told = await says(person, 'สัก 3 โมงค่ะ ที่ยูซุได้มั้ยคะ')
    expect(told).toContain('15:00')
    expect(told).toMatch(/Yuzu|ยูซุ/)
    expect(told).not.toContain('แนบคำถาม')
    await says(person, 'ส่งเลยค่ะ')
    const dinner = await says(person, 'แล้วต่อด้วยมื้อเย็นที่บ้านริมคลอง 6 โมงครึ่ง 2 ที่ด้วยนะคะ')
    expect(dinner).toContain('ส่งเลยไหมคะ')
    expect(dinner).toContain('22 พ.ย.')
  })

  it('the driver has come: that is told, and not noted as more of the trouble', async () => {
    const person = newcomer('prime', 'Driver', 'ja')
    await says(person, '運転手が20分待っても来ません。アソークのオフィス前です。')
    expect(await says(person, '今来ました。ありがとうございます。')).toMatch(/CS-\d+/)
    expect(person.messages().at(-1)?.text).not.toContain('追加いたしました')
  })

  it('the name of the account is of the trouble just told, and two sets of clubs are wished for whatever they cost', async () => {
    const person = newcomer('meelike', 'Account', 'th')
    await says(person, 'เติมไป 1,000 โบนัส 5% ไม่เห็นเข้าเลยค่ะ')
    const open = (await casesOf(person)).length
    expect(await says(person, 'ยูส ploy_store เติมเมื่อเช้านี้')).toContain('ขอบคุณค่ะ')
    expect(await casesOf(person)).toHaveLength(open)
    const golfer = newcomer('prime', 'Clubs', 'th')
    await says(golfer, 'อยากออกรอบวันอังคารที่ 24 พ.ย. 2 คน ศาลาไพน์', 'เอาเช้าสุดครับ')
    const told = await says(golfer, 'เช่าไม้ 2 ชุดด้วย เท่าไหร่ครับ')
    expect(told).toContain('1,200')
    expect(told).toContain('เช่าไม้ 2 ชุดด้วย')
  })

  it('of the day that will not do and another one the other is meant, in whatever words', async () => {
    const golfer = newcomer('prime', 'Vetoed', 'en')
    // where it is played says what it is
    await says(golfer, 'Any chance of squeezing three of us on at Naga Ridge Tuesday? half six suits')
    expect(
      await says(golfer, "Hang on. Doug's wife has vetoed Tuesday. Thursday then, otherwise same drill"),
    ).toContain('Thu 26 Nov')
    await says(golfer, "that's the one, ta")
    expect(await bookingsOf(golfer)).toMatchObject([{ key: 'tee_time', slots: { date: '2026-11-26', party_size: 3 } }])
    const diner = newcomer('prime', 'Dines there', 'en')
    expect(await says(diner, 'a massage for two at Thara Hills Golf Resort next Friday at 3 pm please')).not.toMatch(
      /What\W+Thara Hills/,
    )
    const family = newcomer('asiatravelplan', 'At the office', 'ja')
    await says(family, 'アユタヤに船で行くやつ、12/4って空いてます?大人2と1歳児1')
    expect(await says(family, 'あ〜4日は夫が出社でした…5日でもう一回みてください')).toContain('12月5日')
  })

  it('an order that is named while a new one is written down is no part of it', async () => {
    const person = newcomer('meelike', 'Named an order', 'th')
    expect(await says(person, 'วิวรีลไอจี สองหมื่น', 'ออเดอร์ ๑๒๙๑๔๗๗')).not.toContain('ส่งเลยไหม')
    await says(person, '1291477 ใส่ลิงก์ผิดคลิปค่ะ สั่งไปแล้วด้วย')
    expect(await bookingsOf(person)).toEqual([])
    expect(await casesOf(person)).toMatchObject([{ slots: { order_id: '1291477' } }])
    const streamer = newcomer('meelike', 'Make it 80', 'en')
    await says(streamer, '300 tiktok likes please')
    expect(await says(streamer, 'actually 300 looks sus when i normally get 12. make it 80')).toMatch(/Amount\W+80/)
    await says(streamer, 'be straight with me can tiktok nuke my account over this')
    expect(await bookingsOf(streamer)).toEqual([])
    expect(await casesOf(streamer)).toEqual([])
  })

  it('who surely tells of harm waits for no question, and who asks with a smile alarms nobody', async () => {
    const daughter = newcomer('chapter2', 'Fell', 'ja')
    await says(daughter, '母が宿の段差で落ちて くるぶしがソフトボールみたいになって立てないです')
    expect(await casesOf(daughter)).toMatchObject([{ severity: 'critical' }])
    const late = newcomer('prime', 'Where is it', 'th')
    await says(
      late,
      'นี่ยืนกอดกระเป๋าหน้าหมู่บ้านจนรปภ.เอาเก้าอี้มาให้นั่งละ รถอยู่ไหน',
      'PB-26110203 นัดเก้าโมงครึ่ง ไปดอนเมือง เครื่องเที่ยงห้านาที',
    )
    expect(await casesOf(late)).toMatchObject([{ severity: 'critical', slots: { reference: 'PB-26110203' } }])
    expect(await bookingsOf(late)).toEqual([])
    const son = newcomer('chapter2', 'Only greens', 'th')
    await says(son, 'แม่ผมถือศีลกินแต่ผักมายี่สิบปี ไปสังเวชนียสถานกับคณะจะอดตายมั้ยครับ')
    expect(await casesOf(son)).toEqual([])
  })

  it('an allergy told over the finished request goes with it, however it is asked; children are counted by any name', async () => {
    const rider = newcomer('asiatravelplan', 'EpiPen', 'en')
    await says(rider, 'Bangkok Street Food Night Ride, 2 people, sat 5 dec 6pm')
    const told = await says(
      rider,
      'btw gf is badly allergic to peanuts like epipen allergic. is that gonna be a problem',
    )
    expect(told).toMatch(/Note[^]*peanuts/)
    const host = newcomer('prime', 'Little ones', 'en')
    await says(host, 'a table at Ember & Oak for Saturday the 12th of December, half past seven please')
    expect(await says(host, "There'll be six adults and two little ones")).toContain('8 people')
  })

  it('what is said to stay as it is stays, and is no new matter', async () => {
    const couple = newcomer('chapter2', 'Not yet', 'en')
    await says(couple, 'My wife says not to cancel yet. Please do nothing for the moment, I will write you on Monday')
    expect(await casesOf(couple)).toEqual([])
    const student = newcomer('vschool', 'Moves', 'th')
    await says(student, 'ราเมนวันที่ 28 หนูโดนหัวหน้าลากไประยอง ย้ายให้ทีน้า', 'ORD-20261109-017', 'ไป 5 ธันวาก็ได้มั้ง')
    expect(await casesOf(student)).toHaveLength(1)
    const grandma = newcomer('vschool', 'Warned', 'th')
    const told = await says(
      grandma,
      'คลาสเด็กปั้นโมจิวันอาทิตย์ที่ ๒๙ ยังรับเพิ่มมั้ยคะ ยายจะพาหลานไป',
      'สองคน ๗ ขวบกับ ๙ ขวบ ผู้ชายทั้งคู่ ซนมากเตือนไว้ก่อน',
    )
    expect(told).not.toContain('ยกเลิก')
  })

  it('a departure that is asked after by name and day is the one that is booked; when a trip leaves is its own', async () => {
    const family = newcomer('asiatravelplan', 'Obsessed', 'en')
    const told = await says(
      family,
      "So we've been looking at your Andaman island hopper thing and my husband is OBSESSED lol. Is the 12/19 departure still open??",
    )
    expect(told).toMatch(/Andaman Island Hopper[^]*Sat 19 Dec/)
    expect(told).not.toContain('Bali')
    expect(
      await says(family, "It'd be me, my husband + our two kiddos, 9 and 6. anytime after 10am works to start"),
    ).toMatch(/Sat 19 Dec[^]*4 people/)
    expect(await says(family, 'Is there a minimum number of people for it?')).toContain('2 to 10 people')
    const couple = newcomer('asiatravelplan', 'Nine or so', 'en')
    await says(
      couple,
      'My wife and myself would like to go on the Slow Mekong, the one leaving on the tenth of January.',
    )
    expect(await says(couple, "Just the two of us. Morning start suits us, nine o'clock or so")).toContain('Sun 10 Jan')
    await says(couple, 'Aye that is grand, send it on so')
    expect(await bookingsOf(couple)).toMatchObject([{ slots: { date: '2027-01-10', party_size: 2 } }])
    // it was only just sent: which one, and whether they are sure
    const asked = await says(
      couple,
      'Ah no, that week will not do. You had better cancel it, I am very sorry for the bother',
    )
    expect(asked).toMatch(/ATP-\d+/)
    expect(await casesOf(couple)).toEqual([])
  })
})
