import { describe, expect, it } from 'vitest'
import { readDates, dateValue } from '../../../api/triage/slots/dates.ts'
import { withoutRefusedDays } from './rejected-days.ts'

const at = { now: new Date('2026-11-20T03:00:00Z'), zone: 'Asia/Bangkok' }
const left = (said: string) => readDates(withoutRefusedDays(said, at) ?? said, at).map(dateValue)

describe('days that were refused are not wished for', () => {
  it.each([
    ['1月は仕事なので無理です。', []],
    ['1月は仕事なので無理です。24日は本当にだめですか？', ['2026-11-24']],
    ["january doesn't work for us", []],
    ["can't do the 5th, 12 December instead", ['2026-12-12']],
    ['we are not free on 26 Dec', []],
    ['5 ธันวาไม่ว่าง ขอ 12 ธันวาแทน', ['2026-12-12']],
    ['มกราไม่ได้ค่ะ ติดงาน', []],
    ['12月5日は都合が悪いので12日でお願いします', ['2026-11-12', '2026-12-12']],
    ['1月も3月も無理です', []],
    ['neither the 5th nor the 6th, we are away', []],
    ['1月不行,2月可以', ['2027-02']],
  ])('%s', (said, days) => {
    const got = left(said)
    if (days.length > 1) expect(days).toContain(got[0])
    else expect(got).toEqual(days)
  })

  it.each(['5 Dec please', 'is the 5th not possible?', '24日は本当にだめですか？', 'วันที่ 5 ได้ไหม', 'not sure yet'])(
    '%s refuses none',
    (said) => expect(withoutRefusedDays(said, at)).toBeUndefined(),
  )

  it.each(['1月も3月も無理です', 'sorry, january is no good for us', 'มกราไม่ได้ค่ะ'])('%s says nothing else', (said) =>
    expect(withoutRefusedDays(said, at)).toBe(''),
  )
})
