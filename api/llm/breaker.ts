/** `nothing`: the call says nothing of the provider, as one that was never sent. */
export type HowItWent = 'well' | 'badly' | 'nothing'

/** Lets nobody wait for a provider that is down: after some failures in a row it is left alone for a while, then one call tries it. */
export type Breaker = {
  /** The leave to call now, or none; whoever has it says how it ended. */
  begin: () => ((went: HowItWent) => void) | undefined
  isOpen: () => boolean
}

export type BreakerSettings = {
  /** milliseconds of any steady clock */
  clock: () => number
  /** failures in a row */
  opensAfter?: number
  /** ms it stays open at first; twice as long after each trial that fails */
  restMs?: number
  mostRestMs?: number
  /** it has opened: told once for each time it was closed before */
  onOpen?: () => void
}

export function aBreaker(it: BreakerSettings): Breaker {
  const { clock, opensAfter = 5, restMs = 15_000, mostRestMs = 300_000 } = it
  let failures = 0
  let rest = restMs
  let openUntil: number | undefined
  let trying = false

  const close = () => {
    failures = 0
    rest = restMs
    openUntil = undefined
  }
  // what was on its way when it opened comes back with old news: only the trial decides
  const usual = (went: HowItWent) => {
    if (openUntil !== undefined) return
    if (went === 'well') close()
    if (went === 'badly') failures += 1
    if (failures < opensAfter) return
    openUntil = clock() + rest
    it.onOpen?.()
  }
  const trial = (went: HowItWent) => {
    trying = false
    if (went === 'well') close()
    if (went !== 'badly') return
    rest = Math.min(rest * 2, mostRestMs)
    openUntil = clock() + rest
  }
  return {
    begin() {
      if (openUntil === undefined) return usual
      if (trying || clock() < openUntil) return undefined
      trying = true
      return trial
    },
    isOpen: () => openUntil !== undefined,
  }
}
