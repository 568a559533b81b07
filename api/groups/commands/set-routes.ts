import type { z } from 'zod'
import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { asSubject, lockConversation } from '../../conversations/commands/hand-over.ts'
import { Refusal } from '../../errors.ts'
import { InvalidInput } from '../../http/problem.ts'
import { forgetStaffGroups } from '../../notifications/queries/staff-groups.ts'
import { GroupRoute } from '../model.ts'
import { groupPolicy } from '../policy.ts'
import type { RoutesInput } from '../schema.ts'

type NewRoute = z.output<typeof RoutesInput>['routes'][number]

/** Says which news goes to a group: all of its routes at once, so that there is never half a list. */
export async function setRoutes(ctx: Ctx, input: { conversationId: string; routes: NewRoute[] }): Promise<void> {
  const it = await lockConversation(ctx, input.conversationId)
  if (it.kind !== 'group') throw new Refusal('not_found')
  groupPolicy.must(ctx, 'routes', it)
  await mustBeKnown(ctx, input.routes)
  await GroupRoute.query(ctx.trx).where('conversation_id', it.id).delete()
  for (const [position, route] of input.routes.entries())
    await GroupRoute.query(ctx.trx).insert({
      id: ctx.newId(),
      tenantId: ctx.tenantId,
      conversationId: it.id,
      position,
      caseType: route.caseType ?? null,
      category: route.category ?? null,
      provider: route.provider ?? null,
      severity: route.severity ?? null,
      bookingKind: route.bookingKind ?? null,
    })
  record(ctx, asSubject(it), 'conversation.routes_set', { routes: input.routes.length })
  ctx.afterCommit(() => forgetStaffGroups(ctx.tenantId))
}

const kinds = {
  caseType: 'select key from case_types',
  category: 'select category from case_types',
  provider: 'select key from providers',
  bookingKind: 'select key from booking_kinds',
} as const

/** A mistyped key would silently route nothing: it is refused with its place. */
async function mustBeKnown(ctx: Ctx, routes: NewRoute[]): Promise<void> {
  const wrong: { field: string; message: string }[] = []
  for (const [name, sql] of Object.entries(kinds) as [keyof typeof kinds, string][]) {
    if (routes.every((route) => !route[name])) continue
    const { rows } = (await ctx.trx.raw(`select array(${sql}) as keys`)) as { rows: { keys: string[] }[] }
    const known = new Set(rows[0]?.keys)
    for (const [index, route] of routes.entries())
      if (route[name] && !known.has(route[name]))
        wrong.push({ field: `routes.${index}.${name}`, message: `There is no “${route[name]}” here` })
  }
  if (wrong.length > 0) throw new InvalidInput(wrong)
}
