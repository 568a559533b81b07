import type { Ctx } from '../../context.ts'
import type { Language } from '../../tenants/schema.ts'
import { type Fit, fitOf, type Passage } from '../rank.ts'
import { fitness, SURE_ENOUGH, surenessOf } from '../sureness.ts'
import { tokensOf, type Words, wordsOf } from '../words.ts'

/** An article's own words for a customer. */
export type FoundAnswer = {
  articleId: string
  version: number
  /** of the words; another than was asked for if the article is not written in that one */
  language: Language
  title: string
  answer: string
  sureness: number
}

const MOST_CANDIDATES = 10
const MOST_ASKED = 1_000

type Row = {
  article_id: string
  language: Language
  title: string
  questions: string[]
  answer: string
  version: number
  known: Record<string, number>
  passages: number
}

/**
 * What the business has told us to say to this, for a customer: read through the view that shows nothing but what is published for customers.
 * `answer` is there only when it is sure enough; `nearest` is told even below the bar, for whoever tries questions out.
 */
export async function findAnswer(
  ctx: Ctx,
  asked: { question: string; language: Language },
): Promise<{ answer: FoundAnswer | undefined; nearest: FoundAnswer | undefined }> {
  const question = wordsOf(asked.question.slice(0, MOST_ASKED))
  const tokens = tokensOf(question)
  if (tokens.length === 0) return { answer: undefined, nearest: undefined }
  const { rows } = (await ctx.trx.raw(
    `select v.*, n.known, n.passages from passages_near(?::text[], ?) n join customer_passages v on v.article_id = n.article_id`,
    [tokens, MOST_CANDIDATES],
  )) as { rows: Row[] }
  const nearest = bestOf(question, tokens, rows, asked.language)
  return { answer: nearest && nearest.sureness >= SURE_ENOUGH ? nearest : undefined, nearest }
}

function bestOf(question: Words, tokens: string[], rows: Row[], language: Language): FoundAnswer | undefined {
  const [first] = rows
  if (!first) return undefined
  const rarity = rarityFrom(tokens, first.known, first.passages)
  const ids = [...new Set(rows.map((it) => it.article_id))]
  const fits = ids
    .map((id) => rows.filter((it) => it.article_id === id))
    .map((of): { of: Row[]; fit: Fit } => ({ of, fit: fitOf(question, of.map(passageOf), rarity) }))
    .sort((one, other) => fitness(other.fit) - fitness(one.fit))
  const [best, next] = fits
  if (!best) return undefined
  const isStranger = question.topics.some((topic) => !(`#${topic}` in first.known))
  const said = inLanguage(best.of, language)
  return (
    said && {
      articleId: said.article_id,
      version: said.version,
      language: said.language,
      title: said.title,
      answer: said.answer,
      sureness: surenessOf(best.fit, next?.fit, isStranger),
    }
  )
}

/** Of tokens nobody asked for it is not known how rare they are; what is usual for their kind does as well (measured). */
export function rarityFrom(tokens: string[], known: Record<string, number>, passages: number) {
  const asked = new Set(tokens)
  return (token: string): number => {
    const usual = token.startsWith('#') ? 8 : 3
    return Math.log(1 + passages / (asked.has(token) ? (known[token] ?? 0) + 0.5 : usual))
  }
}

const inLanguage = (of: Row[], language: Language): Row | undefined =>
  of.find((it) => it.language === language) ?? of.find((it) => it.language === 'en') ?? of[0]

const read = new Map<string, Words>()
const MOST_REMEMBERED = 20_000

/** The same few texts are held against every question. */
function readOnce(text: string): Words {
  const known = read.get(text)
  if (known) return known
  if (read.size >= MOST_REMEMBERED) read.clear()
  const words = wordsOf(text)
  read.set(text, words)
  return words
}

const passageOf = (it: Row): Passage => ({
  asked: [it.title, ...it.questions].map(readOnce),
  says: readOnce(it.answer),
})
