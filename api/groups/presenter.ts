import type { Ctx } from '../context.ts'
import { tagOf } from '../http/changed-meanwhile.ts'
import { groupPolicy } from './policy.ts'
import { type Group, routesOf } from './queries.ts'
import type { GroupView } from './schema.ts'

export async function presentGroups(ctx: Ctx, groups: Group[]): Promise<GroupView[]> {
  const routes = await routesOf(
    ctx,
    groups.map((it) => it.id),
  )
  return groups.map((it) => {
    const setUp = {
      purpose: it.purpose,
      contact: it.contactId ? { id: it.contactId, name: it.ownerName ?? '' } : null,
      organisation: it.organisationId ? { id: it.organisationId, name: it.ownerName ?? '' } : null,
      provider: it.providerId ? { id: it.providerId, name: it.ownerName ?? '' } : null,
      routes: routes
        .filter((one) => one.conversationId === it.id)
        .map((one) => ({
          caseType: one.caseType,
          category: one.category,
          provider: one.provider,
          severity: one.severity,
          bookingKind: one.bookingKind,
        })),
    }
    return {
      id: it.id,
      channelId: it.channelId,
      name: it.name,
      botIsIn: it.botLeftAt === null,
      language: it.language,
      membersKnown: it.membersKnown,
      ...setUp,
      createdAt: it.createdAt.toISOString(),
      can: groupPolicy.actions(ctx.actor, it),
      // who came and went since is nobody's change of it
      etag: tagOf(setUp),
    }
  })
}
