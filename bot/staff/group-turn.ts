import { caseById } from '../../api/cases/queries/cases-of-contact.ts'
import { as, type Ctx } from '../../api/context.ts'
import { type ConversationState } from '../../api/conversations/schema.ts'
import { Refusal } from '../../api/errors.ts'
import { type StaffMember, staffActor, staffByIdentity, staffNames } from '../../api/staff/queries.ts'
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
  const who = heard.userId ? await staffByIdentity(ctx, turn.channel.id, heard.userId) : undefined
  const copy = copyIn(languageOf(turn))
  if (heard.kind === 'text') {
    if (!who) return now
    return { ...now, ...(await draftReply(staffTurnOf(ctx, turn, who, copy), heard.text)) }
  }
  const tap = readTap(turn.tenant.id, heard.data)
  if (!tap) return { ...now, say: [text(copy.refusal.not_found)] }
  if (!who) return { ...now, say: [text(copy.staff.linkFirst())] }
  return { ...now, ...(await actOnTap(staffTurnOf(ctx, turn, who, copy), tap)) }
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
