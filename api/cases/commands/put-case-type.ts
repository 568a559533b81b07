import type { Ctx } from '../../context.ts'
import { idOf } from '../../db/base-model.ts'
import { mustSetUp } from '../../policy.ts'
import type { SlotWords, Words } from '../../tenants/schema.ts'
import { CaseType } from '../model.ts'
import type { Severity } from '../schema.ts'

export type NewCaseType = {
  key: string
  names: Words
  category: string
  severity: Severity
  slaMinutes: number
  slaClock: 'calendar' | 'business'
  stopsForCustomer: boolean
  requiredSlots: string[]
  optionalSlots?: string[]
  slotWords?: SlotWords
  requireProvider: boolean
  /** without it no new case becomes one of these */
  active?: boolean
}

/** Adds a case type of the tenant, or changes the one with this key. Cases that are open keep the terms they were opened with. */
export async function putCaseType(ctx: Ctx, it: NewCaseType): Promise<string> {
  mustSetUp(ctx)
  const row = await CaseType.query(ctx.trx)
    .insert({ slotWords: {}, optionalSlots: [], active: true, ...it, id: ctx.newId(), tenantId: ctx.tenantId })
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
      'active',
    ])
    .returning('id')
  return idOf(row)
}
