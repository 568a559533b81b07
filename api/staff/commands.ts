import type { Ctx, StaffRole } from '../context.ts'
import { Refusal } from '../errors.ts'
import { hashOf } from '../secrets.ts'
import { isAdmin } from '../policy.ts'
import { endShiftOf } from '../shifts/commands.ts'
import type { Language } from '../tenants/schema.ts'
import { ApiKey, Staff, StaffIdentity, StaffLinkCode } from './model.ts'
import { type StaffMember, staffByIdentity } from './queries.ts'

/** Who is among the staff decides who holds the keys: an admin's matter. */
function mustManageStaff(ctx: Ctx): void {
  if (!isAdmin(ctx.actor)) throw new Refusal('not_allowed', { action: 'staff' })
}

export type NewStaff = {
  key: string
  name: string
  names?: Partial<Record<Language, string>>
  role: StaffRole
  team?: string
  language: Language
}

/** A key is nobody else's, ever: what somebody did who has left stays under theirs. */
export async function addStaff(ctx: Ctx, it: NewStaff): Promise<string> {
  mustManageStaff(ctx)
  const id = ctx.newId()
  const { rowCount } = (await ctx.trx.raw(
    `insert into staff (id, tenant_id, key, name, names, role, team, language) values (?, ?, ?, ?, ?::jsonb, ?, ?, ?)
     on conflict (tenant_id, key) do nothing`,
    [id, ctx.tenantId, it.key, it.name, JSON.stringify(it.names ?? {}), it.role, it.team ?? null, it.language],
  )) as { rowCount: number }
  if (rowCount === 0) throw new Refusal('staff_key_taken', {}, 'key')
  return id
}

const LINK_CODE_MS = 24 * 3_600_000

/** A code that turns whoever says it in a 1:1 chat into this staff member. Single use within 24 hours, unless the demo makes it reusable. */
export async function issueLinkCode(
  ctx: Ctx,
  it: { staffId: string; code: string; reusable?: boolean },
): Promise<Date | null> {
  mustManageStaff(ctx)
  const expiresAt = it.reusable ? null : new Date(ctx.now.getTime() + LINK_CODE_MS)
  await StaffLinkCode.query(ctx.trx).insert({
    id: ctx.newId(),
    tenantId: ctx.tenantId,
    staffId: it.staffId,
    codeHash: hashOf(it.code),
    reusable: it.reusable ?? false,
    expiresAt,
  })
  return expiresAt
}

/** Makes a LINE user the staff member of the code. The same person linking again moves to the newer staff member. */
export async function linkStaff(
  ctx: Ctx,
  it: { code: string; channelId: string; externalId: string },
): Promise<StaffMember> {
  const code = await StaffLinkCode.query(ctx.trx).findOne('code_hash', hashOf(it.code)).forUpdate()
  const usable = code && (code.reusable || (!code.usedAt && code.expiresAt && code.expiresAt > ctx.now))
  if (!usable) throw new Refusal('link_code_wrong')
  await StaffIdentity.query(ctx.trx)
    .insert({
      id: ctx.newId(),
      tenantId: ctx.tenantId,
      staffId: code.staffId,
      channelId: it.channelId,
      externalId: it.externalId,
    })
    .onConflict(['channel_id', 'external_id'])
    .merge(['staff_id'])
  await code.$query(ctx.trx).patch({ usedAt: ctx.now })
  const linked = await staffByIdentity(ctx, it.channelId, it.externalId)
  if (!linked) throw new Refusal('link_code_wrong')
  return linked
}

/** A key for another program to work here as `role`. Only its hash is kept: nobody can be shown the key again. */
export async function issueApiKey(ctx: Ctx, it: { name: string; key: string; role: StaffRole }): Promise<void> {
  await ApiKey.query(ctx.trx).insert({
    id: ctx.newId(),
    tenantId: ctx.tenantId,
    name: it.name,
    keyHash: hashOf(it.key),
    role: it.role,
  })
}

/** From now on these keys open nothing. Says how many there were. */
export const revokeApiKeys = (ctx: Ctx, it: { name: string }): Promise<number> =>
  ApiKey.query(ctx.trx).where('name', it.name).whereNull('revoked_at').patch({ revokedAt: ctx.now }).execute()

/** Somebody who left: sessions, taps, codes, a running shift and news end with this commit; what they did stays theirs. */
export async function deactivateStaff(ctx: Ctx, it: { staffId: string }): Promise<boolean> {
  mustManageStaff(ctx)
  const admins = await Staff.query(ctx.trx).where({ role: 'admin', active: true }).orderBy('id').forUpdate()
  if (admins.length === 1 && admins[0]?.id === it.staffId) throw new Refusal('last_admin')
  const left = await Staff.query(ctx.trx).findById(it.staffId).where('active', true).patch({ active: false })
  await StaffLinkCode.query(ctx.trx).where('staff_id', it.staffId).delete()
  await endShiftOf(ctx, it.staffId)
  return left > 0
}
