import { describe, expect, it } from 'vitest'
import type { Parcel } from '../../api/outbox/schema.ts'
import { wayOf } from './send.ts'

const NOW = 1_795_000_000_000
const parcel = (more: Partial<Parcel>): Parcel => ({
  id: '1',
  tenantId: '1',
  channelId: '1',
  conversationId: '1',
  event: 'x',
  caseId: null,
  bookingId: null,
  messages: [],
  language: 'th',
  replyToken: null,
  replyTokenAt: null,
  body: null,
  retryKey: '1',
  sentAs: null,
  attempts: 0,
  leaseNo: 0,
  mayWait: false,
  ...more,
})
const token = (ageMs: number) => ({ replyToken: 't', replyTokenAt: new Date(NOW - ageMs) })

describe('which way a parcel goes', () => {
  it.each([
    ['free while the token lives', token(49_000), 'reply'],
    ['paid once the token is too old to try', token(50_000), 'push'],
    ['paid without a token', {}, 'push'],
    ['as the same reply again when it may have arrived', { ...token(10_000), sentAs: 'reply' as const }, 'reply'],
    [
      'nowhere when it may have arrived and the token is dead: never as a push',
      { ...token(60_000), sentAs: 'reply' as const },
      'nobody knows',
    ],
    ['as a push once it was one', { ...token(1_000), sentAs: 'push' as const }, 'push'],
  ])('%s', (_, more, way) => expect(wayOf(parcel(more), NOW)).toBe(way))
})
