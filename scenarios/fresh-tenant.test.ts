import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTenant, system } from '../api/context.ts'
import { putCaseType } from '../api/cases/commands/put-case-type.ts'
import { issueApiKey } from '../api/staff/commands.ts'
import { createTenant } from '../api/tenants/commands.ts'
import { giveFirstTerms } from '../api/tenants/commands/give-first-terms.ts'
import { forgetTriage } from '../api/triage/queries.ts'
import { aDesk, type Desk } from '../test/desk.ts'

type Became = {
  became: string
  intent: string
  case: { reference: string } | null
  reply: { text: string; choices: string[] }[]
}

describe('a business of its own, on its first day', () => {
  let desk: Desk
  let tenantId: string
  beforeAll(async () => {
    desk = await aDesk()
    const it = { key: 'salon', name: 'Salon Suay', zone: 'Asia/Bangkok', currency: 'THB', language: 'th' } as const
    tenantId = (await createTenant(desk.database.ownerUrl, it)).id
    await inTenant(tenantId, system, async (ctx) => {
      await giveFirstTerms(ctx)
      await issueApiKey(ctx, { name: 'Web', key: 'salon-key-for-this-test', role: 'admin' })
    })
  })
  afterAll(() => desk.end())

  let people = 0
  const hand = async (text: string, from = `guest-${(people += 1)}`): Promise<Became> => {
    const answered = await fetch(`${desk.url}/v1/messages`, {
      method: 'POST',
      headers: { 'x-api-key': 'salon-key-for-this-test', 'content-type': 'application/json' },
      body: JSON.stringify({ from: { id: from }, text }),
    })
    expect(answered.status).toBe(200)
    return (await answered.json()) as Became
  }

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

  it('knows a new case type by its name from then on', async () => {
    await inTenant(tenantId, system, (ctx) =>
      putCaseType(ctx, {
        key: 'allergic_reaction',
        names: { th: 'แพ้น้ำยา', en: 'Allergic reaction to a product', ja: '薬剤アレルギー' },
        category: 'safety',
        severity: 'critical',
        slaMinutes: 15,
        slaClock: 'calendar',
        stopsForCustomer: false,
        requiredSlots: [],
        requireProvider: false,
      }),
    )
    forgetTriage()
    const became = await hand('แพ้น้ำยาค่ะ หนังศีรษะแสบไปหมดเลย')
    expect(became.became).toBe('case')
    const [row] = await desk.ask(
      `select t.key from cases c join case_types t on t.id = c.case_type_id where c.reference = $1 and c.tenant_id = $2`,
      [became.case?.reference, tenantId],
    )
    expect(row).toEqual({ key: 'allergic_reaction' })
  })
})
