import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonChat } from '../bot/simulator/phones.ts'
import { verifyActivities } from '../api/audit/verify.ts'
import { samplePicture } from '../bot/simulator/sample-picture.ts'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { allQuiet, conversationOf, referenceIn, saidSince } from './all-quiet.ts'
import { filesAtRest, isNowhere, placesOf } from './search-everywhere.ts'

describe.each(apps)('a customer on %s who asks to be forgotten', (app) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())
  const meelike = () => desk.business('meelike', app)

  const said = 'คีย์วัตของบ้านเลขที่ 99'
  let guest: PersonChat
  let reference: string
  let chat: string
  let contact: string
  let traces: string[]
  let timeline: unknown
  const lines = async () =>
    (
      await desk.ask(
        `select count(*)::int as n from activities a join cases c on c.id = a.subject_id where c.reference = $1`,
        [reference],
      )
    )[0]?.['n']

  it('has left words, files and names in many places', async () => {
    const { group, staff, newcomer } = meelike()
    guest = newcomer('Zoltan Quince', 'th')
    const picture = Buffer.concat([samplePicture(), Buffer.from('quincefile_1')])
    await guest.says(`เติมเงินไม่เข้าค่ะ โอนไป 987 ยูส zq_shop77 ${said}`)
    reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await group.hears(reference)
    await guest.image({ bytes: picture })
    await guest.hears('แนบไว้กับ')
    // staff work on it: an answer, a note, a draft that was never sent
    const ton = staff('ton')
    await ton.says(`/claim ${reference}`)
    await guest.hears('กำลังดูแล')
    await ton.says(`/note ${reference} ลูกค้าชื่อเล่นว่าเควนซ์`)
    await group.hears('จดโน้ต')
    await ton.says(`/notes ${reference}`)
    await group.hears('มีโน้ต 1 รายการ')
    await ton.taps('ตอบลูกค้า')
    await group.hears('พิมพ์')
    await ton.says('เรียนคุณควินซ์ ขอสลิปอีกครั้งนะคะ')
    await group.hears('เรียนคุณควินซ์')
    await ton.taps('ส่ง')
    await guest.hears('เรียนคุณควินซ์')
    // a booking with contact details
    await guest.says('อยากสมัครตัวแทนค่ะ ชื่อ Zoltan Quince โทร 081-444-7711')
    await allQuiet(desk)
    await filesAtRest(desk)
    const number = guest.userId.replace('whatsapp:', '')
    traces = [said, 'zq_shop77', 'Zoltan', 'quincefile_1', 'เควนซ์', 'ควินซ์', '081-444-7711', number]
    const before = await Promise.all(traces.map((it) => placesOf(desk, it)))
    expect(before.filter((it) => it.length === 0)).toEqual([])
    chat = await conversationOf(desk, guest)
    contact = String((await desk.ask('select contact_id from conversations where id = $1', [chat]))[0]?.['contact_id'])
    timeline = await lines()
  })

  it('is forgotten by a lead’s tap: no word, no file, no name is left in any column; what was done stays done', async () => {
    const { group, staff, call } = meelike()
    const ton = staff('ton')
    await guest.says('ลืมฉันไปเลย')
    await group.hears('ลูกค้าขอให้ลบข้อมูลส่วนตัว')
    await guest.hears('แจ้งทีมงานให้ลบข้อมูลแล้ว')
    const last = guest.messages().length
    // not everybody may, and nobody by accident
    await ton.taps('ลบข้อมูลลูกค้า…')
    await group.hears(/ทำได้|แอดมิน|แนน|เอิร์น|กิ๊ฟ/)
    await staff('gift').taps('ลบข้อมูลลูกค้า…')
    await group.hears('จะถูกลบถาวร')
    await ton.taps('ลบทั้งหมด')
    await allQuiet(desk)
    expect((await placesOf(desk, said)).length).toBeGreaterThan(0)
    await staff('gift').taps('ลบทั้งหมด')
    await group.hears('ลบข้อมูลลูกค้าเรียบร้อยแล้ว')
    await staff('gift').taps('ลบทั้งหมด')
    await group.hears('ถูกลบไปแล้ว')
    for (const it of traces) await isNowhere(desk, it)
    expect(saidSince(guest, last)).toEqual([])

    // the case is there, with its life and its seals, and no words
    expect(await lines()).toBe(timeline)
    const [row] = await desk.ask('select status, slots, contact_id from cases where reference = $1', [reference])
    expect(row).toEqual({ status: 'investigating', slots: {}, contact_id: contact })
    const [who] = await desk.ask(
      `select type, actor_kind from activities where subject_id = $1 order by seq desc limit 1`,
      [contact],
    )
    expect(who).toEqual({ type: 'contact.erased', actor_kind: 'staff' })
    const broken: unknown[] = []
    await verifyActivities(desk.database.ownerUrl, (it) => void (it.broken && broken.push(it.broken)))
    expect(broken).toEqual([])
    const shown = await call(`/v1/contacts/${contact}`)
    expect(await shown.json()).toMatchObject({ name: null, erased: true, blocked: true, identities: [], profile: {} })
    // its card can still be shown and worked on; nobody is told
    await staff('nan_admin').says(`/case ${reference}`)
    await group.hears(reference)
    await staff('nan_admin').says(`/reply ${reference} สวัสดีค่ะ`)
    await allQuiet(desk)
    expect(saidSince(guest, last)).toEqual([])

    // who writes again is somebody new
    await guest.says('ติดตามเรื่อง')
    const fresh = await guest.hears(/./)
    expect(fresh.text).not.toContain(reference)
    expect(await conversationOf(desk, guest)).not.toBe(chat)
    expect(desk.troubles).toEqual([])
  })
})

describe('typed by a lead', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  it('asks once more, of who may, and takes a yes by tap or typed; nobody’s words are left', async () => {
    const { newcomer, group, staff, call } = desk.business('meelike')
    const [gift, ton] = [staff('gift'), staff('ton')]
    const [guest, other] = [newcomer('Typed Away', 'th'), newcomer('Tapped Away', 'th')]
    const references: string[] = []
    for (const one of [guest, other]) {
      await one.says('เว็บมีปัญหา เข้าไม่ได้เลยค่ะ หน้าจอสีม่วงแปลก ๆ')
      references.push(referenceIn((await one.hears(/ML-C-\d+/)).text, /ML-C-\d+/))
    }
    const [reference = '', second = ''] = references
    await group.hears(second)
    // a draft of a colleague about the case, in the same group
    await ton.says(`/note ${reference}`)
    await group.hears('ข้อความถัดไป')
    await ton.says(`/erase ${reference} yes`)
    await group.hears(/ทำได้/)
    await gift.says('/erase')
    await group.hears('/ลบข้อมูล เลข')
    await gift.says(`/erase ${reference}`)
    const asked = await group.hears('จะถูกลบถาวร')
    expect(asked.text).toContain(`/ลบข้อมูล ${reference} ยืนยัน`)
    await gift.says(`/erase ${reference} no`)
    await group.hears('จะถูกลบถาวร')
    await allQuiet(desk)
    expect((await placesOf(desk, 'Typed Away')).length).toBeGreaterThan(0)
    await gift.says(`/削除 ${reference} はい`)
    await group.hears('ลบข้อมูลลูกค้าเรียบร้อยแล้ว')
    await isNowhere(desk, 'Typed Away')
    await gift.says(`/erase ${reference} yes`)
    await group.hears('ถูกลบไปแล้ว')
    await gift.says(`/ลบข้อมูล ${second}`)
    await group.hears('จะถูกลบถาวร')
    await gift.taps('ลบทั้งหมด')
    await group.hears('ลบข้อมูลลูกค้าเรียบร้อยแล้ว')
    for (const it of ['Tapped Away', 'หน้าจอสีม่วง']) await isNowhere(desk, it)
    // the half-written note is for nobody now
    await ton.says('สีม่วงเหมือนเดิม')
    await allQuiet(desk)
    const [left] = await desk.ask(`select count(*)::int as n from notes where body like '%สีม่วงเหมือนเดิม%'`)
    expect(left).toEqual({ n: 0 })
    // a case that a program opened for nobody
    const [type] = await desk.ask(
      `select t.key from case_types t join tenants b on b.id = t.tenant_id and b.key = 'meelike' order by t.key limit 1`,
    )
    const opened = await call('/v1/cases', { method: 'POST', body: JSON.stringify({ type: type?.['key'] }) })
    const { reference: bare } = (await opened.json()) as { reference: string }
    await gift.says(`/erase ${bare} yes`)
    await group.hears('ไม่ได้เป็นของลูกค้าคนไหน')
    expect(desk.troubles).toEqual([])
  })
})

describe('who may erase', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  it('over the API a lead of the same business, once; while the customer is writing nothing is lost or half done', async () => {
    const { newcomer, call } = desk.business('meelike')
    const guest = newcomer('Somebody', 'th')
    await guest.says('สวัสดีค่ะ')
    await guest.hears('ยินดีให้บริการ')
    const [row] = await desk.ask('select contact_id from conversations where id = $1', [
      await conversationOf(desk, guest),
    ])
    const path = `/v1/contacts/${String(row?.['contact_id'])}/erase`
    const post = { method: 'POST', body: '{}' }
    expect((await desk.business('prime').call(path, post)).status).toBe(404)
    const writing = [1, 2, 3].map(() => guest.says('เติมเงินไม่เข้าค่ะ'))
    const answers = await Promise.all([call(path, post), call(path, post), ...writing])
    const done = await Promise.all(
      answers.slice(0, 2).map((it) => (it as Response).json() as Promise<{ erased: boolean }>),
    )
    expect(done.map((it) => it.erased).toSorted()).toEqual([false, true])
    await allQuiet(desk)
    expect(desk.troubles).toEqual([])
  })

  it('what somebody said in a customers’ group goes with them; what others said there stays', async () => {
    const { newcomer, staff, call } = desk.business('prime')
    const [gone, stays] = [newcomer('Vera Vanish', 'th'), newcomer('Steady Sam', 'th')]
    const members = [gone.userId, stays.userId, staff('tada').userId]
    const { groupId } = desk.simulator.addGroup('prime-line', { name: 'Prime x Orbit', members, botIn: false })
    const group = desk.simulator.group('prime-line', groupId)
    await group.join()
    await group.hears('กลุ่มนี้ใช้ทำอะไรคะ')
    await group.as(staff('tada').userId).says('/vip siam orbit')
    await group.hears('กลุ่มของ บริษัท สยามออร์บิท')
    await group.as(gone.userId).says('@Prime คนขับรถยังไม่มาเลยค่ะ รออยู่ตรงน้ำพุสีม่วง')
    await group.hears(/CS-\d+/)
    await group.as(gone.userId).image()
    await group.as(stays.userId).says('@Prime จองทีไทม์วันอังคารหน้าตอนเช้า 4 คนครับ')
    await group.hears('ที่ไหนดีคะ')
    await allQuiet(desk)
    await filesAtRest(desk)
    const [row] = await desk.ask('select contact_id from contact_identities where value = $1', [gone.userId])
    const erased = await call(`/v1/contacts/${String(row?.['contact_id'])}/erase`, { method: 'POST', body: '{}' })
    expect(await erased.json()).toEqual({ erased: true })
    for (const it of [gone.userId, 'Vera Vanish', 'น้ำพุสีม่วง']) await isNowhere(desk, it)
    expect(await placesOf(desk, stays.userId)).toContain('public.inbox')
    expect(await placesOf(desk, 'จองทีไทม์วันอังคารหน้าตอนเช้า')).toContain('public.messages')
    // the other goes on where they were, and who was forgotten is somebody new there
    await group.as(stays.userId).says('@Prime 3 คนครับ')
    await group.as(gone.userId).says('@Prime สวัสดีค่ะ')
    await allQuiet(desk)
    const [people] = await desk.ask(
      `select count(*)::int as n from conversations c, jsonb_object_keys(c.state->'people') where c.source_id = $1`,
      [groupId],
    )
    expect(people).toEqual({ n: 2 })
    expect(desk.troubles).toEqual([])
  })
})
