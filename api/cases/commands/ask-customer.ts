import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { answerCustomer } from '../../conversations/commands/answer-customer.ts'
import { speakOfCase } from '../../conversations/commands/speak-of.ts'
import { Refusal } from '../../errors.ts'
import { isOpen } from '../lifecycle.ts'
import type { Case } from '../model.ts'
import { casePolicy } from '../policy.ts'
import { caseById } from '../queries/cases-of-contact.ts'
import { claimCase } from './claim-case.ts'
import { moveCase } from './move-case.ts'
import { asSubject } from './timeline.ts'

/** Asks the customer something and waits for the answer. Who asks about a case that nobody has, has it. */
export async function askCustomer(ctx: Ctx, input: { caseId: string; text: string }): Promise<Case> {
  const before = await caseById(ctx, input.caseId)
  if (!before) throw new Refusal('not_found')
  if (!isOpen(before.status)) throw new Refusal('case_not_open', { caseId: before.id, status: before.status })
  casePolicy.must(ctx, 'ask', before)
  if (!before.conversationId) throw new Refusal('no_conversation')
  // the chat is locked before the case, as in a turn of the customer
  await answerCustomer(ctx, { conversationId: before.conversationId, text: input.text, caseId: before.id })
  await speakOfCase(ctx, { conversationId: before.conversationId, caseId: before.id })
  if (before.status === 'new') await claimCase(ctx, { caseId: before.id })
  const waiting = await moveCase(ctx, { caseId: before.id, to: 'waiting_customer' })
  record(ctx, asSubject(waiting), 'case.customer_asked', {})
  return waiting
}
