import { Temporal } from 'temporal-polyfill'

/** Of a day without a time of its own. */
const MORNING = '09:00'

/** When what was booked begins: its dated slot, else the day and time that were asked for. Nothing when only a month or a range is known. */
export function startsAt(
  slotStartsAt: Date | null,
  slots: Record<string, string | number>,
  zone: string,
): Date | undefined {
  if (slotStartsAt) return slotStartsAt
  const day = String(slots['date'] ?? '')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  const said = String(slots['time'] ?? '')
  const time = /^([01]\d|2[0-3]):[0-5]\d$/.test(said) ? said : MORNING
  const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time })
  return new Date(at.epochMilliseconds)
}
