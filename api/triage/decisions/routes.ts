import { z } from 'zod'
import { severities } from '../../cases/schema.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { asPage, listQuery, pageOf } from '../../http/lists.ts'
import { tenantById } from '../../tenants/queries.ts'
import { intents } from '../schema.ts'
import { mustTeach } from '../policy.ts'
import { type DayRow, type DecisionRow, decisionsByDay, listDecisions, sortableDecisions } from './queries.ts'
import { instantSchema } from '../../instant.ts'

const about = { tag: 'triage', access: 'staff', also: { 403: 'For admins and managers' } } as const
const engines = ['local', 'openai', 'gemini'] as const
const Named = z.object({ id: z.uuid(), reference: z.string() })

const DecisionView = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    conversationId: z.uuid(),
    intent: z.enum(intents),
    label: z.string().nullable(),
    severity: z.enum(severities).nullable(),
    confidence: z.number(),
    engine: z.enum(engines).meta({ description: 'Whose word counted' }),
    modelId: z.uuid().nullable().meta({ description: 'Of the local engine, see /v1/triage/models' }),
    latencyMs: z.number(),
    asked: z
      .object({
        model: z.string(),
        trouble: z.string().nullable(),
        latencyMs: z.number().nullable(),
        inputTokens: z.int().nullable(),
        outputTokens: z.int().nullable(),
        costUsd: z.number(),
      })
      .nullable()
      .meta({ description: 'The language model that was asked, and why its answer did not count' }),
    opinion: z.record(z.string(), z.unknown()).nullable(),
    case: Named.nullable(),
    booking: Named.nullable(),
    corrected: z
      .object({ intent: z.enum(intents), label: z.string().nullable() })
      .nullable()
      .meta({ description: 'What staff said it was' }),
  })
  .meta({ id: 'TriageDecision' })

const DayView = z
  .object({
    day: z.iso.date(),
    engine: z.enum(engines),
    decisions: z.int(),
    cases: z.int(),
    bookings: z.int(),
    critical: z.int(),
    corrected: z.int(),
    asked: z.int(),
    troubles: z.int(),
    costUsd: z.number(),
    confidence: z.number(),
    latencyMs: z.object({ p50: z.number(), p95: z.number() }),
  })
  .meta({ id: 'TriageDay' })

const MICROS = 1_000_000

const present = (it: DecisionRow): z.infer<typeof DecisionView> => ({
  id: it.id,
  at: it.at.toISOString(),
  conversationId: it.conversation_id,
  intent: it.intent,
  label: it.label,
  severity: it.severity,
  confidence: it.confidence,
  engine: it.engine,
  modelId: it.model_id,
  latencyMs: it.latency_us / 1_000,
  asked: it.model_name
    ? {
        model: it.model_name,
        trouble: it.model_trouble,
        latencyMs: it.model_latency_us === null ? null : it.model_latency_us / 1_000,
        inputTokens: it.input_tokens,
        outputTokens: it.output_tokens,
        costUsd: it.cost_micros / MICROS,
      }
    : null,
  opinion: it.opinion,
  case: it.case_id && it.case_reference ? { id: it.case_id, reference: it.case_reference } : null,
  booking: it.booking_id && it.booking_reference ? { id: it.booking_id, reference: it.booking_reference } : null,
  corrected: it.corrected,
})

const presentDay = (it: DayRow): z.infer<typeof DayView> => ({
  day: it.day,
  engine: it.engine,
  decisions: it.decisions,
  cases: it.cases,
  bookings: it.bookings,
  critical: it.critical,
  corrected: it.corrected,
  asked: it.asked,
  troubles: it.troubles,
  costUsd: Number(it.cost_micros) / MICROS,
  confidence: it.confidence,
  latencyMs: { p50: it.p50_us / 1_000, p95: it.p95_us / 1_000 },
})

export const decisionRoutes: Endpoint[] = [
  endpoint('GET /v1/triage/decisions', {
    ...about,
    summary: 'How messages were understood, and what became of them',
    description:
      'Without their words: those stand in the conversation. `search` looks for a label, a model or a reason.',
    query: listQuery(
      {
        engine: z.enum(engines).optional(),
        intent: z.enum(intents).optional(),
        label: z.string().max(100).optional(),
        severity: z.enum(severities).optional(),
        conversation: z.uuid().optional(),
        case: z.uuid().optional(),
        model: z.uuid().optional(),
        corrected: z.stringbool().optional(),
        below: z.coerce.number().min(0).max(1).optional(),
        from: instantSchema.optional(),
        to: instantSchema.optional(),
      },
      sortableDecisions,
      '-at',
    ),
    answer: pageOf(DecisionView),
    handle: async (ctx, { query }) => {
      mustTeach(ctx)
      const { rows, total } = await listDecisions(ctx, query)
      return asPage(rows.map(present), total, query)
    },
  }),
  endpoint('GET /v1/triage/decisions/totals', {
    ...about,
    summary: 'Decisions by day and engine: how many, how sure, how quick, at what cost, and how many were corrected',
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(92).default(14) }),
    answer: z.object({ items: z.array(DayView) }),
    handle: async (ctx, { query }) => {
      mustTeach(ctx)
      const { zone } = await tenantById(ctx.tenantId)
      return { items: (await decisionsByDay(ctx, { zone, ...query })).map(presentDay) }
    },
  }),
]
