import { z } from 'zod'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { asPage, listQuery, pageOf } from '../http/lists.ts'
import { mustSee } from '../policy.ts'
import { presentGaps } from './presenter.ts'
import { listGaps, sortableGaps } from './queries/gaps.ts'
import { GapView } from './schema.ts'

const GapFilters = z.object({
  answered: z
    .stringbool()
    .optional()
    .meta({ description: 'Whether a person has answered it, so that it can be approved' }),
  shown: z
    .stringbool()
    .optional()
    .meta({ description: 'Whether an article was given that did not help: `shown` names it' }),
})

/** What customers asked and nobody had written down. Each is a draft: change, publish or retire it like any article. */
export const gapRoutes: Endpoint[] = [
  endpoint('GET /v1/knowledge/gaps', {
    tag: 'knowledge',
    access: 'staff',
    summary: 'What could not be answered, like questions together, the most asked first',
    query: listQuery(GapFilters.shape, sortableGaps, '-count,-lastAskedAt'),
    answer: pageOf(GapView),
    handle: async (ctx, { query }) => {
      mustSee(ctx)
      const { rows, total } = await listGaps(ctx, query)
      return asPage(await presentGaps(ctx, rows), total, query)
    },
  }),
]
