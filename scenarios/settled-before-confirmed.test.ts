import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet, referenceIn, saidSince } from './all-quiet.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

describe('what staff confirm and offer of a tee time', () => {
  const prime = () => desk.business('prime')
  const stageOf = async (reference: string) =>
    (await desk.ask('select stage from bookings where reference = $1', [reference]))[0]?.['stage']

  async function sent(name: string, ...said: (string | RegExp)[]) {
    const { newcomer, group } = prime()
    const guest = newcomer(name, 'th')
    for (const words of said) {
      await (typeof words === 'string' ? guest.says(words) : guest.taps(words))
      await allQuiet(desk)
    }
    await guest.hears('ขอทวนรายละเอียดนะคะ')
    await guest.taps('ส่งเลย')
    const reference = referenceIn((await guest.hears(/PB-2611\d{4}/)).text, /PB-2611\d{4}/)
    await group.hears(reference)
    return { guest, reference }
  }

  it('a course that was left to us is settled first, or confirmed open on purpose', async () => {
    const { group, staff } = prime()
    const mook = staff('mook')
    const { guest, reference } = await sent('Anywhere', 'จองทีไทม์วันอังคารหน้า 8 โมงเช้า 3 คนครับ', 'สนามไหนก็ได้ครับ')
    await mook.says(`/confirm ${reference}`)
    const asked = await group.hears('ยังไม่ได้ระบุ: สถานที่')
    expect(await stageOf(reference)).toBe('new')
    const heard = guest.messages().length
    await mook.taps('ยืนยันตามนี้', { on: asked.id })
    await group.hears(`ยืนยัน ${reference} แล้ว`)
    await allQuiet(desk)
    expect(saidSince(guest, heard).join()).toContain(reference)
    expect(await stageOf(reference)).toBe('confirmed')
    // the question is overtaken: the same button again says what is so
    await mook.taps('ยืนยันตามนี้', { on: asked.id })
    await group.hears('ปุ่มนี้เก่าแล้ว')
    expect(desk.troubles).toEqual([])
  })

  it('an hour that is not on sale is said to be so, with the nearest that are; a day typed after the list is taken', async () => {
    const { group, staff } = prime()
    const mook = staff('mook')
    const first = 'จองทีไทม์บัวหลวงเลคส์วันอังคารหน้าตอนเช้า 2 คนครับ'
    const { guest, reference } = await sent('Fixed times', first, /^อังคาร 24 พ\.ย\./)
    await mook.says(`/propose ${reference} พฤหัสหน้า 03:30`)
    const nearest = await group.hears('ไม่มีรอบเปิดขายเวลานั้น')
    expect(nearest.buttons.map((it) => it.label).filter((it) => it.startsWith('พฤหัส 26 พ.ย.'))).not.toEqual([])
    // an hour that is on sale needs no choice
    await mook.says(`/propose ${reference} พฤหัสหน้า 06:48`)
    const offer = await group.hears(/พฤหัส 26 พ\.ย\. 06:48/)
    expect(offer.buttons.map((it) => it.label)).toEqual(['ส่ง', 'ไม่ส่ง'])
    await mook.taps('ไม่ส่ง', { on: offer.id })
    await mook.says(`/propose ${reference}`)
    await group.hears('จะเสนอรอบไหน')
    await group.hears('จะเสนอวันไหน')
    await mook.says('พฤหัสหน้า')
    const that = await group.hears('จะเสนอรอบไหน')
    const label = that.buttons.map((it) => it.label).find((it) => it.startsWith('พฤหัส 26 พ.ย.')) ?? ''
    await mook.taps(label, { on: that.id })
    await allQuiet(desk)
    await mook.taps('ส่ง')
    await guest.hears('พฤหัส 26 พ.ย.')
    expect(desk.troubles).toEqual([])
  })
})
