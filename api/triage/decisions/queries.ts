import type { Ctx } from '../../context.ts'
import { allOf, orderOf, type Sort, where } from '../../db/conditions.ts'
import type { Paged } from '../../http/lists.ts'
import type { Engine, Intent, Severity } from '../understanding.ts'

export const sortableDecisions = ['at', 'confidence', 'latency', 'cost'] as const
const columns = { at: 'd.at', confidence: 'd.confidence', latency: 'd.latency_us', cost: 'd.cost_micros' }

export type DecisionRow = {
  id: string
  at: Date
  conversation_id: string
  intent: Intent
  label: string | null
  severity: Severity | null
  confidence: number
  engine: Engine
  model_id: string | null
  latency_us: number
  model_name: string | null
  model_trouble: string | null
  model_latency_us: number | null
  input_tokens: number | null
  output_tokens: number | null
  cost_micros: number
  opinion: Record<string, unknown> | null
  case_id: string | null
  case_reference: string | null
  booking_id: string | null
  booking_reference: string | null
  corrected: { intent: Intent; label: string | null } | null
}

export type DecisionsQuery = Paged & {
  engine?: string | undefined
  intent?: string | undefined
  label?: string | undefined
  severity?: string | undefined
  conversation?: string | undefined
  case?: string | undefined
  model?: string | undefined
  corrected?: boolean | undefined
  below?: number | undefined
  from?: string | undefined
  to?: string | undefined
  search?: string | undefined
  sort: Sort<(typeof sortableDecisions)[number]>[]
}

const CORRECTED = `exists (select from triage_examples e where e.decision_id = d.id and e.origin = 'corrected')`

/** How messages were understood, and what became of each; without a word of them. */
export async function listDecisions(ctx: Ctx, asked: DecisionsQuery): Promise<{ rows: DecisionRow[]; total: number }> {
  const found = allOf([
    asked.engine && where('d.engine = ?', asked.engine),
    asked.intent && where('d.intent = ?', asked.intent),
    asked.label && where('d.label = ?', asked.label),
    asked.severity && where('d.severity = ?', asked.severity),
    asked.conversation && where('d.conversation_id = ?', asked.conversation),
    asked.case && where('d.case_id = ?', asked.case),
    asked.model && where('d.model_id = ?', asked.model),
    asked.corrected !== undefined && where(`${CORRECTED} = ?`, asked.corrected),
    asked.below !== undefined && where('d.confidence < ?', asked.below),
    asked.from && where('d.at >= ?', asked.from),
    asked.to && where('d.at < ?', asked.to),
    asked.search &&
      where('(d.label = ? or d.model_trouble = ? or d.model_name = ?)', asked.search, asked.search, asked.search),
  ])
  const { rows } = (await ctx.trx.raw(
    `select d.*, c.reference as case_reference, b.reference as booking_reference,
       (select jsonb_build_object('intent', e.intent, 'label', e.label) from triage_examples e
        where e.decision_id = d.id and e.origin = 'corrected' order by e.created_at desc limit 1) as corrected
     from (select * from triage_decisions d where ${found.sql} order by ${orderOf(asked.sort, columns)}, d.id desc limit ? offset ?) d
     left join cases c on c.id = d.case_id left join bookings b on b.id = d.booking_id
     order by ${orderOf(asked.sort, columns)}, d.id desc`,
    [...found.bindings, asked.page_size, (asked.page - 1) * asked.page_size],
  )) as { rows: DecisionRow[] }
  const { rows: counted } = (await ctx.trx.raw(
    `select count(*)::int as total from triage_decisions d where ${found.sql}`,
    found.bindings,
  )) as { rows: { total: number }[] }
  return { rows, total: counted[0]?.total ?? 0 }
}

export type DayRow = {
  day: string
  engine: Engine
  decisions: number
  cases: number
  bookings: number
  critical: number
  corrected: number
  asked: number
  troubles: number
  cost_micros: string
  confidence: number
  p50_us: number
  p95_us: number
}

/** A line for each day of the tenant's calendar and each engine whose word counted. */
export async function decisionsByDay(ctx: Ctx, it: { zone: string; days: number }): Promise<DayRow[]> {
  const { rows } = (await ctx.trx.raw(
    `select (d.at at time zone ?)::date::text as day, d.engine, count(*)::int as decisions, count(d.case_id)::int as cases,
       count(d.booking_id)::int as bookings, count(*) filter (where d.severity = 'critical')::int as critical,
       count(*) filter (where ${CORRECTED})::int as corrected, count(d.model_name)::int as asked, count(d.model_trouble)::int as troubles,
       sum(d.cost_micros) as cost_micros, avg(d.confidence)::float8 as confidence,
       percentile_cont(0.5) within group (order by d.latency_us)::float8 as p50_us,
       percentile_cont(0.95) within group (order by d.latency_us)::float8 as p95_us
     from triage_decisions d
     where d.at >= ((?::timestamptz at time zone ?)::date - (? - 1))::timestamp at time zone ?
     group by 1, 2 order by 1 desc, 2`,
    [it.zone, ctx.now, it.zone, it.days, it.zone],
  )) as { rows: DayRow[] }
  return rows
}
