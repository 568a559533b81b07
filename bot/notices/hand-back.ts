import { casesOfContact } from '../../api/cases/queries/cases-of-contact.ts'
import type { Ctx } from '../../api/context.ts'
import { spokenSince } from '../../api/conversations/queries/in-staff-hands.ts'
import { contactOfConversation } from '../../api/conversations/queries.ts'
import { copyIn } from '../copy/copy.ts'
import type { Reader } from '../staff/cards.ts'

/** One line on what came of a chat while staff had it: who wrote how much, and what is still open. */
export async function handedBackWords(
  ctx: Ctx,
  it: { conversationId: string; since: Date | null; idleMinutes: number | null },
  reader: Reader,
): Promise<string> {
  const copy = copyIn(reader.language)
  const contact = await contactOfConversation(ctx, it.conversationId)
  const spoken = await spokenSince(ctx, { conversationId: it.conversationId, since: it.since ?? ctx.now })
  const cases = contact?.id ? await casesOfContact(ctx, contact.id) : []
  const open = cases.filter((one) => one.status !== 'resolved' && one.status !== 'closed')
  return copy.acts.summary({
    name: contact?.name ?? copy.customer,
    idleMinutes: it.idleMinutes,
    customer: spoken.byCustomer,
    staff: spoken.byStaff,
    writers: spoken.writers.join(', '),
    open: open.map((one) => `${one.reference} (${copy.staff.caseStatus[one.status]})`).join(', '),
  })
}
