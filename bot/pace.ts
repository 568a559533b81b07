/**
 * At most so many a second, with a burst of what was not used within `burstMs`. Nobody waits here longer than `mostMs`: what waits is leased
 * to this process.
 */
export type Rate = { perSecond: number; burstMs: number; mostMs: number }

/** When somebody may go who would like to now, in ms of a steady clock; and from when on the next one may. Too long a wait takes no place. */
export function nextTurn(free: number | undefined, now: number, rate: Rate): { waitMs: number; free: number } {
  const at = Math.max(free ?? 0, now - rate.burstMs)
  const waitMs = Math.max(0, at - now)
  return { waitMs, free: waitMs > rate.mostMs ? at : at + 1_000 / rate.perSecond }
}

/** Waits for its turn, of each key (a channel) apart. Answers how many ms later to come again, if the turn is too far away. */
export function pace(rate: Rate): (key: string) => Promise<number> {
  const free = new Map<string, number>()
  return async (key) => {
    const mine = nextTurn(free.get(key), performance.now(), rate)
    free.set(key, mine.free)
    if (mine.waitMs > rate.mostMs) return mine.waitMs
    if (mine.waitMs > 1) await new Promise((done) => setTimeout(done, mine.waitMs))
    return 0
  }
}
