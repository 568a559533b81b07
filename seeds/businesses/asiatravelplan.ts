import type { Business, Departure } from '../business.ts'
import type { Calendar } from '../calendar.ts'
import type { Catalogue, ItemRow } from '../catalogue.ts'
import { departure, tripsBusiness } from './trips.ts'

/** How full the fixed departures are. The first one of Slow Mekong has two seats left: two customers can want them. */
const seatsTaken: Record<string, number[]> = {
  'ATP-LA-01': [16, 9, 5, 2],
  'ATP-TH-02': [4, 2],
  'ATP-VN-02': [3],
  'ATP-JP-01': [6, 0],
  'ATP-JP-02': [7, 10, 3],
  'ATP-LK-01': [4, 5, 1],
  'ATP-KR-01': [6, 2],
  'ATP-TW-01': [9, 4, 0],
  'ATP-MY-01': [5, 2, 0],
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
/** Weekly departures are on sale this far ahead. */
const WEEKS = 12

export const asiatravelplan = (catalogue: Catalogue, calendar: Calendar): Business =>
  tripsBusiness(catalogue, calendar, {
    references: { case: 'CS-{n}', booking: 'ATP-{n}' },
    source: 'whatsapp',
    currency: 'USD',
    departuresOf: (item) => [...onDates(item, calendar), ...onWeekdays(item, calendar)],
  })

const onDates = (item: ItemRow, calendar: Calendar): Departure[] =>
  (item.departures ?? [])
    .filter((it) => /^\d{4}-/.test(it))
    .map((day, index) =>
      departure(calendar, item, {
        day,
        capacity: item.max_people ?? 0,
        booked: seatsTaken[item.code ?? '']?.[index] ?? 0,
      }),
    )

function onWeekdays(item: ItemRow, calendar: Calendar): Departure[] {
  const days = (item.departures ?? []).map((it) => WEEKDAYS.indexOf(it)).filter((it) => it >= 0)
  // the catalogue's own Monday; the calendar moves it
  const monday = Date.parse('2026-11-16T00:00Z')
  return Array.from({ length: WEEKS }, (_, week) => week).flatMap((week) =>
    days.map((weekday) =>
      departure(calendar, item, {
        day: new Date(monday + (week * 7 + weekday) * 86_400_000).toISOString().slice(0, 10),
        capacity: item.max_people ?? 0,
        booked: (week * 3 + weekday) % 6,
      }),
    ),
  )
}
