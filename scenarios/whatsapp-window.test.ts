import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { forgetTenants } from '../api/tenants/queries.ts'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet, conversationOf, referenceIn, saidSince } from './all-quiet.ts'

const HOUR = 3_600_000
const MINUTE = 60_000
const TROUBLE = 'เติมเงินไม่เข้าค่ะ โอนไป 500 ตั้งแต่เช้าแล้ว'
const NUDGE = 'ใกล้ครบ 24 ชั่วโมง'

describe('an hour before WhatsApp’s 24 hours end', () => {
  let desk: Desk
  let n = 0
  beforeAll(async () => {
    desk = await aDesk()
    // what this is about is neither the case's own clock nor a chat that goes back by itself
    await desk.ask(`update tenants set settings = settings || '{"handBackMinutes": null}'`)
    forgetTenants()
  })
  afterAll(() => desk.end())

  const meelike = () => desk.business('meelike', 'whatsapp')
  const newcomer = (app: 'line' | 'whatsapp' = 'whatsapp') =>
    desk.business('meelike', app).newcomer(`Guest ${(n += 1)}`, 'th')
  /** The nudges that were sent to the staff since, by the names on them. */
  async function nudgesOf(guest: { channelKey: string; userId: string }) {
    await allQuiet(desk)
    const rows = await desk.ask(
      `select (messages->0->>'caseId') as case from outbox where event = 'conversation.window_closing' and messages->0->>'conversationId' = $1`,
      [await conversationOf(desk, guest)],
    )
    return rows.length
  }
  async function opensCase(guest: ReturnType<typeof newcomer>): Promise<string> {
    await guest.says(TROUBLE)
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await meelike().group.hears(reference)
    return reference
  }
  /** By the newest card in the group. */
  async function answers(words: string) {
    const { group, staff } = meelike()
    await staff('nan_admin').taps('ตอบลูกค้า')
    await group.hears('พิมพ์')
    await staff('nan_admin').says(words)
    await group.hears(words)
    await staff('nan_admin').taps('ส่ง')
  }
  const passed = async (ms: number) => {
    await desk.later(ms)
    const due = 'select 1 from timers where fired_at is null and due_at <= desk_now()'
    await vi.waitUntil(async () => (await desk.ask(due)).length === 0, { timeout: 60_000, interval: 25 })
    await allQuiet(desk)
  }

  /** What waits for quiet hours to end still waits. */
  const allButHeld = () =>
    vi.waitUntil(
      async () => {
        const [open] = await desk.ask(
          `select (select count(*) from inbox where state = 'waiting') + (select count(*) from outbox where state in ('sending', 'again')
             or state = 'ready' and hold is null) as count`,
        )
        return Number(open?.['count']) === 0
      },
      { timeout: 60_000, interval: 25 },
    )
  const nudged = async (guest: { channelKey: string; userId: string }) =>
    (
      await desk.ask(
        `select state from outbox where event = 'conversation.window_closing' and messages->0->>'conversationId' = $1`,
        [await conversationOf(desk, guest)],
      )
    ).map((it) => it['state'])

  it('staff read once who still waits, with the time that is left, and answer by a tap', async () => {
    const guest = newcomer()
    const reference = await opensCase(guest)
    await passed(22 * HOUR)
    expect(await nudgesOf(guest)).toBe(0)
    await passed(HOUR + MINUTE)
    const { group } = meelike()
    const card = await group.hears(NUDGE)
    expect(card.text).toContain(reference)
    expect(card.text).toMatch(/เหลือ 5\d นาที/)
    expect(card.text).toContain('โอนไป 500')
    await answers('กำลังตรวจสอบกับธนาคารอยู่ค่ะ')
    await guest.hears('กำลังตรวจสอบกับธนาคารอยู่ค่ะ')
    await passed(30 * MINUTE)
    expect(await nudgesOf(guest)).toBe(1)
    // they write again: the hour comes again, and this word is not answered
    await guest.says('เรื่องเติมเงินถึงไหนแล้วคะ')
    await allQuiet(desk)
    await passed(23 * HOUR + MINUTE)
    await group.hears(NUDGE)
    expect(await nudgesOf(guest)).toBe(2)
  })

  it('nothing is said of who was answered, whose case waits for them, is over, or was never there; nor on LINE', async () => {
    const { group } = meelike()
    const [answered, waits, over, only, onLine] = [newcomer(), newcomer(), newcomer(), newcomer(), newcomer('line')]
    for (const guest of [waits, over]) await opensCase(guest)
    await only.says('สวัสดีค่ะ')
    await only.hears('ยินดีให้บริการ')
    await onLine.says(TROUBLE)
    await onLine.hears(/ML-C-\d+/)
    await opensCase(answered)
    await answers('รับเรื่องแล้วค่ะ')
    await answered.hears('รับเรื่องแล้วค่ะ')
    await desk.ask(`update cases set status = 'waiting_customer' where conversation_id = $1`, [
      await conversationOf(desk, waits),
    ])
    await desk.ask(
      `update cases set status = 'resolved', resolved_at = desk_now(), root_cause = (select key from root_causes limit 1) where conversation_id = $1`,
      [await conversationOf(desk, over)],
    )
    const before = group.messages().length
    await passed(23 * HOUR + 5 * MINUTE)
    await passed(30 * MINUTE)
    expect(await Promise.all([answered, waits, over, only, onLine].map(nudgesOf))).toEqual([0, 0, 0, 0, 0])
    expect(saidSince(group, before).join()).not.toContain(NUDGE)
    expect(desk.troubles).toEqual([])
  })

  it('a chat in staff hands counts as well; what passed while the desk was down is not told of', async () => {
    const [talks, late] = [newcomer(), newcomer()]
    await talks.says('ขอคุยกับเจ้าหน้าที่ค่ะ')
    await meelike().group.hears('ขอคุยกับเจ้าหน้าที่')
    await late.says(TROUBLE)
    await late.hears(/ML-C-\d+/)
    await desk.ask('update whatsapp_chats set window_until = desk_now() where source_id = $1', [
      late.userId.replace('whatsapp:', ''),
    ])
    await passed(23 * HOUR + MINUTE)
    await meelike().group.hears(NUDGE)
    expect(await nudgesOf(talks)).toBe(1)
    expect(await nudgesOf(late)).toBe(0)
    expect(desk.troubles).toEqual([])
  })

  it('who would wait through the quiet hours until it is too late is told of before they begin; what is critical an hour before', async () => {
    const hours = { groups: { from: '22:00', to: '07:00' }, customers: null }
    const set = await meelike().call('/v1/notification-settings', {
      method: 'PUT',
      body: JSON.stringify({ quietHours: hours }),
    })
    expect(set.status).toBe(200)
    const [clock] = (await desk.ask('select desk_now() as now')) as { now: Date }[]
    const local = new Date((clock?.now.getTime() ?? 0) + 7 * HOUR)
    const two = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate() + 1, 2)
    await passed(two - local.getTime())
    const [asks, loses] = [newcomer(), newcomer()]
    await asks.says('ขอคุยกับเจ้าหน้าที่ค่ะ')
    await asks.hears(/./)
    await loses.says(TROUBLE)
    await loses.hears(/ML-C-\d+/)
    await allButHeld()
    const elapses = async (ms: number) => {
      await desk.later(ms)
      const due = 'select 1 from timers where fired_at is null and due_at <= desk_now()'
      await vi.waitUntil(async () => (await desk.ask(due)).length === 0, { timeout: 60_000, interval: 25 })
      await allButHeld()
    }
    await elapses(18 * HOUR + 50 * MINUTE)
    expect(await nudged(asks)).toEqual([])
    await elapses(20 * MINUTE)
    expect(await nudged(asks)).toEqual(['sent'])
    const card = await meelike().group.hears(NUDGE)
    expect(card.text).toMatch(/4 ชม\.|4 ชั่วโมง/)
    expect(await nudged(loses)).toEqual([])
    await elapses(4 * HOUR)
    expect(await nudged(loses)).toEqual(['sent'])
    await elapses(HOUR)
    expect([await nudged(asks), await nudged(loses)]).toEqual([['sent'], ['sent']])
    expect(desk.troubles).toEqual([])
  })
})
