import { caseById } from '../../api/cases/queries/cases-of-contact.ts'
import { as, type Ctx } from '../../api/context.ts'
import { type ConversationState } from '../../api/conversations/schema.ts'
import { Refusal } from '../../api/errors.ts'
import { sawMember, tellOnceOf } from '../../api/groups/commands/members.ts'
import { tellEachLead } from '../../api/groups/commands/tell-leads.ts'
import { groupById, type InGroup, whoInGroup } from '../../api/groups/queries.ts'
import { type StaffMember, staffActor, staffNames } from '../../api/staff/queries.ts'
import { type Room, type Turn, type TurnResult, unchanged } from '../conversation/room.ts'
import { type Copy, copyIn } from '../copy/copy.ts'
import type { Heard } from '../heard.ts'
import { text } from '../messages.ts'
import { readTap } from '../taps.ts'
import { actOnTap } from './group-taps.ts'
import { draftReply } from './reply-to-customer.ts'
import type { StaffTurn } from './staff-turn.ts'

/** The staff group: taps act, text is internal unless that person is writing to a customer. */
export function staffTurn(turn: Turn): Room {
  const heard = turn.heard[0] as Heard
  return {
    respond: (ctx) => respond(ctx, turn, heard),
    afterRefusal: (trouble) =>
      trouble instanceof Refusal ? { respond: (ctx) => explain(ctx, turn, trouble) } : undefined,
  }
}

async function respond(ctx: Ctx, turn: Turn, heard: Heard): Promise<TurnResult> {
  const now = { ...unchanged(turn), language: languageOf(turn) }
  if (heard.kind !== 'tap' && heard.kind !== 'text') return now
  const { staff: who, left } = await speakerIn(ctx, turn, heard)
  const copy = copyIn(languageOf(turn))
  if (heard.kind === 'text') {
    if (!who || left) return now
    return { ...now, ...(await draftReply(staffTurnOf(ctx, turn, who, copy), heard.text)) }
  }
  const tap = readTap(turn.tenant.id, heard.data)
  if (!tap) return { ...now, say: [text(copy.refusal.not_found)] }
  if (left) return { ...now, say: [text(copy.group.youLeft())] }
  if (!who) {
    await tellOfUnknown(ctx, turn, heard)
    return { ...now, say: [text(copy.staff.linkFirst())] }
  }
  return { ...now, ...(await actOnTap(staffTurnOf(ctx, turn, who, copy), tap)) }
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

function staffTurnOf(ctx: Ctx, turn: Turn, who: StaffMember, copy: Copy): StaffTurn {
  return {
    ctx: as(ctx, staffActor(who)),
    who,
    copy,
    reader: { tenant: turn.tenant, language: languageOf(turn), now: ctx.now, publicUrl: turn.publicUrl },
    state: turn.input.conversation.state as ConversationState,
  }
}

const languageOf = (turn: Turn) => turn.input.conversation.language ?? turn.tenant.language

/** A no, kindly: who was first, or what is true now. */
async function explain(ctx: Ctx, turn: Turn, no: Refusal): Promise<TurnResult> {
  const copy = copyIn(languageOf(turn))
  const caseId = no.facts['caseId']
  const it = typeof caseId === 'string' ? await caseById(ctx, caseId) : undefined
  if (no.code === 'case_already_claimed' && it) {
    const owner = (await staffNames(ctx, [it.ownerId])).get(it.ownerId ?? '') ?? copy.staff.nobody
    return { ...unchanged(turn), say: [text(copy.staff.alreadyClaimed({ reference: it.reference, owner }))] }
  }
  if (it)
    return {
      ...unchanged(turn),
      say: [text(copy.staff.stale({ reference: it.reference, status: copy.staff.caseStatus[it.status] }))],
    }
  return { ...unchanged(turn), say: [text(copy.refusal[no.code])] }
}
