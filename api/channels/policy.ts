import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { isAdmin, leads, policy } from '../policy.ts'
import type { ChannelRow } from './model.ts'

/** Leads look after a channel; only an admin holds its credentials. */
export const channelPolicy = policy<'change' | 'check' | 'test' | 'recipients', ChannelRow>({
  change: isAdmin,
  check: (actor) => isAdmin(actor) || leads(actor),
  test: (actor) => isAdmin(actor) || leads(actor),
  recipients: isAdmin,
})

export function mustConnect(ctx: Ctx): void {
  if (!isAdmin(ctx.actor)) throw new Refusal('not_allowed', { action: 'connect' })
}

export function mustSeeChannels(ctx: Ctx): void {
  if (!isAdmin(ctx.actor) && !leads(ctx.actor)) throw new Refusal('not_allowed', { action: 'see' })
}
