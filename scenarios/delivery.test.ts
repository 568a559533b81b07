import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { aDesk, type Desk } from '../test/desk.ts'

const REPLY = '/v2/bot/message/reply'
const PUSH = '/v2/bot/message/push'

describe('what leaves, leaves once', () => {
  let desk: Desk
  let n = 0
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())
  beforeEach(() => desk.simulator.faults.clear())

  const newcomer = () => desk.business('asiatravelplan').newcomer(`Guest ${(n += 1)}`, 'en')
  const rowsOf = (userId: string) =>
    desk.ask(
      `select o.state, o.sent_as, o.cost, o.attempts, o.trouble from outbox o join conversations c on c.id = o.conversation_id where c.source_id = $1 order by o.seq`,
      [userId],
    )
  const rowsWhen = async (userId: string, states: string[]) => {
    // the simulator wakes on its own changes only: a condition on rows is asked for until it holds
    let rows: Awaited<ReturnType<typeof rowsOf>> = []
    await vi
      .waitUntil(
        async () => {
          rows = await rowsOf(userId)
          return rows.length > 0 && rows.every((row) => states.includes(String(row['state'])))
        },
        { timeout: 60_000, interval: 50 },
      )
      .catch(() => expect(rows).toBe(states))
    return rows
  }

  it('answers free with the reply token', async () => {
    const guest = newcomer()
    await guest.says('hello')
    await guest.hears(/AsiaTravelPlan/)
    expect(await rowsWhen(guest.userId, ['sent'])).toMatchObject([{ state: 'sent', sent_as: 'reply', cost: 'free' }])
  })

  it('never pushes a reply that may have arrived: it ends unknown and the person reads it once', async () => {
    const guest = newcomer()
    desk.simulator.faults.next({ path: REPLY, dropAfterAccept: true })
    await guest.says('hello')
    const [row] = await rowsWhen(guest.userId, ['unknown'])
    expect(row).toMatchObject({ state: 'unknown', sent_as: 'reply' })
    expect(
      guest.messages().filter((it) => it.from !== guest.userId && /AsiaTravelPlan/.test(it.text ?? '')),
    ).toHaveLength(1)
    expect(
      desk.simulator.sends.filter((it) => it.kind === 'push' && JSON.stringify(it).includes(guest.userId)),
    ).toHaveLength(0)
  })

  it('tries a refused connection and a 500 again, and the person reads it once', async () => {
    const guest = newcomer()
    desk.simulator.faults.next({ path: REPLY, status: 500 })
    await guest.says('hello')
    await guest.hears(/AsiaTravelPlan/)
    const [row] = await rowsWhen(guest.userId, ['sent'])
    expect(row).toMatchObject({ state: 'sent', sent_as: 'reply' })
  })

  it('pushes with one retry key when the token was spent elsewhere, and takes 409 for success', async () => {
    const guest = newcomer()
    desk.simulator.faults.next({ path: REPLY, status: 400, message: 'Invalid reply token' })
    desk.simulator.faults.next({ path: PUSH, status: 500, afterAccept: true })
    await guest.says('hello')
    await guest.hears(/AsiaTravelPlan/)
    const [row] = await rowsWhen(guest.userId, ['sent'])
    expect(row).toMatchObject({ state: 'sent', sent_as: 'push', cost: 'paid' })
    expect(guest.messages().filter((it) => /AsiaTravelPlan/.test(it.text ?? ''))).toHaveLength(1)
  })

  it('waits after a 429, and gives up at the monthly limit with LINE’s own words', async () => {
    const guest = newcomer()
    desk.simulator.faults.next({ path: REPLY, status: 429, limit: 'rate' })
    await guest.says('hello')
    await guest.hears(/AsiaTravelPlan/)
    const other = newcomer()
    desk.simulator.faults.next({ path: REPLY, status: 400, message: 'Invalid reply token' })
    desk.simulator.faults.next({ path: PUSH, status: 429, limit: 'monthly' })
    await other.says('hello')
    const [row] = await rowsWhen(other.userId, ['dead'])
    expect(String(row?.['trouble'])).toMatch(/monthly limit/)

    const { call } = desk.business('asiatravelplan')
    const dead = (await (await call('/v1/outbox?state=dead')).json()) as { items: { id: string }[] }
    const resent = await call(`/v1/outbox/${dead.items[0]?.id}/resend`, { method: 'POST', body: '{}' })
    expect(resent.status).toBeLessThan(300)
    await other.hears(/AsiaTravelPlan/)
  })

  it('answers a batch of several people to each, and a duplicate or redelivered event to nobody', async () => {
    const [one, two] = [newcomer(), newcomer()]
    await desk.simulator.batch('asiatravelplan-line', async () => {
      await one.says('hello')
      await two.says('hello')
    })
    await one.hears(/AsiaTravelPlan/)
    await two.hears(/AsiaTravelPlan/)
    const again = desk.simulator.webhooks.at(-1)?.delivered.eventIds ?? []
    for (const eventId of again) await desk.simulator.redeliver(eventId)
    await desk.bot.engine.idle()
    expect(await rowsOf(one.userId)).toHaveLength(1)
    expect(await rowsOf(two.userId)).toHaveLength(1)
  })
})
