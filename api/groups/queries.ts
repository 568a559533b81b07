import type { Ctx } from '../context.ts'
import type { GroupPurpose } from '../conversations/schema.ts'
import { allOf, containing, orderOf, type Sort, where } from '../db/conditions.ts'
import type { Paged } from '../http/lists.ts'
import type { StaffMember } from '../staff/queries.ts'
import type { Language } from '../tenants/schema.ts'
import { GroupRoute } from './model.ts'

export type Group = {
  id: string
  channelId: string
  sourceId: string
  name: string | null
  purpose: GroupPurpose | null
  language: Language
  botLeftAt: Date | null
  contactId: string | null
  organisationId: string | null
  providerId: string | null
  /** what the customer, company or provider whose group it is is called */
  ownerName: string | null
  membersKnown: number
  createdAt: Date
}

const groups = `select c.id, c.channel_id as "channelId", c.source_id as "sourceId", g.name, c.purpose, coalesce(c.language, t.language) as language,
  g.bot_left_at as "botLeftAt", g.contact_id as "contactId", g.organisation_id as "organisationId", g.provider_id as "providerId",
  coalesce(p.name, o.names->>coalesce(c.language, t.language), o.name, f.name) as "ownerName",
  (select count(*)::int from group_members m where m.conversation_id = c.id and m.until is null) as "membersKnown", c.created_at as "createdAt"
  from conversations c join tenants t on t.id = c.tenant_id left join groups g on g.conversation_id = c.id left join contacts p on p.id = g.contact_id
  left join organisations o on o.id = g.organisation_id left join providers f on f.id = g.provider_id
  where c.kind = 'group'`

/** As SQL: what the customers' group is called in which something was said, with whose company it is; null in a chat of one's own. */
export const groupSpokenIn = (conversation: string): string =>
  `(select case when o.name is null or position(lower(o.name) in lower(g.name)) > 0 then g.name else concat_ws(' · ', o.name, g.name) end
     from groups g left join organisations o on o.id = g.organisation_id where g.conversation_id = ${conversation})`

export async function groupById(ctx: Ctx, id: string): Promise<Group | undefined> {
  const { rows } = (await ctx.trx.raw(`${groups} and c.id = ?`, [id])) as { rows: Group[] }
  return rows[0]
}

export const sortableGroups = ['createdAt', 'name'] as const
const columns = { createdAt: 'c.created_at', name: 'g.name' }

export type GroupQuery = Paged & {
  purpose?: GroupPurpose | 'none' | undefined
  search?: string | undefined
  sort: Sort<(typeof sortableGroups)[number]>[]
}

export async function listGroups(ctx: Ctx, asked: GroupQuery): Promise<{ rows: Group[]; total: number }> {
  const found = allOf([
    asked.purpose && (asked.purpose === 'none' ? where('c.purpose is null') : where('c.purpose = ?', asked.purpose)),
    asked.search && where('concat_ws(chr(10), g.name, p.name, o.name, f.name) ilike ?', containing(asked.search)),
  ])
  const all = `${groups} and ${found.sql}`
  const [counted, listed] = [
    (await ctx.trx.raw(`select count(*)::int as total from (${all}) found`, found.bindings as never[])) as {
      rows: { total: number }[]
    },
    (await ctx.trx.raw(`${all} order by ${orderOf(asked.sort, columns)}, c.id limit ? offset ?`, [
      ...found.bindings,
      asked.page_size,
      (asked.page - 1) * asked.page_size,
    ] as never[])) as { rows: Group[] },
  ]
  return { rows: listed.rows, total: counted.rows[0]?.total ?? 0 }
}

export const routesOf = (ctx: Ctx, groupIds: string[]): Promise<GroupRoute[]> =>
  GroupRoute.query(ctx.trx).whereIn('conversation_id', groupIds).orderBy(['conversation_id', 'position']).execute()

/** Whoever speaks in a group: the member of staff they are, and whether they are known to have left it. */
export type InGroup = { staff: StaffMember | undefined; left: boolean; known: boolean }

export async function whoInGroup(
  ctx: Ctx,
  it: { channelId: string; conversationId: string; externalId: string },
): Promise<InGroup> {
  const { rows } = (await ctx.trx.raw(
    `select s.id, coalesce(s.names->>s.language, s.name) as name, s.role, s.language,
       m.since is not null as known, m.until is not null as gone
     from (select ?::uuid as channel_id, ?::text as external_id, ?::uuid as conversation_id) it
     left join staff_identities i on i.channel_id = it.channel_id and i.external_id = it.external_id
     left join staff s on s.id = i.staff_id and s.active
     left join lateral (select since, until from group_members m where m.conversation_id = it.conversation_id and m.external_id = it.external_id
       order by m.until is not null, m.until desc limit 1) m on true`,
    [it.channelId, it.externalId, it.conversationId],
  )) as { rows: (StaffMember & { known: boolean; gone: boolean })[] }
  const row = rows[0]
  const {
    known = false,
    gone = false,
    ...staff
  } = row ?? ({} as Partial<StaffMember> & { known?: boolean; gone?: boolean })
  return { staff: staff.id ? (staff as StaffMember) : undefined, left: gone, known }
}

/** Customers who were seen in a group, and their companies: whose group it may be. Staff are not. */
export async function customersIn(
  ctx: Ctx,
  conversationId: string,
): Promise<{ contactId: string; name: string; organisationId: string | null; organisation: string | null }[]> {
  const { rows } = (await ctx.trx.raw(
    `select distinct p.id as "contactId", p.name, o.id as "organisationId", o.name as organisation
     from group_members m join conversations c on c.id = m.conversation_id
     join contact_identities i on i.kind = 'line' and i.value = m.external_id and i.proven join contacts p on p.id = i.contact_id
     left join organisations o on o.id = p.organisation_id and o.active
     where m.conversation_id = ? and m.until is null and p.name is not null
       and not exists (select 1 from staff_identities s where s.channel_id = c.channel_id and s.external_id = m.external_id)
     order by p.name limit 20`,
    [conversationId],
  )) as { rows: { contactId: string; name: string; organisationId: string | null; organisation: string | null }[] }
  return rows
}

/** The message was one of the bot's: a reply to it is said to the bot. */
export async function isOurMessage(ctx: Ctx, it: { conversationId: string; messageId: string }): Promise<boolean> {
  const { rows } = (await ctx.trx.raw('select 1 from outbox where conversation_id = ? and ? = any(sent_ids) limit 1', [
    it.conversationId,
    it.messageId,
  ])) as { rows: unknown[] }
  return rows.length > 0
}

export type Matter = { caseId: string; mine: boolean } | { bookingId: string; mine: boolean }

const SPOKEN_OF_MS = 3_600_000

/**
 * What a picture without words is about in a customers' group: what its sender raised there last and is still open; else the one open matter
 * of the group, while people speak of it (an hour). Anything else is talk among themselves.
 */
export async function matterInGroup(
  ctx: Ctx,
  it: { conversationId: string; contactId: string | null },
): Promise<Matter | undefined> {
  const { rows } = (await ctx.trx.raw(
    `with open as (
       select id, 'case' as kind, contact_id, opened_at as since from cases
       where conversation_id = :conversationId and status not in ('resolved', 'closed')
       union all
       select id, 'booking', contact_id, requested_at from bookings
       where conversation_id = :conversationId and stage not in ('completed', 'cancelled', 'lost')
     )
     select id, kind, contact_id is not distinct from :contactId::uuid as mine, (select count(*) from open) as all,
       exists (select 1 from messages m where m.conversation_id = :conversationId and (m.case_id = open.id or m.booking_id = open.id)
         and m.happened_at > :since) as spoken_of
     from open order by contact_id is not distinct from :contactId::uuid desc, since desc limit 1`,
    { ...it, since: new Date(ctx.now.getTime() - SPOKEN_OF_MS) } as never,
  )) as { rows: { id: string; kind: 'case' | 'booking'; mine: boolean; all: number; spoken_of: boolean }[] }
  const row = rows[0]
  if (!row || !(row.mine || (Number(row.all) === 1 && row.spoken_of))) return undefined
  return row.kind === 'case' ? { caseId: row.id, mine: row.mine } : { bookingId: row.id, mine: row.mine }
}
