import { LineBotClient } from '@line/bot-sdk'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lineId } from '../cast.ts'
import { aChannel, aStage, nan, passer, staffGroup, text, tukta } from '../desk.fake.ts'

let stage: Awaited<ReturnType<typeof aStage>>
beforeEach(async () => {
  stage = await aStage()
})
afterEach(() => stage.stop())

const key = '123e4567-e89b-42d3-a456-426614174000'
const hello = [text('hello')]
const customer = () => stage.sim.chat(aChannel.key, tukta)
const push = (to: string, messages: unknown = hello, retryKey?: string) =>
  stage.call('/v2/bot/message/push', { to, messages }, { retryKey })
const reply = (replyToken: string | undefined, options = {}) =>
  stage.call('/v2/bot/message/reply', { replyToken, messages: hello }, options)
async function aToken(): Promise<string | undefined> {
  await customer().says('hi')
  return stage.desk.events().at(-1)?.replyToken
}

describe('replying', () => {
  it('is free, and shows in the chat', async () => {
    const answer = await reply(await aToken())
    expect(answer.status).toBe(200)
    expect(answer.headers.get('x-line-request-id')).toBeTruthy()
    const { last } = customer()
    expect(last()).toMatchObject({ from: 'bot', text: 'hello', how: 'reply', cost: 0 })
    expect(answer.body.sentMessages).toEqual([{ id: last()?.id, quoteToken: expect.any(String) }])
  })

  it('works once with a token', async () => {
    const token = await aToken()
    await reply(token)
    expect(await reply(token)).toMatchObject({ status: 400, body: { message: 'Invalid reply token' } })
    expect(
      customer()
        .messages()
        .filter((bubble) => bubble.from === 'bot'),
    ).toHaveLength(1)
  })

  it('is too late after a minute, unless the event was delivered again; and always after twenty', async () => {
    const token = await aToken()
    const eventId = stage.desk.events()[0]?.webhookEventId ?? ''
    stage.time.now += 59_999
    await stage.sim.redeliver(eventId)
    stage.time.now += 59_999
    expect((await reply(token)).status).toBe(200)

    const late = await aToken()
    stage.time.now += 60_000
    expect((await reply(late)).body.message).toBe('Invalid reply token')

    const old = await aToken()
    const oldEvent = stage.desk.events().at(-1)?.webhookEventId ?? ''
    stage.time.now += 20 * 60_000
    await stage.sim.redeliver(oldEvent)
    expect((await reply(old)).body.message).toBe('Invalid reply token')
  })

  it('takes no retry key, and keeps the token of a refused call', async () => {
    const token = await aToken()
    expect((await reply(token, { retryKey: key })).status).toBe(400)
    const tooLong = { replyToken: token, messages: [text('x'.repeat(5001))] }
    expect((await stage.call('/v2/bot/message/reply', tooLong)).status).toBe(400)
    expect((await reply(token)).status).toBe(200)
  })
})

describe('pushing', () => {
  it('costs one for a person and one for each member of a group', async () => {
    await push(tukta, [text('a'), text('b')])
    await push(staffGroup)
    expect(stage.sim.sends.map((send) => send.cost)).toEqual([1, 3])
    expect(
      customer()
        .messages()
        .map((bubble) => bubble.cost),
    ).toEqual([1, 0])
    const used = await stage.call('/v2/bot/message/quota/consumption')
    expect(used.body).toEqual({ totalUsage: 4 })
  })

  it('says 200 and reaches nobody when the person is unknown, no friend, or has blocked the bot', async () => {
    await customer().blocks()
    for (const userId of [lineId('U', 'nobody'), passer, tukta]) expect((await push(userId)).status).toBe(200)
    expect(stage.sim.sends.map((send) => send.cost)).toEqual([0, 0, 0])
    expect(customer().messages()).toEqual([])
  })

  it('reaches a stranger for seven days after they wrote', async () => {
    await stage.sim.chat(aChannel.key, passer).says('hi')
    await push(passer)
    stage.time.now += 7 * 24 * 3600_000
    await push(passer)
    expect(stage.sim.sends.map((send) => send.cost)).toEqual([1, 0])
  })

  it('refuses an id that is none, and a group without the bot', async () => {
    expect((await push('somchai')).body.message).toContain("The property, 'to'")
    await stage.sim.group(aChannel.key, staffGroup).leave()
    expect(await push(staffGroup)).toMatchObject({ status: 400, body: { message: 'Failed to send messages' } })
  })

  it('accepts a retry key once in 24 hours', async () => {
    const first = await push(tukta, hello, key)
    const again = await push(tukta, hello, key.toUpperCase())
    expect(again.status).toBe(409)
    expect(again.body.message).toBe('The retry key is already accepted')
    expect(again.body.sentMessages).toEqual(first.body.sentMessages)
    expect(again.headers.get('x-line-accepted-request-id')).toBe(first.headers.get('x-line-request-id'))
    expect(customer().messages()).toHaveLength(1)
    stage.time.now += 24 * 3600_000
    expect((await push(tukta, hello, key)).status).toBe(200)
    expect((await push(tukta, hello, 'not-a-uuid')).status).toBe(400)
  })

  it('stops at the end of the monthly quota', async () => {
    stage.sim.setQuota(aChannel.key, 1)
    expect((await push(tukta)).status).toBe(200)
    expect(await push(tukta)).toMatchObject({ status: 429, body: { message: 'You have reached your monthly limit.' } })
    expect((await stage.call('/v2/bot/message/quota')).body).toEqual({ type: 'limited', value: 1 })
    expect((await reply(await aToken())).status).toBe(200)
  })

  it('multicasts to people only', async () => {
    const multicast = (to: string[]) => stage.call('/v2/bot/message/multicast', { to, messages: hello })
    expect((await multicast([tukta, nan, lineId('U', 'nobody')])).status).toBe(200)
    expect(stage.sim.sends[0]?.cost).toBe(2)
    expect((await multicast([staffGroup])).status).toBe(400)
  })
})

describe('at the door', () => {
  it('wants the token of a channel, a known path and JSON', async () => {
    expect((await stage.call('/v2/bot/info', undefined, { token: 'wrong' })).status).toBe(401)
    expect((await stage.call('/v2/bot/nothing')).status).toBe(404)
    const body = { method: 'POST', headers: { authorization: `Bearer ${aChannel.token}` }, body: 'x' }
    expect((await fetch(`${stage.sim.url}/v2/bot/message/push`, body)).status).toBe(415)
  })

  it('refuses more than 2 MB', async () => {
    const answer = await push(tukta, [text('x'.repeat(2 * 1024 * 1024))])
    expect(answer.status).toBe(413)
  })
})

describe('faults on demand', () => {
  it('answers both kinds of 429, and any other status, once', async () => {
    stage.sim.faults.next({ path: '/v2/bot/message/push', status: 429 })
    stage.sim.faults.next({ path: /push$/, status: 429, limit: 'monthly' })
    stage.sim.faults.next({ path: '/v2/bot/message/push', status: 500 })
    expect((await push(tukta)).body.message).toContain('rate limit')
    expect((await push(tukta)).body.message).toContain('monthly limit')
    expect((await push(tukta)).status).toBe(500)
    expect((await push(tukta)).status).toBe(200)
  })

  it('accepts a reply and cuts the line: the caller cannot know', async () => {
    const token = await aToken()
    stage.sim.faults.next({ path: '/v2/bot/message/reply', dropAfterAccept: true })
    await expect(reply(token)).rejects.toThrow('fetch failed')
    expect(customer().lastText()).toBe('hello')
    expect((await reply(token)).body.message).toBe('Invalid reply token')
  })

  it('fails with 500 after accepting: the retry key finds it', async () => {
    stage.sim.faults.next({ path: '/v2/bot/message/push', status: 500, afterAccept: true })
    expect((await push(tukta, hello, key)).status).toBe(500)
    expect((await push(tukta, hello, key)).status).toBe(409)
    expect(customer().messages()).toHaveLength(1)
  })

  it('hangs until the caller gives up', async () => {
    stage.sim.faults.next({ path: '/v2/bot/message/push', hang: true })
    const signal = AbortSignal.timeout(50)
    const waiting = stage.call('/v2/bot/message/push', { to: tukta, messages: hello }, { signal })
    await expect(waiting).rejects.toThrow('timeout')
    expect(stage.sim.sends).toEqual([])
  })
})

describe('looking things up', () => {
  const status = async (path: string) => (await stage.call(path)).status

  it('knows friends, and not those who blocked the bot or never spoke', async () => {
    const { body } = await stage.call(`/v2/bot/profile/${tukta}`)
    expect(body).toEqual({ userId: tukta, displayName: 'Tukta', language: 'th' })
    expect(await status(`/v2/bot/profile/${passer}`)).toBe(404)
    await customer().blocks()
    expect(await status(`/v2/bot/profile/${tukta}`)).toBe(404)
  })

  it('knows its groups while it is in them', async () => {
    const at = `/v2/bot/group/${staffGroup}`
    expect((await stage.call(`${at}/summary`)).body).toEqual({ groupId: staffGroup, groupName: 'Meelike staff' })
    expect((await stage.call(`${at}/members/count`)).body).toEqual({ count: 3 })
    expect((await stage.call(`${at}/member/${passer}`)).body.displayName).toBe('Passer-by')
    expect(await status(`${at}/member/${tukta}`)).toBe(404)
    expect((await stage.call(`${at}/leave`, {})).status).toBe(200)
    expect(await status(`${at}/summary`)).toBe(404)
  })

  it('shows typing to people only, for 5 to 60 seconds', async () => {
    const start = (body: object) => stage.call('/v2/bot/chat/loading/start', body)
    expect((await start({ chatId: tukta, loadingSeconds: 20 })).status).toBe(202)
    expect((await start({ chatId: tukta, loadingSeconds: 7 })).status).toBe(400)
    expect((await start({ chatId: staffGroup })).status).toBe(400)
  })

  it('gives a picture once it was sent, and not after it was taken back', async () => {
    const { messageId } = await customer().image()
    const at = `${stage.sim.url}/v2/bot/message/${messageId}/content`
    const headers = { authorization: `Bearer ${aChannel.token}` }
    const found = await fetch(at, { headers })
    expect(found.headers.get('content-type')).toBe('image/png')
    expect((await found.arrayBuffer()).byteLength).toBeGreaterThan(100)
    await customer().unsends(messageId)
    expect((await fetch(at, { headers })).status).toBe(410)
    expect((await fetch(at.replace(messageId, '1'), { headers })).status).toBe(404)
  })

  it('pings the webhook, and makes and links a rich menu', async () => {
    expect((await stage.call('/v2/bot/channel/webhook/test', {})).body.success).toBe(true)
    expect(stage.desk.hooks.at(-1)?.body.events).toEqual([])
    const menu = { size: { width: 2500, height: 843 }, selected: true, name: 'main', chatBarText: 'Menu', areas: [] }
    const { body } = await stage.call('/v2/bot/richmenu', menu)
    const link = `/v2/bot/user/all/richmenu/${String(body.richMenuId)}`
    expect((await stage.call(link, {})).status).toBe(400)
    const picture = `/v2/bot/richmenu/${String(body.richMenuId)}/content`
    expect((await stage.call(picture, {})).status).toBe(415)
    expect((await stage.call(picture, {}, { type: 'image/png' })).status).toBe(200)
    expect((await stage.call(link, {})).status).toBe(200)
  })

  it("is spoken to by LINE's own SDK", async () => {
    const line = LineBotClient.fromChannelAccessToken({
      channelAccessToken: aChannel.token,
      apiBaseURL: stage.sim.url,
      dataApiBaseURL: stage.sim.url,
    })
    await customer().says('hi')
    const replyToken = stage.desk.events()[0]?.replyToken ?? ''
    await line.replyMessage({ replyToken, messages: [{ type: 'text', text: 'hello' }] })
    await line.pushMessage({ to: tukta, messages: [{ type: 'text', text: 'again' }] }, key)
    expect(
      customer()
        .messages()
        .map((bubble) => bubble.text),
    ).toEqual(['hi', 'hello', 'again'])
    expect((await line.getProfile(tukta)).displayName).toBe('Tukta')
  })
})

describe('signing in on a page', () => {
  it('swaps a code once, within two minutes, for a token that its own keys prove', async () => {
    const code = stage.sim.liffCode(aChannel.key, tukta)
    const idToken = (await stage.sim.idToken(code)) ?? ''
    expect(await stage.sim.idToken(code)).toBeUndefined()
    const { payload } = await jwtVerify(idToken, createRemoteJWKSet(new URL('/oauth2/v2.1/certs', stage.sim.url)), {
      issuer: 'https://access.line.me',
      audience: '2000000001',
      algorithms: ['ES256'],
      currentDate: new Date(stage.time.now),
    })
    expect(payload).toMatchObject({ sub: tukta, name: 'Tukta' })

    const late = stage.sim.liffCode(aChannel.key, tukta)
    stage.time.now += 120_000
    expect(await stage.sim.idToken(late)).toBeUndefined()
  })

  it('verifies tokens as LINE Login does', async () => {
    const idToken = (await stage.sim.idToken(stage.sim.liffCode(aChannel.key, tukta))) ?? ''
    const verify = async (form: Record<string, string>) => {
      const body = new URLSearchParams(form)
      const answer = await fetch(`${stage.sim.url}/oauth2/v2.1/verify`, { method: 'POST', body })
      return (await answer.json()) as { sub?: string; error_description?: string }
    }
    expect((await verify({ id_token: idToken, client_id: '2000000001' })).sub).toBe(tukta)
    expect((await verify({ id_token: idToken, client_id: '1' })).error_description).toBe('Invalid IdToken Audience.')
    expect((await verify({ id_token: 'x', client_id: '1' })).error_description).toBe('Invalid IdToken.')
    stage.time.now += 3601_000
    expect((await verify({ id_token: idToken, client_id: '2000000001' })).error_description).toBe('IdToken expired.')
  })
})
