import type { Ctx } from '../../context.ts'
import { post } from '../../outbox/commands/post.ts'
import type { Language } from '../../tenants/schema.ts'
import { type News, noticeOf, notifyStaff } from '../commands.ts'

/** News for those who answer for the desk: in their own chats with the bot, or in the staff groups when none of them has one. */
export async function notifyLeads(ctx: Ctx, news: News): Promise<void> {
  const { rows } = (await ctx.trx.raw(
    `select distinct on (s.id) c.id, c.channel_id, s.language from staff s join staff_identities i on i.staff_id = s.id
     join conversations c on c.channel_id = i.channel_id and c.source_id = i.external_id and c.kind = 'direct'
     where s.active and s.role in ('admin', 'manager') order by s.id, c.last_message_at desc nulls last`,
  )) as { rows: { id: string; channel_id: string; language: Language }[] }
  for (const chat of rows)
    post(ctx, {
      channelId: chat.channel_id,
      conversationId: chat.id,
      event: news.event,
      messages: [noticeOf(news, 'staff')],
      language: chat.language,
    })
  if (rows.length === 0) await notifyStaff(ctx, news)
}
