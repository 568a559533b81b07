import type { Ctx } from '../context.ts'
import { sharedLessons } from './base/shared-lessons.ts'
import { labelsOf } from './labels.ts'
import { type LocalModel, parse, serialise } from './local/model.ts'
import { relabel, train } from './local/train.ts'
import { TriageExample, TriageModel } from './model.ts'
import type { SecondOpinion } from './engines/road.ts'
import type { LabelledMessage, ModelUse, Understanding } from './understanding.ts'

/**
 * Trains the tenant's local engine from its labelled examples and from what all desks share, and adopts it. With an engine from before only
 * labels that came or went are learnt. Answers the model's id.
 */
export async function trainTriage(ctx: Ctx, before?: LocalModel): Promise<string> {
  const examples = await TriageExample.query(ctx.trx).orderBy('created_at').orderBy('id')
  const own = examples.map(exampleOf)
  const labels = await labelsOf(ctx)
  const model = before ? relabel(before, own, labels, sharedLessons()) : train(own, labels, sharedLessons())
  const bytes = Buffer.from(serialise(model))
  parse(bytes)
  const added = await TriageModel.query(ctx.trx).insert({
    id: ctx.newId(),
    tenantId: ctx.tenantId,
    model: bytes,
    examples: examples.length,
  })
  return added.id
}

export const exampleOf = (it: TriageExample): LabelledMessage => ({
  text: it.text,
  intent: it.intent,
  ...(it.intent === 'case_report' && it.label && { caseType: it.label }),
  ...(it.intent === 'booking_request' && it.label && { bookingKind: it.label }),
  ...(it.severity && { severity: it.severity }),
  ...(it.language && { language: it.language }),
})

/** Keeps what people taught us: a clarifying tap, a correction by staff. */
export async function learnExample(
  ctx: Ctx,
  it: {
    text: string
    intent: 'case_report' | 'booking_request' | 'handoff'
    label: string | null
    language: string
    origin: 'clarified' | 'corrected'
  },
): Promise<void> {
  await TriageExample.query(ctx.trx).insert({ id: ctx.newId(), tenantId: ctx.tenantId, severity: null, ...it })
}

/** Examples that somebody's words taught us, when they take them back. A model holds no words, only weights of hashes. */
export async function forgetExamples(ctx: Ctx, it: { words: string; since: Date }): Promise<void> {
  const words = it.words.trim()
  const line = words.length > MOST_COMPARED ? `\n${words.slice(0, MOST_COMPARED)}` : `\n${words}\n`
  await TriageExample.query(ctx.trx)
    .delete()
    .where('created_at', '>=', it.since)
    .whereRaw(`position(? in E'\\n' || text || E'\\n') > 0`, [line])
}

/** An example keeps the beginning of a very long message. */
const MOST_COMPARED = 1_500

/** Keeps how a turn was understood, with the flush. Answers the decision's id. */
export function keepDecision(
  ctx: Ctx,
  it: { conversationId: string; understood: Understanding; modelId: string | null; caseId?: string | undefined },
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
