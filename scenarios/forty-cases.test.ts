import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet } from './all-quiet.ts'

describe('a member of staff with forty cases', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  it('reads them all, the most urgent first, part by part, by tap or typed', async () => {
    const { group, staff, call } = desk.business('meelike')
    const nan = staff('nan_admin')
    const [owner] = await desk.ask(`select id from staff where key = 'nan_admin'`)
    const [{ n: had } = { n: 0 }] = (await desk.ask(
      `select count(*)::int as n from cases where owner_id = $1 and status not in ('resolved', 'closed')`,
      [owner?.['id']],
    )) as { n: number }[]
    const post = async (path: string, body: unknown) =>
      (await (await call(path, { method: 'POST', body: JSON.stringify(body) })).json()) as {
        id: string
        reference: string
      }
    const [type] = await desk.ask(
      `select t.key from case_types t join tenants b on b.id = t.tenant_id and b.key = 'meelike' where t.severity = 'normal' order by t.key limit 1`,
    )
    for (let index = 0; index < 40; index += 1) {
      const { id } = await post('/v1/cases', { type: type?.['key'] })
      await post(`/v1/cases/${id}/assign`, { staffId: owner?.['id'] })
    }
    await allQuiet(desk)
    const total = 40 + had
    const seen = new Set<string>()
    const reads = async () => {
      await allQuiet(desk)
      const cards = group.messages().slice(before)
      for (const it of cards) for (const [one] of JSON.stringify(it.raw).matchAll(/ML-C-\d+/g)) seen.add(one)
    }
    let before = group.messages().length
    await nan.says('/mine')
    expect((await group.hears(`มีเคส ${total}`)).text).toContain(`อีก ${total - 7}`)
    await reads()
    expect(seen.size).toBe(7)
    before = group.messages().length
    await nan.taps('ดูรายการถัดไป')
    await group.hears(`อีก ${total - 14}`)
    for (let page = 3; page <= Math.ceil(total / 7); page += 1) {
      await nan.says(page % 2 ? `/mine ${page}` : `/งานฉัน ${'๐๑๒๓๔๕๖๗๘๙'.charAt(page)}`)
      await reads()
    }
    expect(seen.size).toBe(total)
    // past the end there is nothing to show, and a page that is none is the first
    await nan.says('/mine 99')
    await allQuiet(desk)
    await nan.says('/mine please')
    await group.hears(`อีก ${total - 7}`)

    // what is found comes in parts as well; ML-C is in every reference
    const [{ n: all } = { n: 0 }] = (await desk.ask(
      `select count(*)::int as n from cases c join tenants b on b.id = c.tenant_id and b.key = 'meelike'`,
    )) as { n: number }[]
    seen.clear()
    before = group.messages().length
    await nan.says('/find ML-C')
    expect((await group.hears(`พบ ${all} รายการ`)).text).toContain(`อีก ${all - 7} รายการ /หา ML-C 2`)
    await nan.taps('ดูรายการถัดไป')
    await group.hears(`/หา ML-C 3`)
    for (let page = 3; page <= Math.ceil(all / 7); page += 1) {
      await nan.says(page % 2 ? `/find ML-C ${page}` : `/หา ML-C ${'๐๑๒๓๔๕๖๗๘๙'.charAt(page)}`)
      await reads()
    }
    expect(seen.size).toBe(all)
    // a number that belongs to what is looked for stays part of it, and one alone is what is looked for
    await nan.says('/find ไม่มีคนนี้ 2')
    await group.hears('ไม่พบ')
    expect(desk.troubles).toEqual([])
  })
})
