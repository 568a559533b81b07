import type { Ctx } from '../../context.ts'
import { openConversation } from '../../conversations/commands/open-conversation.ts'
import { Refusal } from '../../errors.ts'
import { post } from '../../outbox/commands/post.ts'
import type { Language } from '../../tenants/schema.ts'
import { channelPolicy } from '../policy.ts'
import { addressesOfStaff, recipientsOf } from '../queries/recipients.ts'
import { lockChannel } from './lock-channel.ts'

export type TestRecipient = { group: string; staff?: never } | { staff: string; group?: never }

/** A message that says only that the channel works, to one of its staff groups or somebody linked on it. Answers its parcel. */
export async function sendTest(
  ctx: Ctx,
  it: { channelId: string; to: TestRecipient; language: Language; text: (channelName: string) => string },
): Promise<string> {
  const channel = await lockChannel(ctx, it.channelId)
  channelPolicy.must(ctx, 'test', channel)
  const conversationId = it.to.group
    ? await groupOf(ctx, channel.id, it.to.group)
    : await chatOf(ctx, channel.id, it.to)
  return post(ctx, {
    channelId: channel.id,
    conversationId,
    event: 'channel.test',
    messages: [{ type: 'text', text: it.text(channel.name) }],
    language: it.language,
  })
}

async function groupOf(ctx: Ctx, channelId: string, groupId: string): Promise<string> {
  const { groups } = await recipientsOf(ctx, channelId)
  if (!groups.some((group) => group.id === groupId)) throw new Refusal('recipient_unknown', {}, 'group')
  return groupId
}

async function chatOf(ctx: Ctx, channelId: string, { staff }: { staff?: string }): Promise<string> {
  const [at] = staff ? await addressesOfStaff(ctx, { channelId, staffIds: [staff] }) : []
  if (!at) throw new Refusal('recipient_unknown', {}, 'staff')
  return openConversation(ctx, { channelId, kind: 'direct', sourceId: at.externalId })
}
