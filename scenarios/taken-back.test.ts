import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { samplePicture } from '../bot/simulator/sample-picture.ts'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet, referenceIn, saidSince } from './all-quiet.ts'
import { filesAtRest, isNowhere, placesOf } from './search-everywhere.ts'

const CHANNEL = 'meelike-line'

describe('what is taken back is gone, and what is changed is new (Meelike)', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk({ quietMs: 60 })
  })
  afterAll(() => desk.end())
  const meelike = () => desk.business('meelike')

  it('words and a slip, after the card was sent and worked on', async () => {
    const { group, staff, newcomer, call } = meelike()
    const person = newcomer('คุณลับ', 'th')
    const secret = 'zebrafish_4711'
    const picture = Buffer.concat([samplePicture(), Buffer.from(secret)])
    const words = await person.says(`เติมเงินไม่เข้าค่ะ โอนไป 987 ยูส ${secret}`)
    const reference = referenceIn((await person.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await group.hears(reference)
    const slip = await person.image({ bytes: picture })
    await group.hears(reference)
    await person.says('ช่วยดูให้หน่อยนะคะ')
    await staff('nan_admin').taps('รับเคส')
    await allQuiet(desk)
    await filesAtRest(desk)
    const before = await placesOf(desk, secret)
    for (const place of ['files', 'public.inbox', 'public.messages', 'public.outbox', 'public.cases'])
      expect(before).toContain(place)

    const heard = person.messages().length
    await person.unsends(words.messageId)
    await person.unsends(slip.messageId)
    await isNowhere(desk, secret)
    await allQuiet(desk)
    expect(saidSince(person, heard)).toEqual([])

    // that something was taken back is all that stays of it
    const [it] = await desk.ask(`select id, slots, status from cases where reference = $1`, [reference])
    expect(it).toMatchObject({ slots: {}, status: 'investigating' })
    const lines = await desk.ask(`select type, facts from activities where subject_id = $1 order by seq`, [it?.['id']])
    expect(lines.filter((line) => line['type'] === 'case.message_withdrawn')).toHaveLength(2)
    await staff('nan_admin').taps(/^เพิ่มเติม/)
    await vi.waitUntil(() => group.offers().includes('กำลังแก้ไข'), { timeout: 60_000 })
    await staff('nan_admin').taps('กำลังแก้ไข')
    const shown = await vi.waitUntil(
      () =>
        group
          .messages()
          .map((one) => JSON.stringify(one.raw))
          .findLast((one) => one.includes('2 ข้อความ')),
      { timeout: 60_000 },
    )
    expect(shown).toContain(reference)
    expect(shown).not.toContain(secret)
    expect(shown).toContain('ช่วยดูให้หน่อย')
    const one = (await (await call(`/v1/cases/${String(it?.['id'])}`)).json()) as { files: unknown[] }
    expect(one.files).toEqual([])
    expect(await placesOf(desk, secret)).toEqual([])
    expect(desk.troubles).toEqual([])
  })

  it('words that taught triage, and that a booking was being made from', async () => {
    const { newcomer } = meelike()
    const person = newcomer('คุณเปลี่ยนใจ', 'th')
    const secret = 'quokka บินได้ 5529'
    const said = await person.says(`เรื่อง ${secret} ทำไมยังไม่มาคะ ช่วยด้วย`)
    await person.hears(/.+/)
    await allQuiet(desk)
    const [chat] = await desk.ask(`select id, state, tenant_id from conversations where source_id = $1`, [
      person.userId,
    ])
    await desk.ask(
      `insert into triage_examples (id, tenant_id, text, language, intent, label, origin) values (gen_random_uuid(), $1, $2, 'th', 'case_report', 'x', 'clarified')`,
      [chat?.['tenant_id'], `เรื่อง ${secret} ทำไมยังไม่มาคะ ช่วยด้วย`],
    )
    await desk.ask(`update conversations set state = state || $2::jsonb where id = $1`, [
      chat?.['id'],
      JSON.stringify({
        draft: {
          id: 'd',
          dialogue: 'book',
          kind: 'x',
          answers: { name: secret, party_size: 2 },
          startedAt: '2026-11-20',
        },
        clarifying: { text: `เรื่อง ${secret} ทำไมยังไม่มาคะ ช่วยด้วย`, at: '2026-11-20' },
      }),
    ])
    await person.unsends(said.messageId)
    await isNowhere(desk, secret)
    const [after] = await desk.ask(`select state from conversations where id = $1`, [chat?.['id']])
    expect(after?.['state']).toMatchObject({ draft: { answers: { party_size: 2 } } })
  })

  it('a message that comes after it was taken back is not heard', async () => {
    const { newcomer } = meelike()
    const person = newcomer('คุณสวนทาง', 'th')
    await person.says('สวัสดีค่ะ')
    await person.hears(/ยินดีให้บริการ/)
    await allQuiet(desk)
    const now = Date.now()
    const [{ n: shift } = { n: 0 }] = await desk.ask(`select (extract(epoch from desk_now()) * 1000)::float8 as n`)
    const at = Math.round(Number(shift) || now)
    const source = { type: 'user', userId: person.userId }
    const event = (more: object, id: string, timestamp: number) => ({
      webhookEventId: `01LATE${id}`,
      timestamp,
      mode: 'active',
      deliveryContext: { isRedelivery: true },
      source,
      ...more,
    })
    const send = (it: object) => desk.simulator.sendRaw(CHANNEL, JSON.stringify({ destination: 'x', events: [it] }))
    const heard = person.messages().length
    await send(event({ type: 'unsend', unsend: { messageId: '900100' } }, 'A', at))
    await allQuiet(desk)
    const message = { type: 'text', id: '900100', text: 'เติมเงินไม่เข้า narwhal_81 โอน 500' }
    await send(event({ type: 'message', message }, 'B', at - 180_000))
    await allQuiet(desk)
    expect(await placesOf(desk, 'narwhal_81')).toEqual([])
    expect(saidSince(person, heard)).toEqual([])
  })

  it('group talk that nobody kept, and a draft to a customer', async () => {
    const { group, staff, newcomer } = meelike()
    const person = newcomer('คุณรอคำตอบ', 'th')
    await person.says('เติมเงินไม่เข้าค่ะ โอนไป 300')
    const reference = referenceIn((await person.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await group.hears(reference)
    await staff('ton').taps('ตอบลูกค้า')
    await group.hears(/ข้อความถัดไป|จะส่งถึง|คุณรอคำตอบ/)
    const draft = await staff('ton').says('ลูกค้าคนนี้ pangolin_33 งี่เง่า')
    await group.hears(/pangolin_33/)
    const talk = await staff('ice').says('ไปกิน pangolin_33 กัน')
    await allQuiet(desk)
    expect(await placesOf(desk, 'pangolin_33')).toEqual(['public.conversations', 'public.inbox', 'public.outbox'])
    await staff('ton').unsends(draft.messageId)
    await staff('ice').unsends(talk.messageId)
    await isNowhere(desk, 'pangolin_33')
    await staff('ton').taps('ส่ง')
    await group.hears(/ไม่มีข้อความ/)
    expect(person.messages().some((it) => it.text.includes('pangolin_33'))).toBe(false)
  })

  it('words whose withdrawal came before their turn: first, in a post of its own or in the same one, or right behind them', async () => {
    const deliver = async (...events: object[]) => {
      const body = JSON.stringify({ destination: `U${'0'.repeat(32)}`, events })
      const signature = createHmac('sha256', 'demo-meelike-line-secret').update(body).digest('base64')
      const headers = { 'content-type': 'application/json', 'x-line-signature': signature }
      const answer = await fetch(`${desk.url}/webhooks/line/${CHANNEL}`, { method: 'POST', body, headers })
      expect(answer.status).toBe(200)
      await allQuiet(desk)
    }
    for (const order of ['apart', 'together', 'behind', 'amid'] as const) {
      const person = meelike().newcomer('คุณไวกว่าเน็ต', 'th')
      const secret = `narwhal_${order}`
      const event = (type: string, id: string, more: object) => ({
        type,
        webhookEventId: `${id}-${type}`,
        mode: 'active',
        timestamp: Date.now(),
        source: { type: 'user', userId: person.userId },
        ...more,
      })
      const says = (id: string, text: string) =>
        event('message', id, { replyToken: 'a'.repeat(32), message: { id, type: 'text', quoteToken: 'q', text } })
      const withdrawn = event('unsend', secret, { unsend: { messageId: secret } })
      const said = says(secret, `เติมเงินไม่เข้าค่ะ โอน 500 ยูส ${secret}_words`)
      if (order === 'apart') {
        await deliver(withdrawn)
        await deliver(said)
      } else if (order === 'together') await deliver(withdrawn, said)
      else if (order === 'behind') await deliver(said, withdrawn)
      else await deliver(said, says(`${secret}_kept`, 'สวัสดีค่ะ'), withdrawn)
      expect(await placesOf(desk, `${secret}_words`)).toEqual([])
      if (order === 'amid') await person.hears(/ยินดีให้บริการ/)
      else expect(person.messages()).toEqual([])
      expect(JSON.stringify(person.messages())).not.toMatch(/ML-C-/)
      // what is said after is heard
      await person.says('เติมเงินไม่เข้าค่ะ โอนไป 800')
      await person.hears(/ML-C-\d+/)
    }
    expect(desk.troubles).toEqual([])
  })

  it('an edit in a VIP group: the newest words stand, in whatever order the news comes', async () => {
    const { group: staffGroup, staff, stranger } = meelike()
    const members = [stranger.userId, staff('gift').userId]
    const made = desk.simulator.addGroup(CHANNEL, { name: 'ลูกค้าวีไอพี', members, botIn: false })
    const group = desk.simulator.group(CHANNEL, made.groupId)
    await group.join()
    await group.hears('กลุ่มนี้ใช้ทำอะไรคะ')
    await group.as(staff('gift').userId).taps('กลุ่มลูกค้า VIP')
    await group.hears('/vip')
    await group.as(staff('gift').userId).taps(/ทุกคนในกลุ่มนี้/)
    await group.hears(/.+/)
    const guest = group.as(stranger.userId)
    const bot = `@${meelike().tenant.line.botName ?? 'Meelike'}`
    const said = await guest.says(`${bot} เติมเงินไม่เข้า ยูส axolotl_one โอน 500`)
    const reference = referenceIn((await staffGroup.hears(/ML-C-\d+/)).altText, /ML-C-\d+/)
    await allQuiet(desk)
    const [{ ms } = { ms: 0 }] = await desk.ask(`select (extract(epoch from desk_now()) * 1000)::float8 as ms`)
    const at = Math.round(Number(ms))
    await guest.edits(said.messageId, `${bot} เติมเงินไม่เข้า ยูส axolotl_three โอน 500`, { timestamp: at })
    await allQuiet(desk)
    await guest.edits(said.messageId, `${bot} เติมเงินไม่เข้า ยูส axolotl_two โอน 500`, { timestamp: at - 500 })
    await allQuiet(desk)
    expect(await placesOf(desk, 'axolotl_one')).toEqual([])
    expect(await placesOf(desk, 'axolotl_two')).toEqual([])
    expect(await placesOf(desk, 'axolotl_three')).toEqual(['public.inbox', 'public.messages'])
    await staff('nan_admin').taps('รับเคส')
    await vi.waitUntil(() => JSON.stringify(staffGroup.messages().at(-1)?.raw).includes('axolotl_three'), {
      timeout: 60_000,
    })
    await staffGroup.hears(reference)

    await guest.unsends(said.messageId)
    await isNowhere(desk, 'axolotl')
    expect(desk.troubles).toEqual([])
  })
})
