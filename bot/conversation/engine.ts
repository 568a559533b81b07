import { isPassing } from '../../api/db/passing.ts'
import { claimLane, countAttempt, releaseLane, renewLeases, setAside } from '../../api/conversations/commands/lease.ts'
import type { Leased, Stored } from '../../api/conversations/commands/store-inbound.ts'
import { tellStaffOfSetAside } from '../../api/conversations/commands/tell-set-aside.ts'
import { LeaseLost, TurnOutdated } from '../../api/conversations/commands/finish-turn.ts'
import type { Lane } from '../../api/conversations/schema.ts'
import { tenantById } from '../../api/tenants/queries.ts'
import type { Aside } from './room.ts'
import { TurnFailed, type TurnNeeds, takeTurn } from './turn.ts'

export type Engine = {
  /** A webhook has stored an event: its lane's turn comes after the quiet time, or at once for a tap. */
  heard: (lane: Lane, stored: Stored, bubble: boolean) => void
  /** Lanes this process has just taken over from a vanished one. */
  takeLanes: (lanes: (Lane & Leased)[]) => void
  stop: () => Promise<void>
  idle: () => Promise<void>
}

/** What this process knows of one lane while something is going on in it. */
type Hand = {
  lane: Lane
  leased: Leased | undefined
  quiet: NodeJS.Timeout | undefined
  waitingSince: number
  running: Promise<void> | undefined
  more: boolean
}

const RENEW_MS = 1_500
const MOST_TRIES = 3
/** A person who never stops typing is answered all the same after so many quiet times. */
const MOST_QUIETS = 5
const STOOD_STILL_MS = 100
const LONGEST_WAIT_MS = 700
/** Fewer than the connections there are: a backlog waits here in order, not in the pool until its patience ends. */
const MOST_TURNS_AT_ONCE = 12

export function startEngine(
  needs: TurnNeeds & { report: (trouble: unknown, about: Record<string, unknown>) => string },
): Engine {
  const hands = new Map<string, Hand>()
  let stopping = false

  const places = turnsAtOnce(MOST_TURNS_AT_ONCE)
  let renewing = false
  const renewal = setInterval(() => {
    const held = [...hands.values()].flatMap((it) => it.leased?.conversationId ?? [])
    if (held.length === 0 || renewing) return
    renewing = true
    renewLeases(held)
      .catch((trouble: unknown) => void needs.report(trouble, { while: 'renewing leases' }))
      .finally(() => (renewing = false))
  }, RENEW_MS)

  function handOf(lane: Lane): Hand {
    const key = `${lane.channelId}|${lane.sourceId}`
    const known = hands.get(key)
    if (known) return known
    const fresh: Hand = { lane, leased: undefined, quiet: undefined, waitingSince: 0, running: undefined, more: false }
    hands.set(key, fresh)
    return fresh
  }

  async function heard(lane: Lane, stored: Stored, bubble: boolean): Promise<void> {
    if (stopping || (!stored.fresh && !stored.leased)) return
    const hand = handOf(lane)
    if (stored.leased && !hand.leased) hand.leased = stored.leased
    hand.more = true
    if (hand.running) return
    const quietMs = bubble ? (await tenantById(lane.tenantId)).settings.quietMs : 0
    if (hand.running) return
    const now = performance.now()
    if (!hand.quiet) hand.waitingSince = now
    clearTimeout(hand.quiet)
    const left = Math.min(quietMs, hand.waitingSince + quietMs * MOST_QUIETS - now)
    if (left <= 0) run(hand)
    else hand.quiet = setTimeout(() => quietIsOver(hand, now + left), left)
  }

  /** A timer that comes late tells of a process that stood still: what was said meanwhile stands at the door, and gets as long to come in. */
  function quietIsOver(hand: Hand, due: number): void {
    const late = performance.now() - due
    if (late < STOOD_STILL_MS) run(hand)
    else hand.quiet = setTimeout(() => run(hand), Math.min(late, LONGEST_WAIT_MS))
  }

  function run(hand: Hand): void {
    clearTimeout(hand.quiet)
    hand.quiet = undefined
    if (hand.running) return
    hand.running = work(hand)
      .catch(
        (trouble: unknown) =>
          void needs.report(trouble, { tenantId: hand.lane.tenantId, conversationId: hand.leased?.conversationId }),
      )
      .then(async () => {
        hand.running = undefined
        // events that came in while the last turn was ending get a turn of their own
        if (hand.more && !stopping) return run(hand)
        hands.delete(`${hand.lane.channelId}|${hand.lane.sourceId}`)
        // what is not given back ends by itself, seconds later
        if (hand.leased) await releaseLane(hand.leased).catch(() => undefined)
      })
  }

  async function work(hand: Hand): Promise<void> {
    hand.leased ??= await claimLane(hand.lane)
    // another process has it: it will see the event, or the sweep will when it is done
    if (!hand.leased) {
      hand.more = false
      return
    }
    for (let tries = 0; hand.leased; ) {
      hand.more = false
      try {
        const { lane, leased } = hand
        const done = await places.hold((aside) => takeTurn(needs, lane, leased, aside))
        tries = 0
        if (done === 'nothing') return
        if (done === 'last' && !hand.more) {
          hand.leased = undefined
          return
        }
      } catch (trouble) {
        if (trouble instanceof LeaseLost) {
          hand.leased = undefined
          return
        }
        if (trouble instanceof TurnOutdated) continue
        tries += 1
        if (!(await survived(trouble, hand, tries))) return
      }
      if (stopping) return
    }
  }

  /** A turn that crashes is tried again; what keeps crashing is set aside, told to staff once, and the next event is taken. */
  async function survived(trouble: unknown, hand: Hand, tries: number): Promise<boolean> {
    if (!(trouble instanceof TurnFailed)) throw trouble
    // the database is away or busy: nothing is wrong with the message, the sweep takes the lane again in a second
    if (isPassing(trouble.cause)) throw trouble.cause
    await countAttempt(trouble.eventIds)
    const spent = Math.max(tries, trouble.attempts + 1) >= MOST_TRIES
    if (!spent) {
      await new Promise((done) => setTimeout(done, 100 * 2 ** tries))
      return true
    }
    const troubleId = needs.report(trouble.cause, {
      tenantId: hand.lane.tenantId,
      conversationId: hand.leased?.conversationId,
    })
    await setAside(trouble.eventIds, troubleId)
    await tellStaffOfSetAside(hand.lane.tenantId, troubleId)
    return true
  }

  return {
    heard: (lane, stored, bubble) =>
      void heard(lane, stored, bubble).catch(
        (trouble: unknown) => void needs.report(trouble, { tenantId: lane.tenantId }),
      ),
    takeLanes(lanes) {
      for (const it of lanes) {
        const hand = handOf(it)
        hand.leased ??= { conversationId: it.conversationId, leaseNo: it.leaseNo }
        hand.more = true
        run(hand)
      }
    },
    async idle() {
      while (hands.size > 0)
        await Promise.all([...hands.values()].map((it) => it.running ?? new Promise((done) => setTimeout(done, 5))))
    },
    async stop() {
      stopping = true
      clearInterval(renewal)
      for (const hand of hands.values()) clearTimeout(hand.quiet)
      await Promise.all([...hands.values()].flatMap((it) => it.running ?? []))
      await Promise.all(
        [...hands.values()].flatMap((it) => (it.leased ? releaseLane(it.leased).catch(() => undefined) : [])),
      )
      hands.clear()
    },
  }
}

/** At most so many at once; the others wait their turn, first come first served. */
function turnsAtOnce(most: number): { hold: <T>(work: (aside: Aside) => Promise<T>) => Promise<T> } {
  const waiting: (() => void)[] = []
  let busy = 0
  const enter = async () => {
    if (busy >= most) await new Promise<void>((go) => waiting.push(go))
    else busy += 1
  }
  const leave = () => {
    // the place is handed on, not given up: nobody can slip in between
    const next = waiting.shift()
    if (next) next()
    else busy -= 1
  }
  return {
    async hold(work) {
      await enter()
      try {
        return await work(async (slow) => {
          leave()
          try {
            return await slow()
          } finally {
            await enter()
          }
        })
      } finally {
        leave()
      }
    },
  }
}
