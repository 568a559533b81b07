import { beforeAll, describe, expect, it } from 'vitest'
import { readLink, signLink } from './links.ts'
import { useMasterKey } from './secrets.ts'

const tenantId = '01990000-0000-7000-8000-00000000000a'
const subjectId = '01990000-0000-7000-8000-00000000000b'

describe('a signed link', () => {
  beforeAll(() => useMasterKey(Buffer.alloc(32, 4)))

  it('says what it opens, for whom, and until when', () => {
    const expiresAt = new Date('2026-12-01T00:00:00Z')
    expect(readLink(signLink({ kind: 'form', tenantId, subjectId, expiresAt }))).toEqual({
      kind: 'form',
      tenantId,
      subjectId,
      expiresAt,
    })
    expect(readLink(signLink({ kind: 'track', tenantId, subjectId }))?.expiresAt).toBeUndefined()
  })

  it('opens nothing when a single character was changed', () => {
    const token = signLink({ kind: 'track', tenantId, subjectId })
    const others = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    for (let i = 0; i < token.length; i += 1)
      for (const other of others.replace(token.charAt(i), ''))
        expect(readLink(token.slice(0, i) + other + token.slice(i + 1))).toBeUndefined()
  })

  it.each(['', 'x', 'A'.repeat(71), 'A'.repeat(5_000), '../../etc/passwd'])(
    'opens nothing that was not made here: %j',
    (odd) => expect(readLink(odd)).toBeUndefined(),
  )
})
