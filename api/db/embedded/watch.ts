import { setTimeout as pause } from 'node:timers/promises'
import { bornAt } from '../lock-file.mjs'

export interface Watched {
  /** The living server's process. */
  pid: () => number
  /** Brings it back, or throws why not. */
  revive: () => Promise<void>
  /** Hears that it ended, and of a revival that failed; the same trouble once until it lives again. */
  tell: (trouble: Error) => void
}

const LOOK_MS = 250
/** Between one revival and the next: doubled each time, and back to nothing once it has lived for this long. */
const PAUSES_MS = [0, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000] as const
const LIVED_MS = 60_000

/** Looks after a server that nobody else does: one that was killed alone is started again, however often, though ever more slowly. */
export function watch(it: Watched): { stop: () => void } {
  const over = new AbortController()
  const rest = (ms: number) => pause(ms, undefined, { signal: over.signal, ref: false })
  void look().catch(() => undefined)
  return { stop: () => over.abort() }

  async function look() {
    let born = bornAt(it.pid())
    let livesSince = performance.now()
    let tries = 0
    let told: string | undefined
    for (;;) {
      await rest(LOOK_MS)
      if (born !== undefined && bornAt(it.pid()) === born) continue
      if (born !== undefined) it.tell(new Error('The embedded PostgreSQL ended by itself; it is started again.'))
      if (performance.now() - livesSince > LIVED_MS) tries = 0
      born = undefined
      await rest(PAUSES_MS[tries] ?? Math.max(...PAUSES_MS))
      tries++
      try {
        await it.revive()
        born = bornAt(it.pid())
        livesSince = performance.now()
        told = undefined
      } catch (trouble) {
        if (over.signal.aborted) return
        const { message } = trouble as Error
        if (message !== told) it.tell(new Error(`The embedded PostgreSQL cannot be started: ${message}`))
        told = message
      }
    }
  }
}
