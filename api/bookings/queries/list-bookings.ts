import type { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { allOf, containing, orderOf, type Sort, where } from '../../db/conditions.ts'
import type { Paged } from '../../http/lists.ts'
import { Booking } from '../model.ts'
import type { BookingFilters } from '../schema.ts'

export const sortableBookings = ['requestedAt', 'slaDueAt', 'updatedAt', 'stage', 'reference', 'valueMinor'] as const
type Sortable = (typeof sortableBookings)[number]

export type BookingQuery = Paged &
  z.output<typeof BookingFilters> & { search?: string | undefined; sort: Sort<Sortable>[] }

const columns: Record<Sortable, string> = {
  requestedAt: 'bookings.requested_at',
  slaDueAt: 'bookings.sla_due_at',
  updatedAt: 'bookings.updated_at',
  stage: 'bookings.stage',
  reference: 'bookings.reference',
  valueMinor: 'bookings.value_minor',
}

export async function listBookings(ctx: Ctx, asked: BookingQuery): Promise<{ rows: Booking[]; total: number }> {
  const found = allOf([
    asked.stage && where('bookings.stage = ?', asked.stage),
    asked.kind && where('bookings.booking_kind_id in (select id from booking_kinds where key = ?)', asked.kind),
    asked.owner &&
      (asked.owner === 'none' ? where('bookings.owner_id is null') : where('bookings.owner_id = ?', asked.owner)),
    asked.contact && where('bookings.contact_id = ?', asked.contact),
    asked.search && naming(asked.search),
  ])
  const { results, total } = await Booking.query(ctx.trx)
    .whereRaw(found.sql, found.bindings)
    .orderByRaw(`${orderOf(asked.sort, columns)}, bookings.id`)
    .page(asked.page - 1, asked.page_size)
  return { rows: results, total }
}

function naming(search: string) {
  const pattern = containing(search)
  return where(
    `bookings.reference ilike ?
      or exists (select 1 from contacts p where p.id = bookings.contact_id and (p.name ilike ? or exists (select 1 from contact_identities i
        where i.contact_id = p.id and i.kind in ('username', 'phone', 'member', 'email') and i.value ilike ?)))
      or exists (select 1 from catalogue_items i where i.id = bookings.item_id
        and (i.name ilike ? or i.code ilike ? or exists (select 1 from jsonb_each_text(i.names) n where n.value ilike ?)))`,
    pattern,
    pattern,
    pattern,
    pattern,
    pattern,
    pattern,
  )
}

/** Requests that wait for staff: to be looked at, or to be confirmed after the customer accepted. */
export const waitingBookings = (ctx: Ctx): Promise<number> =>
  Booking.query(ctx.trx).whereIn('stage', ['new', 'qualified', 'accepted']).resultSize()
