import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'

const MINUTE = 60_000

describe.each(apps)('a top-up that did not arrive (Meelike, Thai, on %s)', (app) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  it('opens a critical case at once, is worked by taps, warns and breaches by name, and is reopened by the customer', async () => {
    const { customers, group, staff } = desk.business('meelike', app)
    const [tukta] = customers
    if (!tukta) throw new Error('no customer')

    await tukta.says('เติมเงินไม่เข้าค่ะ โอนไป 500 ตั้งแต่เช้าแล้ว ยูส tukta_shop')
    const answer = await tukta.hears(/ML-C-\d+/)
    const reference = /ML-C-\d+/.exec(answer.text ?? '')?.[0] ?? ''
    const card = await group.hears(reference)
    expect(card.altText).toContain('วิกฤต')
    expect(JSON.stringify(card.raw)).toContain('tukta_shop')

    const [row] = await desk.ask(
      `select severity, extract(epoch from sla_due_at - opened_at) / 60 as minutes, slots from cases where reference = $1`,
      [reference],
    )
    expect(row).toMatchObject({ severity: 'critical', slots: { amount: 500, name: 'tukta_shop' } })
    expect(Number(row?.['minutes'])).toBe(15)

    await Promise.all([staff('nan_admin').taps('รับเคส'), staff('ton').taps('รับเคส')])
    await group.hears(/รับเคส ML-C/)
    await group.hears(/รับไปก่อนแล้ว/)
    await tukta.hears(/กำลังดูแล/)

    await desk.later(12 * MINUTE)
    await group.hears(/⏰/)
    await desk.later(3 * MINUTE)
    await group.hears(/🔴/)

    await staff('nan_admin').taps('แก้ไขแล้ว')
    await group.hears(/เกิดจากอะไร/)
    await staff('nan_admin').taps(/ช่องทางชำระเงิน|Payment|เกตเวย์|ชำระ/)
    await tukta.hears(/แก้ไขเรียบร้อยแล้ว/)
    await tukta.taps('ยังไม่หาย')
    await tukta.hears(/อีกครั้ง/)
    await group.hears(/ยังไม่หาย/)
    const [after] = await desk.ask(`select status, reopened from cases where reference = $1`, [reference])
    expect(after).toMatchObject({ status: 'investigating', reopened: 1 })
    expect(desk.troubles).toEqual([])
  })
})
