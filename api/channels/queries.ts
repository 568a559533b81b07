import { database } from '../db/connection.ts'
import { decrypt } from '../secrets.ts'

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
}

const FRESH_MS = 5_000
const known = new Map<string, { channel: Promise<Channel | undefined>; at: number }>()

/** Before a tenant is known: whose webhook is this? At most five seconds old. */
export const channelByKey = (key: string): Promise<Channel | undefined> => remembered(`key:${key}`, 'key = $1', key)
export const channelById = (id: string): Promise<Channel | undefined> => remembered(`id:${id}`, 'id = $1::uuid', id)

/** Every channel of a kind, whoever's it is: for what is done for all of them from time to time. */
export async function channelsOf(kind: ChannelKind): Promise<Channel[]> {
  const { rows } = await database().machinery.query('select * from channels where active and kind = $1', [kind])
  return rows.map(channelOf)
}

export const forgetChannels = (): void => known.clear()

function remembered(slot: string, where: string, value: string): Promise<Channel | undefined> {
  const hit = known.get(slot)
  if (hit && performance.now() - hit.at < FRESH_MS) return hit.channel
  // a stranger may ask for any number of keys: the memory must not grow with them
  if (known.size > 10_000) known.clear()
  const channel = database()
    .machinery.query(`select * from channels where active and ${where}`, [value])
    .then(({ rows }) => (rows[0] ? channelOf(rows[0]) : undefined))
  known.set(slot, { channel, at: performance.now() })
  channel.catch(() => known.delete(slot))
  return channel
}

const channelOf = (row: Record<string, unknown>): Channel => ({
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
})
