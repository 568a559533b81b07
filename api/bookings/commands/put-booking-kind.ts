import type { Ctx } from '../../context.ts'
import { idOf } from '../../db/base-model.ts'
import { mustSetUp } from '../../policy.ts'
import type { SlotWords, Words } from '../../tenants/schema.ts'
import type { CancelRule } from '../cancel-terms.ts'
import { BookingKind } from '../model.ts'

export type NewBookingKind = {
  key: string
  names: Words
  requiredSlots: string[]
  optionalSlots: string[]
  /** an optional slot is asked for when it has a question here, and may be skipped */
  slotWords?: SlotWords
  /** types of catalogue items this kind may book */
  itemTypes: string[]
  slaMinutes: number
  /** until when a customer may cancel by themselves; without one until it begins */
  cancelRule?: CancelRule | null
  /** without it nothing new is booked of this kind */
  active?: boolean
}

/** Adds a kind of booking of the tenant, or changes the one with this key. */
export async function putBookingKind(ctx: Ctx, it: NewBookingKind): Promise<string> {
  mustSetUp(ctx)
  const row = await BookingKind.query(ctx.trx)
    .insert({ slotWords: {}, cancelRule: null, active: true, ...it, id: ctx.newId(), tenantId: ctx.tenantId })
    .onConflict(['tenant_id', 'key'])
    .merge([
      'names',
      'required_slots',
      'optional_slots',
      'item_types',
      'sla_minutes',
      'slot_words',
      'cancel_rule',
      'active',
    ])
    .returning('id')
  return idOf(row)
}
