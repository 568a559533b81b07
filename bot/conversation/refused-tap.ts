import { createHash } from 'node:crypto'
import { record } from '../../api/activities/commands.ts'
import { as, type Ctx, system } from '../../api/context.ts'
import type { ConversationState, TurnConversation } from '../../api/conversations/schema.ts'

/** So many different ones are kept of one conversation on one day; whatever comes after them is no news. */
const MOST_A_DAY = 20

type Refused = { why: 'seal' | 'stranger' | 'expired'; userId: string | undefined; data: string }

/**
 * Keeps that a button was not ours, not this person's to tap, or too old: ids only, where it happened, so that a pattern can be seen later.
 * The same one is kept once a day, however often it is tapped: `again` says that it was known.
 */
export function noteRefusedTap(
  ctx: Ctx,
  conversation: Pick<TurnConversation, 'id' | 'chainHead' | 'chainCount'>,
  state: ConversationState,
  { why, userId, data }: Refused,
): { state: ConversationState; again: boolean } {
  const day = ctx.now.toISOString().slice(0, 10)
  const before = state.refusedTaps?.day === day ? state.refusedTaps.marks : []
  const mark = markOf(`${why}|${userId}|${data}`)
  if (before.includes(mark) || before.length >= MOST_A_DAY) return { state, again: true }
  const { chainCount, chainHead, id } = conversation
  record(as(ctx, system), { kind: 'conversation', id, chainHead, chainCount }, 'tap.refused', {
    why,
    externalUserId: userId ?? null,
  })
  return { state: { ...state, refusedTaps: { day, marks: [...before, mark] } }, again: false }
}

const markOf = (what: string): string => createHash('sha256').update(what).digest('base64url').slice(0, 8)

/** So often a person is answered to one button within a minute: each answer may cost a push for every member of the group. */
const MOST_A_MINUTE = 5
const MOST_COUNTED = 60

/** Counts a tap of staff. `tooOften`: they have had their answer, and it changes nothing to say it again. */
export function countTap(
  now: Date,
  state: ConversationState,
  { userId, data }: Pick<Refused, 'userId' | 'data'>,
): { state: ConversationState; tooOften: boolean } {
  const minute = now.toISOString().slice(0, 16)
  const before = state.tapped?.minute === minute ? state.tapped.times : {}
  const mark = markOf(`${userId}|${data}`)
  const times = before[mark] ?? 0
  if (times >= MOST_A_MINUTE) return { state, tooOften: true }
  if (times === 0 && Object.keys(before).length >= MOST_COUNTED) return { state, tooOften: false }
  return { state: { ...state, tapped: { minute, times: { ...before, [mark]: times + 1 } } }, tooOften: false }
}
