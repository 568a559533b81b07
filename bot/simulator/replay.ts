import { setTimeout as pause } from 'node:timers/promises'
import type { Hands, PersonHands } from './hands.ts'
import { offersIn } from './offers.ts'
import { botPostsIn, type Story, type StoryEvent } from './story.ts'
import type { makeWaiting } from './waiting.ts'
import type { Chat, World } from './world.ts'

export type Pace = 'at once' | 'original'
/** `missed`: what was heard then and not now (in time). The story goes on all the same. */
export type Replayed = { played: number; of: number; heard: number; missed: string[] }

type Parts = {
  world: World
  hands: { line: Hands; whatsapp: PersonHands }
  waiting: ReturnType<typeof makeWaiting>
  /** without it only the original pace is the original time */
  moveClock: ((ms: number) => Promise<void>) | undefined
}

/** Less than this the clock does by itself. */
const LEAST_JUMP_MS = 1_000

/**
 * Does again what people did in a story, against whatever desk is there now: everybody waits until they have heard what they had heard
 * then. At once, the desk's clock is moved over the pauses, from one thing that happened to the next.
 */
export function makeReplay({ world, hands, waiting, moveClock }: Parts) {
  return async function replay(
    story: Story,
    how: { pace: Pace; patienceMs?: number; told?: (so: Replayed) => void },
  ): Promise<Replayed> {
    meetEverybody(world, story)
    const clock = clockOf(how.pace)
    const before = new Map([...world.chats.values()].map((chat) => [chat.key, botPostsIn(chat)]))
    const expected = new Map<string, number>()
    const messageIds: (string | undefined)[] = []
    const so: Replayed = { played: 0, of: story.events.length, heard: 0, missed: [] }
    for (const event of story.events) {
      const chat = world.chatOf(event.channelKey, event.chat)
      await clock.until(event.at)
      if (event.does === 'hears') {
        const count = (expected.get(chat.key) ?? 0) + 1
        expected.set(chat.key, count)
        if (await hasHeard(chat, (before.get(chat.key) ?? 0) + count, how.patienceMs)) so.heard += 1
        else so.missed.push(`${chat.name}: ${event.text}`)
      }
      messageIds.push(await play(chat, event, messageIds, before.get(chat.key) ?? 0, how.patienceMs))
      so.played += 1
      how.told?.(so)
    }
    return so
  }

  /** Our own count of where the story is: what the desk's clock says may be a moment old. */
  function clockOf(pace: Pace) {
    const started = performance.now()
    let moved = 0
    return {
      async until(at: number): Promise<void> {
        const ahead = Math.ceil(at - (performance.now() - started) - moved)
        if (ahead <= 0) return
        if (pace === 'original') await pause(ahead, undefined, { ref: false })
        else if (moveClock && ahead >= LEAST_JUMP_MS) {
          moved += ahead
          await moveClock(ahead)
        }
      },
    }
  }

  async function hasHeard(chat: Chat, count: number, timeoutMs = 5_000): Promise<boolean> {
    try {
      return await waiting.until(() => botPostsIn(chat) >= count, { timeoutMs, saying: chat.name })
    } catch {
      // what was heard then and is not heard now is told at the end
      return false
    }
  }

  /** The id of what was said, where something was. */
  async function play(
    chat: Chat,
    event: StoryEvent,
    messageIds: (string | undefined)[],
    heardBefore: number,
    timeoutMs = 5_000,
  ): Promise<string | undefined> {
    const mine = chat.platform === 'whatsapp' ? hands.whatsapp : hands.line
    const { who } = event
    const idOf = (it: { said: number } | { heard: number }): string => {
      if ('said' in it) return messageIds[it.said] ?? ''
      return (
        chat.posts.filter((post) => post.from === 'bot' && post.kind === 'message')[heardBefore + it.heard]?.id ?? ''
      )
    }
    switch (event.does) {
      case 'says': {
        const quotes = event.quotes && idOf(event.quotes)
        return (await mine.says(chat, who, event.text, quotes ? { quotes } : {})).messageId
      }
      case 'sticker':
        return (await mine.sticker(chat, who, event.which ?? {})).messageId
      case 'image':
      case 'video':
      case 'audio': {
        const { bytes, type, set } = event
        const picture = {
          ...(bytes && { bytes: Buffer.from(bytes, 'base64') }),
          ...(type && { type }),
          ...(set && { set }),
        }
        return (await mine[event.does](chat, who, picture)).messageId
      }
      case 'file':
        return (await mine.file(chat, who, event.name, Buffer.from(event.bytes, 'base64'))).messageId
      case 'location':
        return (await mine.location(chat, who, event.place)).messageId
      case 'taps': {
        const offer = await waiting.until(
          () => offersIn(chat).filter((it) => it.button.label === event.label)[event.nth],
          {
            timeoutMs,
            saying: `${chat.name} is offered ${event.label}`,
          },
        )
        await mine.tap(chat, who, offer, event.pick === undefined ? {} : { pick: event.pick })
        return undefined
      }
      case 'unsends':
        await mine.unsends(chat, who, idOf(event.which))
        return undefined
      case 'edits':
        await hands.line.edits(chat, who, idOf(event.which), event.text)
        return undefined
      case 'follows':
      case 'blocks':
        await mine[event.does](chat)
        return undefined
      case 'invites':
        await hands.line.inviteBot(chat)
        return undefined
      case 'removes':
        await hands.line.removeBot(chat)
        return undefined
      case 'joins':
        await hands.line.memberJoins(chat, who)
        return undefined
      case 'leaves':
        await hands.line.memberLeaves(chat, who)
        return undefined
      case 'hears':
        return undefined
    }
  }
}

/** Who was in the story and is not here yet. */
function meetEverybody(world: World, story: Story): void {
  for (const { channelKey, ...person } of story.people)
    if (!world.findChat(channelKey, person.userId)) world.addPerson(channelKey, person)
  for (const { channelKey, ...group } of story.groups)
    if (!world.findChat(channelKey, group.groupId)) world.addGroup(channelKey, group)
}
