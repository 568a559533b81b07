import { describe, expect, test } from 'vitest'
import { mask } from './masking.ts'

describe('what says who somebody is does not leave the house', () => {
  test.each([
    ['a Thai mobile number', 'โทร 081-234-5678 นะคะ', ['081-234-5678', '5678']],
    ['in Thai digits', 'เบอร์ ๐๘๑๒๓๔๕๖๗๘ ค่ะ', ['๐๘๑๒๓๔๕๖๗๘']],
    ['with a country code', 'call +66 81 234 5678 or +81-90-1234-5678', ['81 234 5678', '1234-5678']],
    ['digit by digit', 'my number: 0 8 1 2 3 4 5 6 7 8', ['1 2 3 4 5 6']],
    ['in full-width digits', '電話は０９０ー１２３４ー５６７８', ['１２３４', '５６７８']],
    ['in Arabic digits', 'رقمي ٠٨١٢٣٤٥٦٧٨', ['٠٨١٢٣٤٥٦٧٨']],
    ['broken by letters nobody sees', '08\u200b12\u200b345\u200b678', ['345', '0812']],
    ['in brackets, after a date', '20/11/2026 10:30 (081) 234-5678', ['234-5678', '(081)']],
    ['a landline', '02-123-4567 ต่อ 12', ['123-4567']],
    [
      'e-mail addresses',
      'mail Somchai.J+1@example.co.th or สมชาย@ตัวอย่าง.ไทย',
      ['Somchai.J', 'example.co.th', 'ตัวอย่าง'],
    ],
    ['an address in words', 'somchai at gmail dot com / nok(at)hotmail.com', ['somchai at', 'nok(at)']],
    [
      'links with what they open',
      'see https://pay.example/t/eyJhbGciOi.abc?token=s3cr3t',
      ['eyJ', 's3cr3t', 'pay.example'],
    ],
    ['links without a scheme', 'www.shop.example/o/77 กับ bit.ly/3xYz และ line.me/ti/p/AbC', ['/o/77', '3xYz', 'AbC']],
    ['order numbers', 'order ORD-20261118-003 and #1274850', ['20261118', '1274850']],
    ['references', 'ATP-5033, ml-c-5521 และ CS 1093', ['5033', '5521', '1093']],
    ['bank accounts', 'บัญชี 123-4-56789-0 กสิกร', ['123-4-56789-0', '56789']],
    ['cards and identity papers', 'card 4111 1111 1111 1111, id 1-1037-02458-12-3', ['4111 1111', '02458']],
    ['passports and codes', 'passport AA1234567, PNR X7K2-9QF1, key sk_live_51Hx9', ['AA1234567', 'X7K2', '51Hx9']],
    ['names that announce themselves', 'My name is Somchai Jaidee. ชื่อคุณมาลีรัตน์ค่ะ', ['Somchai', 'Jaidee', 'มาลีรัตน์']],
    ['usernames', 'ยูส tukta_shop เติมไม่เข้า, line id: nok.99, @malee_bkk', ['tukta_shop', 'nok.99', 'malee_bkk']],
    ['a name beside a number', 'ชื่อ คุณสมศรี0812345678', ['สมศรี', '0812345678']],
  ])('%s', (_, said, secrets) => {
    const { text, unmask } = mask(said)
    for (const secret of secrets) expect(text).not.toContain(secret)
    expect(unmask(text)).toBe(said.replaceAll('\u200b', ''))
  })

  test('the names the desk knows, whole or in part, in any case', () => {
    const { text } = mask('พี่ตุ๊กตาช็อปฝากถามค่ะ thanks, tukta (Malee)', { names: ['ตุ๊กตาช็อป', 'Tukta Malee'] })
    expect(text).toBe('พี่[NAME_1]ฝากถามค่ะ thanks, [NAME_2] ([NAME_3])')
    expect(mask('I am in Maleeland', { names: ['Malee'] }).text).toBe('I am in Maleeland')
    expect(mask('a.b+c? (x', { names: ['a.b+c? (x', '', '  ', 'ab'] }).text).toBe('[NAME_1]')
  })

  test.each([
    'โต๊ะ 4 คน พรุ่งนี้ 19:30 งบ 15,000 บาทค่ะ',
    'We are 4 people, Chiang Mai 12-15 December 2026, 3 nights, 25000 THB',
    '2026-11-20 ถึง 2026-11-22',
    '20/11/2569 10:30-12:00',
    '来週の土曜19時に3名、予算1万5000円',
    'จ่ายไป 1,500,000 บาท ยังไม่ได้ของ',
    '12dec2026, 500THB, SQ711, COVID19, (19:00-21:00)',
  ])('what a message is about stays: %s', (said) => expect(mask(said).text).toBe(said))

  test('the same thing twice has one placeholder, and none that the message itself holds', () => {
    const { text, unmask } = mask('[PHONE_1] 0812345678 and 0812345678, not 0898765432')
    expect(text).toBe('[PHONE_1] [PHONE_2] and [PHONE_2], not [PHONE_3]')
    expect(unmask('call [PHONE_3] or [PHONE_9]')).toBe('call 0898765432 or [PHONE_9]')
  })

  test('the same words are masked alike, so that identical turns can be known', () =>
    expect(mask('โทร 0812345678').text).toBe(mask('โทร 0898765432').text))

  test.each([
    ['5,000 digits', '7'.repeat(5_000)],
    ['5,000 dots and digits', '1.'.repeat(2_500)],
    ['5,000 letters', 'ก'.repeat(5_000)],
    ['5,000 at signs', '@'.repeat(5_000)],
    ['5,000 letters of an address', `${'a'.repeat(4_990)}@x`],
    ['5,000 dots', 'a.'.repeat(2_500)],
    ['half of an emoji', 'x\ud83d'],
    ['nothing', ''],
  ])('%s: an answer within bounds', (_, said) => {
    const { text, unmask } = mask(said, { names: ['a'.repeat(200)] })
    expect(unmask(text)).toBe(said)
  })

  test('however a number, an address or a code is written, and whatever stands around it', () => {
    const random = seeded(11)
    const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T
    const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
    const letters = (count: number) => Array.from({ length: count }, () => pick([...'abcdefghkmnprstuvwxyz'])).join('')
    const inThai = (it: string) => it.replace(/\d/g, (one) => String.fromCharCode(0x0e50 + Number(one)))
    const wide = (it: string) => it.replace(/\d/g, (one) => String.fromCharCode(0xff10 + Number(one)))
    const makers: (() => string)[] = [
      () => `0${pick(['6', '8', '9'])}${digits(8)}`,
      () => `0${pick(['6', '8', '9'])}${digits(1)}-${digits(3)}-${digits(4)}`,
      () => `0${digits(2)} ${digits(3)} ${digits(4)}`,
      () => `(0${digits(2)}) ${digits(3)}-${digits(4)}`,
      () => `+${pick(['66', '81', '1', '852', '44'])} ${digits(2)} ${digits(3)} ${digits(4)}`,
      () => `+66${digits(9)}`,
      () => `0${digits(1)}.${digits(4)}.${digits(4)}`,
      () => `${digits(3)}-${digits(1)}-${digits(5)}-${digits(1)}`,
      () => `${digits(4)} ${digits(4)} ${digits(4)} ${digits(4)}`,
      () => `${digits(1)}-${digits(4)}-${digits(5)}-${digits(2)}-${digits(1)}`,
      () => digits(13),
      () => `${letters(6)}.${letters(4)}@${letters(7)}.${pick(['com', 'co.th', 'example', 'jp'])}`,
      () => `${letters(5)}+${digits(2)}@${letters(5)}.net`,
      () => `https://${letters(6)}.example/${letters(5)}/${digits(5)}?t=${letters(8)}`,
      () => `${letters(8)}.com/${letters(6)}${digits(3)}`,
      () => `${pick(['ATP', 'CS', 'PB', 'ORD', 'C2'])}-${digits(6)}`,
      () => `${letters(2).toUpperCase()}${digits(7)}`,
      () => `${letters(3)}${digits(3)}${letters(3)}${digits(2)}`,
    ]
    const around = [
      'โทร %s นะคะ',
      'ค่ะ%sค่ะ',
      'call me at %s please',
      '電話は%sです',
      '(%s)',
      'x %s, 20/11/2026 10:30',
      '4 คน %s 15:00',
      '%s',
    ]
    for (let round = 0; round < 3_000; round += 1) {
      const made = pick(makers)()
      const secret = pick([(it: string) => it, (it: string) => it, inThai, wide])(made)
      const said = pick(around).replace('%s', () => secret)
      const { text, unmask } = mask(said)
      const left = text.replaceAll(/\[[A-Z]+_\d+\]/g, '')
      expect(left, said).not.toContain(secret)
      // and no half of it
      expect(left, said).not.toContain(secret.slice(0, Math.ceil(secret.length * 0.6)))
      expect(left, said).not.toContain(secret.slice(-Math.ceil(secret.length * 0.6)))
      expect(unmask(text)).toBe(said)
    }
  })
})

/** The same every time. */
function seeded(state: number): () => number {
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}
