import { describe, expect, it } from 'vitest'
import { chineseDates } from './dates-chinese.ts'
import { englishDates } from './dates-english.ts'
import { japaneseDates } from './dates-japanese.ts'
import { thaiDates } from './dates-thai.ts'
import { kindsIn, mayMatch, triedOn } from './letters-needed.ts'

const isTried = (pattern: RegExp, text: string): boolean => mayMatch(pattern, kindsIn(text))

describe('what a pattern cannot do without', () => {
  it.each([
    [/tomorrow|พรุ่งนี้|明日/, 'see you tomorrow'],
    [/tomorrow|พรุ่งนี้|明日/, 'เจอกันพรุ่งนี้'],
    [/tomorrow|พรุ่งนี้|明日/, 'また明日'],
    [/(?:วันที่\s*)?(\d{1,2})(?:st|nd)?/, '12'],
    [/(?:a|\d)+?x{0,3}/, '7'],
    [/(?<=ก)\d/, 'ก1'],
    [/(?<!ก)(?!a)\d/, '1'],
    [/(?=x)?\d/, '1'],
    [/[a-z\d]/, '1'],
    [/[^ก]/, '!'],
    [/[ก-ฮ]/, 'ข'],
    [/[一-龥]{1,4}/, '々山'],
    [/[(（]?\)/, ')'],
    [/[\]a]/, ']'],
    [/\(a\)|\[/, '['],
    [/a|/, ''],
    [/(?:a|b?)/, '!'],
    [/k/i, 'K'],
    // the sign of kelvin
    [/k/iu, '\u212a'],
    [/\u0e01|\x61/, 'a'],
    [/\p{L}/u, 'é'],
    [/(?<year>\d{4})年|(x)\2/, 'xx'],
    [/x{0}1/, '1'],
    [/カフェ|ー/, 'ー'],
  ])('%s is tried on %j, in which it is found', (pattern, text) => {
    expect(pattern.test(text)).toBe(true)
    expect(isTried(pattern, text)).toBe(true)
  })

  it.each([
    [/tomorrow|明日/, 'เจอกันพรุ่งนี้ 12'],
    [/(\d{1,2})\s*(?:มกรา|กุมภา)/, 'มกรา'],
    [/(?:วัน)?(?:จันทร์|อังคาร)/, 'Monday 12'],
    [/\d+日|[月火水]曜/, '12 days'],
    [/(?:a|\d)+x/, '12'],
  ])('%s is not tried on %j', (pattern, text) => {
    expect(pattern.test(text)).toBe(false)
    expect(isTried(pattern, text)).toBe(false)
  })

  const at = { now: new Date('2026-11-20T03:00:00Z'), zone: 'Asia/Bangkok' }
  const dates = [thaiDates, englishDates, chineseDates, japaneseDates].flatMap((rules) => rules(at, 'future'))
  it.each([
    '12 ธ.ค.',
    'เสาร์หน้า',
    'อีกสองวัน',
    'ไตรมาส 1',
    'q1',
    '3/12',
    '2026-12-31',
    '30.11',
    'the 25th',
    'first of december',
    'wan jan',
    '12月3日',
    '十二月十四出发',
    '下周五',
    '圣诞节',
    '来週の土曜日',
    'クリスマス',
    'gw',
    '年末年始',
    'วันที่ 12-15 เดือนหน้า',
    'Fri 12 till Mon 15, หรือ 明日',
  ])('every rule of dates that finds something in %j is tried on it', (text) => {
    const finding = dates.flatMap(({ pattern }, place) => (text.search(pattern) >= 0 ? [place] : []))
    expect(finding.length).toBeGreaterThan(0)
    expect(triedOn(text, dates)).toEqual(expect.arrayContaining(finding))
  })

  it('of a hundred and more rules a message in one script needs a part', () => {
    expect(triedOn('see you there', dates).length).toBeLessThan(dates.length / 2)
    expect(triedOn('สวัสดีค่ะ', dates).length).toBeLessThan(dates.length / 4)
    expect(triedOn('こんにちは', dates).length).toBeLessThan(dates.length / 2)
    expect(triedOn('?!', dates)).toEqual([])
  })
})
