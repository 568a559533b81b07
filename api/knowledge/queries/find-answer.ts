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

/** How like the question each article is in meaning, by its id: from a language model, where there is one. */
export type Meant = ReadonlyMap<string, number>
export type CloseArticle = { articleId: string; text: string }

const CLOSE = 1
const CLEARLY = 0.03
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
  asked: { question: string; language: Language; meant?: Meant | undefined },
): Promise<{ answer: FoundAnswer | undefined; nearest: FoundAnswer | undefined }> {
  const question = wordsOf(asked.question.slice(0, MOST_ASKED))
  const rows = await candidatesFor(ctx, question)
  const nearest = bestOf(question, rows, asked.language, asked.meant)
  return { answer: nearest && nearest.sureness >= SURE_ENOUGH ? nearest : undefined, nearest }
}

/** Articles that could be next to one another in fit, for a model to say which is meant. None if it is clear, or none comes near. */
export async function closeArticles(
  ctx: Ctx,
  asked: { question: string; language: Language },
): Promise<CloseArticle[]> {
  const question = wordsOf(asked.question.slice(0, MOST_ASKED))
  const rows = await candidatesFor(ctx, question)
  const close = closeOf(fitsOf(question, rows))
  if (close.length < 2) return []
  return close.flatMap(({ of }) => {
    const it = inLanguage(of, asked.language)
    return it ? [{ articleId: it.article_id, text: [it.title, ...it.questions].join('\n') }] : []
  })
}

async function candidatesFor(ctx: Ctx, question: Words): Promise<Row[]> {
  const tokens = tokensOf(question)
  if (tokens.length === 0) return []
  const { rows } = (await ctx.trx.raw(
    `select v.*, n.known, n.passages from passages_near(?::text[], ?) n join customer_passages v on v.article_id = n.article_id`,
    [tokens, MOST_CANDIDATES],
  )) as { rows: Row[] }
  return rows
}

type Fitting = { of: Row[]; fit: Fit }

/** The candidates, the best first. */
function fitsOf(question: Words, rows: Row[]): Fitting[] {
  const [first] = rows
  if (!first) return []
  const rarity = rarityFrom(tokensOf(question), first.known, first.passages)
  return [...new Set(rows.map((it) => it.article_id))]
    .map((id) => rows.filter((it) => it.article_id === id))
    .map((of): Fitting => ({ of, fit: fitOf(question, of.map(passageOf), rarity) }))
    .sort((one, other) => fitness(other.fit) - fitness(one.fit))
}

/** By words alone these are as good as each other. */
const closeOf = (fits: Fitting[]): Fitting[] =>
  fits.filter((it) => fits[0] && fitness(fits[0].fit) - fitness(it.fit) <= CLOSE)

function bestOf(question: Words, rows: Row[], language: Language, meant: Meant | undefined): FoundAnswer | undefined {
  const [first] = rows
  const fits = reranked(fitsOf(question, rows), meant)
  const [best, next] = fits
  if (!first || !best) return undefined
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

/** Among those that are close by their words the one that is clearly meant comes first; the others close to it are then no rivals of it. */
function reranked(fits: Fitting[], meant: Meant | undefined): Fitting[] {
  const close = closeOf(fits)
  if (!meant || close.length < 2) return fits
  const likenessOf = ({ of }: Fitting): number => meant.get(of[0]?.article_id ?? '') ?? -1
  const [first, second] = close.toSorted((one, other) => likenessOf(other) - likenessOf(one))
  if (!first || !second || likenessOf(first) - likenessOf(second) < CLEARLY) return fits
  return [first, ...fits.filter((it) => !close.includes(it))]
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
export function readOnce(text: string): Words {
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
