import { describe, expect, it } from 'vitest'
import { ownProblem, readProblem, sorryFor } from './problem.ts'

describe('reading a problem', () => {
  it('finds its code, facts, fields and number', () => {
    const body = {
      type: 'urn:bellhop:problem:slot_full',
      code: 'slot_full',
      facts: { left: 1 },
      errors: [{ field: 'slotId', message: 'Full' }],
      traceId: 'a1b2',
    }
    expect(readProblem(409, body)).toEqual({
      status: 409,
      code: 'slot_full',
      facts: { left: 1 },
      fields: ['slotId'],
      id: 'a1b2',
    })
  })

  it('reads the code from the type when it has to', () => {
    expect(readProblem(422, { type: 'urn:bellhop:problem:item_unknown' }).code).toBe('item_unknown')
    expect(readProblem(422, { type: 'about:blank' }).code).toBe('http_422')
  })

  it.each([undefined, null, 'Bad gateway', 7, [], { errors: 'none' }, { errors: [null, 3, {}] }])(
    'survives %j',
    (body) => {
      expect(readProblem(502, body)).toEqual({ status: 502, code: 'http_502', facts: {}, fields: [] })
    },
  )
})

it.each([
  [401, 'sign_in'],
  [403, 'not_allowed'],
  [404, 'not_found'],
  [410, 'not_found'],
  [409, 'conflict'],
  [422, 'refused'],
  [429, 'busy'],
  [500, 'broken'],
  [503, 'busy'],
])('%i is explained as %s', (status, key) => {
  expect(sorryFor(readProblem(status, {}))).toBe(key)
})

it('has words of its own for what no answer came to', () => {
  expect(sorryFor(ownProblem('offline'))).toBe('offline')
  expect(sorryFor(ownProblem('line'))).toBe('line')
})
