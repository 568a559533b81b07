import { type NextDue, nextDue } from '../api/timers/queries.ts'
import { napping } from './every.ts'
import { onceAnOutage, type Report, type Running } from './report.ts'

/** A clock that was moved, or a timer armed by another process for sooner than the next, is seen after at most this, in ms. */
const LONGEST_NAP = 250
/** Between two looks, in ms: many timers close to each other fire together. */
const SHORTEST_NAP = 10
const TENANTS_AT_ONCE = 4

/**
 * Sleeps until the next timer is due and fires one batch for each tenant that has some: a tenant with thousands holds nobody else
 * up for longer than a batch. `fire` answers whether there may be more.
 */
export function whenDue(fire: (tenantId: string) => Promise<boolean>, report: Report): Running {
  const outage = onceAnOutage(report)
  const nap = napping()
  const ended = (async () => {
    while (!nap.over()) {
      const looked = performance.now()
      const pause = await round(fire, outage)
      if (pause > 0) await nap.take(Math.max(pause, SHORTEST_NAP - (performance.now() - looked)))
    }
  })()
  return {
    async stop() {
      nap.end()
      await ended
    },
  }
}

async function round(
  fire: (tenantId: string) => Promise<boolean>,
  outage: ReturnType<typeof onceAnOutage>,
): Promise<number> {
  let due: NextDue
  try {
    due = await nextDue()
  } catch (trouble) {
    outage.tell(trouble, { loop: 'timers' })
    return LONGEST_NAP
  }
  const tenantIds = [...due.tenantIds]
  let more = false
  let trouble = false
  const lane = async () => {
    for (let tenantId = tenantIds.pop(); tenantId; tenantId = tenantIds.pop()) {
      try {
        more = (await fire(tenantId)) || more
      } catch (why) {
        trouble = true
        outage.tell(why, { loop: 'timers', tenantId })
      }
    }
  }
  await Promise.all(Array.from({ length: TENANTS_AT_ONCE }, lane))
  if (trouble) return LONGEST_NAP
  outage.over()
  if (more) return 0
  return due.tenantIds.length > 0 ? 1 : Math.min(LONGEST_NAP, Math.max(1, Math.ceil(due.inMs ?? LONGEST_NAP)))
}
