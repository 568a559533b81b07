import { database } from '../../db/connection.ts'
import type { Lane, Offered } from '../schema.ts'

/** The customer wrote: free-form messages may go for 24 hours from now. */
export async function openWindow(it: Lane): Promise<void> {
  await database().machinery.query({
    name: 'whatsapp-open-window',
    text: `insert into whatsapp_chats (tenant_id, channel_id, source_id, window_until, heard_at)
      values ($1, $2, $3, desk_now() + interval '24 hours', desk_now())
      on conflict (channel_id, source_id) do update set window_until = excluded.window_until, heard_at = excluded.heard_at`,
    values: [it.tenantId, it.channelId, it.sourceId],
  })
}

/** The platform says that the window is closed: it knows better than our clock. */
export async function closeWindow(it: Pick<Lane, 'channelId' | 'sourceId'>): Promise<void> {
  await database().machinery.query(
    'update whatsapp_chats set window_until = desk_now() where channel_id = $1 and source_id = $2 and window_until > desk_now()',
    [it.channelId, it.sourceId],
  )
}

/** Before the message that offers them goes out: an answer may be faster than the platform's receipt. */
export async function rememberOffered(it: Lane, offered: Offered): Promise<void> {
  await database().machinery.query({
    name: 'whatsapp-remember-offered',
    text: `insert into whatsapp_chats (tenant_id, channel_id, source_id, offered) values ($1, $2, $3, $4)
      on conflict (channel_id, source_id) do update set offered = excluded.offered`,
    values: [it.tenantId, it.channelId, it.sourceId, JSON.stringify(offered)],
  })
}
