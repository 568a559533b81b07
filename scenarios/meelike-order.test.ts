import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { referenceIn } from './all-quiet.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe.each(apps)('an order of followers (Meelike, Thai, on %s)', (app) => {
  it('is understood in one line, corrected, sent, and found under the customer’s own requests', async () => {
    const { customers, group } = desk.business('meelike', app)
    const [tukta, nova] = customers
    if (!tukta || !nova) throw new Error('no customer')
    await tukta.says('สั่งฟอลไอจีไทย 1000 ค่ะ')
    expect((await tukta.hears('ขอทวนรายละเอียดนะคะ')).text).toContain('1,000')
    await tukta.says('เปลี่ยนเป็น 2000 ค่ะ')
    expect((await tukta.hears('ขอทวนรายละเอียดนะคะ')).text).toContain('2,000')
    await tukta.taps('ส่งเลย')
    const reference = referenceIn((await tukta.hears(/ML-Q-\d+/)).text, /ML-Q-\d+/)
    expect((await group.hears(reference)).text).toContain('2,000')

    await tukta.says('ติดตามเรื่อง')
    await tukta.hears('สถานะล่าสุดตามนี้ค่ะ')
    await tukta.hears(reference)
    // a reference of somebody else proves nothing and discloses nothing
    await nova.says(`ขอทราบสถานะ ${reference} หน่อยค่ะ`)
    await nova.hears(`ไม่พบ ${reference} ในแชตนี้`)
    const [row] = await desk.ask(`select stage, slots from bookings where reference = $1`, [reference])
    expect(row).toMatchObject({ stage: 'new', slots: { amount: 2000 } })
    expect(desk.troubles).toEqual([])
  })
})
