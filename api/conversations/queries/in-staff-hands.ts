import type { Ctx } from '../../context.ts'

export type InStaffHands = { id: string; name: string | null; since: Date | null }

/** Customers whose chats staff have in hand, whoever waits longest first. */
export async function conversationsInStaffHands(ctx: Ctx, most: number): Promise<InStaffHands[]> {
  const { rows } = (await ctx.trx.raw(
    `select c.id, p.name, c.mode_since as since from conversations c left join contacts p on p.id = c.contact_id
     where c.mode = 'staff' and c.kind = 'direct' order by c.mode_since, c.id limit ?`,
    [most],
  )) as { rows: InStaffHands[] }
  return rows
}

/** What was said while staff had a chat, in numbers, who of them wrote, and whether somebody answered outside the desk. */
export async function spokenSince(
  ctx: Ctx,
  it: { conversationId: string; since: Date },
): Promise<{ byCustomer: number; byStaff: number; writers: string[]; outside: boolean }> {
  const { rows } = (await ctx.trx.raw(
    `select count(*) filter (where m.direction = 'in') as by_customer, count(*) filter (where m.author = 'staff') as by_staff,
       coalesce(array_agg(distinct coalesce(s.names->>s.language, s.name)) filter (where s.id is not null), '{}') as writers,
       exists (select 1 from activities a where a.subject_kind = 'conversation' and a.subject_id = ? and a.at >= ?
         and a.type = 'conversation.answered_outside') as outside
     from messages m left join staff s on s.id = m.staff_id where m.conversation_id = ? and m.happened_at >= ?`,
    [it.conversationId, it.since, it.conversationId, it.since],
  )) as { rows: { by_customer: number; by_staff: number; writers: string[]; outside: boolean }[] }
  const [row] = rows
  return {
    byCustomer: row?.by_customer ?? 0,
    byStaff: row?.by_staff ?? 0,
    writers: row?.writers ?? [],
    outside: row?.outside ?? false,
  }
}

/** In whose hands a chat is, and since when; `who` of the staff has it, as far as one can say. */
export type Hands = { mode: 'bot' | 'staff'; since: Date | null; who: string | null }

/** Of the staff, whoever wrote there last has it, else whoever took it; nobody yet if the customer asked. */
export async function handsOf(ctx: Ctx, conversationId: string): Promise<Hands | undefined> {
  const { rows } = (await ctx.trx.raw(
    `select c.mode, c.mode_since as since, (select coalesce(s.names->>s.language, s.name) from staff s where s.id = coalesce(
       (select m.staff_id from messages m where m.conversation_id = c.id and m.author = 'staff' and m.staff_id is not null
          and m.happened_at >= c.mode_since order by m.happened_at desc limit 1),
       (select a.actor_id from activities a where a.subject_kind = 'conversation' and a.subject_id = c.id and a.actor_kind = 'staff'
          and a.type = 'conversation.handed_over' and a.at >= c.mode_since order by a.seq desc limit 1))) as who
     from conversations c where c.id = ?`,
    [conversationId],
  )) as { rows: Hands[] }
  return rows[0]
}
