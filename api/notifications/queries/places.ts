import { bookingMatter } from '../../bookings/queries/booking-matter.ts'
import { caseMatter } from '../../cases/queries/case-matter.ts'
import type { Ctx } from '../../context.ts'
import { fits, groupsFor, type Matter, type Route } from '../routing.ts'
import { type StaffGroup, staffGroups } from './staff-groups.ts'

type About = { caseId?: string; bookingId?: string }

async function matterOf(ctx: Ctx, { caseId, bookingId }: About): Promise<Matter> {
  if (caseId) return (await caseMatter(ctx, caseId)) ?? {}
  if (bookingId) return (await bookingMatter(ctx, bookingId)) ?? {}
  return {}
}

/** The staff groups that hear of it. Without a route in any of them (the usual) nothing is looked up. */
export async function staffPlaces(ctx: Ctx, about: About): Promise<StaffGroup[]> {
  const groups = await staffGroups(ctx)
  return groups.some((it) => it.routes.length > 0) ? groupsFor(await matterOf(ctx, about), groups) : groups
}

export type CustomerPlace = { id: string; channelId: string }
type Candidate = CustomerPlace & { whose: 'here' | 'own' | 'contact' | 'organisation'; routes: Route[] }

/**
 * Where a customer is told: where they spoke of it, or on WhatsApp if they have blocked the LINE account since; if that was their group, in their own chat too; and in the group that is theirs.
 * A group with routes hears only what fits one of them, and a company's group hears what a member said elsewhere only if a route names it.
 */
export async function customerPlaces(ctx: Ctx, conversationId: string | null, about: About): Promise<CustomerPlace[]> {
  const { rows } = (await ctx.trx.raw(
    `with it as (
       select contact_id from cases where id = :caseId::uuid union all select contact_id from bookings where id = :bookingId::uuid
     ), whose as materialized (
       select coalesce((select contact_id from it limit 1), (select contact_id from conversations where id = :conversationId::uuid)) as id
     ), who as (
       -- by a join: row security lets no coalesce into an index, and would read all the tenant's people
       -- it is on LINE that people block; who is forgotten is written to nowhere
       select p.id, p.organisation_id, p.blocked_at, p.blocked_at is not null and p.erased_at is null as only_elsewhere from whose join contacts p on p.id = whose.id
     )
     select c.id, c.channel_id as "channelId", 'here' as whose, null::json as routes
     from conversations c join channels h on h.id = c.channel_id and h.kind <> 'api' left join who on true
     where c.id = :conversationId::uuid and (c.purpose = 'vip' or (c.kind = 'direct' and (who.blocked_at is null or (who.only_elsewhere and h.kind <> 'line'))))
     union all
     (select c.id, c.channel_id, 'own', null from who join conversations c on c.contact_id = who.id and c.kind = 'direct'
       join channels h on h.id = c.channel_id and h.kind = 'whatsapp' and h.active
       where who.only_elsewhere and exists (
         select 1 from conversations o join channels l on l.id = o.channel_id where o.id = :conversationId::uuid and o.kind = 'direct' and l.kind = 'line')
       order by c.last_message_at desc nulls last limit 1)
     union all
     (select c.id, c.channel_id, 'own', null from conversations c
       join channels h on h.id = c.channel_id and h.kind <> 'api' join who on who.id = c.contact_id and who.blocked_at is null
       where c.kind = 'direct' and exists (select 1 from conversations g where g.id = :conversationId::uuid and g.kind = 'group')
       order by c.last_message_at desc nulls last limit 1)
     union all
     select c.id, c.channel_id, case when g.contact_id is not null then 'contact' else 'organisation' end,
       coalesce((select json_agg(json_build_object('caseType', r.case_type, 'category', r.category, 'provider', r.provider,
         'severity', r.severity, 'bookingKind', r.booking_kind)) from group_routes r where r.conversation_id = c.id), '[]')
     from who join groups g on g.contact_id = who.id or g.organisation_id = who.organisation_id
     join conversations c on c.id = g.conversation_id and c.purpose = 'vip' and c.id is distinct from :conversationId::uuid`,
    { caseId: about.caseId ?? null, bookingId: about.bookingId ?? null, conversationId },
  )) as { rows: Candidate[] }
  // a word about the conversation itself ("I am back") belongs in that conversation
  if (!about.caseId && !about.bookingId) return rows.filter((it) => it.whose === 'here')
  const routed = rows.some((it) => it.routes?.length)
  const matter = routed ? await matterOf(ctx, about) : {}
  return rows.filter(({ whose, routes }) => {
    if (whose === 'here' || whose === 'own') return true
    return routes.length > 0 ? routes.some((route) => fits(route, matter)) : whose === 'contact'
  })
}

/** They have blocked the account they spoke to, and nobody knows another way to them. Who is forgotten is no customer any more. */
export async function hasBlockedUs(ctx: Ctx, conversationId: string): Promise<boolean> {
  const { rows } = (await ctx.trx.raw(
    `select 1 from conversations c join contacts p on p.id = c.contact_id
     where c.id = ? and c.kind = 'direct' and p.blocked_at is not null and p.erased_at is null`,
    [conversationId],
  )) as { rows: unknown[] }
  return rows.length > 0
}
