import type { Hands, PersonHands, Picture, Place, Quoting, Said, Sticker, Tapped } from './hands.ts'
import type { Delivered, Happening } from './line/webhook.ts'
import { type Offer, offerNamed, offersIn } from './offers.ts'
import { type Seen, seen } from './seen.ts'
import { rowOfDay } from './twilio/days.ts'
import type { makeWaiting } from './waiting.ts'
import type { Chat, World } from './world.ts'

/** A person in one chat, as a scenario drives them. */
export type Typing = {
  userId: string
  says: (text: string, how?: Happening & Quoting) => Promise<Said>
  sticker: (which?: Sticker, how?: Happening) => Promise<Said>
  image: (picture?: Picture, how?: Happening) => Promise<Said>
  video: (picture?: Picture, how?: Happening) => Promise<Said>
  audio: (picture?: Picture, how?: Happening) => Promise<Said>
  file: (fileName: string, bytes: Buffer, how?: Happening) => Promise<Said>
  location: (place: Place, how?: Happening) => Promise<Said>
  /** Taps the newest button with this label (or postback data): quick replies while they live, then cards. */
  taps: (labelOrData: string | RegExp, how?: Happening & { pick?: string; on?: string }) => Promise<Tapped>
  /** Picks a date, time or datetime in the newest date picker on offer. */
  picks: (value: string, how?: Happening & { label?: string }) => Promise<Tapped>
  unsends: (messageId: string, how?: Happening) => Promise<Delivered>
  /** Links this person opened, oldest first. */
  opened: () => string[]
}

export type Reading = {
  /** All bubbles, newest last. */
  messages: () => Seen[]
  lastText: () => string
  last: () => Seen | undefined
  /** Labels that could be tapped now, newest first. */
  offers: () => string[]
  /** Waits for a bubble of the bot with these words, newer than the one this chat heard before. */
  hears: (words: string | RegExp, options?: { timeoutMs?: number }) => Promise<Seen>
}

export type PersonChat = Typing &
  Reading & {
    channelKey: string
    follows: (how?: Happening) => Promise<Delivered>
    blocks: (how?: Happening) => Promise<Delivered>
  }

export type GroupChat = Reading & {
  channelKey: string
  groupId: string
  members: () => string[]
  as: (userId: string) => Typing & { edits: (messageId: string, text: string, how?: Happening) => Promise<Delivered> }
  /** The bot is invited. */
  join: (how?: Happening) => Promise<Delivered>
  /** The bot is removed. */
  leave: (how?: Happening) => Promise<Delivered>
  memberJoins: (userId: string, how?: Happening) => Promise<Delivered>
  memberLeaves: (userId: string, how?: Happening) => Promise<Delivered>
}

type AppHands = { line: Hands; whatsapp: PersonHands }

export function makePhones(world: World, apps: AppHands, waiting: ReturnType<typeof makeWaiting>) {
  const { line } = apps
  const heard = new Map<string, string>()

  function reading(chat: Chat): Reading {
    const messages = () => chat.posts.filter((post) => post.kind === 'message').map((post) => seen(world, chat, post))
    const last = () => messages().at(-1)
    async function hears(words: string | RegExp, options: { timeoutMs?: number } = {}): Promise<Seen> {
      const fits = (it: Seen) => [it.text, it.altText].some((text) => matches(text, words))
      const found = await waiting.until(
        () => {
          const all = messages()
          const before = all.findIndex((it) => it.id === heard.get(chat.key))
          // what LINE says in two bubbles is one message on WhatsApp: it is news until the person says something
          const isNews = chat.platform === 'whatsapp' && all.slice(before).every((it) => it.from === 'bot')
          return all.slice(isNews ? Math.max(before, 0) : before + 1).find((it) => it.from === 'bot' && fits(it))
        },
        { ...options, saying: `${chat.name} hears ${words}` },
      )
      heard.set(chat.key, found.id)
      return found
    }
    return {
      messages,
      last,
      lastText: () => last()?.text ?? '',
      offers: () => offersIn(chat).map((offer) => offer.button.label),
      hears,
    }
  }

  function typing(chat: Chat, userId: string): Typing {
    const hands = apps[chat.platform]
    function offerOrComplain(wanted: string | RegExp, offers: Offer[]): Offer {
      const found = offerNamed(offers, wanted)
      if (found) return found
      const labels = offers.map((offer) => `'${offer.button.label}'`).join(', ') || 'nothing'
      throw new Error(`${chat.name}: there is no ${wanted} to tap; on offer: ${labels}`)
    }
    return {
      userId,
      says: (text, how) => hands.says(chat, userId, text, how),
      sticker: (which, how) => hands.sticker(chat, userId, which, how),
      image: (picture, how) => hands.image(chat, userId, picture, how),
      video: (picture, how) => hands.video(chat, userId, picture, how),
      audio: (picture, how) => hands.audio(chat, userId, picture, how),
      file: (fileName, bytes, how) => hands.file(chat, userId, fileName, bytes, how),
      location: (place, how) => hands.location(chat, userId, place, how),
      taps: async (wanted, how = {}) => {
        const offers = offersIn(chat).filter((offer) => how.on === undefined || offer.post.id === how.on)
        return hands.tap(chat, userId, offerOrComplain(wanted, offers), how)
      },
      picks: async (value, how = {}) => {
        if (chat.platform === 'whatsapp') return pickOnWhatsApp(chat, userId, value, how)
        const pickers = offersIn(chat).filter((offer) => offer.button.action.type === 'datetimepicker')
        return hands.tap(chat, userId, offerOrComplain(how.label ?? /^/, pickers), { ...how, pick: value })
      },
      unsends: (messageId, how) => hands.unsends(chat, userId, messageId, how),
      opened: () =>
        hands.opened.filter((it) => it.channelKey === chat.channelKey && it.userId === userId).map((it) => it.uri),
    }
  }

  /** WhatsApp has no date picker: the row or button of that day, else the day typed. */
  async function pickOnWhatsApp(chat: Chat, userId: string, value: string, how: Happening): Promise<Tapped> {
    const offer = rowOfDay(offersIn(chat), value)
    if (offer) return apps.whatsapp.tap(chat, userId, offer, how)
    const action = { type: 'message', text: value }
    return { action, delivered: await apps.whatsapp.says(chat, userId, value, how) }
  }

  function chat(channelKey: string, userId: string): PersonChat {
    const found = world.chatOf(channelKey, userId)
    const hands = apps[found.platform]
    return {
      channelKey,
      ...typing(found, userId),
      ...reading(found),
      follows: (how) => hands.follows(found, how),
      blocks: (how) => hands.blocks(found, how),
    }
  }

  function group(channelKey: string, groupId: string): GroupChat {
    const found = world.chatOf(channelKey, groupId)
    return {
      channelKey,
      groupId,
      ...reading(found),
      members: () => [...found.members],
      as: (userId) => ({
        ...typing(found, userId),
        edits: (messageId, text, how) => line.edits(found, userId, messageId, text, how),
      }),
      join: (how) => line.inviteBot(found, how),
      leave: (how) => line.removeBot(found, how),
      memberJoins: (userId, how) => line.memberJoins(found, userId, how),
      memberLeaves: (userId, how) => line.memberLeaves(found, userId, how),
    }
  }

  return { chat, group }
}

function matches(text: string, words: string | RegExp): boolean {
  return typeof words === 'string' ? text.includes(words) : words.test(text)
}

/** Any 2xx takes a webhook. */
const isTaken = (status: number): boolean => status >= 200 && status < 300

/** The last bubbles of every chat, for the message of a test that waited in vain. */
export function transcript(world: World, bubbles = 6): string {
  return [...world.chats.values()]
    .filter((chat) => chat.posts.length > 0)
    .map((chat) => {
      const lines = chat.posts.slice(-bubbles).map((post) => {
        const it = seen(world, chat, post)
        const offered = [...it.quickReplies, ...it.buttons].map((button) => `[${button.label}]`).join(' ')
        const webhook =
          it.webhookStatus === undefined || isTaken(it.webhookStatus) ? '' : ` (desk: ${it.webhookStatus})`
        return `  ${it.fromName}: ${it.text.replaceAll('\n', ' / ') || `<${it.type}>`} ${offered}${webhook}`
      })
      return [`${chat.channelKey} ${chat.name}`, ...lines].join('\n')
    })
    .join('\n')
}
