import { bookingById } from '../../api/bookings/queries/booking-in-full.ts'
import { caseById } from '../../api/cases/queries/cases-of-contact.ts'
import { as, type Ctx } from '../../api/context.ts'
import { type ConversationState } from '../../api/conversations/schema.ts'
import { Refusal } from '../../api/errors.ts'
import { sawMember, tellOnceOf } from '../../api/groups/commands/members.ts'
import { tellEachLead } from '../../api/groups/commands/tell-leads.ts'
import { groupById, type InGroup, whoInGroup } from '../../api/groups/queries.ts'
import type { Worded } from '../../api/outbox/schema.ts'
import { type StaffMember, staffActor, staffNames } from '../../api/staff/queries.ts'
import { countTap, noteRefusedTap } from '../conversation/refused-tap.ts'
import { type Room, type Turn, type TurnResult, unchanged } from '../conversation/room.ts'
import { type Copy, copyIn } from '../copy/copy.ts'
import type { Heard } from '../heard.ts'
import { tapsOf, text } from '../messages.ts'
import { isExpired, readTap, type Tap } from '../taps.ts'
import { actOnTap, afreshInstead } from './group-taps.ts'
import { takeWords } from './acts/written.ts'
import { readCommand, type Typed } from './commands/grammar.ts'
import { runCommand } from './commands/run.ts'
import { beingWritten } from './reply-to-customer.ts'
import type { StaffAnswer, StaffTurn } from './staff-turn.ts'
import { whoCanWords } from './who-can.ts'

/** The staff group: taps act, text is internal unless that person is writing to a customer. */
export function staffTurn(turn: Turn): Room {
  const heard = turn.heard[0] as Heard
  return {
    respond: (ctx) => respond(ctx, turn, heard),
    afterRefusal: (trouble) =>
      trouble instanceof Refusal ? { respond: (ctx) => explain(ctx, turn, heard, trouble) } : undefined,
  }
}

async function respond(ctx: Ctx, turn: Turn, heard: Heard): Promise<TurnResult> {
  const now = { ...unchanged(turn), language: languageOf(turn) }
  if (heard.kind !== 'tap' && heard.kind !== 'text') return now
  const { staff: who, left } = await speakerIn(ctx, turn, heard)
  const copy = copyIn(languageOf(turn))
  if (heard.kind === 'text') {
    const typed = readCommand(heard.text)
    if (!who) return isOrder(typed) ? { ...now, say: [text(copy.staff.linkFirst())] } : now
    if (left) return isOrder(typed) ? { ...now, say: [text(copy.group.youLeft())] } : now
    return { ...now, ...(await onWords(staffTurnOf(ctx, turn, who, copy), heard.text, typed)) }
  }
  const tap = readTap(turn.tenant.id, heard.data)
  if (!tap || !who || left) {
    const { data, userId } = heard
    const why = tap ? 'stranger' : 'seal'
    const { again, state } = noteRefusedTap(ctx, turn.input.conversation, now.state, { why, userId, data })
    if (!tap) return { ...now, state, say: again ? [] : [text(copy.refusal.not_found)] }
    if (left) return { ...now, state, say: [text(copy.group.youLeft())] }
    await tellOfUnknown(ctx, turn, heard)
    return { ...now, state, say: [text(copy.staff.linkFirst())] }
  }
  const { state, tooOften } = countTap(ctx.now, now.state, heard)
  if (tooOften) return now
  return { ...now, state, ...(await onTap({ ...staffTurnOf(ctx, turn, who, copy), state }, turn, tap, heard)) }
}

/** What only shows, or is old by a rule of its own, is done at any age. */
const ageless = new Set<Tap['action']>([
  'show',
  'notes',
  'queue',
  'mine',
  'find',
  'help',
  'more',
  'reply_send',
  'reply_cancel',
])

export function onTap(
  it: StaffTurn,
  { input }: Turn,
  tap: Tap,
  heard: Extract<Heard, { kind: 'tap' }>,
): Promise<StaffAnswer> {
  if (ageless.has(tap.action) || !isExpired(tap, it.ctx.now)) return actOnTap(it, tap)
  const { data, userId } = heard
  const { state } = noteRefusedTap(it.ctx, input.conversation, it.state, { why: 'expired', userId, data })
  return afreshInstead({ ...it, state }, tap)
}

/** Who it is, and whether they are still here: whoever left the group has no power through it, whatever was sent late. */
async function speakerIn(ctx: Ctx, turn: Turn, heard: Heard): Promise<Pick<InGroup, 'staff' | 'left'>> {
  if (!heard.userId) return { staff: undefined, left: false }
  const where = { conversationId: turn.input.conversation.id, externalId: heard.userId }
  const who = await whoInGroup(ctx, { channelId: turn.channel.id, ...where })
  if (!who.known) await sawMember(ctx, { ...where, at: heard.at })
  return who
}

/** Whoever leads hears of it once for each person, in a chat of their own: the stranger reads along in the group. */
async function tellOfUnknown(ctx: Ctx, turn: Turn, heard: Heard): Promise<void> {
  const conversationId = turn.input.conversation.id
  if (!heard.userId || !(await tellOnceOf(ctx, { conversationId, externalId: heard.userId }))) return
  const group = await groupById(ctx, conversationId)
  await tellEachLead(ctx, { event: 'group.unknown_tapped', facts: { group: group?.name ?? null } })
}
/** A command with a slash is one at any time; the words of somebody who is writing to a customer are those, whatever they begin with. */
function onWords(turn: StaffTurn, said: string, typed: Typed | undefined): Promise<StaffAnswer> {
  if (typed && (/^[/／@]/.test(said.trim()) || !beingWritten(turn))) return runCommand(turn, typed)
  return takeWords(turn, said)
}

const isOrder = (typed: Typed | undefined): boolean => typed !== undefined && 'command' in typed

export function staffTurnOf(ctx: Ctx, turn: Turn, who: StaffMember, copy: Copy): StaffTurn {
  return {
    ctx: as(ctx, staffActor(who)),
    who,
    copy,
    reader: { tenant: turn.tenant, language: languageOf(turn), now: ctx.now, publicUrl: turn.publicUrl },
    state: turn.input.conversation.state as ConversationState,
    typed: turn.heard[0]?.kind === 'text',
  }
}

const languageOf = (turn: Turn) => turn.input.conversation.language ?? turn.tenant.language

/** A no, kindly: who was first, or what is true now. */
export async function explain(ctx: Ctx, turn: Turn, heard: Heard, no: Refusal): Promise<TurnResult> {
  const told = await explained(ctx, turn, heard, no)
  return heard.kind === 'tap' ? { ...told, state: countTap(ctx.now, told.state, heard).state } : told
}

async function explained(ctx: Ctx, turn: Turn, heard: Heard, no: Refusal): Promise<TurnResult> {
  const copy = copyIn(languageOf(turn))
  const caseId = no.facts['caseId']
  const it = typeof caseId === 'string' ? await caseById(ctx, caseId) : undefined
  if (no.code === 'case_already_claimed' && it) {
    const owner = (await staffNames(ctx, [it.ownerId])).get(it.ownerId ?? '') ?? copy.staff.nobody
    return { ...unchanged(turn), say: [text(copy.staff.alreadyClaimed({ reference: it.reference, owner }))] }
  }
  if (no.code === 'booking_already_taken') return { ...unchanged(turn), say: await takenBooking(ctx, turn, no, copy) }
  const bookingId = no.facts['bookingId']
  const booking = typeof bookingId === 'string' ? await bookingById(ctx, bookingId) : undefined
  if (no.code === 'booking_stage_not_allowed' && booking) {
    const now = { reference: booking.reference, status: copy.staff.stage[booking.stage] }
    return { ...unchanged(turn), say: [text(heard.kind === 'text' ? copy.acts.isNow(now) : copy.staff.stale(now))] }
  }
  if (no.code === 'not_allowed') return { ...unchanged(turn), say: [text(await whoCanWords(ctx, no, copy))] }
  if (it && no.code !== 'nobody_to_escalate_to') {
    const now = { reference: it.reference, status: copy.staff.caseStatus[it.status] }
    return {
      ...unchanged(turn),
      say: [text(heard.kind === 'text' ? copy.acts.isNow(now) : copy.staff.stale(now))],
    }
  }
  return { ...unchanged(turn), say: [text(copy.refusal[no.code])] }
}

/** Two tapped at once: the winner is named, and the other may still take it over, knowingly. */
async function takenBooking(ctx: Ctx, turn: Turn, no: Refusal, copy: Copy): Promise<Worded[]> {
  const { bookingId, ownerId } = no.facts
  const it = typeof bookingId === 'string' ? await bookingById(ctx, bookingId) : undefined
  if (!it || typeof ownerId !== 'string') return [text(copy.refusal.booking_already_taken)]
  const owner = (await staffNames(ctx, [ownerId])).get(ownerId) ?? copy.staff.nobody
  const over = tapsOf({ tenant: turn.tenant, now: ctx.now })(copy.acts.takeOver, 'take', it.id, ownerId)
  return [text(copy.acts.alreadyTaken({ reference: it.reference, owner }), [over])]
}
