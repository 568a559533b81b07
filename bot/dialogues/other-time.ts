import { answerProposal } from '../../api/bookings/commands/answer-proposal.ts'
import { bookingById, bookingInFull, bookingsOfContact } from '../../api/bookings/queries/booking-in-full.ts'
import { uuidPattern } from '../../api/ids.ts'
import { readYesNo } from '../../api/triage/slots/yes-no.ts'
import { type Answer, answer, type CustomerTurn } from '../conversation/customer-turn.ts'
import { text } from '../messages.ts'
import { differenceWords } from '../notices/price-words.ts'
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
  const { differs, outcome } = await answerProposal(ctx, { bookingId, proposalId, accept })
  const words =
    before.stage === 'confirmed'
      ? {
          taken: copy.acts.offerMoved({ reference, when }),
          declined: copy.cancel.kept(reference),
          gone: copy.acts.moveGone(reference),
        }
      : {
          taken: copy.acts.offerTaken({ reference, when }),
          declined: copy.acts.offerNotTaken(reference),
          gone: copy.acts.offerGone(reference),
        }
  const price = differs ? [copy.price.differs(differenceWords(differs, language))] : []
  return { ...answer(turn, [text([words[outcome], ...price].join('\n'))], { about: { bookingId } }), bookingId }
}

const MOST_CHARACTERS = 30
/** Nothing more than a no: 'no internet' is another matter. */
const NO_THANKS =
  /^(?:no|nope|no,? thank(?:s| you)|ไม่(?:สะดวก|เอา|ได้|ว่าง|ตกลง)?|いいえ|都合が(?:悪い|合いません|つきません)|結構です)(?:ค่ะ|คะ|ครับ|คับ|นะ|เลย|です|[\s.,!。])*$/i

/** A bare yes or no, typed where the buttons cannot be tapped, while one offer waits for just that. */
export async function answeredOffer(turn: CustomerTurn): Promise<Answer | undefined> {
  const said = turn.said.trim()
  if (said.length > MOST_CHARACTERS) return undefined
  const { offerNo, offerYes } = turn.copy.acts
  const low = said.toLowerCase()
  const no = low === offerNo.toLowerCase() || NO_THANKS.test(said)
  const yes = !no && (low === offerYes.toLowerCase() || readYesNo(said) === 'yes')
  if (!yes && !no) return undefined
  const [offered, ...others] = (await bookingsOfContact(turn.ctx, turn.contactId)).filter((it) => it.proposal)
  if (!offered?.proposal || others.length > 0) return undefined
  return answerOffer(turn, offered.id, offered.proposal.id, yes)
}
