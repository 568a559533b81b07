import type { Knex } from 'knex'
import { database } from './connection.ts'
import { boundTo } from './tenant-transaction-client.ts'

export type Trx = Knex.Transaction
export type Rows = Record<string, unknown>[]

let shiftMs = 0

/** The desk's time in ms as this process last heard it from the database: good enough to judge the age of a token. */
export const deskNowMs = (): number => Date.now() + shiftMs

const heardNow = (now: Date): Date => {
  shiftMs = now.getTime() - Date.now()
  return now
}

/**
 * The only way to the domain: a transaction that sees one tenant. `first` is SQL without parameters (checked uuids and numbers only)
 * that rides in the opening message; its answers come as `opened`.
 */
export async function inTenantTransaction<T>(
  tenantId: string,
  work: (trx: Trx, now: Date, opened: Rows[]) => Promise<T>,
  first?: string,
): Promise<T> {
  // knex.transaction() would put its own userParams in place of ours
  const config = { userParams: { tenantId, ...(first && { first }) }, doNotRejectOnRollback: true }
  const client = database().knex.client as {
    transaction: (work: (trx: Trx) => Promise<T>, config: object) => Promise<T>
  }
  return client.transaction(async (trx) => {
    const opened = (trx.userParams as { opened: { rows: Rows }[] }).opened
    const [clock, ...rest] = opened.map((answer) => answer.rows)
    return work(trx, heardNow(clock?.[0]?.['now'] as Date), rest)
  }, config)
}

/**
 * Reads of one tenant in one message, without parameters (checked uuids and numbers only). Several statements in one message are one
 * implicit transaction: the binding ends with it, also when a statement fails.
 */
export async function readAsTenant(tenantId: string, sql: string): Promise<{ now: Date; answers: Rows[] }> {
  const answer = (await database().knex.raw(boundTo(tenantId, sql))) as unknown as { rows: Rows }[]
  const [clock, ...rest] = answer.slice(1).map((part) => part.rows)
  return { now: heardNow(clock?.[0]?.['now'] as Date), answers: rest }
}
