import type { Ctx } from '../../context.ts'
import { indexOf, type PassageIndex, type PublicPassage } from '../passage-index.ts'
import { bare } from '../words.ts'

const kept = new Map<string, { change: string; index: PassageIndex }>()

/** All that a business's customers may be told, as it stands now: kept in memory, read again only when an article was published, changed or retired. */
export async function publicKnowledge(ctx: Ctx): Promise<PassageIndex> {
  const { rows } = (await ctx.trx.raw('select change from knowledge_changes where tenant_id = ?', [ctx.tenantId])) as {
    rows: { change: string }[]
  }
  const [it] = rows
  if (!it) return indexOf([])
  const known = kept.get(ctx.tenantId)
  if (known?.change === it.change) return known.index
  const index = await readAll(ctx)
  kept.set(ctx.tenantId, { change: it.change, index })
  return index
}

/** Through the view that shows nothing but what is published for customers. */
async function readAll(ctx: Ctx): Promise<PassageIndex> {
  const { rows } = (await ctx.trx.raw(
    `select article_id as "articleId", language, version, title, questions, answer, tokens from customer_passages order by article_id, language`,
  )) as { rows: (PublicPassage & { tokens: string[] })[] }
  return indexOf(rows.map(({ tokens, ...passage }) => ({ passage, tokens: bare(tokens) })))
}
