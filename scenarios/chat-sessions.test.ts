import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet } from './all-quiet.ts'

type Listed = { items: { id: string; reference: string; contact: { name: string } | null }[]; total: number }
type Whole = { reference: string; sessions: { id: string; reference: string; messages: number }[] }
type Said = { items: { text: string | null; sessionId: string; author: string }[]; total: number }

describe('what a chat leaves behind, and what is seen of it at once', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  it('half an hour of silence begins another session; both and what was said are on the API, without what was taken back', async () => {
    const { newcomer, call } = desk.business('vschool')
    const read = async <T>(path: string) => (await (await call(path)).json()) as T
    const guest = newcomer('Sess Ion', 'en')
    await guest.says('hello')
    await guest.hears('Hello')
    await desk.later(29 * 60_000)
    await guest.says('thanks a lot')
    await guest.hears('You’re welcome')
    await desk.later(31 * 60_000)
    const secret = await guest.says('my secret is 42')
    await guest.says('thanks')
    await allQuiet(desk)
    await guest.unsends(secret.messageId)
    await allQuiet(desk)

    const { items, total } = await read<Listed>('/v1/conversations?search=Sess%20Ion')
    expect(total).toBe(1)
    const [chat] = items
    expect(chat?.reference).toMatch(new RegExp(`^LINE_TVS_CHAT_\\d{10}_${guest.userId.slice(-6)}$`))
    const whole = await read<Whole>(`/v1/conversations/${chat?.id}`)
    expect(whole.sessions.map((it) => it.messages)).toEqual([1, 2])
    for (const it of whole.sessions) expect(it.reference).toMatch(/^session_20261120_\d{4}_[a-z0-9]{6}$/)
    expect(whole.sessions[0]?.reference).not.toBe(whole.sessions[1]?.reference)
    const said = await read<Said>(`/v1/conversations/${chat?.id}/messages?page_size=2`)
    expect(said.total).toBe(3)
    expect(said.items.map((it) => it.text)).toEqual(['thanks', 'thanks a lot'])
    const first = await read<Said>(`/v1/conversations/${chat?.id}/messages?session=${whole.sessions[1]?.id}`)
    expect(first.items.map((it) => it.text)).toEqual(['thanks a lot', 'hello'])
    expect(await read<Listed>(`/v1/conversations?search=${whole.sessions[0]?.reference}`)).toMatchObject({ total: 1 })
    expect((await desk.business('prime').call(`/v1/conversations/${chat?.id}`)).status).toBe(404)
    expect(desk.troubles).toEqual([])
  })

  it('a turn that takes its time shows that it is thought about; a quick one does not; both are marked as read', async () => {
    const { newcomer, tenant } = desk.business('vschool')
    const calls = (path: string) =>
      desk.simulator.calls.filter((it) => it.path === path && it.channelKey === tenant.line.key)
    const loading = () => calls('/v2/bot/chat/loading/start').length
    const read = () => calls('/v2/bot/chat/markAsRead')
    const guest = newcomer('Slow', 'en')
    const before = { loading: loading(), read: read().length }
    desk.simulator.faults.next({ path: '/v2/bot/profile/', delayMs: 700 })
    // the courtesies themselves fail: nobody notices
    desk.simulator.faults.next({ path: '/v2/bot/chat/loading/start', status: 500 })
    desk.simulator.faults.next({ path: '/v2/bot/chat/markAsRead', drop: true })
    await guest.says('hello')
    await guest.hears('Hello')
    expect(loading()).toBe(before.loading + 1)
    await guest.says('thanks')
    await guest.hears('You’re welcome')
    // the first was dropped
    await vi.waitUntil(() => read().length > before.read + 1, { timeout: 60_000 })
    expect(read().at(-1)).toMatchObject({ status: 200 })
    expect(loading()).toBe(before.loading + 1)
    expect(desk.troubles).toEqual([])
  })
})
