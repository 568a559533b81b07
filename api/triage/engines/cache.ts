import { createHmac, randomBytes } from 'node:crypto'
import type { Opinion } from './opinion.ts'

const MOST_KEPT = 2_000
const KEPT_MS = 6 * 3_600_000

/** Opinions on turns that come again word for word. What was said is not in it: the key is a keyed hash, an opinion has no words. */
export type Cache = {
  keyOf: (parts: readonly string[]) => string
  find: (key: string) => Opinion | undefined
  keep: (key: string, opinion: Opinion) => void
}

export function aCache(clock: () => number, most = MOST_KEPT): Cache {
  const secret = randomBytes(32)
  const kept = new Map<string, { opinion: Opinion; at: number }>()
  return {
    keyOf: (parts) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url'),
    find(key) {
      const hit = kept.get(key)
      if (!hit) return undefined
      kept.delete(key)
      if (clock() - hit.at > KEPT_MS) return undefined
      // the last that was asked for is the last to go
      kept.set(key, hit)
      return hit.opinion
    },
    keep(key, opinion) {
      kept.delete(key)
      kept.set(key, { opinion, at: clock() })
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    },
  }
}
