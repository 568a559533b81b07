import { type Change, recentChanges } from '../activities/queries.ts'

type Listener = (changes: Change[]) => void | Promise<void>
type Watch = { listeners: Set<Listener>; seen: Set<string> | undefined; timer: NodeJS.Timeout | undefined }

const EVERY_MS = 500
const watches = new Map<string, Watch>()

/** Tells when something of a tenant changed. One look at the timeline every half second serves all who watch, and none is made for nobody. */
export function watchTenant(tenantId: string, listener: Listener): () => void {
  const watch = watches.get(tenantId) ?? startWatch(tenantId)
  watch.listeners.add(listener)
  return () => {
    watch.listeners.delete(listener)
    if (watch.listeners.size > 0) return
    clearTimeout(watch.timer)
    if (watches.get(tenantId) === watch) watches.delete(tenantId)
  }
}

function startWatch(tenantId: string): Watch {
  const watch: Watch = { listeners: new Set(), seen: undefined, timer: undefined }
  watches.set(tenantId, watch)
  void look(tenantId, watch)
  return watch
}

async function look(tenantId: string, watch: Watch): Promise<void> {
  // a database that is away for a moment is not the watchers' trouble: the next look tells
  const recent = await recentChanges(tenantId).catch(() => undefined)
  if (recent) {
    const { seen } = watch
    const fresh = seen ? recent.filter((it) => !seen.has(it.id)) : []
    watch.seen = new Set(recent.map((it) => it.id))
    if (fresh.length > 0) for (const listener of watch.listeners) void listener(fresh)
  }
  if (watch.listeners.size > 0) watch.timer = setTimeout(() => void look(tenantId, watch), EVERY_MS)
}
