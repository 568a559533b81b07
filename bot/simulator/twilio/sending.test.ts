import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signatureOf } from './signature.ts'
import { aSender, aStage, otherSender, publicUrl, tuktaNumber } from './stage.fake.ts'
import type { Form } from './webhook.ts'

let stage: Awaited<ReturnType<typeof aStage>>
beforeEach(async () => {
  stage = await aStage()
})
afterEach(() => stage.stop())

const DAY = 24 * 3600_000
const callback = `${publicUrl}/webhooks/whatsapp/meelike-whatsapp/status?parcel=7`
const path = '/2010-04-01/Accounts/{AC}/Messages.json'
const told = () => stage.statuses().map((it) => [it.MessageStatus, it.ErrorCode].filter(Boolean).join(' '))

describe('a create', () => {
  const buttons = (count: number) => Array.from({ length: count }, (_, at) => ({ title: `Button ${at}`, id: `b${at}` }))
  const cases: [string, Form, number][] = [
    ['no recipient', { To: '' }, 21604],
    ['no sender', { From: '', Body: 'x' }, 21603],
    ["somebody else's sender", { From: otherSender.address, Body: 'x' }, 63007],
    ['a recipient of another channel', { To: '+66800000000', Body: 'x' }, 21910],
    ['no number', { To: 'whatsapp:tukta', Body: 'x' }, 21211],
    ['nothing to say', {}, 21602],
    ['only spaces', { Body: '  ' }, 21602],
    ['1,601 characters', { Body: 'ก'.repeat(1601) }, 21617],
    ['a file without an address', { MediaUrl: 'picture.png' }, 21620],
    ['variables without content', { ContentVariables: '{"1":"x"}' }, 21654],
    ['content that is not there', { ContentSid: `HX${'0'.repeat(32)}` }, 21655],
    ['a callback with _ in its host', { Body: 'x', StatusCallback: 'https://my_desk.example/' }, 21609],
  ]
  it.each(cases)('with %s is refused', async (_what, form, code) => {
    const status = 400
    const answer = await stage.send(form)
    expect(answer).toMatchObject({ status, body: { code, status } })
    expect(answer.body.more_info).toBe(`https://www.twilio.com/docs/errors/${code}`)
    expect(stage.sim.whatsapp.messages).toEqual([])
  })

  it('takes 1,600 characters, and answers as Twilio does', async () => {
    await stage.tukta.says('hi')
    const answer = await stage.send({ Body: 'ก'.repeat(1600) })
    expect(answer).toMatchObject({
      status: 201,
      body: {
        status: 'queued',
        account_sid: aSender.accountSid,
        direction: 'outbound-api',
        error_code: null,
        to: tuktaNumber,
      },
    })
    expect(answer.body.sid).toMatch(/^SM[0-9a-f]{32}$/)
    expect(answer.body.date_created).toBe('Fri, 20 Nov 2026 03:00:00 +0000')
  })

  it.each([
    ['an empty value', '{"1":""}'],
    ['null', '{"1":null}'],
    ['a number', '{"1":7}'],
    ['no JSON', '{1:x}'],
    ['a name of 17 characters', '{"12345678901234567":"x"}'],
    ['a value of 1,601', JSON.stringify({ 1: 'x'.repeat(1601) })],
    ['one missing that has no sample', '{"2":"x"}'],
  ])('with variables of %s is refused', async (_what, ContentVariables) => {
    const { sid } = await stage.content({ 'twilio/text': { body: 'Hello {{1}}, goodbye' } })
    expect((await stage.send({ ContentSid: sid, ContentVariables })).body.code).toBe(21656)
  })

  it('fills in variables, and samples where a value is left out', async () => {
    await stage.tukta.says('hi')
    const { sid } = await stage.content({ 'twilio/text': { body: 'Hello {{1}}, your {{2}} is here' } }, { 2: 'tour' })
    await stage.send({ ContentSid: sid, ContentVariables: '{"1":"Tukta"}' })
    await stage.tukta.hears('Hello Tukta, your tour is here')
  })

  it.each([
    ['four buttons', { 'twilio/quick-reply': { body: 'Which?', actions: buttons(4) } }, {}, '63021'],
    [
      'a title that grew too long',
      { 'twilio/quick-reply': { body: 'Which?', actions: [{ title: '{{1}}', id: 'a' }] } },
      { 1: 'x'.repeat(21) },
      '63021',
    ],
    [
      'two rows of one id',
      {
        'twilio/list-picker': {
          body: 'Which?',
          button: 'See',
          items: ['{{1}}', '{{2}}'].map((id) => ({ item: 'Row', id, description: 'd' })),
        },
      },
      { 1: 'a', 2: 'a' },
      '63021',
    ],
    [
      'a card without approval',
      { 'twilio/card': { title: 'Tour', actions: [{ type: 'QUICK_REPLY', title: 'Go', id: 'go' }] } },
      {},
      '63016',
    ],
    ['a run of five spaces', { 'twilio/text': { body: 'Hello {{1}}!' } }, { 1: 'a     b' }, '63013'],
  ])('of %s is accepted, and fails afterwards', async (_what, types, variables: Form, code) => {
    await stage.tukta.says('hi')
    const { sid } = await stage.content(types)
    const ContentVariables = JSON.stringify(variables)
    expect((await stage.send({ ContentSid: sid, ContentVariables, StatusCallback: callback })).status).toBe(201)
    await stage.sim.whatsapp.idle()
    expect(told()).toEqual([`failed ${code}`])
    expect(stage.tukta.messages()).toHaveLength(1)
  })
})

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

describe('what became of it', () => {
  beforeEach(() => stage.tukta.says('hi'))
  const send = (form: Form = {}) => stage.send({ Body: 'Words', StatusCallback: callback, ...form })

  it('is told signed, to the very address that was given', async () => {
    const { body } = await send()
    await stage.sim.whatsapp.idle()
    expect(told()).toEqual(['sent', 'delivered'])
    const hook = stage.desk.hooks.at(-1)
    expect(hook?.path).toBe('/webhooks/whatsapp/meelike-whatsapp/status?parcel=7')
    expect(hook?.form).toMatchObject({ MessageSid: body.sid, To: tuktaNumber, From: aSender.address })
    expect(hook?.headers['x-twilio-signature']).toBe(signatureOf(aSender.authToken, callback, hook?.form ?? {}))
  })

  it('may be told before the create is answered, twice, in the wrong order, and late', async () => {
    const { sim, desk } = stage
    sim.whatsapp.statuses({ early: ['delivered', 'sent'], then: ['delivered', 'queued'] })
    const call = send()
    await sim.until(() => desk.hooks.length >= 3)
    expect(sim.whatsapp.calls).toEqual([])
    const { body } = await call
    await sim.whatsapp.idle()
    expect(told()).toEqual(['delivered', 'sent', 'delivered', 'queued'])
    stage.time.now += 5 * DAY
    await sim.whatsapp.report(String(body.sid), 'read')
    expect(told().at(-1)).toBe('read')
    expect(sim.whatsapp.messages.at(-1)?.status).toBe('read')
  })

  it('may be a failure, by plan or by fault', async () => {
    const { sim } = stage
    sim.whatsapp.statuses({ then: ['sent', 'undelivered'], code: 63032 })
    await send()
    await sim.whatsapp.idle()
    sim.faults.next({ path: '/2010-04-01/', code: 63018 })
    expect((await send()).status).toBe(201)
    await sim.whatsapp.idle()
    expect(told()).toEqual(['sent', 'undelivered 63032', 'failed 63018'])
    expect(stage.statuses().at(-1)?.ErrorMessage).toBe('Rate limit exceeded for Channel')
  })

  it('to a number that is not on WhatsApp is a failure too', async () => {
    await send({ To: 'whatsapp:+66899999999' })
    await stage.sim.whatsapp.idle()
    expect(told()).toEqual(['failed 63024'])
  })
})

describe('trouble on demand', () => {
  beforeEach(() => stage.tukta.says('hi'))

  it.each([
    [{ code: 20429 }, 429, 20429],
    [{ status: 500 }, 500, 20500],
    [{ status: 429 }, 429, 20429],
    [{ code: 21610 }, 400, 21610],
    [{ code: 63038 }, 429, 63038],
    [{ status: 503, code: 20500, message: 'Down' }, 503, 20500],
  ])('%o', async (fault, status, code) => {
    stage.sim.faults.next({ path: '/2010-04-01/', ...fault })
    expect(await stage.send({ Body: 'x' })).toMatchObject({ status, body: { code, status } })
    expect((await stage.send({ Body: 'x' })).status).toBe(201)
    expect(stage.sim.whatsapp.messages).toHaveLength(1)
  })

  it('accepts and is then cut off: the message is there, to be found by recipient and day', async () => {
    stage.sim.faults.next({ path: '/2010-04-01/', dropAfterAccept: true })
    await expect(stage.send({ Body: 'Once only' })).rejects.toThrow()
    await stage.tukta.hears('Once only')
    const list = async (more: Form) =>
      (await stage.call(`${path}?${new URLSearchParams({ To: tuktaNumber, ...more })}`)).body.messages?.length
    expect(await list({ DateSent: '2026-11-20' })).toBe(1)
    expect(await list({ DateSent: '2026-11-19' })).toBe(0)
    expect(await list({ 'DateSent>': '2026-11-20T02:00:00Z' })).toBe(1)
    expect(await list({ 'DateSent<': '2026-11-19' })).toBe(0)
    expect(await list({ To: 'whatsapp:+66800000001' })).toBe(0)
  })
})

it('keeps messages to be listed by pages, fetched, emptied and deleted, each account its own', async () => {
  await stage.tukta.says('hi')
  for (const Body of ['1', '2', '3']) await stage.send({ Body })
  const first = await stage.call(`${path}?PageSize=2`)
  const [newest] = first.body.messages ?? []
  expect(first.body.messages).toHaveLength(2)
  const rest = await stage.call(String(first.body.next_page_uri))
  expect(rest.body).toMatchObject({ next_page_uri: null, page: 1, end: 2 })
  expect(rest.body.messages).toHaveLength(1)
  const one = `/2010-04-01/Accounts/{AC}/Messages/${newest?.sid}.json`
  expect((await stage.call(one)).body.body).toBe('3')
  expect((await stage.call(one, { Body: '' })).body.body).toBe('')
  expect((await stage.call(one, { Status: 'canceled' })).body.code).toBe(30409)
  expect((await stage.call(one, undefined, { as: otherSender })).status).toBe(404)
  expect((await stage.call(one, undefined, { method: 'DELETE' })).status).toBe(204)
  expect((await stage.call(one)).status).toBe(404)
})

it('knows nobody without the right password, and nobody in the account of another', async () => {
  const wrong = { ...aSender, authToken: 'guess' }
  expect(await stage.call(path, undefined, { as: wrong })).toMatchObject({ status: 401, body: { code: 20003 } })
  expect((await fetch(`${stage.sim.url}/v1/Content`)).status).toBe(401)
  const foreign = path.replace('{AC}', otherSender.accountSid)
  expect((await stage.call(foreign)).body.code).toBe(20404)
  expect((await stage.call('/2010-04-01/Accounts/{AC}.json')).body.status).toBe('active')
  expect((await stage.call('/2010-04-01/Accounts/{AC}/Calls.json')).status).toBe(404)
})
