import { z } from 'zod'
import { visibleCases } from '../cases/queries/visible-cases.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { asPage, listQuery, pageOf } from '../http/lists.ts'
import { mustSee } from '../policy.ts'
import { listActivities } from './queries.ts'
import { presentActivities } from './presenter.ts'
import { ActivityView, subjectKinds } from './schema.ts'
import { instantSchema } from '../instant.ts'

export const activityRoutes: Endpoint[] = [
  endpoint('GET /v1/activities', {
    summary: 'The timeline of a case, booking, conversation or contact, or of everything',
    description: 'Append-only: who did what, when. `search` looks in the type, such as `case.` or `resolved`.',
    tag: 'activities',
    access: 'staff',
    query: listQuery(
      {
        subject: z.uuid().optional(),
        kind: z.enum(subjectKinds).optional(),
        type: z.string().max(100).optional(),
        actor: z.uuid().optional(),
        from: instantSchema.optional(),
        to: instantSchema.optional(),
      },
      ['at', 'number'],
      '-at,-number',
    ),
    answer: pageOf(ActivityView),
    handle: async (ctx, { query }) => {
      mustSee(ctx)
      const { rows, total } = await listActivities(ctx, query, await visibleCases(ctx))
      return asPage(await presentActivities(ctx, rows), total, query)
    },
  }),
]
