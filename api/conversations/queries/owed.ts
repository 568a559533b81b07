import type { Ctx } from '../../context.ts'

/** What a customer waits for: the case or booking that is most urgent, or only an answer. */
export type Owed = { caseId?: string; bookingId?: string; severity?: string; caseTypeId?: string }

/**
 * What we owe in this chat, if anything: a case that waits for us, a booking that we have not answered, or a chat in staff hands, when no
 * member of staff has written since the customer's last word, here or (as they said) elsewhere.
 */
export async function owedTo(ctx: Ctx, conversationId: string): Promise<Owed | undefined> {
  const { rows } = (await ctx.trx.raw(
    `with heard as (
       select max(happened_at) filter (where direction = 'in') as last, max(happened_at) filter (where author = 'staff') as answered
       from messages where conversation_id = :conversationId
     ), owed as (
       select id, 'case' as kind, severity, case_type_id, opened_at as since,
         array_position(array['critical', 'high', 'normal', 'low'], severity) as place
       from cases where conversation_id = :conversationId and status in ('new', 'investigating', 'fixing')
       union all
       select id, 'booking', null, null, requested_at, 5 from bookings
       where conversation_id = :conversationId and 
         (stage in ('new', 'qualified', 'accepted') and proposal is null or stage in ('confirmed', 'in_progress') and cancel_asked_at is not null and answered_at is null)
       union all
       select id, 'conversation', null, null, mode_since, 6 from conversations where id = :conversationId and mode = 'staff'
     )
     select owed.* from owed, heard where heard.last > coalesce(heard.answered, '-infinity') and not exists (
       select 1 from activities a where a.subject_id = owed.id and a.type = owed.kind || '.answered_outside' and a.at >= heard.last)
     order by place, since, id limit 1`,
    { conversationId },
  )) as { rows: { id: string; kind: string; severity: string | null; case_type_id: string | null }[] }
  const row = rows[0]
  if (!row) return undefined
  if (row.kind === 'booking') return { bookingId: row.id }
  if (row.kind !== 'case') return {}
  return {
    caseId: row.id,
    ...(row.severity && { severity: row.severity }),
    ...(row.case_type_id && { caseTypeId: row.case_type_id }),
  }
}
