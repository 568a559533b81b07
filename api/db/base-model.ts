import {
  Model,
  type QueryBuilderType,
  type SingleQueryBuilder,
  snakeCaseMappers,
  type TransactionOrKnex,
} from 'objection'

/** A table of one tenant. Columns are `declare`d: a plain class field would be set to undefined on every new instance. */
export class DeskModel extends Model {
  declare id: string
  declare tenantId: string

  /** The first is asked for alone: without this Objection reads all there are and throws the rest away. */
  static override useLimitInFirst = true

  static override get columnNameMappers() {
    return snakeCaseMappers()
  }

  /** A row that was read stays what it was, changing it answers a new one: a timeline tells from what to what. */
  override $query(trx?: TransactionOrKnex): SingleQueryBuilder<QueryBuilderType<this>> {
    return super.$query.call(this.$clone(), trx) as SingleQueryBuilder<QueryBuilderType<this>>
  }
}

/** Of the one row that `insert(…).returning('id')` answers: Objection's types take it for the number of many. */
export const idOf = (row: unknown): string => (row as { id: string }).id
