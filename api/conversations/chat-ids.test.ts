import { describe, expect, it } from 'vitest'
import { chatId, goesOn } from './chat-ids.ts'

const zone = 'Asia/Bangkok'
const at = new Date('2026-02-21T05:00:00Z')

describe('ids of chats that people can read', () => {
  it.each([
    [
      '{ch}_TVS_{origin}_{ts}_{ext}',
      'line',
      'direct',
      'Uaaaabbbbccccddddeeeeffff00123abc',
      'LINE_TVS_CHAT_1771650000_123abc',
    ],
    ['{ch}_TVS_{origin}_{ts}_{ext}', 'whatsapp', 'direct', 'whatsapp:+66812345678', 'WA_TVS_CHAT_1771650000_345678'],
    ['session_{yyyymmdd}_{hhmm}_{ext}', 'line', 'group', 'C0123', 'session_20260221_1200_C0123'],
    ['{origin}-{ext}-{what}', 'api', 'direct', 'api:ü', 'API-api-{what}'],
    ['{origin}-{ext}', 'line', 'group', '---', 'GROUP-x'],
  ] as const)('%s of %s', (pattern, channel, kind, sourceId, id) =>
    expect(chatId(pattern, { channel, kind, sourceId, at, zone })).toBe(id),
  )

  it.each([
    ['2026-02-21T16:59:59.999Z', 'Asia/Bangkok', '20260221_2359'],
    ['2026-02-21T17:00:00.000Z', 'Asia/Bangkok', '20260222_0000'],
    ['2026-02-21T17:00:30.000Z', 'Asia/Tokyo', '20260222_0200'],
    ['2026-02-21T17:00:59.000Z', 'Asia/Bangkok', '20260222_0000'],
    ['2026-02-21T16:59:00.000Z', 'Asia/Bangkok', '20260221_2359'],
  ])('of one moment after another, %s in %s is %s', (moment, where, id) =>
    expect(
      chatId('{yyyymmdd}_{hhmm}', {
        channel: 'line',
        kind: 'direct',
        sourceId: 'U1',
        at: new Date(moment),
        zone: where,
      }),
    ).toBe(id),
  )

  it('a session goes on for thirty minutes after the last word, also for an event that comes late', () => {
    const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
    const open = { sessionId: 's', sessionAt: at }
    expect([-60, 0, 29, 30, 31].map((minutes) => goesOn(open, after(minutes), 30))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ])
    expect(goesOn({ sessionId: null, sessionAt: null }, at, 30)).toBe(false)
  })
})
