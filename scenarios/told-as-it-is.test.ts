import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet, referenceIn } from './all-quiet.ts'

const HOUR = 3_600_000

describe('what staff are told is so', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  it('to solve or move a case that nobody has: take it first; to take what is solved: it is solved', async () => {
    const { newcomer, group, staff } = desk.business('meelike')
    const guest = newcomer('Nobody has it', 'th')
    await guest.says('เติมเงินไม่เข้าค่ะ โอนไป 700')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await group.hears(reference)
    const nan = staff('nan_admin')
    for (const words of ['/resolve', '/แก้แล้ว', `/state`]) {
      await nan.says(`${words} ${reference} ${words === '/state' ? 'แก้ไข' : ''}`)
      await group.hears(`${reference} ยังไม่มีคนรับค่ะ รับเคสก่อน`)
      expect((await group.hears(reference)).buttons.map((it) => it.label)).toContain('รับเคส')
    }
    await nan.says(`/รับ ${reference}`)
    await group.hears(`รับเคส ${reference} แล้ว`)
    await nan.says(`/แก้แล้ว ${reference}`)
    await group.hears('เกิดจากอะไรคะ')
    await nan.taps('ระบบรับชำระเงิน')
    await group.hears('แจ้งลูกค้าให้แล้ว')
    await nan.says(`/take ${reference}`)
    await group.hears(`ตอนนี้ ${reference} อยู่ที่: แก้ไขแล้ว`)
    expect(desk.troubles).toEqual([])
  })

  it('a reply that WhatsApp may not take as it is says so before and after, over 24 hours and after STOP', async () => {
    const { newcomer, group, staff } = desk.business('meelike', 'whatsapp')
    const guest = newcomer('Far away', 'th')
    await guest.says('เติมเงินไม่เข้าค่ะ โอนไป 800')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await group.hears(reference)
    const nan = staff('nan_admin')
    const replies = async (words: string) => {
      await nan.says(`/ตอบ ${reference} ${words}`)
      const preview = await group.hears(words)
      await nan.taps('ส่ง')
      return preview.text
    }
    expect(await replies('กำลังดูให้ค่ะ')).toContain('พิมพ์ตอบได้อิสระ')
    await group.hears('ส่งถึง Far away แล้ว')
    await guest.hears('กำลังดูให้ค่ะ')

    await guest.says('STOP')
    await guest.hears('START')
    await allQuiet(desk)
    expect(await replies('หลังหยุดรับ')).toContain('STOP')
    await group.hears('ถ้าไปไม่ถึงจะแจ้งในกลุ่มนี้')
    await group.hears('แจ้งทาง WhatsApp ไม่ได้')

    await guest.says('START')
    await guest.hears('ยินดีต้อนรับกลับ')
    await desk.later(25 * HOUR)
    expect(await replies('วันถัดมา')).toContain('ส่งได้เฉพาะเทมเพลต')
    await group.hears('ถ้าไปไม่ถึงจะแจ้งในกลุ่มนี้')
    expect(desk.troubles).toEqual([])
  })
})
