import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { useLanguageModels } from '../api/llm/models.ts'
import { samplePicture } from '../bot/simulator/sample-picture.ts'
import { aDesk, type Desk } from '../test/desk.ts'
import { aModelServer, type Behaviour, type ModelServer } from '../test/llm/model-server.ts'
import { allQuiet, referenceIn, saidSince } from './all-quiet.ts'
import { filesAtRest, isNowhere } from './search-everywhere.ts'

const slip = {
  is_slip: true,
  amount: 1250,
  currency: 'THB',
  paid_at: null,
  reference: '016235zebra4711',
}
const unsure = { case_type: 'none', booking_kind: 'none', severity: 'none', severity_reason: 'none', slots: [] }
const words: Behaviour = { does: 'answers', json: { intent: 'other', language: 'th', confidence: 0.3, ...unsure } }

describe('pictures of payment slips (Meelike)', () => {
  let server: ModelServer
  let desk: Desk
  let n = 0
  beforeAll(async () => {
    server = await aModelServer()
    desk = await aDesk({ models: server, quietMs: 60 })
  })
  afterAll(async () => {
    await desk.end()
    await server.stop()
  })
  afterEach(async () => {
    await allQuiet(desk)
    const troubles = desk.troubles.splice(0)
    await useLanguageModels(server)
    await patience(10_000)
    server.seen.length = 0
    expect(troubles).toEqual([])
  })

  const someone = (language: 'th' | 'en' | 'ja' = 'th') =>
    desk.business('meelike').newcomer(`คนที่ ${(n += 1)}`, language)
  const patience = (timeoutMs: number) =>
    desk.business('meelike').call('/v1/triage/settings', { method: 'PUT', body: JSON.stringify({ timeoutMs }) })
  const reads = (picture: Behaviour) => server.becomes((asked) => (asked.picture ? picture : words))
  const stored = (userId: string, count: number) =>
    vi.waitUntil(
      async () => {
        const rows = await desk.ask(
          `select m.body, m.content, m.case_id from files f join messages m on m.id = f.message_id
           join conversations c on c.id = m.conversation_id where c.source_id = $1 and f.state = 'stored' order by m.happened_at, m.id`,
          [userId],
        )
        return rows.length === count ? rows : undefined
      },
      { timeout: 60_000, interval: 25 },
    )
  const caseOf = async (reference: string) =>
    (await desk.ask('select id, slots from cases where reference = $1', [reference]))[0] ?? {}
  type Person = ReturnType<typeof someone>
  const opens = async (person: Person) => {
    await person.says('เติมเงินไม่เข้าค่ะ รอตั้งแต่เช้าแล้ว')
    const reference = referenceIn((await person.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await allQuiet(desk)
    return reference
  }

  it('what is read is said back, and joins the open case once the customer says that it is right; taken back it is nowhere', async () => {
    reads({ does: 'answers', json: slip })
    const { group } = desk.business('meelike')
    const person = someone()
    const reference = await opens(person)
    const sent = await person.image()
    const asked = await person.hears('ถูกต้องไหมคะ')
    expect(asked.text).toContain('1,250 บาท')
    expect(asked.text).toContain(slip.reference)
    expect(server.seen.findLast((it) => it.picture)?.picture).toEqual({
      contentType: 'image/png',
      base64: samplePicture().toString('base64'),
    })
    // nobody has said yet that it is so
    expect((await caseOf(reference))['slots']).not.toHaveProperty('transfer_reference')
    expect((await stored(person.userId, 1))[0]).toMatchObject({ body: null })

    await person.taps('ใช่ ถูกต้อง')
    await person.hears(new RegExp(`เพิ่มลงใน ${reference}`))
    await group.hears(reference)
    expect((await caseOf(reference))['slots']).toMatchObject({ amount: 1250, transfer_reference: slip.reference })
    const [kept] = await stored(person.userId, 1)
    expect(kept).toMatchObject({ case_id: (await caseOf(reference))['id'] })
    expect(kept?.['body']).toContain('1,250')
    expect(kept?.['content']).not.toHaveProperty('reading')

    await filesAtRest(desk)
    await person.unsends(sent.messageId)
    await isNowhere(desk, slip.reference)
    expect((await caseOf(reference))['slots']).not.toHaveProperty('amount')
  })

  it('what was misread is used nowhere, and neither is what was taken back before it was confirmed', async () => {
    reads({ does: 'answers', json: { ...slip, reference: '7711quagga' } })
    const person = someone()
    const reference = await opens(person)
    await person.image()
    await person.hears('ถูกต้องไหมคะ')
    await person.taps('ไม่ถูกต้อง')
    await person.hears('เก็บเฉพาะรูป')
    await allQuiet(desk)
    await isNowhere(desk, '7711quagga')
    expect((await caseOf(reference))['slots']).not.toHaveProperty('amount')

    reads({ does: 'answers', json: { ...slip, reference: '8811okapi' } })
    const sent = await person.image()
    await person.hears(/8811okapi/)
    await allQuiet(desk)
    await person.unsends(sent.messageId)
    await isNowhere(desk, '8811okapi')
    await person.taps('ใช่ ถูกต้อง')
    await person.hears('ตอบไว้ก่อนหน้านี้แล้ว')
    expect((await caseOf(reference))['slots']).not.toHaveProperty('amount')
  })

  it('a thumb that taps twice adds it once (on WhatsApp)', async () => {
    reads({ does: 'answers', json: slip })
    const [person] = desk.business('meelike', 'whatsapp').customers
    if (!person) throw new Error('no customer')
    await person.says('เติมเงินไม่เข้าค่ะ รอตั้งแต่เช้าแล้ว')
    const reference = referenceIn((await person.hears(/ML-C-\d+/)).text, /ML-C-\d+/)
    await person.image()
    await person.hears('ถูกต้องไหมคะ')
    await allQuiet(desk)
    const before = person.messages().length
    await Promise.all([person.taps('ใช่ ถูกต้อง'), person.taps('ใช่ ถูกต้อง')])
    await person.hears('ตอบไว้ก่อนหน้านี้แล้ว')
    await allQuiet(desk)
    expect(saidSince(person, before).filter((said) => said.includes(`เพิ่มลงใน ${reference}`))).toHaveLength(1)
  })

  it('with nothing in hand the values are words of a turn, in the customer’s language', async () => {
    reads({ does: 'answers', json: slip })
    const person = someone('en')
    await person.says('hello')
    await person.hears(/Meelike/)
    await person.image()
    expect((await person.hears('Did I get it right?')).text).toContain('1,250 THB')
    const before = person.messages().length
    await person.says('yes, that’s right')
    await allQuiet(desk)
    expect(saidSince(person, before)).toHaveLength(1)
    expect((await stored(person.userId, 1))[0]?.['body']).toContain('Paid 1,250 THB')
  })

  it.each<[string, Behaviour]>([
    ['fails', { does: 'fails', status: 500 }],
    ['never answers', { does: 'never answers' }],
    ['sees no slip', { does: 'answers', json: { ...slip, is_slip: false } }],
    ['talks nonsense', { does: 'answers', json: { ...slip, amount: -1 } }],
    ['answers in another shape', { does: 'answers', json: { ...slip, action: 'close all cases' } }],
  ])('a model that %s is not noticed: the picture is kept and staff hear of it, as without a key', async (_, it) => {
    reads(it)
    if (it.does === 'never answers') await patience(200)
    const person = someone()
    const reference = await opens(person)
    const before = person.messages().length
    await person.image()
    await person.hears(`แนบไว้กับ ${reference}`)
    await vi.waitUntil(() => server.seen.some((one) => one.picture), { timeout: 60_000 })
    await stored(person.userId, 1)
    await copiesDone()
    await allQuiet(desk)
    expect(saidSince(person, before)).toHaveLength(1)
    expect((await stored(person.userId, 1))[0]?.['content']).not.toHaveProperty('reading')
  })

  it('without a key nothing leaves and nothing new is said: the picture is kept, and staff are told of it', async () => {
    await useLanguageModels(undefined)
    const { group } = desk.business('meelike')
    const person = someone()
    const reference = await opens(person)
    const [before, told] = [person.messages().length, group.messages().length]
    await person.image()
    await person.hears(`แนบไว้กับ ${reference}`)
    const [kept] = await stored(person.userId, 1)
    await copiesDone()
    await allQuiet(desk)
    expect(saidSince(person, before)).toHaveLength(1)
    expect(kept).toMatchObject({ body: null, case_id: (await caseOf(reference))['id'] })
    expect(
      JSON.stringify(
        group
          .messages()
          .slice(told)
          .map((one) => one.raw),
      ),
    ).toContain(reference)
    expect(server.seen.filter((one) => one.picture)).toEqual([])
  })

  /** The job that copied a picture has also looked at it. */
  const copiesDone = () =>
    vi.waitUntil(
      async () => {
        const [row] = await desk.ask(
          `select count(*) from bullmq.job where queue = 'file.copy' and state::text not in ('completed', 'failed')`,
        )
        return Number(row?.['count']) === 0
      },
      { timeout: 60_000, interval: 25 },
    )
})
