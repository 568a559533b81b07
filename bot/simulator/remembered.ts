import { readFile, rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Person } from './cast.ts'
import type { Chat, Post, World } from './world.ts'

/** Raised when what is kept is no longer what it was: a file of another version is left alone. */
const VERSION = 1
const MOST_CHATS = 100
const MOST_POSTS = 60
const MOST_BYTES = 50_000_000
/** A story of many bubbles is one write. */
const EVERY_MS = 2_000

const Kept = z.object({
  version: z.literal(VERSION),
  people: z.array(
    z.looseObject({
      channelKey: z.string(),
      userId: z.string(),
      name: z.string(),
      language: z.string(),
      role: z.enum(['customer', 'staff', 'stranger']),
    }),
  ),
  chats: z.array(
    z.object({
      channelKey: z.string(),
      kind: z.enum(['user', 'group']),
      id: z.string(),
      name: z.string(),
      members: z.array(z.string()),
      botIn: z.boolean(),
      isFriend: z.boolean(),
      isBlocked: z.boolean(),
      wroteAt: z.number().optional(),
      readUpTo: z.string().optional(),
      tappedAway: z.string().optional(),
      posts: z.array(
        z.looseObject({
          id: z.string(),
          at: z.number(),
          from: z.string(),
          kind: z.enum(['message', 'notice']),
          message: z.looseObject({ type: z.string() }),
          how: z.enum(['said', 'reply', 'push', 'multicast']),
          cost: z.number(),
        }),
      ),
    }),
  ),
})

/**
 * What people see on their phones, over a restart: beside the desk's own data, so that whoever deletes one deletes both. Tokens and the bytes
 * of pictures are not kept. A file that cannot be read is left out with one line.
 */
export async function rememberIn(file: string, world: World, say: (line: string) => void) {
  try {
    await recall(file, world)
  } catch (trouble) {
    const missing = (trouble as { code?: unknown }).code === 'ENOENT'
    if (!missing) say(`The simulator's phones begin empty: ${file} cannot be used`)
  }
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()

  function save(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    writing = writing
      .then(async () => {
        await writeFile(`${file}.new`, asKept(world), { mode: 0o600 })
        await rename(`${file}.new`, file)
      })
      .catch(() => say(`The simulator's phones were not kept: ${file} cannot be written`))
    return writing
  }

  const forget = world.onChange(() => {
    timer ??= setTimeout(() => void save(), EVERY_MS).unref()
  })
  return {
    async stop() {
      forget()
      await save()
    },
  }
}

function asKept(world: World): string {
  const lastAt = (chat: Chat) => chat.posts.at(-1)?.at ?? 0
  const spoken = [...world.chats.values()].sort((a, b) => lastAt(b) - lastAt(a)).slice(0, MOST_CHATS)
  const accounts = [...world.channels.keys(), ...world.senders.keys()]
  return JSON.stringify({
    version: VERSION,
    people: accounts.flatMap((channelKey) => world.peopleOf(channelKey).map((person) => ({ ...person, channelKey }))),
    chats: spoken.map((chat) => ({
      ...chat,
      members: [...chat.members],
      posts: chat.posts.slice(-MOST_POSTS),
    })),
  })
}

async function recall(file: string, world: World): Promise<void> {
  const raw = await readFile(file)
  if (raw.length > MOST_BYTES) throw new Error('too large')
  const { people, chats } = Kept.parse(JSON.parse(raw.toString('utf8')))
  const isHere = (it: { channelKey: string }) => world.channels.has(it.channelKey) || world.senders.has(it.channelKey)
  for (const { channelKey, ...person } of people.filter(isHere))
    if (!world.person(channelKey, person.userId)) world.addPerson(channelKey, person as Person)
  for (const { channelKey, id, posts, members, ...chat } of chats.filter(isHere)) {
    if (!world.findChat(channelKey, id)) {
      if (chat.kind === 'user') continue
      world.addGroup(channelKey, { groupId: id, name: chat.name, members })
    }
    Object.assign(world.chatOf(channelKey, id), chat, { members: new Set(members), posts: posts as Post[] })
  }
}
