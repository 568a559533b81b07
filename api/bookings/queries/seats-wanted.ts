import type { Booking } from '../model.ts'

/** How many seats a booking takes: those it has, else as many as people were named. */
export function seatsWanted(it: Booking): number {
  const people = it.slots['party_size']
  return it.seats ?? (typeof people === 'number' && Number.isInteger(people) && people > 0 ? people : 1)
}
