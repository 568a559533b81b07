import type { Ctx } from '../../context.ts'
import { idOf } from '../../db/base-model.ts'
import type { Language, SlotWords } from '../../tenants/schema.ts'
import { CaseType } from '../model.ts'
import type { Severity } from '../schema.ts'

export type NewCaseType = {
  key: string
  names: Record<Language, string>
  category: string
  severity: Severity
  slaMinutes: number
  slaClock: 'calendar' | 'business'
  stopsForCustomer: boolean
  requiredSlots: string[]
  optionalSlots?: string[]
  slotWords?: SlotWords
  requireProvider: boolean
}

/** Adds a case type of the tenant, or changes the one with this key. Cases that are open keep the terms they were opened with. */
export async function putCaseType(ctx: Ctx, it: NewCaseType): Promise<string> {
  const row = await CaseType.query(ctx.trx)
    .insert({ slotWords: {}, optionalSlots: [], ...it, id: ctx.newId(), tenantId: ctx.tenantId })
    .onConflict(['tenant_id', 'key'])
    .merge([
      'names',
      'category',
      'severity',
      'sla_minutes',
      'sla_clock',
      'stops_for_customer',
      'required_slots',
      'optional_slots',
      'slot_words',
      'require_provider',
    ])
    .returning('id')
  return idOf(row)
}
