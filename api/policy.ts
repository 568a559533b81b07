import type { Actor, Ctx, StaffRole } from './context.ts'
import { Refusal } from './errors.ts'

/** Works cases and bookings. */
export const works = (who: Actor): boolean => (who.kind === 'staff' || who.kind === 'api') && worksAs(who.role)

export const worksAs = (role: StaffRole): boolean =>
  ['admin', 'manager', 'agent', 'operations', 'accountant'].includes(role)

export const leads = (who: Actor): boolean =>
  (who.kind === 'staff' || who.kind === 'api') && ['admin', 'manager'].includes(who.role)

/** May look at the desk's work without touching it. */
export const sees = (who: Actor): boolean =>
  works(who) || ((who.kind === 'staff' || who.kind === 'api') && who.role === 'executive')

/** Holds the keys: credentials, models, who is among the staff. The desk's own commands do, too. */
export const isAdmin = (who: Actor): boolean => isSystem(who) || ('role' in who && who.role === 'admin')

export const isSystem = (who: Actor): boolean => who.kind === 'system'

type Rules<Action extends string, Thing> = Record<Action, (who: Actor, it: Thing) => boolean>

/** Who may do what to a thing, as sentences; the same lock for every door (taps, pages, API). */
export function policy<Action extends string, Thing>(rules: Rules<Action, Thing>) {
  return {
    must(ctx: Ctx, action: Action, it: Thing): void {
      if (!rules[action](ctx.actor, it)) throw new Refusal('not_allowed', { action, ...about(it) })
    },
    actions: (who: Actor, it: Thing): Action[] =>
      (Object.keys(rules) as Action[]).filter((action) => rules[action](who, it)),
  }
}

/** Which one it was, so that the no can say who may. */
const about = (it: unknown): { id?: unknown } =>
  typeof it === 'object' && it !== null && 'id' in it ? { id: it.id } : {}

/** For what has no thing to ask about: a list, a first entry. */
export function mustSee(ctx: Ctx): void {
  if (!sees(ctx.actor)) throw new Refusal('not_allowed', { action: 'see' })
}

export function mustWork(ctx: Ctx, action: string): void {
  if (!works(ctx.actor)) throw new Refusal('not_allowed', { action })
}

/** What a business asks, sells and promises is set up by those who answer for it, or by the desk's own commands. */
export function mustSetUp(ctx: Ctx): void {
  if (!isSystem(ctx.actor) && !leads(ctx.actor)) throw new Refusal('not_allowed', { action: 'set_up' })
}
