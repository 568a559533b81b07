import type { Ctx } from '../../context.ts'
import { aMemory } from '../../memory.ts'
import type { Language } from '../../tenants/schema.ts'
import type { Route } from '../routing.ts'

export type StaffGroup = { id: string; channelId: string; language: Language; routes: Route[] }

const known = aMemory<StaffGroup[]>(5_000)

/** After a change in this process. Another may be five seconds behind: whoever words a notice looks again what the group is. */
export const forgetStaffGroups = (tenantId: string): void => known.forget(tenantId)

/** The tenant's staff groups with what is routed to them; at most five seconds old, since every turn of a customer may ask. */
export const staffGroups = (ctx: Ctx): Promise<StaffGroup[]> => known.own(ctx.tenantId, () => readStaffGroups(ctx))

async function readStaffGroups(ctx: Ctx): Promise<StaffGroup[]> {
  const { rows } = (await ctx.trx.raw(
    `select c.id, c.channel_id as "channelId", coalesce(c.language, t.language) as language,
       coalesce((select json_agg(json_build_object('caseType', r.case_type, 'category', r.category, 'provider', r.provider,
         'severity', r.severity, 'bookingKind', r.booking_kind)) from group_routes r where r.conversation_id = c.id), '[]') as routes
     from conversations c join tenants t on t.id = c.tenant_id
     where c.purpose = 'staff' and c.kind = 'group' and c.alerts is not false
       -- and the chats of single members of staff who were chosen as recipients
       or c.kind = 'direct' and c.alerts and exists (select 1 from staff_identities i join staff s on s.id = i.staff_id and s.active
         where i.channel_id = c.channel_id and i.external_id = c.source_id)
     order by c.created_at`,
  )) as { rows: StaffGroup[] }
  return rows
}
