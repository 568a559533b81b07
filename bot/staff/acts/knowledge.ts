import { publishArticle, retireArticle } from '../../../api/knowledge/commands/put-article.ts'
import { articleById } from '../../../api/knowledge/queries/articles.ts'
import { gapsByIds } from '../../../api/knowledge/queries/gaps.ts'
import type { ArticleTexts } from '../../../api/knowledge/schema.ts'
import { caseInFull } from '../../../api/cases/queries/case-in-full.ts'
import { Refusal } from '../../../api/errors.ts'
import type { Worded } from '../../../api/outbox/schema.ts'
import type { Language } from '../../../api/tenants/schema.ts'
import { card, tapsOf, text } from '../../messages.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'

const LONGEST = 1_500

/** The steps for a case, in the staff group and nowhere else. */
export async function showSteps(turn: StaffTurn, caseId: string): Promise<StaffAnswer> {
  const { copy, ctx, reader } = turn
  const full = await caseInFull(ctx, caseId)
  const steps = full?.sop && textIn(full.sop, reader.language)
  if (!full || !steps) throw new Refusal('not_found')
  const acts = [tapsOf(reader)(copy.staff.show, 'show', caseId)]
  return { say: [card({ title: full.it.reference, subtitle: steps.title, body: cut(steps.answer, LONGEST), acts })] }
}

const MOST_IN_A_LINE = 80

/** One line: an answer that a colleague gave could be everybody's. */
export async function offerDraft({ copy, ctx, reader }: OfferTo, articleId: string, own?: OwnWords): Promise<Worded[]> {
  const draft = await articleById(ctx, articleId)
  const it = draft && textIn(draft.texts, reader.language)
  if (!draft || !it) return []
  const answer = cut(it.answer, MOST_IN_A_LINE)
  const said = (await own?.(() => ({ title: it.title }))) ?? copy.knowledge.drafted({ title: it.title, answer })
  return [text(said, draft.status === 'draft' ? [tapsOf(reader)(copy.knowledge.look, 'article', draft.id)] : [])]
}

type OfferTo = Pick<StaffTurn, 'copy' | 'ctx' | 'reader'>
type OwnWords = (values: () => Record<string, string>) => Promise<string | undefined>

/** A draft as customers would read it, for whoever may publish it. */
export async function showDraft(turn: StaffTurn, articleId: string): Promise<StaffAnswer> {
  const { copy, ctx, reader } = turn
  const [gap] = await gapsByIds(ctx, [articleId])
  const it = gap && textIn(gap.draft.texts, reader.language)
  if (!gap || !it) throw new Refusal('not_found')
  const tap = tapsOf(reader)
  const acts = [
    ...(it.answer ? [tap(copy.knowledge.publish, 'article', articleId, 'publish')] : []),
    tap(copy.knowledge.retire, 'article', articleId, 'retire'),
  ]
  const asked = { label: copy.knowledge.asked, value: copy.knowledge.times(gap.count) }
  return {
    say: [
      card({
        title: it.title,
        subtitle: copy.knowledge.draft,
        facts: gap.count ? [asked] : [],
        body: cut(it.answer, LONGEST) || copy.knowledge.noAnswer(),
        acts: gap.draft.status === 'draft' ? acts : [],
      }),
    ],
  }
}

/** Approves a draft or puts it aside: the policy says who may. */
export async function decideOnDraft(turn: StaffTurn, articleId: string, what: string): Promise<StaffAnswer> {
  const { copy, ctx, reader, who } = turn
  const now = await articleById(ctx, articleId)
  if (!now) throw new Refusal('not_found')
  const title = textIn(now.texts, reader.language)?.title ?? ''
  if (what === 'publish') {
    if (now.status !== 'published') await publishArticle(ctx, articleId)
    return { say: [text(copy.knowledge.published({ title, who: who.name }))] }
  }
  if (now.status !== 'retired') await retireArticle(ctx, articleId)
  return { say: [text(copy.knowledge.retired({ title, who: who.name }))] }
}

/** In the reader's language, else in one it is written in. */
const textIn = (texts: ArticleTexts, language: Language) =>
  texts[language] ?? texts.en ?? Object.values(texts).find(Boolean)

const cut = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most).toWellFormed()}…` : words
