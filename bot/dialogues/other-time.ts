import { answerProposal } from '../../api/bookings/commands/answer-proposal.ts'
import { bookingById, bookingInFull } from '../../api/bookings/queries/booking-in-full.ts'
import { uuidPattern } from '../../api/ids.ts'
import { type Answer, answer, type CustomerTurn } from '../conversation/customer-turn.ts'
import { text } from '../messages.ts'
import { offeredWords } from '../staff/cards.ts'
import { menuActs } from './small-matters.ts'

/** Staff offered another time: the customer takes it, or does not. An offer that was answered or replaced says where things stand. */
export async function answerOffer(
  turn: CustomerTurn,
  bookingId: string,
  proposalId: string,
  accept: boolean,
): Promise<Answer> {
  const { copy, ctx, language, publicUrl, tenant } = turn
  const before = uuidPattern.test(bookingId) ? await bookingById(ctx, bookingId) : undefined
  if (before?.contactId !== turn.contactId) return answer(turn, [text(copy.refusal.not_found, menuActs(turn))])
  const { reference } = before
  if (before.proposal?.id !== proposalId)
    return answer(turn, [text(copy.acts.offerOver({ reference, stage: copy.staff.stage[before.stage] }))])
  const full = await bookingInFull(ctx, bookingId)
  const when = full ? offeredWords(full, { language, tenant, now: ctx.now, publicUrl }) : ''
  const { outcome } = await answerProposal(ctx, { bookingId, proposalId, accept })
  const words = {
    taken: copy.acts.offerTaken({ reference, when }),
    declined: copy.acts.offerNotTaken(reference),
    gone: copy.acts.offerGone(reference),
  }
  return { ...answer(turn, [text(words[outcome])], { about: { bookingId } }), bookingId }
}
