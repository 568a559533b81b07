import { channelById } from '../../api/channels/queries.ts'
import { inTenant, system } from '../../api/context.ts'
import {
  finishTurn,
  holdingLane,
  laneHeld,
  LeaseLost,
  TurnOutdated,
} from '../../api/conversations/commands/finish-turn.ts'
import type { Leased } from '../../api/conversations/commands/store-inbound.ts'
import { readTurn, rememberAddress, type TurnInput } from '../../api/conversations/queries.ts'
import type { Lane } from '../../api/conversations/schema.ts'
import { spentUntil } from '../../api/notifications/queries/quota.ts'
import { answering } from '../../api/notifications/commands.ts'
import { goWithReply } from '../../api/outbox/commands/gather.ts'
import { markSeen } from '../../api/outbox/commands/mark-seen.ts'
import { post } from '../../api/outbox/commands/post.ts'
import { tenantById } from '../../api/tenants/queries.ts'
import type { Doors } from '../doors.ts'
import { type Heard, isBubble } from '../heard.ts'
import { groupRoom } from '../groups/group-room.ts'
import { directRoom } from '../staff/own-chat.ts'
import { type Aside, type Room, type Turn, unchanged } from './room.ts'
import { showLife } from './signs-of-life.ts'
import { takenBack } from './taken-back.ts'
import { linkCodeIn } from './words/set-words.ts'

export type TurnNeeds = { doors: Doors; publicUrl: string }

/** A turn that failed for a reason of ours: its events, so that they can be tried again or set aside. */
export class TurnFailed extends Error {
  readonly eventIds: string[]
  readonly attempts: number

  constructor(cause: unknown, eventIds: string[], attempts: number) {
    super('A turn failed', { cause })
    this.eventIds = eventIds
    this.attempts = attempts
  }
}

const MOST_EVENTS = 50

/** One turn of the lane: all of it, or none of it. Says whether it was the last that is known of. */
export async function takeTurn(
  needs: TurnNeeds,
  lane: Lane,
  leased: Leased,
  aside: Aside,
): Promise<'nothing' | 'more' | 'last'> {
  const [tenant, channel, input] = await Promise.all([
    tenantById(lane.tenantId),
    channelById(lane.channelId),
    readTurn(lane.tenantId, leased.conversationId, MOST_EVENTS),
  ])
  const door = channel && needs.doors[channel.kind]
  if (!channel || !door || !input || input.events.length === 0) return 'nothing'
  rememberAddress(leased.conversationId, { to: input.conversation.sourceId, kind: input.conversation.kind })
  const { heard: said, events, withdrawn } = firstTurnOf(input, door.hear)
  const heard = (await door.recognise?.(channel, input.conversation.sourceId, said)) ?? said
  const more = events.length < input.events.length
  const turn: Turn = {
    tenant,
    publicUrl: needs.publicUrl,
    channel,
    input,
    heard,
    eventIds: events.map((it) => it.id),
    hear: (raw) => door.hear(raw, input.now),
    media: async (origin) => door.media?.(channel, origin),
    profile: async (userId) =>
      input.conversation.kind === 'group'
        ? door.groups?.member(channel, input.conversation.sourceId, userId)
        : door.profile(channel, userId),
    aside,
    groupName: async () => door.groups?.name(channel, input.conversation.sourceId),
  }
  const asked = input.conversation.mode === 'bot' && !withdrawn ? heard : []
  const life = showLife(door, channel, { to: input.conversation.sourceId, kind: input.conversation.kind }, asked)
  try {
    if (heard.length === 0) throw new Error('An event could not be read')
    await answer(turn, withdrawn ? silence(turn) : await roomOf(turn), leased, more)
  } catch (trouble) {
    if (trouble instanceof LeaseLost || trouble instanceof TurnOutdated) throw trouble
    throw new TurnFailed(trouble, turn.eventIds, Math.max(...events.map((it) => it.attempts)))
  } finally {
    life.over()
  }
  return more ? 'more' : 'last'
}

/** A code is heard by itself, whatever is sent in the same breath: among other words it would be theirs. */
const saysLinkCode = (it: Heard): boolean => it.kind === 'text' && linkCodeIn(it.text) !== undefined

type FirstTurn = { heard: Heard[]; events: TurnInput['events']; withdrawn?: true }

/**
 * In a chat, bubbles in a row are one turn; a tap, and every event of a group, is a turn by itself. Before all of them goes what was taken
 * back while it waited: nobody is answered, and nothing is opened, on words that are no longer said.
 */
function firstTurnOf(input: TurnInput, hear: (raw: Buffer, at: Date) => Heard): FirstTurn {
  const waiting = input.events.map((event) => ({ event, it: readable(() => hear(event.raw, event.happenedAt)) }))
  const withdrawn = withdrawnAmong(waiting)
  if (withdrawn.events.length > 0) return { ...withdrawn, withdrawn: true }
  const heard: Heard[] = []
  const events: TurnInput['events'] = []
  for (const { event, it } of waiting) {
    const mayJoin = (one: Heard) => isBubble(one) && !saysLinkCode(one)
    const joins = it && mayJoin(it) && input.conversation.kind === 'direct' && heard.every(mayJoin)
    if (events.length > 0 && !joins) break
    events.push(event)
    if (!it) break
    heard.push(it)
    if (!joins) break
  }
  return { heard, events }
}

function withdrawnAmong(waiting: { event: TurnInput['events'][number]; it: Heard | undefined }[]): FirstTurn {
  const ids = new Set(waiting.flatMap(({ it }) => (it?.kind === 'unsent' ? it.removedId : [])))
  const gone = waiting.flatMap(({ event, it }) =>
    it && isBubble(it) && it.messageId && ids.has(it.messageId) ? { event, it } : [],
  )
  return { heard: gone.map(({ it }) => it), events: gone.map(({ event }) => event) }
}

function readable<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    // an event that cannot be read is a turn of its own, which fails and is set aside
    return undefined
  }
}

function roomOf(turn: Turn): Promise<Room> {
  const room = turn.input.conversation.kind === 'direct' ? directRoom : groupRoom
  const change = turn.heard[0]
  return change?.kind === 'unsent' || change?.kind === 'edited' ? takenBack(turn, change, room) : room(turn)
}

const silence = (turn: Turn): Room => ({ respond: async () => unchanged(turn) })

async function answer(turn: Turn, room: Room, leased: Leased, more: boolean): Promise<void> {
  try {
    await commit(turn, room, leased, more)
  } catch (trouble) {
    const other = room.afterRefusal?.(trouble)
    if (!other) throw trouble
    await answer(turn, other, leased, more)
  }
}

async function commit(turn: Turn, room: Room, leased: Leased, more: boolean): Promise<void> {
  const { conversation } = turn.input
  const spent = await spentUntil({ tenantId: turn.tenant.id, channelId: turn.channel.id })
  await inTenant(
    turn.tenant.id,
    system,
    async (ctx, opened) => {
      const lane = laneHeld(ctx, opened)
      if (lane.mode !== conversation.mode) throw new TurnOutdated()
      answering(ctx, conversation.id)
      if (turn.heard.some((it) => it.kind === 'tap')) markSeen(ctx, { conversationId: conversation.id })
      const result = await room.respond(ctx)
      const token = turn.heard.findLast((it) => it.replyToken)
      if (result.say.length > 0)
        post(ctx, {
          channelId: turn.channel.id,
          conversationId: conversation.id,
          event: 'turn.answered',
          messages: result.say,
          language: result.speaks ?? result.language ?? turn.tenant.language,
          ...(token?.replyToken && { reply: { token: token.replyToken, at: token.at } }),
        })
      else if (spent && token?.replyToken)
        await goWithReply(ctx, { conversationId: conversation.id, token: token.replyToken, at: token.at })
      finishTurn(ctx, {
        conversationId: conversation.id,
        contactId: result.contactId,
        eventIds: turn.eventIds,
        state: result.state,
        language: result.language,
        spoken: result.spoken,
        keepLease: more,
      })
    },
    holdingLane(leased.conversationId, leased.leaseNo),
  )
}
