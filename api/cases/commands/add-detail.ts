import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import type { Case } from '../model.ts'
import { isOpen } from '../lifecycle.ts'
import { asSubject, lockCase, newsOf } from './timeline.ts'

/** The customer tells more about a case that is open; the group hears of it. */
export async function addDetail(ctx: Ctx, input: { caseId: string; slots?: Record<string, unknown> }): Promise<Case> {
  const found = await lockCase(ctx, input.caseId)
  if (ctx.actor.kind === 'contact' && found.contactId !== ctx.actor.id) throw new Refusal('not_found')
  if (!isOpen(found.status)) throw new Refusal('case_not_open', { caseId: found.id, status: found.status })
  const told = await found.$query(ctx.trx).patchAndFetch({
    slots: { ...found.slots, ...input.slots },
    updatedAt: ctx.now,
  })
  record(ctx, asSubject(told), 'case.detail_added', { slots: Object.keys(input.slots ?? {}) })
  await notifyStaff(ctx, newsOf(told, 'case.detail_added'))
  return told
}
