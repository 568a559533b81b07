import { describe, expect, it } from 'vitest'
import { copyIn } from '../../copy/copy.ts'
import { bareAnswer, isBareNumber, looksLikeName, readDayOfMonth } from './bare-answers.ts'
import { mayBePlace } from '../questions.ts'

const at = { now: new Date('2026-11-20T10:00:00+07:00'), zone: 'Asia/Bangkok', copy: copyIn('th'), mayBeRange: true }

describe('a bare value', () => {
  it.each([
    ['4', ['time', 'party_size'], { name: 'party_size', value: 4 }],
    ['2 ค่ะ', ['party_size', 'date'], { name: 'party_size', value: 2 }],
    ['๔ ค่ะ', ['party_size'], { name: 'party_size', value: 4 }],
    ['9', ['destination', 'duration_nights', 'party_size'], { name: 'duration_nights', value: 9 }],
    ['1000', ['item', 'amount', 'budget'], { name: 'amount', value: 1000 }],
    ['4', ['budget'], undefined],
    ['4', ['date', 'name'], undefined],
    ['Fern Aldous', ['date', 'name'], { name: 'name', value: 'Fern Aldous' }],
    ['สมพร', ['name'], { name: 'name', value: 'สมพร' }],
    ['森下です', ['name'], { name: 'name', value: '森下' }],
    ['Fern Aldous', ['date'], undefined],
    ['Fern Aldous', ['venue', 'name'], undefined],
    ['yes please', ['name'], undefined],
    ['ส่งเลย', ['name', 'party_size'], undefined],
  ])('%s, while %s is open', (said, open, answered) => expect(bareAnswer(said, open, at)).toEqual(answered))
})

it.each(['2 ค่ะ', '4', '3 です', '๑๐'])('%s is a number alone', (said) => expect(isBareNumber(said)).toBe(true))
it.each(['2 คน', '14th', '2 ธ.ค.', '19:30', 'ok 2'])('%s is not', (said) => expect(isBareNumber(said)).toBe(false))
it.each(['Lena Park', 'my name is Rose Adair', 'คุณประไพ', 'ประไพ', 'Deborah Finn', '田中と申します'])(
  '%s may be a name',
  (said) => expect(looksLikeName(said)).toBe(true),
)
it.each(['the terrace', 'Confirm', 'จองเลย', 'แพ้ไข่', 'กี่โมง', 'What?', 'none', 'ทะเลสวยมาก อยากไปอีก ครั้งหน้า'])(
  '%s is none',
  (said) => expect(looksLikeName(said)).toBe(false),
)
it.each(['Sukhothai', 'เชียงคาน', 'Hotel Muse, Langsuan'])('%s may be a place', (said) =>
  expect(mayBePlace(said)).toBe(true),
)
it.each([
  '9',
  'yes',
  'cole.w@inbox.example',
  'ไม่รู้',
  'where is it?',
  'ค่ะ ถูกต้อง',
  'เอ๊ะ อาทิตย์ดีกว่า ลูกมีสอบ',
  'with caddies pls and a buggy',
  'เปลี่ยนเป็นบ่ายสาม',
  'make it the second one',
  'any day is fine',
  'anytime after lunch',
  'วันไหนก็ได้ค่ะ',
  'いつでも大丈夫です',
  'AF 198. They are 2 but with 3 bags of golf',
  '杉浦茂、七十六。家内は和子。膝は私の方が悪い',
  'では其れで結構',
])('%s is none', (said) => expect(mayBePlace(said)).toBe(false))

describe('a day of those that were put before them', () => {
  it.each([
    ['ขอรอบ 12 ค่ะ', 12],
    ['วันที่ 5 ครับ', 5],
    ['the 12th please', 12],
    ['12', 12],
    ['let’s do the 5th', 5],
    ['12日の回でお願いします', 12],
    ['เอาวันที่ ๑๒ ก็ได้ค่ะ', 12],
    ['15th works', 15],
    ['the 9th would be fine', 9],
    ['13日で', 13],
    ['13日でお願いいたします', 13],
    ['13日がいいです', 13],
    ['１３日にします', 13],
  ])('%s is the %i', (said, day) => expect(readDayOfMonth(said)).toBe(day))

  it.each(['12 people', '12 โมง', '45', 'รอบ 12 สองคน', 'Sat', '10:00'])('%s is none', (said) =>
    expect(readDayOfMonth(said)).toBeUndefined(),
  )
})
