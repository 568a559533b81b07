import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { allQuiet, conversationOf, referenceIn } from './all-quiet.ts'

const MINUTE = 60_000

describe.each(apps)('the desk learns from what people tell it, on %s', (app) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  const typeOf = async (reference: string) =>
    (
      await desk.ask(
        `select t.key, d.model_id from cases c join case_types t on t.id = c.case_type_id
         left join triage_decisions d on d.case_id = c.id where c.reference = $1 order by d.at limit 1`,
        [reference],
      )
    )[0]

  const modelsOf = (key: string) =>
    desk.ask(
      `select m.id, m.refused_why, m.adopted_at is not null as adopted, m.reason from triage_models m join tenants t on t.id = m.tenant_id
       where t.key = $1 order by m.created_at, m.id`,
      [key],
    )

  /** Its time comes, and the workers train. */
  async function trained(key: string, before: number): Promise<void> {
    await desk.later(11 * MINUTE)
    await vi.waitUntil(async () => (await modelsOf(key)).length > before, { timeout: 60_000, interval: 100 })
  }

  it('a type that staff corrected three times is understood right the next time, by a model of its own', async () => {
    const { newcomer, staff, group, call } = desk.business('meelike', app)
    const nan = staff('nan_admin')
    const before = await modelsOf('meelike')
    for (const [name, said] of [
      ['หนึ่ง', 'โซลาร์บูสต์ไม่วิ่งเลยค่ะ สั่งไปเมื่อเช้า'],
      ['สอง', 'สั่งโซลาร์บูสต์ไว้ ยังไม่วิ่งสักนิดเลย'],
      ['สาม', 'โซลาร์บูสต์ของหนูค้างไม่วิ่งตั้งแต่เมื่อวาน'],
    ] as const) {
      const guest = newcomer(name, 'th')
      await guest.says(said)
      const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
      expect((await typeOf(reference))?.['key']).not.toBe('site_or_api_error')
      await group.hears(reference)
      await nan.says(`/type ${reference} site_or_api_error`)
      await vi.waitUntil(async () => (await typeOf(reference))?.['key'] === 'site_or_api_error', { timeout: 60_000 })
    }
    const lessons = (await (await call('/v1/triage/examples?origin=corrected')).json()) as {
      items: { label: string; by: { name: string }; decisionId: string | null }[]
    }
    expect(lessons.items.map((one) => one.label)).toEqual(Array(3).fill('site_or_api_error'))
    expect(lessons.items.every((one) => one.by.name !== null && one.decisionId !== null)).toBe(true)

    await trained('meelike', before.length)
    const newest = (await modelsOf('meelike')).at(-1)
    expect(newest).toMatchObject({ refused_why: null, adopted: true, reason: 'examples' })

    const guest = newcomer('สี่', 'th')
    await guest.says('โซลาร์บูสต์ไม่วิ่งอีกแล้วค่ะ')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await allQuiet(desk)
    expect(await typeOf(reference)).toEqual({ key: 'site_or_api_error', model_id: newest?.['id'] })
    const decisions = (await (await call('/v1/triage/decisions?corrected=true')).json()) as { total: number }
    expect(decisions.total).toBe(3)
    expect(desk.troubles).toEqual([])
  })

  it('what was no case at all is closed in silence, and is a lesson', async () => {
    const { newcomer, staff, group, call } = desk.business('meelike', app)
    const nan = staff('nan_admin')
    const guest = newcomer('เพื่อนแนน', 'th')
    await guest.says('เติมเงินไม่เข้าค่ะ โอนไป 500 ตั้งแต่เช้า')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await group.hears(reference)
    await allQuiet(desk)
    const heard = guest.messages().length
    await nan.says(`/notacase ${reference}`)
    await group.hears('จริง ๆ แล้วเป็นอะไรคะ')
    await nan.taps('คุยเล่น ทักทาย')
    await group.hears(`ปิด ${reference} แล้ว`)
    await allQuiet(desk)
    expect(guest.messages().length).toBe(heard)
    const found = (await (await call(`/v1/cases?search=${reference}`)).json()) as { items: unknown[] }
    expect(found.items).toMatchObject([{ status: 'closed', rootCause: 'not_a_case' }])
    const lessons = (await (await call('/v1/triage/examples?intent=smalltalk&origin=corrected')).json()) as {
      items: { text: string }[]
    }
    expect(lessons.items).toMatchObject([{ text: 'เติมเงินไม่เข้าค่ะ โอนไป 500 ตั้งแต่เช้า' }])
    expect(desk.troubles).toEqual([])
  })

  it('a clarifying tap is a lesson, too', async () => {
    const { newcomer } = desk.business('vschool', app)
    const before = await modelsOf('vschool')
    const guest = newcomer('Vera', 'en')
    // that there is some trouble is no lesson: it is asked about openly
    await guest.says('I have an issue')
    await guest.hears('What happened?')
    await guest.says('ok it went wrong with the course, please look into it')
    await guest.hears('Which of these is it about?')
    await allQuiet(desk)
    const [offered] = await desk.ask(
      `select t.names->>'en' as name, t.key from conversations v, jsonb_array_elements(v.state->'clarifying'->'choices') o, case_types t
       where v.id = $1 and t.tenant_id = v.tenant_id and o->>'kind' = 'case' and t.key = o->>'key' limit 1`,
      [await conversationOf(desk, guest)],
    )
    await guest.taps(String(offered?.['name']))
    const reference = referenceIn((await guest.hears(/CS-\d+/)).text, /CS-\d+/)
    await allQuiet(desk)
    const [lesson] = await desk.ask(
      `select e.text, e.label, e.by_kind, c.reference from triage_examples e left join cases c on c.id = e.case_id where e.origin = 'clarified'`,
    )
    expect(lesson).toEqual({
      text: 'ok it went wrong with the course, please look into it',
      label: offered?.['key'],
      by_kind: 'contact',
      reference,
    })
    await trained('vschool', before.length)
    expect((await modelsOf('vschool')).at(-1)).toMatchObject({ reason: 'examples' })
    expect(desk.troubles).toEqual([])
  })
})
