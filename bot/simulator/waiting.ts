import type { World } from './world.ts'

/** Waiting without polling: everything here wakes up when the world changes. */
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
    const { timeoutMs = 10_000, saying = 'what the test waits for' } = options
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), timeoutMs)
    })
    try {
      for (;;) {
        const change = changed()
        const met = await condition()
        if (met) return met
        if ((await Promise.race([change, tooLate])) === 'late') {
          throw new Error(`Not seen within ${timeoutMs} ms: ${saying}\n${transcript()}`)
        }
      }
    } finally {
      clearTimeout(timer)
    }
  }

  return { changed, until }
}
