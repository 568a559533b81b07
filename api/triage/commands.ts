import type { Ctx } from '../context.ts'
import { sharedLessons } from './base/shared-lessons.ts'
import { labelsOf } from './labels.ts'
import { type LocalModel, parse, serialise } from './local/model.ts'
import { relabel, train } from './local/train.ts'
import { TriageExample, TriageModel } from './model.ts'
import type { LabelledMessage, Understanding } from './understanding.ts'

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

const exampleOf = (it: TriageExample): LabelledMessage => ({
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

/** Keeps how a turn was understood, with the flush. */
export function keepDecision(
  ctx: Ctx,
  it: { conversationId: string; understood: Understanding; modelId: string | null },
): void {
  const { understood } = it
  ctx.atEnd(() => ({
    sql: `insert into triage_decisions (id, tenant_id, conversation_id, intent, label, severity, confidence, engine, model_id, latency_us, at)
          values (?::uuid, ?::uuid, ?::uuid, ?, ?, ?, ?::real, ?, ?::uuid, ?::int, ?)`,
    bindings: [
      ctx.newId(),
      ctx.tenantId,
      it.conversationId,
      understood.intent,
      understood.caseType ?? understood.bookingKind ?? null,
      understood.severity ?? null,
      understood.confidence,
      understood.engine,
      it.modelId,
      Math.round(understood.latencyMs * 1_000),
      ctx.now,
    ],
  }))
}
