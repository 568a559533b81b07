import type { Ctx } from '../../context.ts'
import { database } from '../../db/connection.ts'
import { Refusal } from '../../errors.ts'
import type { ChannelKind } from '../queries.ts'

type Sender = { kind: ChannelKind; externalId: string; notChannel?: string }

/**
 * The other channel that is this account, on the whole desk; its name only when it is the tenant's own. Whoever asks for the same account
 * at this moment waits until the commit.
 */
export async function otherWithSender(ctx: Ctx, it: Sender): Promise<{ name: string | null } | undefined> {
  await ctx.trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 8))', [`${it.kind} ${it.externalId}`])
  const { rows } = await database().machinery.query<{ tenant_id: string; name: string }>(
    `select tenant_id, name from channels where active and kind = $1 and external_id = $2 and id is distinct from $3::uuid`,
    [it.kind, it.externalId, it.notChannel ?? null],
  )
  const other = rows[0]
  return other && { name: other.tenant_id === ctx.tenantId ? other.name : null }
}

export async function mustBeFree(ctx: Ctx, it: Sender): Promise<void> {
  const other = await otherWithSender(ctx, it)
  if (other) throw new Refusal('sender_taken', { ...(other.name && { channel: other.name }) }, 'sender')
}
