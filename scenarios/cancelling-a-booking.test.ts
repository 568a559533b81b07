import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonChat } from '../bot/simulator/phones.ts'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { allQuiet, referenceIn, saidSince } from './all-quiet.ts'

const HOUR = 3_600_000

describe.each(apps)('a confirmed booking is cancelled on %s', (app) => {
  let desk: Desk
  let n = 0
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())
  const prime = () => desk.business('prime', app)

  /** Two people, next Tuesday, in the first flight that is free: cancelled for nothing until 24 hours before. */
  async function teeTime(confirmed = true, who?: PersonChat) {
    const { newcomer, group, staff } = prime()
    const guest = who ?? newcomer(`Golfer ${(n += 1)}`, 'th')
    await guest.says('จองทีไทม์บัวหลวงเลคส์วันอังคารหน้าตอนเช้า 2 คนครับ')
    await guest.hears('สะดวกรอบไหนคะ')
    await guest.taps(/^อังคาร 24 พ\.ย\./)
    await guest.hears('ขอทวนรายละเอียดนะคะ')
    await guest.taps('ส่งเลย')
    const reference = referenceIn((await guest.hears(/PB-2611\d{4}/)).text, /PB-2611\d{4}/)
    await group.hears(reference)
    if (!confirmed) return { guest, reference }
    await staff('mook').says(`/confirm ${reference}`)
    await group.hears(`ยืนยัน ${reference}`)
    await allQuiet(desk)
    return { guest, reference }
  }
  const row = async (reference: string) =>
    (
      await desk.ask(
        `select b.stage, b.ended_why, b.seats_state, b.cancel_asked_at is not null as asked, s.booked, s.held from bookings b left join slots s on s.id = b.slot_id where b.reference = $1`,
        [reference],
      )
    )[0] as {
      stage: string
      ended_why: string | null
      seats_state: string
      asked: boolean
      booked: number
      held: number
    }
  const told = async (reference: string, type: string) =>
    (
      await desk.ask(
        `select 1 from activities a join bookings b on b.id = a.subject_id where b.reference = $1 and a.type = $2`,
        [reference, type],
      )
    ).length

  it('by the customer: asked once more, with until when it is free; the seats are free, staff are told', async () => {
    const { group } = prime()
    const { guest, reference } = await teeTime()
    const before = await row(reference)
    await guest.says('ขอยกเลิกการจองค่ะ')
    const asked = await guest.hears(`ยืนยันยกเลิก ${reference}`)
    expect(asked.text).toContain('โดยไม่มีค่าใช้จ่ายถึง')
    expect(asked.text).toContain('บัวหลวงเลคส์')
    // no is no
    await guest.taps('ไม่ยกเลิก')
    await guest.hears(`${reference} ยังอยู่เหมือนเดิม`)
    expect((await row(reference)).stage).toBe('confirmed')
    await guest.says('เปลี่ยนใจค่ะ ขอยกเลิกการจองนะคะ')
    await guest.hears(`ยืนยันยกเลิก ${reference}`)
    // two taps at once, and once more a day later
    await Promise.all([guest.taps('ยืนยันยกเลิก'), guest.taps('ยืนยันยกเลิก')])
    await guest.hears(`ยกเลิก ${reference} ให้แล้ว`)
    const card = await group.hears('ลูกค้ายกเลิกแล้ว')
    expect(card.text).toContain(reference)
    await allQuiet(desk)
    const after = await row(reference)
    expect(after).toMatchObject({ stage: 'cancelled', ended_why: 'customer_request', seats_state: 'released' })
    expect(after.booked).toBe(before.booked - 2)
    expect(await told(reference, 'booking.cancelled')).toBe(1)
    await guest.taps('ยืนยันยกเลิก')
    await guest.hears('ยกเลิกไปแล้ว')
    await guest.says(`ยกเลิก ${reference}`)
    await guest.hears('ยกเลิกไปแล้ว')
    expect((await row(reference)).booked).toBe(after.booked)
    expect(desk.troubles).toEqual([])
  })

  it('typed, in English and Japanese, where nothing is tapped', async () => {
    const { newcomer, group } = prime()
    for (const [language, wish, sure, yes, done] of [
      ['en', 'I want to cancel my booking', 'Shall I cancel', 'yes', 'has been cancelled'],
      ['ja', '予約をキャンセルしたいです', 'キャンセルしてよろしいですか', 'はい', 'キャンセルいたしました'],
    ] as const) {
      const guest = newcomer(`Typed ${language} ${app}`, language)
      const { reference } = await teeTime(true, guest)
      await guest.says(wish)
      await guest.hears(sure)
      // something else in between: a yes is a yes to that no more
      await guest.says(language === 'en' ? 'thank you' : 'ありがとうございます')
      await allQuiet(desk)
      await guest.says(yes)
      await allQuiet(desk)
      expect((await row(reference)).stage).toBe('confirmed')
      await guest.says(wish)
      await guest.hears(sure)
      await guest.says(yes)
      await guest.hears(done)
      await group.hears('ลูกค้ายกเลิกแล้ว')
      expect((await row(reference)).stage).toBe('cancelled')
    }
    // a number says which button
    const { guest, reference } = await teeTime()
    await guest.says('ขอยกเลิกการจองค่ะ')
    await guest.hears(`ยืนยันยกเลิก ${reference}`)
    await guest.says('๒')
    await guest.hears(`${reference} ยังอยู่เหมือนเดิม`)
    await guest.says('ขอยกเลิกการจองค่ะ')
    await guest.hears(`ยืนยันยกเลิก ${reference}`)
    await guest.says('1')
    await guest.hears(`ยกเลิก ${reference} ให้แล้ว`)
    expect(desk.troubles).toEqual([])
  })

  it('another matter in the same message is dealt with, too; a day on which they have nothing is not this one', async () => {
    const { group } = prime()
    const guest = prime().newcomer(`Two matters ${app}`, 'en')
    const { reference } = await teeTime(true, guest)
    await guest.says('Cancel my tee time on Tuesday and also the QR code on my member card does not work')
    await guest.hears(`Shall I cancel ${reference}?`)
    await guest.hears(/CS-\d+/)
    await guest.says('Yes, cancel it')
    await guest.hears(`${reference} has been cancelled`)
    await group.hears('ลูกค้ายกเลิกแล้ว')
    // in the middle of another booking: what is not to be cancelled goes on
    await guest.says('book a tee time at Bua Luang next Tuesday morning for 2')
    await guest.hears('Which time suits you')
    await guest.says('actually, keep it, do not cancel')
    await guest.hears('Which time suits you')
    await guest.taps('Cancel')
    await guest.hears('Nothing was booked')
    const again = await teeTime(true, guest)
    const before = guest.messages().length
    await guest.says('Please cancel my dinner on Friday')
    await allQuiet(desk)
    expect(saidSince(guest, before).join()).not.toContain(again.reference)
    expect((await row(again.reference)).stage).toBe('confirmed')
    expect(desk.troubles).toEqual([])
  })

  it('which of several is asked; what names one by reference or day is that one; nobody else’s is shown', async () => {
    const { guest, reference } = await teeTime()
    const other = await teeTime(false, guest)
    await guest.says('ขอยกเลิกการจองค่ะ')
    await guest.hears('ต้องการยกเลิกรายการไหน')
    await allQuiet(desk)
    const list = JSON.stringify(guest.messages().slice(-2))
    for (const one of [reference, other.reference]) expect(list).toContain(one)
    await guest.says(other.reference)
    await guest.hears(`ยืนยันยกเลิก ${other.reference}`)
    await guest.says('ยกเลิกเลยค่ะ')
    await guest.hears(`ยกเลิก ${other.reference} ให้แล้ว`)
    expect((await row(other.reference)).stage).toBe('cancelled')
    expect((await row(reference)).stage).toBe('confirmed')
    const stranger = prime().newcomer('คนแปลกหน้า', 'th')
    const before = stranger.messages().length
    await stranger.says(`ยกเลิก ${reference}`)
    await stranger.hears(/./)
    await allQuiet(desk)
    expect(saidSince(stranger, before).join()).not.toContain('บัวหลวงเลคส์')
    expect((await row(reference)).stage).toBe('confirmed')
    expect(desk.troubles).toEqual([])
  })

  it('typed by staff, in any of their languages; one who may not reads who can; what is over says so', async () => {
    const { group, staff } = prime()
    const { guest, reference } = await teeTime()
    const mook = staff('mook')
    await mook.says(`/cancel ${reference}`)
    await group.hears('ยกเลิกเพราะอะไร')
    await mook.says(`/ยกเลิก ${reference} เพราะอยากยกเลิก`)
    await group.hears('ยกเลิกเพราะอะไร')
    expect((await row(reference)).stage).toBe('confirmed')
    await mook.says(`/キャンセル ${reference} 天候`)
    await group.hears(`ยกเลิก ${reference} แล้ว (สภาพอากาศ)`)
    const sorry = await guest.hears('จำเป็นต้องยกเลิก')
    expect(sorry.text).toContain('เพราะสภาพอากาศ')
    await mook.says(`/cancel ${reference} weather`)
    await group.hears(`ตอนนี้ ${reference} อยู่ที่: ยกเลิก`)
    await mook.says(`/confirm ${reference}`)
    await group.hears(`ตอนนี้ ${reference} อยู่ที่: ยกเลิก`)
    expect(desk.troubles).toEqual([])
  })

  it('while staff offer another time: who is first wins, and the other reads what is true now', async () => {
    const { group, staff } = prime()
    const mook = staff('mook')
    const { guest, reference } = await teeTime(false)
    const offers = async (one: string) => {
      await mook.says(`/propose ${one}`)
      await group.hears('จะเสนอรอบไหน')
      await mook.taps(/^เสาร์ 21 พ\.ย\./)
      await group.hears(`เรื่อง ${one} เวลาที่ขอไว้จัดให้ไม่ได้`)
    }
    await offers(reference)
    // the customer gives it up before the offer leaves
    await guest.says('ขอยกเลิกการจองค่ะ')
    await guest.hears(`ยืนยันยกเลิก ${reference}`)
    await guest.taps('ยืนยันยกเลิก')
    await guest.hears(`ยกเลิก ${reference} ให้แล้ว`)
    await group.hears('ลูกค้ายกเลิกแล้ว')
    const heard = guest.messages().length
    await mook.taps('ส่ง')
    await group.hears(`ตอนนี้ ${reference} อยู่ที่: ยกเลิก`)
    await allQuiet(desk)
    expect(saidSince(guest, heard)).toEqual([])

    // and the other way round: a yes to what was read before is none to the time that was offered and taken since
    const again = await teeTime(false)
    await again.guest.says('ขอยกเลิกการจองค่ะ')
    await again.guest.hears(`ยืนยันยกเลิก ${again.reference}`)
    await offers(again.reference)
    await mook.taps('ส่ง')
    await again.guest.hears('เสาร์ 21 พ.ย.')
    await Promise.all([again.guest.taps('ยืนยันยกเลิก'), mook.says(`/cancel ${again.reference} venue`)])
    await allQuiet(desk)
    expect(await row(again.reference)).toMatchObject({ stage: 'cancelled', seats_state: 'released' })
    expect(await told(again.reference, 'booking.cancelled')).toBe(1)
    expect(desk.troubles).toEqual([])
  })

  it('too late it is staff’s to decide: they are told once, owe an answer, and cancel with a reason the customer reads', async () => {
    const { group, staff } = prime()
    const { guest, reference } = await teeTime()
    await guest.says('อยากยกเลิกที่จองไว้ค่ะ')
    await guest.hears(`ยืนยันยกเลิก ${reference}`)
    // the free time passes while the question stands: its old button does not cancel
    const [start] = (await desk.ask(
      `select extract(epoch from s.starts_at - desk_now()) * 1000 as ms from bookings b join slots s on s.id = b.slot_id where b.reference = $1`,
      [reference],
    )) as { ms: string }[]
    await desk.later(Number(start?.ms) - 20 * HOUR)
    await guest.taps('ยืนยันยกเลิก')
    const late = await guest.hears('เลยเวลายกเลิกฟรีแล้ว')
    expect(late.text).toContain('รายละเอียดเปลี่ยนไป')
    expect((await row(reference)).stage).toBe('confirmed')
    await guest.taps('แจ้งทีมงานเลย')
    await guest.hears('แจ้งทีมงานแล้วว่าต้องการยกเลิก')
    await group.hears('ลูกค้าขอยกเลิก')
    expect(await row(reference)).toMatchObject({ stage: 'confirmed', asked: true })
    await guest.says('ขอยกเลิกการจองค่ะ')
    await guest.hears('เลยเวลายกเลิกฟรีแล้ว')
    await guest.taps('แจ้งทีมงานเลย')
    await guest.hears('แจ้งทีมงานแล้วว่าต้องการยกเลิก')
    expect(await told(reference, 'booking.cancel_asked')).toBe(1)
    await desk.later(HOUR)
    await group.hears('รอนานเกินที่สัญญา')
    // they keep it after all, and change their mind once more
    await guest.says('ไม่ยกเลิกแล้วค่ะ')
    await guest.hears(`${reference} ยังอยู่เหมือนเดิม`)
    await group.hears('ลูกค้าไม่ยกเลิกแล้ว')
    expect((await row(reference)).asked).toBe(false)
    await guest.says('ขอยกเลิกการจองค่ะ')
    await guest.hears('เลยเวลายกเลิกฟรีแล้ว')
    await guest.says('แจ้งทีมงานเลย')
    await guest.hears('แจ้งทีมงานแล้วว่าต้องการยกเลิก')
    expect(await told(reference, 'booking.cancel_asked')).toBe(2)
    // by tap, with a reason
    await staff('mook').says(`/case ${reference}`)
    await group.hears('ขอยกเลิก')
    await staff('mook').taps('ยกเลิกการจอง…')
    await group.hears('ยกเลิกเพราะอะไร')
    await Promise.all([staff('mook').taps('ลูกค้าขอยกเลิก'), staff('kenta').taps('สภาพอากาศ')])
    await group.hears(`ยกเลิก ${reference} แล้ว (`)
    await guest.hears(/ยกเลิก/)
    await allQuiet(desk)
    const done = await row(reference)
    expect(done).toMatchObject({ stage: 'cancelled', seats_state: 'released', asked: false })
    expect(await told(reference, 'booking.cancelled')).toBe(1)
    await staff('kenta').taps('จองซ้ำ')
    await group.hears('ยกเลิก')
    expect((await row(reference)).ended_why).toBe(done.ended_why)
    expect(desk.troubles).toEqual([])
  })
})
