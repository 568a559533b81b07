import type { Channel } from '../../api/channels/queries.ts'
import { deskNowMs } from '../../api/db/tenant-transaction.ts'
import type { Outcome, Parcel, Worded } from '../../api/outbox/schema.ts'
import { rememberOffered } from '../../api/whatsapp/commands/chat.ts'
import { askingFor, keepParts, notAsked, sidsInUse, takenAs } from '../../api/whatsapp/commands/parts.ts'
import { chatNow } from '../../api/whatsapp/queries.ts'
import type { Part } from '../../api/whatsapp/schema.ts'
import type { Address } from '../doors.ts'
import { type Base, createMessage, type Found, messagesTo } from './client.ts'
import { MOST_TRIES } from '../back-off.ts'
import { later, paused, refused, type Trying } from './outcome.ts'
import { type Plan, planFreely, planTemplate } from './plan.ts'
import { heardOfWaiting } from './templates.ts'

/** A message that Twilio has just made may not be in its list yet. */
const LISTED_AFTER_MS = 10_000
const CLOCKS_APART_MS = 60_000
const UNDER_WAY = 'another try of it is under way'

export type Sending = {
  base: Base
  publicUrl: string
  /** waits until one more message may go from this channel's sender; else in how many ms to come again */
  myTurn: (channelId: string) => Promise<number>
}

/** Sends a parcel, message by message, and says how it ended. What was taken before is not asked for again. */
export async function sendOnWhatsApp(
  where: Sending,
  parcel: Parcel,
  words: () => Promise<Worded[]>,
  channel: Channel,
  address: Address,
): Promise<Outcome> {
  if (channel.paused) return paused('the channel is paused')
  const lane = { tenantId: parcel.tenantId, channelId: channel.id, sourceId: address.to }
  const chat = await chatNow(channel.id, address.to, parcel.id)
  const asked = parcel.event === 'turn.answered' || (parcel.event === 'staff.answered' && chat.askedSince)
  if (chat.stopped && !asked)
    return { state: 'dead', why: 'the customer does not want to be written to', unreachable: 'opted_out' }
  let { parts } = chat
  if (parts.length === 0) {
    const said = await words()
    const plan = chat.open
      ? await planFreely(where.base, channel, said, parcel.language)
      : await planApproved(where.base, channel, parcel, said)
    if (plan.state === 'not now') return later(parcel, plan.why)
    if (plan.state === 'no template')
      return { state: 'dead', why: 'outside the 24 hours, and there is no approved template', unreachable: 'window' }
    // the answer to what was offered may come before Twilio has said that it sent it
    await rememberOffered(lane, plan.offered)
    const kept = await keepParts({ ...parcel, channelId: channel.id }, plan.requests, !chat.open)
    if (!kept) return later(parcel, UNDER_WAY, LISTED_AFTER_MS)
    parts = kept
  }
  const trying: Trying = { parcel, channel, sourceId: address.to }
  for (const part of parts) {
    const trouble = part.messageSid ? undefined : await sendPart(where, trying, channel, part)
    if (trouble) return trouble
  }
  const template = parts.some((part) => part.template)
  return { state: 'sent', sentAs: template ? 'push' : 'reply', recipients: template ? parts.length : 0 }
}

/** Approval may have come since it was last asked about: nobody goes without news for that. */
async function planApproved(base: Base, channel: Channel, parcel: Parcel, said: Worded[]): Promise<Plan> {
  const plan = await planTemplate(parcel, said)
  if (plan.state !== 'no template' || !(await heardOfWaiting(base, channel, parcel.event))) return plan
  return planTemplate(parcel, said)
}

/** One message; nothing is told when it went. */
async function sendPart(where: Sending, trying: Trying, channel: Channel, part: Part): Promise<Outcome | undefined> {
  const { parcel } = trying
  if (part.askedAt) {
    const found = await lookUp(where.base, trying, channel, part, part.askedAt)
    if (found === 'nobody knows') return unknownFate(parcel)
    if (found !== 'not there') return taken(trying, part, found.sid)
  }
  const turnInMs = await where.myTurn(channel.id)
  if (turnInMs > 0) return { state: 'again', afterMs: turnInMs, why: 'our number sends as fast as it may' }
  if (!(await askingFor(part))) return later(parcel, UNDER_WAY, LISTED_AFTER_MS)
  const answer = await createMessage(where.base, channel, {
    to: trying.sourceId,
    request: part.request,
    statusCallback: `${where.publicUrl}/webhooks/whatsapp/${channel.key}/status?part=${part.id}`,
  })
  switch (answer.state) {
    case 'done':
      return taken(trying, part, answer.value)
    case 'unknown':
    case 'garbled':
      return unknownFate(parcel)
    case 'not_reached':
      await notAsked(part.id)
      return later(parcel, answer.why)
    case 'refused':
      await notAsked(part.id)
      return refused(trying, {
        code: answer.code,
        template: part.template,
        said: answer.why,
        contentSid: part.request.contentSid,
      })
  }
}

async function taken(trying: Trying, part: Part, sid: string): Promise<Outcome | undefined> {
  const heard = await takenAs(part.id, sid)
  return heard.failed ? refused(trying, { code: heard.errorCode, template: part.template }) : undefined
}

/** It may have gone: it is looked for before it is ever asked for again, and in the end people decide. */
const unknownFate = (parcel: { attempts: number }): Outcome => {
  const why = 'Twilio did not answer: it may or may not have gone'
  return parcel.attempts + 1 >= MOST_TRIES ? { state: 'unknown', why } : later(parcel, why, LISTED_AFTER_MS)
}

/** Whether a try with an unknown fate left a message at Twilio. */
async function lookUp(
  base: Base,
  trying: Trying,
  channel: Channel,
  part: Part,
  askedAt: Date,
): Promise<{ sid: string } | 'nobody knows' | 'not there'> {
  const list = await messagesTo(base, channel, trying.sourceId)
  if (list.state !== 'done') return 'nobody knows'
  const since = askedAt.getTime() - CLOCKS_APART_MS
  const lately = list.value.filter((it) => it.createdAt.getTime() >= since && isIt(it, part))
  const others = await sidsInUse(lately.map((it) => it.sid))
  const found = lately.find((it) => !others.has(it.sid))
  if (found) return found
  return deskNowMs() - askedAt.getTime() < LISTED_AFTER_MS ? 'nobody knows' : 'not there'
}

/** The words of a stored content are its first variable; those of a template and of a picture are not known to us. */
function isIt(found: Found, { request, template }: Part): boolean {
  const words = (request.body ?? request.contentVariables?.['1'] ?? '').trim()
  return template || request.mediaUrl !== undefined || found.body.trim() === '' || found.body.trim() === words
}
