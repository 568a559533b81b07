import { addDetail } from '../../api/cases/commands/add-detail.ts'
import { contactByIdentity } from '../../api/contacts/queries.ts'
import { as, type Ctx, inTenant, system } from '../../api/context.ts'
import { openSession } from '../../api/conversations/commands/open-session.ts'
import type { ConversationState, PersonInGroup, SentBefore } from '../../api/conversations/schema.ts'
import { sawMember } from '../../api/groups/commands/members.ts'
import { isOurMessage, matterInGroup, whoInGroup } from '../../api/groups/queries.ts'
import { notifyStaff } from '../../api/notifications/commands.ts'
import type { Worded } from '../../api/outbox/schema.ts'
import { triageOf } from '../../api/triage/queries.ts'
import { customerRoom } from '../conversation/customer-room.ts'
import { isFile, keepWhatWasSaid } from '../conversation/keep-said.ts'
import { linkCodeIn } from '../conversation/words/set-words.ts'
import { type Room, type Turn, type TurnResult, unchanged } from '../conversation/room.ts'
import { copyIn } from '../copy/copy.ts'
import type { Heard, Sent, Words } from '../heard.ts'
import { text } from '../messages.ts'
import { readTap } from '../taps.ts'
import { afterTheName, namesOfBot } from './called.ts'

const MOST_PEOPLE = 30
/** So long a picture waits for its sender's words; with a dialogue it was sent for, until that is over. */
const WAITS_MS = 10 * 60_000
const DIALOGUE_MS = 24 * 3_600_000
const MOST_SENT = 10

/**
 * A group with customers in it. People there talk with each other: only what is said to the bot, or surely is a trouble, is taken up, as
 * a matter of the very person who spoke and with a dialogue of their own; a picture is kept with what it is about, and remembered for a moment
 * while nothing is; the rest is neither answered nor kept.
 */
export async function vipGroup(turn: Turn): Promise<Room> {
  const heard = turn.heard[0] as Heard
  const silent: Room = { respond: async () => unchanged(turn) }
  if (heard.kind === 'tap' || heard.kind === 'unsent' || heard.kind === 'edited') return personal(turn, heard)
  if (isFile(heard)) return { respond: (ctx) => keepPicture(ctx, turn, heard) }
  if (heard.kind !== 'text') return silent
  const said = await takenUp(turn, heard)
  if (said === undefined) return silent
  if (linkCodeIn(said) !== undefined) return saying(turn, copyIn(languageOf(turn)).group.linkElsewhere())
  return personal(turn, { ...heard, text: said })
}

const languageOf = (turn: Turn) => turn.input.conversation.language ?? turn.tenant.language
const saying = (turn: Turn, words: string): Room => ({ respond: async () => unchanged(turn, [text(words)]) })

/** The words to take up, without the bot's name; nothing when they are not the bot's business. */
async function takenUp(turn: Turn, heard: Words): Promise<string | undefined> {
  if (heard.addressed) return heard.text
  const called = afterTheName(heard.text, namesOfBot(turn))
  if (called !== undefined) return called
  const messageId = heard.repliesTo
  const conversationId = turn.input.conversation.id
  if (messageId && (await inTenant(turn.tenant.id, system, (ctx) => isOurMessage(ctx, { conversationId, messageId }))))
    return heard.text
  return (await isSurelyTrouble(turn, heard)) ? heard.text : undefined
}

async function isSurelyTrouble(turn: Turn, heard: Words): Promise<boolean> {
  const triage = await triageOf(turn.tenant.id)
  const it = triage.understand(heard.text.slice(0, 5_000), heard.at)
  const bar = turn.tenant.settings.groupTroubleFrom
  if (it.intent !== 'case_report' || !it.caseType) return false
  // chatter is far from what the model learned: that it is a trouble, and which, must be beyond doubt
  return it.confidence >= bar
}

/** The same turn as in a chat of one's own, with the person's own state; the group is only the place of the answer. */
async function personal(turn: Turn, heard: Heard): Promise<Room> {
  const { userId } = heard
  if (!userId) return saying(turn, copyIn(languageOf(turn)).group.whoSpeaks())
  const contact = await inTenant(turn.tenant.id, system, (ctx) => contactByIdentity(ctx, 'line', userId))
  // of somebody whose words were never taken up there is nothing to take back
  if (!contact && (heard.kind === 'unsent' || heard.kind === 'edited')) return { respond: async () => unchanged(turn) }
  const mine = peopleIn(turn)[userId]
  const { conversation } = turn.input
  const { overtaken } = conversation.state as ConversationState
  const own: Turn = {
    ...turn,
    heard: [heard],
    sentBefore: waitingFrom(mine, turn.input.now).map((it) => ({ ...asHeard(it), userId })),
    input: {
      ...turn.input,
      conversation: {
        ...conversation,
        state: { ...mine?.state, ...(overtaken && { overtaken }) } as Record<string, unknown>,
        language: mine?.language ?? null,
      },
      contact: contact && {
        id: contact.id,
        name: contact.name,
        language: contact.language,
        blocked: contact.blockedAt !== null,
      },
    },
  }
  return inTheGroup(turn, heard, userId, await customerRoom(own))
}

function inTheGroup(turn: Turn, heard: Heard, userId: string, room: Room): Room {
  return {
    respond: (ctx) => respond(ctx, turn, heard, userId, room),
    afterRefusal(trouble) {
      const other = room.afterRefusal?.(trouble)
      return other && inTheGroup(turn, heard, userId, other)
    },
  }
}

async function respond(ctx: Ctx, turn: Turn, heard: Heard, userId: string, room: Room): Promise<TurnResult> {
  const { id } = turn.input.conversation
  const who = await whoInGroup(ctx, { channelId: turn.channel.id, conversationId: id, externalId: userId })
  // staff among their customers speak for themselves
  if (who.staff) return unchanged(turn)
  if (!who.known) await sawMember(ctx, { conversationId: id, externalId: userId, at: heard.at })
  if (isAnothers(turn, heard, userId)) return unchanged(turn, [text(copyIn(languageOf(turn)).group.notYours())])
  const result = await room.respond(ctx)
  const now = unchanged(turn)
  const sent = result.placed ? [] : waitingFrom(peopleIn(turn)[userId], ctx.now)
  const person: PersonInGroup = {
    state: result.state,
    language: result.language,
    at: ctx.now.toISOString(),
    ...(sent.length > 0 && { sent }),
  }
  return {
    ...now,
    ...(result.spoken && { spoken: result.spoken }),
    say: howToGoOn(turn, result),
    language: turn.input.conversation.language,
    speaks: result.language,
    state: { ...now.state, people: kept({ ...peopleIn(turn), [userId]: person }) },
  }
}

/** A picture, sound or file without a word goes with the matter it is about, and staff see it there; nothing is said in the group. */
async function keepPicture(ctx: Ctx, turn: Turn, heard: Sent): Promise<TurnResult> {
  const now = unchanged(turn)
  const { conversation } = turn.input
  const { userId } = heard
  if (!userId) return now
  const who = await whoInGroup(ctx, { channelId: turn.channel.id, conversationId: conversation.id, externalId: userId })
  const contact = await contactByIdentity(ctx, 'line', userId)
  const matter = await matterInGroup(ctx, { conversationId: conversation.id, contactId: contact?.id ?? null })
  if (who.staff) return now
  if (!matter) return remembering(ctx, turn, heard, userId)
  const { mine, ...about } = matter
  const sender = mine && contact ? as(ctx, { kind: 'contact', id: contact.id }) : ctx
  const spoken = openSession(ctx, turn.tenant, { ...conversation, channel: turn.channel.kind }, heard.at)
  for (const message of keepWhatWasSaid(sender, turn, conversation.id, spoken.sessionId)) Object.assign(message, about)
  const before = peopleIn(turn)[userId]
  const set = heard.media?.set
  // of pictures that were sent in one go staff hear once
  if (!set || before?.state.pictures?.set !== set) await tellOfPicture(sender, about)
  const at = ctx.now.toISOString()
  const state = { ...before?.state, pictures: { ...before?.state.pictures, at, ...(set && { set }) } }
  const people = kept({ ...peopleIn(turn), [userId]: { state, language: before?.language ?? null, at } })
  return { ...now, spoken, state: { ...now.state, people } }
}

/** Nothing is fetched or kept of it until its sender says what it is about: only where it is to be had. */
function remembering(ctx: Ctx, turn: Turn, heard: Sent, userId: string): TurnResult {
  const now = unchanged(turn)
  const before = peopleIn(turn)[userId]
  if (!heard.messageId || !heard.media) return now
  const { kind, media, messageId } = heard
  const sent = [...waitingFrom(before, ctx.now), { kind, at: heard.at.toISOString(), messageId, media }].slice(
    -MOST_SENT,
  )
  const person = { state: before?.state ?? {}, language: before?.language ?? null, at: ctx.now.toISOString(), sent }
  return { ...now, state: { ...now.state, people: kept({ ...peopleIn(turn), [userId]: person }) } }
}

/** What somebody sent that may still be about what they say next. */
const waitingFrom = (person: PersonInGroup | undefined, now: Date): SentBefore[] =>
  (person?.sent ?? []).filter(({ at }) => {
    const age = now.getTime() - Date.parse(at)
    const begun = person?.state.draft ? Date.parse(person.state.draft.startedAt) : 0
    return age < WAITS_MS || (age < DIALOGUE_MS && begun - Date.parse(at) < WAITS_MS && begun > Date.parse(at))
  })

const asHeard = ({ at, ...it }: SentBefore): Sent => ({
  ...it,
  at: new Date(at),
  userId: undefined,
  replyToken: undefined,
})

async function tellOfPicture(ctx: Ctx, about: { caseId: string } | { bookingId: string }): Promise<void> {
  if ('caseId' in about) await addDetail(ctx, about)
  else await notifyStaff(ctx, { event: 'booking.detail_added', ...about })
}

const peopleIn = (turn: Turn): Record<string, PersonInGroup> =>
  (turn.input.conversation.state as ConversationState).people ?? {}

/** A button under a question that somebody else was asked. */
function isAnothers(turn: Turn, heard: Heard, userId: string): boolean {
  const tap = heard.kind === 'tap' ? readTap(turn.tenant.id, heard.data) : undefined
  if (
    tap?.action !== 'answer' &&
    tap?.action !== 'cancel_mine' &&
    tap?.action !== 'move_mine' &&
    tap?.action !== 'withdraw'
  )
    return false
  const asked = ({ state }: PersonInGroup) =>
    [
      state.draft?.id,
      state.parked?.id,
      state.cancelling?.bookingId,
      state.moving?.bookingId,
      state.withdrawing?.caseId,
    ].includes(tap.args[0])
  return Object.entries(peopleIn(turn)).some(([other, it]) => other !== userId && asked(it))
}

const tapped = new Set(['agreed', 'slot', 'item', 'change'])

/** What waits for words says how they reach the bot here; what is chosen by a tap needs no such hint. */
function howToGoOn(turn: Turn, { say, state, language }: TurnResult): Worded[] {
  const last = say.at(-1)
  const asked = state.draft?.asked
  if (!last || !asked || tapped.has(asked) || !('text' in last)) return say
  const hint = copyIn(language ?? turn.tenant.language).group.howToAnswer(turn.channel.name)
  return [...say.slice(0, -1), { ...last, text: `${last.text}\n${hint}` }]
}

/** Only those who spoke last: a large group's state must not grow with everybody who ever said a word. */
function kept(people: Record<string, PersonInGroup>): Record<string, PersonInGroup> {
  const speaks = (it: PersonInGroup) => Number(Object.keys(it.state).length > 0)
  // whoever only sent a picture takes nobody's dialogue from them
  const newest = Object.entries(people).sort(
    ([, one], [, other]) => speaks(other) - speaks(one) || other.at.localeCompare(one.at),
  )
  return Object.fromEntries(newest.slice(0, MOST_PEOPLE))
}
