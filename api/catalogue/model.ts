import { DeskModel } from '../db/base-model.ts'

export class CatalogueItem extends DeskModel {
  static override tableName = 'catalogue_items'
  static override get jsonAttributes() {
    return ['names', 'data']
  }
  declare key: string
  declare code: string | null
  declare type: string
  declare name: string
  declare names: Record<string, string>
  declare aliases: string[]
  declare destinations: string[]
  declare nights: number | null
  declare priceMinor: number | null
  declare currency: string | null
  declare pricePer: string | null
  declare minPeople: number | null
  declare maxPeople: number | null
  declare data: Record<string, unknown>
  declare active: boolean
}

export class Slot extends DeskModel {
  static override tableName = 'slots'
  declare itemId: string
  declare key: string | null
  declare startsAt: Date
  declare endsAt: Date | null
  declare place: string | null
  declare capacity: number
  declare held: number
  declare booked: number
  declare open: boolean
}
