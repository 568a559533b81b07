import { expect, it } from 'vitest'
import { sharedLessons } from '../base/shared-lessons.ts'
import { KINDRED, kinOf } from './kin.ts'

it.each([
  ['lost_item', ['lost_property', 'invoice_error'], 'lost_property'],
  ['lost_property', ['lost_item'], 'lost_item'],
  ['cancel_refund_request', ['booking_change_or_cancel', 'lost_property'], 'booking_change_or_cancel'],
  // two of ours come into question
  ['cancel_refund_request', ['booking_change_or_cancel', 'refund_not_received'], undefined],
  // a key that only sounds like it
  ['lost_item', ['lost_bets', 'item_lost'], undefined],
  ['no_such_label', ['lost_item'], undefined],
])('%s among %j is %s', (label, ours, kin) => expect(kinOf(label, ours)).toBe(kin))

it('is said of labels that there are lessons of', () => {
  const taught = new Set(sharedLessons().flatMap(({ caseType, bookingKind }) => [caseType, bookingKind]))
  expect(KINDRED.flat().filter((label) => !taught.has(label))).toEqual([])
})
