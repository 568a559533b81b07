import { parseArgs } from 'node:util'
import { type Acting, inTenant, system } from '../api/context.ts'
import { allTenants } from '../api/tenants/queries.ts'
import type { Tenant } from '../api/tenants/schema.ts'

export type Flags = Record<string, string | boolean | undefined>

const NEVER_HERE = ['secret', 'token', 'auth-token', 'api-key', 'password']

/** The words and flags after `--`. A secret among them is refused before anything is done with it. */
export function commandLine(names: { texts: string[]; switches: string[] }): { words: string[]; flags: Flags } {
  const named = process.argv.slice(2).find((it) => NEVER_HERE.includes(/^--([\w-]+)/.exec(it)?.[1] ?? ''))
  if (named)
    throw new Error(
      `${named.split('=')[0]} would stay in the shell’s history and in the list of processes. Leave it out and paste it when asked, or use --secret-file, --token-file or --stdin.`,
    )
  const options = Object.fromEntries([
    ...names.texts.map((name) => [name, { type: 'string' as const }] as const),
    ...names.switches.map((name) => [name, { type: 'boolean' as const }] as const),
  ])
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  return { words: positionals, flags: values as Flags }
}

/** For a command without words or flags: whoever gave it some expects something else of it. */
export const takesNothing = (): void => void parseArgs({ options: {} })

export const textOf = (flags: Flags, name: string): string | undefined => {
  const value = flags[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

export function needed(flags: Flags, name: string): string {
  const value = textOf(flags, name)
  if (value === undefined) throw new Error(`--${name} is needed.`)
  return value
}

/** The business that --tenant names; the only one there is needs no naming. */
export async function tenantOf(flags: Flags): Promise<Tenant> {
  const all = await allTenants()
  const key = textOf(flags, 'tenant')
  const found = key ? all.find((it) => it.key === key) : all.length === 1 ? all[0] : undefined
  if (found) return found
  const keys = all.map((it) => it.key).join(', ') || 'none yet: npm run tenant makes one'
  throw new Error(key ? `There is no tenant ${key}; there are: ${keys}.` : `--tenant is needed; there are: ${keys}.`)
}

/** Transactions of one business, as the desk itself: whoever has its shell has its power. */
export const actingFor =
  (tenant: Tenant): Acting =>
  (work) =>
    inTenant(tenant.id, system, work)

/** Columns as wide as they need to be. */
export function table(rows: string[][]): string {
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, at) => Math.max(all[at] ?? 0, cell.length)), [])
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
