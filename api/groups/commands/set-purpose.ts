import { record } from '../../activities/commands.ts'
import { contactById } from '../../contacts/queries.ts'
import type { Ctx } from '../../context.ts'
import { asSubject, lockConversation } from '../../conversations/commands/hand-over.ts'
import type { GroupPurpose } from '../../conversations/schema.ts'
import { Refusal } from '../../errors.ts'
import { forgetStaffGroups } from '../../notifications/queries/staff-groups.ts'
import { organisationById } from '../../organisations/queries.ts'
import { dropParcels } from '../../outbox/commands/drop.ts'
import { providerById } from '../../providers/queries.ts'
import { GroupRoute } from '../model.ts'
import { groupPolicy } from '../policy.ts'
import { groupById } from '../queries.ts'

/** A customers' group may be one customer's, one company's, or simply of the people in it; a partner's is one provider's. */
export type Purpose =
  | { purpose: 'staff' | 'ignore' }
  | { purpose: 'vip'; contactId?: string; organisationId?: string }
  | { purpose: 'partner'; providerId: string }

/** An admin or manager says what a group is for. What was on its way there was meant for what it was. */
export async function setGroupPurpose(ctx: Ctx, input: { conversationId: string } & Purpose): Promise<void> {
  const it = await lockConversation(ctx, input.conversationId)
  if (it.kind !== 'group') throw new Refusal('not_found')
  groupPolicy.must(ctx, 'purpose', it)
  const whose = await whoseGroup(ctx, input)
  const before = await groupById(ctx, it.id)
  await ctx.trx.raw(
    `insert into groups (conversation_id, tenant_id, contact_id, organisation_id, provider_id) values (?, ?, ?, ?, ?)
     on conflict (conversation_id) do update set bot_left_at = null, contact_id = excluded.contact_id,
       organisation_id = excluded.organisation_id, provider_id = excluded.provider_id`,
    [it.id, ctx.tenantId, whose.contactId, whose.organisationId, whose.providerId] as never[],
  )
  await ctx.trx.raw(`update conversations set purpose = ?, mode = 'bot' where id = ?`, [input.purpose, it.id])
  // what was routed to a staff group must not be told to a customer who sits in it now
  if (input.purpose !== it.purpose && !(input.purpose === 'staff' && it.purpose === null))
    await GroupRoute.query(ctx.trx).where('conversation_id', it.id).delete()
  if (it.purpose !== null && it.purpose !== input.purpose)
    await dropParcels(ctx, { conversationId: it.id, why: 'the group is for something else now' })
  else if (before && isTakenFrom(before, whose))
    await dropParcels(ctx, { conversationId: it.id, why: 'the group is somebody else’s now' })
  record(ctx, asSubject(it), 'conversation.purpose_set', { ...given(whose), purpose: input.purpose })
  ctx.afterCommit(() => forgetStaffGroups(ctx.tenantId))
}

type Whose = { contactId: string | null; organisationId: string | null; providerId: string | null }
/** A group that was nobody's yet is still the same people's when it is given a name; from one to another it is not. */
const isTakenFrom = (before: Whose, now: Whose): boolean =>
  (['contactId', 'organisationId', 'providerId'] as const).some(
    (who) => before[who] !== null && before[who] !== now[who],
  )
const given = (it: Whose) => Object.fromEntries(Object.entries(it).filter(([, id]) => id !== null))

/** A foreign key looks across tenants, so whoever is named is looked for here. */
async function whoseGroup(ctx: Ctx, it: { purpose: GroupPurpose } & Purpose): Promise<Whose> {
  const nobody = { contactId: null, organisationId: null, providerId: null }
  if (it.purpose === 'partner') {
    if (!(await providerById(ctx, it.providerId))) throw new Refusal('group_owner_unknown', {}, 'providerId')
    return { ...nobody, providerId: it.providerId }
  }
  if (it.purpose !== 'vip') return nobody
  if (it.organisationId && !(await organisationById(ctx, it.organisationId)))
    throw new Refusal('group_owner_unknown', {}, 'organisationId')
  if (it.contactId && !(await contactById(ctx, it.contactId))) throw new Refusal('group_owner_unknown', {}, 'contactId')
  return { ...nobody, contactId: it.contactId ?? null, organisationId: it.organisationId ?? null }
}
