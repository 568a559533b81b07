import { deskNowMs } from '../api/db/tenant-transaction.ts'
import { onceAnOutage, type Report, type Running } from './report.ts'

/** Does it again and again with a pause between, never twice at the same time. Trouble is told once until it works again. */
export function every(
  pauseMs: number,
  loop: string,
  work: () => Promise<void>,
  report: Report,
  { firstAfterMs = 0 } = {},
): Running {
  const outage = onceAnOutage(report)
  const nap = napping()
  const ended = (async () => {
    if (firstAfterMs > 0) await nap.take(firstAfterMs)
    while (!nap.over()) {
      try {
        await work()
        outage.over()
      } catch (trouble) {
        outage.tell(trouble, { loop })
      }
      await nap.take(pauseMs)
    }
  })()
  return {
    async stop() {
      nap.end()
      await ended
    },
  }
}

const LOOK_AT_CLOCK_MS = 2_000

/** The same by the desk's clock: who moves it in the demo finds done what is due by then. */
export const everyByDeskClock = (pauseMs: number, loop: string, work: () => Promise<void>, report: Report): Running =>
  every(LOOK_AT_CLOCK_MS, loop, onceIn(pauseMs, deskNowMs, work), report)

/** Work that is due by a clock which may be moved: asked often, it does something once in so long. */
export function onceIn(pauseMs: number, clock: () => number, work: () => Promise<void>): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY
  return async () => {
    const now = clock()
    if (Math.abs(now - last) < pauseMs) return
    last = now
    await work()
  }
}

/** Sleep that an end cuts short. */
export function napping(): { take: (ms: number) => Promise<void>; end: () => void; over: () => boolean } {
  let over = false
  let wake: (() => void) | undefined
  return {
    take: (ms) =>
      new Promise((done) => {
        if (over) return done()
        const alarm = setTimeout(done, ms)
        wake = () => {
          clearTimeout(alarm)
          done()
        }
      }),
    end() {
      over = true
      wake?.()
    },
    over: () => over,
  }
}
