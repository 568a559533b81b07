import { expect, test } from 'vitest'
import { asksWhatChildrenPay, tellsWhatChildrenPay } from './what-children-pay.ts'

test.each([
  'do the kids get a discount?',
  'do children pay less?',
  'is there a discount for kids',
  'are under-5s free? my toddler goes free right',
  'เด็กลดราคาไหมคะ',
  'มีส่วนลดสำหรับเด็กไหม',
  '子供は割引がありますか',
  '小孩有优惠吗',
])('%s: what children pay is asked', (said) => expect(asksWhatChildrenPay(said)).toBe(true))

test.each(['any discount?', 'ลดได้ไหมคะ', 'we bring two kids', 'เด็ก 2 คนค่ะ', '割引はありますか'])(
  '%s: it is not',
  (said) => expect(asksWhatChildrenPay(said)).toBe(false),
)

test('an article that names no price of theirs tells nothing of it', () => {
  expect(tellsWhatChildrenPay('Children 3–11 are 75% sharing with adults')).toBe(true)
  expect(tellsWhatChildrenPay('Book early for 10% off')).toBe(false)
  expect(tellsWhatChildrenPay('Children are welcome')).toBe(false)
})
