import { expect, it } from 'vitest'
import { moneyDemanded } from './money-demanded.ts'

it.each([
  ['refund me or I call my bank tonight', 'I want a refund'],
  ['just refund us, otherwise we’ll go to the police tomorrow', 'I want a refund'],
  ['give me my money back for the Angkor tour', 'I want a refund for the Angkor tour'],
  ['can you refund me if it rains?', undefined],
  ['when do you refund me?', undefined],
  ['refund policy?', undefined],
  ['send me the deposit slip again', undefined],
])('%s → %s', (said, wish) => expect(moneyDemanded(said)).toBe(wish))
