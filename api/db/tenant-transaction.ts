import type { Knex } from 'knex'
import { database } from './connection.ts'
import { type Ask, boundTo, type PgConnection } from './tenant-transaction-client.ts'

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
 * The only way to the domain: a transaction that sees one tenant. It opens in one message and ends in one (knex's own take three and two): round trips
 * are the budget of a turn. `first` rides in the opening message; its answers come as `opened`.
 */
export async function inTenantTransaction<T>(
  tenantId: string,
  work: (trx: Trx, now: Date, opened: Rows[]) => Promise<T>,
  first?: Ask,
): Promise<T> {
  const { knex } = database()
  const client = knex.client as DeskClient
  const connection = await client.acquireConnection()
  const { trx, end } = transactionOn(knex, connection)
  try {
    const { response } = await client.query(connection, `begin; ${await boundTo(client, connection, tenantId, first)}`)
    const [clock, ...opened] = response.filter((it) => it.command === 'SELECT').map((it) => it.rows)
    const value = await work(trx, heardNow(clock?.[0]?.['now'] as Date), opened)
    end()
    await commit(client, connection, endings.get(trx))
    return value
  } catch (trouble) {
    end()
    await rollBack(client, connection)
    throw trouble
  } finally {
    client.releaseConnection(connection)
  }
}

type Statement = { sql: string; bindings: unknown[]; options: { name: string } }
const endings = new WeakMap<Trx, Statement>()

/** The last statement of a transaction: it leaves together with the commit, and its failure is the transaction's. */
export function endWith(trx: Trx, it: { name: string; sql: string; bindings: unknown[] }): void {
  endings.set(trx, { sql: it.sql, bindings: it.bindings, options: { name: it.name } })
}

/**
 * A transaction as knex and objection know it, which knows no connection but its own, and asks nothing more once it has ended. knex makes a whole knex for
 * each of its transactions, some two hundred functions: a third of all that the desk had to forget. This one has them from the desk's own.
 */
function transactionOn(knex: Knex, connection: PgConnection): { trx: Trx; end: () => void } {
  let isOver = false
  const whole = knex as Knex & { context: object }
  const client = Object.assign(Object.create(knex.client as object) as DeskClient, {
    transacting: true,
    acquireConnection: () => Promise.resolve(connection),
    releaseConnection: () => Promise.resolve(),
    query(on: PgConnection, asked: string | Statement) {
      if (isOver) return Promise.reject(new Error('The transaction has ended: nothing more can be asked in it'))
      return (knex.client as DeskClient).query(on, asked)
    },
  })
  const trx = ((table: string) => trx.queryBuilder().table(table)) as Trx
  Object.setPrototypeOf(trx, whole)
  const context = Object.assign(Object.create(whole.context) as object, { client })
  return {
    trx: Object.assign(trx, { context, isTransaction: true }),
    end: () => {
      isOver = true
    },
  }
}

/** The last statement and the commit leave in one packet. One that fails turns the commit behind it into a rollback, and is told. */
async function commit(client: DeskClient, connection: PgConnection, last: Statement | undefined): Promise<void> {
  const { stream } = connection.connection
  stream.cork()
  const asked = [...(last ? [client.query(connection, last)] : []), client.query(connection, 'commit')]
  stream.uncork()
  const answers = await Promise.allSettled(asked)
  for (const it of answers) if (it.status === 'rejected') throw it.reason
  const committed = answers.at(-1)
  const said = committed?.status === 'fulfilled' ? (committed.value.response as unknown as Answer).command : undefined
  if (said !== 'COMMIT')
    throw new Error('Nothing was committed: a statement had failed, and whoever asked it kept that to themselves')
}

const ROLLBACK_MS = 5_000

/** After a commit that failed there is nothing left to take back, and Postgres only warns. A connection that does not even roll back is of no more use. */
async function rollBack(client: DeskClient, connection: PgConnection): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise((_, failed) => {
    timer = setTimeout(() => failed(new Error('A rollback was not answered')), ROLLBACK_MS)
  })
  try {
    await Promise.race([client.query(connection, 'rollback'), late])
  } catch (trouble) {
    // what went wrong before is what the caller must hear of
    connection.__knex__disposed = trouble
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Reads of one tenant in one message, without parameters (checked uuids and numbers only). Several statements in one message are one
 * implicit transaction: the binding ends with it, also when a statement fails.
 */
export async function readAsTenant(tenantId: string, ask: Ask): Promise<{ now: Date; answers: Rows[] }> {
  const client = database().knex.client as DeskClient
  const connection = await client.acquireConnection()
  try {
    const { response } = await client.query(connection, await boundTo(client, connection, tenantId, ask))
    const [clock, ...rest] = response.filter((part) => part.command === 'SELECT').map((part) => part.rows)
    return { now: heardNow(clock?.[0]?.['now'] as Date), answers: rest }
  } finally {
    client.releaseConnection(connection)
  }
}

type Answer = { command: string; rows: Rows }
type DeskClient = {
  acquireConnection: () => Promise<PgConnection>
  releaseConnection: (connection: PgConnection) => void
  /** of several statements in one message: an answer for each */
  query: (connection: PgConnection, asked: string | Statement) => Promise<{ response: Answer[] }>
}
