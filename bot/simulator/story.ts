import { z } from 'zod'
import type { Hands, PersonHands, Quoting } from './hands.ts'
import type { Happening } from './line/webhook.ts'
import { type Offer, offersIn } from './offers.ts'
import { seen } from './seen.ts'
import type { Chat, World } from './world.ts'

const Bytes = z.string().max(2_000_000).meta({ description: 'base64' })
/** A message that is quoted, taken back or changed: of a person by the place of its event, of the bot by how many it had said there before. */
const Which = z.union([z.object({ said: z.int() }), z.object({ heard: z.int() })])
const doing = z.discriminatedUnion('does', [
  z.object({ does: z.literal('says'), text: z.string().max(5_000), quotes: Which.optional() }),
  z.object({ does: z.literal('sticker'), which: z.record(z.string(), z.unknown()).optional() }),
  z.object({
    does: z.enum(['image', 'video', 'audio']),
    bytes: Bytes.optional(),
    type: z.string().optional(),
    set: z.object({ id: z.string(), index: z.int(), total: z.int() }).optional(),
  }),
  z.object({ does: z.literal('file'), name: z.string(), bytes: Bytes }),
  z.object({
    does: z.literal('location'),
    place: z.object({
      title: z.string().optional(),
      address: z.string().optional(),
      latitude: z.number(),
      longitude: z.number(),
    }),
  }),
  // the newest button of that name is 0
  z.object({ does: z.literal('taps'), label: z.string(), nth: z.int(), pick: z.string().optional() }),
  z.object({ does: z.literal('unsends'), which: Which }),
  z.object({ does: z.literal('edits'), which: Which, text: z.string() }),
  z.object({ does: z.enum(['follows', 'blocks', 'invites', 'removes', 'joins', 'leaves']) }),
  z.object({ does: z.literal('hears'), text: z.string() }),
])
const StoryEvent = z.intersection(
  z.object({
    /** ms since the story began, by the desk's clock */
    at: z.number().nonnegative(),
    channelKey: z.string(),
    /** the chat: the person's own, or a group's id */
    chat: z.string(),
    /** who did it; of what is heard, the bot */
    who: z.string(),
  }),
  doing,
)
export type StoryEvent = z.infer<typeof StoryEvent>
type Doing = z.infer<typeof doing>

/** Everything that happened on the phones, in order, as a file. */
export const Story = z.object({
  version: z.literal(1),
  startedAt: z.iso.datetime(),
  people: z.array(
    z.object({
      channelKey: z.string(),
      userId: z.string(),
      name: z.string(),
      language: z.string(),
      role: z.enum(['customer', 'staff', 'stranger']),
      staffKey: z.string().optional(),
      bsuid: z.string().optional(),
      onLine: z.string().optional(),
    }),
  ),
  groups: z.array(
    z.object({
      channelKey: z.string(),
      groupId: z.string(),
      name: z.string(),
      members: z.array(z.string()),
      botIn: z.boolean(),
    }),
  ),
  events: z.array(StoryEvent).max(20_000),
})
export type Story = z.infer<typeof Story>

const REMEMBERED = 20_000
type Noted = Omit<StoryEvent, 'at'> & { at: number } & Doing

export const botPostsIn = (chat: Chat): number => chat.posts.filter(isOfBot).length
const isOfBot = (post: Chat['posts'][number]) => post.from === 'bot' && post.kind === 'message'

export type StoryTeller = ReturnType<typeof makeStory>

/** Writes down what people do on the phones and what they hear. */
export function makeStory(world: World) {
  const events: Noted[] = []
  /** how many bubbles of each chat have been looked at */
  const looked = new Map<string, number>()
  const groups = new Map<string, Story['groups'][number]>()
  /** where each person's message stands in the story, by its id */
  const said = new Map<string, number>()

  world.onChange((chat) => {
    if (!chat) return
    const news = chat.posts.slice(looked.get(chat.key) ?? 0).filter(isOfBot)
    looked.set(chat.key, chat.posts.length)
    for (const post of news) note(chat, 'bot', { does: 'hears', text: seen(world, chat, post).text })
  })

  function note(chat: Chat, who: string, what: Doing): number {
    if (chat.kind === 'group' && !groups.has(chat.key)) {
      const { channelKey, id, name, members, botIn } = chat
      groups.set(chat.key, { channelKey, groupId: id, name, members: [...members], botIn })
    }
    if (events.length >= REMEMBERED) return -1
    return events.push({ at: world.clock(), channelKey: chat.channelKey, chat: chat.id, who, ...what }) - 1
  }

  /** A repeated or forged event is the platform's doing, not a person's. */
  const isOwn = (how: Happening | undefined) => how?.eventId === undefined

  async function noting<T extends { messageId: string }>(
    chat: Chat,
    who: string,
    what: Doing,
    how: Happening | undefined,
    done: () => Promise<T>,
  ) {
    const place = isOwn(how) ? note(chat, who, what) : -1
    const result = await done()
    if (place >= 0) said.set(result.messageId, place)
    return result
  }

  function which(chat: Chat, messageId: string): z.infer<typeof Which> {
    const place = said.get(messageId)
    if (place !== undefined) return { said: place }
    return { heard: chat.posts.filter(isOfBot).findIndex((post) => post.id === messageId) }
  }

  const quoted = (chat: Chat, how: Quoting | undefined) =>
    how?.quotes === undefined ? {} : { quotes: which(chat, how.quotes) }

  function tapped(chat: Chat, offer: Offer, pick: string | undefined): Doing {
    const { label } = offer.button
    const same = offersIn(chat).filter((it) => it.button.label === label)
    const nth = same.findIndex((it) => it.post === offer.post && it.where === offer.where && it.index === offer.index)
    return { does: 'taps', label, nth: Math.max(nth, 0), ...(pick !== undefined && { pick }) }
  }

  const base64 = (bytes: Buffer | undefined) => (bytes ? { bytes: bytes.toString('base64') } : {})

  /** The same hands, watched. */
  const watched = <T extends PersonHands>(hands: T): T => ({
    ...hands,
    says: (chat: Chat, who: string, text: string, how?: Happening & Quoting) =>
      noting(chat, who, { does: 'says', text, ...quoted(chat, how) }, how, () => hands.says(chat, who, text, how)),
    sticker: (chat: Chat, who: string, it?: Parameters<T['sticker']>[2], how?: Happening) =>
      noting(chat, who, { does: 'sticker', ...(it && { which: { ...it } }) }, how, () =>
        hands.sticker(chat, who, it, how),
      ),
    ...Object.fromEntries(
      (['image', 'video', 'audio'] as const).map((does) => [
        does,
        (chat: Chat, who: string, it: Parameters<T['image']>[2] = {}, how?: Happening) => {
          const { bytes, ...rest } = it
          return noting(chat, who, { does, ...rest, ...base64(bytes) }, how, () => hands[does](chat, who, it, how))
        },
      ]),
    ),
    file: (chat: Chat, who: string, name: string, bytes: Buffer, how?: Happening) =>
      noting(chat, who, { does: 'file', name, bytes: bytes.toString('base64') }, how, () =>
        hands.file(chat, who, name, bytes, how),
      ),
    location: (chat: Chat, who: string, place: Parameters<T['location']>[2], how?: Happening) =>
      noting(chat, who, { does: 'location', place }, how, () => hands.location(chat, who, place, how)),
    tap: (chat: Chat, who: string, offer: Offer, how?: Happening & { pick?: string }) => {
      if (isOwn(how)) note(chat, who, tapped(chat, offer, how?.pick))
      return hands.tap(chat, who, offer, how)
    },
    unsends: (chat: Chat, who: string, messageId: string, how?: Happening) => {
      if (isOwn(how)) note(chat, who, { does: 'unsends', which: which(chat, messageId) })
      return hands.unsends(chat, who, messageId, how)
    },
    follows: (chat: Chat, how?: Happening) => {
      if (isOwn(how)) note(chat, chat.id, { does: 'follows' })
      return hands.follows(chat, how)
    },
    blocks: (chat: Chat, how?: Happening) => {
      if (isOwn(how)) note(chat, chat.id, { does: 'blocks' })
      return hands.blocks(chat, how)
    },
  })

  /** The same with what there is on LINE only: groups, and words that are changed. */
  const watchedOnLine = (hands: Hands): Hands => {
    const inGroup =
      (does: 'invites' | 'removes', act: Hands['inviteBot']): Hands['inviteBot'] =>
      (chat, how) => {
        if (isOwn(how)) note(chat, 'bot', { does })
        return act(chat, how)
      }
    const member =
      (does: 'joins' | 'leaves', act: Hands['memberJoins']): Hands['memberJoins'] =>
      (chat, who, how) => {
        if (isOwn(how)) note(chat, who, { does })
        return act(chat, who, how)
      }
    return {
      ...watched(hands),
      edits(chat, who, messageId, text, how) {
        if (isOwn(how)) note(chat, who, { does: 'edits', which: which(chat, messageId), text })
        return hands.edits(chat, who, messageId, text, how)
      },
      inviteBot: inGroup('invites', hands.inviteBot),
      removeBot: inGroup('removes', hands.removeBot),
      memberJoins: member('joins', hands.memberJoins),
      memberLeaves: member('leaves', hands.memberLeaves),
    }
  }

  /** What has happened so far, of one business or of all. */
  function story(tenantKey?: string): Story {
    const isTheirs = (it: { channelKey: string }) =>
      tenantKey === undefined || world.account(it.channelKey).tenantKey === tenantKey
    const theirs = events.filter(isTheirs)
    const began = theirs[0]?.at ?? world.clock()
    const places = new Map(theirs.map((it, index) => [events.indexOf(it), index]))
    const moved = (it: Noted): StoryEvent => {
      const renumbered = (one: z.infer<typeof Which>) => ('said' in one ? { said: places.get(one.said) ?? -1 } : one)
      const event = { ...it, at: Math.max(0, it.at - began) }
      if ('quotes' in event && event.quotes) return { ...event, quotes: renumbered(event.quotes) }
      return event.does === 'unsends' || event.does === 'edits' ? { ...event, which: renumbered(event.which) } : event
    }
    const who = new Set(theirs.flatMap((it) => [`${it.channelKey} ${it.who}`, `${it.channelKey} ${it.chat}`]))
    const accounts = [...world.channels.keys(), ...world.senders.keys()]
    return {
      version: 1,
      startedAt: new Date(began).toISOString(),
      people: accounts.flatMap((channelKey) =>
        world
          .peopleOf(channelKey)
          .flatMap((it) => (who.has(`${channelKey} ${it.userId}`) ? [{ channelKey, ...it }] : [])),
      ),
      groups: [...groups.values()].filter(isTheirs),
      events: theirs.map(moved),
    }
  }

  return { watched, watchedOnLine, story }
}
