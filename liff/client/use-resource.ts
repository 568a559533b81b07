import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { type Language, suggestLanguage } from '../copy/language.ts'
import { deskNow, setDeskTime } from '../time/clock.ts'
import { api } from './api.ts'
import type { Problem } from './problem.ts'

export type Resource<T> = {
  value: T | undefined
  problem: Problem | undefined
  /** when the value was true */
  at: Date | undefined
  reload: () => Promise<void>
}

type Options<T> = {
  anonymous?: boolean
  /** where a value says what time it is at the desk; the same function each time */
  now?: (value: T) => string
  /** where it says which language this person reads; the same function each time */
  reads?: (value: T) => Language
  /** ms between two looks, while the page is seen */
  every?: number
}

/** One thing of the API on a page: loading, a problem, or it. A problem on a later look leaves the value standing. */
export function useResource<T>(
  path: string | undefined,
  { anonymous = false, now, reads, every }: Options<T> = {},
): Resource<T> {
  const [state, setState] = useState<{ value?: T; problem?: Problem | undefined; at?: Date }>({})
  const latest = useRef(0)

  const load = useCallback(async () => {
    if (path === undefined) return
    latest.current += 1
    const mine = latest.current
    const { value, problem } = await api.get<T>(path, { anonymous })
    if (mine !== latest.current) return
    if (now && value !== undefined) setDeskTime(now(value))
    // Before it is shown: in another language for a moment it would jump.
    if (reads && value !== undefined) suggestLanguage(reads(value))
    setState((before) => (problem ? { ...before, problem } : { value, at: deskNow() }))
  }, [path, anonymous, now, reads])

  useEffect(() => {
    setState({})
    void load()
    return () => {
      latest.current += 1
    }
  }, [load])

  useEffect(() => {
    if (every === undefined) return
    const look = () => {
      if (!document.hidden) void load()
    }
    const timer = setInterval(look, every)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [load, every])

  return { value: state.value, problem: state.problem, at: state.at, reload: load }
}
