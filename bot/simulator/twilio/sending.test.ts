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
    sim.whatsapp.statuses({ early: ['delivered', 'sent'], after: ['delivered', 'queued'] })
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
    sim.whatsapp.statuses({ after: ['sent', 'undelivered'], code: 63032 })
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

describe('a file that is sent', () => {
  const send = (file: string) =>
    stage.send({ MediaUrl: `${publicUrl}/files/${file}`, Body: 'Your quote', StatusCallback: callback })

  it('is fetched from the desk without a password, and shown as what it is', async () => {
    await stage.tukta.says('hi')
    stage.desk.files.set('/files/quote?key=1', { type: 'application/pdf', bytes: Buffer.from('%PDF-1.7') })
    await send('quote?key=1')
    const heard = await stage.tukta.hears('Your quote')
    expect([heard.type, heard.raw.mediaUrl]).toEqual(['file', `${publicUrl}/files/quote?key=1`])
  })

  it('that is not there, or too large, is told to have failed', async () => {
    await stage.tukta.says('hi')
    stage.desk.files.set('/files/huge', { type: 'image/png', bytes: Buffer.alloc(5 * 1024 * 1024 + 1) })
    await send('nowhere')
    await stage.sim.whatsapp.idle()
    await send('huge')
    await stage.sim.whatsapp.idle()
    expect(told()).toEqual(['failed 63019', 'failed 11751'])
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
      (await stage.call(`${path}?${new URLSearchParams({ To: tuktaNumber, ...more }).toString()}`)).body.messages
        ?.length
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
