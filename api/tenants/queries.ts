import { database } from '../db/connection.ts'
import { type Language, type Tenant, TenantSettings } from './schema.ts'

const FRESH_MS = 5_000
const known = new Map<string, { tenant: Promise<Tenant | undefined>; at: number }>()

/** The tenant and its settings; at most five seconds old. */
export async function tenantById(id: string): Promise<Tenant> {
  const tenant = await remembered(`id:${id}`, 'id = $1::uuid', id)
  if (!tenant) throw new Error(`No tenant ${id}`)
  return tenant
}

export const tenantByKey = (key: string): Promise<Tenant | undefined> => remembered(`key:${key}`, 'key = $1', key)

export async function allTenants(): Promise<Tenant[]> {
  const { rows } = await database().machinery.query('select * from tenants order by key')
  return rows.map(tenantOf)
}

/** After a change of settings in this process, and between tests. */
export const forgetTenants = (): void => known.clear()

function remembered(slot: string, where: string, value: string): Promise<Tenant | undefined> {
  const hit = known.get(slot)
  if (hit && performance.now() - hit.at < FRESH_MS) return hit.tenant
  const tenant = database()
    .machinery.query(`select * from tenants where ${where}`, [value])
    .then(({ rows }) => (rows[0] ? tenantOf(rows[0]) : undefined))
  known.set(slot, { tenant, at: performance.now() })
  tenant.catch(() => known.delete(slot))
  return tenant
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
