import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet, referenceIn, saidSince } from './all-quiet.ts'

describe('staff at work in a chat of their own', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  const caseOf = async (reference: string) =>
    (
      await desk.ask(
        `select id, status, order_refs, (select key from staff where id = owner_id) as owner, (select key from providers where id = provider_id) as provider
         from cases where reference = $1`,
        [reference],
      )
    )[0]

  /** These members of Meelike's staff are chosen as recipients beside the group, and meet the bot in their own chats. */
  async function recipients(...keys: string[]) {
    const meelike = desk.business('meelike')
    const { line } = meelike.tenant
    const [channel] = await desk.ask('select id from channels where key = $1', [line.key])
    const path = `/v1/channels/${String(channel?.['id'])}/recipients`
    const now = (await (await meelike.call(path)).json()) as { groups: { id: string }[] }
    const staff = await desk.ask(
      `select s.id from staff s join tenants t on t.id = s.tenant_id where t.key = 'meelike' and s.key = any($1)`,
      [keys],
    )
    const chosen = { groups: now.groups.map((it) => it.id), staff: staff.map((it) => it['id']) }
    const put = await meelike.call(path, { method: 'PUT', body: JSON.stringify(chosen) })
    expect(put.status).toBeLessThan(300)
    return keys.map((key) => desk.simulator.chat(line.key, meelike.staff(key).userId))
  }

  it('have the group’s cards with their buttons; the group sees what was done, and what only a role allows stays so', async () => {
    const { newcomer, group } = desk.business('meelike')
    const [nan, boss] = await recipients('nan_admin', 'ceo')
    if (!nan || !boss) throw new Error('nobody chosen')
    const guest = newcomer('คุณอ้อ', 'th')
    await guest.says('ออเดอร์ 1290801 ไม่เดินเลยค่ะ')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    const first = await group.hears(reference)
    const mine = await nan.hears(reference)
    expect(mine.buttons.map((it) => it.label)).toEqual(first.buttons.map((it) => it.label))
    // who only looks on has nothing to tap
    expect((await boss.hears(reference)).buttons).toEqual([])

    await nan.taps('รับเคส')
    await nan.hears('รับเคส')
    const claimed = await group.hears(`แนน วงศ์ชัย รับเคส ${reference}`)
    expect(claimed.buttons.map((it) => it.label)).toContain('แก้ไขแล้ว')
    await guest.hears('กำลังดูแล')
    await group.as(desk.business('meelike').staff('ton').userId).taps('รับเคส', { on: first.id })
    await group.hears('รับไปก่อนแล้ว')

    // what is no news by itself is shown in the group all the same
    await nan.says(`/ผู้ให้บริการ ${reference} BoostHive`)
    await nan.hears('ให้ BoostHive แก้ไข')
    const changed = await group.hears(`แนน วงศ์ชัย อัปเดต ${reference}`)
    expect(changed.text).toContain('BoostHive')

    // words to the customer go by preview here as there; what else is said is no command
    await nan.taps('ตอบลูกค้า')
    await nan.hears('ข้อความถัดไป')
    await nan.says('กำลังตามให้')
    await nan.says('อยู่นะคะ')
    const draft = await nan.hears('ถึง คุณอ้อ')
    expect(saidSince(guest, 0).join()).not.toContain('กำลังตามให้')
    await nan.taps('ส่ง', { on: draft.id })
    await guest.hears('กำลังตามให้')
    await nan.hears('ส่งถึง')
    await nan.taps('แก้ไขแล้ว')
    await nan.hears('เกิดจากอะไร')
    await nan.taps('ระบบขัดข้อง')
    await guest.hears('แก้ไขเรียบร้อยแล้ว')
    await nan.hears(`แก้ไข ${reference} แล้ว`)
    await allQuiet(desk)
    expect(group.messages().at(-1)?.text).toContain(reference)
    expect(await caseOf(reference)).toMatchObject({ status: 'resolved', owner: 'nan_admin', provider: 'boosthive' })
    expect(desk.troubles).toEqual([])
  })

  it('may be customers there too, and lose their power with their place on the team', async () => {
    const { newcomer, group } = desk.business('meelike')
    const [ton] = await recipients('ton')
    if (!ton) throw new Error('nobody chosen')
    const guest = newcomer('คุณอิ๋ว', 'th')
    await guest.says('ออเดอร์ 1290802 ไม่เดินเลยค่ะ')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await group.hears(reference)
    const card = await ton.hears(reference)
    const before = Number((await desk.ask('select count(*)::int as n from cases'))[0]?.['n'])
    await ton.says('เติมเงินไม่เข้าค่ะ โอนไป 500 ตั้งแต่เช้าแล้ว')
    await ton.hears(/เปิดเคส ML-C/)
    expect(Number((await desk.ask('select count(*)::int as n from cases'))[0]?.['n'])).toBe(before + 1)
    await ton.says('/งานฉัน')
    await ton.hears('ไม่มีงานค้าง')

    // a customer's slash, and a customer with a button of staff, stay what they were
    await guest.says('/queue')
    await allQuiet(desk)
    expect(guest.lastText()).not.toContain('คิว')
    await desk.ask(
      `update staff set active = false from tenants t where t.id = staff.tenant_id and t.key = 'meelike' and staff.key = 'ton'`,
    )
    await ton.taps('รับเคส', { on: card.id })
    await ton.hears('ไม่มีสิทธิ์')
    expect(await caseOf(reference)).toMatchObject({ status: 'new', owner: null })
    const chat = newcomer('คุณอิ๋ว 2', 'th')
    await chat.says('ออเดอร์ 1290803 ไม่เดินเลยค่ะ')
    await group.hears(referenceIn((await chat.hears(/ML-C-\d+/)).text, /ML-C-\d+/))
    await allQuiet(desk)
    expect(ton.lastText()).toContain('ไม่มีสิทธิ์')
    expect(desk.troubles).toEqual([])
  })

  it('race with their colleagues in the group: one has it, the other is told who; last month’s card does nothing there either', async () => {
    const { newcomer, group, staff } = desk.business('meelike')
    const [earn] = await recipients('earn')
    if (!earn) throw new Error('nobody chosen')
    for (const name of ['คุณเอ', 'คุณบี', 'คุณซี']) {
      const guest = newcomer(name, 'th')
      await guest.says('ออเดอร์ 1290804 ไม่เดินเลยค่ะ')
      const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
      const [there, here] = [await group.hears(reference), await earn.hears(reference)]
      await Promise.all([staff('ice').taps('รับเคส', { on: there.id }), earn.taps('รับเคส', { on: here.id })])
      await allQuiet(desk)
      const { id, owner } = (await caseOf(reference)) ?? {}
      const [claims] = await desk.ask(
        `select count(*)::int as n from activities where subject_id = $1 and type = 'case.claimed'`,
        [id],
      )
      expect(claims).toEqual({ n: 1 })
      const winner = owner === 'earn' ? 'เอิร์น' : 'ไอซ์'
      const loser = owner === 'earn' ? group : earn
      const said = loser.messages().map((it) => it.text)
      expect(said.some((it) => it.includes(`${reference} ${winner}`) && it.includes('รับไปก่อนแล้ว'))).toBe(true)
    }
    const guest = newcomer('คุณดี', 'th')
    await guest.says('ออเดอร์ 1290805 ไม่เดินเลยค่ะ')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    const old = await earn.hears(reference)
    await desk.later(31 * 24 * 3_600_000)
    await allQuiet(desk)
    await earn.taps('รับเคส', { on: old.id })
    await earn.hears('ปุ่มนี้เก่าเกินหนึ่งเดือนแล้ว')
    expect(await caseOf(reference)).toMatchObject({ status: 'new', owner: null })
    expect(desk.troubles).toEqual([])
  })
})
