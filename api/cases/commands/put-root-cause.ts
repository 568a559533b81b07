import type { Ctx } from '../../context.ts'
import type { Language } from '../../tenants/schema.ts'
import { RootCause } from '../model.ts'

/** Adds a root cause a case may be resolved with, or changes the one with this key; `position` orders the choices. */
export async function putRootCause(
  ctx: Ctx,
  it: { key: string; names: Record<Language, string>; position: number },
): Promise<void> {
  await RootCause.query(ctx.trx)
    .insert({ ...it, id: ctx.newId(), tenantId: ctx.tenantId })
    .onConflict(['tenant_id', 'key'])
    .merge(['names', 'position'])
}
