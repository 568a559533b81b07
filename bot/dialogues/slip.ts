import { addDetail } from '../../api/cases/commands/add-detail.ts'
import { caseById } from '../../api/cases/queries/cases-of-contact.ts'
import { settleReading, tiePicture, unansweredReading } from '../../api/conversations/commands/keep-reading.ts'
import { notifyStaff } from '../../api/notifications/commands.ts'
import { readYesNo } from '../../api/triage/slots/yes-no.ts'
import { type Answer, answer, type CustomerTurn } from '../conversation/customer-turn.ts'
import { text } from '../messages.ts'
import { inHand } from './pictures.ts'
import { menuActs, personAct } from './small-matters.ts'

/**
 * What the customer says of the values read on their slip. Right: they join what is in hand, or are taken for words of theirs (`decide`).
 * Wrong: the picture stays a picture.
 */
export async function answerSlip(
  turn: CustomerTurn,
  it: { messageId: string; right: boolean },
  decide: (said: string) => Promise<Answer>,
): Promise<Answer> {
  const { copy, ctx, conversationId } = turn
  const { messageId, right } = it
  const read = await settleReading(ctx, { conversationId, messageId, right })
  if (!read) return answer(turn, [text(copy.slip.over(), menuActs(turn))])
  if (!right) return answer(turn, [text(copy.slip.notIt(), [personAct(turn)])])
  const about = await inHand(turn)
  const place = { conversationId, messageId }
  if (!about) {
    const decided = await decide(read.words)
    const { caseId, bookingId } = decided
    const found = caseId ? await caseById(ctx, caseId) : undefined
    if (found && found.status !== 'resolved' && found.status !== 'closed')
      await addDetail(ctx, { caseId: found.id, slots: read.slots })
    await tiePicture(ctx, place, { ...(caseId && { caseId }), ...(bookingId && { bookingId }) })
    return decided
  }
  const { reference, open, ...record } = about
  if ('bookingId' in record) await notifyStaff(ctx, { event: 'booking.detail_added', bookingId: record.bookingId })
  else if (open) await addDetail(ctx, { caseId: record.caseId, slots: read.slots })
  else await notifyStaff(ctx, { event: 'case.detail_added', caseId: record.caseId })
  await tiePicture(ctx, place, record)
  return { ...answer(turn, [text(copy.case.noted(reference))]), ...record }
}

/** 'Yes' or 'no' in words, where taps cannot be seen: of the slip that was asked about last, unless another question waits for just that. */
export async function answeredSlip(
  turn: CustomerTurn,
  decide: (said: string) => Promise<Answer>,
): Promise<Answer | undefined> {
  const { ctx, conversationId, said, state } = turn
  if (!state.pictures || state.draft?.dialogue === 'book' || state.draft?.asked === 'consent') return undefined
  const yesNo = readYesNo(said)
  const messageId = yesNo && (await unansweredReading(ctx, conversationId))
  return messageId ? answerSlip(turn, { messageId, right: yesNo === 'yes' }, decide) : undefined
}
