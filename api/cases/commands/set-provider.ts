import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { tellPartner } from '../../groups/commands/tell-partner.ts'
import { providerByKey } from '../../providers/queries.ts'
import { isOpen } from '../lifecycle.ts'
import type { Case } from '../model.ts'
import { casePolicy } from '../policy.ts'
import { asSubject, lockCase } from './timeline.ts'
import { watchProvider } from './watch-provider.ts'

/** Says who outside the house has to fulfil or fix it; null takes that back. */
export async function setProvider(ctx: Ctx, input: { caseId: string; provider: string | null }): Promise<Case> {
  const found = await lockCase(ctx, input.caseId)
  if (!isOpen(found.status)) throw new Refusal('case_not_open', { caseId: found.id, status: found.status })
  casePolicy.must(ctx, 'set_provider', found)
  const provider = input.provider === null ? null : await providerByKey(ctx, input.provider)
  if (provider === undefined) throw new Refusal('provider_unknown', { provider: input.provider }, 'provider')
  if (found.providerId === (provider?.id ?? null)) return found
  const changed = await found.$query(ctx.trx).patchAndFetch({
    providerId: provider?.id ?? null,
    providerSeenAt: null,
    updatedAt: ctx.now,
  })
  await watchProvider(ctx, changed)
  record(ctx, asSubject(changed), 'case.provider_set', { from: found.providerId, to: changed.providerId })
  if (changed.status === 'waiting_provider' && changed.providerId)
    await tellPartner(ctx, { event: 'case.waits_for_partner', caseId: changed.id, providerId: changed.providerId })
  return changed
}
