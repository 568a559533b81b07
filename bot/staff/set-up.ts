import { as, type Ctx } from '../../api/context.ts'
import { leaveGroup, setGroupPurpose } from '../../api/conversations/commands/set-group-purpose.ts'
import type { GroupPurpose } from '../../api/conversations/schema.ts'
import { Refusal } from '../../api/errors.ts'
import { staffActor, staffByIdentity } from '../../api/staff/queries.ts'
import { type Room, type Turn, type TurnResult, unchanged } from '../conversation/room.ts'
import { copyIn } from '../copy/copy.ts'
import { card, tapsOf, text } from '../messages.ts'
import { readTap } from '../taps.ts'

const purposes: GroupPurpose[] = ['staff', 'vip', 'ignore']

/** A group nobody has said the purpose of: the bot asks when it joins, and only a linked admin or manager may answer. */
export function setUpGroup(turn: Turn): Room {
  return { respond: (ctx) => respond(ctx, turn) }
}

async function respond(ctx: Ctx, turn: Turn): Promise<TurnResult> {
  const language = turn.input.conversation.language ?? turn.tenant.language
  const copy = copyIn(language)
  const heard = turn.heard[0]
  if (heard?.kind === 'left') {
    await leaveGroup(ctx, { conversationId: turn.input.conversation.id })
    return { ...unchanged(turn), state: {} }
  }
  if (heard?.kind === 'joined') {
    const tap = tapsOf(turn.tenant.id)
    const acts = purposes.map((purpose) => tap(copy.staff.purpose[purpose], 'purpose', purpose))
    return {
      ...unchanged(turn, [card({ title: turn.tenant.name, body: copy.staff.groupSetup(turn.tenant.name), acts })]),
      language,
    }
  }
  const tap = heard?.kind === 'tap' ? readTap(turn.tenant.id, heard.data) : undefined
  if (!tap) return unchanged(turn)
  const who = heard?.userId ? await staffByIdentity(ctx, turn.channel.id, heard.userId) : undefined
  if (!who) return unchanged(turn, [text(copy.staff.linkFirst())])
  const purpose = purposes.find((it) => it === tap.args[0])
  if (tap.action !== 'purpose' || !purpose) return unchanged(turn, [text(copy.refusal.not_found)])
  try {
    await setGroupPurpose(as(ctx, staffActor(who)), { conversationId: turn.input.conversation.id, purpose })
  } catch (trouble) {
    // nothing was written yet: only leads may decide
    if (trouble instanceof Refusal) return unchanged(turn, [text(copy.staff.onlyLeads())])
    throw trouble
  }
  return { ...unchanged(turn, [text(copy.staff.purposeSet[purpose])]), language, state: {} }
}
