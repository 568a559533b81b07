import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import type { OwnQuietHours } from '../../tenants/schema.ts'

/** When a group, or the chat of a member of staff, gets critical news only. */
export async function setChatQuietHours(
  ctx: Ctx,
  it: { conversationId: string; quietHours: OwnQuietHours },
): Promise<void> {
  const { rows } = (await ctx.trx.raw('update conversations set quiet_hours = ?::jsonb where id = ? returning 1', [
    it.quietHours === null ? null : JSON.stringify(it.quietHours),
    it.conversationId,
  ])) as { rows: unknown[] }
  if (rows.length === 0) throw new Refusal('not_found')
}
