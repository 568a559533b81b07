import type { Channel } from '../../api/channels/queries.ts'
import { parcelInHand } from '../../api/outbox/queries.ts'
import type { Outcome } from '../../api/outbox/schema.ts'
import { noteStatus } from '../../api/whatsapp/commands/parts.ts'
import { type MessageStatus, ranks } from '../../api/whatsapp/schema.ts'
import { refused } from './outcome.ts'
import { field, isMessageSid } from './parse.ts'
import { type Posted, proven } from './webhook.ts'

/** What was taken did not arrive: how the parcel goes on. */
export type OnUndelivered = (parcel: { id: string; tenantId: string }, outcome: Outcome) => Promise<void>

export const isStatus = (said: string): said is MessageStatus => Object.hasOwn(ranks, said)

/** What became of a message. Callbacks may come before the answer to the call itself, in any order, and more than once. */
export async function takeStatus(
  posted: Posted & { partId: string },
  onUndelivered: OnUndelivered,
): Promise<204 | 401 | 404> {
  const known = await proven(posted)
  if (typeof known === 'number') return known
  const { channel, form } = known
  const [sid, status] = [field(form, 'MessageSid'), field(form, 'MessageStatus')]
  if (!isStatus(status) || !isMessageSid(sid)) return 204
  const [code] = /^[1-9]\d{0,8}$/.exec(field(form, 'ErrorCode')) ?? []
  await statusCame(channel, { partId: posted.partId, sid, status, code: code ? Number(code) : null }, onUndelivered)
  return 204
}

/** News of a message, told or asked for: what failed goes on as its code says. */
export async function statusCame(
  channel: Channel,
  it: { partId: string; sid: string; status: MessageStatus; code: number | null },
  onUndelivered: OnUndelivered,
): Promise<void> {
  const { partId, sid, status, code } = it
  const heard = await noteStatus({ channelId: channel.id, partId, sid, status, errorCode: code })
  if (!heard || ranks[status] !== ranks.failed) return
  const parcel = await parcelInHand(heard.parcelId)
  if (!parcel) return
  const outcome = await refused({ parcel, channel, sourceId: parcel.sourceId }, { code, template: heard.template })
  await onUndelivered(parcel, outcome)
}
