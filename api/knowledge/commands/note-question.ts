import type { Ctx } from '../../context.ts'
import { contactById } from '../../contacts/queries.ts'
import { Refusal } from '../../errors.ts'
import type { Language } from '../../tenants/schema.ts'
import { masked } from '../masked.ts'
import { Question } from '../model.ts'

export type AskedQuestion = {
  conversationId: string
  text: string
  language: Language
  /** when the first of its words was said */
  saidFrom: Date
  /** what answered it; none if nothing did */
  answer?: { articleId: string; sureness: number }
}

const LONGEST = 500

/** Keeps what a customer asked, without what tells whose it is, and whether it was answered: what was not becomes a gap in a moment (`gatherGaps`). */
export async function noteQuestion(ctx: Ctx, it: AskedQuestion): Promise<string> {
  const asker = ctx.actor.kind === 'contact' ? await contactById(ctx, ctx.actor.id) : undefined
  const question = await Question.query(ctx.trx)
    .insert({
      id: ctx.newId(),
      tenantId: ctx.tenantId,
      conversationId: it.conversationId,
      text: masked(it.text.replaceAll('\u0000', '').toWellFormed(), [asker?.name]).slice(0, LONGEST).toWellFormed(),
      language: it.language,
      outcome: it.answer ? 'answered' : 'unanswered',
      articleId: it.answer?.articleId ?? null,
      sureness: it.answer?.sureness ?? null,
      saidFrom: it.saidFrom,
      saidUntil: ctx.now,
    })
    .returning('*')
  return question.id
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
