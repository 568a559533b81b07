import type { Ctx } from '../../context.ts'

/**
 * A button of a chat was tapped, or a link from it opened: what had been sent there was in front of somebody's eyes. LINE tells nothing
 * of reading, so this is all that can be known. Written with the flush.
 */
export function markSeen(ctx: Ctx, it: { conversationId: string; caseId?: string }): void {
  ctx.atEnd(
    () => ({
      sql: `update outbox set seen_at = ? where conversation_id = ? and state = 'sent' and seen_at is null and event <> 'turn.answered'
            ${it.caseId ? 'and case_id = ?' : ''}`,
      bindings: [ctx.now, it.conversationId, ...(it.caseId ? [it.caseId] : [])],
    }),
    `outbox.seen.${it.conversationId}`,
  )
}
