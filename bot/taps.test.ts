import { beforeAll, describe, expect, it } from 'vitest'
import { useMasterKey } from '../api/secrets.ts'
import { readTap, signTap } from './taps.ts'

const mine = '01990000-0000-7000-8000-000000000001'
const theirs = '01990000-0000-7000-8000-000000000002'

describe('what a button says', () => {
  beforeAll(() => useMasterKey(Buffer.alloc(32, 3)))

  it('comes back as it was made, whatever its arguments hold', () => {
    const args = ['a.b', 'ค่ะ', '', '100%', 'x|y', 'https://x.example/?a=1&b=2']
    expect(readTap(mine, signTap(mine, 'answer', ...args))).toEqual({ action: 'answer', args })
  })

  it('is refused when another tenant made it, when it was changed, and when it is not ours', () => {
    const data = signTap(mine, 'claim', theirs)
    expect(readTap(theirs, data)).toBeUndefined()
    expect(readTap(mine, data.replace('claim', 'close'))).toBeUndefined()
    expect(readTap(mine, `${data}x`)).toBeUndefined()
    for (const odd of ['', '.', 'b1.claim', 'a=claim&c=1', data.slice(0, -1), '%E0%A4%A'])
      expect(readTap(mine, odd)).toBeUndefined()
  })

  it('never outgrows what LINE takes', () => {
    expect(() => signTap(mine, 'answer', 'ก'.repeat(200))).toThrow(/characters long/)
  })
})
