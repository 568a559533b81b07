import { useEffect, useRef, useState } from 'preact/hooks'
import type { TodayView } from '../../api/cases/schema.ts'
import { listenLive } from '../client/live.ts'
import { type Resource, useResource } from '../client/use-resource.ts'

/** Looked at now and then even while live: a line that broke silently must not leave an old board standing. */
const LOOK_EVERY_MS = 60_000
const nowOf = (it: TodayView) => it.now

/** Today's board, kept live by the desk. */
export function useBoard(): Resource<TodayView> & { isLive: boolean | undefined } {
  const board = useResource<TodayView>('/v1/today', { now: nowOf, every: LOOK_EVERY_MS })
  const [isLive, setLive] = useState<boolean>()
  const { reload, problem } = board
  // Who may not look is not let in by knocking again.
  const isShut = problem?.status === 401 || problem?.status === 403
  useEffect(() => {
    if (isShut) return
    let wasCut = false
    const line = listenLive('/v1/today/live', {
      onChange: () => void reload(),
      onLive: (is) => {
        setLive(is)
        // A refusal of the line looks like a broken one; asking tells them apart. What changed while it was cut nobody tells.
        if (!is || wasCut) void reload()
        wasCut = !is
      },
    })
    return line.close
  }, [reload, isShut])
  // A line may stand open that brings nothing any more: a look that failed says so first.
  return { ...board, isLive: isLive && !problem }
}

/** Looks again whenever the board was looked at: what stands beside it must not be older. */
export function useLookAgain(boardAt: Date | undefined, look: () => Promise<unknown>) {
  const seen = useRef(boardAt)
  useEffect(() => {
    if (seen.current === boardAt) return
    seen.current = boardAt
    void look()
  }, [boardAt, look])
}
