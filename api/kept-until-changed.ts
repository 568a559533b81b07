import { type Ctx, perTransaction } from './context.ts'

/** What is kept in memory for each business, and the table whose triggers say that it changed. */
const tables = { knowledge: 'knowledge_changes', setUp: 'set_up_changes' } as const
export type Subject = keyof typeof tables

/** Which state of them the database has; undefined: nothing was ever set down. */
type Changes = Record<Subject, string | undefined>

const openedWith = perTransaction((): Partial<Changes> => ({}))

/** What the opening message of a transaction read of its business's changes need not be asked for again. Only for transactions that change none of it. */
export function opened(ctx: Ctx, changes: Changes): void {
  Object.assign(openedWith(ctx), changes)
}

async function changeNow(ctx: Ctx, subject: Subject): Promise<string | undefined> {
  const { rows } = (await ctx.trx.raw(`select change from ${tables[subject]} where tenant_id = ?`, [ctx.tenantId])) as {
    rows: { change: string }[]
  }
  return rows[0]?.change
}

/**
 * Reads what seldom changes once, and again when the database says that it did: never older than the transaction that asks. All who ask share
 * the answer; rows of it are frozen.
 */
export function keptUntilChanged<T>(subject: Subject, read: (ctx: Ctx) => Promise<T>): (ctx: Ctx) => Promise<T> {
  const kept = new Map<string, { change: string | undefined; answer: T }>()
  return async (ctx) => {
    const before = openedWith(ctx)
    const known = kept.get(ctx.tenantId)
    const change = subject in before ? before[subject] : await changeNow(ctx, subject)
    if (known && known.change === change) return known.answer
    // what this transaction itself has changed and may yet take back is kept under its own, new change
    const now = subject in before ? await changeNow(ctx, subject) : change
    const answer = await read(ctx)
    if (Array.isArray(answer)) freeze(answer)
    kept.set(ctx.tenantId, { change: now, answer })
    return answer
  }
}

/** Rows, and what is in them: who changed one would change it for everybody. */
function freeze(it: unknown): void {
  if (it === null || typeof it !== 'object' || it instanceof Date || Object.isFrozen(it)) return
  Object.freeze(it)
  for (const one of Object.values(it)) freeze(one)
}
