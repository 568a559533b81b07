import { z } from 'zod'
import type { Outcome, Parcel, Worded } from '../../api/outbox/schema.ts'
import { doubled, jittered, MOST_TRIES } from '../back-off.ts'
import { type LineAnswer, callLine, FateUnknown, NotReached } from './client.ts'
import { withoutRefused } from './refused.ts'
import { renderForLine } from './render.ts'

/** LINE says a reply token lives about a minute; after this it is not tried. */
const REPLY_TOKEN_MS = 50_000
const TIMEOUT_MS = 8_000

export type LineAddress = { base: string; token: string; to: string; kind: 'direct' | 'group'; recipients: number }

type Way = 'reply' | 'push'

/**
 * How a parcel must go. A reply that may have arrived is only ever tried as the same reply again (the token is single use), never pushed;
 * past the token's life nothing can be said any more.
 */
export function wayOf(parcel: Parcel, nowMs: number): Way | 'nobody knows' {
  if (parcel.sentAs === 'push') return 'push'
  const age = parcel.replyTokenAt ? nowMs - parcel.replyTokenAt.getTime() : Number.POSITIVE_INFINITY
  const alive = parcel.replyToken !== null && age < REPLY_TOKEN_MS
  if (parcel.sentAs === 'reply') return alive ? 'reply' : 'nobody knows'
  return alive ? 'reply' : 'push'
}

/** The body of a push is kept before its first try: a retry key is only good for the same bytes. */
export function lineBody(parcel: Parcel, messages: Worded[], way: Way, address: LineAddress): Buffer {
  const rendered = renderForLine(messages, address.kind)
  return Buffer.from(
    JSON.stringify(
      way === 'reply' ? { replyToken: parcel.replyToken, messages: rendered } : { to: address.to, messages: rendered },
    ),
  )
}

/**
 * Sends a parcel once and says how it ended, as a value. What LINE refuses of several messages does not keep the others: they go without it.
 * A refused call has used up neither reply token nor retry key; the body of a push is kept anew (`keep`) before it is asked for again.
 */
export async function sendOnLine(
  parcel: Parcel,
  body: Buffer,
  way: Way,
  address: LineAddress,
  keep: (body: Buffer) => Promise<void>,
): Promise<Outcome> {
  try {
    const answer = await callLine(address.base, {
      method: 'POST',
      path: `/v2/bot/message/${way}`,
      token: address.token,
      body,
      timeoutMs: TIMEOUT_MS,
      ...(way === 'push' && { headers: { 'x-line-retry-key': parcel.retryKey } }),
    })
    const outcome = outcomeOf(answer, parcel, way, address)
    const rest = outcome.state === 'dead' && answer.status === 400 ? withoutRefused(body, answer.body) : undefined
    if (!rest) return outcome
    if (way === 'push') await keep(rest)
    const sent = await sendOnLine(parcel, rest, way, address, keep)
    return sent.state === 'sent' && 'why' in outcome ? { ...sent, why: `not all of it: ${outcome.why}` } : sent
  } catch (trouble) {
    if (trouble instanceof NotReached) return again(parcel, trouble.message, {})
    if (trouble instanceof FateUnknown) return again(parcel, trouble.message, { mayHaveGone: way })
    throw trouble
  }
}

function outcomeOf(answer: LineAnswer, parcel: Parcel, way: Way, address: LineAddress): Outcome {
  const requestId = String(answer.headers['x-line-request-id'] ?? '') || undefined
  const about = { sentAs: way, ...(requestId && { requestId }) }
  // a page of something in between; LINE itself may or may not have been asked
  if (answer.status === 200 && answer.body.trimStart().startsWith('<'))
    return again(parcel, '200 with a page that is not LINE’s', { mayHaveGone: way })
  const alreadyAccepted = answer.status === 409 && way === 'push'
  if (answer.status === 200 || alreadyAccepted)
    return {
      state: 'sent',
      recipients: way === 'reply' ? 0 : address.recipients,
      ...about,
      ...(address.kind === 'group' && { messageIds: sentIds(answer.body) }),
    }
  const why = `${answer.status} ${messageOf(answer.body)}`
  if (answer.status === 400 && way === 'reply' && /reply token/i.test(answer.body)) {
    // after a try whose fate is unknown 'invalid' means sent or expired: never pushed, staff see it
    if (parcel.sentAs === 'reply') return { state: 'unknown', why, ...about }
    return { state: 'again', afterMs: 0, why, ...about, sentAs: 'push' }
  }
  if (answer.status === 429 && /monthly limit/i.test(answer.body)) return { state: 'dead', why, ...about }
  const wait = { ...(requestId && { requestId }), atLeastMs: retryAfterMs(answer) }
  if (answer.status === 429) return again(parcel, why, wait)
  if (answer.status >= 500) return again(parcel, why, { ...wait, mayHaveGone: way })
  return { state: 'dead', why, ...about }
}

/** Back-off with jitter, and at least what LINE asked for. */
export function again(
  parcel: Parcel,
  why: string,
  it: { mayHaveGone?: Way; requestId?: string; atLeastMs?: number },
): Outcome {
  const about = { ...(it.mayHaveGone && { sentAs: it.mayHaveGone }), ...(it.requestId && { requestId: it.requestId }) }
  const tries = parcel.attempts + 1
  if (tries >= MOST_TRIES) return { state: 'dead', why, ...about }
  // a reply is only tried while its token lives
  const longest = it.mayHaveGone === 'reply' ? 1_000 * tries : doubled(tries)
  return { state: 'again', afterMs: jittered(longest, it.atLeastMs), why, ...about }
}

function retryAfterMs(answer: LineAnswer): number {
  const seconds = Number(answer.headers['retry-after'])
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3_600) * 1_000 : 0
}

const LineSent = z.object({ sentMessages: z.array(z.object({ id: z.string().max(50) })).default([]) })

/** What LINE calls the bubbles of a group: somebody may reply to one of them. */
function sentIds(body: string): string[] {
  try {
    return LineSent.parse(JSON.parse(body)).sentMessages.map((it) => it.id)
  } catch {
    return []
  }
}

const LineTrouble = z.object({
  message: z.string().default(''),
  details: z.array(z.object({ property: z.string().default(''), message: z.string().default('') })).default([]),
})

/** LINE's own words for what was wrong; never what we sent. */
function messageOf(body: string): string {
  try {
    const said = LineTrouble.parse(JSON.parse(body))
    const details = said.details.map((it) => `${it.property}: ${it.message}`).join('; ')
    return `${said.message}${details ? ` (${details})` : ''}`.slice(0, 500)
  } catch {
    return 'an answer that is not in LINE’s form'
  }
}
