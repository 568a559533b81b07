import type { Knex } from 'knex'

type Answer = { rows: Record<string, unknown>[] }
type PgTransaction = {
  query(connection: unknown, sql: string): Promise<{ response: Answer[] }>
  userParams: Record<string, unknown>
}
type Constructor<T> = new (...given: unknown[]) => T

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Binds what follows in the same message to one tenant, and reads the desk's clock. */
export function boundTo(tenantId: string, sql = ''): string {
  if (!UUID.test(tenantId)) throw new Error('A tenant id is a lower-case uuid')
  return `set local app.tenant_id = '${tenantId}'; select desk_now() as now; ${sql}`
}

/**
 * knex's Postgres client whose transactions open in one message instead of three: round trips are the budget of a turn.
 * The answers of the opening message are left in `trx.userParams.opened`.
 */
export function tenantTransactionClient(require: NodeRequire): typeof Knex.Client {
  const PgClient = require('knex/lib/dialects/postgres/index.js') as Constructor<Record<string, unknown>>
  const PgTransactionClass =
    require('knex/lib/dialects/postgres/execution/pg-transaction.js') as Constructor<PgTransaction>

  class TenantTransaction extends PgTransactionClass {
    async begin(connection: unknown): Promise<void> {
      const { tenantId, first } = this.userParams as { tenantId: string; first?: string }
      const answer = await this.query(connection, `begin; ${boundTo(tenantId, first)}`)
      this.userParams['opened'] = answer.response.slice(2)
    }
  }
  class TenantClient extends PgClient {
    transaction(container: unknown, config: unknown, outer: unknown): TenantTransaction {
      return new TenantTransaction(this, container, config, outer)
    }
  }
  return TenantClient as unknown as typeof Knex.Client
}
