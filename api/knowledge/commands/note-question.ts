import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import type { Language } from '../../tenants/schema.ts'
import { masked } from '../masked.ts'
import { Question } from '../model.ts'

export type AskedQuestion = {
  conversationId: string
  text: string
  language: Language
  /** their name, which is not kept */
  asker: string | null
  /** when the first of its words was said */
  saidFrom: Date
  /** what answered it; none if nothing did */
  answer?: { articleId: string; sureness: number }
}

const LONGEST = 500

/**
 * Keeps what a customer asked, with the flush, without what tells whose it is, and whether it was answered: what was not becomes a gap in
 * a moment (`gatherGaps`).
 */
export function noteQuestion(ctx: Ctx, it: AskedQuestion): string {
  const id = ctx.newId()
  const asked = masked(it.text.replaceAll('\u0000', '').toWellFormed(), [it.asker])
  ctx.atEnd(() => ({
    sql: `insert into questions (id, tenant_id, conversation_id, text, language, outcome, article_id, sureness, said_from, said_until)
          values (?::uuid, ?::uuid, ?::uuid, ?, ?, ?, ?::uuid, ?::real, ?::timestamptz, ?::timestamptz)`,
    bindings: [
      id,
      ctx.tenantId,
      it.conversationId,
      asked.slice(0, LONGEST).toWellFormed(),
      it.language,
      it.answer ? 'answered' : 'unanswered',
      it.answer?.articleId ?? null,
      it.answer?.sureness ?? null,
      it.saidFrom,
      ctx.now,
    ],
  }))
  return id
}

/** Whoever asked says whether the answer was one. What did not help becomes a gap too. Answers whether this is news. */
export async function answerHelped(
  ctx: Ctx,
  it: { questionId: string; conversationId: string; helped: boolean },
): Promise<boolean> {
  const question = await Question.query(ctx.trx).findById(it.questionId).forUpdate()
  if (question?.conversationId !== it.conversationId) throw new Refusal('not_found')
  const outcome = it.helped ? 'helpful' : 'unhelpful'
  if (question.outcome === outcome) return false
  await question.$query(ctx.trx).patch({ outcome })
  return true
}
