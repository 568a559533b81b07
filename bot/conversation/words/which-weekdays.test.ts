import { describe, expect, it } from 'vitest'
import { onWeekdays, weekdayOfOne, weekdaysMeant } from './which-weekdays.ts'

describe('weekdays of any week', () => {
  it.each([
    ['เสาร์อาทิตย์ไหนก็ได้', [5, 6]],
    ['土日でお願いします', [5, 6]],
    ['weekends only', [5, 6]],
    ['来週の平日の夜', [0, 1, 2, 3, 4]],
    ['any weekday', [0, 1, 2, 3, 4]],
    ['fridays are best', [4]],
    ['周末可以吗', [5, 6]],
  ])('%s', (said, days) => expect(weekdaysMeant(said)).toEqual(days))
  it.each(['next week', 'the 5th', 'วันเสาร์ที่ 5', 'sat 5 dec'])('%s means none', (said) =>
    expect(weekdaysMeant(said)).toBeUndefined(),
  )
  it('leaves all where none is one of them', () => {
    const days = ['2026-12-01', '2026-12-05', '2026-12-06']
    expect(onWeekdays([5, 6], days, (it) => it)).toEqual(['2026-12-05', '2026-12-06'])
    expect(onWeekdays([2], days, (it) => it)).toEqual(days)
  })
  it.each([
    ['make it the saturday one instead', 5],
    ['เอารอบวันเสาร์ค่ะ', 5],
    ['土曜日の回でお願いします', 5],
    ['saturday 5 december', undefined],
    ['the one on the 5th', undefined],
  ])('%s: one of those that there are', (said, day) => expect(weekdayOfOne(said)).toBe(day))
})
