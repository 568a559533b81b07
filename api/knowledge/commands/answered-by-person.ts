import type { Ctx } from '../../context.ts'
import { contactById } from '../../contacts/queries.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import type { Language } from '../../tenants/schema.ts'
import { masked } from '../masked.ts'
import { Article, Question } from '../model.ts'
import { collectGap, draftOf } from './collect-gap.ts'
import { indexArticle } from './index-article.ts'

const LATELY_MS = 12 * 60 * 60_000
const LEAST_CHARACTERS = 12
const LONGEST_ANSWER = 2_000

/** Words that only say that somebody is there, or that an answer will come. */
const NO_ANSWER =
  /^(?:สวัสดี|รอ(?:สัก)?ครู่|สักครู่|ขอเช็ค|ขอเช็ก|ขอตรวจสอบ|เดี๋ยว.{0,12}(?:เช็ค|เช็ก|ดู|ถาม|ตรวจ)|แอดมิน|hello|hi\b|good (?:morning|afternoon|evening)|one moment|just a moment|let me (?:check|ask|see|look)|hold on|please wait|we(?:’|')?ll check|i(?:’|')?ll check|少々お待ち|確認(?:いた|し)|お待ちください|こんにちは|お世話に)/i
const SHORT = 60

/**
 * A person answered a customer in a chat where a question had no answer, or one that did not help: what they wrote becomes the draft's answer, for
 * somebody to approve. The staff are told once for each draft; answers its id then, for the one place that is not told because it is being answered.
 */
export async function answeredByPerson(
  ctx: Ctx,
  it: { conversationId: string; contactId: string | null; withStaff: boolean; text: string },
): Promise<string | undefined> {
  const said = it.text.trim()
  if (said.length < LEAST_CHARACTERS || (NO_ANSWER.test(said) && said.length < SHORT)) return undefined
  const question = await Question.query(ctx.trx)
    .where('conversation_id', it.conversationId)
    .where('said_until', '>', new Date(ctx.now.getTime() - LATELY_MS))
    .orderBy('said_until', 'desc')
    .first()
    .forUpdate()
  if (!question || question.outcome === 'helpful') return undefined
  // an answer that nobody complained of stands, unless the customer wanted a person after it
  if (question.outcome === 'answered' && !it.withStaff) return undefined
  const gapId = await collectGap(ctx, question)
  const draft = await Article.query(ctx.trx).findById(gapId).forUpdate()
  if (draft?.status !== 'draft') return undefined
  const asker = it.contactId ? await contactById(ctx, it.contactId) : undefined
  const who = ctx.actor.kind === 'staff' || ctx.actor.kind === 'api' ? ctx.actor.name : undefined
  const answer = masked(said, [asker?.name, who]).slice(0, LONGEST_ANSWER).toWellFormed()
  const language = writtenIn(said)
  // who answered first, or wrote it down, is not overwritten
  if (draft.texts[language]?.answer) return undefined
  const text = draft.texts[language] ?? draftOf(question.text)
  const now = await draft.$query(ctx.trx).patchAndFetch({
    texts: { ...draft.texts, [language]: { ...text, answer } },
    updatedAt: ctx.now,
    offeredAt: draft.offeredAt ?? ctx.now,
  })
  await indexArticle(ctx, now)
  if (draft.offeredAt) return undefined
  await notifyStaff(ctx, { event: 'knowledge.drafted', facts: { articleId: draft.id } })
  return draft.id
}

function writtenIn(text: string): Language {
  if (/[\u0e00-\u0e7f]/.test(text)) return 'th'
  return /[\u3040-\u30ff]/.test(text) ? 'ja' : 'en'
}
