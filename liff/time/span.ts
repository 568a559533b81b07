import type { Copy } from '../copy/en.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A length of time as people say it, in one or two units. */
export function spanInWords(ms: number, t: Copy): string {
  if (ms < MINUTE) return t.less
  if (ms < HOUR) return t.minutes(Math.floor(ms / MINUTE))
  if (ms < DAY) return two(t.hours(Math.floor(ms / HOUR)), Math.floor((ms % HOUR) / MINUTE), t.minutes)
  return two(t.days(Math.floor(ms / DAY)), Math.floor((ms % DAY) / HOUR), t.hours)
}

const two = (big: string, small: number, unit: (n: number) => string) => (small > 0 ? `${big} ${unit(small)}` : big)

/** When something is, as seen from now: 'in 12 minutes', '3 hours ago'. The smaller unit is left out, it would only flicker. */
export function fromNow(at: Date, now: Date, t: Copy): string {
  return at >= now ? t.in(rough(at.getTime() - now.getTime(), t)) : sinceThen(at, now, t)
}

/** How long ago something happened; what happened after the page last looked at its clock did so just now. */
export function sinceThen(at: Date, now: Date, t: Copy): string {
  const ms = now.getTime() - at.getTime()
  return ms < MINUTE ? t.justNow : t.ago(rough(ms, t))
}

function rough(ms: number, t: Copy): string {
  if (ms < MINUTE) return t.less
  if (ms < HOUR) return t.minutes(Math.round(ms / MINUTE))
  return ms < DAY ? t.hours(Math.round(ms / HOUR)) : t.days(Math.round(ms / DAY))
}

export type Countdown = { over: boolean; words: string; urgent: boolean }

/** How long until the due time, to the second in the last hour. `urgent` in the last five minutes and after. */
export function countdown(due: Date, now: Date, t: Copy): Countdown {
  const ms = due.getTime() - now.getTime()
  const over = ms < 0
  const left = Math.abs(ms)
  const span = !over && left < HOUR ? clock(left) : spanInWords(left, t)
  return { over, words: over ? t.board.over(span) : t.board.left(span), urgent: ms < 5 * MINUTE }
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
