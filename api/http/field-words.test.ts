import { expect, it } from 'vitest'
import { z } from 'zod'
import { fieldProblems } from './field-words.ts'

const Thing = z.strictObject({
  name: z.string().regex(/^[A-Z]/, 'Begins with a capital'),
  minutes: z.int().min(1).max(60),
  open: z.boolean().default(true),
  severity: z.enum(['high', 'low']).optional(),
  startsAt: z.iso.datetime({ offset: true }).optional(),
  day: z.iso.date().optional(),
  hours: z.record(z.string().regex(/^[1-7]$/, 'Is a day of the week, 1 = Monday'), z.string()).optional(),
  days: z.array(z.string().max(3)).min(1).optional(),
  kind: z.discriminatedUnion('is', [z.object({ is: z.literal('a') }), z.object({ is: z.literal('b') })]).optional(),
  more: z.record(z.string().max(4), z.string()).optional(),
})
const told = (body: unknown) => {
  const { error } = Thing.safeParse(body)
  return (error?.issues ?? []).flatMap(fieldProblems).map((one) => `${one.field}: ${one.message}`)
}
const right = { name: 'Nook', minutes: 5 }

it.each([
  [{ name: 'Nook' }, ['minutes: Is needed: a number']],
  [{ ...right, minutes: '5' }, ['minutes: Is a number']],
  [{ ...right, minutes: 0 }, ['minutes: Is at least 1']],
  [{ ...right, minutes: 61 }, ['minutes: Is at most 60']],
  [{ ...right, days: [] }, ['days: Has at least 1 entry']],
  [{ ...right, days: ['mon', 'monday'] }, ['days.1: Has at most 3 characters']],
  [{ ...right, open: 'yes' }, ['open: Is true or false, without quotation marks']],
  [{ ...right, name: 'nook' }, ['name: Begins with a capital']],
  [{ ...right, severity: 'urgent' }, ['severity: Is one of high, low']],
  [
    { ...right, startsAt: '2026-12-24 09:00' },
    ['startsAt: Is a day and a time with its offset, as in 2026-12-24T09:00:00+07:00'],
  ],
  [{ ...right, day: '2026-02-30' }, ['day: Is a day that there is, as in 2026-12-24']],
  [{ ...right, hours: { mon: '09:00' } }, ['hours.mon: Is a day of the week, 1 = Monday']],
  [{ ...right, kind: { is: 'c' } }, ['kind.is: Is one of a, b']],
  [{ ...right, kind: {} }, ['kind.is: Is one of a, b']],
  [{ ...right, more: { fives: 'x' } }, ['more.fives: Has at most 4 characters']],
  [{ ...right, days: 'mon' }, ['days: Is a list in square brackets, as in […]']],
  [
    { ...right, price: 5, prize: 6 },
    ['price', 'prize'].map(
      (name) => `${name}: Is no field here: it is spelt otherwise, or belongs elsewhere (/docs shows every field)`,
    ),
  ],
  [null, [': Is an object, as in {"…": …}']],
  [right, []],
])('of %o', (body, problems) => expect(told(body)).toEqual(problems))
