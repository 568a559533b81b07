import { database } from '../../db/connection.ts'
import { forgetWhatsApp } from '../queries.ts'

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

/** The platform does not know it any more: it is made anew when it is next needed. */
export async function dropContent(it: { channelId: string; sid: string }): Promise<void> {
  await database().machinery.query('delete from whatsapp_contents where channel_id = $1 and content_sid = $2', [
    it.channelId,
    it.sid,
  ])
  forgetWhatsApp()
}
