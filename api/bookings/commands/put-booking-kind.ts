import type { Ctx } from '../../context.ts'
import type { Language, SlotWords } from '../../tenants/schema.ts'
import { BookingKind } from '../model.ts'

export type NewBookingKind = {
  key: string
  names: Record<Language, string>
  requiredSlots: string[]
  optionalSlots: string[]
  /** an optional slot is asked for when it has a question here, and may be skipped */
  slotWords?: SlotWords
  /** types of catalogue items this kind may book */
  itemTypes: string[]
  slaMinutes: number
}

/** Adds a kind of booking of the tenant, or changes the one with this key. */
export async function putBookingKind(ctx: Ctx, it: NewBookingKind): Promise<string> {
  const row = await BookingKind.query(ctx.trx)
    .insert({ slotWords: {}, ...it, id: ctx.newId(), tenantId: ctx.tenantId })
    .onConflict(['tenant_id', 'key'])
    .merge(['names', 'required_slots', 'optional_slots', 'item_types', 'sla_minutes', 'slot_words'])
    .returning('id')
  return (row as unknown as { id: string }).id
}
