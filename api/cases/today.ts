import type { Change } from '../activities/queries.ts'
import { waitingBookings } from '../bookings/queries/list-bookings.ts'
import type { Ctx } from '../context.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { eventStream } from '../http/event-stream.ts'
import { mustSee } from '../policy.ts'
import { tenantById } from '../tenants/queries.ts'
import { watchTenant } from './live.ts'
import { presentCases } from './presenter.ts'
import { boardOf, casesAtRisk } from './queries/board-of-today.ts'
import { visibleAmong, visibleCases } from './queries/visible-cases.ts'
import { TodayView } from './schema.ts'

const about = { tag: 'today', access: 'staff' } as const
const MOST_NAMED = 50

export const todayRoutes: Endpoint[] = [
  endpoint('GET /v1/today', {
    ...about,
    summary: 'The desk today: what is open, what is at risk',
    description: 'At risk are open cases of which at least 60 % of the time is gone, soonest first, 20 at most.',
    answer: TodayView,
    handle: (ctx) => todayOf(ctx),
  }),
  endpoint('GET /v1/today/live', {
    ...about,
    summary: 'Server-Sent Events: `changed` whenever a case, booking or conversation of the tenant changed',
    description:
      'The data names the subjects that changed, as far as the watcher may open them: `{"subjects":[{"kind":"case","id":"…"}]}`. `ready` is the first event.',
    contentType: 'text/event-stream',
    also: { 429: 'Too many streams of one session or key are open' },
    serve: async (visit) => {
      const howFar = () =>
        visit.asVisitor(async (ctx) => {
          mustSee(ctx)
          return { seesAll: (await visibleCases(ctx)) === undefined }
        })
      let { seesAll } = await howFar()
      const { visitor } = visit
      if (!visitor) return undefined
      const lookAgain = async () => {
        seesAll = (await howFar()).seesAll
      }
      // who lost the right while watching is shown out at the next beat
      const stream = eventStream(visit.http, visitor.name, () => void lookAgain().catch(() => stream.end()))
      stream.onEnd(
        watchTenant(visitor.tenantId, async (changes) => {
          // a case that went out of their sight changes their board too: that is told without its name
          const named = seesAll ? changes : await visit.asVisitor((ctx) => whereSeen(ctx, changes)).catch(() => [])
          const subjects = new Map(named.map(({ kind, subjectId }) => [subjectId, { kind, id: subjectId }]))
          stream.send('changed', { subjects: [...subjects.values()].slice(0, MOST_NAMED) }, changes[0]?.id)
        }),
      )
      stream.send('ready', {})
      return undefined
    },
  }),
]

async function whereSeen(ctx: Ctx, changes: Change[]): Promise<Change[]> {
  const cases = changes.filter((it) => it.kind === 'case').map((it) => it.subjectId)
  const seen = await visibleAmong(ctx, cases)
  return changes.filter((it) => it.kind !== 'case' || seen.has(it.subjectId))
}

async function todayOf(ctx: Ctx): Promise<TodayView> {
  mustSee(ctx)
  const { zone } = await tenantById(ctx.tenantId)
  const board = await boardOf(ctx)
  return {
    now: ctx.now.toISOString(),
    zone,
    open: board.open,
    unclaimed: board.unclaimed,
    breached: board.breached,
    resolvedToday: board.resolvedToday,
    atRisk: await presentCases(ctx, await casesAtRisk(ctx)),
    waitingBookings: await waitingBookings(ctx),
  }
}
