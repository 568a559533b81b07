import { hasNone } from '../../contacts/queries/standing.ts'
import type { Ctx } from '../../context.ts'
import type { Asks } from '../../tenants/schema.ts'
import type { PricedItem } from '../../catalogue/queries/prices.ts'
import { type FilesSummary, filesSummary } from '../../files/queries.ts'
import { groupSpokenIn } from '../../groups/queries.ts'
import { SAID_IN } from '../../conversations/queries.ts'
import { asNewestNote, type NewestNote, newestNote } from '../../conversations/queries/notes.ts'
import type { ChatWindow } from '../../whatsapp/schema.ts'
import { Booking } from '../model.ts'

export type BookingInFull = {
  it: Booking
  kindKey: string
  kindNames: Record<string, string>
  asks: Asks
  contactName: string | null
  /** the customers' group in which it was asked for */
  groupName: string | null
  ownerName: string | null
  itemName: string | null
  itemNames: Record<string, string> | null
  /** what its price is told by */
  priced: PricedItem | null
  startsAt: Date | null
  /** of the slot that was offered instead */
  offeredStartsAt: Date | null
  said: string[]
  files: FilesSummary
  /** how many of their messages the customer took back */
  withdrawn: number
  /** what staff noted last: nobody else reads this */
  note: NewestNote | null
  /** how long the customer's chat may be written to freely, where there is a limit */
  window: ChatWindow | null
}

/** A booking with what a card says of it, in one round trip. */
export async function bookingInFull(ctx: Ctx, bookingId: string): Promise<BookingInFull | undefined> {
  const { rows } = (await ctx.trx.raw(
    `select k.names as kind_names, k.key as kind_key,
       jsonb_build_object('requiredSlots', k.required_slots, 'optionalSlots', k.optional_slots, 'slotWords', k.slot_words) as asks, p.name as contact_name, coalesce(s.names->>s.language, s.name) as owner_name,
       i.name as item_name, i.names as item_names, o.starts_at,
       case when i.id is not null then jsonb_build_object('priceMinor', i.price_minor, 'currency', i.currency, 'pricePer', i.price_per, 'data',
         jsonb_build_object('rate_card', i.data->'rate_card', 'peak_surcharge_pct', i.data->'peak_surcharge_pct', 'price_is_from', i.data->'price_is_from')) end as priced, f.starts_at as offered_starts_at,
       array(select body from (select ${SAID_IN} as body, happened_at,
           row_number() over (order by happened_at) as nth, row_number() over (order by happened_at desc) as from_last
           from messages m where m.booking_id = b.id and m.direction = 'in' and m.removed_at is null and m.body is not null) said
         where nth = 1 or from_last <= 3 order by happened_at) as said,
       ${filesSummary('m.booking_id = b.id')} as files, h.id is not null as limited, w.window_until,
       coalesce(w.stopped_at >= coalesce(w.heard_at, w.stopped_at), false) as stopped,
       (select count(*) from messages m where m.booking_id = b.id and m.direction = 'in' and m.removed_at is not null) as withdrawn,
       ${newestNote('n.booking_id = b.id')} as note, ${groupSpokenIn('b.conversation_id')} as group_name, b.*
     from bookings b join booking_kinds k on k.id = b.booking_kind_id left join contacts p on p.id = b.contact_id
     left join staff s on s.id = b.owner_id left join catalogue_items i on i.id = b.item_id left join slots o on o.id = b.slot_id
     left join slots f on f.id = (b.proposal->>'slotId')::uuid
     left join conversations v on v.id = b.conversation_id left join channels h on h.id = v.channel_id and h.kind = 'whatsapp'
     left join whatsapp_chats w on w.channel_id = h.id and w.source_id = v.source_id
     where b.id = ?`,
    [bookingId],
  )) as { rows: Record<string, unknown>[] }
  const row = rows[0]
  if (!row) return undefined
  const {
    kind_names,
    kind_key,
    asks,
    contact_name,
    group_name,
    owner_name,
    item_name,
    item_names,
    priced,
    starts_at,
    offered_starts_at,
    said,
    files,
    withdrawn,
    note,
    limited,
    window_until,
    stopped,
    ...own
  } = row
  return {
    it: Booking.fromDatabaseJson(own),
    kindKey: kind_key as string,
    kindNames: kind_names as Record<string, string>,
    asks: asks as Asks,
    contactName: contact_name as string | null,
    groupName: group_name as string | null,
    ownerName: owner_name as string | null,
    itemName: item_name as string | null,
    itemNames: item_names as Record<string, string> | null,
    priced: priced as PricedItem | null,
    startsAt: starts_at as Date | null,
    offeredStartsAt: offered_starts_at as Date | null,
    said: said as string[],
    files: files as FilesSummary,
    withdrawn: withdrawn as number,
    note: asNewestNote(note),
    window: limited ? { until: window_until as Date | null, stopped: stopped as boolean } : null,
  }
}

export const bookingsOfContact = async (ctx: Ctx, contactId: string): Promise<Booking[]> =>
  hasNone(ctx, 'booking', contactId)
    ? []
    : Booking.query(ctx.trx)
        .where('contact_id', contactId)
        .whereNotIn('stage', ['completed', 'cancelled', 'lost'])
        .orderBy('requested_at', 'desc')
        .limit(5)
        .execute()

export const bookingById = (ctx: Ctx, id: string): Promise<Booking | undefined> =>
  Booking.query(ctx.trx).findById(id).execute()

export const bookingByReference = (ctx: Ctx, reference: string): Promise<Booking | undefined> =>
  Booking.query(ctx.trx).findOne({ reference: reference.toUpperCase() }).execute()
