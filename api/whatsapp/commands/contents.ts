import { database } from '../../db/connection.ts'

/** Two processes that made the same content at once keep the first one's. */
export async function keepContent(it: {
  tenantId: string
  channelId: string
  hash: string
  sid: string
}): Promise<void> {
  await database().machinery.query(
    `insert into whatsapp_contents (tenant_id, channel_id, hash, content_sid) values ($1, $2, $3, $4)
     on conflict (channel_id, hash) do nothing`,
    [it.tenantId, it.channelId, it.hash, it.sid],
  )
}
