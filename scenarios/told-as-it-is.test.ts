import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { allQuiet, referenceIn } from './all-quiet.ts'

const HOUR = 3_600_000

describe.each(apps)('what staff are told is so (on %s)', (app) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  it('to solve or move a case that nobody has: take it first; to take what is solved: it is solved', async () => {
    const { newcomer, group, staff } = desk.business('meelike', app)
    const guest = newcomer('Nobody has it', 'th')
    await guest.says('เติมเงินไม่เข้าค่ะ โอนไป 700')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await group.hears(reference)
    const nan = staff('nan_admin')
    for (const words of ['/resolve', '/แก้แล้ว', `/state`]) {
      await nan.says(`${words} ${reference} ${words === '/state' ? 'แก้ไข' : ''}`)
      await group.hears(`${reference} ยังไม่มีคนรับค่ะ รับเคสก่อน`)
      expect((await group.hears(reference)).buttons.map((it) => it.label)).toContain('รับเคส')
    }
    await nan.says(`/รับ ${reference}`)
    await group.hears(`รับเคส ${reference} แล้ว`)
    await nan.says(`/แก้แล้ว ${reference}`)
    await group.hears('เกิดจากอะไรคะ')
    await nan.taps('ระบบรับชำระเงิน')
    await group.hears('แจ้งลูกค้าให้แล้ว')
    await nan.says(`/take ${reference}`)
    await group.hears(`ตอนนี้ ${reference} อยู่ที่: แก้ไขแล้ว`)
    expect(desk.troubles).toEqual([])
  })

  it('a trouble told in two sentences is one card: what was told with it is no news', async () => {
    const { newcomer, group } = desk.business('prime', app)
    const before = group.messages().length
    const guest = newcomer('ロビーの人', 'ja')
    await guest.says('ホテルに着いたら予約がないと言われました。ロビーで待っています')
    const reference = referenceIn((await guest.hears(/CS-\d+/)).text, /CS-\d+/)
    await group.hears(reference)
    await allQuiet(desk)
    const cards = group.messages().slice(before)
    expect(cards.filter((it) => it.text.includes(reference))).toHaveLength(1)
    await guest.says('部屋は301です')
    await group.hears('部屋は301です')
    expect(desk.troubles).toEqual([])
  })

  it('a draft is its writer’s: who else taps reads whose it is, and it goes all the same', async () => {
    const { newcomer, group, staff } = desk.business('meelike', app)
    const guest = newcomer('Two write', 'th')
    await guest.says('เติมเงินไม่เข้าค่ะ โอนไป 650')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await group.hears(reference)
    const [nan, ton] = [staff('nan_admin'), staff('ton')]
    await nan.says(`/ตอบ ${reference} กำลังดูให้อยู่ค่ะ`)
    await group.hears('กำลังดูให้อยู่ค่ะ')
    await ton.taps('ส่ง')
    await group.hears('ต้องให้ แนน วงศ์ชัย กดส่งหรือยกเลิกเอง')
    await ton.taps('ไม่ส่ง')
    await group.hears('ต้องให้ แนน วงศ์ชัย กดส่งหรือยกเลิกเอง')
    await nan.taps('ส่ง')
    await guest.hears('กำลังดูให้อยู่ค่ะ')
    await ton.taps('ส่ง')
    await group.hears('ไม่มีข้อความรอส่ง')
    expect(desk.troubles).toEqual([])
  })

  it('who outside had to fix it may be typed from the list that asks', async () => {
    const { newcomer, group, staff } = desk.business('asiatravelplan', app)
    const guest = newcomer('No guide', 'en')
    await guest.says('Our guide never showed up this morning, nobody answers the phone. Order ATP-4903')
    const reference = referenceIn((await guest.hears(/CS-\d+/)).text, /CS-\d+/)
    await group.hears(reference)
    const clara = staff('clara')
    await clara.says(`/resolve ${reference} Orchid Transfers`)
    await group.hears(`Nobody has ${reference} yet`)
    await clara.says(`/take ${reference}`)
    await group.hears(`took ${reference}`)
    await clara.says(`/resolve ${reference} nobody we know`)
    await group.hears('who outside had to fix it?')
    await clara.says(`/resolve ${reference} orchid`)
    await group.hears('is for Orchid Transfers to fix')
    await group.hears('What was the cause?')
    await clara.says(`/resolve ${reference} supplier`)
    await group.hears('The customer has been told.')
    expect(desk.troubles).toEqual([])
  })
})

describe('what WhatsApp may not take', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  it('a reply that WhatsApp may not take as it is says so before and after, over 24 hours and after STOP', async () => {
    const { newcomer, group, staff } = desk.business('meelike', 'whatsapp')
    const guest = newcomer('Far away', 'th')
    await guest.says('เติมเงินไม่เข้าค่ะ โอนไป 800')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await group.hears(reference)
    const nan = staff('nan_admin')
    const replies = async (words: string) => {
      await nan.says(`/ตอบ ${reference} ${words}`)
      const preview = await group.hears(words)
      await nan.taps('ส่ง')
      return preview.text
    }
    expect(await replies('กำลังดูให้ค่ะ')).toContain('พิมพ์ตอบได้อิสระ')
    await group.hears('ส่งถึง Far away แล้ว')
    await guest.hears('กำลังดูให้ค่ะ')

    await guest.says('STOP')
    await guest.hears('START')
    await allQuiet(desk)
    expect(await replies('หลังหยุดรับ')).toContain('STOP')
    await group.hears('ถ้าไปไม่ถึงจะแจ้งในกลุ่มนี้')
    await group.hears('แจ้งทาง WhatsApp ไม่ได้')

    await guest.says('START')
    await guest.hears('ยินดีต้อนรับกลับ')
    await desk.later(25 * HOUR)
    expect(await replies('วันถัดมา')).toContain('ส่งได้เฉพาะเทมเพลต')
    await group.hears('ถ้าไปไม่ถึงจะแจ้งในกลุ่มนี้')
    expect(desk.troubles).toEqual([])
  })
})

describe('what staff write when LINE’s month is spent', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  it('a reply says that it waits, goes with the next free answer, and that is said', async () => {
    const { newcomer, group, staff, tenant } = desk.business('meelike')
    const guest = newcomer('Month’s end', 'th')
    await guest.says('เติมเงินไม่เข้าค่ะ โอนไป 900')
    const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await group.hears(reference)
    const nan = staff('nan_admin')
    // nothing is on its way: what is left waits for a free one
    const allWaits = () =>
      expect
        .poll(
          () =>
            desk.ask(
              `select id from outbox where state in ('sending', 'again') or (state = 'ready' and hold is distinct from 'quota')
               union all select id from inbox where state = 'waiting'`,
            ),
          { timeout: 30_000 },
        )
        .toEqual([])
    const paid = () =>
      desk.simulator.calls.filter((it) => it.path === '/v2/bot/message/push' && it.status === 200).length
    const replies = async (words: string) => {
      await nan.says(`/ตอบ ${reference} ${words}`)
      const preview = await group.hears(words)
      await nan.taps('ส่ง')
      return preview.text
    }
    await allQuiet(desk)
    const before = paid()
    // LINE says it first when it is asked: nobody could have known
    desk.simulator.faults.next({ path: /push$/, channelKey: tenant.line.key, status: 429, limit: 'monthly' })
    expect(await replies('คำที่หนึ่ง')).not.toContain('โควตา')
    await group.hears('ส่งถึง Month’s end แล้ว')
    await allWaits()
    await nan.says('คุยกันเองในกลุ่ม')
    await group.hears('คำตอบถึง Month’s end ยังไม่ได้ส่งค่ะ')

    expect(await replies('คำที่สอง')).toContain('โควตาข้อความเดือนนี้หมดแล้ว')
    await group.hears('เก็บข้อความถึง Month’s end ไว้แล้วค่ะ')
    await guest.says('ขอคุยกับเจ้าหน้าที่ค่ะ')
    await guest.hears('คำที่หนึ่ง')
    await guest.hears('คำที่สอง')
    await allWaits()
    await nan.says('คุยกันเองอีก')
    await group.hears('ข้อความถึง Month’s end ที่รอไว้ ส่งแล้วค่ะ')

    // with the team: the bot says nothing, and what waits takes the way itself
    await replies('คำที่สาม')
    await group.hears('เก็บข้อความถึง Month’s end ไว้แล้วค่ะ')
    await guest.says('รออยู่นะคะ')
    await guest.hears('คำที่สาม')
    await allWaits()
    for (const words of ['คำที่หนึ่ง', 'คำที่สอง', 'คำที่สาม'])
      expect(guest.messages().filter((it) => it.text === words)).toHaveLength(1)
    expect(paid()).toBe(before)
    expect(await desk.ask(`select count(*)::int as n from outbox where state in ('dead', 'unknown')`)).toEqual([
      { n: 0 },
    ])
    expect(desk.troubles).toEqual([])
  })
})
