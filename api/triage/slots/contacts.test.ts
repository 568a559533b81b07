import { describe, expect, test } from 'vitest'
import { readEmails, readPhoneAnswer, readPhones } from './contacts.ts'

describe('phones', () => {
  test.each([
    ['โทร 089-000-4417 ค่ะ', '0890004417'],
    ['+66 65 000 2210', '+66650002210'],
    ['02-000-4471', '020004471'],
  ])('%s is %s', (text, value) => expect(readPhones(text)[0]?.value).toBe(value))

  test.each(['1290722', 'PB-26110042'])('%s tells nothing', (text) => expect(readPhones(text)).toEqual([]))

  test.each([
    ['0812345678', '0812345678'],
    ['081 234 5678', '0812345678'],
  ])('answered alone, %s is %s', (text, value) => expect(readPhoneAnswer(text)?.value).toBe(value))
})

test('an e-mail is lower case', () =>
  expect(readEmails('Mail Nook@Resell.example.').map((it) => it.value)).toEqual(['nook@resell.example']))
