import type { Ctx } from '../../context.ts'
import { openConversation } from '../../conversations/commands/open-conversation.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { staffPlaces } from '../../notifications/queries/places.ts'
import { post } from '../../outbox/commands/post.ts'
import type { Notice } from '../../outbox/schema.ts'
import { linkedLeads } from '../../staff/queries.ts'

type News = { event: string; facts: Notice['facts'] }

/** What whoever leads must know: in the other staff groups; if there is none, in the chat each of them linked. */
export async function tellLeads(ctx: Ctx, news: News): Promise<void> {
  if ((await staffPlaces(ctx, {})).length > 0) return notifyStaff(ctx, news)
  await tellEachLead(ctx, news)
}

/** In each lead's own chat: for what should not be read out in the group it is about. */
export async function tellEachLead(ctx: Ctx, news: News): Promise<void> {
  for (const lead of await linkedLeads(ctx)) {
    const conversationId = await openConversation(ctx, {
      channelId: lead.channelId,
      kind: 'direct',
      sourceId: lead.externalId,
    })
    post(ctx, {
      channelId: lead.channelId,
      conversationId,
      event: news.event,
      messages: [{ type: 'notice', event: news.event, audience: 'staff', facts: news.facts }],
      language: lead.language,
    })
  }
}
