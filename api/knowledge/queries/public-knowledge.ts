import type { Ctx } from '../../context.ts'
import { keptUntilChanged } from '../../kept-until-changed.ts'
import { indexOf, type PassageIndex, type PublicPassage } from '../passage-index.ts'
import { bare } from '../words.ts'

/** All that a business's customers may be told, as it stands now: read again only when an article was published, changed or retired. */
export const publicKnowledge: (ctx: Ctx) => Promise<PassageIndex> = keptUntilChanged('knowledge', async (ctx) => {
  // through the view that shows nothing but what is published for customers
  const { rows } = (await ctx.trx.raw(
    `select article_id as "articleId", language, version, title, questions, answer, tokens from customer_passages order by article_id, language`,
  )) as { rows: (PublicPassage & { tokens: string[] })[] }
  return indexOf(rows.map(({ tokens, ...passage }) => ({ passage, tokens: bare(tokens) })))
})
