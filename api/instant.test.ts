import { describe, expect, test } from 'vitest'
import { instantSchema } from './instant.ts'

describe('a moment somebody may mean', () => {
  test.each(['2026-11-20T10:00:00+07:00', '1900-01-01T00:00:00Z', '2999-01-01T00:00:00Z'])('%s', (it) =>
    expect(instantSchema.safeParse(it).success).toBe(true),
  )
  test.each([
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+23:59',
    '9999-12-31T23:59:59-23:59',
    '2026-02-30T00:00:00Z',
    '2026-11-20',
    'tomorrow',
  ])('not %s', (it) => expect(instantSchema.safeParse(it).success).toBe(false))
})
