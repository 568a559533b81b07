import type { Knex } from 'knex'
import { database } from './connection.ts'
import { type Ask, boundTo } from './tenant-transaction-client.ts'

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
 * The only way to the domain: a transaction that sees one tenant. `first` rides in the opening message; its answers come as `opened`.
 */
export async function inTenantTransaction<T>(
  tenantId: string,
  work: (trx: Trx, now: Date, opened: Rows[]) => Promise<T>,
  first?: Ask,
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
export async function readAsTenant(tenantId: string, ask: Ask): Promise<{ now: Date; answers: Rows[] }> {
  const client = database().knex.client as TenantClient
  const connection = await client.acquireConnection()
  try {
    const { response } = await client.query(connection, await boundTo(client, connection, tenantId, ask))
    const [clock, ...rest] = response.filter((part) => part.command === 'SELECT').map((part) => part.rows)
    return { now: heardNow(clock?.[0]?.['now'] as Date), answers: rest }
  } finally {
    client.releaseConnection(connection)
  }
}

/** The last statement of a transaction: it leaves together with the commit, and its failure is the transaction's. */
export function endWith(trx: Trx, it: { name: string; sql: string; bindings: unknown[] }): void {
  trx.userParams['last'] = { sql: it.sql, bindings: it.bindings, options: { name: it.name } }
}

type TenantClient = {
  acquireConnection: () => Promise<object>
  releaseConnection: (connection: object) => void
  query: (connection: object, query: string) => Promise<{ response: { command: string; rows: Rows }[] }>
}
