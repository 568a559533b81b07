import { inTenant, system } from '../../context.ts'
import { embed, likeness } from '../../llm/embed.ts'
import { mask } from '../../llm/masking.ts'
import type { Language } from '../../tenants/schema.ts'
import { modelsOf } from '../../triage/queries.ts'
import { closeArticles, type Meant } from './find-answer.ts'

/** An answer waits no longer for this, whatever a model that understands messages may take. */
const MOST_MS = 1_500

export type AskedWords = {
  tenantId: string
  question: string
  language: Language
  /** how the person is called: not for a model to read */
  names: readonly string[]
}

/**
 * Where several articles fit a question equally well by its words, a model says which is meant. The question leaves masked; of the articles only
 * titles and ways of asking of what customers may read. Nothing where there is no model, or it does not answer in time. Outside any transaction.
 */
export async function byMeaning({ tenantId, question, language, names }: AskedWords): Promise<Meant | undefined> {
  const wish = await modelsOf(tenantId)
  if (wish.switch !== 'decide' || !wish.models.some((it) => it.embedder)) return undefined
  const close = await inTenant(tenantId, system, (ctx) => closeArticles(ctx, { question, language }))
  if (close.length === 0) return undefined
  const model = wish.models.find((it) => it.embedder)
  const keyOf = (text: string) => `${model?.provider} ${model?.embedder?.model}\n${text}`
  const unknown = close.map((it) => it.text).filter((text) => !known.has(keyOf(text)))
  const asked = await embed({
    models: wish.models,
    texts: [mask(question, { names }).text, ...unknown],
    timeoutMs: Math.min(wish.timeoutMs, MOST_MS),
    purse: wish.purse,
  })
  const [meaning, ...fresh] = asked?.vectors ?? []
  if (!meaning) return undefined
  for (const [i, text] of unknown.entries()) remember(keyOf(text), fresh[i] ?? [])
  return new Map(close.map((it) => [it.articleId, likeness(meaning, known.get(keyOf(it.text)) ?? [])]))
}

const MOST_REMEMBERED = 2_000
const known = new Map<string, readonly number[]>()

/** What articles mean does not change while they say the same. */
function remember(key: string, vector: readonly number[]): void {
  if (known.size >= MOST_REMEMBERED) known.clear()
  known.set(key, vector)
}
