import type { z } from 'zod'
import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { chooseAlerted } from '../../conversations/commands/choose-alerted.ts'
import { openConversation } from '../../conversations/commands/open-conversation.ts'
import { forgetStaffGroups } from '../../notifications/queries/staff-groups.ts'
import { Refusal } from '../../errors.ts'
import { channelPolicy } from '../policy.ts'
import { addressesOfStaff, recipientsOf } from '../queries/recipients.ts'
import type { RecipientChoice } from '../schema.ts'
import { asSubject, lockChannel } from './lock-channel.ts'

/** Says which of a channel's staff groups and linked staff hear the desk's news; all others are left in peace. */
export async function chooseRecipients(
  ctx: Ctx,
  channelId: string,
  chosen: z.output<typeof RecipientChoice>,
): Promise<void> {
  const channel = await lockChannel(ctx, channelId)
  channelPolicy.must(ctx, 'recipients', channel)
  const possible = await recipientsOf(ctx, channelId)
  // a customers' group must never get internal news: only a staff group can be chosen
  mustBeAmong(chosen.groups, possible.groups, 'groups')
  mustBeAmong(chosen.staff, possible.staff, 'staff')
  const chats: string[] = []
  for (const { externalId } of await addressesOfStaff(ctx, { channelId, staffIds: chosen.staff }))
    chats.push(await openConversation(ctx, { channelId, kind: 'direct', sourceId: externalId }))
  await chooseAlerted(ctx, { channelId, conversationIds: [...chosen.groups, ...chats] })
  forgetStaffGroups(ctx.tenantId)
  ctx.afterCommit(() => forgetStaffGroups(ctx.tenantId))
  record(ctx, asSubject(channel), 'channel.recipients_chosen', { groups: chosen.groups, staff: chosen.staff })
}

function mustBeAmong(chosen: string[], possible: { id: string }[], field: string): void {
  const known = new Set(possible.map((it) => it.id))
  if (chosen.some((id) => !known.has(id))) throw new Refusal('recipient_unknown', {}, field)
}
