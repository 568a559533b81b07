import { channelByKey } from '../api/channels/queries.ts'
import { contactOf } from '../api/contacts/commands.ts'
import { type Ctx, inTenant, system } from '../api/context.ts'
import { openConversation } from '../api/conversations/commands/open-conversation.ts'
import { enterGroup } from '../api/groups/commands/enter-group.ts'
import { setGroupPurpose } from '../api/groups/commands/set-purpose.ts'
import { linkStaff } from '../api/staff/commands.ts'
import { type DemoTenant, demoTenants, lineIdOfStaff, linkCodeOf } from './demo.ts'
import { staffOf } from './staff.ts'

/** Seats the demo's cast in front of the simulator: staff linked, their group declared, the two customers known by name. */
export async function setUpDemoDesk(): Promise<void> {
  for (const tenant of demoTenants) {
    const channel = await channelByKey(tenant.line.key)
    if (!channel) throw new Error(`The demo tenant ${tenant.key} is not there yet: seed first`)
    await inTenant(channel.tenantId, system, (ctx) => setUp(ctx, tenant, channel.id))
  }
}

async function setUp(ctx: Ctx, it: DemoTenant, channelId: string): Promise<void> {
  const staff = staffOf(it.key)
  const linked = await linkedOf(ctx, channelId)
  const missing = staff.filter((one) => !linked.has(lineIdOfStaff(it.key, one.key)))
  if (missing.length === 0) return
  for (const { key } of missing)
    await linkStaff(ctx, { code: linkCodeOf(key), channelId, externalId: lineIdOfStaff(it.key, key) })
  for (const { userId, name, language } of it.customers)
    await contactOf(ctx, { kind: 'line', value: userId, name, language })
  const conversationId = await openConversation(ctx, { channelId, kind: 'group', sourceId: it.staffGroup.groupId })
  await enterGroup(ctx, { conversationId, name: it.staffGroup.name })
  await setGroupPurpose(ctx, { conversationId, purpose: 'staff' })
}

async function linkedOf(ctx: Ctx, channelId: string): Promise<Set<string>> {
  const { rows } = (await ctx.trx.raw('select external_id from staff_identities where channel_id = ?', [
    channelId,
  ])) as { rows: { external_id: string }[] }
  return new Set(rows.map((row) => row.external_id))
}
