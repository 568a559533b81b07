import type { Offer } from '../offers.ts'

const LOCALES = ['en-GB', 'th-TH', 'ja-JP']

/** The newest button or row that names this day, as people write it: 10 Dec, 10 ธ.ค., 12月10日, 2026-12-10. */
export function rowOfDay(offers: Offer[], isoDay: string): Offer | undefined {
  const day = new Date(`${isoDay.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(day.getTime())) return undefined
  const written = LOCALES.map((locale) =>
    day.toLocaleDateString(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' }),
  )
  const names = [...written, isoDay.slice(0, 10)].map(escaped).join('|')
  const named = new RegExp(`(?<!\\d)(?:${names})`, 'i')
  const newest = offers[0]?.post
  return offers.find(
    ({ post, button }) =>
      post === newest && ['row', 'button', 'message'].includes(button.action.type) && named.test(button.label),
  )
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
