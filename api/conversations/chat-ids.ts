import { Temporal } from 'temporal-polyfill'

export type Place = { channel: 'line' | 'whatsapp' | 'api'; kind: 'direct' | 'group'; sourceId: string }

const CHANNELS: Record<Place['channel'], string> = { line: 'LINE', whatsapp: 'WA', api: 'API' }
const LAST_CHARACTERS = 6

/**
 * An id that people can read, from the business's own pattern: {ch} the channel, {origin} where the chat began, {ext} the end of the
 * platform's id, {ts} unix seconds, {yyyymmdd} and {hhmm} by the business's clock. Only the end of the platform's id: it may be a phone number.
 */
export function chatId(pattern: string, it: Place & { at: Date; zone: string }): string {
  const parts: Record<string, string> = {
    ch: CHANNELS[it.channel],
    origin: it.kind === 'group' ? 'GROUP' : it.channel === 'api' ? 'API' : 'CHAT',
    ext: it.sourceId.replace(/[^a-z0-9]/gi, '').slice(-LAST_CHARACTERS) || 'x',
    ts: String(Math.floor(it.at.getTime() / 1_000)),
    ...onClock(it),
  }
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole)
}

type OnClock = { minute: number; yyyymmdd: string; hhmm: string }
const lately = new Map<string, OnClock>()

/** By the business's clock. Chats begin with nearly every message of a busy hour, and a minute is written the same for all of them. */
function onClock({ at, zone }: { at: Date; zone: string }): Omit<OnClock, 'minute'> {
  const minute = Math.floor(at.getTime() / 60_000)
  const known = lately.get(zone)
  if (known?.minute === minute) return known
  const when = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  const two = (n: number) => String(n).padStart(2, '0')
  const yyyymmdd = when.toPlainDate().toString().replaceAll('-', '')
  const fresh = { minute, yyyymmdd, hhmm: `${two(when.hour)}${two(when.minute)}` }
  lately.set(zone, fresh)
  return fresh
}

/** Whether something said now goes on with the session that is open, or begins another. Late and repeated events begin none. */
export const goesOn = (it: { sessionId: string | null; sessionAt: Date | null }, at: Date, minutes: number): boolean =>
  it.sessionId !== null && it.sessionAt !== null && at.getTime() - it.sessionAt.getTime() <= minutes * 60_000
