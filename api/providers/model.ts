import { DeskModel } from '../db/base-model.ts'

export class Provider extends DeskModel {
  static override tableName = 'providers'
  static override get jsonAttributes() {
    return ['data']
  }
  declare key: string
  declare name: string
  declare type: string
  declare slaMinutes: number | null
  declare data: Record<string, unknown>
  declare active: boolean
}
