import { beforeAll, describe, expect, it } from 'vitest'
import { useMasterKey } from '../api/secrets.ts'
import { isExpired, readTap, signTap } from './taps.ts'

const mine = '01990000-0000-7000-8000-000000000001'
const theirs = '01990000-0000-7000-8000-000000000002'

const made = new Date('2026-11-20T03:59:59Z')

describe('what a button says', () => {
  beforeAll(() => useMasterKey(Buffer.alloc(32, 3)))

  it('comes back as it was made, whatever its arguments hold', () => {
    const args = ['a.b', 'ค่ะ', '', '100%', 'x|y', 'https://x.example/?a=1&b=2']
    expect(readTap(mine, signTap(mine, made, 'answer', ...args))).toMatchObject({ action: 'answer', args })
  })

  it('is refused when another tenant made it, when it was changed, and when it is not ours', () => {
    const data = signTap(mine, made, 'claim', theirs)
    expect(readTap(theirs, data)).toBeUndefined()
    expect(readTap(mine, data.replace('claim', 'close'))).toBeUndefined()
    expect(readTap(mine, `${data}x`)).toBeUndefined()
    for (const odd of ['', '.', 'b1.claim', 'a=claim&c=1', data.slice(0, -1), '%E0%A4%A'])
      expect(readTap(mine, odd)).toBeUndefined()
  })

  it.each<[string, Date | null, string, boolean]>([
    ['made a moment ago', made, '2026-11-20T04:00:00Z', false],
    ['thirty days old, to the hour', made, '2026-12-20T03:00:00Z', false],
    ['older', made, '2026-12-20T03:00:01Z', true],
    ['made by a clock that is ahead', made, '2026-11-19T00:00:00Z', false],
    ['of a menu, which stands for good', null, '2036-11-20T00:00:00Z', false],
  ])('%s', (_, madeAt, now, expired) => {
    const tap = readTap(mine, signTap(mine, madeAt, 'claim', theirs))
    expect(tap && isExpired(tap, new Date(now))).toBe(expired)
  })

  it('cannot be made younger', () => {
    const data = signTap(mine, made, 'claim', theirs)
    const [version, hour = '', ...rest] = data.split('.')
    for (const other of ['', '0', 'zzzz', (Number.parseInt(hour, 36) + 1).toString(36)])
      expect(readTap(mine, [version, other, ...rest].join('.'))).toBeUndefined()
  })

  it('never outgrows what LINE takes', () => {
    const longest = ['x'.repeat(100), '-', 'resolve 12', 'y'.repeat(100)]
    expect(signTap(mine, made, 'provider', theirs, ...longest).length).toBeLessThanOrEqual(300)
    expect(() => signTap(mine, made, 'answer', 'ก'.repeat(200))).toThrow(/characters long/)
  })
})
