import { type Ctx, perTransaction } from '../context.ts'
import { post } from '../outbox/commands/post.ts'
import type { Notice } from '../outbox/schema.ts'
import type { Language } from '../tenants/schema.ts'
import { type Chat, mannerOf } from './manner.ts'
import { customerPlaces, hasBlockedUs, staffPlaces } from './queries/places.ts'
import { staffAlone } from './queries/staff-alone.ts'

export type News = {
  event: string
  caseId?: string
  bookingId?: string
  conversationId?: string
  /** of the case: what is critical is never put off, and a rule may be about one type */
  severity?: string
  caseTypeId?: string
  facts?: Notice['facts']
}

/** The conversation that is being answered by this transaction: it gets an answer, not news of what it did itself. */
export const answering = (ctx: Ctx, conversationId: string): void => void answered(ctx).add(conversationId)
export const isAnswered = (ctx: Ctx, conversationId: string): boolean => answered(ctx).has(conversationId)

const answered = perTransaction(() => new Set<string>())

/** News for the staff: one row for each of their chats it is routed to and that wants it, worded at delivery. */
export async function notifyStaff(ctx: Ctx, news: News): Promise<void> {
  toldIn(ctx).add(news.caseId ?? news.bookingId ?? '')
  const placed = await staffPlaces(ctx, news)
  // chosen as a recipient and named by a rule is still one chat
  const alone = (await staffAlone(ctx)).filter((it) => !placed.some((one) => one.id === it.id))
  for (const chat of [...placed, ...alone]) await tellIn(ctx, chat, 'staff', news)
}

/** Of which cases and bookings this transaction has told the staff. */
export const toldIn = perTransaction(() => new Set<string>())

/** News for the customer: where they spoke of it, and wherever else is theirs. */
export async function notifyCustomer(
  ctx: Ctx,
  conversationId: string | null,
  language: Language,
  news: News,
): Promise<void> {
  // in a group, too, it is the matter of somebody who spoke their own language
  const places = await customerPlaces(ctx, conversationId, news)
  for (const place of places) await tellIn(ctx, { ...place, language }, 'customer', news)
  if (places.length > 0 || !conversationId || !(news.caseId ?? news.bookingId)) return
  if (await hasBlockedUs(ctx, conversationId)) await tellOfBlock(ctx, conversationId, news)
}

/** Nothing can be said to them: staff must not believe that it was. */
const tellOfBlock = (ctx: Ctx, conversationId: string, { event, caseId, bookingId }: News): Promise<void> =>
  notifyStaff(ctx, {
    event: 'customer.unreachable',
    conversationId,
    facts: { why: 'blocked', event },
    ...(caseId && { caseId }),
    ...(bookingId && { bookingId }),
  })

async function tellIn(
  ctx: Ctx,
  chat: Chat & { language: Language },
  audience: 'staff' | 'customer',
  news: News,
): Promise<void> {
  // that a customer did not hear of it is no news of what was done here
  if (isAnswered(ctx, chat.id) && news.event !== 'customer.unreachable') return
  const manner = await mannerOf(ctx, news, chat, audience)
  if (!manner) return
  post(ctx, {
    channelId: chat.channelId,
    conversationId: chat.id,
    event: news.event,
    messages: [noticeOf(news, audience)],
    language: chat.language,
    ...manner,
    ...(news.caseId && { caseId: news.caseId }),
    ...(news.bookingId && { bookingId: news.bookingId }),
  })
}

export const noticeOf = (news: News, audience: Notice['audience']): Notice => ({
  type: 'notice',
  event: news.event,
  audience,
  ...(news.caseId && { caseId: news.caseId }),
  ...(news.bookingId && { bookingId: news.bookingId }),
  ...(news.conversationId && { conversationId: news.conversationId }),
  facts: news.facts ?? {},
})
