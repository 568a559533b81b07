import type { Business } from '../business.ts'
import type { Calendar } from '../calendar.ts'
import type { Catalogue } from '../catalogue.ts'
import { departure, tripsBusiness } from './trips.ts'

type Departing = { item: string; date: string; seats: number; taken: number }

export function chapter2(catalogue: Catalogue, calendar: Calendar): Business {
  const departures = catalogue['departures'] as Departing[]
  return tripsBusiness(catalogue, calendar, {
    references: { case: 'CS-{n}', booking: 'C2-{n}' },
    source: 'line',
    currency: 'THB',
    departuresOf: (item) => {
      const listed = departures.filter((it) => it.item === item.code)
      const unlisted = (item.departures ?? []).filter(
        (day) => /^\d{4}-/.test(day) && !listed.some((it) => it.date === day),
      )
      return [
        ...listed.map((it) => departure(calendar, item, { day: it.date, capacity: it.seats, booked: it.taken })),
        ...unlisted.map((day) => departure(calendar, item, { day, capacity: item.max_people ?? 0, booked: 0 })),
      ]
    },
  })
}
