import { withSlot } from './api.ts'

export type Live = { close: () => void }

type Listener = { onChange: () => void; onLive: (isLive: boolean) => void }
type Parts = { open: (path: string) => EventSource; random: () => number }

/** A wait before the nth try, so that a thousand boards do not come back in the same second. */
export const waitBefore = (attempt: number, random: () => number): number =>
  Math.min(30_000, 1_000 * 2 ** attempt) * (0.5 + random() / 2)

/**
 * A live line from the desk. The browser mends a cut line by itself, but gives up for good on a refusal (a restart behind a
 * proxy answers 502): then we open a new one, later each time.
 */
export function listenLive(
  path: string,
  on: Listener,
  parts: Parts = { open: (to) => new EventSource(withSlot(to)), random: Math.random },
): Live {
  let attempt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let source: EventSource | undefined

  const connect = () => {
    const line = parts.open(path)
    source = line
    line.onopen = () => {
      attempt = 0
      on.onLive(true)
    }
    line.addEventListener('changed', on.onChange)
    line.onerror = () => {
      on.onLive(false)
      if (line.readyState !== EventSource.CLOSED) return
      timer = setTimeout(connect, waitBefore(attempt, parts.random))
      attempt += 1
    }
  }

  const anew = () => {
    clearTimeout(timer)
    source?.close()
    connect()
  }
  // A phone that slept may hold a dead line without knowing.
  const wake = () => {
    if (!document.hidden && source?.readyState !== EventSource.OPEN) anew()
  }
  // Without a network a line stands open for minutes, and brings nothing.
  const lost = () => on.onLive(false)
  connect()
  document.addEventListener('visibilitychange', wake)
  addEventListener('offline', lost)
  addEventListener('online', anew)
  return {
    close() {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', wake)
      removeEventListener('offline', lost)
      removeEventListener('online', anew)
      source?.close()
    },
  }
}
