import type { Ctx } from '../../context.ts'

type Member = { externalId: string; name?: string }

/** Who came into the group. Whoever is there already stays one row. */
export async function membersJoined(
  ctx: Ctx,
  it: { conversationId: string; members: Member[]; at: Date },
): Promise<void> {
  for (const member of it.members)
    await ctx.trx.raw(
      `insert into group_members (id, tenant_id, conversation_id, external_id, name, since) values (?, ?, ?, ?, ?, ?)
       on conflict (conversation_id, external_id) where until is null do update set name = coalesce(excluded.name, group_members.name)`,
      [ctx.newId(), ctx.tenantId, it.conversationId, member.externalId, member.name ?? null, it.at] as never[],
    )
}

/** Who went. Somebody who was never seen gets a row too: that they left is what counts. */
export async function membersLeft(
  ctx: Ctx,
  it: { conversationId: string; externalIds: string[]; at: Date },
): Promise<void> {
  await membersJoined(ctx, { ...it, members: it.externalIds.map((externalId) => ({ externalId })) })
  await ctx.trx.raw(
    'update group_members set until = ? where conversation_id = ? and external_id = any(?) and until is null',
    [it.at, it.conversationId, it.externalIds] as never[],
  )
}

/** Somebody spoke or tapped who is not known to have come or gone: they are there. */
export async function sawMember(ctx: Ctx, it: { conversationId: string; externalId: string; at: Date }): Promise<void> {
  await ctx.trx.raw(
    `insert into group_members (id, tenant_id, conversation_id, external_id, since)
     select ?::uuid, ?::uuid, ?::uuid, ?, ?::timestamptz
     where not exists (select 1 from group_members where conversation_id = ? and external_id = ?)
     on conflict (conversation_id, external_id) where until is null do nothing`,
    [ctx.newId(), ctx.tenantId, it.conversationId, it.externalId, it.at, it.conversationId, it.externalId] as never[],
  )
}

/** True the first time: staff hear once that somebody unknown taps. */
export async function tellOnceOf(ctx: Ctx, it: { conversationId: string; externalId: string }): Promise<boolean> {
  const { rows } = (await ctx.trx.raw(
    `update group_members set told_at = ? where conversation_id = ? and external_id = ? and until is null and told_at is null returning id`,
    [ctx.now, it.conversationId, it.externalId],
  )) as { rows: unknown[] }
  return rows.length > 0
}
