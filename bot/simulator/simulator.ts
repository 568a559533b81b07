import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isLoopback, nameIn } from '../../api/loopback.ts'
import type { Cast, Channel, Group, Person, Sender } from './cast.ts'
import { lineId, whatsAppId, whatsAppNumber } from './cast.ts'
import { makeContents } from './contents.ts'
import { makeControl } from './control.ts'
import { type Faults, makeFaults } from './faults.ts'
import { makeHands } from './hands.ts'
import { makeLogin } from './line/login.ts'
import { makeLookups } from './line/lookups.ts'
import { type ApiCall, makePlatform } from './line/platform.ts'
import { makeReplyTokens } from './line/reply-tokens.ts'
import { makeRichMenus } from './line/rich-menus.ts'
import { type AcceptedSend, makeSending } from './line/sending.ts'
import { type Delivered, makeWebhooks, type SentWebhook } from './line/webhook.ts'
import { type GroupChat, makePhones, type PersonChat, transcript } from './phones.ts'
import { makePlatformCare } from './platform-care.ts'
import { rememberIn } from './remembered.ts'
import { makeReplay } from './replay.ts'
import { makeStory, type Story } from './story.ts'
import { makeTwilio, type TwilioDesk } from './twilio/twilio.ts'
import { makeWaiting } from './waiting.ts'
import { makeWorld } from './world.ts'

export type SimulatorOptions = {
  /** 0 = any free port. */
  port: number
  host?: string
  /** The desk's origin; webhooks go to `${deskUrl}/webhooks/line/${channelKey}`. Can be told later with `pointAt`. */
  deskUrl: string
  /** The desk's public origin, over which Twilio signs; without it the one that webhooks go to. */
  publicUrl?: string
  channels: Channel[]
  /** WhatsApp senders at Twilio. */
  senders?: Sender[]
  cast: Cast[]
  /** Milliseconds since 1970: the desk's own now. */
  clock: () => number
  /** Moves the desk's clock forward; without it the page offers no clock buttons. */
  moveClock?: (ms: number) => Promise<void>
  newId?: () => string
  randomBytes?: (size: number) => Buffer
  /** Real milliseconds that a webhook may take before it counts as not delivered (LINE's own limit is 2 s). */
  webhookTimeoutMs?: number
  /** A file that keeps the phones over a restart, and who hears that it cannot. */
  remember?: { file: string; say: (line: string) => void }
}

/** A stand-in for LINE and Twilio on loopback, and the hands of the people who use it. */
export type Simulator = {
  port: number
  /** Base URL for LINE_API_BASE_URL, LINE_DATA_API_BASE_URL and TWILIO_API_BASE_URL. */
  url: string
  stop: () => Promise<void>
  /** Serves everything under /simulator; to be mounted on the desk's own port too. */
  requestListener: RequestListener
  /** Webhooks go to this desk from now on. */
  pointAt: (deskUrl: string) => void

  chat: (channelKey: string, userId: string) => PersonChat
  group: (channelKey: string, groupId: string) => GroupChat
  /** Somebody new; without a userId one is made from the name. */
  addPerson: (channelKey: string, person: Pick<Person, 'name'> & Partial<Person>) => Person
  addGroup: (channelKey: string, group: Pick<Group, 'name' | 'members'> & Partial<Group>) => Group

  /** A new Official Account: no webhook address yet, and webhooks not in use. */
  addChannel: (channel: Channel) => void
  /** What its owner does in LINE's consoles. */
  console: (channelKey: string) => { useWebhook: (on: boolean) => void; reissueToken: (token: string) => void }

  changed: () => Promise<void>
  until: <T>(condition: () => T | Promise<T>, options?: { timeoutMs?: number; saying?: string }) => Promise<T>
  transcript: (bubbles?: number) => string

  faults: Faults
  whatsapp: TwilioDesk
  /** Sends that LINE accepted, oldest first (the last 10,000). */
  sends: readonly AcceptedSend[]
  /** Every call to the API with its answer, oldest first (the last 10,000). */
  calls: readonly ApiCall[]
  /** Every webhook POST with the desk's answer, oldest first (the last 10,000). */
  webhooks: readonly SentWebhook[]
  redeliver: (eventId: string, isRedelivery?: boolean) => Promise<Delivered>
  /** Everything that happened on the phones so far, of one business or of all; to be kept as a file. */
  story: (tenantKey?: string) => Story
  /** Does it again, against this desk. */
  replay: ReturnType<typeof makeReplay>
  /** All events of this channel that happen in `story` go out in one POST. */
  batch: (channelKey: string, story: () => Promise<unknown>) => Promise<Delivered>
  /** Any bytes as a webhook; `signature` null = no header. */
  sendRaw: (channelKey: string, body: string | Buffer, signature?: string | null) => Promise<Delivered>
  /** Paid recipients that are left in the month; null = no limit. */
  setQuota: (channelKey: string, value: number | null) => void
  liffCode: (channelKey: string, userId: string) => string
  idToken: (code: string) => Promise<string | undefined>
}

export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const world = makeWorld(options)
  const remembered = options.remember && (await rememberIn(options.remember.file, world, options.remember.say))
  const contents = makeContents()
  const faults = makeFaults()
  const tokens = makeReplyTokens(world)
  const webhooks = makeWebhooks(world, tokens, {
    deskUrl: options.deskUrl.replace(/\/$/, ''),
    publicUrl: options.publicUrl,
    timeoutMs: options.webhookTimeoutMs ?? 10_000,
  })
  const twilio = makeTwilio({
    world,
    contents,
    faults,
    deskUrl: webhooks.deskUrl,
    publicUrl: () => options.publicUrl?.replace(/\/$/, '') ?? webhooks.deskUrl(),
    timeoutMs: options.webhookTimeoutMs ?? 15_000,
  })
  const sending = makeSending(world, tokens)
  const login = await makeLogin(world)
  const lookups = makeLookups(world, contents, webhooks)
  const platform = makePlatform({ world, faults, sending, login, lookups, richMenus: makeRichMenus(world) })
  const stories = makeStory(world)
  const hands = stories.watchedOnLine(makeHands(world, webhooks, contents))
  const onWhatsApp = stories.watched(twilio.hands)
  const tell = (bubbles?: number) => transcript(world, bubbles)
  const waiting = makeWaiting(world, tell)
  const apps = { line: hands, whatsapp: onWhatsApp }
  const phones = makePhones(world, apps, waiting)
  const replay = makeReplay({ world, hands: apps, waiting, moveClock: options.moveClock })
  const redeliver = (eventId: string, isRedelivery?: boolean) =>
    twilio.webhooks.hasHappened(eventId)
      ? twilio.webhooks.redeliver(eventId)
      : webhooks.redeliver(eventId, isRedelivery)
  const control = makeControl({
    world,
    hands,
    twilio: { ...twilio, hands: onWhatsApp },
    story: stories.story,
    replay,
    platform: makePlatformCare({ world, faults, sending, webhooks, twilio, redeliver }),
    login,
    contents,
    webhooks,
    sending,
    moveClock: options.moveClock,
  })

  const server = createServer((request, response) => {
    // a page whose own name points here could speak with the demo's public tokens, and read what is answered
    if (!isLoopback(nameIn(request.headers.host))) return response.writeHead(403).end()
    if (control.serves(request)) return control.listener(request, response)
    const { listener } = twilio.platform.serves(request) ? twilio.platform : platform
    listener(request, response).catch(() => response.destroy())
  })
  const host = options.host ?? '127.0.0.1'
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, host, resolve)
  })
  const { port } = server.address() as AddressInfo
  const url = `http://${host}:${port}`
  await twilio.open(url, host)

  const idOf = (channelKey: string, name: string) =>
    world.senders.has(channelKey) ? whatsAppNumber(`${channelKey} ${name}`) : lineId('U', `${channelKey} ${name}`)

  return {
    port,
    url,
    async stop() {
      control.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await Promise.all([closed, twilio.close()])
      await remembered?.stop()
    },
    requestListener: control.listener,
    pointAt: (deskUrl) => webhooks.pointAt(deskUrl),
    ...phones,
    addPerson: (channelKey, { userId, language = 'th', role = 'customer', ...person }) =>
      world.addPerson(channelKey, {
        ...person,
        ...(userId === undefined &&
          world.senders.has(channelKey) && { bsuid: whatsAppId(`${channelKey} ${person.name}`) }),
        userId: userId ?? idOf(channelKey, person.name),
        language,
        role,
      }),
    addGroup: (channelKey, { groupId, ...group }) =>
      world.addGroup(channelKey, { ...group, groupId: groupId ?? lineId('C', `${channelKey} ${group.name}`) }),
    addChannel(channel) {
      world.channels.set(channel.key, { ...channel })
      webhooks.isNew(channel.key)
    },
    console: (channelKey) => ({
      useWebhook: (on) => void webhooks.use(channelKey, on),
      reissueToken: (token) => void (world.channel(channelKey).token = token),
    }),
    ...waiting,
    transcript: tell,
    faults,
    whatsapp: twilio.desk,
    sends: sending.sends,
    calls: platform.calls,
    webhooks: webhooks.sent,
    redeliver,
    story: stories.story,
    replay,
    batch: webhooks.batch,
    sendRaw: webhooks.sendRaw,
    setQuota: (channelKey, value) => sending.setQuota(channelKey, value),
    liffCode: login.codeFor,
    idToken: login.tokenFor,
  }
}
