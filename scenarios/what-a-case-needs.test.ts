import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet } from './all-quiet.ts'

describe('a case whose type demands a provider and an order (Meelike, Thai)', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  const caseOf = async (reference: string) =>
    (
      await desk.ask(
        `select id, status, root_cause, order_refs, (select key from providers where id = provider_id) as provider from cases where reference = $1`,
        [reference],
      )
    )[0]

  /** A case of the type, opened over the API and taken by Nan. */
  async function aCase(type = 'order_stuck_partial') {
    const { call, group, staff } = desk.business('meelike')
    const opened = await call('/v1/cases', { method: 'POST', body: JSON.stringify({ type }) })
    const { id, reference } = (await opened.json()) as { id: string; reference: string }
    const card = await group.hears(reference)
    await staff('nan_admin').taps('รับเคส', { on: card.id })
    await group.hears(`แนน วงศ์ชัย รับเคส ${reference} แล้ว`)
    return { id, reference, group, nan: staff('nan_admin'), ton: staff('ton'), call }
  }

  it('asks by taps for what is missing, then goes on to the cause', async () => {
    const { reference, group, nan } = await aCase()
    await group.hears('ผู้รับผิดชอบ')
    await nan.taps('แก้ไขแล้ว')
    const whose = await group.hears('ผู้ให้บริการเจ้าไหน')
    expect(whose.buttons.map((it) => it.label)).not.toContain('ไม่เกี่ยวกับผู้ให้บริการ')
    await nan.taps('BoostHive', { on: whose.id })
    await group.hears('ให้ BoostHive แก้ไข')
    await group.hears('ต้องมีเลขออเดอร์ก่อน')
    await nan.says('ไม่รู้เหมือนกัน')
    await group.hears('เลขออเดอร์นี้ดูไม่ถูกต้อง')
    expect(await caseOf(reference)).toMatchObject({ status: 'investigating', order_refs: [] })
    await nan.says('๑๒๗๔๘๕๐')
    await group.hears('ผูกออเดอร์ 1274850')
    const why = await group.hears('เกิดจากอะไร')
    await nan.taps('ระบบขัดข้อง', { on: why.id })
    await group.hears(`แนน วงศ์ชัย แก้ไข ${reference} แล้ว`)
    expect(await caseOf(reference)).toMatchObject({
      status: 'resolved',
      root_cause: 'system_bug',
      provider: 'boosthive',
      order_refs: ['1274850'],
    })
    // the buttons of that conversation are of an earlier life now
    await nan.taps('BoostHive', { on: whose.id })
    await group.hears('ปุ่มนี้เก่าแล้ว')
    expect(desk.troubles).toEqual([])
  })

  it('typed with the cause, resolves by itself once the missing is said; a colleague’s words are not taken for it', async () => {
    const { reference, group, nan, ton } = await aCase()
    await nan.says(`/แก้แล้ว ${reference} ระบบขัดข้อง`)
    const whose = await group.hears('ผู้ให้บริการเจ้าไหน')
    await nan.taps('PanelNorth', { on: whose.id })
    await group.hears('ต้องมีเลขออเดอร์ก่อน')
    await ton.says('5550001')
    await allQuiet(desk)
    expect(await caseOf(reference)).toMatchObject({ status: 'investigating', order_refs: [] })
    await nan.says('5550002')
    await group.hears(`แนน วงศ์ชัย แก้ไข ${reference} แล้ว`)
    expect(await caseOf(reference)).toMatchObject({
      status: 'resolved',
      provider: 'panelnorth',
      order_refs: ['5550002'],
    })
    expect(desk.troubles).toEqual([])
  })

  it('the API refuses the same, and says the way out; a case that nobody has taken is not asked about', async () => {
    const { id, call } = await aCase()
    const post = async (path: string, body: object) => {
      const answered = await call(`/v1/cases/${id}/${path}`, { method: 'POST', body: JSON.stringify(body) })
      return { status: answered.status, body: (await answered.json()) as Record<string, unknown> }
    }
    const refused = await post('resolve', { rootCause: 'system_bug' })
    expect(refused).toMatchObject({ status: 409, body: { code: 'case_incomplete' } })
    expect(String(refused.body['detail'])).toMatch(/provider.+order/)
    expect((await post('resolve', { rootCause: 'gremlins' })).status).toBe(422)
    expect((await post('provider', { provider: 'boosthive' })).status).toBe(200)
    expect((await post('resolve', { rootCause: 'system_bug' })).status).toBe(409)
    expect((await post('orders', { order: '1274850' })).status).toBe(200)
    expect(await post('resolve', { rootCause: 'system_bug' })).toMatchObject({
      status: 200,
      body: { status: 'resolved' },
    })

    const { group, staff } = desk.business('meelike')
    const opened = await call('/v1/cases', { method: 'POST', body: JSON.stringify({ type: 'order_not_started' }) })
    const { reference } = (await opened.json()) as { reference: string }
    await group.hears(reference)
    await staff('nan_admin').says(`/แก้แล้ว ${reference}`)
    await group.hears(`${reference} ยังไม่มีคนรับค่ะ`)
    expect(desk.troubles).toEqual([])
  })
})
