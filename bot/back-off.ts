/** So often a parcel is tried in all; then it is given up, and somebody is told. */
export const MOST_TRIES = 8

const LONGEST_MS = 300_000

/** After the first try, the second …: each pause may be twice as long as the one before. */
export const doubled = (tries: number): number => Math.min(1_000 * 2 ** tries, LONGEST_MS)

/** Half to all of `longestMs`, so that what failed together does not come again together; `leastMs` is what the platform asked for. */
export const jittered = (longestMs: number, leastMs = 0, random: () => number = Math.random): number =>
  Math.max(leastMs, longestMs * (0.5 + random() / 2))
