import { as, type Ctx, inTenant, system } from '../../api/context.ts'
import { eraseEvents } from '../../api/conversations/commands/erase-events.ts'
import { type Forgotten, stateWithout } from '../../api/conversations/commands/forget-words.ts'
import { editMessage, knownAmong, type Taken, withdrawMessage } from '../../api/conversations/commands/take-back.ts'
import type { ConversationState } from '../../api/conversations/schema.ts'
import type { Heard } from '../heard.ts'
import { type Room, type Turn, type TurnResult, unchanged } from './room.ts'

type Change = Extract<Heard, { kind: 'unsent' | 'edited' }>

/**
 * Somebody took a message back or changed it, in whatever room: it is obeyed everywhere, and there is nothing to say. Only words that call the
 * bot for the first time by being changed are words said now, in the room of `heard`.
 */
export async function takenBack(turn: Turn, it: Change, heard: (turn: Turn) => Promise<Room>): Promise<Room> {
  if (!(await callsTheBotNow(turn, it))) return obeying(turn, it)
  const { mark, ...said } = it as Extract<Change, { kind: 'edited' }>
  const room = await heard({ ...turn, heard: [{ ...said, kind: 'text' }] })
  const where = { channelId: turn.channel.id, sourceId: turn.input.conversation.sourceId, mark }
  return after((ctx) => eraseEvents(ctx, where), room)
}

async function callsTheBotNow(turn: Turn, it: Change): Promise<boolean> {
  if (it.kind !== 'edited' || !it.addressed || !it.messageId || turn.input.conversation.purpose !== 'vip') return false
  return (await known(turn, [it.messageId])).length === 0
}

const known = (turn: Turn, externalIds: string[]): Promise<string[]> =>
  inTenant(turn.tenant.id, system, (ctx) =>
    knownAmong(ctx, { conversationId: turn.input.conversation.id, externalIds }),
  )

const obeying = (turn: Turn, it: Change): Room => ({
  async respond(ctx) {
    const { contact } = turn.input
    const coming = await stillComing(ctx, turn, it)
    const forgotten = await obey(contact ? as(ctx, { kind: 'contact', id: contact.id }) : ctx, turn, it)
    const now = unchanged(turn)
    const overtaken = [...(now.state.overtaken ?? []), ...coming].slice(-MOST_OVERTAKEN)
    const state = { ...now.state, ...(overtaken.length > 0 && { overtaken }) }
    return { ...now, state: forgotten.reduce(stateWithout, state) }
  },
})

const MOST_OVERTAKEN = 20

/** The message itself, where nobody has heard of it yet. */
async function stillComing(ctx: Ctx, turn: Turn, it: Change): Promise<string[]> {
  const externalId = changedBy(it)
  if (!externalId) return []
  const heardOf = await knownAmong(ctx, { conversationId: turn.input.conversation.id, externalIds: [externalId] })
  return heardOf.length > 0 ? [] : [externalId]
}

const changedBy = (it: Change): string | undefined => (it.kind === 'unsent' ? it.removedId : it.messageId)

async function obey(ctx: Ctx, turn: Turn, it: Change): Promise<Forgotten[]> {
  const { conversation } = turn.input
  const externalId = changedBy(it)
  if (!externalId) return []
  const taken: Taken = {
    conversation: {
      kind: 'conversation',
      id: conversation.id,
      chainHead: conversation.chainHead,
      chainCount: conversation.chainCount,
    },
    channelId: turn.channel.id,
    sourceId: conversation.sourceId,
    externalId,
    mark: it.mark,
    wordsOf: (raw) => wordsIn(turn, raw),
  }
  if (it.kind === 'unsent') return withdrawMessage(ctx, taken)
  return editMessage(ctx, { ...taken, text: it.text, at: it.at, eventIds: turn.eventIds })
}

function wordsIn(turn: Turn, raw: Buffer): string {
  try {
    const heard = turn.hear(raw)
    return heard.kind === 'text' || heard.kind === 'edited' ? heard.text : ''
  } catch {
    // emptied before, or never readable: nothing is quoted of it
    return ''
  }
}

/** A platform delivers within seconds; what comes later may have been delivered before. */
const LATE_MS = 60_000

/**
 * Messages that come late, or were overtaken by what became of them, are looked up: one that was taken back meanwhile is not heard any more, and of one that was edited only the newest
 * words count. Answers the turn that is left, or the room that lets go of all of it.
 */
export async function withoutOvertaken(turn: Turn): Promise<{ turn: Turn; forget: string[] }> {
  const { overtaken = [] } = turn.input.conversation.state as ConversationState
  const isLate = (it: Heard) => turn.input.now.getTime() - it.at.getTime() > LATE_MS
  const late = turn.heard.flatMap((it) =>
    it.messageId && (isLate(it) || overtaken.includes(it.messageId)) ? it.messageId : [],
  )
  if (late.length === 0) return { turn, forget: [] }
  const before = new Set(await known(turn, late))
  const isKnown = (it: Heard) => it.messageId !== undefined && before.has(it.messageId)
  const forget = turn.eventIds.filter((_, index) => isKnown(turn.heard[index] as Heard))
  return { turn: { ...turn, heard: turn.heard.filter((it) => !isKnown(it)) }, forget }
}

/** Another room, in which something is let go of first. */
export const after = (work: (ctx: Ctx) => Promise<unknown>, room: Room): Room => ({
  respond: async (ctx): Promise<TurnResult> => {
    await work(ctx)
    return room.respond(ctx)
  },
  ...(room.afterRefusal && {
    afterRefusal: (trouble) => {
      const other = room.afterRefusal?.(trouble)
      return other && after(work, other)
    },
  }),
})
