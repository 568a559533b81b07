import type { World } from './world.ts'

/** A webhook that was delivered changes no phone and wakes nobody. */
const LOOK_AGAIN_MS = 100

/** Waiting: everything here wakes up when the world changes, and looks again now and then. */
export function makeWaiting(world: World, transcript: () => string) {
  /** Resolves at the next change of any chat. */
  function changed(): Promise<void> {
    return new Promise((resolve) => {
      const stop = world.onChange(() => {
        stop()
        resolve()
      })
    })
  }

  /**
   * Resolves with what `condition` gives as soon as that is truthy; looks again at each change.
   * `timeoutMs` is real time; the error shows the last bubbles of every chat.
   */
  async function until<T>(condition: () => T | Promise<T>, options: { timeoutMs?: number; saying?: string } = {}) {
    const { timeoutMs = 60_000, saying = 'what the test waits for' } = options
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), timeoutMs)
    })
    try {
      for (;;) {
        const change = changed()
        const met = await condition()
        if (met) return met
        const again = new Promise<void>((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
        if ((await Promise.race([change, again, tooLate])) === 'late') {
          throw new Error(`Not seen within ${timeoutMs} ms: ${saying}\n${transcript()}`)
        }
      }
    } finally {
      clearTimeout(timer)
    }
  }

  return { changed, until }
}
