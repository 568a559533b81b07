import { recordedIn } from '../../api/activities/commands.ts'
import type { Ctx } from '../../api/context.ts'
import { Refusal } from '../../api/errors.ts'
import { notifyStaff, toldIn } from '../../api/notifications/commands.ts'
import { type StaffMember, staffByIdentity } from '../../api/staff/queries.ts'
import type { ConversationState } from '../../api/conversations/schema.ts'
import { customerRoom } from '../conversation/customer-room.ts'
import { type Room, type Turn, type TurnResult, unchanged } from '../conversation/room.ts'
import { copyIn } from '../copy/copy.ts'
import { readTap } from '../taps.ts'
import type { Heard } from '../heard.ts'
import { takeWords } from './acts/written.ts'
import { readCommand } from './commands/grammar.ts'
import { runCommand } from './commands/run.ts'
import { isOfStaff } from './group-taps.ts'
import { explain, onTap, staffTurnOf } from './group-turn.ts'
import { beingWritten } from './reply-to-customer.ts'
import type { StaffAnswer } from './staff-turn.ts'

/**
 * A chat of two. A member of staff may work there as in the group: the buttons of the desk's cards, commands with a slash, and the words a button
 * asked for. Everything else is said as a customer would say it, by whomever.
 */
export async function directRoom(turn: Turn): Promise<Room> {
  const customers = await customerRoom(turn)
  const said = asStaffWouldSay(turn)
  return said ? ownChat(turn, said, customers) : customers
}

/** A tap of staff, or words that may be for the desk: a command, or what somebody was asked to write. */
function asStaffWouldSay(turn: Turn): Heard | undefined {
  const [first] = turn.heard
  if (first?.kind === 'tap') {
    const tap = readTap(turn.tenant.id, first.data)
    return tap && isOfStaff(tap.action) ? first : undefined
  }
  if (first?.kind !== 'text') return undefined
  const text = turn.heard.flatMap((it) => (it.kind === 'text' ? [it.text] : [])).join('\n')
  const writes = (turn.input.conversation.state as ConversationState).replies !== undefined
  return writes || isCommand(text) ? { ...first, text } : undefined
}

const isCommand = (said: string): boolean => /^\s*[/／]/.test(said)

function ownChat(turn: Turn, heard: Heard, customers: Room): Room {
  let atWork: StaffMember | undefined
  return {
    async respond(ctx) {
      const who = heard.userId ? await staffByIdentity(ctx, turn.channel.id, heard.userId) : undefined
      atWork = who
      const done = who && (await work(ctx, turn, heard, who))
      if (!who || !done) {
        atWork = undefined
        return customers.respond(ctx)
      }
      await tellTheOthers(ctx, who)
      return { ...unchanged(turn), ...done, speaks: who.language }
    },
    afterRefusal(trouble) {
      const reader = atWork
      if (!reader || !(trouble instanceof Refusal)) return customers.afterRefusal?.(trouble)
      return {
        respond: async (ctx): Promise<TurnResult> => ({
          ...(await explain(ctx, inLanguageOf(turn, reader), heard, trouble)),
          language: turn.input.conversation.language,
          speaks: reader.language,
        }),
      }
    },
  }
}

/** Nothing when it was not for the desk after all. */
async function work(ctx: Ctx, turn: Turn, heard: Heard, who: StaffMember): Promise<StaffAnswer | undefined> {
  const theirs = inLanguageOf(turn, who)
  const it = staffTurnOf(ctx, { ...theirs, heard: [heard] }, who, copyIn(who.language))
  if (heard.kind === 'tap') {
    const tap = readTap(turn.tenant.id, heard.data)
    return tap && onTap(it, theirs, tap, heard)
  }
  if (heard.kind !== 'text') return undefined
  const typed = isCommand(heard.text) ? readCommand(heard.text) : undefined
  if (typed) return runCommand(it, typed)
  return beingWritten(it) ? takeWords(it, heard.text) : undefined
}

/** Somebody's own chat is in their language, whatever they last spoke as a customer. */
const inLanguageOf = (turn: Turn, { language }: StaffMember): Turn => ({
  ...turn,
  input: { ...turn.input, conversation: { ...turn.input.conversation, language } },
})

/** In the group the newest card must stay the true one, also of what is no news by itself: a note, an order, a provider. */
async function tellTheOthers(ctx: Ctx, { name }: StaffMember): Promise<void> {
  for (const { id, kind } of recordedIn(ctx)) {
    if (toldIn(ctx).has(id)) continue
    if (kind === 'case') await notifyStaff(ctx, { event: 'case.changed', caseId: id, facts: { who: name } })
    if (kind === 'booking') await notifyStaff(ctx, { event: 'booking.changed', bookingId: id, facts: { who: name } })
  }
}
