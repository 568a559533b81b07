import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { putBookingKind } from '../api/bookings/commands/put-booking-kind.ts'
import { inTenant, system } from '../api/context.ts'
import { forgetTenants } from '../api/tenants/queries.ts'
import { forgetTriage } from '../api/triage/queries.ts'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { allQuiet, conversationOf, referenceIn, saidSince } from './all-quiet.ts'
import type { Person } from './talks.ts'

const DAY = 86_400_000

describe.each(apps)('a dialogue that people correct, leave and come back to, on %s', (app) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  const tenantId = async (key: string) =>
    (await desk.ask('select id from tenants where key = $1', [key]))[0]?.['id'] as string
  const bookingOf = async (guest: Person) =>
    (
      await desk.ask(
        `select b.slots, k.key, i.key as item from bookings b join booking_kinds k on k.id = b.booking_kind_id left join catalogue_items i on i.id = b.item_id
         where b.conversation_id = $1 order by b.requested_at desc limit 1`,
        [await conversationOf(desk, guest)],
      )
    )[0]

  it('a kind of booking nobody wrote code for asks its own questions, in each language, and lets what is optional be skipped', async () => {
    await inTenant(await tenantId('prime'), system, (ctx) =>
      putBookingKind(ctx, {
        key: 'private_dinner',
        names: { th: 'ดินเนอร์ส่วนตัว', en: 'Private dinner', ja: 'プライベートディナー' },
        requiredSlots: ['date', 'party_size', 'seating_area', 'allergies'],
        optionalSlots: ['occasion', 'name'],
        itemTypes: [],
        slaMinutes: 60,
        slotWords: {
          allergies: {
            label: { th: 'อาหารที่แพ้', en: 'Allergies', ja: 'アレルギー' },
            question: {
              th: 'มีใครแพ้อาหารอะไรไหมคะ',
              en: 'Is anybody allergic to anything?',
              ja: '食物アレルギーはございますか。',
            },
          },
          occasion: {
            label: { th: 'โอกาส', en: 'Occasion', ja: '記念日など' },
            question: { th: 'ฉลองอะไรเป็นพิเศษไหมคะ', en: 'Is it for an occasion?', ja: '記念日などでしょうか。' },
          },
        },
      }),
    )
    const guest = desk.business('prime', app).newcomer('Rin', 'en')
    await guest.says('hello')
    await guest.hears('Hello')
    await guest.taps('Book')
    await guest.hears('What would you like to book?')
    await guest.taps('Private dinner')
    await guest.hears('Which day would you like?')
    await guest.says('30 November')
    await guest.hears('How many people?')
    await guest.says('4')
    await guest.hears('Seating area: what should I note?')
    await guest.says('skip')
    await guest.hears(/I do need this one.*Seating area/)
    await guest.says('the terrace, by the river')
    await guest.hears('Is anybody allergic to anything?')
    await guest.says('what did you ask?')
    await guest.hears('Is anybody allergic to anything?')
    await guest.says('すみません、もう一度お願いします')
    await guest.hears('食物アレルギーはございますか。')
    await guest.says('ピーナッツアレルギーが一人います')
    await guest.hears('記念日などでしょうか。')
    await guest.says('スキップ')
    const back = await guest.hears('内容を確認')
    for (const said of [
      '4名様',
      'アレルギー',
      'ピーナッツアレルギーが一人います',
      'the terrace, by the river',
      'Seating area',
    ])
      expect(back.text).toContain(said)
    expect(back.text).not.toContain('記念日')
    await guest.says('5名に変更してください')
    expect((await guest.hears('5名様')).text).toContain('ピーナッツアレルギー')
    await guest.taps('送信する')
    await guest.hears(/として承りました/)
    await allQuiet(desk)
    expect(await bookingOf(guest)).toMatchObject({
      key: 'private_dinner',
      slots: {
        date: '2026-11-30',
        party_size: 5,
        seating_area: 'the terrace, by the river',
        allergies: 'ピーナッツアレルギーが一人います',
      },
    })
    expect((await desk.business('prime', app).group.hears('the terrace, by the river')).text).toContain('อาหารที่แพ้')
    expect(desk.troubles).toEqual([])
  })

  it('a correction, another day, another tour, a trouble in between, and a question forgotten: the booking goes on where it was', async () => {
    const guest = desk.business('asiatravelplan', app).newcomer('Ines', 'en')
    await guest.says('I’d like to book the Slow Mekong tour for 2 people')
    await guest.hears('Which date suits you')
    await guest.says('no, 5 people')
    await guest.hears('Which date suits you')
    await guest.says('what did you ask me?')
    await guest.hears('Which date suits you')
    await guest.says('actually the Northern Hill Trails instead')
    await guest.hears('Which day would you like?')
    const [row] = await desk.ask('select state from conversations where id = $1', [await conversationOf(desk, guest)])
    expect(JSON.stringify(row?.['state'])).toMatch(
      /"item":"[^"]*northern[^}]*"party_size":5|"party_size":5[^}]*"item":"[^"]*northern/i,
    )
    await guest.says('my driver never showed up at the airport, we are stranded!')
    await guest.hears(/CS-\d+/)
    await guest.hears('order or booking number')
    await guest.says('skip')
    await guest.hears('The team works with what you wrote')
    await guest.says('back to my booking')
    await guest.hears('Which day would you like?')
    await guest.says('December 14')
    await guest.hears('Northern Hill Trails')
    await guest.says('never mind')
    await guest.hears('Nothing was booked')
    await allQuiet(desk)
    expect(await bookingOf(guest)).toBeUndefined()
    expect(desk.troubles).toEqual([])
  })

  it('a draft waits for days and through a restart; a day that has passed meanwhile is asked again', async () => {
    const guest = desk.business('prime', app).newcomer('ก้อย', 'th')
    await guest.says('อยากจองโต๊ะทานข้าวพรุ่งนี้ 4 คนค่ะ')
    await guest.hears('กี่โมงดีคะ')
    await desk.later(3 * DAY)
    forgetTenants()
    forgetTriage()
    await guest.says('หนึ่งทุ่มค่ะ')
    await guest.hears('ผ่านไปแล้ว')
    await guest.says('เปลี่ยนเป็นวันที่ 30 ค่ะ')
    const back = await guest.hears('ขอทวนรายละเอียด')
    for (const said of ['30', '4 ท่าน', '19:00']) expect(back.text).toContain(said)
    await guest.says('เปลี่ยนเป็น 6 คนค่ะ')
    await guest.hears('6 ท่าน')
    await guest.taps('ส่งเลย')
    await guest.hears('ส่งคำขอให้แล้วค่ะ')
    expect(await bookingOf(guest)).toMatchObject({ slots: { date: '2026-11-30', party_size: 6, time: '19:00' } })
    expect(desk.troubles).toEqual([])
  })

  it('a booking that waits while people talk is offered again when the bot is back, by a tap of staff or after their idle time', async () => {
    const { newcomer, group, staff } = desk.business('asiatravelplan', app)
    const guest = newcomer('Nadia', 'en')
    await guest.says('I’d like to book the Slow Mekong tour for 2 people')
    await guest.hears('Which date suits you')
    await guest.says('I want to speak with a human please')
    const wants = await group.hears(/Nadia/)
    await staff('rowan').taps('Hand back to the bot', { on: wants.id })
    await group.hears('Nadia’s chat is with the bot again')
    await guest.hears('I’m back to help')
    await guest.taps('Back to my booking')
    await guest.hears('Which date suits you')
    await guest.says('I want to speak with a human please')
    await guest.hears('A person will write to you here')
    await desk.later(61 * 60_000)
    await group.hears(/Nadia’s chat went back to the bot after 60 quiet minutes/)
    await guest.hears('I’m back to help')
    await guest.says('back to my booking')
    await guest.hears('Which date suits you')
    expect(desk.troubles).toEqual([])
  })

  it('what corrects or asks for another language is no answer to where', async () => {
    const guest = desk.business('prime', app).newcomer('Birdie', 'th')
    // the cards of a list say its question too: the next words wait until all of it is there
    for (const [said, heard] of [
      ['อยากจองสนามกอล์ฟค่ะ', 'ที่ไหนดีคะ'],
      ['4 คน', 'ที่ไหนดีคะ'],
      ['วันที่ 12 ธันวา', 'ที่ไหนดีคะ'],
      ['เปลี่ยนเป็น 3 คนค่ะ', 'ที่ไหนดีคะ'],
      ['ok can we continue in English please', 'Which place?'],
    ] as const) {
      await guest.says(said)
      await guest.hears(heard)
      await allQuiet(desk)
    }
    await guest.says('I don’t know')
    await guest.hears(/I do need this one.*Which place/)
    await allQuiet(desk)
    const [row] = await desk.ask(`select state->'draft'->'answers' as answers from conversations where id = $1`, [
      await conversationOf(desk, guest),
    ])
    expect(row).toEqual({ answers: { party_size: 3, date: '2026-12-12' } })
    expect(desk.troubles).toEqual([])
  })

  it('two matters in one message are two records', async () => {
    const traveller = desk.business('asiatravelplan', app).newcomer('Omar', 'en')
    await traveller.says(
      'My driver never showed up at the airport! Also I want to book an airport transfer in Bangkok tomorrow at 5pm please',
    )
    await traveller.hears(/CS-\d+/)
    expect((await traveller.hears('Shall I send it?')).text).toContain('17:00')
    await traveller.taps('Send it')
    await traveller.hears(/ATP-\d+/)
    const seller = desk.business('meelike', app).newcomer('ปอ', 'th')
    await seller.says('เติมเงินไม่เข้าค่ะ โอนไป 500 ตั้งแต่เช้า แล้วก็ออเดอร์ 1290801 ไม่เดินเลยค่ะ')
    await allQuiet(desk)
    // each is told by itself; on WhatsApp in one bubble
    const told = saidSince(seller, 0).join('\n')
    expect(new Set(told.match(/ML-C-\d+/g)).size).toBe(2)
    const rows = await desk.ask(
      `select t.key, c.slots->>'order_id' as order_id from cases c join case_types t on t.id = c.case_type_id
       where c.conversation_id = $1 order by t.key`,
      [await conversationOf(desk, seller)],
    )
    expect(rows).toEqual([
      { key: 'order_not_started', order_id: '1290801' },
      { key: 'topup_not_credited', order_id: null },
    ])
    expect(await bookingOf(traveller)).toMatchObject({ key: 'transfer_only' })
    expect(desk.troubles).toEqual([])
  })

  it('after a case was resolved: thanks closes it quietly, still broken reopens it, something new is new', async () => {
    const { newcomer, group, staff } = desk.business('meelike', app)
    const solve = async (name: string) => {
      const guest = newcomer(name, 'th')
      await guest.says('ออเดอร์ 1290801 ไม่เดินเลยค่ะ')
      const reference = referenceIn((await guest.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
      const card = await group.hears(reference)
      await staff('nan_admin').taps('รับเคส', { on: card.id })
      await guest.hears('กำลังดูแล')
      const cases = await desk.ask('select id from cases where reference = $1', [reference])
      const post = async (path: string, body: object) => {
        const to = `/v1/cases/${String(cases[0]?.['id'])}/${path}`
        return (await desk.business('meelike').call(to, { method: 'POST', body: JSON.stringify(body) })).status
      }
      expect(await post('provider', { provider: 'boosthive' })).toBe(200)
      expect(await post('resolve', { rootCause: 'provider_issue' })).toBe(200)
      await guest.hears('แก้ไขเรียบร้อยแล้ว')
      return { guest, reference }
    }
    const stateOf = async (reference: string) =>
      (await desk.ask('select status, reopened from cases where reference = $1', [reference]))[0]

    const glad = await solve('ใจดี')
    await glad.guest.says('ขอบคุณค่ะ')
    await glad.guest.hears('ยินดีค่ะ')
    await allQuiet(desk)
    expect(await stateOf(glad.reference)).toEqual({ status: 'closed', reopened: 0 })
    // thanked too early: the same trouble is the same case still
    await glad.guest.says('ออเดอร์ยังไม่เดินเหมือนเดิมเลยค่ะ')
    await glad.guest.hears(`เปิด ${glad.reference} อีกครั้ง`)
    expect(await stateOf(glad.reference)).toEqual({ status: 'investigating', reopened: 1 })

    const cross = await solve('ยังรออยู่')
    await cross.guest.says('ยังไม่ได้เลยค่ะ')
    await cross.guest.hears(`เปิด ${cross.reference} อีกครั้ง`)
    expect(await stateOf(cross.reference)).toEqual({ status: 'investigating', reopened: 1 })
    await cross.guest.says('ยังเหมือนเดิมค่ะ')
    await cross.guest.hears(`${cross.reference} ยังเปิดอยู่`)
    await cross.guest.says('เติมเงินไม่เข้าค่ะ โอนไป 500 ตั้งแต่เช้า')
    const second = await cross.guest.hears(/เปิดเคส ML-C-\d+/)
    expect(second.text).not.toContain(cross.reference)

    const again = await solve('คนเดิม')
    await again.guest.says('ออเดอร์ 1290801 ยังไม่เดินเลยนะคะ')
    await again.guest.hears(`เปิด ${again.reference} อีกครั้ง`)
    expect(desk.troubles).toEqual([])
  })

  it('what is not clear is asked about once; what is picked, by tap or by its name, is remembered as a lesson', async () => {
    const guest = desk.business('vschool', app).newcomer('Vera', 'en')
    await guest.says('It went wrong with the course, please look into it')
    await guest.hears('Which of these is it about?')
    const choices = guest.messages().findLast((it) => it.from === 'bot')
    expect(JSON.stringify(choices)).toContain('Talk to a person')
    const [offered] = await desk.ask(
      `select it.key, it.names->>'en' as name from conversations c
       cross join jsonb_array_elements(c.state->'clarifying'->'choices') with ordinality as one(choice, place)
       join case_types it on it.tenant_id = c.tenant_id and it.key = one.choice->>'key'
       where one.choice->>'kind' = 'case' order by c.last_message_at desc, place limit 1`,
    )
    await guest.says(String(offered?.name))
    await guest.hears(/CS-\d+/)
    const lessons = await desk.ask(`select text, intent, label from triage_examples where origin = 'clarified'`)
    expect(lessons).toContainEqual({
      text: 'It went wrong with the course, please look into it',
      intent: 'case_report',
      label: offered?.key,
    })
    expect(desk.troubles).toEqual([])
  })
})
