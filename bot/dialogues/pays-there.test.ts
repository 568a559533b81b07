import { describe, expect, it } from 'vitest'
import { asksToPayThere, tellsWhenToPay } from './pays-there.ts'

describe('paying there', () => {
  it.each([
    'Can I pay there on the day?',
    'can i pay when we arrive',
    'is it ok to pay at the school?',
    'could I pay in person',
    'จ่ายหน้างานได้ไหมคะ',
    'ชำระวันเรียนได้มั้ยครับ',
    'จ่ายวันเดินทางเลยได้ไหมคะ',
    'ไปจ่ายที่นั่นเลยได้ไหม',
    '当日現地で支払えますか',
    '支払いは当日でもいいですか',
    '现场付可以吗',
  ])('%s', (said) => expect(asksToPayThere(said)).toBe(true))

  it.each([
    'can I pay in instalments?',
    'ผ่อนได้ไหม',
    '分割払いはできますか',
    'can I pay by card?',
    'I paid yesterday and nothing came',
  ])('%s is another question', (said) => expect(asksToPayThere(said)).toBe(false))

  it.each([
    ['0% over 3 months with partner cards. Sushi Pro: 6 months or a 5,000 THB deposit.', false],
    ['ผ่อน 0% 3 เดือนกับบัตรที่ร่วมรายการ', false],
    ['対象カードで3回まで金利0%の分割払いができます。', false],
    ['มัดจำ 30% ส่วนที่เหลือก่อนเดินทาง 30 วัน', true],
    ['30% holds your dates; the balance is due 30 days before departure.', true],
    ['残金は出発30日前までにお支払いください。', true],
  ])('%s', (words, tells) => expect(tellsWhenToPay(words)).toBe(tells))
})
