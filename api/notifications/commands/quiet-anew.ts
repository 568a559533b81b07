import type { Ctx } from '../../context.ts'
import { type OwnQuietHours, TenantSettings } from '../../tenants/schema.ts'
import { quietUntil } from '../quiet-hours.ts'

type Waiting = { id: string; nextAt: Date; audience: string; ofChat: OwnQuietHours; ofPerson: OwnQuietHours }

/** Somebody has changed when it is quiet: what waits for quiet to end waits until it ends now, and goes where it does not reign any more. */
export async function quietAnew(ctx: Ctx): Promise<void> {
  const { zone, settings } = await businessNow(ctx)
  for (const it of await waitingForQuiet(ctx)) {
    const isCustomer = it.audience === 'customer'
    const own = it.ofChat ?? (isCustomer ? it.ofPerson : null)
    const usual = settings.quietHours[isCustomer ? 'customers' : 'groups']
    const until = quietUntil(ctx.now, own, usual, zone) ?? ctx.now
    if (until.getTime() !== it.nextAt.getTime())
      await ctx.trx.raw('update outbox set next_at = ? where id = ?', [until, it.id])
  }
}

/** As this transaction has left it: what is remembered of a business may be seconds old. */
async function businessNow(ctx: Ctx): Promise<{ zone: string; settings: TenantSettings }> {
  const { rows } = (await ctx.trx.raw('select zone, settings from tenants where id = ?', [ctx.tenantId])) as {
    rows: [{ zone: string; settings: object }]
  }
  return { zone: rows[0].zone, settings: TenantSettings.parse(rows[0].settings) }
}

async function waitingForQuiet(ctx: Ctx): Promise<Waiting[]> {
  const { rows } = (await ctx.trx.raw(
    `select o.id, o.next_at as "nextAt", o.messages -> 0 ->> 'audience' as audience, c.quiet_hours as "ofChat", p.quiet_hours as "ofPerson"
     from outbox o join conversations c on c.id = o.conversation_id left join contacts p on p.id = c.contact_id
     where o.state = 'ready' and o.hold = 'quiet' order by o.seq for update of o skip locked`,
  )) as { rows: Waiting[] }
  return rows
}
