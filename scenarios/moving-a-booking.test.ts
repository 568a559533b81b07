import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { allQuiet, referenceIn, saidSince } from './all-quiet.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('a confirmed booking is moved to another time (on %s)', (app) => {
  const prime = () => desk.business('prime', app)
  let n = 0

  /** Two people, next Tuesday morning, confirmed. */
  async function teeTime() {
    const { newcomer, group, staff } = prime()
    const guest = newcomer(`Moves ${app} ${(n += 1)}`, 'th')
    await guest.says('จองทีไทม์บัวหลวงเลคส์วันอังคารหน้าตอนเช้า 2 คนครับ')
    await guest.hears('สะดวกรอบไหนคะ')
    await guest.taps(/^อังคาร 24 พ\.ย\./)
    await guest.hears('ขอทวนรายละเอียดนะคะ')
    await guest.taps('ส่งเลย')
    const reference = referenceIn((await guest.hears(/PB-2611\d{4}/)).text, /PB-2611\d{4}/)
    await group.hears(reference)
    await staff('mook').says(`/confirm ${reference}`)
    const card = await group.hears(`ยืนยัน ${reference}`)
    await allQuiet(desk)
    return { guest, reference, card }
  }
  /** Mook offers next Thursday, and the guest reads it. */
  async function offersThursday({
    guest,
    reference,
  }: Pick<Awaited<ReturnType<typeof teeTime>>, 'guest' | 'reference'>) {
    const { group, staff } = prime()
    const mook = staff('mook')
    await mook.says(`/propose ${reference} วันพฤหัสหน้า`)
    const choice = await group.hears('จะเสนอรอบไหน')
    await mook.taps(choice.buttons.map((it) => it.label).find((it) => it.startsWith('พฤหัส')) ?? '')
    await group.hears(`เลื่อน ${reference} เป็น`)
    await mook.taps('ส่ง')
    return guest.hears(`เลื่อน ${reference} เป็น`)
  }
  const row = async (reference: string) =>
    (
      await desk.ask(
        `select b.stage, b.seats_state, b.hold_expires_at, b.proposal is not null as offered, b.slots->>'date' as day, b.slot_id, s.held,
           (select count(*)::int from timers t where t.subject_id = b.id and t.kind <> 'booking.reminder' and t.fired_at is null) as other_timers,
           (select min(t.due_at) from timers t where t.subject_id = b.id and t.kind = 'booking.reminder' and t.fired_at is null) as reminder,
           s.starts_at
         from bookings b left join slots s on s.id = b.slot_id where b.reference = $1`,
        [reference],
      )
    )[0] as Record<string, unknown>
  const seatsOf = async (slotId: unknown) =>
    (await desk.ask('select booked, held from slots where id = $1', [slotId]))[0]

  it('staff offer, the customer says yes: it stays confirmed, the seats move with it, and it is remembered for the new day', async () => {
    const { group, staff } = prime()
    const { guest, reference } = await teeTime()
    const before = await row(reference)
    const seats = await seatsOf(before['slot_id'])
    const mook = staff('mook')
    await mook.taps('เสนอเวลาอื่น')
    await group.hears('จะเสนอรอบไหนแทนดีคะ')
    await mook.says(`/เสนอ ${reference} วันพุธหน้า`)
    const choice = await group.hears(/จะเสนอรอบไหน|เลื่อน/)
    const slot = choice.buttons.map((it) => it.label).find((it) => it.startsWith('พุธ 25'))
    await mook.taps(slot ?? '')
    await group.hears(`เลื่อน ${reference} เป็น`)
    await mook.taps('ส่ง')
    const offer = await guest.hears(`เลื่อน ${reference} เป็น`)
    expect(offer.text).toContain('ยังอยู่เหมือนเดิม')
    // nothing has changed yet
    expect(await row(reference)).toMatchObject({
      stage: 'confirmed',
      seats_state: 'booked',
      offered: true,
      day: '2026-11-24',
    })
    await guest.taps('ตกลง')
    await guest.hears('ยืนยันเหมือนเดิม')
    await group.hears('ลูกค้าตกลงเวลาใหม่ เลื่อนให้แล้ว')
    const now = await row(reference)
    expect(now).toMatchObject({
      stage: 'confirmed',
      seats_state: 'booked',
      hold_expires_at: null,
      offered: false,
      day: '2026-11-25',
      held: 0,
      other_timers: 0,
    })
    expect(await seatsOf(before['slot_id'])).toMatchObject({ booked: Number(seats?.['booked']) - 2 })
    expect(Number((await seatsOf(now['slot_id']))?.['booked'])).toBeGreaterThanOrEqual(2)
    expect(Number(now['reminder']) - Number(before['reminder'])).toBe(
      Number(now['starts_at']) - Number(before['starts_at']),
    )
    // the same button again says what is so
    await guest.taps('ตกลง', { on: offer.id })
    await guest.hears('ข้อเสนอนี้หมดแล้ว')
    expect(desk.troubles).toEqual([])
  })

  it('why to cancel it, asked for before it moved, cancels nothing after', async () => {
    const { group, staff } = prime()
    const { guest, reference } = await teeTime()
    const mook = staff('mook')
    await offersThursday({ guest, reference })
    await mook.says(`/cancel ${reference}`)
    const why = await group.hears('ยกเลิกเพราะอะไรคะ ')
    await guest.taps('ตกลง')
    await guest.hears('ยืนยันเหมือนเดิม')
    await group.hears('ลูกค้าตกลงเวลาใหม่ เลื่อนให้แล้ว')
    await mook.taps('สภาพอากาศ', { on: why.id })
    await group.hears('ปุ่มนี้เก่าแล้ว')
    expect(await row(reference)).toMatchObject({ stage: 'confirmed', seats_state: 'booked', day: '2026-11-26' })
  })

  it('a no leaves it as it was; seats that have gone meanwhile, too; nobody else can say yes', async () => {
    const { group, newcomer } = prime()
    const { guest, reference } = await teeTime()
    const before = await row(reference)
    const offers = () => offersThursday({ guest, reference })
    await offers()
    await guest.says('ไม่สะดวกค่ะ')
    await guest.hears('ยังอยู่เหมือนเดิมนะคะ')
    await group.hears('เวลาที่เสนอลูกค้าไม่สะดวก')
    expect(await row(reference)).toEqual(before)

    await offers()
    await desk.ask(
      `update slots set booked = capacity - held where id = (select (proposal->>'slotId')::uuid from bookings where reference = $1)`,
      [reference],
    )
    await guest.says('ได้ค่ะ')
    await guest.hears('ยังอยู่เวลาเดิม')
    expect(await row(reference)).toEqual(before)

    await offers()
    const stranger = newcomer(`Passing ${app}`, 'th')
    const heard = stranger.messages().length
    await stranger.says('ตกลงค่ะ')
    await allQuiet(desk)
    expect(saidSince(stranger, heard).join()).not.toContain(reference)
    expect(await row(reference)).toMatchObject({ offered: true, day: '2026-11-24' })
    expect(desk.troubles).toEqual([])
  })

  it('the customer moves it by a tap: the times on sale of the day they named, once, and staff read that it happened', async () => {
    const { group } = prime()
    const { guest, reference } = await teeTime()
    const before = await row(reference)
    await guest.says('ขอเลื่อนไปวันพุธที่ 25 ได้ไหมครับ')
    const times = await guest.hears(`เลื่อน ${reference} เป็นรอบไหนดีคะ`)
    expect(times.text).toContain('เลื่อนเองได้ถึง')
    expect(await row(reference)).toEqual(before)
    await guest.taps(/^พุธ 25 พ\.ย\. 06:48/)
    await guest.hears('ทีมงานทราบแล้วนะคะ')
    await group.hears('ลูกค้าเลื่อนเวลาเองแล้ว')
    const now = await row(reference)
    expect(now).toMatchObject({ stage: 'confirmed', seats_state: 'booked', day: '2026-11-25', other_timers: 0 })
    expect(Number(now['reminder']) - Number(before['reminder'])).toBe(
      Number(now['starts_at']) - Number(before['starts_at']),
    )
    // a button of the list as it was, when the booking is already elsewhere, moves nothing
    await guest.taps(/^พุธ 25 พ\.ย\. 07:04/, { on: times.id })
    await guest.hears('จึงยังไม่ได้เลื่อน')
    expect(await row(reference)).toEqual(now)
    expect(desk.troubles).toEqual([])
  })

  it('in words: another day, a place in the list, or no; what may not be moved by a tap any more goes to the team', async () => {
    const { guest, reference } = await teeTime()
    await guest.says('Can I move my tee time to another day?')
    await guest.hears(`To when shall I move ${reference}?`)
    await guest.says('วันพฤหัสที่ 26')
    await guest.hears(`เลื่อน ${reference} เป็นรอบไหนดีคะ`)
    await guest.says('no, keep it')
    await guest.hears('stays as it is')
    await guest.says(`ขอเลื่อน ${reference} เป็นพฤหัสที่ 26 ครับ`)
    await guest.hears(`เลื่อน ${reference} เป็นรอบไหนดีคะ`)
    await guest.says('อันแรกค่ะ')
    await guest.hears('ทีมงานทราบแล้วนะคะ')
    expect(await row(reference)).toMatchObject({ day: '2026-11-26', stage: 'confirmed' })
    // a stranger's reference moves and discloses nothing
    const stranger = prime().newcomer(`Not theirs ${app}`, 'th')
    const heard = stranger.messages().length
    await stranger.says(`ขอเลื่อน ${reference} เป็นวันศุกร์ครับ`)
    await allQuiet(desk)
    expect(saidSince(stranger, heard).join()).not.toContain('รอบไหนดี')
    expect(await row(reference)).toMatchObject({ day: '2026-11-26' })
    expect(desk.troubles).toEqual([])
  })

  it('a dearer or cheaper day is said before it is chosen, to the customer and to staff, and nothing is charged', async () => {
    const { group, staff } = prime()
    const { guest, reference } = await teeTime()
    const dearer = /เพิ่ม ฿[\d,]+ ต่อแขกหนึ่งท่าน/
    await guest.says('ขอเลื่อนไปวันเสาร์ที่ 28 ได้ไหมครับ')
    const times = await guest.hears(`เลื่อน ${reference} เป็นรอบไหนดีคะ`)
    expect(times.text).toMatch(/เสาร์ 28 พ\.ย\.: เพิ่ม ฿[\d,]+ ต่อแขกหนึ่งท่าน/)
    await guest.taps(/^เสาร์ 28 พ\.ย\./)
    const done = await guest.hears('ทีมงานทราบแล้วนะคะ')
    expect(done.text).toMatch(dearer)
    expect(done.text).toContain('ยังไม่มีการเรียกเก็บ')
    const card = await group.hears('ลูกค้าเลื่อนเวลาเองแล้ว')
    expect(card.text).toMatch(/ราคาที่ต้องปรับกับลูกค้า: เพิ่ม/)
    const mook = staff('mook')
    await mook.says(`/เสนอ ${reference} วันพฤหัสหน้า`)
    const choice = await group.hears('จะเสนอรอบไหน')
    await mook.taps(choice.buttons.map((it) => it.label).find((it) => it.startsWith('พฤหัส 26')) ?? '')
    const preview = await group.hears(`เลื่อน ${reference} เป็น`)
    expect(preview.text).toMatch(/พฤหัส 26 .*\(ลด ฿[\d,]+ ต่อแขกหนึ่งท่าน\)/)
    await mook.taps('ส่ง')
    await guest.hears(/พฤหัส 26 .*\(ลด ฿[\d,]+ ต่อแขกหนึ่งท่าน\)/)
    await guest.taps('ตกลง')
    expect((await guest.hears('ยืนยันเหมือนเดิม')).text).toMatch(/ราคาเปลี่ยนจากเดิม: ลด ฿/)
    expect((await group.hears('ลูกค้าตกลงเวลาใหม่')).text).toMatch(/ราคาที่ต้องปรับกับลูกค้า: ลด/)
    expect(desk.troubles).toEqual([])
  })
})
