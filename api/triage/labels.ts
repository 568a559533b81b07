import type { CaseConcern } from '../cases/schema.ts'
import type { Ctx } from '../context.ts'
import type { Gazetteer, Severity, SlotName, TenantLabels } from './understanding.ts'

/** The labels triage may choose among: the tenant's own. */
export async function labelsOf(ctx: Ctx): Promise<TenantLabels> {
  const { rows } = (await ctx.trx.raw(
    `select 'case' as kind, key, severity, concerns, '{}'::text[] as required, '{}'::text[] as optional, array(select value from jsonb_each_text(names) order by key) as names from case_types where active
     union all select 'booking', key, null, '{}', required_slots, optional_slots, array(select value from jsonb_each_text(names) order by key) from booking_kinds where active order by kind, key`,
  )) as {
    rows: {
      kind: string
      key: string
      severity: Severity
      concerns: CaseConcern[]
      required: SlotName[]
      optional: SlotName[]
      names: string[]
    }[]
  }
  return {
    caseTypes: rows
      .filter((it) => it.kind === 'case')
      .map((it) => ({ key: it.key, defaultSeverity: it.severity, names: it.names, concerns: it.concerns })),
    bookingKinds: rows
      .filter((it) => it.kind === 'booking')
      .map((it) => ({ key: it.key, requiredSlots: it.required, optionalSlots: it.optional, names: it.names })),
  }
}

/**
 * The names people may call the tenant's own things by; also of what is no longer sold, since people complain about it, and of the
 * places where things take place.
 */
export async function gazetteerOf(ctx: Ctx): Promise<Gazetteer> {
  const { rows } = (await ctx.trx.raw(
    `select name as value, array_remove(array[name, code, names->>'th', names->>'ja'] || aliases, null) as names, type, active from catalogue_items
     union all select name, array_remove(array[name, data->>'name_th'] || array(select jsonb_array_elements_text(coalesce(data->'aliases', '[]'))), null), 'provider', true from providers where active
     union all select distinct place, array[place], 'place', true from slots where place is not null
     order by active desc, value`,
  )) as { rows: { value: string; names: string[]; type: string }[] }
  return rows.map((it) => ({
    slot: VENUES.has(it.type) ? 'venue' : 'item',
    value: it.value,
    names: it.names,
  }))
}

const VENUES = new Set(['provider', 'tee_time', 'place'])
