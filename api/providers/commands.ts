import type { Ctx } from '../context.ts'
import { idOf } from '../db/base-model.ts'
import { mustSetUp } from '../policy.ts'
import { Provider } from './model.ts'

export type NewProvider = {
  key: string
  name: string
  type: string
  slaMinutes?: number | null
  data?: Record<string, unknown>
  active?: boolean
}

/** Adds whoever fulfils what the tenant sells, or changes the one with this key. */
export async function putProvider(ctx: Ctx, it: NewProvider): Promise<string> {
  mustSetUp(ctx)
  const row = await Provider.query(ctx.trx)
    .insert({
      id: ctx.newId(),
      tenantId: ctx.tenantId,
      key: it.key,
      name: it.name,
      type: it.type,
      slaMinutes: it.slaMinutes ?? null,
      data: it.data ?? {},
      active: it.active ?? true,
    })
    .onConflict(['tenant_id', 'key'])
    .merge(['name', 'type', 'sla_minutes', 'data', 'active'])
    .returning('id')
  return idOf(row)
}
