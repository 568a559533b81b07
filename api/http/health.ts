import { z } from 'zod'
import { database } from '../db/connection.ts'
import { aMemory } from '../memory.ts'
import { type Endpoint, endpoint } from './endpoint.ts'

const Check = z.object({ ok: z.boolean(), ms: z.number().optional(), why: z.string().optional() })
const Ready = z.object({ ready: z.boolean(), checks: z.record(z.string(), Check) }).meta({ id: 'Ready' })
type Check = z.infer<typeof Check>
type Ready = z.infer<typeof Ready>

export type Checks = {
  /** rejects when the queue cannot be reached */
  pingQueue: () => Promise<unknown>
  /** ms of the desk's clock that the oldest unanswered event has waited */
  oldestWaitingMs: () => Promise<number>
}

const PATIENCE_MS = 2_000
/** Anybody may ask, as often as they like: the database is asked for all of them this rarely. */
const FRESH_MS = 500
/** Behind by more than this, something that should work does not. */
const INBOX_MOST_MS = 60_000
const TIMERS_MOST_MS = 60_000

export function health(it: Checks & { isStopping: () => boolean; isFull: () => boolean }): Endpoint[] {
  const lately = aMemory<Ready['checks']>(FRESH_MS)
  const about = { tag: 'desk', access: 'public' } as const
  return [
    endpoint('GET /healthz', {
      ...about,
      summary: 'The process is alive',
      answer: z.object({ alive: z.literal(true) }),
      serve: () => Promise.resolve({ alive: true as const }),
    }),
    endpoint('GET /readyz', {
      ...about,
      summary: 'The desk can work: database, queue, nothing left lying',
      answer: Ready,
      also: { 503: 'Not ready; the checks say why' },
      serve: async ({ http }) => {
        const room = it.isFull()
          ? { ok: false, why: 'the database is full: what changes something is refused' }
          : { ok: true }
        const checks = { ...(await lately.shared('checks', () => look(it))), room, process: { ok: !it.isStopping() } }
        const ready = Object.values(checks).every((check) => check.ok)
        if (!ready) {
          http.status = 503
          http.type = 'application/json'
          http.body = JSON.stringify({ ready, checks })
        }
        return { ready, checks }
      },
    }),
  ]
}

async function look(it: Checks): Promise<Ready['checks']> {
  const [base, queue, inbox, timers] = await Promise.all([
    reached(() => database().machinery.query('select 1')),
    reached(it.pingQueue),
    within(it.oldestWaitingMs, INBOX_MOST_MS),
    within(timerLagMs, TIMERS_MOST_MS),
  ])
  return { database: base, queue, inbox, timers }
}

/** How late the most overdue timer is, in ms of the desk's clock. */
async function timerLagMs(): Promise<number> {
  const { rows } = await database().machinery.query<{ ms: number }>(
    `select coalesce(extract(epoch from desk_now() - min(due_at)) * 1000, 0)::float8 as ms from timers where fired_at is null`,
  )
  return Math.max(0, rows[0]?.ms ?? 0)
}

async function reached(ask: () => Promise<unknown>): Promise<Check> {
  const from = performance.now()
  return patiently(ask).then(
    () => ({ ok: true, ms: Math.round(performance.now() - from) }),
    () => ({ ok: false, why: 'no answer' }),
  )
}

async function within(measure: () => Promise<number>, most: number): Promise<Check> {
  return patiently(measure).then(
    (ms) => ({ ok: ms <= most, ms: Math.round(ms), ...(ms > most && { why: `behind by more than ${most} ms` }) }),
    () => ({ ok: false, why: 'no answer' }),
  )
}

function patiently<T>(ask: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer in time')), PATIENCE_MS)
  })
  return Promise.race([Promise.resolve().then(ask), late]).finally(() => clearTimeout(timer))
}
