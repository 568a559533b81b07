import type { Contents } from './contents.ts'
import { isPickable } from './line/actions.ts'
import type { Delivered, Happening, NewEvent, Webhooks } from './line/webhook.ts'
import type { Offer } from './offers.ts'
import { samplePicture } from './sample-picture.ts'
import { sampleVoice } from './sample-voice.ts'
import type { Action } from './seen.ts'
import type { Chat, Post, RawMessage, World } from './world.ts'

/** A message was said: its id, and how the desk took the webhook. */
export type Said = Delivered & { messageId: string }

/** A button was tapped: what it did. */
export type Tapped = {
  action: Action
  delivered?: Delivered
  /** A link that opened on the phone. */
  opened?: string
  /** Words put into the input field for the person to finish. */
  fillInText?: string
  copied?: string
}

export type Sticker = { packageId?: string; stickerId?: string; text?: string; keywords?: string[] }
/** `set`: one of several that were chosen in one go. */
export type Picture = { bytes?: Buffer; type?: string; set?: { id: string; index: number; total: number } }
export type Place = { title?: string; address?: string; latitude: number; longitude: number }
export type Quoting = { quotes?: string }

export type Hands = ReturnType<typeof makeHands>

/** What people do in a chat of their own, on either app. */
export type PersonHands = Pick<
  Hands,
  | 'says'
  | 'sticker'
  | 'image'
  | 'video'
  | 'audio'
  | 'file'
  | 'location'
  | 'tap'
  | 'open'
  | 'follows'
  | 'blocks'
  | 'unsends'
  | 'opened'
>

const NOBODY_TOLD: Delivered = { status: 0, eventIds: [], ms: 0, body: '' }

/** What a person can do with a phone: everything here shows in the chat and raises the platform's webhook. */
export function makeHands(world: World, webhooks: Webhooks, contents: Contents) {
  const opened: { channelKey: string; userId: string; uri: string }[] = []

  async function tellBot(event: NewEvent, how: Happening): Promise<Delivered> {
    const { chat } = event
    if (chat.kind === 'group' && !chat.botIn && event.type !== 'leave') return NOBODY_TOLD
    return webhooks.tell(event, how)
  }

  async function send(chat: Chat, userId: string, shown: RawMessage, extra: object, how: Happening): Promise<Said> {
    if (chat.isBlocked) throw new Error(`${chat.name} has blocked the bot: follows() comes first`)
    if (webhooks.hasHappened(how.eventId)) return again(chat, how)
    if (chat.kind === 'user') chat.wroteAt = world.clock()
    const markAsReadToken = world.randomBytes(20).toString('base64url')
    const quoteToken = world.randomBytes(24).toString('base64url')
    const post = world.post(chat, { from: userId, message: shown, how: 'said', cost: 0, markAsReadToken, quoteToken })
    const isQuotable = ['text', 'sticker', 'image', 'video'].includes(shown.type)
    const message = {
      ...shown,
      id: post.id,
      ...extra,
      ...(isQuotable ? { quoteToken } : {}),
      markAsReadToken,
    }
    const delivered = await tellBot({ type: 'message', chat, userId, answerable: true, payload: { message } }, how)
    noteWebhook(chat, post, delivered)
    return { ...delivered, messageId: post.id }
  }

  /** The platform delivers an event a second time: nothing new is on the screen. */
  async function again(chat: Chat, how: Happening): Promise<Said> {
    const delivered = await webhooks.tell({ type: 'message', chat, answerable: true }, how)
    return { ...delivered, messageId: '' }
  }

  function noteWebhook(chat: Chat, post: Post, delivered: Delivered) {
    post.webhookStatus = delivered.status
    world.touch(chat)
  }

  function says(chat: Chat, userId: string, text: string, how: Happening & Quoting = {}): Promise<Said> {
    const mentionees = chat.kind === 'group' ? mentionsIn(chat, text) : []
    const mention = mentionees.length > 0 ? { mention: { mentionees } } : {}
    const quoted = how.quotes === undefined ? {} : { quotedMessageId: how.quotes }
    return send(chat, userId, { type: 'text', text }, { ...mention, ...quoted }, how)
  }

  function mentionsIn(chat: Chat, text: string) {
    const bot = world.channel(chat.channelKey)
    const named = [
      { name: bot.botName, userId: bot.botUserId, isSelf: true },
      ...[...chat.members].map((userId) => ({ name: world.nameOf(chat.channelKey, userId), userId, isSelf: false })),
    ]
    return named
      .map(({ name, ...who }) => ({ index: text.indexOf(`@${name}`), length: name.length + 1, type: 'user', ...who }))
      .filter(({ index }) => index >= 0)
      .toSorted((one, other) => one.index - other.index)
  }

  function sticker(chat: Chat, userId: string, which: Sticker = {}, how: Happening = {}): Promise<Said> {
    const { packageId = '11537', stickerId = '52002734', ...rest } = which
    const shown = { type: 'sticker', packageId, stickerId, stickerResourceType: 'ANIMATION', ...rest }
    return send(chat, userId, shown, {}, how)
  }

  async function media(
    chat: Chat,
    userId: string,
    shown: RawMessage,
    content: { bytes: Buffer; type: string },
    how: Happening,
  ): Promise<Said> {
    const provider = shown.type === 'file' ? {} : { contentProvider: { type: 'line' } }
    // The bytes must be there before the desk asks for them, and it may ask before it answers the webhook.
    const stop = world.onChange((changed) => {
      const post = changed === chat ? chat.posts.at(-1) : undefined
      if (post?.message === shown) contents.keep(post.id, content)
    })
    try {
      return await send(chat, userId, shown, provider, how)
    } finally {
      stop()
    }
  }

  const image = (chat: Chat, userId: string, { bytes, type = 'image/png', set }: Picture = {}, how: Happening = {}) =>
    media(
      chat,
      userId,
      { type: 'image', ...(set && { imageSet: set }) },
      { bytes: bytes ?? samplePicture(), type },
      how,
    )

  const video = (chat: Chat, userId: string, { bytes, type = 'video/mp4' }: Picture = {}, how: Happening = {}) =>
    media(chat, userId, { type: 'video', duration: 4000 }, { bytes: bytes ?? Buffer.alloc(64), type }, how)

  const audio = (chat: Chat, userId: string, { bytes, type = 'audio/mp4' }: Picture = {}, how: Happening = {}) =>
    media(chat, userId, { type: 'audio', duration: 3000 }, { bytes: bytes ?? sampleVoice('m4a'), type }, how)

  function file(chat: Chat, userId: string, fileName: string, bytes: Buffer, how: Happening = {}) {
    const content = { bytes, type: 'application/octet-stream' }
    return media(chat, userId, { type: 'file', fileName, fileSize: bytes.length }, content, how)
  }

  const location = (chat: Chat, userId: string, place: Place, how: Happening = {}) =>
    send(chat, userId, { type: 'location', ...place }, {}, how)

  /** Does what LINE does for a tap on this button; a date picker needs the value that was picked. */
  async function tap(chat: Chat, userId: string, offer: Offer, how: Happening & { pick?: string } = {}) {
    const { action } = offer.button
    if (chat.isBlocked) throw new Error(`${chat.name} has blocked the bot: follows() comes first`)
    if (offer.where === 'quickReply') {
      chat.tappedAway = offer.post.id
      world.touch(chat)
    }
    return act(chat, userId, action, how)
  }

  async function act(chat: Chat, userId: string, action: Action, how: Happening & { pick?: string }): Promise<Tapped> {
    switch (action.type) {
      case 'message':
        return { action, delivered: await says(chat, userId, action.text ?? '', how) }
      case 'postback':
        return postback(chat, userId, action, how)
      case 'datetimepicker':
        return { action, delivered: await pick(chat, userId, action, how) }
      case 'uri':
        return { action, opened: open(chat, userId, action.uri ?? '') }
      case 'clipboard':
        return { action, copied: action.clipboardText }
      case 'camera':
      case 'cameraRoll':
        return { action, delivered: await image(chat, userId, {}, how) }
      case 'location':
        return { action, delivered: await location(chat, userId, { latitude: 13.7563, longitude: 100.5018 }, how) }
      default:
        return { action }
    }
  }

  async function postback(chat: Chat, userId: string, action: Action, how: Happening): Promise<Tapped> {
    const shown = action.displayText ?? action.text
    if (shown && !webhooks.hasHappened(how.eventId)) {
      world.post(chat, { from: userId, message: { type: 'text', text: shown }, how: 'said', cost: 0 })
    }
    const delivered = await tellPostback(chat, userId, { data: action.data }, how)
    return { action, delivered, ...(action.fillInText ? { fillInText: action.fillInText } : {}) }
  }

  async function pick(chat: Chat, userId: string, action: Action, how: Happening & { pick?: string }) {
    const { mode = 'date' } = action
    if (how.pick === undefined) throw new Error(`'${action.label}' asks for a ${mode}: use picks('…')`)
    if (!isPickable(how.pick, action)) {
      const range = `${action.min ?? 'any'} … ${action.max ?? 'any'}`
      throw new Error(`The picker '${action.label}' (${mode}, ${range}) does not offer ${how.pick}`)
    }
    return tellPostback(chat, userId, { data: action.data, params: { [mode]: how.pick } }, how)
  }

  const tellPostback = (chat: Chat, userId: string, postback: object, how: Happening) =>
    tellBot({ type: 'postback', chat, userId, answerable: true, payload: { postback } }, how)

  function open(chat: Chat, userId: string, uri: string): string {
    opened.push({ channelKey: chat.channelKey, userId, uri })
    return uri
  }

  async function follows(chat: Chat, how: Happening = {}): Promise<Delivered> {
    const isUnblocked = chat.isBlocked
    chat.isBlocked = false
    chat.isFriend = true
    world.touch(chat)
    return tellBot({ type: 'follow', chat, answerable: true, payload: { follow: { isUnblocked } } }, how)
  }

  async function blocks(chat: Chat, how: Happening = {}): Promise<Delivered> {
    chat.isBlocked = true
    world.touch(chat)
    return tellBot({ type: 'unfollow', chat, answerable: false }, how)
  }

  async function unsends(chat: Chat, userId: string, messageId: string, how: Happening = {}): Promise<Delivered> {
    const post = ownPost(chat, userId, messageId)
    post.unsent = true
    post.message = { type: post.message.type }
    contents.withdraw(messageId)
    world.touch(chat)
    return tellBot({ type: 'unsend', chat, userId, answerable: false, payload: { unsend: { messageId } } }, how)
  }

  /** LINE lets people edit text in groups only. */
  async function edits(chat: Chat, userId: string, messageId: string, text: string, how: Happening = {}) {
    if (chat.kind !== 'group') throw new Error('LINE lets people edit a message in groups only')
    const post = ownPost(chat, userId, messageId)
    post.message = { ...post.message, text }
    post.edited = true
    world.touch(chat)
    const mentionees = mentionsIn(chat, text)
    const mention = mentionees.length > 0 ? { mention: { mentionees } } : {}
    const message = { type: 'text', text, id: post.id, quoteToken: post.quoteToken, ...mention }
    return tellBot({ type: 'messageEdited', chat, userId, answerable: true, payload: { message } }, how)
  }

  function ownPost(chat: Chat, userId: string, messageId: string): Post {
    const post = chat.posts.find((one) => one.id === messageId && one.from === userId)
    if (!post) throw new Error(`${world.nameOf(chat.channelKey, userId)} has said no message ${messageId}`)
    return post
  }

  async function inviteBot(chat: Chat, how: Happening = {}): Promise<Delivered> {
    chat.botIn = true
    notice(chat, 'joined', 'bot')
    return tellBot({ type: 'join', chat, answerable: true }, how)
  }

  async function removeBot(chat: Chat, how: Happening = {}): Promise<Delivered> {
    chat.botIn = false
    notice(chat, 'left', 'bot')
    return tellBot({ type: 'leave', chat, answerable: false }, how)
  }

  async function memberJoins(chat: Chat, userId: string, how: Happening = {}): Promise<Delivered> {
    chat.members.add(userId)
    notice(chat, 'joined', userId)
    const joined = { members: [{ type: 'user', userId }] }
    return tellBot({ type: 'memberJoined', chat, answerable: true, payload: { joined } }, how)
  }

  async function memberLeaves(chat: Chat, userId: string, how: Happening = {}): Promise<Delivered> {
    chat.members.delete(userId)
    notice(chat, 'left', userId)
    const left = { members: [{ type: 'user', userId }] }
    return tellBot({ type: 'memberLeft', chat, answerable: false, payload: { left } }, how)
  }

  const notice = (chat: Chat, type: 'joined' | 'left', from: string) =>
    world.post(chat, { from, kind: 'notice', message: { type }, how: 'said', cost: 0 })

  return {
    says,
    sticker,
    image,
    video,
    audio,
    file,
    location,
    tap,
    open,
    follows,
    blocks,
    unsends,
    edits,
    inviteBot,
    removeBot,
    memberJoins,
    memberLeaves,
    opened,
  }
}
