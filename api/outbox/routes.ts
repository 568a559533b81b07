import { z } from 'zod'
import { Refusal } from '../errors.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { asPage, listQuery, pageOf } from '../http/lists.ts'
import { mustSee, mustWork } from '../policy.ts'
import { resendParcel } from './commands/resend.ts'
import { presentParcel } from './presenter.ts'
import { carriersOf, listParcels, parcelById } from './queries.ts'
import { visibleParcel } from './queries/visible-parcels.ts'
import { ParcelView, parcelStates } from './schema.ts'

const about = { tag: 'outbox', access: 'staff' } as const
const ParcelId = z.object({ parcelId: z.uuid() })

export const outboxRoutes: Endpoint[] = [
  endpoint('GET /v1/outbox', {
    ...about,
    summary: 'List messages that left or should have',
    description:
      'Whether each was free or paid, and what is wrong with those that did not go. `search` looks in event and trouble.',
    query: listQuery(
      {
        state: z.enum(parcelStates).optional(),
        cost: z.enum(['free', 'paid']).optional(),
        case: z.uuid().optional(),
        booking: z.uuid().optional(),
        conversation: z.uuid().optional(),
      },
      ['createdAt', 'settledAt'],
      '-createdAt',
    ),
    answer: pageOf(ParcelView),
    handle: async (ctx, { query }) => {
      mustSee(ctx)
      const { rows, total } = await listParcels(ctx, query)
      const carriers = await carriersOf(ctx, rows)
      return asPage(
        rows.map((it) => presentParcel(it, ctx.actor, it.joinedTo ? carriers.get(it.joinedTo) : undefined)),
        total,
        query,
      )
    },
  }),
  endpoint('POST /v1/outbox/:parcelId/resend', {
    ...about,
    summary: 'Send a dead or unknown message again',
    params: ParcelId,
    answer: z.object({ id: z.uuid().meta({ description: 'The new message' }), old: ParcelView }),
    status: 202,
    also: { 409: 'It was sent, or sent again already' },
    handle: async (ctx, { params }) => {
      mustWork(ctx, 'resend')
      // in a staff group everybody has the card before them; here nobody acts on what they may not see
      if (!(await visibleParcel(ctx, params.parcelId))) throw new Refusal('not_found')
      const id = await resendParcel(ctx, params)
      const old = await parcelById(ctx, params.parcelId)
      if (!old) throw new Refusal('not_found')
      return { id, old: presentParcel(old, ctx.actor) }
    },
  }),
]
