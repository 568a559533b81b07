import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet, howMany, referenceIn, saidSince } from './all-quiet.ts'

describe('a company’s group with its members in it (Prime)', () => {
  let desk: Desk
  let stories = 0
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  /** A group of Siam Orbit: two members, a concierge and their lead; the bot is invited and told whose it is. */
  async function siamOrbit(name = 'Prime x Siam Orbit') {
    const prime = desk.business('prime')
    const [kittiphon] = prime.customers
    if (!kittiphon) throw new Error('no customer')
    // a newcomer is known again by name: every story has its own, with nothing open from the story before
    const nicha = prime.newcomer(`ณิชา ${++stories}`, 'th')
    const [mook, tada] = [prime.staff('mook').userId, prime.staff('tada').userId]
    const members = [kittiphon.userId, nicha.userId, mook, tada]
    const made = desk.simulator.addGroup('prime-line', { name, members, botIn: false })
    const group = desk.simulator.group('prime-line', made.groupId)
    await group.join()
    await group.hears('กลุ่มนี้ใช้ทำอะไรคะ')
    return { ...prime, vip: group, kittiphon, nicha, mook: group.as(mook), tada: group.as(tada), id: made.groupId }
  }

  it('is a lead’s to declare: by the company the group’s name bears, whom nobody else reads', async () => {
    const { vip, kittiphon, mook, tada, id } = await siamOrbit()
    await vip.as(kittiphon.userId).taps('กลุ่มลูกค้า VIP')
    await vip.hears('ยังไม่รู้จักบัญชีนี้')
    await mook.taps('กลุ่มลูกค้า VIP')
    await vip.hears('แอดมินหรือผู้จัดการ')
    await tada.taps('กลุ่มลูกค้า VIP')
    const question = await vip.hears('เป็นกลุ่มของลูกค้าท่านไหนคะ')
    const choices = question.buttons.map((it) => it.label)
    expect(choices).toContain('Siam Orbit Engineering Co., Ltd.')
    expect(choices.join()).not.toMatch(/Kanda|Hoshizora|Meridian/)
    await vip.as(kittiphon.userId).taps(/Siam Orbit/)
    await vip.hears('ยังไม่รู้จักบัญชีนี้')
    await tada.says('/vip zzz')
    await vip.hears('ไม่พบชื่อ')
    await tada.says('/vip siam orbit')
    await vip.hears(/กลุ่มของ บริษัท สยามออร์บิท/)
    const [row] = await desk.ask(
      `select c.purpose, o.key, g.name from conversations c join groups g on g.conversation_id = c.id join organisations o on o.id = g.organisation_id where c.source_id = $1`,
      [id],
    )
    expect(row).toEqual({ purpose: 'vip', key: 'siam_orbit', name: 'Prime x Siam Orbit' })
    await tada.taps('กลุ่มทีมงาน')
    await vip.hears('เลือกไปแล้ว')
    expect(desk.troubles).toEqual([])
  })

  it('a day in it: chatter is nobody’s business, two people book at once, a trouble is a case of whoever cried, and all is told there', async () => {
    const { vip, kittiphon, nicha, tada, group: staffGroup, staff } = await siamOrbit('Siam Orbit Golf')
    await tada.says('/vip siam orbit')
    await vip.hears('กลุ่มของ บริษัท สยามออร์บิท')
    const [one, two] = [vip.as(kittiphon.userId), vip.as(nicha.userId)]

    const [before, heard] = [await howMany(desk), vip.messages().length]
    for (const words of ['สวัสดีค่ะทุกคน', 'พรุ่งนี้ประชุม 10 โมงนะ', 'เย็นนี้กินข้าวไหนดี', 'จองทีไทม์วันอังคารหน้า 4 คน ดีไหม'])
      await two.says(words)
    await two.sticker()
    await one.image()
    await tada.says('คนขับรถยังไม่มาเลยครับ รอ 40 นาทีแล้ว')
    await allQuiet(desk)
    expect(saidSince(vip, heard)).toEqual([])
    expect(await howMany(desk)).toEqual(before)
    expect(await desk.ask(`select 1 from messages where body like '%กินข้าว%'`)).toEqual([])

    // two dialogues side by side
    await one.says('@Prime จองทีไทม์วันอังคารหน้าตอนเช้า 4 คนครับ')
    await vip.hears('ที่ไหนดีคะ')
    await vip.hears('บัวหลวงเลคส์')
    await two.says('Prime ขอจองนวดวันพุธหน้าบ่ายสอง 2 คนค่ะ')
    await allQuiet(desk)
    const [row = {}] = await desk.ask(`select state from conversations where source_id = $1`, [vip.groupId])
    const people = (row['state'] as { people: Record<string, { state: { draft: { kind: string; answers: object } } }> })
      .people
    expect(people[kittiphon.userId]?.state.draft).toMatchObject({ kind: 'tee_time', answers: { party_size: 4 } })
    expect(people[nicha.userId]?.state.draft.kind).not.toBe('tee_time')
    expect(people[nicha.userId]?.state.draft.answers).toMatchObject({ party_size: 2 })

    // another's button
    const courses = vip.messages().findLast((it) => it.text.includes('บัวหลวงเลคส์'))
    await two.taps('เลือกอันนี้', { on: courses?.id ?? '' })
    await vip.hears('คำถามนี้ถามอีกท่านหนึ่งค่ะ')
    await one.taps('เลือกอันนี้', { on: courses?.id ?? '' })
    await vip.hears('สะดวกรอบไหนคะ')

    // a trouble needs no call
    await one.says('คนขับรถยังไม่มาเลยครับ รอ 40 นาทีแล้ว')
    const opened = await vip.hears(/CS-\d+/)
    const reference = referenceIn(opened.text, /CS-\d+/)
    // staff read in which group, and whose it is
    expect((await staffGroup.hears(reference)).text).toContain('Siam Orbit Golf')
    const [owner] = await desk.ask(
      `select p.name from cases c join contacts p on p.id = c.contact_id join conversations v on v.id = c.conversation_id where c.reference = $1 and v.source_id = $2`,
      [reference, vip.groupId],
    )
    expect(owner).toMatchObject({ name: 'กิตติภณ รัตนวงศ์' })

    // the company's group and the member's own chat hear who has it; neither sees a card of the staff
    await kittiphon.says('สวัสดีครับ')
    await kittiphon.hears('Prime')
    await staff('mook').taps('รับเคส')
    await vip.hears(new RegExp(`${reference}`))
    await kittiphon.hears(reference)

    // staff answer in the group the matter was raised in, by preview
    await staff('mook').taps('ตอบลูกค้า')
    await staffGroup.hears('ร่างถึง Siam Orbit Golf')
    await staff('mook').says('คนขับจะถึงใน 5 นาทีค่ะ')
    await staffGroup.hears('คนขับจะถึงใน 5 นาทีค่ะ')
    const private1 = kittiphon.messages().length
    await staff('mook').taps('ส่ง')
    await vip.hears('คนขับจะถึงใน 5 นาทีค่ะ')
    await allQuiet(desk)
    expect(saidSince(kittiphon, private1)).toEqual([])
    for (const words of ['ผู้รับผิดชอบ', 'รับเคส', 'ตอบลูกค้า', 'ลูกค้าบอกว่า'])
      expect(
        vip
          .messages()
          .filter((it) => it.from === 'bot' && it.text.includes(words))
          .map((it) => it.text),
      ).toEqual([])
    expect(desk.troubles).toEqual([])
  })

  it('what was said in private stays private, and what is said in the group is answered there alone', async () => {
    const { vip, kittiphon, nicha, tada, group: staffGroup, staff } = await siamOrbit('Siam Orbit ผู้บริหาร')
    await tada.says('/vip siam orbit')
    await vip.hears('กลุ่มของ บริษัท สยามออร์บิท')
    await nicha.says('ลืมไม้กอล์ฟไว้ที่สนามเมื่อวานค่ะ')
    const mine = referenceIn((await nicha.hears(/CS-\d+/)).text, /CS-\d+/)
    await staffGroup.hears(mine)
    const heard = vip.messages().length
    await staff('mook').taps('รับเคส')
    await nicha.hears(mine)
    await allQuiet(desk)
    expect(saidSince(vip, heard)).toEqual([])

    // asked in front of the others, a private matter is not spoken of, by name or by list
    await vip.as(nicha.userId).says('@Prime ของหนูถึงไหนแล้วคะ')
    await vip.hears('เรื่องที่คุยกันส่วนตัว')
    await vip.as(nicha.userId).says(`Prime ${mine} ถึงไหนแล้วคะ`)
    await vip.hears(/ไม่พบ|แชต/)
    expect(saidSince(vip, heard).join('\n')).not.toContain('ไม้กอล์ฟ')

    // a dialogue begun in private does not hear what its person says in the group, nor the other way round
    await nicha.says('จองทีไทม์วันอังคารหน้าตอนเช้า 4 คนค่ะ')
    await nicha.hears('ที่ไหนดีคะ')
    await vip.as(nicha.userId).says('@Prime 2 คนค่ะ')
    await allQuiet(desk)
    const drafts = await desk.ask(
      `select c.kind, c.state->'draft'->'answers'->>'party_size' as people,
         c.state->'people'->$1->'state'->'draft'->'answers'->>'date' as "otherDate"
       from conversations c where c.source_id in ($1, $2) order by c.kind`,
      [nicha.userId, vip.groupId],
    )
    expect(drafts).toEqual([
      { kind: 'direct', people: '4', otherDate: null },
      { kind: 'group', people: null, otherDate: null },
    ])

    // a reply to the bot's own words is said to the bot; a quote of somebody else's is not
    const bots = vip.messages().findLast((it) => it.from === 'bot')
    const before = vip.messages().length
    const quoted = await vip.as(kittiphon.userId).says('ดีครับ')
    await vip.as(nicha.userId).says('ขอคุยกับเจ้าหน้าที่ค่ะ', { quotes: quoted.messageId })
    await allQuiet(desk)
    expect(saidSince(vip, before)).toEqual([])
    await vip.as(nicha.userId).says('ขอคุยกับเจ้าหน้าที่ค่ะ', { quotes: bots?.id ?? '' })
    await vip.hears(/เจ้าหน้าที่|ทีมงาน/)
    await staffGroup.hears('ลูกค้าขอคุยกับเจ้าหน้าที่')

    // nobody becomes staff in front of others, and what has no sender is nobody's
    await vip.as(kittiphon.userId).says('@Prime link demo-mook')
    await vip.hears('แชตส่วนตัวกับบอตเท่านั้น')
    await vip.as(kittiphon.userId).says('@Prime ขอความช่วยเหลือ', { anonymous: true })
    await vip.hears('ไม่ได้บอกว่าใครเป็นคนพิมพ์')
    expect(desk.troubles).toEqual([])
  })

  it('a picture without words is kept with what it is about, shown to staff, and answered by nobody', async () => {
    const { vip, kittiphon, nicha, tada, mook, group: staffGroup } = await siamOrbit('Siam Orbit รูปถ่าย')
    await tada.says('/vip siam orbit')
    await vip.hears('กลุ่มของ บริษัท สยามออร์บิท')
    const [one, two] = [vip.as(nicha.userId), vip.as(kittiphon.userId)]
    const sent = () =>
      desk.ask(
        `select m.external_id as id, c.reference, m.session_id as session from messages m join conversations v on v.id = m.conversation_id
         left join cases c on c.id = m.case_id where v.source_id = $1 and m.kind = 'image' order by m.happened_at`,
        [vip.groupId],
      )
    // nothing is open: a photo of the lunch is theirs alone
    await one.image()
    await allQuiet(desk)
    await desk.later(11 * 60_000)
    expect(await sent()).toEqual([])

    await one.says('คนขับรถยังไม่มาเลยครับ รอ 40 นาทีแล้ว')
    const reference = referenceIn((await vip.hears(/CS-\d+/)).text, /CS-\d+/)
    await staffGroup.hears(reference)
    const [heard, news] = [vip.messages().length, staffGroup.messages().length]
    const first = await one.image()
    await staffGroup.hears(/รูป/)
    // of three in one go staff hear once
    for (const index of [1, 2, 3]) await one.image({ set: { id: 'set-1', index, total: 3 } })
    // somebody else, while the one matter of the group is spoken of; staff among them speak for themselves
    await two.image()
    await mook.image()
    await allQuiet(desk)
    const kept = await sent()
    expect(kept.map((it) => it['reference'])).toEqual(Array.from({ length: 5 }, () => reference))
    expect(kept[0]?.['id']).toBe(first.messageId)
    expect(saidSince(vip, heard)).toEqual([])
    const details = await desk.ask(
      `select 1 from activities a join cases c on c.id = a.subject_id where c.reference = $1 and a.type = 'case.detail_added'`,
      [reference],
    )
    expect(details).toHaveLength(3)
    expect(saidSince(staffGroup, news).join()).toContain(reference)
    // all of it was one conversation
    const sessions = await desk.ask(
      `select s.id from chat_sessions s join conversations v on v.id = s.conversation_id where v.source_id = $1`,
      [vip.groupId],
    )
    expect(sessions).toHaveLength(1)

    // taken back it is gone; hours later another's picture is another matter, and when the case is over nobody's is
    await one.unsends(first.messageId)
    await desk.later(2 * 3_600_000)
    await two.image()
    await desk.ask(
      `update cases set status = 'resolved', resolved_at = desk_now(), root_cause = (select key from root_causes limit 1) where reference = $1`,
      [reference],
    )
    await one.image()
    await allQuiet(desk)
    expect(await sent()).toHaveLength(5)
    const [gone] = await desk.ask('select removed_at is not null as gone from messages where external_id = $1', [
      first.messageId,
    ])
    expect(gone).toEqual({ gone: true })
    expect(desk.troubles).toEqual([])
  })

  it('a picture sent before its words goes with what they open: its sender’s, within ten minutes, unless taken back', async () => {
    const { vip, kittiphon, nicha, tada, mook, group: staffGroup } = await siamOrbit('Siam Orbit รูปก่อนคำ')
    await tada.says('/vip siam orbit')
    await vip.hears('กลุ่มของ บริษัท สยามออร์บิท')
    const [one, two] = [vip.as(nicha.userId), vip.as(kittiphon.userId)]
    const sent = () =>
      desk.ask(
        `select m.external_id as id, c.reference, b.reference as booking, f.state, (select value from contact_identities i
             where i.contact_id = coalesce(c.contact_id, b.contact_id) and i.kind = 'line') as by
         from messages m join conversations v on v.id = m.conversation_id left join files f on f.message_id = m.id
         left join cases c on c.id = m.case_id left join bookings b on b.id = m.booking_id
         where v.source_id = $1 and m.kind = 'image' order by m.happened_at, m.id`,
        [vip.groupId],
      )
    const heard = vip.messages().length
    // lunch, too long ago; one that is taken back; two of this; one of somebody else's and one of staff
    await one.image()
    await allQuiet(desk)
    await desk.later(11 * 60_000)
    const gone = await one.image()
    await one.unsends(gone.messageId)
    const [first, second] = [await one.image(), await one.image()]
    const others = await two.image()
    await mook.image()
    await allQuiet(desk)
    const before = await sent()
    expect(before.filter((it) => it['id'] !== gone.messageId)).toEqual([])
    expect(saidSince(vip, heard)).toEqual([])
    // chatter in between is nobody's business, nor does it use them up
    await one.says('ดูสิ')
    await one.says('คนขับรถยังไม่มาเลยครับ รอ 40 นาทีแล้ว')
    const reference = referenceIn((await vip.hears(/CS-\d+/)).text, /CS-\d+/)
    expect((await staffGroup.hears(reference)).text).toContain('2 รูป')
    await allQuiet(desk)
    const kept = (await sent()).filter((it) => it['reference'])
    expect(kept.map((it) => [it['id'], it['reference'], it['by']])).toEqual([
      [first.messageId, reference, nicha.userId],
      [second.messageId, reference, nicha.userId],
    ])
    await vi.waitUntil(async () => (await sent()).filter((it) => it['state'] === 'stored').length === 2, {
      timeout: 60_000,
      interval: 25,
    })
    // the other's waits for the other's words: a booking that takes longer than ten minutes
    await two.says('@Prime จองทีไทม์วันอังคารหน้าตอนเช้า 4 คนครับ')
    await vip.hears('ที่ไหนดีคะ')
    await desk.later(15 * 60_000)
    await two.says('@Prime อัลไพน์ครับ')
    await vip.hears('ขอทวนรายละเอียดนะคะ')
    await two.taps('ส่งเลย')
    const booking = referenceIn((await vip.hears(/PB-2611\d{4}/)).text, /PB-2611\d{4}/)
    await allQuiet(desk)
    expect((await sent()).filter((it) => it['booking'])).toMatchObject([{ id: others.messageId, booking }])
    expect(desk.troubles).toEqual([])
  })

  it('at the usual bar no chatter of members is ever answered or kept, and what cries for help is', async () => {
    const { vip, kittiphon, nicha, tada, group: staffGroup } = await siamOrbit('Siam Orbit เสาร์เช้า')
    await tada.says('/vip siam orbit')
    await vip.hears('กลุ่มของ บริษัท สยามออร์บิท')
    const [one, two] = [vip.as(kittiphon.userId), vip.as(nicha.userId)]
    const [before, heard] = [await howMany(desk), vip.messages().length]
    const chatter = [
      'โอเคครับ เจอกัน 6 โมงเช้าที่สนาม',
      'รถติดมากเลย น่าจะสายสัก 10 นาที',
      'เมื่อวานตีแย่มาก แพ้ยับเลย 555',
      'ใครเอาร่มมาบ้างคะ ฝนน่าจะตก',
      'สนามนี้กรีนเร็วดีนะ แต่แคดดี้พูดเก่งไปหน่อย',
      'เสาร์หน้าว่างกันไหม ไปอัลไพน์ดีกว่า',
      'หิวแล้ว แวะกินข้าวต้มก่อนไหม',
      'โอนค่าข้าวเมื่อวานให้แล้วนะ 350',
      'ยกเลิกนัดเย็นนี้ก่อนนะ ติดประชุม',
      'ราคาปีนี้ขึ้นเยอะเหมือนกันนะ',
      'anyone up for nine holes after lunch?',
      'my back is killing me after yesterday',
      'haha that putt was terrible',
      'see you at the clubhouse at 6',
      '👍',
      'ขอบคุณครับพี่',
      'อาทิตย์หน้าใครขับ',
      'ลูกค้ายังไม่ตอบเมลเลย เดี๋ยวตามให้',
      'เมื่อคืนบอลแพ้อีก',
    ]
    for (const [index, words] of chatter.entries()) await (index % 2 ? two : one).says(words)
    await allQuiet(desk)
    expect(saidSince(vip, heard)).toEqual([])
    expect(await howMany(desk)).toEqual(before)
    const kept = await desk.ask(`select body from messages where body = any($1)`, [chatter])
    expect(kept).toEqual([])

    // the same words said to the bot are heard
    await one.says('@Prime ขอบคุณครับพี่')
    await vip.hears(/./)
    // and a trouble that nobody could doubt is a case without a call
    await two.says('คนขับรถยังไม่มารับเลยค่ะ รอ 40 นาทีแล้ว')
    const opened = await vip.hears(/CS-\d+/)
    await staffGroup.hears(referenceIn(opened.text, /CS-\d+/))
    expect(desk.troubles).toEqual([])
  })
})
