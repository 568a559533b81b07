import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { isLoopback, nameIn } from '../../api/loopback.ts'
import type { Contents } from './contents.ts'
import type { Hands, PersonHands } from './hands.ts'
import { parsedJson, readBody, sendJson, TooLarge } from './http.ts'
import type { Login } from './line/login.ts'
import type { Sending } from './line/sending.ts'
import type { Webhooks } from './line/webhook.ts'
import { makeLive } from './live.ts'
import { offersOf } from './offers.ts'
import { PlatformAct, type PlatformCare } from './platform-care.ts'
import type { makeReplay, Replayed } from './replay.ts'
import { Story } from './story.ts'
import { sendPageFile } from './page-files.ts'
import { channelViews, chatView, type Snapshot } from './snapshot.ts'
import type { makeTwilio } from './twilio/twilio.ts'
import type { Chat, World } from './world.ts'

type Parts = {
  world: World
  hands: Hands
  twilio: Pick<ReturnType<typeof makeTwilio>, 'hands' | 'messages'>
  login: Login
  contents: Contents
  webhooks: Webhooks
  sending: Sending
  moveClock?: (ms: number) => Promise<void>
  story: (tenantKey?: string) => Story
  replay: ReturnType<typeof makeReplay>
  platform: PlatformCare
}

const Who = z.object({ channelKey: z.string(), userId: z.string(), groupId: z.string().optional() })
const Act = z.discriminatedUnion('does', [
  Who.extend({ does: z.literal('says'), text: z.string().min(1).max(5000) }),
  Who.extend({ does: z.literal('sticker'), stickerId: z.string().max(20).optional() }),
  Who.extend({ does: z.literal('image') }),
  Who.extend({ does: z.literal('audio') }),
  Who.extend({ does: z.literal('location') }),
  Who.extend({ does: z.literal('reads') }),
  Who.extend({
    does: z.literal('taps'),
    postId: z.string(),
    where: z.enum(['quickReply', 'card']),
    index: z.int().nonnegative(),
    pick: z.string().optional(),
  }),
  Who.extend({ does: z.literal('unsends'), messageId: z.string() }),
  Who.extend({ does: z.literal('follows') }),
  Who.extend({ does: z.literal('blocks') }),
])
const GroupAct = z.object({
  channelKey: z.string(),
  groupId: z.string(),
  does: z.enum(['invites', 'removes', 'linksStaff']),
})
const ClockMove = z.object({
  by: z
    .int()
    .positive()
    .max(400 * 24 * 3600_000),
})
const Replay = z.object({ pace: z.enum(['at once', 'original']), story: Story })
const LiffCode = Who.pick({ channelKey: true, userId: true })
const LiffToken = z.object({ code: z.string() })

const MAX_BYTES = 64 * 1024
/** A story with its pictures. */
const MAX_STORY_BYTES = 32 * 1024 * 1024
const GRAND_PALACE = { title: 'Grand Palace', address: 'Bangkok', latitude: 13.75, longitude: 100.4914 }

/** Everything under /simulator: the page, what it may do, and the live stream. */
export function makeControl(parts: Parts) {
  const { world, hands, twilio, login, contents, webhooks, sending, moveClock } = parts
  const live = makeLive(world, (chatKey) => {
    const chat = world.chats.get(chatKey)
    return chat ? chatView(world, sending, chat) : undefined
  })

  const snapshot = (): Snapshot => ({
    now: world.clock(),
    canMoveClock: moveClock !== undefined,
    deskUrl: webhooks.deskUrl(),
    channels: channelViews(world),
    chats: [...world.chats.values()].map((chat) => chatView(world, sending, chat)),
  })

  const handsOf = (chat: Chat): PersonHands => (chat.platform === 'whatsapp' ? twilio.hands : hands)

  async function act(input: z.infer<typeof Act>) {
    const chat = world.chatOf(input.channelKey, input.groupId ?? input.userId)
    const hands = handsOf(chat)
    const { userId } = input
    switch (input.does) {
      case 'says':
        return hands.says(chat, userId, input.text)
      case 'sticker':
        return hands.sticker(chat, userId, input.stickerId ? { stickerId: input.stickerId } : {})
      case 'image':
        return hands.image(chat, userId)
      case 'audio':
        return hands.audio(chat, userId)
      case 'location':
        return hands.location(chat, userId, GRAND_PALACE)
      case 'reads':
        return chat.platform === 'whatsapp' ? twilio.messages.reads(chat) : []
      case 'taps':
        return tap(chat, input)
      case 'unsends':
        return hands.unsends(chat, userId, input.messageId)
      case 'follows':
        return hands.follows(chat)
      case 'blocks':
        return hands.blocks(chat)
    }
  }

  async function tap(chat: Chat, input: Extract<z.infer<typeof Act>, { does: 'taps' }>) {
    const post = chat.posts.find((one) => one.id === input.postId)
    const offers = post ? offersOf(chat, post) : []
    const offer = offers.find((one) => one.where === input.where && one.index === input.index)
    if (!offer) throw new Gone('That button is no longer on the screen.')
    return handsOf(chat).tap(chat, input.userId, offer, { pick: input.pick })
  }

  async function groupAct({ channelKey, groupId, does }: z.infer<typeof GroupAct>) {
    const chat = world.chatOf(channelKey, groupId)
    if (does === 'invites') return hands.inviteBot(chat)
    if (does === 'removes') return hands.removeBot(chat)
    for (const person of world.peopleOf(channelKey)) {
      const own = world.findChat(channelKey, person.userId)
      if (own && person.staffKey && !own.isBlocked) await hands.says(own, person.userId, `link demo-${person.staffKey}`)
    }
    return {}
  }

  async function move({ by }: z.infer<typeof ClockMove>) {
    if (!moveClock) throw new Gone('This desk keeps its own time.')
    await moveClock(by)
    live.tellTime()
    return { now: world.clock() }
  }

  async function idToken({ code }: z.infer<typeof LiffToken>) {
    const token = await login.tokenFor(code)
    if (!token) throw new Gone('This code is used up or too old.')
    return { idToken: token }
  }

  let replayed: (Replayed & { running: boolean; trouble?: string }) | undefined
  /** Goes on by itself; how far it is can be asked, and seen on the phones. */
  function replay({ pace, story }: z.infer<typeof Replay>) {
    if (replayed?.running) throw new Gone('A story is being replayed already.')
    replayed = { running: true, played: 0, of: story.events.length, heard: 0, missed: [] }
    parts
      .replay(story, { pace, told: (so) => void (replayed = { running: true, ...so }) })
      .then(
        (so) => void (replayed = { running: false, ...so }),
        (trouble: unknown) => {
          const why = trouble instanceof Error ? (trouble.message.split('\n')[0] ?? '') : ''
          if (replayed) replayed = { ...replayed, running: false, trouble: why }
        },
      )
      .finally(() => world.touch())
    return replayed
  }

  const orders: Record<string, (body: unknown) => Promise<unknown>> = {
    act: (body) => act(Act.parse(body)),
    group: (body) => groupAct(GroupAct.parse(body)),
    clock: (body) => move(ClockMove.parse(body)),
    replay: async (body) => replay(Replay.parse(body)),
    platform: (body) => parts.platform(PlatformAct.parse(body)),
    'liff-code': async (body) => {
      const { channelKey, userId } = LiffCode.parse(body)
      return { code: login.codeFor(channelKey, userId) }
    },
    'liff-token': (body) => idToken(LiffToken.parse(body)),
  }

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const path = pathOf(request).slice('/simulator'.length)
    if (!isFromHere(request)) return problem(response, 403, 'The simulator answers to its own page only.')
    if (request.method === 'GET' || request.method === 'HEAD') return look(path, request, response)
    const order = request.method === 'POST' ? orders[path.replace(/^\/api\//, '')] : undefined
    if (!order) return problem(response, 404, 'The simulator has no such page.')
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
      return problem(response, 415, 'The body must be application/json.')
    }
    const most = path === '/api/replay' ? MAX_STORY_BYTES : MAX_BYTES
    sendJson(response, 200, await order(parsedJson(await readBody(request, most))), {
      'cache-control': 'no-store',
    })
  }

  function look(path: string, request: IncomingMessage, response: ServerResponse) {
    if (path === '/api/state') return sendJson(response, 200, snapshot(), { 'cache-control': 'no-store' })
    if (path === '/api/live') return live.join(response)
    if (path === '/api/replay')
      return sendJson(response, 200, replayed ?? { running: false }, { 'cache-control': 'no-store' })
    if (path === '/api/story') return sendStory(request, response)
    if (path.startsWith('/api/content/')) return sendContent(response, path.slice('/api/content/'.length))
    return sendPageFile(response, path)
  }

  function sendStory(request: IncomingMessage, response: ServerResponse) {
    const tenantKey = new URL(request.url ?? '', 'http://simulator').searchParams.get('business') ?? undefined
    const told = parts.story(tenantKey)
    const name = `story-${tenantKey ?? 'all'}-${told.startedAt.slice(0, 10)}.json`
    sendJson(response, 200, told, {
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`,
    })
  }

  function sendContent(response: ServerResponse, messageId: string) {
    const found = contents.find(messageId)
    if (!found || found === 'withdrawn') return problem(response, 404, 'Nothing is kept for this message.')
    response.writeHead(200, { 'content-type': found.type, 'x-content-type-options': 'nosniff' })
    response.end(found.bytes)
  }

  function listener(request: IncomingMessage, response: ServerResponse) {
    serve(request, response).catch((trouble: unknown) => {
      if (response.headersSent) return response.destroy()
      const [status, why] = explained(trouble)
      problem(response, status, why)
    })
  }

  return {
    listener,
    serves: (request: IncomingMessage) => /^\/simulator(\/|$)/.test(pathOf(request)),
    close: () => live.close(),
  }
}

class Gone extends Error {}

function explained(trouble: unknown): [number, string] {
  if (trouble instanceof z.ZodError) return [400, z.prettifyError(trouble)]
  if (trouble instanceof TooLarge) return [413, 'The body is too large.']
  if (trouble instanceof Gone) return [409, trouble.message]
  return [422, trouble instanceof Error ? trouble.message : 'That did not work.']
}

const pathOf = (request: IncomingMessage) => new URL(request.url ?? '/', 'http://simulator').pathname

/** Another site in the same browser must not drive the phones: neither by a form, nor by a name that points here. */
function isFromHere(request: IncomingMessage): boolean {
  const { host = '', origin } = request.headers
  return isLoopback(nameIn(host)) && (origin === undefined || origin === `http://${host}`)
}

function problem(response: ServerResponse, status: number, detail: string) {
  const body = JSON.stringify({ type: 'about:blank', title: detail, status })
  response.writeHead(status, { 'content-type': 'application/problem+json; charset=utf-8' })
  response.end(body)
}
