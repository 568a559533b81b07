import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { isSystem, leads, policy } from '../policy.ts'
import type { ChannelRow } from './model.ts'

const isAdmin = (ctx: Pick<Ctx, 'actor'>): boolean =>
  isSystem(ctx.actor) || ('role' in ctx.actor && ctx.actor.role === 'admin')

/** Leads look after a channel; only an admin holds its credentials. */
export const channelPolicy = policy<'change' | 'check' | 'test' | 'recipients', ChannelRow>({
  change: (actor) => isAdmin({ actor }),
  check: (actor) => isAdmin({ actor }) || leads(actor),
  test: (actor) => isAdmin({ actor }) || leads(actor),
  recipients: (actor) => isAdmin({ actor }),
})

export function mustConnect(ctx: Ctx): void {
  if (!isAdmin(ctx)) throw new Refusal('not_allowed', { action: 'connect' })
}

export function mustSeeChannels(ctx: Ctx): void {
  if (!isAdmin(ctx) && !leads(ctx.actor)) throw new Refusal('not_allowed', { action: 'see' })
}
