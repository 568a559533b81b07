import type { Ctx } from '../../context.ts'
import { staffNames } from '../../staff/queries.ts'
import type { NoteView } from '../schema.ts'

/** What a card says of the notes on its subject: the newest, and how many there are. */
export type NewestNote = { text: string; by: string | null; at: Date; count: number }

/** A column of that shape, for the query that makes the card: `tie` says which notes are meant. */
export const newestNote = (tie: string): string =>
  `(select jsonb_build_object('text', n.body, 'by', coalesce(a.names->>a.language, a.name), 'at', n.created_at, 'count', count(*) over ())
     from notes n left join staff a on a.id = n.staff_id where ${tie} and n.body is not null order by n.created_at desc, n.id desc limit 1)`

/** As the column is read. */
export const asNewestNote = (column: unknown): NewestNote | null => {
  const it = column as (Omit<NewestNote, 'at'> & { at: string }) | null
  return it && { ...it, at: new Date(it.at) }
}

const MOST_NOTES = 100

/** What staff wrote on a case or booking for themselves, the newest first. */
export async function notesOn(
  ctx: Ctx,
  about: { caseId: string } | { bookingId: string },
  most = MOST_NOTES,
): Promise<NoteView[]> {
  const [column, id] = 'caseId' in about ? ['case_id', about.caseId] : ['booking_id', about.bookingId]
  const { rows } = (await ctx.trx.raw(
    `select id, body, staff_id, created_at from notes where ${column} = ? and body is not null order by created_at desc, id desc limit ?`,
    [id, most] as never[],
  )) as { rows: { id: string; body: string; staff_id: string | null; created_at: Date }[] }
  const names = await staffNames(
    ctx,
    rows.map((it) => it.staff_id),
  )
  return rows.map((it) => ({
    id: it.id,
    text: it.body,
    staff: it.staff_id ? { id: it.staff_id, name: names.get(it.staff_id) ?? null } : null,
    at: it.created_at.toISOString(),
  }))
}
