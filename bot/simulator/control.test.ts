import { request } from 'node:http'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { aChannel, aStage, card, nan, quickReply, staffGroup, tenOClock, text, ton, tukta } from './desk.fake.ts'
import type { Snapshot } from './snapshot.ts'

let stage: Awaited<ReturnType<typeof aStage>>
beforeEach(async () => {
  stage = await aStage()
})
afterEach(() => stage.stop())

const me = { channelKey: aChannel.key, userId: tukta }
type Ordered = {
  status: number
  body: { title?: string; code?: string; idToken?: string; opened?: string; now?: number }
}

async function order(path: string, body: object, headers: Record<string, string> = {}): Promise<Ordered> {
  const answer = await fetch(`${stage.sim.url}/simulator/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: (await answer.json()) as Ordered['body'] }
}
const state = async () => (await (await fetch(`${stage.sim.url}/simulator/api/state`)).json()) as Snapshot
const newestIn = async (id: string) =>
  (await state()).chats.find((chat) => chat.id === id)?.bubbles.findLast((bubble) => bubble.from === 'bot')

it('shows every chat, and no secret', async () => {
  await stage.sim.chat(aChannel.key, tukta).says('hello')
  const shown = await state()
  expect(shown.chats.find((chat) => chat.id === tukta)?.bubbles.map((bubble) => bubble.text)).toEqual(['hello'])
  expect(JSON.stringify(shown)).not.toContain(aChannel.secret)
  expect(JSON.stringify(shown)).not.toContain(aChannel.token)
})

it('says, sends and taps for people', async () => {
  await order('act', { ...me, does: 'says', text: 'hello' })
  await order('act', { ...me, does: 'sticker' })
  await order('act', { ...me, does: 'image' })
  await order('act', { ...me, does: 'audio' })
  await stage.call('/v2/bot/message/push', { to: tukta, messages: [text('Which?', { quickReply: quickReply('Red') })] })
  await stage.call('/v2/bot/message/push', { to: staffGroup, messages: [card('Claim', 'Reply')] })
  const asked = (await newestIn(tukta))?.id
  const shown = (await newestIn(staffGroup))?.id
  await order('act', { ...me, does: 'taps', postId: asked, where: 'quickReply', index: 0 })
  const staff = { ...me, userId: nan, groupId: staffGroup }
  await order('act', { ...staff, does: 'taps', postId: shown, where: 'card', index: 1 })
  const events = stage.desk.events().map((event) => event.message?.type ?? event.postback?.data)
  expect(events).toEqual(['text', 'sticker', 'image', 'audio', 'd=Red', 'claim=Reply'])

  const stale = await order('act', { ...me, does: 'taps', postId: asked, where: 'quickReply', index: 0 })
  expect(stale).toMatchObject({ status: 409, body: { title: 'That button is no longer on the screen.' } })
})

it('links all staff with one tap, and lets the bot join their group', async () => {
  await order('group', { channelKey: aChannel.key, groupId: staffGroup, does: 'linksStaff' })
  await order('group', { channelKey: aChannel.key, groupId: staffGroup, does: 'invites' })
  const events = stage.desk.events()
  expect(events.map((event) => [event.source.userId, event.message?.text ?? event.type])).toEqual([
    [nan, 'link demo-nan_admin'],
    [ton, 'link demo-ton'],
    [undefined, 'join'],
  ])
})

it("moves the desk's clock", async () => {
  const before = stage.time.now
  expect((await order('clock', { by: 60_000 })).body).toEqual({ now: before + 60_000 })
  expect((await order('clock', { by: -1 })).status).toBe(400)
})

it('keeps what happened as a file, without secrets, and plays it again with its times', async () => {
  await order('act', { ...me, does: 'says', text: 'hello' })
  await stage.call('/v2/bot/message/push', { to: tukta, messages: [text('Which?', { quickReply: quickReply('Red') })] })
  await order('clock', { by: 3_600_000 })
  const asked = (await newestIn(tukta))?.id
  await order('act', { ...me, does: 'taps', postId: asked, where: 'quickReply', index: 0 })
  const saved = await fetch(`${stage.sim.url}/simulator/api/story?business=meelike`)
  expect(saved.headers.get('content-disposition')).toBe('attachment; filename="story-meelike-2026-11-20.json"')
  const file = await saved.text()
  for (const secret of [aChannel.secret, aChannel.token]) expect(file).not.toContain(secret)
  const story = JSON.parse(file) as { events: { does: string; at: number }[] }
  expect(story.events.map((it) => [it.does, it.at])).toEqual([
    ['says', 0],
    ['hears', 0],
    ['taps', 3_600_000],
  ])

  const other = await aStage()
  try {
    const replays = `${other.sim.url}/simulator/api/replay`
    const begin = (body: object) =>
      fetch(replays, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    expect((await begin({ pace: 'at once', story: { ...story, version: 2 } })).status).toBe(400)
    expect((await begin({ pace: 'at once', story })).status).toBe(200)
    expect((await begin({ pace: 'at once', story })).status).toBe(409)
    // the desk there answers as the first one did
    await vi.waitUntil(() => other.desk.events().length === 1, { timeout: 60_000 })
    await other.call('/v2/bot/message/push', {
      to: tukta,
      messages: [text('Which?', { quickReply: quickReply('Red') })],
    })
    await vi.waitUntil(() => other.desk.events().length === 2, { timeout: 60_000 })
    expect(other.desk.events().map((it) => it.message?.text ?? it.postback?.data)).toEqual(['hello', 'd=Red'])
    expect(other.time.now).toBeGreaterThan(tenOClock + 3_590_000)
    const so = async () => (await (await fetch(replays)).json()) as { running: boolean }
    await vi.waitUntil(async () => !(await so()).running, { timeout: 60_000 })
    expect(await so()).toMatchObject({ running: false, played: 3, of: 3, heard: 1, missed: [] })
  } finally {
    await other.stop()
  }
})

it('plays what a platform does: an event twice, tokens that end, a quota that is spent', async () => {
  const { key: channelKey } = aChannel
  const platform = (what: object) => order('platform', { channelKey, ...what })
  expect((await platform({ does: 'redelivers' })).status).toBe(422)
  await order('act', { ...me, does: 'says', text: 'hello' })
  await platform({ does: 'redelivers' })
  expect(stage.desk.events().map((it) => [it.webhookEventId, it.deliveryContext.isRedelivery])).toEqual(
    [false, true].map((again) => [stage.desk.events()[0]?.webhookEventId, again]),
  )
  const { replyToken } = stage.desk.events()[0] ?? {}
  const reply = () => stage.call('/v2/bot/message/reply', { replyToken, messages: [text('hi')] })
  const push = () => stage.call('/v2/bot/message/push', { to: tukta, messages: [text('hi')] })
  await platform({ does: 'endsReplyToken' })
  expect(await reply()).toMatchObject({ status: 400, body: { message: 'Invalid reply token' } })
  expect((await reply()).status).toBe(200)
  await platform({ does: 'endsToken' })
  expect((await push()).status).toBe(401)
  await platform({ does: 'takesToken' })
  expect((await push()).status).toBe(200)
  await platform({ does: 'leavesQuota', left: 1 })
  expect([(await push()).status, (await push()).status]).toEqual([200, 429])
  await platform({ does: 'leavesQuota', left: null })
  expect((await push()).status).toBe(200)
})

it('hands out a code for a page once, and its ID token once', async () => {
  const { body } = await order('liff-code', me)
  const { idToken } = (await order('liff-token', { code: body.code })).body
  expect(idToken?.split('.')).toHaveLength(3)
  expect((await order('liff-token', { code: body.code })).status).toBe(409)
})

it('answers to its own page on this machine only', async () => {
  const says = { ...me, does: 'says', text: 'hello' }
  expect((await order('act', says, { origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await order('act', says, { origin: stage.sim.url })).status).toBe(200)
  expect((await order('act', says, { 'content-type': 'text/plain' })).status).toBe(415)
  const asked = (path: string, host: string) =>
    new Promise<number | undefined>((resolve) => {
      const headers = { host, authorization: `Bearer ${aChannel.token}` }
      request(stage.sim.url + path, { headers }, (answer) => resolve(answer.resume().statusCode)).end()
    })
  for (const path of ['/simulator/api/state', `/v2/bot/profile/${tukta}`]) {
    for (const host of ['elsewhere.example', 'localhost.elsewhere.example:3001', '127.0.0.1.elsewhere.example'])
      expect(await asked(path, host), host).toBe(403)
    for (const host of ['localhost:3001', 'LOCALHOST', '127.0.0.1:80', '[::1]:3001'])
      expect(await asked(path, host), host).toBe(200)
  }
})

it('tells the pages live what has changed', async () => {
  const leaving = new AbortController()
  const stream = await fetch(`${stage.sim.url}/simulator/api/live`, { signal: leaving.signal })
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  await stage.sim.chat(aChannel.key, tukta).says('hello')
  let heard = ''
  while (!heard.includes('"text":"hello"')) heard += (await reader?.read())?.value ?? ''
  expect(heard).toContain('event: clock')
  expect(heard).toContain('event: chat')
  leaving.abort()
})

it('serves the page with a strict policy, or says kindly how to build it', async () => {
  const page = await fetch(`${stage.sim.url}/simulator`)
  expect([200, 503]).toContain(page.status)
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'; style-src 'self'")
  expect((await fetch(`${stage.sim.url}/simulator/%2e%2e/%2e%2e/package.json`)).status).toBe(404)
})
