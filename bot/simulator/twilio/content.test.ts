import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aStage, otherSender, publicUrl } from './stage.fake.ts'
import type { Form } from './webhook.ts'

let stage: Awaited<ReturnType<typeof aStage>>
beforeEach(async () => {
  stage = await aStage()
})
afterEach(() => stage.stop())

const DAY = 24 * 3600_000
const callback = `${publicUrl}/webhooks/whatsapp/meelike-whatsapp/status?parcel=7`
const told = () => stage.statuses().map((it) => [it.MessageStatus, it.ErrorCode].filter(Boolean).join(' '))

describe('a content', () => {
  const items = (count: number, more: object = {}) =>
    Array.from({ length: count }, (_, at) => ({ item: `Row ${at}`, id: `r${at}`, description: 'Words', ...more }))
  const list = (changes: object) => ({
    'twilio/list-picker': { body: 'Which?', button: 'See', items: items(2), ...changes },
  })
  const reply = (changes: object) => ({
    'twilio/quick-reply': { body: 'Which?', actions: [{ title: 'A', id: 'a' }], ...changes },
  })
  it.each([
    ['a list of 10', list({ items: items(10) }), 201],
    ['a list of 11', list({ items: items(11) }), 400],
    ['an empty list', list({ items: [] }), 400],
    ['a row of 25 characters', list({ items: items(1, { item: 'x'.repeat(25) }) }), 400],
    ['a description of 73', list({ items: items(1, { description: 'x'.repeat(73) }) }), 400],
    ['no description', list({ items: items(1, { description: undefined }) }), 400],
    ['an id of 201', list({ items: items(1, { id: 'x'.repeat(201) }) }), 400],
    ['two rows of one id', list({ items: items(2, { id: 'same' }) }), 400],
    ['a button of 21', list({ button: 'x'.repeat(21) }), 400],
    ['a body of 1,025', list({ body: 'x'.repeat(1025) }), 400],
    ['ten buttons', reply({ actions: Array.from({ length: 10 }, (_, at) => ({ title: `T${at}`, id: 'a' })) }), 201],
    ['eleven buttons', reply({ actions: Array.from({ length: 11 }, (_, at) => ({ title: `T${at}`, id: 'a' })) }), 400],
    ['a title of 20', reply({ actions: [{ title: 'x'.repeat(20), id: 'a' }] }), 201],
    ['a title of 21', reply({ actions: [{ title: 'x'.repeat(21), id: 'a' }] }), 400],
    ['an unknown field', reply({ actions: [{ title: 'x', id: 'a', payload: 'b' }] }), 400],
    ['a type of its own', { 'twilio/poll': { body: 'x' } }, 400],
    ['an empty placeholder', { 'twilio/text': { body: 'Hello {{}}' } }, 400],
    ['nothing', {}, 400],
  ])('with %s: %s → %i', async (_what, types, status) => {
    expect((await stage.content(types)).status).toBe(status)
  })

  it('is listed, fetched and deleted by its own account only; the names are those of the wire', async () => {
    const { sid } = await stage.content({ 'twilio/text': { body: 'Hello' } })
    expect((await stage.call(`/v1/Content/${sid}`)).body).toMatchObject({ sid, friendly_name: 'a', language: 'en' })
    expect((await stage.call(`/v1/Content/${sid}`, undefined, { as: otherSender })).status).toBe(404)
    expect((await stage.call('/v1/Content')).body.contents).toHaveLength(1)
    const camel = { friendlyName: 'a', language: 'en', types: { 'twilio/text': { body: 'x' } } }
    expect((await stage.call('/v1/Content', camel)).status).toBe(400)
    expect((await stage.call(`/v1/Content/${sid}`, undefined, { method: 'DELETE' })).status).toBe(204)
    expect((await stage.send({ ContentSid: sid })).body.code).toBe(21655)
  })
})

describe('the 24-hour window', () => {
  const free = { Body: 'Free words', StatusCallback: callback }

  it("opens with each message of the customer and closes a day later by the desk's clock", async () => {
    await stage.send(free)
    await stage.sim.whatsapp.idle()
    expect(told()).toEqual(['failed 63016'])
    await stage.tukta.says('hi')
    stage.time.now += DAY - 1
    await stage.send(free)
    await stage.tukta.hears('Free words')
    stage.time.now += 1
    const late = await stage.send(free)
    expect(late.status).toBe(201)
    await stage.sim.whatsapp.idle()
    expect(told()).toEqual(['failed 63016', 'sent', 'delivered', 'failed 63016'])
    expect((await stage.call(`/2010-04-01/Accounts/{AC}/Messages/${late.body.sid}.json`)).body).toMatchObject({
      status: 'failed',
      error_code: 63016,
    })
  })

  it('is passed by an approved template alone: by its id, without words beside it', async () => {
    const { sid } = await stage.content({ 'twilio/text': { body: 'Your booking {{1}} is confirmed.' } })
    const template = { ContentSid: sid, ContentVariables: '{"1":"ATP-5033"}', StatusCallback: callback }
    const approval = (body?: object) =>
      stage.call(`/v1/Content/${sid}/ApprovalRequests${body ? '/whatsapp' : ''}`, body)
    const statusOf = async () => ((await approval()).body.whatsapp as { status: string }).status
    expect(await statusOf()).toBe('unsubmitted')
    expect((await approval({ name: 'Booking Confirmed', category: 'UTILITY' })).status).toBe(400)
    expect((await approval({ name: 'booking_confirmed', category: 'NEWS' })).status).toBe(400)
    expect((await approval({ name: 'booking_confirmed', category: 'UTILITY' })).body.status).toBe('pending')
    await stage.send(template)
    await stage.sim.whatsapp.idle()
    expect(told()).toEqual(['failed 63016'])
    stage.time.now += 60_000
    expect(await statusOf()).toBe('approved')
    await stage.send(template)
    const heard = await stage.tukta.hears('Your booking ATP-5033 is confirmed.')
    expect([heard.how, heard.cost]).toEqual(['push', 1])
    const besides: Form[] = [{ Body: 'P.S.' }, { ContentVariables: '{"1":"two\\nlines"}' }]
    for (const beside of besides) await stage.send({ ...template, ...beside })
    stage.sim.whatsapp.decide(sid, 'paused')
    await stage.send(template)
    await stage.sim.whatsapp.idle()
    expect(
      told()
        .filter((it) => it.startsWith('failed'))
        .toSorted(),
    ).toEqual(['failed 63013', 'failed 63016', 'failed 63016', 'failed 63016'])
  })

  it('lists are never approved, nor bodies that begin, end or stick together with variables', async () => {
    const list = { body: 'Which?', button: 'See', items: [{ item: 'A', id: 'a', description: 'd' }] }
    const ask = async (types: object, name: string) => {
      const { sid } = await stage.content(types)
      await stage.call(`/v1/Content/${sid}/ApprovalRequests/whatsapp`, { name, category: 'UTILITY' })
      return ((await stage.call(`/v1/Content/${sid}/ApprovalRequests`)).body.whatsapp as { status: string }).status
    }
    expect(await ask({ 'twilio/list-picker': list }, 'a')).toBe('unsubmitted')
    for (const body of ['{{1}} is here', 'Here is {{1}}', 'Dear {{1}} {{2}}, hello']) {
      expect(await ask({ 'twilio/text': { body } }, `t${body.indexOf('{')}`)).toBe('rejected')
    }
  })
})
