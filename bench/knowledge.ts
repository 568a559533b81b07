import { readFileSync } from 'node:fs'
import { type Fit, fitOf, type Passage, readArticle } from '../api/knowledge/rank.ts'
import { rarityFrom } from '../api/knowledge/queries/find-answer.ts'
import { FEW_WAYS, leastFit, NOT_QUITE, SURE_ENOUGH } from '../api/knowledge/sureness.ts'
import { tokensOf, wordsOf } from '../api/knowledge/words.ts'
import { taxonomy } from '../seeds/catalogue.ts'
import { articlesOf } from '../seeds/knowledge.ts'

/**
 * How well questions find their articles: each business is judged by what the other four taught, with the articles in all languages and in only
 * one, with all our ways of asking for an article and with few. All weighed by words; those of other languages are weighed by topics on the desk. Prints the weights that all five teach, for api/knowledge/sureness.ts. No database: `node --import tsx bench/knowledge.ts`.
 */
const BUSINESSES = ['meelike', 'prime', 'vschool', 'asiatravelplan', 'chapter2']
const BARS = [0.7, 0.75, SURE_ENOUGH, 0.85, 0.9]

type Line = {
  tenant: string
  language: string
  text: string
  article: string | null
  also?: (string | null)[]
  /** `messages` are from the triage data; `unknown` have no answer; `later` were written when weights and topics stood */
  set: 'own' | 'messages' | 'unknown' | 'later'
}
type Held = { line: Line; fits: { key: string; ways: number; x: number[] }[]; stranger: number }
type Judged = { line: Line; sureness: number; right: boolean; first: boolean }
type Weights = { fit: number[]; best: number[] }

type Language = 'th' | 'en' | 'ja'

const linesOf = (file: string): Line[] =>
  readFileSync(new URL(`../seeds/data/knowledge/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
const lines = linesOf('questions.jsonl')
/** Of a hand that had read the articles alone: never learnt from. */
const fresh = linesOf('held-questions.jsonl')
const means = (it: Line, key: string | null): boolean => key === it.article || (it.also ?? []).includes(key)

/** What is measured of a question and an article, as sureness.ts sums it up. */
const figures = (it: Fit): number[] => [
  1,
  it.words,
  it.pieces,
  it.topics,
  it.heard,
  it.spoken,
  Math.max(it.words, it.pieces),
  it.topics * it.heard,
]
const HEARD = 4
/** Of the best article's figures. */
const FIT = 1
const WAYS = 6
const SPOKEN = 5
const MOST_AHEAD = 4

const ALL = ['th', 'en', 'ja'] as const
/** Of a business that has written no more ways of asking than it is told to. */
const FEW = 3

/** @param most ways of asking for an article, in each language */
function hold(
  tenant: string,
  { languages = ALL as readonly Language[], most = Number.POSITIVE_INFINITY, asked = lines } = {},
): Held[] {
  const counts = new Map<string, number>()
  let passages = 0
  const articles = articlesOf(tenant, taxonomy())
    .filter((it) => it.visibility === 'customer')
    .map(({ key, texts }) => ({
      key,
      article: readArticle(
        languages.flatMap((language): Passage[] => {
          const text = texts[language]
          if (!text) return []
          const ways = [text.title, ...text.questions.slice(0, most)].map(wordsOf)
          const says = wordsOf(text.answer)
          passages += 1
          for (const token of new Set([...ways, says].flatMap(tokensOf)))
            counts.set(token, (counts.get(token) ?? 0) + 1)
          return [{ asked: ways, says }]
        }),
      ),
    }))
  const knowledge = { size: passages, having: (token: string) => counts.get(token) ?? 0 }
  return asked
    .filter((it) => it.tenant === tenant)
    .map((line) => {
      const words = wordsOf(line.text)
      const rarity = rarityFrom(tokensOf(words), knowledge)
      return {
        line,
        fits: articles.map((it) => ({
          key: it.key ?? '',
          ways: Math.log(it.article.asked.length / FEW_WAYS),
          x: figures(fitOf(words, it.article, rarity)),
        })),
        stranger: words.topics.some((topic) => !counts.has(`#${topic}`)) ? 1 : 0,
      }
    })
}

const sum = (weights: number[], x: number[]): number => weights.reduce((all, w, i) => all + w * (x[i] ?? 0), 0)
const chance = (z: number): number => 1 / (1 + Math.exp(-z))

/** Logistic regression, by Adam: a few hundred rows and eight figures. */
function learn(rows: { x: number[]; y: number; weight: number }[]): number[] {
  const size = rows[0]?.x.length ?? 0
  const all = rows.reduce((total, it) => total + it.weight, 0)
  const none = () => Array.from({ length: size }, () => 0)
  const [w, mean, spread] = [none(), none(), none()]
  for (let step = 1; step <= 600; step += 1) {
    const slope = none()
    for (const { x, y, weight } of rows) {
      const off = ((chance(sum(w, x)) - y) * weight) / all
      for (const [i, value] of x.entries()) slope[i] = (slope[i] ?? 0) + off * value
    }
    for (const [i, value] of slope.entries()) {
      const g = value + (i > 0 ? 0.002 * (w[i] ?? 0) : 0)
      mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * g
      spread[i] = 0.999 * (spread[i] ?? 0) + 0.001 * g * g
      const pace = Math.sqrt((spread[i] ?? 0) / (1 - 0.999 ** step)) + 1e-9
      w[i] = (w[i] ?? 0) - (0.05 * ((mean[i] ?? 0) / (1 - 0.9 ** step))) / pace
    }
  }
  return w
}

function bestOf(it: Held, fit: number[]) {
  const [best, next] = it.fits
    .map(({ key, x, ways }) => ({ key, x, ways, fit: sum(fit, x) }))
    .sort((one, other) => other.fit - one.fit)
  const ahead = Math.min((best?.fit ?? 0) - (next?.fit ?? 0), MOST_AHEAD)
  const x = [1, best?.fit ?? 0, ahead, best?.x[HEARD] ?? 0, best?.x[SPOKEN] ?? 0, it.stranger, best?.ways ?? 0]
  return { key: best?.key ?? '', x }
}

function teach(held: Held[]): Weights {
  const pairs = held.flatMap(({ line, fits }) =>
    fits
      .filter(({ key }) => key === line.article || !means(line, key))
      .map(({ key, x }) => ({ x, y: key === line.article ? 1 : 0, weight: key === line.article ? 6 : 1 })),
  )
  const fit = learn(pairs)
  const best = held.map((it) => {
    const { key, x } = bestOf(it, fit)
    return { x, y: means(it.line, key) ? 1 : 0, weight: 1 }
  })
  return { fit, best: learn(best) }
}

const judge = (held: Held[], weights: Weights): Judged[] =>
  held.map((it) => {
    const { key, x } = bestOf(it, weights.fit)
    const right = means(it.line, key)
    const sureness = chance(sum(weights.best, x))
    const isFar = (x[FIT] ?? 0) < leastFit(FEW_WAYS * Math.exp(x[WAYS] ?? 0))
    return { line: it.line, sureness: isFar ? Math.min(sureness, NOT_QUITE) : sureness, right, first: right }
  })

function tell(name: string, judged: Judged[], bar: number): void {
  const said = judged.filter((it) => it.sureness >= bar)
  const right = said.filter((it) => it.right).length
  const known = judged.filter((it) => it.line.article !== null)
  const silent = judged.filter((it) => it.sureness < bar && means(it.line, null)).length
  const percent = (part: number, of: number) => `${((100 * part) / Math.max(1, of)).toFixed(1)} %`
  console.log(
    `  ${name.padEnd(10)} ${String(judged.length).padStart(4)} asked, ${right} right, ${said.length - right} wrong (${percent(said.length - right, judged.length)}),` +
      ` ${silent} rightly not answered, ${judged.length - said.length - silent} not answered though known;` +
      ` of what is known ${percent(right, known.length)} answered, found first ${percent(known.filter((it) => it.first).length, known.length)}`,
  )
}

/** What businesses teach, with few ways of asking for an article and with all there are. */
const taughtBy = (businesses: readonly string[]): Weights =>
  teach(businesses.flatMap((key) => [...hold(key, { most: FEW }), ...hold(key)]))

const weights = taughtBy(BUSINESSES)
const taught = new Map(BUSINESSES.map((key) => [key, taughtBy(BUSINESSES.filter((other) => other !== key))]))

function tellAll(name: string, of: Parameters<typeof hold>[1]): void {
  const judged = BUSINESSES.flatMap((key) => judge(hold(key, of), taught.get(key) ?? weights))
  console.log(name)
  for (const bar of of?.languages ? [SURE_ENOUGH] : BARS) {
    console.log(` answered from ${bar}`)
    tell('all', judged, bar)
    for (const set of ['own', 'messages', 'unknown', 'later'])
      tell(
        set,
        judged.filter((it) => it.line.set === set),
        bar,
      )
    for (const language of ['th', 'en', 'ja', 'zh', 'mixed'])
      tell(
        language,
        judged.filter((it) => it.line.language === language),
        bar,
      )
  }
}

for (const most of [Number.POSITIVE_INFINITY, FEW]) {
  const ways = most === FEW ? `${FEW} ways of asking` : 'all ways of asking'
  tellAll(`held questions, ${ways}`, { most, asked: fresh })
  tellAll(`our own questions, ${ways}`, { most })
  for (const language of ALL) tellAll(`the same, articles in ${language}`, { most, languages: [language] })
}
console.log('weights', weights)
