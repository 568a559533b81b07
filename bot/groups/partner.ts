import { answerAsPartner } from '../../api/cases/commands/answer-as-partner.ts'
import { caseInFull } from '../../api/cases/queries/case-in-full.ts'
import { partnerAnswers } from '../../api/cases/schema.ts'
import { as, type Ctx } from '../../api/context.ts'
import { groupById, whoInGroup } from '../../api/groups/queries.ts'
import { Refusal } from '../../api/errors.ts'
import { uuidPattern } from '../../api/ids.ts'
import { noteRefusedTap } from '../conversation/refused-tap.ts'
import { type Room, type Turn, type TurnResult, unchanged } from '../conversation/room.ts'
import { copyIn } from '../copy/copy.ts'
import type { Heard } from '../heard.ts'
import { text } from '../messages.ts'
import { isExpired, readTap } from '../taps.ts'
import { callsTheBot } from './called.ts'
import { partnerCard } from './partner-card.ts'

/** A provider's group: three answers to a case that waits for them. Whoever leads has vouched for the group, so whoever sits in it may tap. */
export function partnerGroup(turn: Turn): Room {
  return {
    respond: (ctx) => respond(ctx, turn),
    afterRefusal: (trouble) =>
      trouble instanceof Refusal ? { respond: (ctx) => explain(ctx, turn, trouble) } : undefined,
  }
}

const languageOf = (turn: Turn) => turn.input.conversation.language ?? turn.tenant.language
const answering = (turn: Turn, heard: Heard) => {
  const tap = heard.kind === 'tap' ? readTap(turn.tenant.id, heard.data) : undefined
  const [said, caseId = ''] = tap?.action === 'partner_answer' ? tap.args : []
  const answer = partnerAnswers.find((it) => it === said)
  return tap && answer && uuidPattern.test(caseId) ? { tap, answer, caseId } : undefined
}

/** Not one of the three buttons, or not ours. */
function refused(ctx: Ctx, turn: Turn, { data, userId }: Extract<Heard, { kind: 'tap' }>): TurnResult {
  const words = text(copyIn(languageOf(turn)).refusal.not_allowed)
  if (readTap(turn.tenant.id, data)) return unchanged(turn, [words])
  const why = { why: 'seal', userId, data } as const
  const { state, again } = noteRefusedTap(ctx, turn.input.conversation, unchanged(turn).state, why)
  return { ...unchanged(turn, again ? [] : [words]), state }
}

async function respond(ctx: Ctx, turn: Turn): Promise<TurnResult> {
  const { conversation } = turn.input
  const heard = turn.heard[0] as Heard
  const copy = copyIn(languageOf(turn))
  const group = await groupById(ctx, conversation.id)
  if (!group?.providerId) return unchanged(turn)
  const provider = group.ownerName ?? ''
  if (heard.kind === 'text')
    return unchanged(turn, callsTheBot(turn, heard) ? [text(copy.group.partner.manners(provider))] : [])
  if (heard.kind !== 'tap') return unchanged(turn)
  const it = answering(turn, heard)
  if (!it) return refused(ctx, turn, heard)
  const who =
    heard.userId &&
    (await whoInGroup(ctx, { channelId: turn.channel.id, conversationId: conversation.id, externalId: heard.userId }))
  if (who && who.left) return unchanged(turn, [text(copy.group.youLeft())])
  if (isExpired(it.tap, ctx.now)) {
    const { data, userId } = heard
    const { state } = noteRefusedTap(ctx, conversation, unchanged(turn).state, { why: 'expired', userId, data })
    const full = await caseInFull(ctx, it.caseId)
    const now = full?.it.providerId === group.providerId ? await present(ctx, turn, it.caseId) : []
    return { ...unchanged(turn, [text(copy.acts.expired()), ...now]), state }
  }
  const answered = await answerAsPartner(as(ctx, { kind: 'partner', id: group.providerId, name: provider }), {
    caseId: it.caseId,
    answer: it.answer,
  })
  return unchanged(turn, [
    text(copy.group.partner.answered[it.answer](answered.reference)),
    ...(await present(ctx, turn, it.caseId)),
  ])
}

async function present(ctx: Ctx, turn: Turn, caseId: string) {
  const full = await caseInFull(ctx, caseId)
  const reader = { tenant: turn.tenant, language: languageOf(turn), now: ctx.now, publicUrl: turn.publicUrl }
  return full ? [partnerCard(full, reader)] : []
}

/** What no longer waits for them is shown as it is now; what never did is not there. */
async function explain(ctx: Ctx, turn: Turn, no: Refusal): Promise<TurnResult> {
  const words = text(copyIn(languageOf(turn)).refusal[no.code])
  const it = answering(turn, turn.heard[0] as Heard)
  return unchanged(
    turn,
    no.code === 'case_not_waiting' && it ? [words, ...(await present(ctx, turn, it.caseId))] : [words],
  )
}
