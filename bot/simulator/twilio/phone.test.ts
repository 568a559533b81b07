import { afterEach, beforeEach, expect, it } from 'vitest'
import { signatureOf } from './signature.ts'
import { aSender, aStage, otherSender, publicUrl, shy, tuktaNumber } from './stage.fake.ts'
import { whatsAppId } from '../cast.ts'

let stage: Awaited<ReturnType<typeof aStage>>
beforeEach(async () => {
  stage = await aStage()
})
afterEach(() => stage.stop())

const callback = `${publicUrl}/webhooks/whatsapp/meelike-whatsapp/status?parcel=7`
const quickReply = {
  body: 'Send it?',
  actions: [
    { title: 'Send it', id: 'tap-1' },
    { title: 'Change', id: 'tap-2' },
  ],
}

it('tells the desk what was said, signed over the address the desk is known by', async () => {
  const { tukta, desk } = stage
  const said = await tukta.says('เติมเงินไม่เข้าค่ะ')
  expect(said.status).toBe(204)
  const hook = desk.hooks[0]
  expect(hook?.path).toBe('/webhooks/whatsapp/meelike-whatsapp')
  expect(hook?.form).toMatchObject({
    From: tuktaNumber,
    To: aSender.address,
    WaId: tuktaNumber.replace('whatsapp:+', ''),
    ExternalUserId: whatsAppId('tukta'),
    ProfileName: 'Tukta',
    Body: 'เติมเงินไม่เข้าค่ะ',
    MessageType: 'text',
    NumMedia: '0',
    SmsStatus: 'received',
  })
  expect(hook?.form.MessageSid).toMatch(/^SM[0-9a-f]{32}$/)
  const url = `${publicUrl}/webhooks/whatsapp/meelike-whatsapp`
  expect(hook?.headers['x-twilio-signature']).toBe(signatureOf(aSender.authToken, url, hook?.form ?? {}))
  expect(said.eventIds).toEqual([hook?.form.MessageSid])
})

it('knows people who hide their number by an id alone, and answers reach them by it', async () => {
  await stage.shy.says('hello')
  const form = stage.desk.hooks[0]?.form
  expect(form).toMatchObject({ From: shy, ExternalUserId: shy })
  expect(form).not.toHaveProperty('WaId')
  await stage.send({ To: shy, Body: 'Hello to you' })
  await stage.shy.hears('Hello to you')
  await stage.tukta.says('hi')
  await stage.send({ To: whatsAppId('tukta'), Body: 'By the other id' })
  await stage.tukta.hears('By the other id')
})

it('the same event once more is the same call, with the same idempotency token', async () => {
  const { tukta, desk, sim } = stage
  await tukta.says('once', { eventId: 'a' })
  await tukta.says('once', { eventId: 'a', redelivery: true })
  await sim.redeliver('a')
  expect(new Set(desk.hooks.map(({ form }) => form.MessageSid)).size).toBe(1)
  expect(new Set(desk.hooks.map(({ headers }) => headers['i-twilio-idempotency-token'])).size).toBe(1)
  expect(desk.hooks).toHaveLength(3)
  expect(tukta.messages()).toHaveLength(1)
})

it('a tapped button sends its title and payload, and names the message it stood under', async () => {
  const { tukta, desk } = stage
  await tukta.says('hi')
  const { sid } = await stage.content({ 'twilio/quick-reply': quickReply })
  const sent = await stage.send({ ContentSid: sid })
  const asked = await tukta.hears('Send it?')
  expect(asked.quickReplies.map((it) => it.label)).toEqual(['Send it', 'Change'])
  await tukta.taps('Send it')
  expect(desk.hooks.at(-1)?.form).toMatchObject({
    Body: 'Send it',
    ButtonText: 'Send it',
    ButtonPayload: 'tap-1',
    MessageType: 'interactive',
    OriginalRepliedMessageSid: sent.body.sid,
    OriginalRepliedMessageSender: aSender.address,
  })
  await tukta.taps('tap-2', { on: asked.id })
  expect(desk.hooks.at(-1)?.form.ButtonPayload).toBe('tap-2')
  expect(tukta.lastText()).toBe('Change')
})

it('a list is picked from by its rows, by their beginning when they were cut, and by the name of its button', async () => {
  const { tukta, desk } = stage
  await tukta.says('hi')
  const items = [
    { item: 'Bangkok to Chiang Mai b…', id: 'one', description: 'Four nights' },
    { item: 'Thu 10 Dec 08:00', id: 'two', description: 'Eight seats' },
  ]
  const { sid } = await stage.content({ 'twilio/list-picker': { body: 'Which one?', button: 'Choose this', items } })
  await stage.send({ ContentSid: sid })
  await tukta.hears('Which one?')
  const picked = () => {
    const { ListId, ListTitle, ListDescription, Body } = desk.hooks.at(-1)?.form ?? {}
    return [ListId, ListTitle, ListDescription, Body]
  }
  await tukta.taps('Bangkok to Chiang Mai by rail')
  expect(picked()).toEqual(['one', 'Bangkok to Chiang Mai b…', 'Four nights', 'Bangkok to Chiang Mai b…'])
  await tukta.picks('2026-12-10')
  expect(picked()[0]).toBe('two')
  await tukta.taps('Choose this')
  expect(picked()[0]).toBe('one')
  await tukta.taps(/^Thu/, { without: ['ListId', 'ListTitle', 'ListDescription'] })
  expect(picked()).toEqual([undefined, undefined, undefined, 'Thu 10 Dec 08:00'])
  await expect(tukta.taps('Nothing')).rejects.toThrow("on offer: 'Bangkok")
})

it('numbered lines are answered by number while they are news; links open; dates are typed where no row names them', async () => {
  const { tukta, desk } = stage
  await tukta.says('hi')
  await stage.send({ Body: '*When?*\n1. Sun 6 Dec\n2. Sun 20 Dec\n\nOpen the form: https://desk.example/f/abc\n' })
  await tukta.hears('When?')
  await tukta.taps(/^Sun 20/)
  expect(desk.hooks.at(-1)?.form.Body).toBe('2')
  const tapped = await tukta.taps('Open the form')
  expect(tapped.opened).toBe('https://desk.example/f/abc')
  expect(tukta.opened()).toEqual(['https://desk.example/f/abc'])
  await tukta.picks('2026-12-06')
  expect(desk.hooks.at(-1)?.form.Body).toBe('1')
  await tukta.picks('2026-12-12')
  expect(desk.hooks.at(-1)?.form.Body).toBe('2026-12-12')
  await stage.send({ Body: 'Thank you' })
  await tukta.hears('Thank you')
  expect(tukta.offers()).toEqual(['Open the form'])
})

it('a picture waits behind the password, and then on another host that must not see it', async () => {
  const { tukta, desk } = stage
  await tukta.image()
  const { MediaUrl0 = '', MediaContentType0, Body, NumMedia, MessageSid } = desk.hooks[0]?.form ?? {}
  expect([MediaContentType0, Body, NumMedia]).toEqual(['image/png', '', '1'])
  expect(MessageSid).toMatch(/^MM/)
  expect((await fetch(MediaUrl0)).status).toBe(401)
  const path = new URL(MediaUrl0).pathname
  const found = await stage.call(path)
  expect(found.status).toBe(307)
  const elsewhere = found.headers.get('location') ?? ''
  expect(new URL(elsewhere).host).not.toBe(new URL(MediaUrl0).host)
  const file = await fetch(elsewhere)
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(100)
  expect((await fetch(elsewhere, { headers: { authorization: 'Basic x' } })).status).toBe(400)
  expect((await fetch(elsewhere.replace(/pass=.*/, 'pass=guess'))).status).toBe(403)
  expect((await stage.call(path, undefined, { as: otherSender })).status).toBe(404)
  expect((await stage.call(`${path}.json`)).body).toMatchObject({ content_type: 'image/png', parent_sid: MessageSid })
  expect((await stage.call(path, undefined, { method: 'DELETE' })).status).toBe(204)
  expect((await stage.call(path)).status).toBe(404)
})

it('places, stickers, sounds and files come in their own shapes', async () => {
  const { tukta, desk } = stage
  await tukta.location({ latitude: 13.75, longitude: 100.49, title: 'Grand Palace', address: 'Bangkok' })
  await tukta.sticker()
  await tukta.audio()
  await tukta.file('slip.pdf', Buffer.from('%PDF-1.7'))
  expect(desk.hooks[0]?.form).toMatchObject({ Latitude: '13.75', Longitude: '100.49', Label: 'Grand Palace', Body: '' })
  expect(desk.hooks.slice(1).map(({ form }) => [form.MessageType, form.MediaContentType0, form.Body])).toEqual([
    ['sticker', 'image/webp', ''],
    ['audio', 'audio/ogg', ''],
    ['document', 'application/pdf', 'slip.pdf'],
  ])
})

it('the desk may type and read; what the customer takes back is told to nobody', async () => {
  const { tukta, desk, sim } = stage
  const said = await tukta.says('hi')
  const typing = (form: object) => stage.call('/v2/Indicators/Typing.json', form)
  expect((await typing({ channel: 'whatsapp', messageId: said.eventIds[0] })).body).toEqual({ success: true })
  expect((await typing({ channel: 'whatsapp', messageId: `SM${'0'.repeat(32)}` })).status).toBe(404)
  expect((await typing({ channel: 'sms', messageId: said.eventIds[0] })).status).toBe(400)
  await tukta.unsends(said.messageId)
  expect(desk.hooks).toHaveLength(1)
  expect(tukta.last()?.unsent).toBe(true)
  expect(sim.whatsapp.calls.map((it) => it.status)).toEqual([200, 404, 400])
})

it('a desk that answers with words says them to its customer', async () => {
  stage.desk.answer = { status: 200, body: 'OK' }
  await stage.tukta.says('hi')
  expect(stage.tukta.lastText()).toBe('OK')
  stage.desk.answer = { status: 200, body: '<Response/>' }
  await stage.tukta.says('hi again')
  expect(stage.tukta.lastText()).toBe('hi again')
})

it('a customer who reads is told of, one who blocks is not', async () => {
  const { tukta, sim } = stage
  await tukta.says('hi')
  const first = await stage.send({ Body: 'One', StatusCallback: callback })
  await sim.whatsapp.idle()
  await tukta.says('thanks')
  await sim.whatsapp.idle()
  expect(stage.statuses().map((it) => [it.MessageSid, it.MessageStatus])).toEqual(
    ['sent', 'delivered', 'read'].map((status) => [first.body.sid, status]),
  )
  await tukta.blocks()
  expect(stage.desk.hooks).toHaveLength(5)
  await stage.send({ Body: 'Two', StatusCallback: callback })
  await sim.whatsapp.idle()
  expect(stage.statuses().at(-1)).toMatchObject({ MessageStatus: 'failed', ErrorCode: '63014' })
  await expect(tukta.says('still here')).rejects.toThrow('has blocked')
})

it('STOP and START are obeyed by Twilio itself only behind a Messaging Service', async () => {
  await stage.tukta.says('STOP')
  expect(stage.desk.hooks.at(-1)?.form).not.toHaveProperty('OptOutType')
  expect((await stage.send({ Body: 'Still allowed' })).status).toBe(201)
  const tukta = stage.sim.chat(otherSender.key, tuktaNumber)
  await tukta.says('Stop')
  expect(stage.desk.hooks.at(-1)?.form.OptOutType).toBe('STOP')
  expect(await stage.send({ Body: 'No' }, otherSender)).toMatchObject({ status: 400, body: { code: 21610 } })
  await tukta.says('start')
  expect(await stage.send({ Body: 'Welcome back' }, otherSender)).toMatchObject({
    status: 201,
    body: { status: 'accepted' },
  })
})

it('lets a test sign wrongly, or not at all', async () => {
  const { sim, desk } = stage
  const form = { MessageSid: 'SM1', Body: 'x' }
  await sim.whatsapp.sendRaw(aSender.key, form)
  await sim.whatsapp.sendRaw(aSender.key, form, 'nonsense')
  await sim.whatsapp.sendRaw(aSender.key, form, null, '/status')
  const url = `${publicUrl}/webhooks/whatsapp/${aSender.key}`
  expect(desk.hooks.map(({ headers }) => headers['x-twilio-signature'])).toEqual([
    signatureOf(aSender.authToken, url, form),
    'nonsense',
    undefined,
  ])
  expect(desk.hooks.at(-1)?.path).toBe('/webhooks/whatsapp/meelike-whatsapp/status')
})

it('a desk that cannot be reached is tried once more, and then the message is lost', async () => {
  await stage.desk.stop()
  expect((await stage.tukta.says('anybody?')).status).toBe(0)
  expect(stage.sim.whatsapp.webhooks.at(-1)?.delivered.status).toBe(0)
  expect(stage.tukta.last()?.webhookStatus).toBe(0)
})
