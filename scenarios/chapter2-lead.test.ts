import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { referenceIn } from './all-quiet.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('a lead for a quiet trip (Chapter2, Thai, on %s)', (app) => {
  it('becomes a request of three generations to Nan, with what is near it offered first', async () => {
    const { customers, group, staff } = desk.business('chapter2', app)
    const [prapai] = customers
    if (!prapai) throw new Error('no customer')
    await prapai.says('อยากจัดทริปส่วนตัวไปน่าน 6 คน กลางเดือนมกราคม 2 คืนค่ะ')
    await prapai.hears('ยังไม่มีโปรแกรม 2 คืนพอดี')
    await prapai.hears('น่าน-ปัว โฮมสเตย์')
    await prapai.says('จัดทริปส่วนตัว')
    const back = await prapai.hears('ขอทวนรายละเอียดนะคะ')
    for (const said of ['น่าน', '6 ท่าน', '2 คืน', 'ม.ค.']) expect(back.text).toContain(said)
    await prapai.says('โอเคค่ะ ส่งเลย')
    const reference = referenceIn((await prapai.hears(/C2-\d+/)).text, /C2-\d+/)
    const card = await group.hears(reference)
    expect(card.text).toContain('ประไพ สุขเกษม')

    await staff('nhing').taps('จัดให้ไม่ได้')
    await group.hears('เพราะอะไรคะ')
    await staff('nhing').taps('เต็มแล้ว')
    await prapai.hears(/ยังจัดให้ไม่ได้ \(เต็มแล้ว\)/)
    expect(prapai.offers()).toContain('คุยกับเจ้าหน้าที่')
    const [row] = await desk.ask(
      `select stage, ended_why, slots->>'destination' as destination from bookings where reference = $1`,
      [reference],
    )
    expect(row).toMatchObject({ stage: 'lost', ended_why: 'full', destination: 'Nan' })
    await staff('nhing').taps('ยืนยัน')
    await group.hears(`${reference} อยู่ที่: ไม่สำเร็จ`)
    expect(desk.troubles).toEqual([])
  })
})
