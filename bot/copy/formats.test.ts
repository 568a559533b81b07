import { expect, test } from 'vitest'
import { copyIn } from './copy.ts'
import { calendarDay, dayWords, money } from './formats.ts'

const now = new Date('2026-11-22T07:00:00Z')
const far = new Date('2028-01-15T03:00:00Z')

test.each([
  ['th', 'มีนาคม 2570', 'เสาร์ 15 ม.ค. 2571'],
  ['en', 'March 2027', 'Sat, 15 Jan 2028'],
  ['ja', '2027年3月', '2028年1月15日(土)'],
] as const)('a year is the year of who reads it: %s', (language, month, day) => {
  expect(calendarDay('2027-03', language)).toBe(month)
  expect(dayWords(far, now, language, 'Asia/Bangkok')).toBe(day)
})

test('a whole amount has no decimals', () => {
  expect([money(249_000, 'THB', 'ja'), money(24_900, 'JPY', 'ja')]).toEqual(['฿2,490', '￥24,900'])
  expect([money(249_000, 'THB', 'th'), money(249_050, 'THB', 'th')]).toEqual(['฿2,490', '฿2,490.50'])
})

test.each([
  ['en', ['59 min', '2 h 5 min', '47 h 59 min', '2 days', '4 days 6 h']],
  ['th', ['59 นาที', '2 ชม. 5 นาที', '47 ชม. 59 นาที', '2 วัน', '4 วัน 6 ชม.']],
  ['ja', ['59分', '2時間5分', '47時間59分', '2日', '4日6時間']],
] as const)('how long is counted in days where hours say nothing any more: %s', (language, words) => {
  const { duration } = copyIn(language).news
  expect([59, 125, 2_879, 2_880, 6_157].map(duration)).toEqual(words)
})
