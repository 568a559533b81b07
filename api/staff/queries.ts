import type { Actor, Ctx, StaffRole } from '../context.ts'
import type { Language } from '../tenants/schema.ts'
import { ApiKey, Staff } from './model.ts'

export type StaffMember = { id: string; name: string; role: StaffRole; language: Language }

/** Who this channel identity is among the tenant's active staff, if anybody. */
export async function staffByIdentity(
  ctx: Ctx,
  channelId: string,
  externalId: string,
): Promise<StaffMember | undefined> {
  const { rows } = (await ctx.trx.raw(
    `select s.id, coalesce(s.names->>s.language, s.name) as name, s.role, s.language from staff_identities i join staff s on s.id = i.staff_id
     where i.channel_id = ? and i.external_id = ? and s.active`,
    [channelId, externalId],
  )) as { rows: StaffMember[] }
  return rows[0]
}

/** Admins and managers with the chats they have linked, the first of each. */
export async function linkedLeads(ctx: Ctx): Promise<{ channelId: string; externalId: string; language: Language }[]> {
  const { rows } = (await ctx.trx.raw(
    `select distinct on (s.id) i.channel_id as "channelId", i.external_id as "externalId", s.language
     from staff s join staff_identities i on i.staff_id = s.id join channels c on c.id = i.channel_id and c.active
     where s.active and s.role in ('admin', 'manager') order by s.id, i.linked_at`,
  )) as { rows: { channelId: string; externalId: string; language: Language }[] }
  return rows
}

/** What whoever acts reads: a member of staff their own language, everybody else the tenant's. */
export async function languageOfActor(ctx: Ctx): Promise<Language> {
  const staffId = ctx.actor.kind === 'staff' ? ctx.actor.id : null
  const { rows } = (await ctx.trx.raw(
    `select coalesce((select language from staff where id = ?), t.language) as language from tenants t where t.id = ?`,
    [staffId, ctx.tenantId],
  )) as { rows: { language: Language }[] }
  return rows[0]?.language ?? 'th'
}

export const staffActor = (it: StaffMember): Actor => ({ kind: 'staff', id: it.id, name: it.name, role: it.role })

/** Names by id: as colleagues know them (in their own language), or as somebody reads them who has another. */
export async function staffNames(ctx: Ctx, ids: (string | null)[], language?: Language): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  if (wanted.length === 0) return new Map()
  const found = await Staff.query(ctx.trx).findByIds(wanted)
  return new Map(found.map((it) => [it.id, it.names[language ?? it.language] ?? it.name]))
}

export const staffMembers = (ctx: Ctx): Promise<Staff[]> =>
  Staff.query(ctx.trx).where('active', true).orderBy('key').execute()

export const listApiKeys = (ctx: Ctx): Promise<ApiKey[]> => ApiKey.query(ctx.trx).orderBy('name').execute()
