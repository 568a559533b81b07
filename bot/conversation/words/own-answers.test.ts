import { describe, expect, it } from 'vitest'
import type { Asks } from '../../../api/tenants/schema.ts'
import { countsTold, isMeasure, isNoOwnAnswer } from './own-answers.ts'

const water: Asks = {
  requiredSlots: ['item', 'how_many', 'address', 'phone', 'first_time'],
  optionalSlots: ['boxes'],
  slotWords: {
    how_many: { label: { th: 'จำนวน' }, question: { th: 'รับกี่ถังหรือกี่แพ็คคะ', en: 'How many bottles would you like?' } },
    boxes: { label: { ja: '箱数' }, question: { ja: '何箱でしょうか。' } },
    address: { label: { th: 'ที่อยู่' }, question: { th: 'ส่งที่ไหนคะ' } },
    hair: { label: { en: 'Hair' }, question: { en: 'How long is your hair?' } },
    first_time: { label: { en: 'First time' }, question: { en: 'Have you been here before?' } },
  },
}

describe('is no answer', () => {
  it.each([
    ['how_many', 'บ้านเลขที่', true],
    ['how_many', 'วันจันทร์', true],
    ['how_many', '5 ถังค่ะ', false],
    ['how_many', 'ห้าถัง', false],
    ['how_many', 'a dozen', false],
    ['address', '0823334455', true],
    ['address', '88/12 ซอยลาดพร้าว 71', false],
    ['address', 'me@example.com', true],
    ['address', 'มัดจำถังใบละเท่าไหร่คะ', true],
    ['address', 'ok book it', true],
    ['how_many', 'all of them', true],
    ['hair', 'down to my shoulders', false],
    ['first_time', 'yes', false],
    ['first_time', 'never been', false],
    ['phone', 'is it cold?', false],
    ['constructor', 'anything?', false],
  ])('to %s: %s', (name, said, no) => expect([said, isNoOwnAnswer(name, said, water)]).toEqual([said, no]))
})

it('is taken as it is when it was asked a second time', () =>
  expect(isNoOwnAnswer('how_many', 'all of them', water, true)).toBe(false))

it.each([
  ['สั่งน้ำถังใหญ่ 5 ถังค่ะ', ['น้ำถัง 18.9 ลิตร'], { how_many: '5 ถัง' }],
  ['ขอแพ็คเล็ก 600 มล. 10 แพ็ค', ['แพ็ค 600 มล. 12 ขวด'], { how_many: '10 แพ็ค' }],
  ['ขอ ๕ ถัง', [], { how_many: '5 ถัง' }],
  ['12 bottles please', ['18.9-litre bottle'], { how_many: '12 bottles' }],
  ['2箱お願いします', [], { boxes: '2箱' }],
  ['600 มล', ['แพ็ค 600 มล.'], {}],
  ['พรุ่งนี้ 5 โมง', [], {}],
  ['', [], {}],
])('%s tells how many', (said, names, told) => expect(countsTold(said, water, names)).toEqual(told))

it.each([
  ['160cmと172cmです', true],
  ['5 กก.', true],
  ['2 people, 160cm', false],
  ['2', false],
])('%s is a measure', (said, is) => expect(isMeasure(said)).toBe(is))
