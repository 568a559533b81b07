import type { Ctx } from '../../context.ts'
import { idOf } from '../../db/base-model.ts'
import { InvalidInput } from '../../http/problem.ts'
import { mustSetUp } from '../../policy.ts'
import { settingsNow } from '../../tenants/queries.ts'
import type { SlotWords, Words } from '../../tenants/schema.ts'
import { CaseType } from '../model.ts'
import type { CaseConcern, Severity } from '../schema.ts'

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
  /** what the desk's rules may know of it: never guessed from its key */
  concerns?: CaseConcern[]
  /** without it no new case becomes one of these */
  active?: boolean
}

/** Adds a case type of the tenant, or changes the one with this key. Cases that are open keep the terms they were opened with. */
export async function putCaseType(ctx: Ctx, it: NewCaseType): Promise<string> {
  mustSetUp(ctx)
  if (it.active === false) await mustBeFree(ctx, it.key)
  const row = await CaseType.query(ctx.trx)
    .insert({
      slotWords: {},
      optionalSlots: [],
      concerns: [],
      active: true,
      ...it,
      id: ctx.newId(),
      tenantId: ctx.tenantId,
    })
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
      'concerns',
    ])
    .returning('id')
  return idOf(row)
}

/** What the desk opens by itself needs a type that is in use. */
async function mustBeFree(ctx: Ctx, key: string): Promise<void> {
  const { payments } = await settingsNow(ctx)
  if (payments?.caseType === key)
    throw new InvalidInput([
      {
        field: 'active',
        message: 'Late payments become cases of this type: name another one in /v1/payment-settings first',
      },
    ])
}
