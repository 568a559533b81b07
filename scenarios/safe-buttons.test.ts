import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signTap, type TapAction } from '../bot/taps.ts'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet, referenceIn, saidSince } from './all-quiet.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** the day the desk's clock stands at, where no story has moved it */
const TODAY = new Date('2026-11-20T03:00:00Z')

describe('buttons that cannot be misused', () => {
  let desk: Desk
  let events = 0
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  /** A tap as LINE would deliver it, with whatever data. */
  const tapped = (data: string, source: object) => {
    const { line } = desk.business('meelike').tenant
    events += 1
    const event = {
      type: 'postback',
      webhookEventId: `tap-${events}`,
      timestamp: Date.now(),
      mode: 'active',
      deliveryContext: { isRedelivery: false },
      source,
      postback: { data },
    }
    return desk.simulator.sendRaw(line.key, JSON.stringify({ destination: line.botUserId, events: [event] }))
  }
  const tenantId = async (key: string) =>
    String((await desk.ask(`select id from tenants where key = $1`, [key]))[0]?.['id'])
  const contents = async (id: string) =>
    (
      await desk.ask(
        `select status, severity, owner_id, provider_id, order_refs, reopened, chain_count,
           (select count(*)::int from outbox where case_id = cases.id) as parcels from cases where id = $1`,
        [id],
      )
    )[0]

  it('a tap again and again, overtaken, of another tenant, made up, or by somebody unknown changes nothing more', async () => {
    const { newcomer, group, staff, stranger } = desk.business('meelike')
    const guest = newcomer('ช่างลอง', 'th')
    await guest.says('เว็บมีปัญหา เข้าไม่ได้เลยค่ะ')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await group.hears(reference)
    const id = String((await desk.ask(`select id from cases where reference = $1`, [reference]))[0]?.['id'])
    const [mine, theirs] = [await tenantId('meelike'), await tenantId('prime')]
    const tap = (action: TapAction, ...args: string[]) => signTap(mine, TODAY, action, ...args)
    const by = (who: string) => ({ type: 'group', groupId: group.groupId, userId: staff(who).userId })
    const member = async (key: string) =>
      String((await desk.ask(`select id from staff where key = $1 and tenant_id = $2`, [key, mine]))[0]?.['id'])

    await tapped(tap('claim', id), by('nan_admin'))
    await tapped(tap('move', id, 'fixing', 'investigating'), by('nan_admin'))
    await tapped(tap('severity', id, 'critical', 'high'), by('nan_admin'))
    await tapped(tap('provider', id, 'boosthive', '-'), by('nan_admin'))
    await tapped(tap('move', id, 'waiting_provider', 'fixing'), by('nan_admin'))
    await allQuiet(desk)
    const before = await contents(id)
    expect(before).toMatchObject({
      status: 'waiting_provider',
      severity: 'critical',
      owner_id: await member('nan_admin'),
    })

    // the same buttons, sixty times more, by everybody at once
    const ton = await member('ton')
    const again = [
      tap('claim', id),
      tap('move', id, 'fixing', 'investigating'),
      tap('severity', id, 'critical', 'high'),
      tap('provider', id, 'boosthive', '-'),
      tap('move', id, 'waiting_provider', 'fixing'),
      tap('give', 'case', id, ton, ''),
    ]
    await Promise.all(
      again.flatMap((data) => Array.from({ length: 10 }, (_, n) => tapped(data, by(n % 2 ? 'ton' : 'nan_admin')))),
    )
    await allQuiet(desk)
    expect(await contents(id)).toEqual(before)

    // sealed for another tenant, sealed by nobody, cut short, of no kind, about nothing, and by somebody unknown
    const noted = Number(
      (await desk.ask(`select count(*)::int as n from activities where type = 'tap.refused'`))[0]?.['n'],
    )
    const sealedElsewhere = signTap(theirs, TODAY, 'move', id, 'fixing', 'waiting_provider')
    const forged = `${tap('move', id, 'fixing', 'waiting_provider').slice(0, -4)}abcd`
    for (const data of [sealedElsewhere, forged, 'b1.move', '', 'ก'.repeat(100)]) await tapped(data, by('nan_admin'))
    await tapped(tap('move', id, 'fixing', 'waiting_provider'), {
      type: 'group',
      groupId: group.groupId,
      userId: stranger.userId,
    })
    await tapped(tap('move', 'nonsense', 'fixing'), by('nan_admin'))
    await tapped(tap('move', id, 'closed'), by('nan_admin'))
    await tapped(tap('severity', id, 'apocalyptic'), by('nan_admin'))
    await tapped(tap('give', 'case', id, await tenantId('prime'), await member('nan_admin')), by('nan_admin'))
    await tapped(tap('more', 'case', theirs), by('nan_admin'))
    await allQuiet(desk)
    expect(await contents(id)).toEqual(before)
    const refused = await desk.ask(`select facts from activities where type = 'tap.refused' order by at desc, seq desc`)
    expect(refused.length - noted).toBe(6)
    expect(JSON.stringify(refused)).not.toContain(id)
    const [chain] = await desk.ask(
      `select chain_count = (select count(*) from activities where subject_id = c.id) as whole from conversations c where source_id = $1`,
      [group.groupId],
    )
    expect(chain).toMatchObject({ whole: true })
    expect(desk.troubles).toEqual([])
  })

  it('a button of an earlier life of a case does not solve it again', async () => {
    const { newcomer, group, staff } = desk.business('meelike')
    const guest = newcomer('ลูกค้าเดิม', 'th')
    await guest.says('เว็บมีปัญหา เข้าไม่ได้เลยค่ะ')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await group.hears(reference)
    await staff('ton').taps('รับเคส')
    await group.hears('รับเคส')
    await staff('ton').taps('แก้ไขแล้ว')
    const causes = await group.hears('เกิดจากอะไร')
    await staff('ton').taps('ระบบขัดข้อง', { on: causes.id })
    await guest.hears('แก้ไขเรียบร้อยแล้ว')
    await guest.taps('ยังไม่หาย')
    await group.hears('ยังไม่หาย')
    await staff('ton').taps('ระบบขัดข้อง', { on: causes.id })
    await group.hears('ปุ่มนี้เก่าแล้ว')
    const [row] = await desk.ask(`select status, reopened from cases where reference = $1`, [reference])
    expect(row).toMatchObject({ status: 'investigating', reopened: 1 })
  })

  // a thousand turns of two chats, on however slow a machine
  it('a thousand replays of what is not ours leave one line and one answer', async () => {
    const { newcomer, group, staff } = desk.business('meelike')
    const guest = newcomer('ช่างกด', 'th')
    await guest.says('เว็บมีปัญหา เข้าไม่ได้เลยค่ะ')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await group.hears(reference)
    await allQuiet(desk)
    const id = String((await desk.ask(`select id from cases where reference = $1`, [reference]))[0]?.['id'])
    const before = await contents(id)
    const lines = async () =>
      Number((await desk.ask(`select count(*)::int as n from activities where type = 'tap.refused'`))[0]?.['n'])
    const noted = await lines()
    const inGroup = { type: 'group', groupId: group.groupId, userId: staff('ton').userId }
    const inChat = { type: 'user', userId: guest.userId }
    const forged = `${signTap(await tenantId('meelike'), TODAY, 'claim', id).slice(0, -4)}abcd`
    const theirs = signTap(await tenantId('prime'), TODAY, 'not_solved', id)
    const [heardHere, heardThere] = [group.messages().length, guest.messages().length]
    for (let n = 0; n < 10; n += 1)
      await Promise.all(Array.from({ length: 50 }, () => [tapped(forged, inGroup), tapped(theirs, inChat)]).flat())
    await allQuiet(desk)
    expect(await contents(id)).toEqual(before)
    expect((await lines()) - noted).toBe(2)
    expect(saidSince(group, heardHere)).toHaveLength(1)
    expect(saidSince(guest, heardThere)).toHaveLength(1)
    // and a thousand different ones are no flood either
    const more = Array.from({ length: 60 }, (_, n) =>
      tapped(`b2.x.claim.${id}.${String(n).padStart(12, 'A')}`, inGroup),
    )
    await Promise.all(more)
    await allQuiet(desk)
    expect((await lines()) - noted).toBeLessThanOrEqual(2 + 20)
    expect(desk.troubles).toEqual([])
  }, 90_000)

  it('a button of ours that is tapped again and again is answered a few times, changes nothing, and costs no month', async () => {
    const { newcomer, group, staff } = desk.business('meelike')
    const guest = newcomer('ลูกค้าใจร้อน', 'th')
    await guest.says('เว็บมีปัญหา เข้าไม่ได้เลยค่ะ')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await group.hears(reference)
    const id = String((await desk.ask(`select id from cases where reference = $1`, [reference]))[0]?.['id'])
    await staff('nan_admin').says(`รับ ${reference}`)
    await allQuiet(desk)
    const before = await contents(id)
    const heard = group.messages().length
    const claim = signTap(await tenantId('meelike'), TODAY, 'claim', id)
    const by = { type: 'group', groupId: group.groupId, userId: staff('ton').userId }
    for (let n = 0; n < 10; n += 1) await Promise.all(Array.from({ length: 10 }, () => tapped(claim, by)))
    await allQuiet(desk)
    const said = saidSince(group, heard)
    expect(said.length).toBeGreaterThan(0)
    // five in a minute, and the minute may have changed meanwhile
    expect(said.length).toBeLessThanOrEqual(10)
    expect(said.join()).toContain('รับไปก่อนแล้ว')
    expect(await contents(id)).toEqual(before)
    // another button of theirs is answered all the same
    await staff('ton').says(`/case ${reference}`)
    await group.hears('แนน วงศ์ชัย')
    expect(desk.troubles).toEqual([])
  }, 60_000)

  it('a stale tap on a chat says who has it now, and takes it from nobody', async () => {
    const { newcomer, group, staff } = desk.business('meelike')
    const [nan, ton] = [staff('nan_admin'), staff('ton')]
    const guest = newcomer('คุณสองมือ', 'th')
    await guest.says('ขอคุยกับเจ้าหน้าที่หน่อยค่ะ')
    const asked = await group.hears('คุณสองมือ')
    await nan.taps('คืนให้บอต', { on: asked.id })
    await group.hears('คืนแชตของ คุณสองมือ ให้บอตแล้ว')
    await nan.taps('ขอคุยเอง', { on: (await chatCard(nan, asked.id)).id })
    const taken = await group.hears('อยู่กับคุณแนน วงศ์ชัยแล้ว')
    // the card of the customer's first wish is of an earlier life of the chat
    await ton.taps('คืนให้บอต', { on: asked.id })
    await group.hears('อยู่กับคุณแนน วงศ์ชัยอยู่แล้ว')
    const mode = async () => (await desk.ask(`select mode from conversations where source_id = $1`, [guest.userId]))[0]
    expect(await mode()).toEqual({ mode: 'staff' })
    await ton.taps('คืนให้บอต', { on: taken.id })
    await group.hears('คืนแชตของ คุณสองมือ ให้บอตแล้ว')
    expect(await mode()).toEqual({ mode: 'bot' })
    expect(desk.troubles).toEqual([])

    /** A chat that the bot has can be taken from the card that says so. */
    async function chatCard(who: typeof nan, on: string) {
      await who.taps('คืนให้บอต', { on })
      return group.hears('แชตนั้นอยู่กับบอตแล้ว')
    }
  })

  it('whoever tapped to write by mistake says so, or taps, and nothing is written', async () => {
    const { newcomer, group, staff } = desk.business('meelike')
    const guest = newcomer('คุณพลาด', 'th')
    await guest.says('ขอคุยกับเจ้าหน้าที่หน่อยค่ะ')
    await group.hears('คุณพลาด')
    const heard = guest.messages().length
    for (const nothing of ['ยกเลิก', 'ไม่ส่ง']) {
      await staff('nan_admin').taps('ตอบลูกค้า')
      await group.hears('ร่างถึง')
      await (nothing === 'ไม่ส่ง' ? staff('nan_admin').taps(nothing) : staff('nan_admin').says(nothing))
      await group.hears('ไม่ได้ส่งค่ะ')
    }
    const before = group.messages().length
    await staff('nan_admin').says('เดี๋ยวพักก่อนนะ')
    await allQuiet(desk)
    expect(saidSince(group, before)).toEqual([])
    expect(saidSince(guest, heard).join()).not.toContain('เดี๋ยวพัก')
  })

  it('what is written to somebody who blocks us is said not to arrive, before and after', async () => {
    const { newcomer, group, staff } = desk.business('meelike')
    const guest = newcomer('คุณบล็อก', 'th')
    await guest.says('เว็บมีปัญหา เข้าไม่ได้เลยค่ะ')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await group.hears(reference)
    await guest.blocks()
    await allQuiet(desk)
    const nan = staff('nan_admin')
    await nan.says(`/reply ${reference} แก้แล้วนะคะ`)
    await group.hears('ส่งไปก็ไม่ถึง')
    await nan.taps('ส่ง')
    await group.hears('ข้อความจึงไม่ถึง')
    await nan.says(`/claim ${reference}`)
    await nan.says(`/resolve ${reference} system`)
    expect((await group.hears(`แก้ไข ${reference} แล้ว`)).text).toContain('ยังไม่ได้รับแจ้ง')
  })

  it('an old draft is not sent, and an executive is told who can', async () => {
    const { newcomer, group, staff } = desk.business('meelike')
    const guest = newcomer('คุณสาย', 'th')
    await guest.says('ขอคุยกับเจ้าหน้าที่หน่อยค่ะ')
    await guest.hears('เจ้าหน้าที่จะตอบ')
    await group.hears('คุณสาย')
    await staff('ceo').taps('ตอบลูกค้า')
    const told = await group.hears('ไม่มีสิทธิ์')
    expect(told.text).toMatch(/ให้ .+ ทำได้/)
    const heard = guest.messages().length
    await staff('nan_admin').taps('ตอบลูกค้า')
    await group.hears('ร่างถึง')
    await staff('nan_admin').says('สวัสดีค่ะ')
    await group.hears('สวัสดีค่ะ')
    await desk.later(61 * MINUTE)
    await guest.hears('บอตกลับมาดูแลต่อแล้ว')
    await staff('nan_admin').taps('ส่ง')
    await group.hears('เก่าเกินกว่าจะส่ง')
    await allQuiet(desk)
    expect(saidSince(guest, heard).join()).not.toContain('สวัสดีค่ะ')
    expect(desk.troubles).toEqual([])
  })

  it('a button of last month does nothing: a kind word and a fresh card, for staff and for a customer', async () => {
    const { newcomer, group, staff, call } = desk.business('meelike')
    const guest = newcomer('คุณนาน', 'th')
    await guest.says('เว็บมีปัญหา เข้าไม่ได้เลยค่ะ')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    const old = await group.hears(reference)
    await desk.later(31 * DAY)
    await allQuiet(desk)
    await staff('ton').taps('รับเคส', { on: old.id })
    const told = await group.hears('ปุ่มนี้เก่าเกินหนึ่งเดือนแล้ว')
    await staff('ton').taps('รับเคส', { on: old.id })
    await allQuiet(desk)
    const [untouched] = await desk.ask(`select id, status, owner_id from cases where reference = $1`, [reference])
    expect(untouched).toMatchObject({ status: 'new', owner_id: null })
    const fresh = group.messages().findLast((it) => it.text.includes(reference) && it.buttons.length > 0)
    expect(fresh?.id).not.toBe(old.id)
    await staff('ton').taps('รับเคส', { on: fresh?.id ?? told.id })
    await group.hears('รับ')
    await allQuiet(desk)
    const cause = { rootCause: 'system_bug' }
    expect(
      (await call(`/v1/cases/${String(untouched?.['id'])}/resolve`, { method: 'POST', body: JSON.stringify(cause) }))
        .status,
    ).toBe(200)
    const solved = await guest.hears('แก้ไขเรียบร้อยแล้ว')
    await desk.later(31 * DAY)
    await allQuiet(desk)
    await guest.taps('ยังไม่หาย', { on: solved.id })
    await guest.hears('ปุ่มนี้เก่าเกินหนึ่งเดือนแล้ว')
    const [still] = await desk.ask(`select status, reopened from cases where reference = $1`, [reference])
    expect(still).toMatchObject({ reopened: 0 })
    const refused = await desk.ask(
      `select facts->>'why' as why from activities where type = 'tap.refused' and facts->>'why' = 'expired'`,
    )
    expect(refused).toHaveLength(2)
    expect(desk.troubles).toEqual([])
  })
})
