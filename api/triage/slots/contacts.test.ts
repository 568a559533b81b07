import { describe, expect, test } from 'vitest'
import { readEmailAnswer, readEmails, readPhoneAnswer, readPhones } from './contacts.ts'

describe('phones', () => {
  test.each([
    ['โทร 089-000-4417 ค่ะ', '0890004417'],
    ['เบอร์061-000-3358', '0610003358'],
    ['๐๘๙-๐๐๐-๔๔๑๗', '0890004417'],
    ['089 000 4417', '0890004417'],
    ['089.000.4417', '0890004417'],
    ['(089) 000-4417', '0890004417'],
    ['0890004417', '0890004417'],
    ['+66 65 000 2210', '+66650002210'],
    ['+66 (0)89 000 4417', '+660890004417'],
    ['+60 11 0000 4421', '+601100004421'],
    ['+94 00 000 4599', '+94000004599'],
    ['+81 90-0000-1234', '+819000001234'],
    ['090-0000-1234', '09000001234'],
    ['03-0000-1234', '0300001234'],
    ['０９０－００００－１２３４', '09000001234'],
    ['02-000-4471', '020004471'],
    ['手机 138 0000 1234', '13800001234'],
    ['โทร 66890004417', '66890004417'],
    ['電話は093-000-5514です', '0930005514'],
  ])('%s is %s', (text, value) => expect(readPhones(text).map((it) => it.value)).toEqual([value]))

  test.each([
    '1290722',
    'PB-26110042',
    '10,000,000 views',
    '2026-12-04',
    '12/12/2569',
    'โทร 1669',
    '13:00-15:30',
    '0.00000000',
    'ORD-20261112-028',
  ])('%s tells nothing', (text) => expect(readPhones(text)).toEqual([]))

  test.each([
    ['0812345678', '0812345678'],
    ['081 234 5678', '0812345678'],
    ['13800001234', '13800001234'],
  ])('answered alone, %s is %s', (text, value) => expect(readPhoneAnswer(text)?.value).toBe(value))
})

describe('e-mail addresses', () => {
  test.each([
    ['Mail Nook@Resell.example.', 'nook@resell.example'],
    ['ส่งที่events@paloma.exampleนะคะ', 'events@paloma.example'],
    ['a.b+c@sub.domain.example', 'a.b+c@sub.domain.example'],
  ])('%s is %s', (text, value) => expect(readEmails(text).map((it) => it.value)).toEqual([value]))
  test.each(['@meelike เติม', 'at example', 'a@b'])('%s is none', (text) => expect(readEmails(text)).toEqual([]))
  test('answered with spaces', () =>
    expect(readEmailAnswer('cole.w @ inbox.example')?.value).toBe('cole.w@inbox.example'))
})
