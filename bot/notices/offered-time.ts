import type { BookingStage } from '../../api/bookings/schema.ts'
import type { Copy } from '../copy/copy.ts'
import { calendarDay, clockTime, dayWords } from '../copy/formats.ts'
import type { Reader } from '../staff/cards.ts'

/** `Tue 24 Nov 07:04`, or a day (and a time) that is sold by no slot. */
export function whenWords(
  it: { startsAt: Date } | { date: string; time: string | null },
  { language, now, tenant }: Pick<Reader, 'language' | 'now' | 'tenant'>,
): string {
  if ('date' in it) return it.time ? `${calendarDay(it.date, language)} ${it.time}` : calendarDay(it.date, language)
  const time = clockTime(it.startsAt, language, tenant.zone)
  const day = dayWords(it.startsAt, now, language, tenant.zone)
  return clockTime(it.startsAt, 'en', tenant.zone) === '00:00' ? day : `${day} ${time}`
}

/** Another time, instead of what was asked for, or of what is confirmed. */
export const offerSentence = (
  { acts }: Copy,
  { stage, ...it }: { reference: string; when: string; stage: BookingStage },
): string => (stage === 'confirmed' ? acts.offerMove(it) : acts.offer(it))
