import { describe, expect, it } from 'vitest'
import type { Asks } from '../../api/tenants/schema.ts'
import { slotFacts } from '../staff/cards.ts'
import { copyIn } from './copy.ts'
import { slotLabel } from './slots.ts'

const asks: Asks = {
  requiredSlots: ['seating_area'],
  optionalSlots: ['name'],
  slotWords: { name: { label: { en: 'Your name', th: 'ชื่อของคุณ' } } },
}

describe('what a slot is called', () => {
  it.each([
    ['name', 'th', 'ชื่อของคุณ'],
    ['name', 'ja', 'Your name'],
    ['seating_area', 'en', 'Seating area'],
    ['never_asked', 'en', undefined],
    ['constructor', 'en', undefined],
    ['toString', 'th', undefined],
    ['hasOwnProperty', 'ja', undefined],
    ['__proto__', 'en', undefined],
  ] as const)('%s in %s', (name, language, label) => expect(slotLabel(name, asks, language)).toBe(label))

  it('a card has rows for what has a name and says something, whatever a program wrote down', () => {
    const slots = JSON.parse(
      '{"name":"Nan","seating_area":"  ","constructor":"y","toString":"z","__proto__":"x"}',
    ) as object
    const rows = slotFacts({ ...slots, date: null }, asks, copyIn('en'), 'en')
    expect(rows).toEqual([{ label: 'Your name', value: 'Nan' }])
  })
})
