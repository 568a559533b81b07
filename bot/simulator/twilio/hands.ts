import type { Person } from '../cast.ts'
import type { Contents } from '../contents.ts'
import type { PersonHands, Picture, Place, Quoting, Said, Sticker, Tapped } from '../hands.ts'
import type { Delivered, Happening } from '../line/webhook.ts'
import type { Offer } from '../offers.ts'
import { samplePicture } from '../sample-picture.ts'
import { sampleVoice } from '../sample-voice.ts'
import type { Action } from '../seen.ts'
import type { Chat, Post, RawMessage, World } from '../world.ts'
import { choicesOf } from './choices.ts'
import { formOf, type Inbound, keywordIn } from './inbound.ts'
import type { Media } from './media.ts'
import type { Messages } from './messages.ts'
import { newSid } from './sids.ts'
import type { TwilioWebhooks } from './webhook.ts'

type Parts = { webhooks: TwilioWebhooks; messages: Messages; media: Media; contents: Contents }

/** What a message shows on the phone, and what it tells the desk beyond that. */
type Sending = Omit<Inbound, 'sid' | 'media'> & { shown: RawMessage; file?: { bytes: Buffer; type: string } }

const NOBODY_TOLD: Delivered = { status: 0, eventIds: [], ms: 0, body: '' }

/** What a person can do with WhatsApp on their phone: it shows in the chat, and raises Twilio's webhook. */
export function makeWhatsAppHands(world: World, { webhooks, messages, media, contents }: Parts): PersonHands {
  const opened: { channelKey: string; userId: string; uri: string }[] = []

  function personOf(chat: Chat): Person {
    const person = world.person(chat.channelKey, chat.id)
    if (!person) throw new Error(`Nobody has the WhatsApp address ${chat.id}`)
    return person
  }

  async function send(chat: Chat, it: Sending, how: Happening): Promise<Said> {
    if (chat.isBlocked) throw new Error(`${chat.name} has blocked the business: follows() comes first`)
    if (how.eventId !== undefined && webhooks.hasHappened(how.eventId)) {
      return { ...(await webhooks.redeliver(how.eventId)), messageId: '' }
    }
    webhooks.beside(messages.reads(chat))
    const sender = world.sender(chat.channelKey)
    const sid = newSid(it.file ? 'MM' : 'SM', world.randomBytes)
    const kept = it.file && media.keep(sender, sid, it.file)
    const file = kept && { url: media.urlOf(kept), type: kept.content.type }
    chat.wroteAt = world.clock()
    const keyword = keywordIn(it.body ?? '')
    if (sender.messagingServiceSid && keyword) messages.setOptedOut(chat, keyword === 'STOP')
    const post = world.post(chat, { from: chat.id, message: it.shown, how: 'said', cost: 0 })
    post.sid = sid
    if (it.file) contents.keep(post.id, it.file)
    const form = formOf(sender, personOf(chat), { ...it, sid, ...(file && { media: file }) })
    for (const field of how.without ?? []) delete form[field]
    const delivered = await webhooks.tell(sender, form, how.eventId)
    post.webhookStatus = delivered.status
    if (delivered.status === 200 && delivered.body.trim()) answerInPlace(chat, delivered.body)
    world.touch(chat)
    return { ...delivered, messageId: post.id }
  }

  /** Twilio sends on what a webhook is answered with: a desk that says 'OK' says it to its customer. */
  function answerInPlace(chat: Chat, body: string) {
    const text = body.trimStart().startsWith('<') ? /<Message>(?:<Body>)?([^<]+)/.exec(body)?.[1] : body
    if (text) world.post(chat, { from: 'bot', message: { type: 'text', text }, how: 'reply', cost: 0 })
  }

  const quotedIn = (chat: Chat, id: string | undefined): Post | undefined =>
    id === undefined ? undefined : chat.posts.find((post) => post.id === id)

  const says = (chat: Chat, _userId: string, text: string, how: Happening & Quoting = {}) =>
    send(chat, { type: 'text', body: text, quoted: quotedIn(chat, how.quotes), shown: { type: 'text', text } }, how)

  const sendFile = (chat: Chat, type: string, file: { bytes: Buffer; type: string }, how: Happening, text = '') =>
    send(chat, { type, body: text, file, shown: { type, text } }, how)

  const image = (chat: Chat, _userId: string, { bytes, type = 'image/png' }: Picture = {}, how: Happening = {}) =>
    sendFile(chat, 'image', { bytes: bytes ?? samplePicture(), type }, how)

  const video = (chat: Chat, _userId: string, { bytes, type = 'video/mp4' }: Picture = {}, how: Happening = {}) =>
    sendFile(chat, 'video', { bytes: bytes ?? Buffer.alloc(64), type }, how)

  const audio = (chat: Chat, _userId: string, { bytes, type = 'audio/ogg' }: Picture = {}, how: Happening = {}) =>
    sendFile(chat, 'audio', { bytes: bytes ?? sampleVoice('ogg'), type }, how)

  const file = (chat: Chat, _userId: string, fileName: string, bytes: Buffer, how: Happening = {}) =>
    sendFile(chat, 'document', { bytes, type: typeOf(fileName) }, how, fileName)

  function sticker(chat: Chat, _userId: string, which: Sticker = {}, how: Happening = {}) {
    const picture = { bytes: samplePicture(), type: 'image/webp' }
    return send(chat, { type: 'sticker', file: picture, shown: { type: 'sticker', ...which } }, how)
  }

  const location = (chat: Chat, _userId: string, { latitude, longitude, title, address }: Place, how: Happening = {}) =>
    send(
      chat,
      {
        type: 'location',
        shown: { type: 'location', latitude, longitude, title, address },
        fields: {
          Latitude: String(latitude),
          Longitude: String(longitude),
          ...(title === undefined ? {} : { Label: title }),
          ...(address === undefined ? {} : { Address: address }),
        },
      },
      how,
    )

  /** A button says its title in the chat; the desk is told which message it stood under, and its payload. */
  async function tap(
    chat: Chat,
    userId: string,
    { post, button }: Offer,
    how: Happening & { pick?: string } = {},
  ): Promise<Tapped> {
    const { action } = button
    switch (action.type) {
      case 'button':
        return { action, delivered: await tapButton(chat, post, action, how) }
      case 'opener':
        return tap(chat, userId, rowOf(post, how.pick), how)
      case 'row':
        return { action, delivered: await pickRow(chat, post, action, how) }
      case 'message':
        return { action, delivered: await says(chat, userId, action.text ?? '', how) }
      case 'uri':
        return { action, opened: open(chat, userId, action.uri ?? '') }
      case 'clipboard':
        return { action, copied: action.clipboardText }
      default:
        return { action }
    }
  }

  /** Whoever opens a list takes the row they name, or the first. */
  function rowOf(post: Post, named: string | undefined): Offer {
    const rows = choicesOf(post.message)
    const index = named === undefined ? 0 : rows.findIndex(({ label }) => label === named)
    const button = rows[index]
    if (!button) throw new Error(`The list has no row '${named}', but ${rows.map(({ label }) => label).join(', ')}`)
    return { post, where: 'quickReply', index, button }
  }

  function tapButton(chat: Chat, under: Post, { label = '', data = '' }: Action, how: Happening) {
    const isTemplate = messages.kept.find((it) => it.sid === under.sid)?.isTemplate
    const type = isTemplate ? 'button' : 'interactive'
    const fields = { ButtonText: label, ButtonPayload: data }
    return send(chat, { type, body: label, quoted: under, shown: { type: 'text', text: label }, fields }, how)
  }

  function pickRow(chat: Chat, under: Post, { label = '', data = '', text = '' }: Action, how: Happening) {
    const fields = { ListId: data, ListTitle: label, ...(text ? { ListDescription: text } : {}) }
    const shown = { type: 'text', text: label }
    return send(chat, { type: 'interactive', body: label, quoted: under, shown, fields }, how)
  }

  function open(chat: Chat, userId: string, uri: string): string {
    opened.push({ channelKey: chat.channelKey, userId, uri })
    return uri
  }

  /** Nobody is told: WhatsApp knows no friends, and keeps to itself who blocked whom. */
  async function follows(chat: Chat): Promise<Delivered> {
    chat.isBlocked = false
    world.touch(chat)
    return NOBODY_TOLD
  }

  async function blocks(chat: Chat): Promise<Delivered> {
    chat.isBlocked = true
    world.touch(chat)
    return NOBODY_TOLD
  }

  /** It disappears on the phone; Twilio tells nobody. */
  async function unsends(chat: Chat, _userId: string, messageId: string): Promise<Delivered> {
    const post = chat.posts.find((one) => one.id === messageId && one.from === chat.id)
    if (!post) throw new Error(`${chat.name} has said no message ${messageId}`)
    post.unsent = true
    post.message = { type: post.message.type }
    world.touch(chat)
    return NOBODY_TOLD
  }

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
    opened,
  }
}

const typeOf = (fileName: string): string => (/\.pdf$/i.test(fileName) ? 'application/pdf' : 'application/octet-stream')
