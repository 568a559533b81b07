import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTenant, system } from '../api/context.ts'
import { issueApiKey } from '../api/staff/commands.ts'
import { createTenant } from '../api/tenants/commands.ts'
import { giveFirstTerms } from '../api/tenants/commands/give-first-terms.ts'
import { aDesk, type Desk } from '../test/desk.ts'

type Became = { became: string; reply: { text: string }[] }

/** The desk's day is Friday, 20 November 2026, 10:00 in Bangkok. */
describe('whether we are open', () => {
  let desk: Desk
  const apiKey = 'studio-key-for-this-test'
  beforeAll(async () => {
    desk = await aDesk()
    const it = { key: 'studio', name: 'Ban Chut', zone: 'Asia/Bangkok', currency: 'THB', language: 'th' } as const
    const { id } = await createTenant(desk.database.ownerUrl, it)
    await inTenant(id, system, async (ctx) => {
      await giveFirstTerms(ctx)
      await issueApiKey(ctx, { name: 'set-up', key: apiKey, role: 'admin' })
    })
  })
  afterAll(() => desk.end())

  const call = async (method: string, path: string, body: object): Promise<unknown> => {
    const answered = await fetch(`${desk.url}/v1/${path}`, {
      method,
      headers: { 'x-api-key': apiKey, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const shown: unknown = await answered.json()
    expect([path, answered.status < 300, shown]).toEqual([path, true, shown])
    return shown
  }
  const says = async (from: string, text: string) => {
    const became = (await call('POST', 'messages', { from: { id: from }, text })) as Became
    expect([text, became.became]).toEqual([text, 'answer'])
    return became.reply.map((one) => one.text).join('\n')
  }

  it('is not told before the business has said so', async () => {
    expect(await says('first', 'what are your opening hours?')).toContain('I don’t want to guess')
  })

  it('is told out of the settings, of the day that was asked about, in each language', async () => {
    await call('PUT', 'settings', {
      hours: { '2': ['11:00', '20:00'], '3': ['11:00', '20:00'], '5': ['09:30', '19:00'], '7': ['10:00', '18:00'] },
      holidays: ['2026-12-06'],
    })
    expect(await says('th', 'ร้านเปิดวันจันทร์ไหมคะ')).toMatch(/จันทร์ 23 พ\.ย\. ปิดทำการค่ะ[\s\S]*อังคาร–พุธ: 11:00–20:00/)
    expect(await says('th', 'แล้ววันอาทิตย์ล่ะคะ')).toBe('อาทิตย์ 22 พ.ย. เปิด 10:00–18:00 น. ค่ะ')
    expect(await says('en', 'are you open on Sunday?')).toBe('On Sun 22 Nov we are open from 10:00 to 18:00.')
    expect(await says('en', 'what about Tuesday, until when?')).toContain('until 20:00'.slice(6))
    expect(await says('ja', '日曜日は何時までやってますか?')).toBe('11月22日(日)は10:00から18:00まで営業しております。')
    expect(await says('now', 'when do you close?')).toContain('We are open now, until 19:00.')
    expect(await says('holiday', 'are you open on 6 December?')).toContain('On Sun 6 Dec we are closed.')
  })

  it('goes on with what is being booked', async () => {
    await says('busy', 'I would like to book for Saturday 28 November')
    const answered = await says('busy', 'are you open on Tuesdays?')
    expect(answered).toContain('On Tue 24 Nov we are open from 11:00 to 20:00.')
    expect(answered).toContain('What would you like to book')
  })

  it('an article that names hours says it better', async () => {
    const { id } = (await call('POST', 'knowledge', {
      key: 'songkran',
      visibility: 'customer',
      texts: {
        en: {
          title: 'Opening hours',
          questions: ['what are your opening hours', 'when are you open', 'what time do you open'],
          answer: 'By appointment from 11:00; evenings until 22:00 if you call ahead.',
        },
      },
    })) as { id: string }
    await call('POST', `knowledge/${id}/publish`, {})
    await expect.poll(() => says('better', 'what are your opening hours?')).toContain('By appointment')
  })
})
