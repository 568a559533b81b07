import { asPostgresSaid } from './db/as-postgres-said.ts'
import pino, { type Logger } from 'pino'

export type Log = Logger

/** Structured lines on standard output. What people wrote and what is secret never gets here; the list below is the second lock. */
export const createLog = (level = 'info', to?: pino.DestinationStream): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ['*.authorization', '*.cookie', '*.token', '*.secret', '*.text', '*.body'], censor: '[hidden]' },
    },
    to ?? pino.destination({ dest: 1, sync: false }),
  )

/** A database names the very values it refused, a JSON parser quotes what it read: their messages stay out of the log. */
const quotesWhatItRead = (it: Error & { code?: unknown }): boolean =>
  it instanceof SyntaxError || (typeof it.code === 'string' && /^[0-9A-Z]{5}$/.test(it.code))

/** What a log may know of a bug: its kind and place, without a person's words. */
export function aboutTrouble(trouble: unknown): Record<string, unknown> {
  if (!(trouble instanceof Error)) return { kind: typeof trouble }
  const it = asPostgresSaid(trouble)
  return {
    kind: trouble.name,
    ...(it.code !== undefined && { code: it.code }),
    ...(it.constraint !== undefined && { constraint: it.constraint }),
    ...(it.table !== undefined && { table: it.table }),
    ...(!quotesWhatItRead(it) && { why: it.message.slice(0, 300) }),
    // a message has lines of its own, and one may begin like a place
    at: (trouble.stack ?? '')
      .replace(trouble.message, '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim()),
  }
}
