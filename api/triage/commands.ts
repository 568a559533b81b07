import type { Ctx } from '../context.ts'
import type { TriageExample } from './model.ts'
import type { SecondOpinion } from './engines/road.ts'
import type { LabelledMessage, ModelUse, Understanding } from './understanding.ts'

export const exampleOf = (it: TriageExample): LabelledMessage => ({
  text: it.text,
  intent: it.intent,
  ...(it.intent === 'case_report' && it.label && { caseType: it.label }),
  ...(it.intent === 'booking_request' && it.label && { bookingKind: it.label }),
  ...(it.severity && { severity: it.severity }),
  ...(it.language && { language: it.language }),
})

/** Keeps how a turn was understood, with the flush. Answers the decision's id. */
export function keepDecision(
  ctx: Ctx,
  it: {
    conversationId: string
    understood: Understanding
    modelId: string | null
    caseId?: string | undefined
    bookingId?: string | undefined
  },
): string {
  const { understood } = it
  const id = ctx.newId()
  const row: Record<string, unknown> = {
    id,
    tenant_id: ctx.tenantId,
    conversation_id: it.conversationId,
    intent: understood.intent,
    label: understood.caseType ?? understood.bookingKind ?? null,
    severity: understood.severity ?? null,
    confidence: inFourDigits(understood.confidence),
    engine: understood.engine,
    model_id: it.modelId,
    latency_us: Math.round(understood.latencyMs * 1_000),
    at: ctx.now,
    case_id: it.caseId ?? null,
    booking_id: it.bookingId ?? null,
    ...(understood.asked && useColumns(understood.asked)),
  }
  ctx.atEnd(() => ({
    sql: `insert into triage_decisions (${Object.keys(row).join(', ')})
          values (${Object.keys(row)
            .map((name) => `?::${typeOf[name] ?? 'text'}`)
            .join(', ')})`,
    bindings: Object.values(row),
  }))
  return id
}

/** A chance of 1e-52 is more than the column can hold, and would undo the whole turn. */
const inFourDigits = (chance: number): number => Math.round(Math.min(1, Math.max(0, chance || 0)) * 10_000) / 10_000

const typeOf: Record<string, string> = {
  id: 'uuid',
  tenant_id: 'uuid',
  conversation_id: 'uuid',
  confidence: 'real',
  model_id: 'uuid',
  latency_us: 'int',
  at: 'timestamptz',
  case_id: 'uuid',
  booking_id: 'uuid',
  model_latency_us: 'int',
  input_tokens: 'int',
  output_tokens: 'int',
  cost_micros: 'int',
}

const useColumns = (it: ModelUse) => ({
  model_name: `${it.provider}:${it.model}`,
  model_trouble: it.trouble ?? null,
  model_latency_us: Math.round(it.latencyMs * 1_000),
  input_tokens: it.inputTokens,
  output_tokens: it.outputTokens,
  cost_micros: it.costMicros,
})

/** Writes what a model said beside a decision, when it has said it. */
export async function keepOpinion(ctx: Ctx, it: { decisionId: string; second: SecondOpinion }): Promise<void> {
  const { asked, opinion } = it.second
  const columns = { ...useColumns(asked), ...(opinion && { opinion: JSON.stringify(opinion) }) }
  await ctx.trx('triage_decisions').where({ id: it.decisionId }).update(columns)
}
