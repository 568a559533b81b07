import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { mustSetUp } from '../../policy.ts'
import type { Words } from '../../tenants/schema.ts'
import { Case, RootCause } from '../model.ts'

/** Adds a root cause a case may be resolved with, or changes the one with this key; `position` orders the choices. */
export async function putRootCause(ctx: Ctx, it: { key: string; names: Words; position: number }): Promise<void> {
  mustSetUp(ctx)
  await RootCause.query(ctx.trx)
    .insert({ ...it, id: ctx.newId(), tenantId: ctx.tenantId })
    .onConflict(['tenant_id', 'key'])
    .merge(['names', 'position'])
}

/** Takes it from the choices; one that cases were resolved with is part of their story and stays. */
export async function dropRootCause(ctx: Ctx, it: { key: string }): Promise<void> {
  mustSetUp(ctx)
  const used = await Case.query(ctx.trx).where('root_cause', it.key).limit(1)
  if (used.length > 0) throw new Refusal('root_cause_used', {}, 'key')
  const gone = await RootCause.query(ctx.trx).where('key', it.key).delete()
  if (gone === 0) throw new Refusal('not_found')
}
