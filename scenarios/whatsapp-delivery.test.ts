import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetChannels } from '../api/channels/queries.ts'
import { aDesk, type Desk } from '../test/desk.ts'
import { allQuiet, conversationOf, saidSince } from './all-quiet.ts'

const MESSAGES = /\/Messages\.json$/
const HOUR = 3_600_000
const TROUBLE = 'เติมเงินไม่เข้าค่ะ โอนไป 500 ตั้งแต่เช้าแล้ว'

describe('what is sent on WhatsApp', () => {
  let desk: Desk
  let n = 0
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())
  beforeEach(() => desk.simulator.faults.clear())

  const meelike = () => desk.business('meelike', 'whatsapp')
  const newcomer = () => meelike().newcomer(`Guest ${(n += 1)}`, 'th')
  const twilio = () => desk.simulator.whatsapp
  const parcelsOf = async (guest: { channelKey: string; userId: string }) =>
    desk.ask(
      'select event, state, sent_as, cost, attempts, trouble, delivery, resent_as from outbox where conversation_id = $1 order by seq',
      [await conversationOf(desk, guest)],
    )
  /** The newest parcel, once it is so. */
  const parcelWhen = async (guest: { channelKey: string; userId: string }, so: Record<string, unknown>) => {
    let last: Record<string, unknown> | undefined
    const fits = () => Object.entries(so).every(([name, value]) => last?.[name] === value)
    await vi
      .waitUntil(async () => ((last = (await parcelsOf(guest)).at(-1)), fits()), { timeout: 60_000, interval: 50 })
      .catch(() => expect(last).toMatchObject(so))
    return last
  }
  const sentTo = (guest: { userId: string }) => twilio().messages.filter((it) => it.chat?.id === guest.userId)

  /** A case that staff have taken, and whose customer has been told. */
  async function openCase(guest: ReturnType<typeof newcomer>) {
    const { group, staff } = meelike()
    await guest.says(TROUBLE)
    const reference = /ML-C-\d+/.exec((await guest.hears(/ML-C-\d+/)).text)?.[0] ?? ''
    const card = await group.hears(reference)
    await staff('nan_admin').taps('รับเคส')
    await guest.hears('กำลังดูแล')
    return { reference, card, resolve: () => resolve(reference) }
  }
  async function resolve(reference: string, lastly = () => {}) {
    const { group, staff } = meelike()
    // on its own card, which comes after the customer has been told: news of another case may come in between
    const ownCard = () =>
      group.messages().findLast((it) => it.text.includes(reference) && it.text.includes('กำลังตรวจสอบ'))
    await vi.waitUntil(() => ownCard() !== undefined, { timeout: 60_000, interval: 25 })
    await staff('nan_admin').taps('แก้ไขแล้ว', { on: ownCard()?.id ?? '' })
    await group.hears(reference)
    await group.hears(/เกิดจากอะไร/)
    lastly()
    await staff('nan_admin').taps(/ช่องทางชำระเงิน|ชำระ/)
  }

  it('says how far it came: taken, arrived, read; and the staff card how long there is to write', async () => {
    const guest = newcomer()
    const { card } = await openCase(guest)
    expect(card.text).toContain('พิมพ์ตอบได้อิสระ (เหลือ 24 ชม.')
    await parcelWhen(guest, { event: 'case.claimed', state: 'sent', delivery: 'delivered', cost: 'free' })
    await twilio().reads(guest.channelKey, guest.userId)
    await parcelWhen(guest, { delivery: 'read' })
    const answer = await meelike().call(`/v1/outbox?conversation=${await conversationOf(desk, guest)}`)
    const { items } = (await answer.json()) as { items: Record<string, unknown>[] }
    expect(items[0]).toMatchObject({ delivery: 'seen', arrival: 'read', meaning: 'Was read' })
  })

  it('hears of it before Twilio has answered the call, and is not confused by a late word', async () => {
    const guest = newcomer()
    twilio().statuses({ early: ['sent', 'delivered', 'read'], after: ['sent', 'delivered'] })
    await guest.says('สวัสดีค่ะ')
    await guest.hears('ยินดีให้บริการ')
    await twilio().idle()
    await parcelWhen(guest, { state: 'sent', delivery: 'read' })
  })

  it('whose callbacks never came is asked about, soon and then every hour, and only moves forward', async () => {
    const guest = newcomer()
    const asked = () =>
      twilio().calls.filter((it) => it.method === 'GET' && /\/Messages\/[A-Z0-9]+\.json/.test(it.path)).length
    twilio().statuses({ to: guest.userId, after: ['sent'], lost: true })
    await guest.says('สวัสดีค่ะ')
    await guest.hears('ยินดีให้บริการ')
    await twilio().idle()
    await parcelWhen(guest, { state: 'sent', delivery: null })
    const before = asked()
    await desk.bot.chores.lookForStatuses()
    expect(asked()).toBe(before)
    await desk.later(3 * 60_000)
    await Promise.all([desk.bot.chores.lookForStatuses(), desk.bot.chores.lookForStatuses()])
    await parcelWhen(guest, { delivery: 'sent' })
    const sid = sentTo(guest).at(-1)?.sid ?? ''
    // the phone is on again, and that callback is lost as well
    const message = sentTo(guest).at(-1)
    if (message) message.status = 'delivered'
    await desk.bot.chores.lookForStatuses()
    await parcelWhen(guest, { delivery: 'sent' })
    await desk.later(61 * 60_000)
    await desk.bot.chores.lookForStatuses()
    await parcelWhen(guest, { delivery: 'delivered' })
    await twilio().report(sid, 'sent')
    await parcelWhen(guest, { delivery: 'delivered' })
    await desk.later(61 * 60_000)
    const after = asked()
    await desk.bot.chores.lookForStatuses()
    expect(asked()).toBe(after)
  })

  it('that failed without a word is found to have failed, and goes on as its code says', async () => {
    const guest = newcomer()
    twilio().statuses({ to: guest.userId, after: ['failed'], code: 63024, lost: true })
    await guest.says('สวัสดีค่ะ')
    await guest.hears('ยินดีให้บริการ')
    await twilio().idle()
    await parcelWhen(guest, { state: 'sent' })
    await desk.later(3 * 60_000)
    await desk.bot.chores.lookForStatuses()
    await parcelWhen(guest, { state: 'dead', delivery: 'failed' })
    await desk.ask('update contact_identities set unreachable_at = null')
  })

  it('whose fate nobody knows is looked up, and read once', async () => {
    const guest = newcomer()
    desk.simulator.faults.next({ path: MESSAGES, dropAfterAccept: true })
    // without the callbacks only the list can tell
    twilio().statuses({ after: [] })
    await guest.says('สวัสดีค่ะ')
    await guest.hears('ยินดีให้บริการ')
    await parcelWhen(guest, { state: 'again' })
    await desk.later(30_000)
    await parcelWhen(guest, { state: 'sent' })
    expect(sentTo(guest)).toHaveLength(1)
  })

  it('that never reached Twilio is asked for again, once it is certain', async () => {
    const guest = newcomer()
    desk.simulator.faults.next({ path: MESSAGES, drop: true })
    await guest.says('สวัสดีค่ะ')
    await parcelWhen(guest, { state: 'again' })
    await desk.later(30_000)
    await guest.hears('ยินดีให้บริการ')
    await parcelWhen(guest, { state: 'sent' })
    expect(sentTo(guest)).toHaveLength(1)
  })

  it('too fast waits and goes; for nobody it is dead, flagged, and a task for staff', async () => {
    const guest = newcomer()
    desk.simulator.faults.next({ path: MESSAGES, code: 20429, status: 429 })
    await guest.says('สวัสดีค่ะ')
    await guest.hears('ยินดีให้บริการ')
    await parcelWhen(guest, { state: 'sent', attempts: 2 })

    const gone = newcomer()
    desk.simulator.faults.next({ path: MESSAGES, code: 63024 })
    await gone.says('สวัสดีค่ะ')
    await meelike().group.hears('เบอร์นี้ติดต่อทาง WhatsApp ไม่ได้')
    await parcelWhen(gone, { state: 'dead', delivery: 'failed' })
    const [flagged] = await desk.ask(
      'select count(*)::int as count from contact_identities where unreachable_at is not null',
    )
    expect(flagged).toMatchObject({ count: 1 })
    // who writes again can be reached again
    await gone.says('สวัสดีค่ะ')
    await allQuiet(desk)
    const [mended] = await desk.ask(
      'select count(*)::int as count from contact_identities where unreachable_at is not null',
    )
    expect(mended).toMatchObject({ count: 0 })
  })

  it('with choices the account cannot store goes as numbers, and a number is a choice', async () => {
    const guest = desk.business('vschool', 'whatsapp').newcomer('Numbers', 'en')
    desk.simulator.faults.next({ path: '/v1/Content', status: 400, code: 20001, times: 9 })
    await guest.says('hello')
    const menu = await guest.hears(/1\. Report a problem[\s\S]*4\. Talk to a person/)
    expect(menu.quickReplies.filter((it) => it.action.type === 'button')).toEqual([])
    await guest.says('4')
    await guest.hears('A person will write to you here')
    desk.simulator.faults.clear()
  })

  it('with a stored content that Twilio has lost is made anew', async () => {
    const [one, two] = [newcomer(), newcomer()]
    await one.says('สวัสดีค่ะ')
    await one.hears('ยินดีให้บริการ')
    const before = twilio().contents(one.channelKey).length
    desk.simulator.faults.next({ path: MESSAGES, code: 21655, status: 400 })
    await two.says('สวัสดีค่ะ')
    await two.hears('ยินดีให้บริการ')
    expect(twilio().contents(one.channelKey)).toHaveLength(before + 1)
    expect(sentTo(two)).toHaveLength(1)
  })

  it('outside the 24 hours is a template that means the same; without one, staff get the task', async () => {
    const [late, later] = [newcomer(), newcomer()]
    const first = await openCase(late)
    await desk.later(25 * HOUR)
    const before = late.messages().length
    await first.resolve()
    const task = await meelike().group.hears('แจ้งทาง WhatsApp ไม่ได้')
    expect(task.text).toContain('ยังไม่มีเทมเพลตที่อนุมัติ')
    expect(task.text).toContain(first.reference)
    expect(task.text).toContain('ส่งได้เฉพาะเทมเพลต')
    expect(saidSince(late, before)).toEqual([])
    expect(sentTo(late).filter((it) => it.errorCode)).toEqual([])

    // handed in, and approved since: nobody has asked again when the next news goes
    await desk.bot.chores.lookAfterTemplates()
    const second = await openCase(later)
    await desk.later(25 * HOUR)
    await second.resolve()
    const heard = await later.hears('แก้ไขเรียบร้อยแล้ว')
    expect(heard.text).toContain(second.reference)
    await parcelWhen(later, { event: 'case.resolved', state: 'sent', cost: 'paid', sent_as: 'push' })
    expect(sentTo(later).at(-1)).toMatchObject({ isTemplate: true })
    await desk.bot.chores.lookAfterTemplates()
    const [kept] = await desk.ask(`select status, count(*)::int as count from whatsapp_templates group by 1`)
    expect(kept).toMatchObject({ status: 'approved', count: 45 })
  })

  it('a template that WhatsApp takes back is told of once, with why, and the general one goes; without that, staff get the task', async () => {
    const { group } = meelike()
    const takesBack = async (words: string, status: 'paused' | 'rejected' | 'approved', reason: string) => {
      const known = newcomer()
      const found = twilio()
        .contents(known.channelKey)
        .find((it) => it.approval && JSON.stringify(it.types).includes(words))
      twilio().decide(found?.sid ?? '', status, reason)
      await desk.bot.chores.lookAfterTemplates()
      await desk.bot.chores.lookAfterTemplates()
    }
    const guest = newcomer()
    const it = await openCase(guest)
    await takesBack('เรื่องที่แจ้งไว้', 'paused', 'Too many people have blocked it')
    const told = await group.hears('ถูกพักการใช้')
    expect(told.text).toMatch(/case\.resolved \(th\).*Too many people have blocked it/)
    await desk.later(25 * HOUR)
    await group.hears(`${it.reference} เกิน SLA`)
    await it.resolve()
    expect((await guest.hears('มีข่าวจาก')).text).toContain(it.reference)
    const next = newcomer()
    const other = await openCase(next)
    await takesBack('มีข่าวจาก', 'rejected', 'It sells something')
    await group.hears('ไม่ผ่านการอนุมัติ')
    await desk.ask(`update whatsapp_templates set status = 'paused' where status = 'approved' and language <> 'th'`)
    await desk.later(25 * HOUR)
    await group.hears(`${other.reference} เกิน SLA`)
    await other.resolve()
    expect((await group.hears('แจ้งทาง WhatsApp ไม่ได้')).text).toContain(other.reference)
    await allQuiet(desk)
    const said = await desk.ask(`select count(*)::int as n from outbox where event = 'template.refused'`)
    expect(said).toEqual([{ n: 2 }])
    const [kept] = await desk.ask(
      `select reason from whatsapp_templates where event = 'case.resolved' and language = 'th' and status = 'paused' and reason is not null`,
    )
    expect(kept).toEqual({ reason: 'Too many people have blocked it' })
    for (const words of ['เรื่องที่แจ้งไว้', 'มีข่าวจาก']) await takesBack(words, 'approved', '')
    await desk.ask(`update whatsapp_templates set status = 'approved', reason = null`)
  })

  it('goes to the customer’s LINE instead, once, where that is known', async () => {
    const { group } = meelike()
    await desk.ask(`update whatsapp_templates set status = 'paused'`)
    const guest = newcomer()
    const it = await openCase(guest)
    const onLine = desk.business('meelike').newcomer('Same person', 'th')
    await onLine.says('สวัสดีค่ะ')
    await onLine.hears('ยินดีให้บริการ')
    await desk.ask(
      `update conversations set contact_id = (select contact_id from conversations where id = $1) where source_id = $2`,
      [await conversationOf(desk, guest), onLine.userId],
    )
    await desk.later(25 * HOUR)
    const before = group.messages().length
    await it.resolve()
    await onLine.hears(`${it.reference} แก้ไขเรียบร้อยแล้ว`)
    await allQuiet(desk)
    expect((await parcelWhen(guest, { event: 'case.resolved', state: 'dead' }))?.['resent_as']).toBeTruthy()
    expect(saidSince(group, before).join()).not.toContain('แจ้งทาง WhatsApp ไม่ได้')
    await desk.ask(`update whatsapp_templates set status = 'approved'`)
  })

  describe('who was to be told on LINE', () => {
    const same = async () => {
      const onLine = desk.business('meelike').newcomer(`Twice ${(n += 1)}`, 'th')
      const onWhatsApp = newcomer()
      await onWhatsApp.says('สวัสดีค่ะ')
      await onWhatsApp.hears('ยินดีให้บริการ')
      await onLine.says(TROUBLE)
      const reference = /ML-C-\d+/.exec((await onLine.hears(/ML-C-\d+/)).text)?.[0] ?? ''
      await meelike().group.hears(reference)
      await meelike().staff('nan_admin').taps('รับเคส')
      await onLine.hears('กำลังดูแล')
      await desk.ask(
        `update conversations set contact_id = (select contact_id from conversations where id = $1) where source_id = $2`,
        [await conversationOf(desk, onLine), onWhatsApp.userId.replace('whatsapp:', '')],
      )
      return { onLine, onWhatsApp, reference }
    }
    const refuses = () =>
      desk.simulator.faults.next({ path: '/v2/bot/message/push', status: 400, message: 'Failed to send messages' })

    it('is told on WhatsApp where LINE will not have it, once', async () => {
      const { onLine, onWhatsApp, reference } = await same()
      const { group } = meelike()
      const before = group.messages().length
      await resolve(reference, refuses)
      await onWhatsApp.hears(`${reference} แก้ไขเรียบร้อยแล้ว`)
      await allQuiet(desk)
      expect((await parcelWhen(onLine, { event: 'case.resolved', state: 'dead' }))?.['resent_as']).toBeTruthy()
      expect(saidSince(group, before).join()).not.toMatch(/แจ้งทาง WhatsApp ไม่ได้|ส่งไม่สำเร็จ/)
      expect(onWhatsApp.messages().filter((it) => it.text.includes('แก้ไขเรียบร้อยแล้ว'))).toHaveLength(1)
    })

    it('does not go to and fro between two that both refuse: the second is the last, and staff get the task', async () => {
      const { onLine, onWhatsApp, reference } = await same()
      await resolve(reference, () => {
        refuses()
        desk.simulator.faults.next({ path: MESSAGES, code: 63024 })
      })
      const task = await meelike().group.hears('แจ้งทาง WhatsApp ไม่ได้')
      expect(task.text).toContain(reference)
      await allQuiet(desk)
      const tries = await desk.ask(
        `select o.state from outbox o join cases c on c.id = o.case_id where c.reference = $1 and o.event = 'case.resolved' and o.conversation_id = any($2)`,
        [reference, [await conversationOf(desk, onLine), await conversationOf(desk, onWhatsApp)]],
      )
      expect(tries).toEqual([{ state: 'dead' }, { state: 'dead' }])
    })

    it('has blocked the LINE account and is known nowhere else: staff read that nobody was told', async () => {
      const onLine = desk.business('meelike').newcomer(`Gone ${(n += 1)}`, 'th')
      await onLine.says(TROUBLE)
      const reference = /ML-C-\d+/.exec((await onLine.hears(/ML-C-\d+/)).text)?.[0] ?? ''
      const { group, staff } = meelike()
      await group.hears(reference)
      await onLine.blocks()
      await allQuiet(desk)
      await staff('nan_admin').taps('รับเคส')
      const task = await group.hears('แจ้งทาง LINE ไม่ได้')
      expect(task.text).toContain(reference)
      expect(task.text).toContain('บล็อก LINE')
      await onLine.follows()
      await allQuiet(desk)
      const before = group.messages().length
      await resolve(reference)
      await onLine.hears('แก้ไขเรียบร้อยแล้ว')
      expect(saidSince(group, before).join()).not.toContain('แจ้งทาง LINE ไม่ได้')
    })

    it('has blocked the LINE account: WhatsApp, unless they said STOP there, too', async () => {
      const { onLine, onWhatsApp, reference } = await same()
      await onLine.blocks()
      await allQuiet(desk)
      await resolve(reference)
      await onWhatsApp.hears(`${reference} แก้ไขเรียบร้อยแล้ว`)
      const stopped = await same()
      await stopped.onWhatsApp.says('STOP')
      await stopped.onWhatsApp.hears('จะไม่ส่งข้อความมาที่นี่แล้ว')
      const before = stopped.onWhatsApp.messages().length
      await resolve(stopped.reference, refuses)
      await parcelWhen(stopped.onLine, { event: 'case.resolved', state: 'dead', resent_as: null })
      await allQuiet(desk)
      expect(saidSince(stopped.onWhatsApp, before)).toEqual([])
    })
  })

  it.each(['after', 'before'])(
    'that the platform calls too late, %s it has answered our call, goes again as a template',
    async (when) => {
      const guest = newcomer()
      const it = await openCase(guest)
      if (when === 'after') desk.simulator.faults.next({ path: MESSAGES, code: 63016 })
      else twilio().statuses({ to: guest.userId, early: ['failed'], after: [], code: 63016 })
      await it.resolve()
      await vi.waitUntil(() => sentTo(guest).at(-1)?.isTemplate, { timeout: 60_000, interval: 50 })
      await guest.hears('แก้ไขเรียบร้อยแล้ว')
      await parcelWhen(guest, { event: 'case.resolved', state: 'sent', delivery: 'delivered', cost: 'paid' })
    },
  )

  it('stops at STOP, confirmed once; staff hear that the customer was not told; START ends it', async () => {
    const guest = newcomer()
    const { reference, resolve } = await openCase(guest)
    const before = guest.messages().length
    await guest.says('STOP')
    await guest.hears('จะไม่ส่งข้อความมาที่นี่แล้ว')
    await guest.says('stop')
    await allQuiet(desk)
    await resolve()
    const task = await meelike().group.hears('ขอไม่รับข้อความ')
    expect(task.text).toContain(reference)
    expect(saidSince(guest, before)).toHaveLength(1)
    // nothing is promised of a template: none may go
    const nan = meelike().staff('nan_admin')
    await nan.says(`/reply ${reference} ลองดูอีกครั้งนะคะ`)
    await meelike().group.hears('ลองดูอีกครั้งนะคะ')
    await nan.taps('ส่ง')
    await meelike().group.hears('(STOP) ไว้ ข้อความนี้จะไปถึงก็ต่อเมื่อ')
    await allQuiet(desk)
    expect(saidSince(guest, before)).toHaveLength(1)
    // what they ask is answered all the same
    await guest.says('ติดตามเรื่อง')
    await guest.hears(reference)
    await guest.says('START')
    await guest.hears('ยินดีต้อนรับกลับ')
    const consents = await desk.ask(
      `select answer, wording from consents m join conversations c on c.contact_id = m.contact_id where c.id = $1 and m.kind = 'messages' order by m.answered_at`,
      [await conversationOf(desk, guest)],
    )
    expect(consents).toEqual([
      { answer: 'declined', wording: 'stop' },
      { answer: 'given', wording: 'start' },
    ])
  })

  it('an opt-out that the platform tells of is kept like STOP; the list of consents and the chats agree', async () => {
    const [blocked, back] = [newcomer(), newcomer()]
    for (const guest of [blocked, back]) {
      desk.simulator.faults.next({ path: MESSAGES, code: 21610, status: 400 })
      await guest.says('สวัสดีค่ะ')
      await meelike().group.hears('ขอไม่รับข้อความ')
      await allQuiet(desk)
    }
    await back.says('START')
    await back.hears('ยินดีต้อนรับกลับ')
    const said = async (guest: { channelKey: string; userId: string }) =>
      (
        await desk.ask(
          `select n.answer, n.wording from consents n join conversations c on c.contact_id = n.contact_id where c.id = $1 and n.kind = 'messages' order by n.answered_at`,
          [await conversationOf(desk, guest)],
        )
      ).map((it) => `${String(it['answer'])} ${String(it['wording'])}`)
    expect(await said(blocked)).toEqual(['declined 21610'])
    expect(await said(back)).toEqual(['declined 21610', 'given start'])
    const differ = await desk.ask(
      `select w.source_id from whatsapp_chats w join conversations c on c.channel_id = w.channel_id and c.source_id = w.source_id
       left join lateral (select answer from consents n where n.contact_id = c.contact_id and n.channel_id = c.channel_id and n.kind = 'messages'
         order by answered_at desc limit 1) last on true
       where (w.stopped_at is not null) is distinct from (coalesce(last.answer, 'given') = 'declined')`,
    )
    expect(differ).toEqual([])
  })

  it('waits while the account is not accepted, with one alarm, and goes when it is connected anew', async () => {
    const { newcomer: from, group, tenant } = desk.business('prime', 'whatsapp')
    const [one, two] = [from('One', 'th'), from('Two', 'th')]
    desk.simulator.faults.next({ path: MESSAGES, code: 20003, status: 401 })
    await one.says('สวัสดีค่ะ')
    await group.hears('🔴 พัก WhatsApp prime-whatsapp')
    await two.says('สวัสดีค่ะ')
    await parcelWhen(two, { state: 'again', trouble: 'the channel is paused' })
    await desk.ask('update channels set paused_at = null where key = $1', [tenant.whatsapp.key])
    forgetChannels()
    await desk.later(6 * 60_000)
    await one.hears('ยินดีให้บริการ')
    await two.hears('ยินดีให้บริการ')
    expect(group.messages().filter((it) => it.text.includes('พัก WhatsApp'))).toHaveLength(1)
  })

  it('knows somebody by id alone, and by number and id as the same person in the same chat', async () => {
    const { tenant } = meelike()
    const hidden = desk.simulator.chat(tenant.whatsapp.key, tenant.stranger.whatsapp)
    await hidden.says('สวัสดีค่ะ')
    await hidden.hears('ยินดีให้บริการ')

    const guest = newcomer()
    const sid = (tail: number) => `SM${String(tail).padStart(32, '0')}`
    const from = (form: Record<string, string>) =>
      twilio().sendRaw(tenant.whatsapp.key, { To: tenant.whatsapp.sender, Body: 'ขอบคุณค่ะ', NumMedia: '0', ...form })
    // first the number alone, then both, then the number is hidden
    await from({ MessageSid: sid(1), From: guest.userId })
    await allQuiet(desk)
    await guest.says('ขอบคุณค่ะ')
    await allQuiet(desk)
    const bsuid = twilio().webhooks.findLast((it) => it.form['From'] === guest.userId)?.form['ExternalUserId'] ?? ''
    expect(bsuid).not.toBe('')
    await from({ MessageSid: sid(2), From: bsuid, ExternalUserId: bsuid })
    await allQuiet(desk)
    const rows = await desk.ask(
      `select count(distinct c.id)::int as chats, count(distinct i.contact_id)::int as people, count(distinct i.value)::int as names,
         (select count(*)::int from messages m where m.conversation_id = any(array_agg(c.id)) and m.direction = 'in') as said
       from contact_identities i join conversations c on c.contact_id = i.contact_id where i.value = any($1)`,
      [[guest.userId, bsuid].map((it) => it.replace('whatsapp:', ''))],
    )
    expect(rows).toEqual([{ chats: 1, people: 1, names: 2, said: 3 }])
    expect(desk.troubles).toEqual([])
  })
})
