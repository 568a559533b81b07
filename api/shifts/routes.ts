import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { mustSee } from '../policy.ts'
import { endShift, startShift } from './commands.ts'
import { peopleOnShift } from './queries.ts'
import { ShiftView } from './schema.ts'

const about = { tag: 'shifts', access: 'staff', answer: z.array(ShiftView) } as const
const people = { also: { 403: 'An API key is nobody who works here' } } as const

export const shiftRoutes: Endpoint[] = [
  endpoint('GET /v1/shifts', {
    ...about,
    summary: 'Who is on shift',
    handle: async (ctx) => {
      mustSee(ctx)
      return present(ctx)
    },
  }),
  endpoint('POST /v1/shifts/start', {
    ...about,
    ...people,
    summary: 'Begin your shift',
    handle: async (ctx) => {
      await startShift(ctx)
      return present(ctx)
    },
  }),
  endpoint('POST /v1/shifts/end', {
    ...about,
    ...people,
    summary: 'End your shift',
    handle: async (ctx) => {
      await endShift(ctx)
      return present(ctx)
    },
  }),
]

const present = async (ctx: Ctx) =>
  (await peopleOnShift(ctx)).map((it) => ({ staff: { id: it.id, name: it.name }, since: it.since.toISOString() }))
