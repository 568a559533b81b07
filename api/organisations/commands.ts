import type { Ctx } from '../context.ts'
import { idOf } from '../db/base-model.ts'
import type { Language } from '../tenants/schema.ts'
import { Organisation } from './model.ts'

export type NewOrganisation = {
  key: string
  name: string
  names?: Partial<Record<Language, string>>
  active?: boolean
}

/** Adds a client company whose members are contacts, or changes the one with this key. */
export async function putOrganisation(ctx: Ctx, it: NewOrganisation): Promise<string> {
  const row = await Organisation.query(ctx.trx)
    .insert({
      id: ctx.newId(),
      tenantId: ctx.tenantId,
      key: it.key,
      name: it.name,
      names: it.names ?? {},
      active: it.active ?? true,
    })
    .onConflict(['tenant_id', 'key'])
    .merge(['name', 'names', 'active'])
    .returning('id')
  return idOf(row)
}
