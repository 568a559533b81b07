import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../api/ids.ts'
import { useMasterKey } from '../../../api/secrets.ts'
import { renderForLine } from '../../line/render.ts'
import { tapsOf } from '../../messages.ts'
import { choose, since } from './present.ts'

describe('choices as buttons', () => {
  beforeAll(() => useMasterKey(Buffer.alloc(32, 3)))
  const tap = tapsOf({ tenant: { id: newId() }, now: new Date() })
  const many = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      tap('ผู้ให้บริการที่มีชื่อยาวมากน้ำใจงาม'.repeat(5) + n, 'provider', newId(), `provider-${n}`.padEnd(60, 'x'), newId()),
    )

  it.each([
    [1, 1],
    [12, 12],
    [13, 13],
    [40, 40],
    [100, 72],
  ])('of %i with the longest Thai names %i stand there, none as the main one', (count, shown) => {
    const rendered = JSON.stringify(renderForLine(choose('ML-C-5521', 'ใครคะ', many(count)), 'group'))
    expect(rendered.match(/"type":"postback"/g)).toHaveLength(shown)
    expect(rendered).not.toContain('"primary"')
    expect(rendered.includes('(+28)')).toBe(count === 100)
  })
})

it('knows what has been overtaken since a button was made', () => {
  expect(since('a', 'a', 'b')).toBe('fresh')
  expect(since('b', 'a', 'b')).toBe('same')
  expect(since('c', 'a', 'b')).toBe('overtaken')
  expect(since('c', undefined, 'b')).toBe('fresh')
})
