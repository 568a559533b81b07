import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, apps, type Desk } from '../test/desk.ts'
import { allQuiet, referenceIn } from './all-quiet.ts'

const MINUTE = 60_000

describe.each(apps)('paid and not credited (Meelike, on %s)', (app) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
  })
  afterAll(() => desk.end())

  const tell = async (news: object) => {
    const answer = await desk
      .business('meelike', app)
      .call('/v1/payments', { method: 'POST', body: JSON.stringify(news) })
    expect(answer.status).toBe(200)
  }

  it.each([
    ['th', 'สวัสดีค่ะ', 'ก่อนที่จะต้องทักมา', /คนรับเรื่องจะแจ้ง/, 'โอนเงินไปแล้วแต่เครดิตไม่เข้าเลยค่ะ'],
    [
      'en',
      'hello there',
      'before you had to ask',
      /as soon as somebody takes it/,
      'I paid but my top-up still has not been credited',
    ],
    [
      'ja',
      'こんにちは',
      'お問い合わせをいただく前に',
      /担当が決まり次第/,
      '入金したのにチャージが残高に反映されません',
    ],
  ] as const)(
    'is told to the customer (%s) before they ask, and to staff; what they write then joins it',
    async (language, hello, before, promise, trouble) => {
      const { newcomer, group, staff } = desk.business('meelike', app)
      const customer = newcomer(`Mew ${language}`, language)
      await customer.says(hello)
      await allQuiet(desk)
      const [identity] = await desk.ask(
        `select i.kind, i.value from contact_identities i join contacts c on c.id = i.contact_id where i.kind = $1 and c.name = $2`,
        [app, `Mew ${language}`],
      )
      const paymentId = `TP-${language}`
      await tell({ paymentId, state: 'paid', amount: 1290, currency: 'THB', customer: identity })
      await allQuiet(desk)
      expect(customer.messages().some((it) => it.text.includes('ML-C-'))).toBe(false)

      await desk.later(5 * MINUTE)
      const told = await customer.hears(before)
      expect(told.text).toMatch(promise)
      expect(told.text).toContain(paymentId)
      const reference = referenceIn(told.text, /ML-C-\d+/)
      const card = await group.hears(reference)
      expect(JSON.stringify(card.raw)).toContain(paymentId)

      await customer.says(trouble)
      await allQuiet(desk)
      const open = await desk.ask(
        `select k.reference from cases k join contacts c on c.id = k.contact_id where c.name = $1`,
        [`Mew ${language}`],
      )
      expect(open).toEqual([{ reference }])

      await staff('nan_admin').taps('รับเคส')
      await customer.hears(reference)
      await tell({ paymentId, state: 'credited' })
      await group.hears(`${reference}: เครดิตเข้าแล้ว`)
      expect(desk.troubles).toEqual([])
    },
  )
})
