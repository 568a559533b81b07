import { randomBytes as nodeRandomBytes, randomUUID } from 'node:crypto'
import type { Account, Cast, Channel, Group, Person, Sender } from './cast.ts'
import { isLineId, isWhatsAppAddress } from './cast.ts'

/** A message object exactly as it crossed the wire. */
export type RawMessage = { type: string; [field: string]: unknown }

/** One bubble in a chat. `from` is 'bot', or the userId of who said it. */
export type Post = {
  id: string
  at: number
  from: string
  kind: 'message' | 'notice'
  message: RawMessage
  how: 'said' | 'reply' | 'push' | 'multicast'
  /** Recipients charged; stands on the first bubble of a call, so that a sum over bubbles is right. */
  cost: number
  quoteToken?: string
  markAsReadToken?: string
  /** How the desk answered the webhook of this bubble; 0 = not reached. */
  webhookStatus?: number
  unsent?: boolean
  edited?: boolean
  /** WhatsApp only: Twilio's id of the message. */
  sid?: string
}

export type Chat = {
  key: string
  channelKey: string
  platform: 'line' | 'whatsapp'
  kind: 'user' | 'group'
  id: string
  name: string
  posts: Post[]
  members: Set<string>
  botIn: boolean
  isFriend: boolean
  isBlocked: boolean
  wroteAt?: number
  loadingUntil: number
  readUpTo?: string
  /** The bubble whose quick replies were used up by a tap. */
  tappedAway?: string
}

export type World = ReturnType<typeof makeWorld>

export type WorldOptions = {
  channels: Channel[]
  senders?: Sender[]
  cast: Cast[]
  clock: () => number
  newId?: () => string
  randomBytes?: (size: number) => Buffer
}

/** All that the platform remembers: chats, who is a friend, who sits in which group. Tells listeners of every change. */
export function makeWorld(options: WorldOptions) {
  const { clock, newId = randomUUID, randomBytes = nodeRandomBytes } = options
  // a token that ends here ends here only
  const channels = new Map(options.channels.map((channel) => [channel.key, { ...channel }]))
  const senders = new Map((options.senders ?? []).map((sender) => [sender.key, sender]))
  const people = new Map<string, Map<string, Person>>()
  const chats = new Map<string, Chat>()
  const listeners = new Set<(chat: Chat | undefined) => void>()
  // Eighteen digits as at LINE, and never those of an earlier run against the same desk database.
  let lastMessageId = BigInt(clock()) * 100_000n

  const keyOf = (channelKey: string, id: string) => `${channelKey}:${id}`

  function channel(channelKey: string): Channel {
    const found = channels.get(channelKey)
    if (!found)
      throw new Error(`The simulator has no channel '${channelKey}'; it has ${[...channels.keys()].join(', ')}`)
    return found
  }

  function sender(channelKey: string): Sender {
    const found = senders.get(channelKey)
    if (!found) throw new Error(`The simulator has no WhatsApp sender '${channelKey}'`)
    return found
  }

  const account = (channelKey: string): Account => senders.get(channelKey) ?? channel(channelKey)

  function newChat(channelKey: string, kind: Chat['kind'], id: string, name: string, members: string[]): Chat {
    const platform = senders.has(channelKey) ? 'whatsapp' : 'line'
    if (platform === 'line' && !isLineId(id))
      throw new Error(`'${id}' is no LINE id: a letter and 32 hex digits (see lineId in cast.ts)`)
    if (platform === 'whatsapp' && (kind === 'group' || !isWhatsAppAddress(id)))
      throw new Error(`'${id}' is nobody on WhatsApp: whatsapp:+number, or whatsapp:CC.id of who hides it; no groups`)
    const chat: Chat = {
      key: keyOf(channelKey, id),
      channelKey,
      platform,
      kind,
      id,
      name,
      posts: [],
      members: new Set(members),
      botIn: true,
      isFriend: true,
      isBlocked: false,
      loadingUntil: 0,
    }
    chats.set(chat.key, chat)
    return chat
  }

  function addPerson(channelKey: string, person: Person): Person {
    const known = people.get(account(channelKey).key) ?? new Map<string, Person>()
    people.set(channelKey, known.set(person.userId, person))
    const chat = newChat(channelKey, 'user', person.userId, person.name, [person.userId])
    chat.isFriend = person.role !== 'stranger'
    touch(chat)
    return person
  }

  function addGroup(channelKey: string, group: Group): Group {
    const chat = newChat(account(channelKey).key, 'group', group.groupId, group.name, group.members)
    chat.botIn = group.botIn ?? true
    touch(chat)
    return group
  }

  function chatOf(channelKey: string, id: string): Chat {
    const found = chats.get(keyOf(account(channelKey).key, id))
    if (!found) throw new Error(`'${id}' is neither a person nor a group of ${channelKey} in the simulator`)
    return found
  }

  function post(chat: Chat, said: Omit<Post, 'id' | 'at' | 'kind'> & { kind?: Post['kind'] }): Post {
    const added: Post = { kind: 'message', ...said, id: nextMessageId(), at: clock() }
    chat.posts.push(added)
    touch(chat)
    return added
  }

  function nextMessageId(): string {
    lastMessageId += 1n
    return String(lastMessageId)
  }

  /** Something about this chat (or, without one, about the whole simulator) is different now. */
  function touch(chat?: Chat) {
    for (const listener of listeners) listener(chat)
  }

  function onChange(listener: (chat: Chat | undefined) => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  const world = {
    clock,
    newId,
    randomBytes,
    channels,
    senders,
    chats,
    channel,
    sender,
    account,
    addPerson,
    addGroup,
    chatOf,
    findChat: (channelKey: string, id: string) => chats.get(keyOf(channelKey, id)),
    person: (channelKey: string, userId: string) => people.get(channelKey)?.get(userId),
    peopleOf: (channelKey: string) => [...(people.get(channelKey)?.values() ?? [])],
    nameOf: (channelKey: string, from: string) =>
      from === 'bot' ? account(channelKey).botName : (people.get(channelKey)?.get(from)?.name ?? from),
    post,
    nextMessageId,
    touch,
    onChange,
  }
  for (const cast of options.cast) {
    for (const person of cast.people) addPerson(cast.channelKey, person)
    for (const group of cast.groups) addGroup(cast.channelKey, group)
  }
  return world
}
