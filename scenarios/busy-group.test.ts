import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet } from './all-quiet.ts'

const SECOND = 1_000
const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('a staff group on a busy day', () => {
  let desk: Desk
  beforeAll(async () => {
    // a minute, which only the story moves: a slow machine gathers the same
    desk = await aDesk({ gatherMs: 60_000 })
  })
  afterAll(() => desk.end())
  afterEach(() => expect(desk.troubles).toEqual([]))

  const opens = async (key: string, severity: string, type: string) => {
    const { call } = desk.business(key)
    const answer = await call('/v1/cases', { method: 'POST', body: JSON.stringify({ type, severity }) })
    expect(answer.status).toBe(201)
    return (await answer.json()) as { id: string; reference: string; slaDueAt: string }
  }
  const sendsTo = (key: string, kind: 'push' | 'reply') => {
    const { groupId } = desk.business(key).group
    return desk.simulator.sends.filter((it) => it.kind === kind && it.to.includes(groupId))
  }
  const waiting = async (reference: string) =>
    (
      await desk.ask(
        `select o.state, o.hold from outbox o join cases c on c.id = o.case_id where c.reference = $1 order by o.seq`,
        [reference],
      )
    ).map((row) => row['hold'] ?? row['state'])

  it('hears of twenty cases in one call, of a critical one at once, and each push is counted once a member', async () => {
    const { group } = desk.business('meelike')
    const opened = []
    for (let n = 0; n < 20; n += 1) opened.push(await opens('meelike', 'normal', 'order_stuck_partial'))
    const critical = await opens('meelike', 'critical', 'topup_not_credited')
    const card = await group.hears(critical.reference)
    expect(card.altText).toContain('วิกฤต')
    expect(sendsTo('meelike', 'push')).toHaveLength(1)
    expect(await waiting(opened[0]?.reference ?? '')).toEqual(['gather'])

    await desk.later(MINUTE)
    const list = await group.hears(/อัปเดต 20 เรื่อง/)
    for (const { reference } of opened) expect(list.text).toContain(reference)
    await allQuiet(desk)
    const pushes = sendsTo('meelike', 'push')
    expect(pushes).toHaveLength(2)
    expect(pushes[1]?.messages.length).toBeLessThanOrEqual(5)
    expect(pushes[1]?.cost).toBe(group.members().length)
    // its cards can be worked on
    expect(group.offers().filter((label) => label === 'รับเคส').length).toBeGreaterThanOrEqual(10)
    const page = (await (await desk.business('meelike').call('/v1/outbox?state=joined')).json()) as {
      total: number
      items: { joinedTo: string; delivery: string }[]
    }
    expect(page.total).toBe(19)
    expect(page.items[0]).toMatchObject({ delivery: 'accepted', joinedTo: expect.any(String) })
  })

  it('gets what waits for free with the answer to a tap', async () => {
    const { group, staff } = desk.business('meelike')
    const before = sendsTo('meelike', 'push').length
    const late = await opens('meelike', 'low', 'order_stuck_partial')
    await staff('nan_admin').taps('รับเคส')
    await group.hears(/รับเคส ML-C/)
    await group.hears(late.reference)
    await allQuiet(desk)
    expect(sendsTo('meelike', 'push')).toHaveLength(before)
    const reply = sendsTo('meelike', 'reply').at(-1)
    expect(reply?.messages.length).toBeLessThanOrEqual(5)
    expect(reply?.cost).toBe(0)
    expect(await waiting(late.reference)).toEqual(['joined'])
  })

  it('shows one card for a case that was in the news three times, as it is now', async () => {
    const { group, call } = desk.business('prime')
    const { id, reference } = await opens('prime', 'normal', await anyCaseType('prime'))
    const staffIds = await desk.ask(
      `select s.id from staff s join tenants t on t.id = s.tenant_id where t.key = 'prime' and s.role = 'agent' limit 1`,
    )
    await call(`/v1/cases/${id}/assign`, { method: 'POST', body: JSON.stringify({ staffId: staffIds[0]?.['id'] }) })
    await call(`/v1/cases/${id}/move`, { method: 'POST', body: JSON.stringify({ to: 'fixing' }) })
    await desk.later(MINUTE)
    await group.hears(reference)
    await allQuiet(desk)
    const cards = group.messages().filter((it) => it.text.includes(reference))
    expect(cards).toHaveLength(1)
    expect(cards[0]?.text).toMatch(/Being fixed|กำลังแก้ไข/)
  })

  it('hears the others where LINE refuses one of them, and that one in plain words', async () => {
    const { group } = desk.business('asiatravelplan')
    const { groupId } = group
    const type = await anyCaseType('asiatravelplan')
    const opened = [
      await opens('asiatravelplan', 'normal', type),
      await opens('asiatravelplan', 'normal', type),
      await opens('asiatravelplan', 'normal', type),
    ]
    desk.simulator.faults.next({
      path: '/v2/bot/message/push',
      channelKey: 'asiatravelplan-line',
      status: 400,
      message: 'A message (messages[1]) in the request body is invalid',
    })
    await desk.later(MINUTE)
    for (const { reference } of opened) await group.hears(reference)
    await allQuiet(desk)
    const told = group.messages().filter((it) => opened.some(({ reference }) => it.text.includes(reference)))
    expect(told.map((it) => it.type)).toEqual(['flex', 'text', 'flex'])
    expect(sendsTo('asiatravelplan', 'push')).toHaveLength(1)
    const rows = await desk.ask(
      `select state, trouble from outbox where conversation_id = (select id from conversations where source_id = $1) and joined_to is null`,
      [groupId],
    )
    expect(rows).toEqual([
      { state: 'sent', trouble: expect.stringContaining('not all of it: 400 A message (messages[1])') },
    ])
  })

  it('gets one list an hour once it has heard enough', async () => {
    const { group, call } = desk.business('chapter2')
    await call('/v1/notification-settings', { method: 'PUT', body: JSON.stringify({ groupPushesPerHour: 2 }) })
    const type = await anyCaseType('chapter2')
    for (let n = 0; n < 2; n += 1) {
      const { reference } = await opens('chapter2', 'normal', type)
      await desk.later(MINUTE)
      await group.hears(reference)
    }
    const more: { reference: string }[] = []
    for (let n = 0; n < 2; n += 1) {
      more.push(await opens('chapter2', 'normal', type))
      await desk.later(MINUTE)
      await until(async () => (await waiting(more[n]?.reference ?? ''))[0] === 'digest')
    }
    const critical = await opens('chapter2', 'critical', type)
    await group.hears(critical.reference)
    expect(group.messages().some((it) => it.text.includes(more[0]?.reference ?? ''))).toBe(false)
    await desk.later(HOUR)
    const list = await group.hears(more[0]?.reference ?? '')
    expect(list.text).toContain(more[1]?.reference ?? '')
  })

  it('is left in peace over midnight, but for what is critical', async () => {
    const { group, call } = desk.business('vschool')
    const night = { quietHours: { customers: null, groups: { from: '22:00', to: '07:00' } } }
    expect((await call('/v1/notification-settings', { method: 'PUT', body: JSON.stringify(night) })).status).toBe(200)
    await desk.later(timeUntil(await deskTime(), '23:30'))
    const type = await anyCaseType('vschool')
    const routine = await opens('vschool', 'normal', type)
    const critical = await opens('vschool', 'critical', type)
    await group.hears(critical.reference)
    await desk.later(timeUntil(await deskTime(), '03:00'))
    expect(await waiting(routine.reference)).toEqual(expect.arrayContaining(['quiet']))
    expect(group.messages().some((it) => it.text.includes(routine.reference))).toBe(false)
    await desk.later(timeUntil(await deskTime(), '07:00'))
    await group.hears(routine.reference)
  })

  const anyCaseType = async (key: string) => {
    const [row] = await desk.ask(
      `select c.key from case_types c join tenants t on t.id = c.tenant_id where t.key = $1 order by c.key limit 1`,
      [key],
    )
    return String(row?.['key'])
  }
  const until = async (holds: () => Promise<boolean>) => {
    await expect.poll(holds, { timeout: 60_000, interval: 50 }).toBe(true)
  }
  const deskTime = async () => new Date((await desk.ask('select desk_now() as now'))[0]?.['now'] as string)
})

/** ms until the clock in Bangkok shows this time next. */
function timeUntil(now: Date, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const dayMs = 24 * HOUR
  const at = ((hours - 7 + 24) % 24) * HOUR + minutes * MINUTE
  return ((at - (now.getTime() % dayMs) + dayMs) % dayMs) + SECOND
}
