import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, type Desk } from '../test/desk.ts'
import { type Became, ownBusiness } from './own-business.ts'

describe('a business of its own, on its first day', () => {
  let desk: Desk
  let business: Awaited<ReturnType<typeof ownBusiness>>
  beforeAll(async () => {
    desk = await aDesk()
    business = await ownBusiness(desk, 'salon', 'th')
  })
  afterAll(() => desk.end())

  let people = 0
  const hand = (text: string, from = `guest-${(people += 1)}`): Promise<Became> => business.hears(from, text)

  it('understands greetings, troubles, wishes, questions about them and calls for a person, in three languages', async () => {
    for (const [intent, ...said] of [
      ['smalltalk', 'good evening', 'ขอบคุณมากค่ะ', 'ありがとうございます'],
      ['handoff', 'I want to speak to a real person', 'ขอคุยกับพนักงานหน่อยค่ะ', 'スタッフと話したいです'],
      ['status_query', 'any news about my request?', 'เรื่องที่แจ้งไปถึงไหนแล้วคะ', '先日の件はどうなりましたか'],
      ['booking_request', 'I would like to book for Saturday', 'อยากจองวันเสาร์ค่ะ', '土曜日に予約したいです'],
      ['case_report', 'your payment page does not work', 'จ่ายเงินแล้วแต่ของยังไม่มาค่ะ', '商品がまだ届いていません'],
    ] as const)
      for (const text of said) expect([text, (await hand(text)).intent]).toEqual([text, intent])
  })

  it('opens a case and takes a request with nothing but its first terms', async () => {
    expect(await hand('จ่ายเงินแล้วแต่ของยังไม่มาค่ะ')).toMatchObject({
      became: 'case',
      case: { reference: expect.stringMatching(/^CS-\d+$/) },
    })
    expect((await hand('I would like to book for Saturday 28 November', 'web-7')).reply[0]?.text).toContain(
      'What would you like to book',
    )
    expect((await hand('a haircut and colour', 'web-7')).reply[0]?.text).toContain('a haircut and colour')
    expect(await hand('yes please', 'web-7')).toMatchObject({ became: 'booking' })
  })

  const put = async (path: string, body: object) => {
    const answered = await fetch(`${desk.url}/v1/${path}`, {
      method: 'PUT',
      headers: { 'x-api-key': 'salon-key-for-this-test', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect([path, answered.status]).toEqual([path, 200])
  }
  /** What a message would become, as an admin tries it. */
  const wouldBe = async (text: string) => {
    const answered = await fetch(`${desk.url}/v1/triage`, {
      method: 'POST',
      headers: { 'x-api-key': 'salon-key-for-this-test', 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
    })
    return JSON.stringify(await answered.json())
  }

  it('knows a new case type by its name from then on', async () => {
    await put('case-types/allergic_reaction', {
      names: { th: 'แพ้น้ำยา', en: 'Allergic reaction to a product', ja: '薬剤アレルギー' },
      category: 'safety',
      severity: 'critical',
      slaMinutes: 15,
      stopsForCustomer: false,
    })
    const text = 'แพ้น้ำยาค่ะ หนังศีรษะแสบไปหมดเลย'
    await expect.poll(() => wouldBe(text), { timeout: 10_000 }).toContain('allergic_reaction')
    const became = await hand(text)
    expect(became.became).toBe('case')
    const [row] = await desk.ask(
      `select t.key from cases c join case_types t on t.id = c.case_type_id where c.reference = $1 and c.tenant_id = $2`,
      [became.case?.reference, business.tenantId],
    )
    expect(row).toEqual({ key: 'allergic_reaction' })
  })

  it('asks which trouble is meant where a type was retired a moment ago, in another process', async () => {
    const use = (active: boolean) =>
      desk.ask(`update case_types set active = $2 where key = 'allergic_reaction' and tenant_id = $1 returning 1`, [
        business.tenantId,
        active,
      ])
    expect(await use(false)).toHaveLength(1)
    const asked = await hand('แพ้น้ำยาค่ะ หนังศีรษะแสบไปหมดเลย')
    expect(asked).toMatchObject({ became: 'answer', case: null })
    expect(asked.reply.at(-1)?.choices).toContain('แจ้งปัญหา')
    await use(true)
  })

  it('takes what it sells, by the dates it sells, with its own questions, and none of it needed code', async () => {
    await put('items/bridal_trial', {
      type: 'styling',
      name: 'Bridal hair trial',
      names: { th: 'ลองทำผมเจ้าสาว' },
      priceMinor: 250_000,
    })
    await put('items/bridal_trial/slots', { startsAt: '2099-05-02T10:00:00+07:00', capacity: 1 })
    await put('booking-kinds/styling_session', {
      names: { en: 'Styling session', th: 'นัดทำผม' },
      requiredSlots: ['item', 'date', 'hair_length'],
      itemTypes: ['styling'],
      slaMinutes: 60,
      slotWords: {
        hair_length: {
          label: { en: 'Hair length', th: 'ความยาวผม' },
          question: { en: 'How long is your hair?', th: 'ผมยาวประมาณไหนคะ' },
        },
      },
    })
    const text = 'I’d like to book a bridal hair trial'
    await expect.poll(() => wouldBe(text), { timeout: 10_000 }).toContain('styling_session')
    const say = (words: string) => hand(words, 'web-bride')
    expect((await say(text)).reply.at(-1)?.text).toContain('How long is your hair?')
    // there is one date, so nobody is asked for it
    expect((await say('down to my shoulders')).reply.at(-1)?.text).toMatch(
      /Bridal hair trial[\s\S]*2 May[\s\S]*Hair length: down to my shoulders/,
    )
    expect(await say('yes please')).toMatchObject({ became: 'booking' })
    const [row] = await desk.ask(
      `select k.key, b.slots->>'hair_length' as hair, s.held from bookings b join booking_kinds k on k.id = b.booking_kind_id join slots s on s.id = b.slot_id
       where b.tenant_id = $1 and k.key = 'styling_session'`,
      [business.tenantId],
    )
    expect(row).toEqual({ key: 'styling_session', hair: 'down to my shoulders', held: 1 })
  })
})
