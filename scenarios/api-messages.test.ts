import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, type Desk } from '../test/desk.ts'
import { howMany } from './all-quiet.ts'

type Became = {
  became: string
  language: string
  case: { reference: string; severity: string } | null
  booking: { reference: string; stage: string } | null
  reply: { text: string; choices: string[] }[]
}

describe('a message from any other channel', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
    await desk.later(0)
  })
  afterAll(() => desk.end())

  const hand = async (tenant: string, body: object, headers: Record<string, string> = {}) => {
    const answer = await desk
      .business(tenant)
      .call('/v1/messages', { method: 'POST', body: JSON.stringify(body), headers })
    return { status: answer.status, body: (await answer.json()) as Became & { title?: string; code?: string } }
  }

  it('becomes a case, told to the staff group, and once only for the same key', async () => {
    const before = await howMany(desk)
    const message = { from: { id: 'web-17', name: 'คุณปลา' }, text: 'เติมเงินไม่เข้าค่ะ โอนไป 500 ตั้งแต่เช้าแล้ว ยูส pla_shop' }
    const first = await hand('meelike', message, { 'idempotency-key': 'once-1' })
    expect(first.body).toMatchObject({ became: 'case', language: 'th', case: { severity: 'critical' } })
    // there is no chat of ours to write to: the link is all that is promised
    expect(first.body.reply.map((it) => it.text).join()).toMatch(/ลิงก์ด้านล่าง[^]*\/t\//)
    expect(first.body.reply.map((it) => it.text).join()).not.toContain('ในแชตนี้')
    const again = await hand('meelike', message, { 'idempotency-key': 'once-1' })
    expect(again).toEqual(first)
    expect(await howMany(desk)).toEqual({ ...before, cases: (before['cases'] ?? 0) + 1 })
    expect((await desk.business('meelike').group.hears(first.body.case?.reference ?? '-')).text).toContain('คุณปลา')
    expect(
      (await hand('meelike', { ...message, text: 'อย่างอื่น' }, { 'idempotency-key': 'once-1' })).status,
    ).toBeGreaterThanOrEqual(400)
  })

  it('becomes a booking by words alone', async () => {
    const from = { id: 'mail-3', name: 'Ada' }
    const offered = await hand('asiatravelplan', {
      from,
      text: 'Hi, we’re 4 people, thinking of Chiang Mai second week of December, 3 nights',
    })
    expect(offered.body).toMatchObject({ became: 'answer', language: 'en' })
    expect(offered.body.reply.flatMap((it) => it.choices)).toContain('Plan one just for us')
    const back = await hand('asiatravelplan', { from, text: 'Plan one just for us' })
    expect(back.body.reply[0]?.text).toContain('Shall I send it?')
    const sent = await hand('asiatravelplan', { from, text: 'Send it' })
    expect(sent.body).toMatchObject({ became: 'booking', booking: { stage: 'new' } })
    expect(sent.body.reply[0]?.text).toContain(sent.body.booking?.reference)
    await desk.business('asiatravelplan').group.hears(sent.body.booking?.reference ?? '-')
  })

  it('becomes an answer where there is nothing to open', async () => {
    const before = await howMany(desk)
    expect((await hand('vschool', { from: { id: 'x' }, text: 'こんにちは' })).body).toMatchObject({
      became: 'answer',
      language: 'ja',
    })
    expect((await hand('vschool', { from: { id: 'x' }, text: 'ありがとうございます' })).body).toMatchObject({
      became: 'answer',
    })
    expect(await howMany(desk)).toEqual(before)
  })

  it('is refused without a key, with a wrong one, and when it is not a message', async () => {
    const wrong = await fetch(`${desk.url}/v1/messages`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', authorization: 'Bearer demo-nobody-api-key' },
    })
    expect(wrong.status).toBe(401)
    const none = await fetch(`${desk.url}/v1/messages`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    expect(none.status).toBe(401)
    expect(none.headers.get('content-type')).toContain('application/problem+json')
    expect((await hand('meelike', { from: { id: 'x' }, text: '' })).status).toBeGreaterThanOrEqual(400)
    expect(desk.troubles).toEqual([])
  })
})
