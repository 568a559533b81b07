import { randomBytes } from 'node:crypto'
import { contactOf } from '../contacts/commands.ts'
import type { Actor, Ctx } from '../context.ts'
import { hashOf } from '../secrets.ts'
import { staffActor, staffByIdentity } from '../staff/queries.ts'
import { Session } from './model.ts'

/** A working day for staff, a week for a customer. */
const HOURS = { staff: 12, contact: 7 * 24 }

export type Started = { token: string; actor: Actor; seconds: number }

/** Signs a channel identity in: as the staff member it is linked to, else as the contact it is. The token is told once and kept as a hash. */
export async function startSession(
  ctx: Ctx,
  it: { channelId: string; externalId: string; name?: string },
): Promise<Started> {
  const staff = await staffByIdentity(ctx, it.channelId, it.externalId)
  const actor: Actor = staff
    ? staffActor(staff)
    : {
        kind: 'contact',
        id: (await contactOf(ctx, { kind: 'line', value: it.externalId, ...(it.name && { name: it.name }) })).id,
      }
  const token = randomBytes(32).toString('base64url')
  const seconds = HOURS[staff ? 'staff' : 'contact'] * 3600
  await Session.query(ctx.trx).insert({
    id: ctx.newId(),
    tenantId: ctx.tenantId,
    tokenHash: hashOf(token),
    staffId: actor.kind === 'staff' ? actor.id : null,
    contactId: actor.kind === 'contact' ? actor.id : null,
    channelId: it.channelId,
    externalId: it.externalId,
    expiresAt: new Date(ctx.now.getTime() + seconds * 1000),
  })
  await Session.query(ctx.trx).where('expires_at', '<', ctx.now).delete()
  return { token, actor, seconds }
}

export async function endSession(ctx: Ctx, it: { token: string }): Promise<void> {
  await Session.query(ctx.trx).where('token_hash', hashOf(it.token)).delete()
}
