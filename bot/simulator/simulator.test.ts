import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aChannel, aStage, card, nan, passer, quickReply, staffGroup, text, ton, tukta } from './desk.fake.ts'
import { signed } from './line/webhook.ts'

let stage: Awaited<ReturnType<typeof aStage>>
beforeEach(async () => {
  stage = await aStage()
})
afterEach(() => stage.stop())

const customer = () => stage.sim.chat(aChannel.key, tukta)
const group = () => stage.sim.group(aChannel.key, staffGroup)
const push = (...messages: object[]) => stage.call('/v2/bot/message/push', { to: tukta, messages })
const pushToGroup = (...messages: object[]) => stage.call('/v2/bot/message/push', { to: staffGroup, messages })

describe('webhooks', () => {
  it('signs as LINE does', () => {
    const body = '{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}'
    expect(signed(body, '8c570fa6dd201bb328f1c1eac23a96d8')).toBe('GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=')
  })

  it('tells the desk what a person says, in the shape of a LINE event', async () => {
    const said = await customer().says('เติมเงินไม่เข้าค่ะ')
    const [hook] = stage.desk.hooks
    expect(said.status).toBe(200)
    expect(hook?.path).toBe('/webhooks/line/meelike-line')
    expect(hook?.signature).toBe(signed(hook?.raw ?? '', aChannel.secret))
    expect(hook?.body.destination).toBe(aChannel.botUserId)
    expect(hook?.body.events).toEqual([
      {
        type: 'message',
        mode: 'active',
        timestamp: stage.time.now,
        source: { type: 'user', userId: tukta },
        webhookEventId: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
        deliveryContext: { isRedelivery: false },
        replyToken: expect.stringMatching(/^[0-9a-f]{32}$/),
        message: {
          type: 'text',
          id: said.messageId,
          text: 'เติมเงินไม่เข้าค่ะ',
          quoteToken: expect.any(String),
          markAsReadToken: expect.any(String),
        },
      },
    ])
  })

  it('has an event for everything that people do', async () => {
    const me = customer()
    await me.sticker()
    await me.image()
    await me.video()
    await me.audio()
    await me.file('slip.pdf', Buffer.from('slip'))
    await me.location({ latitude: 13.7, longitude: 100.5 })
    const { messageId } = await me.says('oops')
    await me.unsends(messageId)
    await me.blocks()
    await me.follows()
    const events = stage.desk.events()
    expect(events.map((event) => event.message?.type ?? event.type)).toEqual([
      'sticker',
      'image',
      'video',
      'audio',
      'file',
      'location',
      'text',
      'unsend',
      'unfollow',
      'follow',
    ])
    expect(events.filter((event) => !event.replyToken).map((event) => event.type)).toEqual(['unsend', 'unfollow'])
    expect(events.at(-1)?.follow).toEqual({ isUnblocked: true })
    expect(me.messages().at(-1)).toMatchObject({ type: 'unsent', text: '' })
  })

  it('has the events of a group: who came, who went, who was meant, what was changed', async () => {
    await group().leave()
    await group().as(nan).says('nobody is told this')
    await group().join()
    await group().memberLeaves(passer)
    await group().memberJoins(passer)
    const { messageId } = await group().as(nan).says('@Meelike help, @Ton too')
    await group().as(nan).edits(messageId, 'help')
    await group().as(ton).says('who am I', { anonymous: true })
    const events = stage.desk.events()
    expect(events.map((event) => event.type)).toEqual([
      'leave',
      'join',
      'memberLeft',
      'memberJoined',
      'message',
      'messageEdited',
      'message',
    ])
    expect(events[4]?.source).toEqual({ type: 'group', groupId: staffGroup, userId: nan })
    expect(events[4]?.message?.mention).toEqual({
      mentionees: [
        { index: 0, length: 8, type: 'user', userId: aChannel.botUserId, isSelf: true },
        { index: 15, length: 4, type: 'user', userId: ton, isSelf: false },
      ],
    })
    expect(events[5]?.message).toMatchObject({ id: messageId, text: 'help' })
    expect(events[6]?.source).toEqual({ type: 'group', groupId: staffGroup })
  })

  it('delivers an event again only on demand: same id, same token, marked', async () => {
    stage.desk.status = 500
    const { eventIds } = await customer().says('hello')
    expect(stage.desk.hooks).toHaveLength(1)
    await stage.sim.redeliver(eventIds[0] ?? '')
    const [first, second] = stage.desk.events()
    expect(second).toEqual({ ...first, deliveryContext: { isRedelivery: true } })
  })

  it('takes an act with an event id that has happened for the same act', async () => {
    await push(text('yes or no', { quickReply: quickReply('Yes') }))
    await customer().taps('Yes', { eventId: 'evt-1' })
    await push(text('really?', { quickReply: quickReply('Yes') }))
    await customer().taps('Yes', { eventId: 'evt-1', redelivery: true })
    const [first, second] = stage.desk.events()
    expect(second).toEqual({ ...first, deliveryContext: { isRedelivery: true } })
    expect(
      customer()
        .messages()
        .filter((bubble) => bubble.from === tukta),
    ).toHaveLength(1)
  })

  it('sends several events in one POST', async () => {
    await stage.sim.batch(aChannel.key, async () => {
      await customer().says('one')
      await group().as(nan).says('two')
    })
    expect(stage.desk.hooks).toHaveLength(1)
    expect(stage.desk.events().map((event) => event.message?.text)).toEqual(['one', 'two'])
  })

  it('sends any bytes, rightly signed, wrongly signed, or not at all', async () => {
    for (const signature of [undefined, 'wrong', null])
      await stage.sim.sendRaw(aChannel.key, '{"events":[]}', signature)
    expect(stage.desk.hooks.map((hook) => hook.signature)).toEqual([
      signed('{"events":[]}', aChannel.secret),
      'wrong',
      '',
    ])
  })
})

describe('what people see and tap', () => {
  it('shows quick replies under the newest bubble only, and until one is tapped', async () => {
    await push(text('Which?', { quickReply: quickReply('Red', 'Blue') }))
    expect(
      customer()
        .last()
        ?.quickReplies.map((it) => it.label),
    ).toEqual(['Red', 'Blue'])
    await customer().taps('Blue')
    expect(customer().lastText()).toBe('Blue')
    expect(stage.desk.events().at(-1)?.postback).toEqual({ data: 'd=Blue' })
    await expect(customer().taps('Red')).rejects.toThrow('on offer: nothing')
  })

  it('taps a card as long as it stands in the chat, the newest first', async () => {
    await pushToGroup(card('Claim'))
    await pushToGroup({ ...card('Claim'), altText: 'newer' })
    await group().as(nan).says('looking')
    await group().as(nan).taps('Claim')
    await group().as(ton).taps('claim=Claim')
    const taps = stage.desk.events().filter((event) => event.type === 'postback')
    expect(taps.map((event) => [event.source.userId, event.postback?.data])).toEqual([
      [nan, 'claim=Claim'],
      [ton, 'claim=Claim'],
    ])
    expect(
      group()
        .messages()
        .map((bubble) => bubble.text),
    ).toEqual(['ML-C-5521', 'ML-C-5521', 'looking'])
  })

  it('does what each kind of action does', async () => {
    const actions = [
      { type: 'message', label: 'Say', text: 'I say' },
      { type: 'uri', label: 'Open', uri: 'http://localhost:3000/t/abc' },
      { type: 'clipboard', label: 'Copy', clipboardText: 'ML-C-5521' },
      { type: 'postback', label: 'Write', data: 'w', inputOption: 'openKeyboard', fillInText: 'Dear ' },
    ]
    await push({ type: 'template', altText: 'x', template: { type: 'buttons', text: 'Do', actions } })
    expect((await customer().taps('Open')).opened).toBe('http://localhost:3000/t/abc')
    expect(customer().opened()).toEqual(['http://localhost:3000/t/abc'])
    expect((await customer().taps('Copy')).copied).toBe('ML-C-5521')
    expect((await customer().taps('Write')).fillInText).toBe('Dear ')
    await customer().taps('Say')
    expect(stage.desk.events().at(-1)?.message?.text).toBe('I say')
  })

  it('picks only what a date picker offers', async () => {
    const picker = {
      type: 'datetimepicker',
      label: 'Pick a day',
      data: 'day',
      mode: 'date',
      min: '2026-12-01',
      max: '2026-12-31',
    }
    await push(text('When?', { quickReply: { items: [{ type: 'action', action: picker }] } }))
    await expect(customer().picks('2027-01-01')).rejects.toThrow('does not offer 2027-01-01')
    await push(text('When?', { quickReply: { items: [{ type: 'action', action: picker }] } }))
    await customer().picks('2026-12-12')
    expect(stage.desk.events().at(-1)?.postback).toEqual({ data: 'day', params: { date: '2026-12-12' } })
  })

  it('waits for words without polling, and shows the chats when they never come', async () => {
    const heard = customer().hears(/ML-C/)
    await push(text('Your reference is ML-C-5521'))
    expect((await heard).how).toBe('push')
    await expect(customer().hears('never', { timeoutMs: 20 })).rejects.toThrow('Meelike: Your reference is ML-C-5521')
  })
})
