import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { allQuiet, referenceIn } from './all-quiet.ts'

describe('notes for colleagues', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  it('the newest stands on the card with who and when, the rest is a tap or a word away, and long ones are cut', async () => {
    const { newcomer, group, staff, call } = desk.business('meelike')
    const [nan, ton] = [staff('nan_admin'), staff('ton')]
    const guest = newcomer('ลูกค้าโน้ต', 'th')
    await guest.says('เว็บมีปัญหา เข้าไม่ได้เลยค่ะ')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await group.hears(reference)
    await nan.says(`/notes ${reference}`)
    await group.hears(`${reference} ยังไม่มีโน้ต`)

    await nan.says(`/note ${reference} โทรคุยแล้ว\nใจเย็นดี`)
    await group.hears(`จดโน้ตใน ${reference}`)
    const first = await group.hears('โทรคุยแล้ว ใจเย็นดี (แนน วงศ์ชัย, 10:')
    expect(first.buttons.map((it) => it.label)).not.toContain('โน้ตทั้งหมด')

    await desk.later(86_400_000)
    await ton.says(`/note ${reference} ${'ลูกค้าโทรมาอีกครั้ง '.repeat(60)}คำสุดท้าย`)
    const second = await group.hears('โน้ตล่าสุด (จาก 2)')
    expect(second.text).toMatch(/….*\(ต้น ผาสุข, \d\d:\d\d น\.\)/)
    expect(second.text).not.toContain('คำสุดท้าย')
    expect(second.text).not.toContain('โทรคุยแล้ว')
    await ton.taps('โน้ตทั้งหมด')
    const all = await group.hears('มีโน้ต 2 รายการ')
    expect(all.text).toContain('คำสุดท้าย')
    expect(all.text).toMatch(/20 พ\.ย\. 10:\d\d น\. · แนน วงศ์ชัย\nโทรคุยแล้ว\nใจเย็นดี/)
    expect(all.text.indexOf('จบ')).toBeLessThan(all.text.indexOf('โทรคุยแล้ว'))
    await nan.says(`/case ${reference}`)
    expect((await group.hears('โน้ตล่าสุด')).text).toContain('ต้น ผาสุข')

    // more than a bubble holds: the older ones are counted
    for (const number of [1, 2, 3]) await nan.says(`/note ${reference} ${number} ${'ยาว'.repeat(600)}`)
    await nan.says(`/โน้ตทั้งหมด ${reference}`)
    const many = await group.hears('มีโน้ต 5 รายการ')
    expect(many.text).toContain('อีก 3')
    expect(many.text.length).toBeLessThan(5_000)

    // who only looks may read them; who is not known may not
    await staff('ceo').says(`/notes ${reference}`)
    await group.hears('มีโน้ต 5 รายการ')
    const { id } = (await desk.ask('select id from cases where reference = $1', [reference]))[0] as { id: string }
    const shown = (await (await call(`/v1/cases/${id}`)).json()) as { notes: { text: string; staff: unknown }[] }
    expect(shown.notes).toHaveLength(5)
    expect(shown.notes.at(-1)).toMatchObject({ text: 'โทรคุยแล้ว\nใจเย็นดี', staff: { name: 'แนน วงศ์ชัย' } })
    expect(JSON.stringify(guest.messages())).not.toContain('โทรคุยแล้ว')
    expect(desk.troubles).toEqual([])
  })

  it.each(apps)(
    'a booking has them too, and the card the customer gets on %s says nothing of our work',
    async (app) => {
      const { newcomer, group, staff, call } = desk.business('prime', app)
      const mook = staff('mook')
      const guest = newcomer('คุณโน้ต', 'th')
      await guest.says('จองทีไทม์วันอังคารหน้า 8 โมงเช้า 3 คนครับ')
      await guest.hears('ที่ไหนดีคะ')
      await guest.says('อัลไพน์ครับ')
      await guest.hears('ขอทวนรายละเอียดนะคะ')
      await guest.taps('ส่งเลย')
      const reference = referenceIn((await guest.hears(/PB-2611\d{4}/)).text, /PB-2611\d{4}/)
      await group.hears(reference)
      await mook.says(`/note ${reference} ขอแคดดี้คนเดิม`)
      await group.hears('ขอแคดดี้คนเดิม (')
      await mook.says(`/メモ一覧 ${reference}`)
      await group.hears('มีโน้ต 1 รายการ')
      await allQuiet(desk)
      const before = guest.messages().length
      await mook.says(`/confirm ${reference}`)
      await guest.hears('ยืนยัน')
      await allQuiet(desk)
      const told = JSON.stringify(guest.messages().slice(before))
      expect(told).toContain('3')
      for (const inside of ['ขอแคดดี้คนเดิม', 'ผู้ดูแล', 'ลูกค้าบอกว่า', 'โน้ต', 'มุก']) expect(told).not.toContain(inside)
      const { id } = (await desk.ask('select id from bookings where reference = $1', [reference]))[0] as { id: string }
      expect(await (await call(`/v1/bookings/${id}`)).json()).toMatchObject({ notes: [{ text: 'ขอแคดดี้คนเดิม' }] })
      expect(desk.troubles).toEqual([])
    },
  )
})
