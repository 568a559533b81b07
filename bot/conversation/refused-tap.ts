import { record } from '../../api/activities/commands.ts'
import { as, type Ctx, system } from '../../api/context.ts'
import type { TurnConversation } from '../../api/conversations/schema.ts'

/** Keeps that a button was not ours, or not this person's to tap: ids only, where it happened, so that a pattern can be seen later. */
export function noteRefusedTap(
  ctx: Ctx,
  conversation: TurnConversation,
  why: 'seal' | 'stranger',
  userId: string | undefined,
): void {
  const { chainCount, chainHead, id } = conversation
  record(as(ctx, system), { kind: 'conversation', id, chainHead, chainCount }, 'tap.refused', {
    why,
    externalUserId: userId ?? null,
  })
}
