import { breachBookingSla, releaseHold } from '../api/bookings/commands/watch-booking.ts'
import { remindOfBooking } from '../api/bookings/commands/remind-of-booking.ts'
import { closeCase } from '../api/cases/commands/close-case.ts'
import { tellOfSilence } from '../api/cases/commands/watch-provider.ts'
import { breachSla, warnOfSla } from '../api/cases/commands/watch-sla.ts'
import { type Ctx, inTenant, system } from '../api/context.ts'
import { handBack } from '../api/conversations/commands/hand-over.ts'
import { Refusal } from '../api/errors.ts'
import { openOverdue } from '../api/payments/commands/watch-payment.ts'
import { isLastTry, putOff, setTimerAside, takeDueTimers, whatIsDue } from '../api/timers/commands.ts'
import type { DueTimer, TimerKind } from '../api/timers/schema.ts'
import { tellOfClosingWindow } from '../api/whatsapp/commands/watch-window.ts'
import { isPassing } from '../api/db/passing.ts'
import type { Report, Running } from './report.ts'
import { whenDue } from './when-due.ts'

/** Many of a kind come in one transaction. Each looks again: solved in time, or moved, means nothing to do. */
export type TimerHandlers = Record<TimerKind, (ctx: Ctx, subjectIds: string[]) => Promise<void>>

export const handlers = {
  'case.sla_warning': warnOfSla,
  'case.sla_breach': breachSla,
  'case.auto_close': each((ctx, caseId) => closeCase(ctx, { caseId })),
  'case.provider_silent': tellOfSilence,
  'booking.sla_breach': breachBookingSla,
  'booking.hold_expiry': releaseHold,
  'booking.reminder': remindOfBooking,
  'conversation.hand_back': each((ctx, conversationId) => handBack(ctx, { conversationId, why: 'idle' })),
  'conversation.window_closing': tellOfClosingWindow,
  'payment.overdue': openOverdue,
} satisfies TimerHandlers

/** A no means that it is not called for any more. */
function each(handle: (ctx: Ctx, subjectId: string) => Promise<unknown>): TimerHandlers[TimerKind] {
  return async (ctx, subjectIds) => {
    for (const subjectId of subjectIds) {
      try {
        await handle(ctx, subjectId)
      } catch (trouble) {
        if (!(trouble instanceof Refusal)) throw trouble
      }
    }
  }
}

const BATCH = 500

/** Fires what is due, as long as the process lives. */
export const startTimers = (report: Report, kinds: TimerHandlers = handlers): Running =>
  whenDue((tenantId) => fireDue(tenantId, report, kinds), report)

/** Fires up to 500 due timers of a tenant in one transaction; true when there may be more. */
export async function fireDue(tenantId: string, report: Report, kinds: TimerHandlers = handlers): Promise<boolean> {
  const fired = await fire(tenantId, report, kinds)
  return fired === BATCH
}

async function fire(tenantId: string, report: Report, kinds: TimerHandlers, among?: string[]): Promise<number> {
  let taken: DueTimer[] = []
  try {
    await inTenant(
      tenantId,
      system,
      async (ctx, [due]) => {
        taken = await takeDueTimers(ctx, due ?? [])
        for (const [kind, subjectIds] of byKind(taken)) await kinds[kind](ctx, subjectIds)
      },
      whatIsDue(BATCH, among),
    )
  } catch (trouble) {
    if (taken.length === 0 || isPassing(trouble)) throw trouble
    // Nothing of the batch happened. Halved until the bad timer stands alone, it holds nobody up.
    const [first, ...rest] = taken
    if (first && rest.length === 0) await failed(tenantId, first, trouble, report)
    else for (const half of halves(taken.map((timer) => timer.id))) await fire(tenantId, report, kinds, half)
  }
  return taken.length
}

async function failed(tenantId: string, timer: DueTimer, trouble: unknown, report: Report): Promise<void> {
  if (!isLastTry(timer)) return inTenant(tenantId, system, (ctx) => putOff(ctx, timer))
  const troubleId = report(trouble, { tenantId, timerId: timer.id, timer: timer.kind, subjectId: timer.subjectId })
  await inTenant(tenantId, system, (ctx) => setTimerAside(ctx, timer, troubleId))
}

function byKind(timers: DueTimer[]): Map<TimerKind, string[]> {
  const kinds = new Map<TimerKind, string[]>()
  for (const timer of timers) {
    const subjectIds = kinds.get(timer.kind)
    if (subjectIds) subjectIds.push(timer.subjectId)
    else kinds.set(timer.kind, [timer.subjectId])
  }
  return kinds
}

const halves = (ids: string[]): string[][] => [ids.slice(0, ids.length >> 1), ids.slice(ids.length >> 1)]
