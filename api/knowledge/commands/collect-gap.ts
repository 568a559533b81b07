import { type Ctx, inTenant, perTransaction, system } from '../../context.ts'
import type { Language } from '../../tenants/schema.ts'
import { alikeTo } from '../alike.ts'
import { Article, Question } from '../model.ts'
import type { PassageIndex } from '../passage-index.ts'
import { rarityFrom } from '../queries/find-answer.ts'
import { publicKnowledge } from '../queries/public-knowledge.ts'
import { tokensOf, type Words, wordsOf } from '../words.ts'
import { indexArticle } from './index-article.ts'
import { addArticle } from './put-article.ts'

const MOST_LIKE_IT = 50
const LONGEST_TITLE = 120
const LONGEST_QUESTION = 300

/**
 * A question nobody had an answer to joins the draft that others like it have made, or makes one. One that was retired stays so: it was decided
 * that this is not ours to answer.
 */
export async function collectGap(ctx: Ctx, question: Question): Promise<string> {
  if (question.gapId) return question.gapId
  const gaps = await gapsOf(ctx)()
  const gapId = gapLike(gaps, wordsOf(question.text)) ?? (await draftFor(ctx, question)).id
  gaps.asked.unshift({ gapId, text: question.text })
  found(ctx).set(question.id, gapId)
  return gapId
}

/** Which gap each question belongs to, written with the flush. */
const found = perTransaction((ctx) => {
  const gaps = new Map<string, string>()
  ctx.atEnd(() => ({
    sql: `update questions q set gap_id = n.gap_id from unnest(?::uuid[], ?::uuid[]) as n(id, gap_id) where q.id = n.id`,
    bindings: [[...gaps.keys()], [...gaps.values()]],
  }))
  return gaps
})

type Gaps = { asked: { gapId: string; text: string }[]; known: PassageIndex }

/** What was asked before and waits for an answer, the latest first; read once for all that a transaction collects. */
const gapsOf = perTransaction((ctx) => {
  let read: Promise<Gaps> | undefined
  return () => (read ??= readGaps(ctx))
})

async function readGaps(ctx: Ctx): Promise<Gaps> {
  // two chats that ask the same thing at once make one draft
  await ctx.trx.raw('select pg_advisory_xact_lock(hashtext(?))', [`gaps ${ctx.tenantId}`])
  const { rows } = (await ctx.trx.raw(
    `select q.gap_id as "gapId", q.text from questions q join articles a on a.id = q.gap_id and a.origin = 'gap' and a.status <> 'published'
     order by q.said_until desc limit ${MOST_LIKE_IT * 10}`,
  )) as { rows: Gaps['asked'] }
  return { asked: rows, known: await publicKnowledge(ctx) }
}

const MOST_AT_ONCE = 20

/** Questions without an answer that have not found their gap yet. Not in the customer's turn: all who ask would wait for one another. */
export async function gatherGaps(tenantId: string): Promise<void> {
  for (let left = true; left; )
    left = await inTenant(tenantId, system, async (ctx) => {
      const questions = await Question.query(ctx.trx)
        .whereNull('gap_id')
        .whereIn('outcome', ['unanswered', 'unhelpful'])
        .orderBy('said_until')
        .limit(MOST_AT_ONCE)
        .forUpdate()
        .skipLocked()
      for (const question of questions) await collectGap(ctx, question)
      return questions.length === MOST_AT_ONCE
    })
}

function gapLike(gaps: Gaps, asked: Words): string | undefined {
  const tokens = tokensOf(asked).filter((token) => !token.startsWith('~'))
  if (tokens.length === 0) return undefined
  const isAlike = alikeTo(asked, rarityFrom(tokens, gaps.known))
  return gaps.asked.find((it) => isAlike(wordsOf(it.text)))?.gapId
}

const draftFor = (ctx: Ctx, { text, language }: Question): Promise<Article> =>
  addArticle(ctx, { visibility: 'customer', caseType: null, origin: 'gap', texts: { [language]: draftOf(text) } })

export const draftOf = (question: string) => ({
  title: cut(question, LONGEST_TITLE),
  questions: [cut(question, LONGEST_QUESTION)],
  answer: '',
})

const cut = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most - 1).toWellFormed()}…` : words

/** Questions and drafts that are left, when some of a draft's questions were taken back. */
export async function redraft(ctx: Ctx, gapId: string, gone: (words: string) => string): Promise<void> {
  const draft = await Article.query(ctx.trx).findById(gapId).forUpdate()
  // what was approved is the business's own by now: somebody read it and put it out in its name
  if (draft?.status !== 'draft') return
  const { rows } = (await ctx.trx.raw(
    'select text, language from questions where gap_id = ? order by said_until desc limit 1',
    [gapId],
  )) as { rows: { text: string; language: Language }[] }
  const [left] = rows
  const texts = Object.fromEntries(
    Object.entries(draft.texts).map(([language, it]) => {
      const kept = it.questions.map(gone).filter((words) => words.replace(/[…\s]/g, ''))
      const asked = draftOf(left?.text ?? '…')
      const title = gone(it.title) === it.title ? it.title : asked.title
      return [language, { title, questions: kept.length ? kept : asked.questions, answer: gone(it.answer) }]
    }),
  )
  const now = left
    ? await draft.$query(ctx.trx).patchAndFetch({ texts, updatedAt: ctx.now })
    : // nobody asks for it any more; an answer that was found for it is not lost to its writer, who has it in the chat
      await draft.$query(ctx.trx).patchAndFetch({ texts: {}, status: 'retired', updatedAt: ctx.now })
  await indexArticle(ctx, now)
}
