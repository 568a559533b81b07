import { createHash } from 'node:crypto'
import type { Ask } from './db/tenant-transaction-client.ts'
import { endWith, inTenantTransaction, type Rows, type Trx } from './db/tenant-transaction.ts'
import { newId } from './ids.ts'

export type StaffRole = 'admin' | 'manager' | 'agent' | 'accountant' | 'operations' | 'executive' | 'partner'

export type Actor =
  | { kind: 'system' }
  | { kind: 'contact'; id: string }
  | { kind: 'staff'; id: string; name: string; role: StaffRole }
  /** somebody in a provider's group: the provider itself, whoever taps */
  | { kind: 'partner'; id: string; name: string }
  | { kind: 'api'; id: string; name: string; role: StaffRole }

/** One statement of the flush. It may not depend on the others: all see the state before the flush. */
export type Part = { sql: string; bindings: unknown[] }

/** What a command gets: its transaction, who acts, the desk's time, and what must go with the commit. */
export type Ctx = {
  trx: Trx
  tenantId: string
  actor: Actor
  now: Date
  newId: () => string
  /** Gathered and written together in one statement just before the commit: round trips are the budget. */
  atEnd: (make: () => Part | Part[] | undefined, key?: string) => void
  /** Runs once the commit is certain; the row is already safe, so what it does may fail. */
  afterCommit: (work: () => void) => void
  /** What modules keep for the length of the transaction; reached by `perTransaction` alone. */
  kept: Map<object, unknown>
}

/** Transactions of one tenant as whoever asks: for what speaks to the network between them. */
export type Acting = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>

export const system: Actor = { kind: 'system' }

/**
 * One change of the domain: all of it or none of it. `first` rides in the opening message; its answers are handed on as `opened`.
 */
export async function inTenant<T>(
  tenantId: string,
  actor: Actor,
  work: (ctx: Ctx, opened: Rows[]) => Promise<T>,
  first?: Ask,
): Promise<T> {
  const committed: (() => void)[] = []
  const result = await inTenantTransaction(
    tenantId,
    async (trx, now, opened) => {
      const parts = new Map<string, () => Part | Part[] | undefined>()
      const ctx: Ctx = {
        trx,
        tenantId,
        actor,
        now,
        newId,
        atEnd: (make, key = `part${parts.size}`) => parts.set(key, make),
        afterCommit: (next) => committed.push(next),
        kept: new Map(),
      }
      const value = await work(ctx, opened)
      flush(
        trx,
        [...parts.values()].flatMap((make) => make() ?? []),
      )
      return value
    },
    first,
  )
  for (const next of committed) next()
  return result
}

function flush(trx: Trx, parts: Part[]): void {
  if (parts.length === 0) return
  endWith(trx, { ...shapeOf(parts), bindings: parts.flatMap((part) => part.bindings) })
}

type Shape = { name: string; sql: string }
/** By what was written before them: parts are few and the same, and each knows its own hash. All of them together would have to be read anew each time. */
type Shapes = { shape?: Shape; followedBy: Map<string, Shapes> }
const shapes: Shapes = { followedBy: new Map() }

/** A named statement is planned once for each connection: planning a dozen parts costs as much as running them, and there are few shapes. */
function shapeOf(parts: Part[]): Shape {
  let at = shapes
  for (const { sql } of parts) {
    const next = at.followedBy.get(sql) ?? { followedBy: new Map() }
    at.followedBy.set(sql, next)
    at = next
  }
  at.shape ??= written(parts)
  return at.shape
}

function written(parts: Part[]): Shape {
  let place = 0
  const sql = `with ${parts.map((part, index) => `w${index} as (${part.sql})`).join(', ')} select 1`.replaceAll(
    '?',
    () => `$${++place}`,
  )
  return { name: createHash('sha256').update(sql).digest('base64url').slice(0, 20), sql }
}

/** Something there is one of in each transaction: made when it is first asked for, in whosever name. */
export function perTransaction<T extends object>(make: (ctx: Ctx) => T): (ctx: Ctx) => T {
  const ofThis = (ctx: Ctx): T => {
    const known = ctx.kept.get(ofThis) as T | undefined
    if (known) return known
    const fresh = make(ctx)
    ctx.kept.set(ofThis, fresh)
    return fresh
  }
  return ofThis
}

/** The same transaction in another's name: the desk acts for a customer's turn, a person taps. */
export const as = (ctx: Ctx, actor: Actor): Ctx => ({ ...ctx, actor })
