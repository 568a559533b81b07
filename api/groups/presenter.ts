import type { Ctx } from '../context.ts'
import { groupPolicy } from './policy.ts'
import { type Group, routesOf } from './queries.ts'
import type { GroupView } from './schema.ts'

export async function presentGroups(ctx: Ctx, groups: Group[]): Promise<GroupView[]> {
  const routes = await routesOf(
    ctx,
    groups.map((it) => it.id),
  )
  return groups.map((it) => ({
    id: it.id,
    channelId: it.channelId,
    name: it.name,
    purpose: it.purpose,
    botIsIn: it.botLeftAt === null,
    contact: it.contactId ? { id: it.contactId, name: it.ownerName ?? '' } : null,
    organisation: it.organisationId ? { id: it.organisationId, name: it.ownerName ?? '' } : null,
    provider: it.providerId ? { id: it.providerId, name: it.ownerName ?? '' } : null,
    language: it.language,
    membersKnown: it.membersKnown,
    routes: routes
      .filter((one) => one.conversationId === it.id)
      .map((one) => ({
        caseType: one.caseType,
        category: one.category,
        provider: one.provider,
        severity: one.severity,
        bookingKind: one.bookingKind,
      })),
    createdAt: it.createdAt.toISOString(),
    can: groupPolicy.actions(ctx.actor, it),
  }))
}
