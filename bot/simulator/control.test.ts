import { request } from 'node:http'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { aChannel, aStage, card, nan, quickReply, staffGroup, text, ton, tukta } from './desk.fake.ts'
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
  await stage.call('/v2/bot/message/push', { to: tukta, messages: [text('Which?', { quickReply: quickReply('Red') })] })
  await stage.call('/v2/bot/message/push', { to: staffGroup, messages: [card('Claim', 'Reply')] })
  const asked = (await newestIn(tukta))?.id
  const shown = (await newestIn(staffGroup))?.id
  await order('act', { ...me, does: 'taps', postId: asked, where: 'quickReply', index: 0 })
  const staff = { ...me, userId: nan, groupId: staffGroup }
  await order('act', { ...staff, does: 'taps', postId: shown, where: 'card', index: 1 })
  const events = stage.desk.events().map((event) => event.message?.type ?? event.postback?.data)
  expect(events).toEqual(['text', 'sticker', 'image', 'd=Red', 'claim=Reply'])

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
  const rebound = await new Promise<number | undefined>((resolve) => {
    const url = `${stage.sim.url}/simulator/api/state`
    request(url, { headers: { host: 'elsewhere.example' } }, (answer) => resolve(answer.resume().statusCode)).end()
  })
  expect(rebound).toBe(403)
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
