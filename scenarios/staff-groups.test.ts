import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet, referenceIn, saidSince } from './all-quiet.ts'

describe('several staff groups, and who comes and goes', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())
  const meelike = () => desk.business('meelike')

  async function anotherStaffGroup(name: string) {
    const { staff, stranger } = meelike()
    const members = [staff('gift').userId, staff('ton').userId, staff('ice').userId, stranger.userId]
    const made = desk.simulator.addGroup('meelike-line', { name, members, botIn: false })
    const group = desk.simulator.group('meelike-line', made.groupId)
    await group.join()
    await group.hears('กลุ่มนี้ใช้ทำอะไรคะ')
    await group.as(staff('gift').userId).taps('กลุ่มทีมงาน')
    await group.hears('เป็นกลุ่มทีมงานแล้ว')
    const [row] = await desk.ask('select id from conversations where source_id = $1', [made.groupId])
    return { group, id: String(row?.['id']), as: (key: string) => group.as(staff(key).userId) }
  }

  const route = async (id: string, routes: object[]) => {
    const answer = await meelike().call(`/v1/groups/${id}/routes`, { method: 'POST', body: JSON.stringify({ routes }) })
    expect(answer.status).toBe(200)
  }

  it('payment troubles go to the group that claims them, the rest to the one that claims nothing', async () => {
    const { group: desk1, newcomer } = meelike()
    const money = await anotherStaffGroup('ทีมการเงิน')
    await route(money.id, [{ category: 'payment' }])
    const guest = newcomer('แพร', 'th')
    const [heard1, heard2] = [desk1.messages().length, money.group.messages().length]
    await guest.says('เติมเงินไม่เข้าค่ะ โอนไป 300 แล้ว')
    const paid = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await money.group.hears(paid)
    await guest.says('ออเดอร์ 1290778 ค้างอยู่ 30% มาสองวันแล้วค่ะ ไม่วิ่งต่อเลย')
    await desk1.hears(/ML-C-\d+/)
    await allQuiet(desk)
    expect(saidSince(desk1, heard1).join()).not.toContain(paid)
    expect(saidSince(money.group, heard2).filter((it) => it.includes('1290778'))).toEqual([])
    // the work is done where the card is, and told where the matter belongs
    await money.as('ton').taps('รับเคส')
    await money.group.hears(`รับเคส ${paid}`)
    await guest.hears(paid)
    await route(money.id, [])
    expect(desk.troubles).toEqual([])
  })

  it('who leaves the group or the company has no power there from then on, a draft included', async () => {
    const { newcomer } = meelike()
    const night = await anotherStaffGroup('กะดึก')
    const guest = newcomer('พลอย', 'th')
    await guest.says('เติมเงินไม่เข้าค่ะ โอนไป 700 แล้ว')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await night.group.hears(reference)
    await night.as('ton').taps('ตอบลูกค้า')
    await night.group.hears('ร่างถึง')
    await night.as('ton').says('รอสักครู่นะคะ')
    await night.group.hears('ถึง พลอย')

    await night.group.memberLeaves(meelike().staff('ton').userId)
    await night.as('ton').taps('ส่ง')
    await night.group.hears('คุณออกจากกลุ่มนี้แล้ว')
    await night.as('ton').taps('รับเคส')
    await night.group.hears('คุณออกจากกลุ่มนี้แล้ว')
    await night.group.memberJoins(meelike().staff('ton').userId)
    await night.as('ton').taps('ส่ง')
    await night.group.hears('ไม่มีข้อความรอส่ง')
    expect(guest.messages().some((it) => it.text.includes('รอสักครู่'))).toBe(false)
    await night.as('ton').taps('รับเคส')
    await night.group.hears(`รับเคส ${reference}`)

    await desk.ask(
      `update staff set active = false where key = 'ice' and tenant_id = (select id from tenants where key = 'meelike')`,
    )
    const owner = () =>
      desk.ask('select s.key, c.status from cases c join staff s on s.id = c.owner_id where reference = $1', [
        reference,
      ])
    await night
      .as('ice')
      .taps('กำลังแก้ไข')
      .catch(() => night.as('ice').taps(/แก้ไข/))
    await night.group.hears('ยังไม่รู้จักบัญชีนี้')
    expect(await owner()).toMatchObject([{ key: 'ton', status: 'investigating' }])
    await desk.ask(`update staff set active = true where key = 'ice'`)
    expect(desk.troubles).toEqual([])
  })

  it('somebody unknown who taps is refused each time, and the leads hear of it once, in their own chats', async () => {
    const { stranger, newcomer, staff } = meelike()
    const group = await anotherStaffGroup('กะเช้า')
    const guest = newcomer('ส้ม', 'th')
    await guest.says('เติมเงินไม่เข้าค่ะ โอนไป 900 แล้ว')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await group.group.hears(reference)
    await group.group.as(stranger.userId).taps('รับเคส')
    await group.group.hears('ยังไม่รู้จักบัญชีนี้')
    const gift = desk.simulator.chat('meelike-line', staff('gift').userId)
    await gift.hears(/ไม่รู้จักแตะปุ่มในกลุ่มทีมงาน “กะเช้า”/)
    await group.group.as(stranger.userId).taps('รับเคส')
    await group.group.hears('ยังไม่รู้จักบัญชีนี้')
    await allQuiet(desk)
    expect(gift.messages().filter((it) => it.text.includes('กะเช้า'))).toHaveLength(1)
    const [row] = await desk.ask('select owner_id from cases where reference = $1', [reference])
    expect(row).toEqual({ owner_id: null })
    expect(desk.troubles).toEqual([])
  })

  it('a purpose is changed by whoever leads, and a bot that is sent away says goodbye and goes', async () => {
    const { staff } = meelike()
    const group = await anotherStaffGroup('ทดลอง')
    await group.as('ton').says('/purpose')
    await group.group.hears('แอดมินหรือผู้จัดการ')
    await group.as('gift').says('/purpose')
    await group.group.hears('เลือกใหม่ได้เลยค่ะ')
    await group.as('gift').taps('ให้บอตออกจากกลุ่ม')
    await group.group.hears('ขอตัวออกจากกลุ่ม')
    await desk.simulator.until(() => desk.simulator.calls.some((it) => it.path.endsWith('/leave')), {
      saying: 'the bot leaves',
    })
    // the platform's word that it left comes after the call that made it leave
    await expect
      .poll(() =>
        desk.ask(
          `select c.purpose, g.bot_left_at is not null as left from conversations c join groups g on g.conversation_id = c.id where c.id = $1`,
          [group.id],
        ),
      )
      .toEqual([{ purpose: null, left: true }])
    await allQuiet(desk)
    const gift = desk.simulator.chat('meelike-line', staff('gift').userId)
    expect(gift.messages().some((it) => it.text.includes('ทดลอง'))).toBe(false)
    expect(desk.troubles).toEqual([])
  })

  it('a bot that is removed from the only staff group tells whoever leads, and what was on its way there ends with the reason', async () => {
    const vschool = desk.business('vschool')
    const [lead] = await desk.ask(
      `select s.key from staff s join tenants t on t.id = s.tenant_id where t.key = 'vschool' and s.role in ('admin', 'manager') order by s.key limit 1`,
    )
    const own = desk.simulator.chat('vschool-line', vschool.staff(String(lead?.['key'])).userId)
    desk.simulator.faults.next({ path: '/v2/bot/message/push', channelKey: 'vschool-line', status: 500, times: 9 })
    const guest = vschool.newcomer('ป่าน', 'th')
    await guest.says('จ่ายเงินค่าคอร์สไปแล้วแต่เครดิตไม่เข้าเลยค่ะ')
    await guest.hears(/เปิดเคส|รับเรื่อง|เคส/)
    const waiting = () =>
      desk.ask(
        `select o.state, o.trouble from outbox o join conversations c on c.id = o.conversation_id where c.source_id = $1`,
        [vschool.group.groupId],
      )
    await desk.simulator.until(async () => (await waiting()).some((it) => it['state'] === 'again'), {
      saying: 'the card waits for another try',
    })
    await vschool.group.leave()
    desk.simulator.faults.clear()
    await own.hears('บอตถูกนำออกจากกลุ่มทีมงาน')
    expect(own.last()?.buttons ?? []).toEqual([])
    await allQuiet(desk)
    expect(await waiting()).toEqual([{ state: 'dead', trouble: 'the bot was removed from the group' }])
    await guest.says('ยังไม่เข้าเลยค่ะ จ่ายเงินไปแล้วเครดิตไม่เข้า')
    await allQuiet(desk)
    expect(await waiting()).toHaveLength(1)
    expect(desk.troubles).toEqual([])
  })
})
