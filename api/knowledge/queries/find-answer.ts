import type { Ctx } from '../../context.ts'
import type { Language } from '../../tenants/schema.ts'
import type { PassageIndex, PublicPassage } from '../passage-index.ts'
import { type Fit, fitsOf, type Passage, type ReadArticle, readArticle } from '../rank.ts'
import { fitness, PERHAPS, SURE_ENOUGH, surenessOf, type Weighing } from '../sureness.ts'
import { tokensOf, type Words, wordsOf } from '../words.ts'
import { publicKnowledge } from './public-knowledge.ts'

/** An article's own words for a customer. */
export type FoundAnswer = {
  articleId: string
  version: number
  /** of the words; another than was asked for if the article is not written in that one */
  language: Language
  title: string
  /** what it is about, in every language: titles, and the questions it was written for */
  heading: string
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

/**
 * What the business has told us to say to this, for a customer. `answer` is there only when it is sure enough; `nearest` is told even below the bar,
 * for whoever tries questions out.
 */
export async function findAnswer(
  ctx: Ctx,
  asked: { question: string; language: Language; meant?: Meant | undefined },
): Promise<{ answer: FoundAnswer | undefined; nearest: FoundAnswer | undefined }> {
  const question = wordsOf(asked.question.slice(0, MOST_ASKED))
  const nearest = bestOf(question, await publicKnowledge(ctx), asked.language, asked.meant)
  return { answer: nearest && nearest.sureness >= SURE_ENOUGH ? nearest : undefined, nearest }
}

/** Where none is sure enough to be the answer: the one or two articles that may be it, the likelier first. */
export async function perhapsMeant(ctx: Ctx, asked: { question: string; language: Language }): Promise<FoundAnswer[]> {
  const question = wordsOf(asked.question.slice(0, MOST_ASKED))
  const knowledge = await publicKnowledge(ctx)
  const fits = fittingTo(question, knowledge, asked.language)
  const best = ofFits(question, knowledge, asked.language, fits)
  if (!best || best.sureness < PERHAPS) return []
  const [first, second] = fits
  const isClose = first && second && first.fitness - second.fitness <= NOT_FAR
  const other = isClose ? ofFits(question, knowledge, asked.language, fits.slice(1)) : undefined
  return other ? [best, other] : [best]
}
const NOT_FAR = 1.5

/** What an article says, in their language where it is written in that; nothing of one that customers may no longer be told. */
export async function articleToTell(
  ctx: Ctx,
  asked: { articleId: string; language: Language },
): Promise<FoundAnswer | undefined> {
  const of = (await publicKnowledge(ctx)).ofArticle(asked.articleId)
  const said = inLanguage(of, asked.language)
  return said && toldOf(of, said, 1)
}

/** Articles that could be next to one another in fit, for a model to say which is meant. None if it is clear, or none comes near. */
export async function closeArticles(
  ctx: Ctx,
  asked: { question: string; language: Language },
): Promise<CloseArticle[]> {
  const question = wordsOf(asked.question.slice(0, MOST_ASKED))
  const close = closeOf(fittingTo(question, await publicKnowledge(ctx), asked.language))
  if (close.length < 2) return []
  return close.flatMap(({ of }) => {
    const it = inLanguage(of, asked.language)
    return it ? [{ articleId: it.articleId, text: [it.title, ...it.questions].join('\n') }] : []
  })
}

type Fitting = { of: PublicPassage[]; fit: Fit; by: Weighing; fitness: number }

/** The articles that come near, the best first. */
function fittingTo(question: Words, knowledge: PassageIndex, language: Language): Fitting[] {
  const tokens = tokensOf(question)
  const fitOf = fitsOf(question, rarityFrom(tokens, knowledge))
  const fits = knowledge.nearTo(tokens, MOST_CANDIDATES).map((of) => ({ of, fit: fitOf(readyOf(of)) }))
  const isForeign = fits.every(({ of }) => of.every((it) => it.language !== language))
  const by = isForeign || isChinese(question) ? 'topics' : 'words'
  return fits
    .map((it): Fitting => ({ ...it, by, fitness: fitness(it.fit, by) }))
    .sort((one, other) => other.fitness - one.fitness)
}

/** No article is written in it; that it shares characters with Japanese says little. */
const isChinese = ({ words }: Words): boolean => {
  const said = words.map(({ word }) => word).join('')
  return /[一-龥]/.test(said) && !/[ぁ-んァ-ヶก-๙]/.test(said)
}

/** By words alone these are as good as each other. */
const closeOf = (fits: Fitting[]): Fitting[] => fits.filter((it) => fits[0] && fits[0].fitness - it.fitness <= CLOSE)

function bestOf(
  question: Words,
  knowledge: PassageIndex,
  language: Language,
  meant: Meant | undefined,
): FoundAnswer | undefined {
  return ofFits(question, knowledge, language, reranked(fittingTo(question, knowledge, language), meant))
}

function ofFits(
  question: Words,
  knowledge: PassageIndex,
  language: Language,
  [best, next]: Fitting[],
): FoundAnswer | undefined {
  const said = best && inLanguage(best.of, language)
  if (!said) return undefined
  const isStranger = question.topics.some((topic) => knowledge.having(`#${topic}`) === 0)
  const { by, fit, of } = best
  return toldOf(of, said, surenessOf(fit, next?.fit, { by, isStranger, ways: readyOf(of).asked.length }))
}

const toldOf = (of: PublicPassage[], said: PublicPassage, sureness: number): FoundAnswer => ({
  articleId: said.articleId,
  version: said.version,
  language: said.language,
  title: said.title,
  answer: said.answer,
  heading: of.flatMap((it) => [it.title, ...it.questions]).join('\n'),
  sureness,
})

/** Among those that are close by their words the one that is clearly meant comes first; the others close to it are then no rivals of it. */
function reranked(fits: Fitting[], meant: Meant | undefined): Fitting[] {
  const close = closeOf(fits)
  if (!meant || close.length < 2) return fits
  const likenessOf = ({ of }: Fitting): number => meant.get(of[0]?.articleId ?? '') ?? -1
  const [first, second] = close.toSorted((one, other) => likenessOf(other) - likenessOf(one))
  if (!first || !second || likenessOf(first) - likenessOf(second) < CLEARLY) return fits
  return [first, ...fits.filter((it) => !close.includes(it))]
}

/** Of tokens nobody asked for it is not known how rare they are; what is usual for their kind does as well (measured). */
export function rarityFrom(tokens: string[], knowledge: Pick<PassageIndex, 'size' | 'having'>) {
  const rarityOf = (having: number) => Math.log(1 + Math.max(1, knowledge.size) / having)
  const asked = new Map(tokens.map((token) => [token, rarityOf(knowledge.having(token) + 0.5)]))
  const [usualTopic, usual] = [rarityOf(8), rarityOf(3)]
  return (token: string): number => asked.get(token) ?? (token.startsWith('#') ? usualTopic : usual)
}

const inLanguage = (of: PublicPassage[], language: Language): PublicPassage | undefined =>
  of.find((it) => it.language === language) ?? of.find((it) => it.language === 'en') ?? of[0]

const passageOf = (it: PublicPassage): Passage => ({
  asked: [it.title, ...it.questions].map(wordsOf),
  says: wordsOf(it.answer),
})

const ready = new WeakMap<PublicPassage[], ReadArticle>()

function readyOf(article: PublicPassage[]): ReadArticle {
  const known = ready.get(article)
  if (known) return known
  const it = readArticle(article.map(passageOf))
  ready.set(article, it)
  return it
}
