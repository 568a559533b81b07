import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { putBookingKind } from '../api/bookings/commands/put-booking-kind.ts'
import { putCaseType } from '../api/cases/commands/put-case-type.ts'
import type { CaseConcern } from '../api/cases/schema.ts'
import { inTenant, system } from '../api/context.ts'
import { issueApiKey } from '../api/staff/commands.ts'
import { createTenant } from '../api/tenants/commands.ts'
import { forgetTriage } from '../api/triage/queries.ts'
import { aDesk, type Desk } from '../test/desk.ts'

type Became = {
  became: string
  intent: string
  severity: string | null
  case: { reference: string } | null
  booking: { reference: string } | null
  reply: { text: string; choices: string[] }[]
}

type Case = 'change' | 'cancel' | 'noise'
const types: { of: Case; names: { en: string; th: string; ja: string }; concerns?: CaseConcern[] }[] = [
  {
    of: 'change',
    names: { en: 'Change a stay', th: 'เปลี่ยนแปลงการเข้าพัก', ja: '宿泊内容の変更' },
    concerns: ['change'],
  },
  {
    of: 'cancel',
    names: { en: 'Cancel a stay', th: 'ยกเลิกการเข้าพัก', ja: '宿泊のキャンセル' },
    concerns: ['cancellation'],
  },
  { of: 'noise', names: { en: 'Noise at night', th: 'เสียงดังตอนกลางคืน', ja: '夜間の騒音' } },
]

/** Nobody's keys, and keys that would have said the opposite. */
const desks: [string, string, Record<Case, string>][] = [
  ['its own keys', 'house', { change: 'move_my_stay', cancel: 'call_it_off', noise: 'loud' }],
  ['keys that mislead', 'hostel', { change: 'zimmer_a', cancel: 'zimmer_b', noise: 'change_cancel_edit' }],
]

describe.each(desks)('a guesthouse with %s', (_, tenant, key) => {
  let desk: Desk
  let tenantId: string
  const apiKey = `${tenant}-key-for-this-test`
  beforeAll(async () => {
    desk = await aDesk()
    const it = { key: tenant, name: 'Ban Suan', zone: 'Asia/Bangkok', currency: 'THB', language: 'en' } as const
    tenantId = (await createTenant(desk.database.ownerUrl, it)).id
    await inTenant(tenantId, system, async (ctx) => {
      for (const { of, names, concerns } of types)
        await putCaseType(ctx, {
          key: key[of],
          names,
          category: 'stay',
          severity: 'normal',
          slaMinutes: 120,
          slaClock: 'calendar',
          stopsForCustomer: true,
          requiredSlots: of === 'change' ? ['date'] : [],
          requireProvider: false,
          ...(concerns && { concerns }),
        })
      await putBookingKind(ctx, {
        key: 'stay',
        names: { en: 'A stay', th: 'เข้าพัก', ja: 'ご宿泊' },
        slaMinutes: 240,
        itemTypes: [],
        requiredSlots: ['date', 'party_size'],
        optionalSlots: ['name', 'time'],
      })
      await issueApiKey(ctx, { name: 'Web', key: apiKey, role: 'admin' })
    })
    forgetTriage()
  })
  afterAll(() => desk.end())

  const say = async (from: string, text: string): Promise<Became> => {
    const answered = await fetch(`${desk.url}/v1/messages`, {
      method: 'POST',
      headers: { 'x-api-key': apiKey, 'content-type': 'application/json' },
      body: JSON.stringify({ from: { id: from }, text }),
    })
    expect(answered.status).toBe(200)
    return (await answered.json()) as Became
  }
  const typeOf = async (reference: string | undefined): Promise<unknown> =>
    (
      await desk.ask(
        `select t.key, c.slots, c.severity from cases c join case_types t on t.id = c.case_type_id where c.reference = $1 and c.tenant_id = $2`,
        [reference, tenantId],
      )
    )[0]

  it('takes a change of what was just sent for one of that booking', async () => {
    await say('kim', 'I would like to book a stay on 5 December for 2 people')
    const sent = await say('kim', 'yes please')
    expect(sent.became).toBe('booking')
    const changed = await say('kim', 'actually make it 4 people')
    expect(await typeOf(changed.case?.reference)).toMatchObject({
      key: key.change,
      slots: { reference: sent.booking?.reference, party_size: 4 },
    })
    // who changes the number is not asked for another day
    expect(changed.reply.map((it) => it.text).join('\n')).not.toMatch(/which day|what date|when/i)
  })

  it('moves what is being written down, and opens no case for it', async () => {
    await say('lee', 'I would like to book a stay on 5 December for 2 people')
    expect((await say('lee', 'sorry, can we change it to 3 people')).became).not.toBe('case')
    const sent = await say('lee', 'yes please')
    expect(sent.became).toBe('booking')
  })

  it('reads the day they want, and that it cannot wait', async () => {
    const { case: opened } = await say('ann', 'please move my stay BK-99 from today to 9 December')
    expect(await typeOf(opened?.reference)).toMatchObject({
      key: key.change,
      severity: 'high',
      slots: { date: '2026-12-09' },
    })
  })

  it('keeps a change and a cancellation of one booking together', async () => {
    const first = await say('joe', 'please cancel my stay BK-77 on 9 December')
    expect(await typeOf(first.case?.reference)).toMatchObject({ key: key.cancel })
    await say('joe', 'could we change the stay to 12 December instead of that?')
    const cases = await desk.ask(
      `select k.key from cases c join case_types k on k.id = c.case_type_id where c.tenant_id = $1 and c.contact_id = (select contact_id from cases where reference = $2 and tenant_id = $1)`,
      [tenantId, first.case?.reference],
    )
    expect(cases).toEqual([{ key: key.cancel }])
  })

  it('takes noise for noise', async () => {
    const { case: opened } = await say('sam', 'there is terrible noise at night in our room')
    expect(await typeOf(opened?.reference)).toMatchObject({ key: key.noise, severity: 'normal' })
  })
})
