import { expect, test } from 'vitest'
import { copyIn } from '../copy/copy.ts'
import { slotWords } from './cards.ts'

test.each([
  ['amount', 500, '500'],
  ['amount', 2000, '2,000'],
  ['amount', '50 USDT', '50 USDT'],
  ['amount', '1350.5 USD', 'US$1,350.50'],
  ['amount', 'all of it', 'all of it'],
  ['budget', '50000/person', '50,000 per person'],
  ['budget', '2000 USD/night', 'US$2,000 per night'],
])('%s %s reads %s', (name, value, words) => expect(slotWords(name, value, copyIn('en'), 'en')).toBe(words))
