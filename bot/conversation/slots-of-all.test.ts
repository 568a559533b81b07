import { expect, test } from 'vitest'
import type { Slots } from '../../api/triage/understanding.ts'
import { plainSlots, slotsOfAll } from './corrections.ts'

const peopleIn = (said: string): { slots: Slots } => {
  const text = /\d+/.exec(said)?.[0]
  return { slots: text ? { party_size: [{ text, value: Number(text) }] } : {} }
}

test.each([
  ['trip for 4', 4],
  ['trip for 4\nsorry, 5 people', 5],
  ['trip for 4\nno, 6\nmake it 7', 7],
  ['ทริป 4 คน\nไม่ใช่ค่ะ 5 คน', 5],
  ['4名の旅行\nやっぱり5名で', 5],
  ['trip for 4\n2 of us are children', 4],
  ['trip for 4\nsorry, I meant January', 4],
])('%j are %d people', (said, people) => {
  expect(slotsOfAll(said, peopleIn)['party_size']?.[0]?.value).toBe(people)
})

test.each<[Slots, Record<string, unknown>]>([
  [{ amount: [{ text: '50 USDT', value: 50, currency: 'USDT' }] }, { amount: '50 USDT' }],
  [{ amount: [{ text: '$540', value: 540, currency: 'USD' }] }, { amount: '540 USD' }],
  [{ amount: [{ text: '500 บาท', value: 500, currency: 'THB' }] }, { amount: 500 }],
  [{ amount: [{ text: '1000 likes', value: 1000, unit: 'qty' }] }, { amount: 1000 }],
  [{ amount: [{ text: '500 each', value: 500, currency: 'THB', per: 'person' }] }, { amount: 500 }],
  [{ budget: [{ text: '50k each', value: 50_000, per: 'person' }] }, { budget: '50000/person' }],
])('a sum in other money keeps its unit: %j', (slots, plain) => expect(plainSlots(slots)).toEqual(plain))
