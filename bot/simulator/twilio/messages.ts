import type { Sender } from '../cast.ts'
import type { Chat, Post, World } from '../world.ts'
import { type Answer, created, gone, ok, refused } from './answer.ts'
import { rfc2822 } from './dates.ts'
import type { Media } from './media.ts'
import { type Draft, readDraft } from './draft.ts'
import type { Progress, Status } from './progress.ts'
import { fetchOutbound, shapeOf } from './outbound-file.ts'
import { newSid } from './sids.ts'
import type { Templates } from './templates.ts'
import { isWindowOpen } from './window.ts'

/** A message that went out, as Twilio keeps it. */
export type TwilioMessage = {
  sid: string
  accountSid: string
  channelKey: string
  to: string
  from: string
  body: string
  mediaUrls: string[]
  contentSid?: string
  messagingServiceSid?: string
  statusCallback?: string
  status: Status
  errorCode: number | null
  createdAt: number
  updatedAt: number
  /** Sent by a template that Meta approved. */
  isTemplate: boolean
  /** Whose phone it was for, if it is anybody's. */
  chat?: Chat
  post?: Post
  /** Resolves when nothing more is told of it by itself. */
  settled?: Promise<void>
}

export type Made = Answer & { after?: () => void }

export type Messages = ReturnType<typeof makeMessages>

const REMEMBERED = 10_000
const DATE = /^(\d{4}-\d{2}-\d{2})/

/** The Messages resource: takes what is to be sent, decides whether it may be, shows it on the phone and remembers it. */
type Parts = {
  templates: Templates
  progress: Progress
  media: Media
  /** Where an address of the desk's own is reached; undefined for any other. */
  atDesk: (url: string) => string | undefined
}

export function makeMessages(world: World, { templates, progress, media, atDesk }: Parts) {
  const kept: TwilioMessage[] = []
  /** `channel address` of everybody whom Twilio itself has opted out. */
  const optedOut = new Set<string>()

  const chatAt = (channelKey: string, address: string): Chat | undefined =>
    world.findChat(channelKey, address) ??
    world.findChat(channelKey, world.peopleOf(channelKey).find((it) => it.bsuid === address)?.userId ?? '')

  async function create(account: Sender, form: URLSearchParams, ordered: number | undefined): Promise<Made> {
    const senders = [...world.senders.values()].filter((it) => it.accountSid === account.accountSid)
    const read = readDraft(form, senders, (sid) => templates.find(account.accountSid, sid))
    if ('refusal' in read) return read.refusal
    const { draft } = read
    const chat = chatAt(draft.sender.key, draft.to)
    if (chat && draft.sender.messagingServiceSid && optedOut.has(chat.key)) return refused(21610)
    const failure = ordered ?? whyItFails(draft, chat) ?? (await troubleWithFile(draft))
    const message = keep(draft, chat)
    if (failure === undefined && chat) message.post = show(chat, draft, message.sid)
    const after = await progress.begin(message, failure)
    return { ...created(view(message)), after }
  }

  /** Twilio's number of why it will not arrive; undefined when it will. */
  function whyItFails(draft: Draft, chat: Chat | undefined): number | undefined {
    if (!chat) return 63024
    if (chat.isBlocked) return 63014
    if (!draft.isTemplate && !isWindowOpen(chat, world.clock())) return 63016
    return draft.trouble
  }

  /** Twilio fetches what is to be sent; files elsewhere than at the desk are taken on trust here. */
  async function troubleWithFile(draft: Draft): Promise<number | undefined> {
    const [url = ''] = draft.mediaUrls
    const address = atDesk(url)
    if (!address) return undefined
    const file = await fetchOutbound(address)
    draft.shown.type = shapeOf(file.type)
    return file.trouble
  }

  function keep(draft: Draft, chat: Chat | undefined): TwilioMessage {
    const message: TwilioMessage = {
      sid: newSid(draft.mediaUrls.length > 0 ? 'MM' : 'SM', world.randomBytes),
      accountSid: draft.sender.accountSid,
      channelKey: draft.sender.key,
      to: draft.to,
      from: draft.sender.address,
      body: draft.body,
      mediaUrls: draft.mediaUrls,
      contentSid: draft.contentSid,
      messagingServiceSid: draft.sender.messagingServiceSid,
      statusCallback: draft.statusCallback,
      status: draft.sender.messagingServiceSid ? 'accepted' : 'queued',
      errorCode: null,
      createdAt: world.clock(),
      updatedAt: world.clock(),
      isTemplate: draft.isTemplate,
      chat,
    }
    kept.push(message)
    if (kept.length > REMEMBERED) kept.shift()
    return message
  }

  function show(chat: Chat, draft: Draft, sid: string): Post {
    chat.loadingUntil = 0
    const isFree = isWindowOpen(chat, world.clock())
    const how = { how: isFree ? 'reply' : 'push', cost: isFree ? 0 : 1 } as const
    const post = world.post(chat, { from: 'bot', message: draft.shown, ...how })
    post.sid = sid
    return post
  }

  function view(message: TwilioMessage) {
    const uri = `/2010-04-01/Accounts/${message.accountSid}/Messages/${message.sid}`
    return {
      account_sid: message.accountSid,
      api_version: '2010-04-01',
      body: message.body,
      date_created: rfc2822(message.createdAt),
      date_sent: message.status === 'queued' || message.status === 'accepted' ? null : rfc2822(message.createdAt),
      date_updated: rfc2822(message.updatedAt),
      direction: 'outbound-api',
      error_code: message.errorCode,
      error_message: null,
      from: message.from,
      messaging_service_sid: message.messagingServiceSid ?? null,
      num_media: String(message.mediaUrls.length),
      num_segments: '1',
      price: null,
      price_unit: null,
      sid: message.sid,
      status: message.status,
      subresource_uris: { media: `${uri}/Media.json` },
      to: message.to,
      uri: `${uri}.json`,
    }
  }

  const find = (account: Sender, sid: string) =>
    kept.find((it) => it.sid === sid && it.accountSid === account.accountSid)

  /** Newest first; days count in GMT, and both ends of a stretch belong to it. */
  function list(account: Sender, query: URLSearchParams): Answer {
    const [day, since, until] = ['DateSent', 'DateSent>', 'DateSent<'].map(
      (name) => DATE.exec(query.get(name) ?? '')?.[1],
    )
    const dayOf = (message: TwilioMessage) => new Date(message.createdAt).toISOString().slice(0, 10)
    const fits = (message: TwilioMessage) =>
      message.accountSid === account.accountSid &&
      (!query.get('To') || message.to === query.get('To')) &&
      (!query.get('From') || message.from === query.get('From')) &&
      (!day || dayOf(message) === day) &&
      (!since || dayOf(message) >= since) &&
      (!until || dayOf(message) <= until)
    const found = kept.filter(fits).toReversed()
    const size = Math.min(Number(query.get('PageSize') ?? 50) || 50, 1000)
    const page = Number(query.get('Page') ?? 0) || 0
    const shown = found.slice(page * size, (page + 1) * size)
    const uri = (at: number) => {
      const asked = new URLSearchParams(query)
      asked.set('Page', String(at))
      return `/2010-04-01/Accounts/${account.accountSid}/Messages.json?${asked.toString()}`
    }
    return ok({
      messages: shown.map(view),
      page,
      page_size: size,
      start: page * size,
      end: page * size + shown.length - 1,
      uri: uri(page),
      first_page_uri: uri(0),
      next_page_uri: found.length > (page + 1) * size ? uri(page + 1) : null,
      previous_page_uri: page > 0 ? uri(page - 1) : null,
    })
  }

  /** An empty Body takes the words away; nothing here is scheduled, so nothing can be cancelled. */
  function update(account: Sender, sid: string, form: URLSearchParams): Answer {
    const message = find(account, sid)
    if (!message) return refused(20404)
    if (form.get('Status') === 'canceled') return refused(30409)
    if (form.get('Body') !== '') return refused(20001, 'Body can only be made empty')
    message.body = ''
    return ok(view(message))
  }

  return {
    create,
    list,
    update,
    fetch(account: Sender, sid: string): Answer {
      const message = find(account, sid)
      return message ? ok(view(message)) : refused(20404)
    },
    remove(account: Sender, sid: string): Answer {
      const message = find(account, sid)
      if (!message) return refused(20404)
      kept.splice(kept.indexOf(message), 1)
      media.forget(sid)
      return gone()
    },
    kept: kept as readonly TwilioMessage[],
    chatAt,
    setOptedOut(chat: Chat, isOut: boolean) {
      if (isOut) optedOut.add(chat.key)
      else optedOut.delete(chat.key)
    },
    /** The person has this chat open: everything that arrived is read. */
    reads: (chat: Chat): Promise<unknown> => {
      const unread = kept.filter((it) => it.chat === chat && it.post && it.status !== 'read')
      return Promise.all(
        unread.map(async (message) => {
          await message.settled
          if (message.status === 'delivered') await progress.report(message, 'read')
        }),
      )
    },
    report: (sid: string, status: Status, code?: number): Promise<void> => {
      const message = kept.find((it) => it.sid === sid)
      if (!message) throw new Error(`Twilio has sent no message ${sid}`)
      return progress.report(message, status, code)
    },
  }
}
