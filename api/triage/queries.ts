import { type Ctx, inTenant, system } from '../context.ts'
import { tenantById } from '../tenants/queries.ts'
import { trainTriage } from './commands.ts'
import { type LocalModel, parse } from './local/model.ts'
import { read } from './local/read.ts'
import { TriageModel } from './model.ts'
import type { Gazetteer, Severity, SlotName, TenantLabels, Understanding } from './understanding.ts'

/** How a tenant's messages are understood; the door behind which other engines will stand beside the local one. */
export type Triage = {
  modelId: string
  understand: (text: string, now: Date) => Understanding
}

const FRESH_MS = 15_000
const known = new Map<string, { triage: Promise<Triage>; at: number }>()

/** The tenant's triage, kept in memory and looked up again when it is older than fifteen seconds; the model itself is read only when it changed. */
export function triageOf(tenantId: string): Promise<Triage> {
  const hit = known.get(tenantId)
  if (hit && performance.now() - hit.at < FRESH_MS) return hit.triage
  const triage = load(tenantId)
  // the older one serves until the fresh one is there
  if (hit) {
    known.set(tenantId, { triage: hit.triage, at: performance.now() })
    triage.then(
      () => known.set(tenantId, { triage, at: performance.now() }),
      () => undefined,
    )
    return hit.triage
  }
  known.set(tenantId, { triage, at: performance.now() })
  triage.catch(() => known.delete(tenantId))
  return triage
}

export const forgetTriage = (): void => known.clear()

const models = new Map<string, { id: string; model: LocalModel }>()

async function load(tenantId: string): Promise<Triage> {
  const tenant = await tenantById(tenantId)
  return inTenant(tenantId, system, async (ctx) => {
    const newest = await TriageModel.query(ctx.trx)
      .select('id')
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .first()
    const id = newest?.id ?? (await trainTriage(ctx))
    let own = models.get(tenantId)
    if (own?.id !== id) {
      const row = await TriageModel.query(ctx.trx).findById(id).throwIfNotFound()
      own = { id, model: parse(row.model) }
      models.set(tenantId, own)
    }
    const { model } = own
    const [labels, gazetteer] = [await labelsOf(ctx), await gazetteerOf(ctx)]
    const clock = () => performance.now()
    return {
      modelId: id,
      understand: (text, now) => read(model, text, { now, zone: tenant.zone, labels, gazetteer, clock }),
    }
  })
}

/** The labels triage may choose among: the tenant's own. */
export async function labelsOf(ctx: Ctx): Promise<TenantLabels> {
  const { rows } = (await ctx.trx.raw(
    `select 'case' as kind, key, severity, '{}'::text[] as required, '{}'::text[] as optional from case_types where active
     union all select 'booking', key, null, required_slots, optional_slots from booking_kinds where active order by kind, key`,
  )) as { rows: { kind: string; key: string; severity: Severity; required: SlotName[]; optional: SlotName[] }[] }
  return {
    caseTypes: rows.filter((it) => it.kind === 'case').map((it) => ({ key: it.key, defaultSeverity: it.severity })),
    bookingKinds: rows
      .filter((it) => it.kind === 'booking')
      .map((it) => ({ key: it.key, requiredSlots: it.required, optionalSlots: it.optional })),
  }
}

/** The names people may call the tenant's own things by. */
async function gazetteerOf(ctx: Ctx): Promise<Gazetteer> {
  const { rows } = (await ctx.trx.raw(
    `select name as value, array_remove(array[name, names->>'th', names->>'ja'] || aliases, null) as names, type from catalogue_items where active
     union all select name, array_remove(array[name, data->>'name_th'], null), 'provider' from providers where active`,
  )) as { rows: { value: string; names: string[]; type: string }[] }
  return rows.map((it) => ({
    slot: it.type === 'provider' || it.type === 'tee_time' ? 'venue' : 'item',
    value: it.value,
    names: it.names,
  }))
}
