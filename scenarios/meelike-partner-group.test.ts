import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet, referenceIn, saidSince } from './all-quiet.ts'

describe('a provider’s group (Meelike x ThaiReal)', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  async function thaiReal() {
    const meelike = desk.business('meelike')
    const [chai, ning] = ['Chai', 'Ning'].map((name) =>
      desk.simulator.addPerson('meelike-line', { name, role: 'stranger' }),
    )
    if (!chai || !ning) throw new Error('nobody there')
    const made = desk.simulator.addGroup('meelike-line', {
      name: 'Meelike x ThaiReal',
      members: [chai.userId, ning.userId, meelike.staff('gift').userId],
      botIn: false,
    })
    const group = desk.simulator.group('meelike-line', made.groupId)
    await group.join()
    await group.hears('กลุ่มนี้ใช้ทำอะไรคะ')
    await group.as(meelike.staff('gift').userId).taps('กลุ่มพาร์ตเนอร์')
    const which = await group.hears('พาร์ตเนอร์เจ้าไหนคะ')
    expect(which.buttons.map((it) => it.label)).toEqual(['ThaiReal Team'])
    await group.as(meelike.staff('gift').userId).taps('ThaiReal Team')
    await group.hears('กลุ่มของ ThaiReal Team')
    return { ...meelike, partner: group, chai: group.as(chai.userId), ning: group.as(ning.userId) }
  }

  async function waitForProvider(reference: string) {
    const [row] = await desk.ask('select id from cases where reference = $1', [reference])
    const { call } = desk.business('meelike')
    const body = JSON.stringify({ to: 'waiting_provider' })
    expect((await call(`/v1/cases/${String(row?.['id'])}/move`, { method: 'POST', body })).status).toBe(200)
  }

  it('hears of what waits for it, without the customer; its answers move the case; anybody else’s case is not there', async () => {
    const { partner, chai, ning, group, staff, newcomer } = await thaiReal()
    const guest = newcomer('ฝน ร้านน้ำหอม', 'th')
    await guest.says('ออเดอร์ 1290777 ค้างอยู่ 30% มาสองวันแล้วค่ะ ไม่วิ่งต่อเลย')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await group.hears(reference)
    await staff('ton').taps('รับเคส')
    await group.hears(`รับเคส ${reference}`)
    await desk.ask(
      `update cases set provider_id = (select p.id from providers p where p.key = 'thaireal_team' and p.tenant_id = cases.tenant_id) where reference = $1`,
      [reference],
    )
    await allQuiet(desk)
    expect(partner.messages().some((it) => it.text.includes(reference))).toBe(false)

    await waitForProvider(reference)
    const card = await partner.hears(reference)
    expect(card.text).toContain('1290777')
    expect(card.text).not.toMatch(/ฝน|น้ำหอม|ค้างอยู่|ตอบลูกค้า/)

    await chai.says('สวัสดีครับ')
    await chai.says('@Meelike ทำไงต่อครับ')
    await partner.hears('ตอบด้วยปุ่มบนการ์ด')
    await chai.taps('รับเรื่องแล้ว')
    await partner.hears(`กำลังดูแล ${reference}`)
    await group.hears(`ThaiReal Team รับเรื่อง ${reference}`)
    await chai.taps('รับเรื่องแล้ว', { on: card.id })
    await partner.hears(`กำลังดูแล ${reference}`)
    await ning.taps('เสร็จแล้ว')
    await partner.hears(`ทีมกำลังตรวจ ${reference}`)
    const back = await group.hears(`ThaiReal Team แจ้งว่า ${reference} เสร็จแล้ว`)
    expect(back.buttons.map((it) => it.label)).toContain('แก้ไขแล้ว')
    await chai.taps('ทำให้ไม่ได้', { on: card.id })
    await partner.hears('ไม่ได้รอทางคุณแล้ว')

    const lines = await desk.ask(
      `select a.type, a.actor_kind, a.facts->>'partner' as partner from activities a join cases c on c.id = a.subject_id where c.reference = $1 and a.actor_kind = 'partner' order by a.seq`,
      [reference],
    )
    expect(lines).toEqual([
      { type: 'case.partner_seen', actor_kind: 'partner', partner: null },
      { type: 'case.moved', actor_kind: 'partner', partner: 'done' },
    ])

    // waiting once more, but for another provider: this group's old card is about nothing
    await desk.ask(
      `update cases set provider_id = (select p.id from providers p where p.key = 'boosthive' and p.tenant_id = cases.tenant_id) where reference = $1`,
      [reference],
    )
    await allQuiet(desk)
    const heard = partner.messages().length
    await waitForProvider(reference)
    await allQuiet(desk)
    expect(saidSince(partner, heard)).toEqual([])
    await chai.taps('เสร็จแล้ว', { on: card.id })
    await partner.hears('ไม่พบรายการนี้แล้ว')
    const [now] = await desk.ask('select status from cases where reference = $1', [reference])
    expect(now).toEqual({ status: 'waiting_provider' })

    // who left the group answers no more
    await partner.memberLeaves(chai.userId)
    await chai.taps('เสร็จแล้ว', { on: card.id })
    await partner.hears('คุณออกจากกลุ่มนี้แล้ว')
    expect(desk.troubles).toEqual([])
  })
})
