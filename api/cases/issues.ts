import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { mustSee } from '../policy.ts'
import type { Case } from './model.ts'
import { openCasesByOrder, ordersOf } from './queries/cases-by-order.ts'
import { caseStatuses } from './schema.ts'

const IssueView = z
  .object({ order_id: z.string(), case_id: z.uuid(), status: z.enum(caseStatuses), updated_at: z.iso.datetime() })
  .meta({ id: 'Issue' })

const about = { tag: 'issues', access: 'staff' } as const

/** The paths a tenant's own shop asks (reference: Meelike Main): which orders have a problem being worked on. */
export const issueRoutes: Endpoint[] = [
  endpoint('GET /api/issues/active', {
    ...about,
    summary: 'Orders with an open case',
    answer: z.array(IssueView),
    handle: async (ctx) => issuesOf(ctx, await openCasesByOrder(ctx)),
  }),
  endpoint('GET /api/issues/:order_id', {
    ...about,
    summary: 'The open case of an order',
    params: z.object({ order_id: z.string().min(1).max(100) }),
    answer: IssueView,
    handle: async (ctx, { params }) => {
      const [newest] = issuesOf(ctx, await openCasesByOrder(ctx, params.order_id), params.order_id)
      if (!newest) throw new Refusal('not_found')
      return newest
    },
  }),
]

function issuesOf(ctx: Ctx, cases: Case[], orderId?: string): z.input<typeof IssueView>[] {
  mustSee(ctx)
  return cases.flatMap((it) =>
    ordersOf(it)
      .filter((order) => orderId === undefined || order === orderId)
      .map((order) => ({
        order_id: order,
        case_id: it.id,
        status: it.status,
        updated_at: it.updatedAt.toISOString(),
      })),
  )
}
