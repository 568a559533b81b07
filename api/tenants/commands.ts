import type { Ctx } from '../context.ts'
import { asOwner } from '../db/owner.ts'
import { newId } from '../ids.ts'
import { mustSetUp } from '../policy.ts'
import { forgetTenants } from './queries.ts'
import { type Language, TenantSettings } from './schema.ts'

export type NewTenant = {
  key: string
  name: string
  /** IANA, as in Asia/Bangkok */
  zone: string
  /** ISO 4217 */
  currency: string
  language: Language
  settings?: Partial<TenantSettings>
}

/** Makes a business, or answers the one that has the key already. The desk's own login may not do this: it takes the owner's. */
export async function createTenant(ownerUrl: string, it: NewTenant): Promise<{ id: string; isNew: boolean }> {
  const settings = JSON.stringify(TenantSettings.parse(withHoursTold(it.settings ?? {})))
  const made = await asOwner(ownerUrl, async (ask) => {
    const [added] = await ask(
      `insert into tenants (id, key, name, zone, currency, language, settings) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (key) do nothing returning id`,
      [newId(), it.key, it.name, it.zone, it.currency, it.language, settings],
    )
    if (added) return { id: added['id'] as string, isNew: true }
    const [known] = await ask('select id from tenants where key = $1', [it.key])
    return { id: known?.['id'] as string, isNew: false }
  })
  forgetTenants()
  return made
}

/** Hours that somebody wrote down may be told to customers; those every business begins with may not. */
const withHoursTold = (it: Partial<TenantSettings>): Partial<TenantSettings> =>
  it.hours ? { ...it, hoursTold: true } : it

/** Changes some of the tenant's settings; the others stay. */
export async function updateSettings(ctx: Ctx, changes: Partial<TenantSettings>): Promise<TenantSettings> {
  mustSetUp(ctx)
  const { rows } = (await ctx.trx.raw('select settings from tenants where id = ? for no key update', [
    ctx.tenantId,
  ])) as { rows: { settings: object }[] }
  const settings = TenantSettings.parse({ ...rows[0]?.settings, ...withHoursTold(changes) })
  await ctx.trx.raw('update tenants set settings = ?::jsonb where id = ?', [JSON.stringify(settings), ctx.tenantId])
  ctx.afterCommit(forgetTenants)
  return settings
}

/** References go on after what a business has used elsewhere. `pattern` is the one of the settings with its date already filled in. */
export async function continueReferences(ctx: Ctx, it: { pattern: string; after: number }): Promise<void> {
  await ctx.trx.raw(
    `insert into reference_counters (tenant_id, pattern, last) values (?, ?, ?)
     on conflict (tenant_id, pattern) do update set last = greatest(reference_counters.last, excluded.last)`,
    [ctx.tenantId, it.pattern, it.after],
  )
}
