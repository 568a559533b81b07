import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet, howMany, referenceIn, saidSince } from './all-quiet.ts'

describe('linking staff, and what a group is for', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())
  const meelike = () => desk.business('meelike')

  it('who guesses codes is not listened to for an hour, not even when one is right', async () => {
    const someone = desk.business('meelike').newcomer('Guess', 'en')
    for (let n = 0; n < 10; n += 1) {
      await someone.says(`link guess-${n}`)
      await someone.hears('isn’t valid')
    }
    await someone.says('link demo-boat')
    await someone.hears('too many wrong codes')
    await desk.later(3_600_000)
    await someone.says('link demo-boat')
    await someone.hears(/โบ๊ท|Boat/)
  })

  it('a code said in one breath with other words is heard, opens nothing, and stands in no chat that others read', async () => {
    const before = await howMany(desk)
    const someone = meelike().newcomer('Hurried', 'en')
    await someone.says('Hello there')
    await allQuiet(desk)
    const { line } = meelike().tenant
    const said = (text: string, n: number) => ({
      type: 'message',
      webhookEventId: `breath-${n}`,
      timestamp: Date.now(),
      mode: 'active',
      deliveryContext: { isRedelivery: false },
      source: { type: 'user', userId: someone.userId },
      replyToken: `breath-token-${n}`,
      message: { type: 'text', id: `55500${n}`, text, quoteToken: 'q' },
    })
    const events = ['Hi, here is my code', 'link guess-in-a-breath', 'link demo-boat'].map(said)
    await desk.simulator.sendRaw(line.key, JSON.stringify({ destination: line.botUserId, events }))
    await allQuiet(desk)
    const linked = await desk.ask(`select 1 from staff_identities where external_id = $1`, [someone.userId])
    expect(linked).toHaveLength(1)
    const kept = await desk.ask(`select body from messages where body ilike 'link%' or body ilike '%demo-boat%'`)
    expect(kept.map((it) => it['body'])).not.toContain('link demo-boat')
    expect(kept.map((it) => it['body'])).toContain('link ····')
    expect((await howMany(desk)).cases).toEqual(before.cases)
  })

  it('who forgets the code reads how it is said, and nothing is opened', async () => {
    const before = await howMany(desk)
    const someone = desk.business('asiatravelplan').newcomer('New colleague', 'en')
    await someone.says('Link')
    await someone.hears('for example: link abcd-2345-efgh')
    // the word is the same whatever somebody speaks
    const thai = meelike().newcomer('เพื่อนร่วมงานใหม่', 'th')
    await thai.says('link')
    await thai.hears('พิมพ์ link ตามด้วยรหัส')
    await allQuiet(desk)
    expect(await howMany(desk)).toEqual(before)
    expect(desk.troubles).toEqual([])
  })

  it('a code said in a chat of one’s own makes that account the member of staff; a wrong one does not', async () => {
    const someone = meelike().newcomer('ไอซ์คนใหม่', 'th')
    await someone.says('link demo-nobody')
    await someone.hears('รหัสนี้ใช้ไม่ได้แล้วค่ะ')
    await someone.says('link demo-ice')
    await someone.hears(/สวัสดีค่ะคุณไอซ์/)
    const rows = await desk.ask(
      `select s.key from staff_identities i join staff s on s.id = i.staff_id where i.external_id = $1`,
      [someone.userId],
    )
    expect(rows).toEqual([{ key: 'ice' }])
    expect(desk.troubles).toEqual([])
  })

  it('a new group is asked what it is for; only a linked manager or admin may answer; then it gets cards too', async () => {
    const { staff, stranger, group: first, newcomer } = meelike()
    const members = [staff('ton').userId, staff('gift').userId, stranger.userId]
    const made = desk.simulator.addGroup('meelike-line', { name: 'กะดึก', members, botIn: false })
    const group = desk.simulator.group('meelike-line', made.groupId)
    await group.join()
    await group.hears('กลุ่มนี้ใช้ทำอะไรคะ')
    await group.as(staff('ton').userId).says('อะไรเนี่ย')
    await group.as(stranger.userId).taps('กลุ่มทีมงาน')
    await group.hears('ยังไม่รู้จักบัญชีนี้')
    await group.as(staff('ton').userId).taps('กลุ่มทีมงาน')
    await group.hears('แอดมินหรือผู้จัดการ')
    await group.as(staff('gift').userId).taps('กลุ่มทีมงาน')
    await group.hears('เป็นกลุ่มทีมงานแล้ว')
    await group.as(staff('gift').userId).taps('กลุ่มลูกค้า VIP')
    await group.hears('เลือกไปแล้ว')

    const guest = newcomer('พลอย', 'th')
    await guest.says('เว็บมีปัญหา เข้าไม่ได้เลยค่ะ')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await first.hears(reference)
    await group.hears(reference)
    await group.as(staff('ton').userId).taps('รับเคส')
    await group.hears(`รับเคส ${reference}`)
    await first.hears(new RegExp(`รับเคส ${reference}|${reference}`))

    // the bot is taken out: nothing is sent there any more
    const there = group.messages().length
    await group.leave()
    await allQuiet(desk)
    await guest.says('เว็บยังเข้าไม่ได้เลยค่ะ')
    await first.hears(/ลูกค้า/)
    await allQuiet(desk)
    expect(saidSince(group, there)).toEqual([])
    const [row] = await desk.ask(`select purpose from conversations where source_id = $1`, [made.groupId])
    expect(row).toMatchObject({ purpose: null })
    expect(desk.troubles).toEqual([])
  })

  it('in a group that is to be ignored the bot is silent, whatever is said or tapped', async () => {
    const { staff } = meelike()
    const made = desk.simulator.addGroup('meelike-line', {
      name: 'กินข้าว',
      members: [staff('earn').userId],
      botIn: false,
    })
    const group = desk.simulator.group('meelike-line', made.groupId)
    await group.join()
    await group.hears('กลุ่มนี้ใช้ทำอะไรคะ')
    await group.as(staff('earn').userId).taps('ไม่ต้องทำอะไร')
    await group.hears('รับทราบค่ะ')
    const heard = group.messages().length
    await group.as(staff('earn').userId).says('@Meelike เติมเงินไม่เข้า ช่วยด้วย')
    await group.as(staff('earn').userId).taps('กลุ่มทีมงาน')
    await allQuiet(desk)
    expect(saidSince(group, heard)).toEqual([])
    expect(desk.troubles).toEqual([])
  })
})
