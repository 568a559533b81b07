import { pauseChannel } from '../../api/channels/commands.ts'
import type { Channel } from '../../api/channels/queries.ts'
import { flagIdentity } from '../../api/contacts/commands.ts'
import { inTenant, system } from '../../api/context.ts'
import { notifyStaff } from '../../api/notifications/commands.ts'
import type { Outcome } from '../../api/outbox/schema.ts'
import { closeWindow } from '../../api/whatsapp/commands/chat.ts'
import { optedOutAtPlatform } from '../../api/whatsapp/commands/consent.ts'
import { dropContent } from '../../api/whatsapp/commands/contents.ts'
import { askAgain, planAgain } from '../../api/whatsapp/commands/parts.ts'
import { doubled, jittered, MOST_TRIES } from '../back-off.ts'
import { actOn, troubleWords } from './troubles.ts'

const PAUSED_MS = 300_000

export type Trying = {
  parcel: { id: string; tenantId: string; attempts: number }
  channel: Pick<Channel, 'id' | 'key'>
  sourceId: string
}

/** A refusal, at once or by callback: does what its code asks for, and says how the try ended. */
export async function refused(
  { parcel, channel, sourceId }: Trying,
  it: { code: number | null; template: boolean; said?: string; contentSid?: string | undefined },
): Promise<Outcome> {
  const why = troubleWords(it.code, it.said)
  const act = actOn(it.code)
  const lane = { channelId: channel.id, sourceId }
  switch (act) {
    case 'window':
      await closeWindow(lane)
      if (it.template) return { state: 'dead', why, unreachable: 'window' }
      await planAgain(parcel.id)
      return { state: 'again', afterMs: 0, why }
    case 'content':
      // made anew once; if that one is unknown too, something else is wrong
      if (it.template || !it.contentSid || parcel.attempts > 1) return { state: 'dead', why, unreachable: 'permanent' }
      await dropContent({ channelId: channel.id, sid: it.contentSid })
      await planAgain(parcel.id)
      return { state: 'again', afterMs: 0, why }
    case 'later':
      await askAgain(parcel.id)
      return later(parcel, why)
    case 'pause':
      await askAgain(parcel.id)
      await pause(parcel.tenantId, channel, why)
      return paused(why)
    case 'identity':
      await inTenant(parcel.tenantId, system, (ctx) => flagIdentity(ctx, { kind: 'whatsapp', value: sourceId }))
      return { state: 'dead', why, unreachable: act }
    case 'opted_out':
      await inTenant(parcel.tenantId, system, (ctx) => optedOutAtPlatform(ctx, { ...lane, code: it.code ?? 0 }))
      return { state: 'dead', why, unreachable: act }
    default:
      return { state: 'dead', why, unreachable: act }
  }
}

/** Back-off with jitter; in the end somebody is told that it did not go. */
export function later(parcel: { attempts: number }, why: string, leastMs = 0): Outcome {
  const tries = parcel.attempts + 1
  if (tries >= MOST_TRIES) return { state: 'dead', why, unreachable: 'permanent' }
  return { state: 'again', afterMs: jittered(doubled(tries), leastMs), why }
}

/** Nothing is lost while our account is not accepted: it is looked at again every five minutes. */
export const paused = (why: string): Outcome => ({ state: 'again', afterMs: PAUSED_MS, why })

async function pause(tenantId: string, channel: Pick<Channel, 'id' | 'key'>, why: string): Promise<void> {
  if (!(await pauseChannel({ channelId: channel.id, why }))) return
  await inTenant(tenantId, system, (ctx) =>
    notifyStaff(ctx, { event: 'channel.paused', facts: { channel: channel.key, why } }),
  )
}
