import type { Ctx } from '../../context.ts'
import { database } from '../../db/connection.ts'
import type { Language } from '../../tenants/schema.ts'

/** Somebody goes on in another language: the menu below their chat is to follow. Written with the flush. */
export function wantMenu(ctx: Ctx, conversationId: string): void {
  ctx.atEnd(
    () => ({
      sql: `insert into menus_due (conversation_id, tenant_id) values (?::uuid, ?::uuid)
            on conflict (conversation_id) do update set change = excluded.change, next_at = excluded.next_at, tries = 0`,
      bindings: [conversationId, ctx.tenantId],
    }),
    'menus.due',
  )
}

/** The menus of a channel were put while people wrote: whoever did meanwhile is looked at again. */
export async function wantMenusSince(ctx: Ctx, it: { channelId: string; since: Date }): Promise<void> {
  await ctx.trx.raw(
    `insert into menus_due (conversation_id, tenant_id)
     select id, tenant_id from conversations where channel_id = ? and kind = 'direct' and last_message_at >= ?
     on conflict (conversation_id) do update set change = excluded.change, next_at = excluded.next_at, tries = 0`,
    [it.channelId, it.since],
  )
}

export async function menusDue(most: number): Promise<{ tenantId: string; conversationId: string }[]> {
  const { rows } = await database().machinery.query<{ tenant_id: string; conversation_id: string }>(
    'select tenant_id, conversation_id from menus_due where next_at <= desk_now() order by next_at limit $1',
    [most],
  )
  return rows.map((row) => ({ tenantId: row.tenant_id, conversationId: row.conversation_id }))
}

/** One try: `menu` is null where everybody's is the right one. */
export type MenuToFollow = {
  conversationId: string
  change: string
  channelId: string
  userId: string
  menu: string | null
}

export const MOST_MENU_TRIES = 8

/**
 * Takes one up; two processes never both do, and a try that was cut short comes again. Each comes later than the one before, and the last is
 * the last. Where no menus stand, or somebody has blocked the account, nothing is to be done.
 */
export async function takeMenuDue(ctx: Ctx, conversationId: string): Promise<MenuToFollow | undefined> {
  const { rows } = (await ctx.trx.raw(
    `with taken as (
       update menus_due set tries = tries + 1, next_at = desk_now() + interval '1 minute' * 2 ^ tries
       where conversation_id = ? and next_at <= desk_now() returning conversation_id, change, tries
     )
     select d.change, d.tries, h.id as channel_id, c.source_id, h.rich_menus as menus, p.blocked_at is null as open,
       coalesce(c.language, p.language, t.language) as language, t.language as everybodys
     from taken d join conversations c on c.id = d.conversation_id join channels h on h.id = c.channel_id join tenants t on t.id = c.tenant_id
       left join contacts p on p.id = c.contact_id`,
    [conversationId],
  )) as {
    rows: {
      change: string
      tries: number
      channel_id: string
      source_id: string
      menus: Partial<Record<Language, string>>
      open: boolean
      language: Language
      everybodys: Language
    }[]
  }
  const row = rows[0]
  if (!row) return undefined
  const { change, language, everybodys } = row
  const menu = language === everybodys ? null : (row.menus[language] ?? null)
  const isThere = Object.keys(row.menus).length > 0 && row.open
  if (!isThere || row.tries > MOST_MENU_TRIES) {
    await menuFollowed(ctx, { conversationId, change })
    return undefined
  }
  return { conversationId, change, channelId: row.channel_id, userId: row.source_id, menu }
}

/** It stands there now, unless the language has changed once more since. */
export async function menuFollowed(ctx: Ctx, it: { conversationId: string; change: string }): Promise<void> {
  await ctx.trx.raw('delete from menus_due where conversation_id = ? and change = ?', [it.conversationId, it.change])
}
