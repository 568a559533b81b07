import type { Ctx } from '../context.ts'
import { database } from '../db/connection.ts'
import { aMemory } from '../memory.ts'
import { type Language, type Tenant, TenantSettings } from './schema.ts'

const known = aMemory<Tenant | undefined>(5_000)

/** The tenant and its settings; at most five seconds old. */
export async function tenantById(id: string): Promise<Tenant> {
  const tenant = await known.shared(id, () => readTenant(id))
  if (!tenant) throw new Error(`No tenant ${id}`)
  return tenant
}

export async function allTenants(): Promise<Tenant[]> {
  const { rows } = await database().machinery.query('select * from tenants order by key')
  return rows.map(tenantOf)
}

/** After a change of settings in this process, and between tests. */
export const forgetTenants = (): void => known.forget()

async function readTenant(id: string): Promise<Tenant | undefined> {
  const { rows } = await database().machinery.query('select * from tenants where id = $1::uuid', [id])
  return rows[0] ? tenantOf(rows[0]) : undefined
}

const tenantOf = (row: Record<string, unknown>): Tenant => ({
  id: row['id'] as string,
  key: row['key'] as string,
  name: row['name'] as string,
  zone: row['zone'] as string,
  currency: row['currency'] as string,
  language: row['language'] as Language,
  settings: TenantSettings.parse(row['settings']),
})

/** As they are kept at this moment: what is remembered may be some seconds old. */
export async function settingsNow(ctx: Ctx): Promise<TenantSettings> {
  const { rows } = (await ctx.trx.raw('select settings from tenants where id = ?', [ctx.tenantId])) as {
    rows: { settings: object }[]
  }
  return TenantSettings.parse(rows[0]?.settings ?? {})
}
