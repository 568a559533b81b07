import type { Ctx } from '../../context.ts'
import { withoutWords } from '../../forgotten-words.ts'
import { masked } from '../masked.ts'
import { redraft } from './collect-gap.ts'

/** A message was taken back or changed: what was asked by it is not kept, nor what a draft quotes of it. */
export async function forgetQuestions(
  ctx: Ctx,
  it: { conversationId: string; saidAt: Date; words: string },
): Promise<void> {
  const words = it.words.trim()
  const { rows } = (await ctx.trx.raw(
    `delete from questions where conversation_id = ? and ((said_from <= ? and ? <= said_until) or (? <> '' and position(? in text) > 0))
     returning gap_id, text`,
    [it.conversationId, it.saidAt, it.saidAt, masked(words), masked(words)],
  )) as { rows: { gap_id: string | null; text: string }[] }
  const texts = [...new Set([words, masked(words), ...rows.map((row) => row.text)].filter(Boolean))]
  const gone = (said: string) => texts.reduce(withoutWords, said)
  for (const gapId of new Set(rows.flatMap((row) => row.gap_id ?? []))) await redraft(ctx, gapId, gone)
}
