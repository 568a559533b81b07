import { type AsOwner, asOwner } from './db/owner.ts'
import { decrypt, encrypt, keyIdOf, masterKeys } from './secrets.ts'
import { allTenants } from './tenants/queries.ts'

export type Rotated = { tenant: string; changed: number; already: number; unreadable: string[] }

/**
 * Encrypts every credential anew under the key in use. Each value is a change of its own: cut short anywhere, it goes on where it was when
 * it is started again. A value that somebody replaces meanwhile is under the new key already and stays theirs.
 */
export async function rotateSecrets(ownerUrl: string, told: (tenant: Rotated) => void): Promise<void> {
  await overAllTenants(ownerUrl, async (ask, tenant, columns) => {
    const rotated: Rotated = { tenant, changed: 0, already: 0, unreadable: [] }
    for (const at of columns)
      for (const row of await sealedIn(ask, at)) {
        const outcome = await rotateOne(ask, at, row)
        if (outcome === 'unreadable') rotated.unreadable.push(`${at.table} ${row.id}: ${at.column}`)
        else rotated[outcome] += 1
      }
    told(rotated)
  })
}

/** The proof afterwards: what is not under the key in use, named without its value. */
export async function notUnderPresentKey(ownerUrl: string): Promise<string[]> {
  const left: string[] = []
  await overAllTenants(ownerUrl, async (ask, tenant, columns) => {
    for (const at of columns)
      for (const row of await sealedIn(ask, at))
        if (keyIdOf(row.sealed) !== masterKeys()[0].id) left.push(`${tenant}: ${at.table} ${row.id}: ${at.column}`)
  })
  return left
}

type Column = { table: string; column: string }
type Sealed = { id: string; sealed: Buffer }

/** Whatever is called `…_enc` is encrypted: a column that is added later cannot be forgotten here. */
async function overAllTenants(
  ownerUrl: string,
  work: (ask: AsOwner, tenantKey: string, columns: Column[]) => Promise<void>,
): Promise<void> {
  const tenants = await allTenants()
  await asOwner(ownerUrl, async (ask) => {
    const columns = (await ask(
      `select quote_ident(table_name) as "table", quote_ident(column_name) as "column" from information_schema.columns
       where table_schema = 'public' and data_type = 'bytea' and column_name like '%\\_enc' order by 1, 2`,
    )) as Column[]
    for (const tenant of tenants) {
      await ask(`select set_config('app.tenant_id', $1, false)`, [tenant.id])
      await work(ask, tenant.key, columns)
    }
  })
}

// the owner is bound to one tenant too, unless it is a superuser: hence the condition
const sealedIn = async (ask: AsOwner, { table, column }: Column): Promise<Sealed[]> =>
  (await ask(
    `select id, ${column} as sealed from ${table} where tenant_id = app_tenant() and ${column} is not null order by id`,
  )) as Sealed[]

async function rotateOne(ask: AsOwner, at: Column, row: Sealed): Promise<'changed' | 'already' | 'unreadable'> {
  if (keyIdOf(row.sealed) === masterKeys()[0].id) return 'already'
  let plain: string
  try {
    plain = decrypt(row.sealed)
  } catch {
    // under a key we were not given, or damaged: named, so that its channel can be given its credentials again
    return 'unreadable'
  }
  const done = await ask(
    `update ${at.table} set ${at.column} = $1 where id = $2 and tenant_id = app_tenant() and ${at.column} = $3 returning id`,
    [encrypt(plain), row.id, row.sealed],
  )
  return done.length > 0 ? 'changed' : 'already'
}
