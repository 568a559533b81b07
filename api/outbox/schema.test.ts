import { describe, expect, it } from 'vitest'
import { type FailureReason, reasonOf, type Unreachable } from './schema.ts'

describe('why a message failed, in a word', () => {
  it.each<[string, Unreachable | null, FailureReason]>([
    ['outside the 24 hours, and there is no approved template', 'window', 'window'],
    ['63016: the customer has not written for 24 hours', 'window', 'window'],
    ['the customer does not want to be written to', 'opted_out', 'opted_out'],
    ['63014: the customer has blocked us', 'opted_out', 'opted_out'],
    ['63024: nobody is on WhatsApp under this number', 'identity', 'no_such_person'],
    ['63049: WhatsApp limits what this customer gets', 'not_today', 'not_today'],
    ['63013: it is against WhatsApp’s policy', 'permanent', 'refused'],
    ['21617: it is too long', 'permanent', 'refused'],
    ['99999: something new', 'permanent', 'refused'],
    // what was tried again until nobody waits for it any more
    ['63012: WhatsApp had a fault', 'permanent', 'no_answer'],
    ['63018: our number sends too fast', 'permanent', 'too_fast'],
    ['20003: the account SID or auth token is wrong', null, 'credentials'],
    ['429 You have reached your monthly limit.', null, 'quota'],
    ['400 Failed to send messages', null, 'not_reachable'],
    ['500 Internal server error', null, 'no_answer'],
  ])('%s', (trouble, unreachable, reason) => {
    expect(reasonOf({ state: 'dead', trouble, unreachable })).toBe(reason)
  })

  it('is not known where the platform did not say', () => {
    expect(reasonOf({ state: 'unknown', trouble: 'it was slow' })).toBe('nobody_knows')
  })
})
