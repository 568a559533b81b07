import { DeskModel } from '../db/base-model.ts'
import type { Language } from '../tenants/schema.ts'

export class Organisation extends DeskModel {
  static override tableName = 'organisations'
  static override get jsonAttributes() {
    return ['names']
  }
  declare key: string
  declare name: string
  declare names: Partial<Record<Language, string>>
  declare active: boolean
}
