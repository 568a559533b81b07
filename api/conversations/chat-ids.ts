import { Temporal } from 'temporal-polyfill'

export type Place = { channel: 'line' | 'whatsapp' | 'api'; kind: 'direct' | 'group'; sourceId: string }

const CHANNELS: Record<Place['channel'], string> = { line: 'LINE', whatsapp: 'WA', api: 'API' }
const LAST_CHARACTERS = 6

/**
 * An id that people can read, from the business's own pattern: {ch} the channel, {origin} where the chat began, {ext} the end of the
 * platform's id, {ts} unix seconds, {yyyymmdd} and {hhmm} by the business's clock. Only the end of the platform's id: it may be a phone number.
 */
export function chatId(pattern: string, it: Place & { at: Date; zone: string }): string {
  const when = Temporal.Instant.fromEpochMilliseconds(it.at.getTime()).toZonedDateTimeISO(it.zone)
  const two = (n: number) => String(n).padStart(2, '0')
  const parts: Record<string, string> = {
    ch: CHANNELS[it.channel],
    origin: it.kind === 'group' ? 'GROUP' : it.channel === 'api' ? 'API' : 'CHAT',
    ext: it.sourceId.replace(/[^a-z0-9]/gi, '').slice(-LAST_CHARACTERS) || 'x',
    ts: String(Math.floor(it.at.getTime() / 1_000)),
    yyyymmdd: when.toPlainDate().toString().replaceAll('-', ''),
    hhmm: `${two(when.hour)}${two(when.minute)}`,
  }
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole)
}

/** Whether something said now goes on with the session that is open, or begins another. Late and repeated events begin none. */
export const goesOn = (it: { sessionId: string | null; sessionAt: Date | null }, at: Date, minutes: number): boolean =>
  it.sessionId !== null && it.sessionAt !== null && at.getTime() - it.sessionAt.getTime() <= minutes * 60_000
