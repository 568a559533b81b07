import { afterEach, describe, expect, it } from 'vitest'
import { Story } from '../bot/simulator/story.ts'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet } from './all-quiet.ts'

const MINUTE = 60_000

describe('a story that is kept as a file', () => {
  const desks: Desk[] = []
  afterEach(async () => {
    for (const desk of desks.splice(0)) await desk.end()
  })
  async function begin(): Promise<Desk> {
    const desk = await aDesk()
    desks.push(desk)
    return desk
  }
  async function end(desk: Desk): Promise<void> {
    await desk.end()
    desks.splice(desks.indexOf(desk), 1)
  }

  /** What the desk has of it, without what differs by nature: ids and instants. */
  async function recordsOf(desk: Desk) {
    await allQuiet(desk)
    return {
      cases: await desk.ask(
        `select c.reference, t.key as type, c.severity, c.status, c.root_cause, c.slots, s.key as owner from cases c
         join case_types t on t.id = c.case_type_id left join staff s on s.id = c.owner_id where c.conversation_id is not null
         and c.opened_at > (select min(created_at) from messages) - interval '1 minute' order by 1`,
      ),
      bookings: await desk.ask(
        `select b.reference, b.stage, b.slots from bookings b where b.conversation_id in (select conversation_id from messages) order by 1`,
      ),
      said: await desk.ask(
        `select p.name, h.kind as app, m.direction, m.author, m.kind, m.body, m.removed_at is not null as gone from messages m
         join conversations v on v.id = m.conversation_id join channels h on h.id = v.channel_id left join contacts p on p.id = v.contact_id
         order by p.name, h.kind, m.happened_at, m.id`,
      ),
      timeline: await desk.ask(
        `select c.reference, a.type, a.actor_kind from activities a join cases c on c.id = a.subject_id
         where c.conversation_id in (select conversation_id from messages) order by c.reference, a.seq`,
      ),
      files: await desk.ask(`select kind, state, content_type, size from files order by kind, size`),
    }
  }

  it('is played again against a fresh desk, on both apps and in the staff group, and leaves the same records', async () => {
    const first = await begin()
    const { newcomer, group, staff } = first.business('meelike')
    const [line, onWhatsApp] = [newcomer('Lina', 'th'), first.business('meelike', 'whatsapp').newcomer('Wanda', 'th')]
    await line.says('เติมเงินไม่เข้าค่ะ โอนไป 500 ตั้งแต่เช้าแล้ว')
    await line.hears(/ML-C-\d+/)
    await group.hears(/ML-C-\d+/)
    await line.image()
    await line.hears('แนบไว้กับ')
    const slip = await line.says('ขอบคุณค่ะ')
    await allQuiet(first)
    await line.unsends(slip.messageId)
    // the deadline passes while nobody looks
    await first.later(20 * MINUTE)
    await group.hears('เกิน SLA แล้ว')
    await staff('nan_admin').taps('รับเคส')
    await line.hears('กำลังดูแล')
    await staff('nan_admin').taps('ตอบลูกค้า')
    await group.hears('พิมพ์')
    await staff('nan_admin').says('ได้รับสลิปแล้วค่ะ')
    await group.hears('ได้รับสลิปแล้วค่ะ')
    await staff('nan_admin').taps('ส่ง')
    await line.hears('ได้รับสลิปแล้วค่ะ')
    await onWhatsApp.says('ขอคุยกับเจ้าหน้าที่ค่ะ')
    await onWhatsApp.hears('เจ้าหน้าที่')
    await group.hears('ขอคุยกับเจ้าหน้าที่')
    await first.later(2 * 60 * MINUTE)
    await allQuiet(first)
    const before = await recordsOf(first)
    // as a file: out of this process and in again
    const file = JSON.stringify(first.simulator.story('meelike'))
    expect(file).not.toContain('demo-meelike-line-token')
    await end(first)

    const second = await begin()
    const story = Story.parse(JSON.parse(file))
    const played = await second.simulator.replay(story, { pace: 'at once' })
    expect(played).toMatchObject({ played: story.events.length, missed: [] })
    const after = await recordsOf(second)
    expect(after).toEqual(before)
    expect(before.cases).toHaveLength(1)
    expect(before.timeline.map((it) => it['type'])).toContain('case.sla_breached')
    expect(second.troubles).toEqual([])
  })

  it('goes at its own pace when that is wished; what is not heard any more is said', async () => {
    const desk = await begin()
    const { newcomer } = desk.business('meelike')
    const guest = newcomer('Pace', 'th')
    await guest.says('สวัสดีค่ะ')
    await guest.hears('ยินดีให้บริการ')
    const story = desk.simulator.story('meelike')
    const other = desk.simulator.story('prime')
    expect(other.events).toEqual([])
    const elsewhere = {
      ...story,
      events: [
        ...story.events,
        { ...(story.events.at(-1) as Story['events'][number]), does: 'hears' as const, text: 'never' },
      ],
    }
    const played = await desk.simulator.replay(Story.parse(elsewhere), { pace: 'original', patienceMs: 300 })
    expect(played).toMatchObject({ played: elsewhere.events.length })
    expect(played.missed.some((it) => it.includes('never'))).toBe(true)
  })
})
