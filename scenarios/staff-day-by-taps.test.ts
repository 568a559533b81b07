import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet, referenceIn, saidSince } from './all-quiet.ts'

const MINUTE = 60_000

describe('a support agent’s day, by taps alone (Meelike, Thai; Prime for a booking)', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  const slaOf = async (reference: string) => {
    const [row] = await desk.ask(
      `select severity, status, extract(epoch from sla_due_at - opened_at) / 60 as minutes, order_refs,
         (select key from staff where id = owner_id) as owner, (select key from providers where id = provider_id) as provider,
         (select key from case_types where id = case_type_id) as type
       from cases where reference = $1`,
      [reference],
    )
    return { ...row, minutes: Math.round(Number(row?.['minutes'])) }
  }

  it('takes, corrects, asks, waits, escalates, is given back and resolves a case without leaving LINE', async () => {
    const { newcomer, group, staff } = desk.business('meelike')
    const nan = staff('nan_admin')
    await nan.says('เข้ากะค่ะ')
    await group.hears('คุณแนน วงศ์ชัย เข้ากะแล้ว')
    const shop = newcomer('ร้านมะลิ', 'th')
    await shop.says('เว็บมีปัญหา เข้าไม่ได้เลยค่ะ')
    const reference = referenceIn((await shop.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    const opened = await group.hears(reference)
    expect(opened.text).toContain('แนน วงศ์ชัย')
    expect(opened.buttons.map((it) => it.label)).toEqual(['รับเคส', 'ขั้นตอน (SOP)', 'ตอบลูกค้า', 'เพิ่มเติม…'])

    await nan.taps('รับเคส')
    await group.hears('รับเคส')
    await shop.hears('กำลังดูแล')

    // the type was guessed wrong: severity and deadline follow, from when the customer first wrote
    await desk.later(10 * MINUTE)
    await nan.taps('เพิ่มเติม…')
    await group.hears('จะทำอะไรต่อ')
    await nan.taps('เปลี่ยนประเภท')
    await group.hears('ประเภทไหน')
    await nan.taps('ออเดอร์ไม่เดิน/ค้าง pending')
    await group.hears('ออเดอร์ไม่เดิน/ค้าง pending (')
    expect(await slaOf(reference)).toMatchObject({ type: 'order_not_started', severity: 'normal', minutes: 120 })

    await nan.taps('ผูกออเดอร์')
    await group.hears('พิมพ์เลขออเดอร์')
    await nan.says('#๑๒๗๔๘๕๐')
    await group.hears('ผูกออเดอร์ 1274850')
    await nan.taps('ระบุผู้ให้บริการ')
    await group.hears('ผู้ให้บริการรายไหน')
    await nan.taps('BoostHive')
    const provided = await group.hears('ให้ BoostHive แก้ไข')
    expect(provided.text).toContain(reference)
    await nan.taps('โน้ต')
    await group.hears('จะเก็บเป็นโน้ต')
    const heard = shop.messages().length
    await nan.says('ลูกค้าเก่า ใจเย็นดี')
    await group.hears('ลูกค้าไม่เห็น')
    await allQuiet(desk)
    expect(saidSince(shop, heard)).toEqual([])

    // a question goes out through the preview, and the clock stands
    await nan.taps('ขอข้อมูลลูกค้า')
    await group.hears('พิมพ์คำถามถึง ร้านมะลิ')
    await nan.says('ขอลิงก์โพสต์ด้วยนะคะ')
    await group.hears('ถึง ร้านมะลิ')
    await nan.taps('ส่ง')
    await shop.hears('ขอลิงก์โพสต์ด้วยนะคะ')
    await group.hears('รอคำตอบจากลูกค้า')
    expect(await slaOf(reference)).toMatchObject({ status: 'waiting_customer', provider: 'boosthive' })
    await desk.later(60 * MINUTE)
    await shop.says('https://instagram.example/p/abc ค่ะ')
    await shop.hears(`เพิ่มลงใน ${reference}`)
    const answered = await group.hears('ลูกค้าให้ข้อมูลเพิ่ม')
    expect(answered.text).toContain('instagram.example/p/abc')
    expect(await slaOf(reference)).toMatchObject({ status: 'investigating', minutes: 180, order_refs: ['1274850'] })

    // too much for one person: a lead has it, as high, with the hours of a case that was raised
    await nan.taps('เพิ่มเติม…')
    await nan.taps('ส่งหัวหน้า')
    await group.hears('เพราะอะไร')
    await nan.taps('ลูกค้าไม่พอใจ')
    const raised = await group.hears('🔺')
    expect(raised.text).toContain('กิ๊ฟ มณีรัตน์')
    expect(await slaOf(reference)).toMatchObject({ severity: 'high', owner: 'gift', minutes: 180 })
    // other cases of the day are over their time by now, and their cards have these buttons, too
    const cardWith = async (button: string) =>
      (
        await vi.waitUntil(
          () =>
            group
              .messages()
              .findLast((it) => it.text.includes(reference) && it.buttons.some((one) => one.label === button)),
          { timeout: 60_000 },
        )
      ).id
    await staff('gift').taps('เพิ่มเติม…', { on: await cardWith('เพิ่มเติม…') })
    await group.hears('จะทำอะไรต่อ')
    await staff('gift').taps('มอบให้…')
    const team = await group.hears('มอบให้ใคร')
    expect(team.buttons.map((it) => it.label)).not.toContain('เตย อภิสิทธิ์')
    await staff('gift').taps('ต้น ผาสุข')
    await group.hears('ให้คุณต้น ผาสุขแล้ว')

    await staff('ton').taps('แก้ไขแล้ว', { on: await cardWith('แก้ไขแล้ว') })
    const cause = await group.hears('เกิดจากอะไร')
    expect(cause.text.match(new RegExp(reference, 'g'))).toHaveLength(1)
    expect(JSON.stringify(cause.raw)).not.toContain('"primary"')
    await staff('ton').taps('ระบบขัดข้อง')
    await shop.hears('แก้ไขเรียบร้อยแล้ว')
    await group.hears('ต้น ผาสุข แก้ไข')
    await staff('ton').taps('เปิดอีกครั้ง')
    await group.hears('กำลังตรวจสอบ (ต้น ผาสุข)')
    // a card of before says the same
    await expect.poll(() => slaOf(reference)).toMatchObject({ status: 'investigating', owner: 'ton' })

    await nan.says('ออกกะ')
    await group.hears('ออกกะแล้ว')
    expect(desk.troubles).toEqual([])
  })

  it('a booking: two take it and one is named, another time is offered, taken by the customer, and confirmed', async () => {
    const { customers, group, staff } = desk.business('prime')
    const [kittiphon] = customers
    if (!kittiphon) throw new Error('no customer')
    await kittiphon.says('จองทีไทม์วันอังคารหน้าตอนเช้า 4 คนครับ')
    await kittiphon.hears('ที่ไหนดีคะ')
    await kittiphon.taps('เลือกอันนี้', { on: (await kittiphon.hears('บัวหลวงเลคส์')).id })
    await kittiphon.hears('สะดวกรอบไหนคะ')
    await kittiphon.taps(/07:04/)
    await kittiphon.hears('ขอทวนรายละเอียดนะคะ')
    await kittiphon.taps('ส่งเลย')
    const reference = referenceIn((await kittiphon.hears('กันที่ไว้ให้')).text, /PB-2611\d{4}/)
    const card = await group.hears(reference)

    await Promise.all([staff('mook').taps('รับงาน', { on: card.id }), staff('kenta').taps('รับงาน', { on: card.id })])
    await group.hears(/รับงาน PB/)
    await group.hears('รับไปก่อนแล้ว')
    const [taken] = await desk.ask(
      `select count(*)::int as n from activities where type = 'booking.taken' and subject_id = (select id from bookings where reference = $1)`,
      [reference],
    )
    expect(taken).toMatchObject({ n: 1 })

    await staff('mook').taps('เพิ่มเติม…')
    await group.hears('จะทำอะไรต่อ')
    await staff('mook').taps('เสนอเวลาอื่น')
    const times = await group.hears('จะเสนอรอบไหน')
    const other = times.buttons.at(-1)?.label ?? ''
    await staff('mook').taps(other, { on: times.id })
    const draft = await group.hears(`แต่มี${other}`)
    expect(saidSince(kittiphon, 0).join()).not.toContain('จัดให้ไม่ได้')
    await staff('mook').taps('ส่ง', { on: draft.id })
    const offer = await kittiphon.hears(`แต่มี${other}`)
    await group.hears('เสนอให้')
    await kittiphon.taps('ตกลง')
    await kittiphon.hears(`เปลี่ยน ${reference} เป็น${other}`)
    await group.hears('ลูกค้าตกลงเวลาใหม่')
    await kittiphon.taps('ตกลง', { on: offer.id })
    await kittiphon.hears('ข้อเสนอนี้หมดแล้ว')
    await staff('mook').taps('ยืนยัน')
    await kittiphon.hears(`${reference} ยืนยันเรียบร้อยแล้ว`)
    const [seats] = await desk.ask(
      `select b.seats_state, s.booked, (select sum(held)::int from slots where item_id = s.item_id) as held
       from bookings b join slots s on s.id = b.slot_id where b.reference = $1`,
      [reference],
    )
    expect(seats).toMatchObject({ seats_state: 'booked', held: 0 })
    expect(desk.troubles).toEqual([])
  })
})
