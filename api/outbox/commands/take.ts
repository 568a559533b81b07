import { database } from '../../db/connection.ts'
import { LEASE_SECONDS, thisProcess } from '../../process.ts'
import type { Parcel } from '../schema.ts'

// A row that a vanished process was sending may have gone out: its reply token may only be tried as itself again.
export const lease = `state = 'sending', lease_owner = $1, lease_no = lease_no + 1, lease_until = now() + make_interval(secs => ${LEASE_SECONDS}),
  sent_as = case when state = 'sending' and reply_token is not null then coalesce(sent_as, 'reply') else sent_as end`

/** Takes one parcel for a retry, unless it is settled or in another's hands. */
export async function takeParcel(id: string): Promise<Parcel | undefined> {
  const { rows } = await database().machinery.query(
    `update outbox set ${lease} where id = $2 and
       ((state = 'ready' and hold is null) or state = 'again' or (state = 'sending' and lease_until < now())) returning *`,
    [thisProcess, id],
  )
  return rows[0] ? parcelOf(rows[0]) : undefined
}

/**
 * What nobody holds and should have left: a crashed process's parcels, and retries whose queue job was lost. A lease that lies far ahead was
 * taken by a clock that has been put back since.
 */
export async function takeForgottenParcels(limit: number): Promise<Parcel[]> {
  const { rows } = await database().machinery.query(
    `update outbox set ${lease} where id in (
       select id from outbox where state in ('ready', 'sending', 'again') and (
         (state = 'ready' and hold is null) or (state = 'sending' and (lease_until < now() or lease_until > now() + interval '1 minute'))
         or (state = 'again' and next_at < desk_now() - interval '5 seconds'))
       order by seq limit $2 for update skip locked) returning *`,
    [thisProcess, limit],
  )
  return rows.sort((a, b) => a.seq - b.seq).map(parcelOf)
}

/** Keeps the bytes of a first push: LINE's retry key is only good for the same body. Not of a parcel that was given up meanwhile: it holds no words. */
export async function keepBody(id: string, body: Buffer): Promise<void> {
  await database().machinery.query(
    `update outbox set body = $2, sent_as = 'push' where id = $1 and state = 'sending'`,
    [id, body],
  )
}

export const parcelOf = (row: Record<string, unknown>): Parcel => ({
  id: row['id'] as string,
  tenantId: row['tenant_id'] as string,
  channelId: row['channel_id'] as string,
  conversationId: row['conversation_id'] as string,
  event: row['event'] as string,
  caseId: row['case_id'] as string | null,
  bookingId: row['booking_id'] as string | null,
  messages: row['messages'] as Parcel['messages'],
  language: row['language'] as Parcel['language'],
  replyToken: row['reply_token'] as string | null,
  replyTokenAt: row['reply_token_at'] as Date | null,
  body: row['body'] as Buffer | null,
  retryKey: row['retry_key'] as string,
  sentAs: row['sent_as'] as Parcel['sentAs'],
  attempts: row['attempts'] as number,
  leaseNo: row['lease_no'] as number,
  mayWait: row['may_wait'] as boolean,
})
