import { useEffect, useState } from 'preact/hooks'

let ahead = 0

/** The desk's own time: a phone's clock may be minutes off, and a countdown must not be. */
export const deskNow = () => new Date(Date.now() + ahead)

export function setDeskTime(now: string) {
  const skew = Date.parse(now) - Date.now()
  // The road to us takes some of it: under two seconds there is nothing to correct.
  ahead = Math.abs(skew) < 2_000 ? 0 : skew
}

/** The present moment, again every `ms`; it rests while the page is hidden. */
export function useNow(ms: number): Date {
  const [now, setNow] = useState(deskNow)
  useEffect(() => {
    const tick = () => {
      if (!document.hidden) setNow(deskNow())
    }
    const timer = setInterval(tick, ms)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [ms])
  return now
}
