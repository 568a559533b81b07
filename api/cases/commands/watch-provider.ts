import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { providerById } from '../../providers/queries.ts'
import { armTimer, cancelTimers } from '../../timers/commands.ts'
import { Case } from '../model.ts'
import { asSubject, newsOf } from './timeline.ts'

/** While a case waits for its provider, the provider's own time runs. To be called when the state or the provider changed. */
export async function watchProvider(ctx: Ctx, it: Case): Promise<void> {
  const dueAt = it.status === 'waiting_provider' ? await silentAt(ctx, it) : undefined
  if (dueAt) armTimer(ctx, 'case.provider_silent', it.id, dueAt)
  else cancelTimers(ctx, it.id, ['case.provider_silent'])
}

async function silentAt(ctx: Ctx, it: Case): Promise<Date | undefined> {
  const provider = it.providerId ? await providerById(ctx, it.providerId) : undefined
  return provider?.slaMinutes ? new Date(it.statusSince.getTime() + provider.slaMinutes * 60_000) : undefined
}

/** The provider has had its time: the group is told, once for each wait. */
export async function tellOfSilence(ctx: Ctx, caseIds: string[]): Promise<void> {
  const cases = await Case.query(ctx.trx).findByIds(caseIds).orderBy('id').forNoKeyUpdate()
  for (const it of cases) {
    // moved on, or given to another provider meanwhile
    const due = it.status === 'waiting_provider' ? await silentAt(ctx, it) : undefined
    if (!due || due > ctx.now) continue
    record(ctx, asSubject(it), 'case.provider_silent', { providerId: it.providerId })
    await notifyStaff(ctx, newsOf(it, 'case.provider_silent'))
  }
}
