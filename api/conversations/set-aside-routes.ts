import { z } from 'zod'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { asPage, pageOf } from '../http/lists.ts'
import { mustSee } from '../policy.ts'
import { retrySetAside } from './commands/retry-set-aside.ts'
import { listSetAside, SetAside } from './queries/set-aside.ts'

const about = { tag: 'set aside', access: 'staff' } as const
const Page = z.strictObject({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  page_size: z.coerce.number().int().min(1).max(100).default(25),
})

/** What came in and could not be handled: after a fix it is tried again, nothing is lost. */
export const setAsideRoutes: Endpoint[] = [
  endpoint('GET /v1/set-aside', {
    ...about,
    summary: 'List what came in and could not be handled',
    description: 'Newest first, without its words. `troubleId` is what the staff were told and the log repeats.',
    query: Page,
    answer: pageOf(SetAside),
    handle: async (ctx, { query }) => {
      mustSee(ctx)
      const { items, total } = await listSetAside(ctx, query)
      return asPage(items, total, query)
    },
  }),
  endpoint('POST /v1/set-aside/:eventId/retry', {
    ...about,
    summary: 'Try to handle it again',
    description: 'It is taken up within a second or two. If it fails again, it is set aside again.',
    params: z.object({ eventId: z.uuid() }),
    answer: z.object({ id: z.uuid() }),
    status: 202,
    handle: async (ctx, { params: { eventId } }) => {
      await retrySetAside(ctx, { eventId })
      return { id: eventId }
    },
  }),
]
