import { Model, snakeCaseMappers } from 'objection'

/** A table of one tenant. Columns are `declare`d: a plain class field would be set to undefined on every new instance. */
export class DeskModel extends Model {
  declare id: string
  declare tenantId: string

  static override get columnNameMappers() {
    return snakeCaseMappers()
  }
}
