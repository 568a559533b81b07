import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signLink } from '../api/links.ts'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet, referenceIn, saidSince } from './all-quiet.ts'

describe('the same day, typed on LINE for PC', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  const row = async (reference: string) =>
    (
      await desk.ask(
        `select status, severity, order_refs, root_cause, (select key from staff where id = owner_id) as owner,
           (select key from providers where id = provider_id) as provider from cases where reference = $1`,
        [reference],
      )
    )[0]

  it('every act on a case, in Thai, English and Japanese words, with references in any shape', async () => {
    const { newcomer, group, staff, stranger } = desk.business('meelike')
    const nan = staff('nan_admin')
    const types = async (words: string, heard: string | RegExp) => {
      await nan.says(words)
      return group.hears(heard)
    }
    await types('/on shift', 'เข้ากะแล้ว')
    const guest = newcomer('ลูกค้าพีซี', 'th')
    await guest.says('เว็บมีปัญหา เข้าไม่ได้เลยค่ะ')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    const digits = reference.replace(/\D/g, '')
    const thai = digits.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)))
    await group.hears(reference)

    const queue = await types('/คิว', 'ยังไม่มีคนรับ')
    expect(queue.text).toContain('อยู่ในกะ: แนน วงศ์ชัย')
    await group.hears(reference)
    await types(`/close ${digits}`, 'ยังไม่มีคนรับค่ะ รับเคสก่อน')
    // there is no such part: the list begins anew
    await types('/queue 99', 'ยังไม่มีคนรับ: เคส')
    await group.hears(reference)
    await types(`/รับ ${thai}`, `รับเคส ${reference}`)
    await types(`/ปิด ${digits}`, `${reference} ยังไม่ได้แก้ไขค่ะ`)
    await types(`/note ${reference.toLowerCase()} โทรคุยแล้ว\nใจเย็นดี`, 'จดโน้ต')
    await types(`โน้ต ${reference} พรุ่งนี้โทรอีกที`, 'จดโน้ต')
    await types(`/severity ${digits} critical`, '🚨')
    await types(`/状態 ${digits} 提携先待ち`, 'รอผู้ให้บริการ (')
    await types(`/provider c-${digits} paysala`, 'ให้ PaySala แก้ไข')
    await types(`/order ${digits} #1274850, ord-20261118-003`, 'ORD-20261118-003')
    await types(`/unlink ${digits} 1274850`, 'เอาออเดอร์ 1274850')
    await types(`/unlink ${digits} 999`, `${reference} ไม่ได้ผูกออเดอร์ 999`)
    await types(`/order ${digits} ไม่มี`, 'เลขออเดอร์นี้ดูไม่ถูกต้อง')
    expect(await row(reference)).toMatchObject({
      owner: 'nan_admin',
      severity: 'critical',
      status: 'waiting_provider',
      provider: 'paysala',
      order_refs: ['ORD-20261118-003'],
    })

    // what goes to the customer is seen first, whatever way it was begun
    const heard = guest.messages().length
    await types(`/reply ${digits} กำลังดูให้นะคะ`, 'กำลังดูให้นะคะ')
    await types(`/ถาม ${digits} เข้าจากมือถือหรือคอมคะ`, 'เข้าจากมือถือหรือคอมคะ')
    await nan.says('คุยกันเองว่าลูกค้าน่ารัก')
    await allQuiet(desk)
    expect(saidSince(guest, heard)).toEqual([])
    await nan.taps('ส่ง')
    await guest.hears('เข้าจากมือถือหรือคอมคะ')
    await group.hears('รอคำตอบจากลูกค้า')
    expect(saidSince(guest, heard)).toEqual(['เข้าจากมือถือหรือคอมคะ'])

    // a name that may be two people offers both; one that is nobody's offers the team
    const [copy] = await desk.ask(
      `insert into staff (id, tenant_id, key, name, names, role, language)
       select gen_random_uuid(), tenant_id, 'tonnam', 'Tonnam', '{"th": "ต้นน้ำ ใจดี"}', 'agent', 'th' from staff where key = 'ton' returning id`,
    )
    expect(copy?.['id']).toBeTruthy()
    const two = await types(`/ให้ ${digits} ต้น`, 'หมายถึงรายการไหน')
    expect(two.buttons.map((it) => it.label)).toEqual(['ต้น ผาสุข', 'ต้นน้ำ ใจดี'])
    await types(`/give ${digits} somchai`, 'ไม่มีคนชื่อ “somchai”')
    await group.hears('มอบให้ใคร')
    await types(`/give ${digits} Ton Phasuk`, 'ให้คุณต้น ผาสุขแล้ว')
    const kept = await types(`/give ${digits} ไอซ์`, 'ไม่มีสิทธิ์')
    expect(kept.text).toContain('ต้น ผาสุข')
    await staff('ton').says(`/escalate ${digits} ลูกค้าขอคุยกับหัวหน้า`)
    await group.hears('🔺')
    expect(await row(reference)).toMatchObject({ owner: 'gift' })

    await staff('gift').says(`/แก้แล้ว ${digits} ระบบ`)
    await group.hears('เกิดจากอะไร')
    await staff('gift').says(`/解決 ${digits} 決済サービスの問題`)
    await group.hears('กิ๊ฟ มณีรัตน์ แก้ไข')
    await guest.hears('แก้ไขเรียบร้อยแล้ว')
    expect(await row(reference)).toMatchObject({ status: 'resolved', root_cause: 'payment_gateway' })
    // what a solved case cannot do is said at once: no draft that may not be sent, no list of which nothing may be chosen
    for (const typed of [`/ถาม ${digits} ใช้เน็ตค่ายไหนคะ`, `/ask ${digits}`, `/state ${digits}`]) {
      await types(typed, `ตอนนี้ ${reference} อยู่ที่: แก้ไขแล้ว`)
    }
    await types(`/ปิด ${digits}`, `ปิด ${reference} แล้ว`)
    await types(`/reopen ${digits}`, 'กำลังตรวจสอบ (')
    await guest.hears(`ทีมงานกลับมาดูแล ${reference} ต่อ`)
    await types('/mine', 'คุณแนน วงศ์ชัย มีเคส 1')
    await types('/mine ๙', 'รายการไม่มีหน้าที่ 9')
    await types('/mine', 'คุณแนน วงศ์ชัย มีเคส 1')
    await group.hears('ML-C-5521')
    await types('/find ลูกค้าพีซี', 'พบ 1 รายการ')
    await group.hears(reference)
    await types('/case 999999', 'ไม่พบเคสหรือการจอง')
    await types('/tkae 5521', 'หมายถึง /รับ')
    await types('/take', '/รับ เลข')
    const help = await types('/help', 'คำสั่งที่พิมพ์ได้')
    expect(help.text).toContain('/ส่งหัวหน้า เลข ข้อความ')

    // talk is talk, and who is not known is told kindly, only when they ask for something
    await allQuiet(desk)
    const before = group.messages().length
    await nan.says(`${reference} ใครดูอยู่`)
    await nan.says('take 5 นะ')
    await stranger.says('ขอเข้ากลุ่มด้วยครับ')
    await allQuiet(desk)
    expect(saidSince(group, before)).toEqual([])
    await stranger.says(`/take ${digits}`)
    await group.hears('ยังไม่รู้จักบัญชีนี้')
    await types('/ออกกะ', 'ออกกะแล้ว')
    expect(desk.troubles).toEqual([])
  })

  it('a booking: another day in words, refused when it has passed, and a decline with its reason', async () => {
    const { newcomer, group, staff } = desk.business('prime')
    const mook = staff('mook')
    const guest = newcomer('คุณเอก', 'th')
    await guest.says('จองทีไทม์วันอังคารหน้า 8 โมงเช้า 3 คนครับ')
    await guest.hears('ที่ไหนดีคะ')
    await guest.says('อัลไพน์ครับ')
    await guest.hears('ขอทวนรายละเอียดนะคะ')
    await guest.taps('ส่งเลย')
    const reference = referenceIn((await guest.hears(/PB-2611\d{4}/)).text, /PB-2611\d{4}/)
    await group.hears(reference)
    await mook.says(`/propose ${reference} เมื่อวาน`)
    await group.hears('อ่านวันจาก')
    await mook.says(`/เสนอ ${reference} พุธหน้า 9:30`)
    await group.hears('25 พ.ย.')
    await mook.taps('ส่ง')
    await guest.hears('25 พ.ย.')
    await guest.says('ไม่สะดวก')
    await guest.hears('จะหาเวลาอื่นให้')
    await group.hears('ลูกค้าไม่สะดวก')
    await staff('kenta').says(`/take ${reference}`)
    await group.hears('รับไปก่อนแล้ว')
    await staff('kenta').taps('รับต่อ')
    await group.hears('รับงาน')
    await mook.says(`/severity ${reference} high`)
    await group.hears('ใช้กับเคสเท่านั้น')
    await mook.says(`/decline ${reference} เต็ม`)
    await guest.hears('เต็ม')
    const [booking] = await desk.ask(
      `select stage, ended_why, (select key from staff where id = owner_id) as owner from bookings where reference = $1`,
      [reference],
    )
    expect(booking).toMatchObject({ stage: 'lost', ended_why: 'full', owner: 'kenta' })
    expect(desk.troubles).toEqual([])
  })

  it('a customer reads who looks after it in letters they know, in the chat and on the page', async () => {
    const { newcomer, group, staff } = desk.business('meelike')
    for (const [language, words, owner] of [
      ['en', 'I cannot log in to my account, it says it was hacked', /Nan Wongchai is now looking after/],
      ['ja', 'ログインできません。アカウントが乗っ取られたようです', /Nan Wongchai/],
      ['th', 'เข้าบัญชีไม่ได้ค่ะ โดนแฮก', /แนน วงศ์ชัย/],
    ] as const) {
      const guest = newcomer(`Reader ${language}`, language)
      await guest.says(words)
      const opened = await guest.hears(/ML-C-\d+/)
      const reference = referenceIn(opened.text, /ML-C-\d+/)
      await group.hears(reference)
      await staff('nan_admin').says(`/take ${reference}`)
      await guest.hears(owner)
      const [it] = await desk.ask('select id, tenant_id from cases where reference = $1', [reference])
      const link = signLink({ kind: 'track', tenantId: String(it?.['tenant_id']), subjectId: String(it?.['id']) })
      const page = await fetch(`${desk.url}/public/v1/track/${link}`)
      expect(((await page.json()) as { owner: string }).owner).toMatch(language === 'th' ? /แนน/ : /Nan Wongchai/)
    }
    await staff('nan_admin').says('/outside')
    await group.hears('ไม่มีแชตลูกค้าที่ทีมงานคุยเอง')
    expect(desk.troubles).toEqual([])
  })
})
