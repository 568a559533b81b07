import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { allQuiet, referenceIn } from './all-quiet.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('a seat in a class (V School, Thai and Japanese, on %s)', (app) => {
  const school = () => desk.business('vschool', app)
  const bookingOf = async (reference: string) =>
    (
      await desk.ask(
        `select b.seats, b.seats_state, b.stage, b.slots, s.held, s.booked, s.capacity, i.key, b.value_minor::int as value from bookings b join slots s on s.id = b.slot_id join catalogue_items i on i.id = b.item_id where b.reference = $1`,
        [reference],
      )
    )[0]

  it('is asked for in Thai, held at once, and confirmed by the registrar', async () => {
    const { customers, group, staff } = school()
    const [chanikan] = customers
    if (!chanikan) throw new Error('no customer')
    await chanikan.says('สนใจเวิร์กช็อปทำราเมง 2 คนค่ะ')
    await chanikan.hears('ราเมนทงคตสึวันเดียว สะดวกรอบไหนคะ')
    await chanikan.taps(/^เสาร์ 28 พ\.ย\. 10:00/)
    const back = await chanikan.hears('ขอทวนรายละเอียดนะคะ')
    for (const said of ['2 ท่าน', '฿4,580', 'เสาร์ 28 พ.ย. 10:00 น.']) expect(back.text).toContain(said)
    await chanikan.says('ใช่ค่ะ')
    const reference = referenceIn((await chanikan.hears('กันที่ไว้ให้ 2 ที่')).text, /ORD-\d{8}-\d{3}/)
    expect(await bookingOf(reference)).toMatchObject({
      key: 'ramen_oneday',
      seats: 2,
      seats_state: 'held',
      stage: 'new',
      value: 458_000,
    })

    await group.hears(reference)
    await staff('mew').taps('ยืนยัน')
    await group.hears('แจ้งลูกค้าให้แล้วค่ะ')
    await chanikan.hears('ยืนยันเรียบร้อยแล้ว')
    expect(await bookingOf(reference)).toMatchObject({ seats_state: 'booked', stage: 'confirmed' })
    expect(desk.troubles).toEqual([])
  })

  it('is asked for in Japanese: the month was said, and its only date is read back', async () => {
    const { customers, group } = school()
    const [, morishita] = customers
    if (!morishita) throw new Error('no customer')
    await morishita.says('来月の寿司ワークショップを2名で予約したいです')
    expect((await morishita.hears('この内容でお送りして')).text).toMatch(/12月3日[^]*2名様/)
    await morishita.taps('送信する')
    const answer = await morishita.hears('お席を確保しております')
    const reference = referenceIn(answer.text, /ORD-\d{8}-\d{3}/)
    // staff read the same request in their own language
    const card = await group.hears(reference)
    expect(card.text).toContain('นิกิริอีฟนิ่ง')
    await allQuiet(desk)
    expect(desk.troubles).toEqual([])
  })

  it('of a long course asks a name and a number, one at a time, and lets them be changed', async () => {
    const nok = school().newcomer('นก', 'th')
    await nok.says('อยากสมัครเรียนคอร์ส Sushi Professional Certificate ค่ะ')
    // one intake is left: nothing to choose, it is read back
    await nok.hears('ก่อนจดข้อมูลติดต่อ')
    await nok.taps('ยินยอม')
    await nok.hears('ขอทราบชื่อด้วยค่ะ')
    await nok.says('นกน้อย ใจดี')
    await nok.hears('ขอเบอร์โทร')
    await nok.says('081-234-5678')
    await nok.hears('ขอทวนรายละเอียดนะคะ')
    await nok.taps('แก้ไข')
    await nok.hears('แก้ตรงไหนดีคะ')
    await nok.taps('โทร')
    await nok.hears('ขอเบอร์โทร')
    await nok.says('089 999 1234')
    const back = await nok.hears('ขอทวนรายละเอียดนะคะ')
    expect(back.text).toContain('0899991234')
    expect(back.text).toContain('9 ม.ค.')
    expect(back.text).toContain('นกน้อย ใจดี')
    await nok.taps('ส่งเลย')
    const reference = referenceIn((await nok.hears(/ORD-/)).text, /ORD-\d{8}-\d{3}/)
    expect(await bookingOf(reference)).toMatchObject({
      key: 'sushi_pro',
      slots: { name: 'นกน้อย ใจดี', phone: '0899991234' },
    })
    expect(desk.troubles).toEqual([])
  })
})
