import { askedTogether } from '../asked-together.ts'
import type { Ctx } from '../context.ts'
import { database } from '../db/connection.ts'
import { aMemory } from '../memory.ts'
import { decrypt } from '../secrets.ts'
import { ChannelRow } from './model.ts'

export type ChannelKind = 'line' | 'whatsapp' | 'api'
export type Channel = {
  id: string
  tenantId: string
  key: string
  kind: ChannelKind
  name: string
  externalId: string | null
  /** signs what the platform sends us; never logged */
  secret: string
  /** signs what we send to the platform; never logged */
  token: string
  liffId: string | null
  loginChannelId: string | null
  /** the platform refused our account or sender: nothing is sent meanwhile */
  paused: boolean
  /** menus stand below its chats */
  hasMenus: boolean
}

const known = aMemory<Channel | undefined>(5_000)

/** Keys that were a channel's: no more than there are channels, whatever strangers ask for. */
const met = new Set<string>()

/** Before a tenant is known: whose webhook is this? At most five seconds old; one that was added just now is found. */
export async function channelByKey(key: string): Promise<Channel | undefined> {
  if (met.has(key)) return known.shared(`key:${key}`, () => activeChannel('key = $1', key))
  const row = await amongAll(key)
  if (!row) return undefined
  met.add(key)
  return channelOf(row)
}

const amongAll = askedTogether(async (keys) => {
  const { rows } = await database().machinery.query<Record<string, unknown>>(
    'select * from channels where active and key = any($1)',
    [keys],
  )
  return new Map(rows.map((row) => [row['key'] as string, row]))
})
export const channelById = (id: string): Promise<Channel | undefined> =>
  known.shared(`id:${id}`, () => activeChannel('id = $1::uuid', id))

/** Every channel of a kind, whoever's it is: for what is done for all of them from time to time. */
export async function channelsOf(kind: ChannelKind): Promise<Channel[]> {
  const { rows } = await database().machinery.query('select * from channels where active and kind = $1', [kind])
  return rows.map(channelOf)
}

export const forgetChannels = (): void => known.forget()

async function activeChannel(where: string, value: string): Promise<Channel | undefined> {
  const { rows } = await database().machinery.query(`select * from channels where active and ${where}`, [value])
  return rows[0] ? channelOf(rows[0]) : undefined
}

export const channelOf = (row: Record<string, unknown>): Channel => ({
  id: row['id'] as string,
  tenantId: row['tenant_id'] as string,
  key: row['key'] as string,
  kind: row['kind'] as ChannelKind,
  name: row['name'] as string,
  externalId: row['external_id'] as string | null,
  secret: row['secret_enc'] ? decrypt(row['secret_enc'] as Buffer) : '',
  token: row['token_enc'] ? decrypt(row['token_enc'] as Buffer) : '',
  liffId: row['liff_id'] as string | null,
  loginChannelId: row['login_channel_id'] as string | null,
  paused: row['paused_at'] !== null,
  hasMenus: Object.keys((row['rich_menus'] ?? {}) as object).length > 0,
})

/** The tenant's channels that people look after; the API's own is none of them. */
export const listChannels = (ctx: Ctx): Promise<ChannelRow[]> =>
  ChannelRow.query(ctx.trx).whereNot('kind', 'api').orderBy('created_at').orderBy('id').execute()

export const channelRow = (ctx: Ctx, id: string): Promise<ChannelRow | undefined> =>
  ChannelRow.query(ctx.trx).findById(id).whereNot('kind', 'api').execute()

/** Channels whose token nobody has tried for a while, of all tenants: the longest untried first. */
export async function channelsToProbe(asked: {
  kinds: ChannelKind[]
  afterMinutes: number
  most: number
}): Promise<{ id: string; tenantId: string; name: string }[]> {
  const { rows } = await database().machinery.query<{ id: string; tenant_id: string; name: string }>(
    `select id, tenant_id, name from channels where active and kind = any($1) and token_enc is not null
       and coalesce(token_checked_at, created_at) < desk_now() - make_interval(mins => $2)
     order by coalesce(token_checked_at, created_at) limit $3`,
    [asked.kinds, asked.afterMinutes, asked.most],
  )
  return rows.map((row) => ({ id: row.id, tenantId: row.tenant_id, name: row.name }))
}
