import { addDetail } from '../../api/cases/commands/add-detail.ts'
import { caseInFull } from '../../api/cases/queries/case-in-full.ts'
import { caseById, casesOfContact } from '../../api/cases/queries/cases-of-contact.ts'
import { staffWroteLast } from '../../api/conversations/queries.ts'
import { type Answer, answer, type CustomerTurn } from '../conversation/customer-turn.ts'
import { dueTime } from '../copy/formats.ts'
import { open, text } from '../messages.ts'
import { trackUrl } from '../notices/of-cases.ts'
import { nameIn } from '../staff/cards.ts'
import { closeThanked } from './after-resolved.ts'
import { tellStatus } from './small-matters.ts'

/** 'How much longer?': who has their case and when it should be done; the team reads that they asked. Nothing when nothing is open. */
export async function tellProgress(turn: CustomerTurn): Promise<Answer | undefined> {
  const mine = await openCases(turn)
  const [first] = mine
  // of a request that went out: by when it is answered
  if (!first) return turn.state.about?.bookingId ? tellStatus(turn) : undefined
  if (mine.length > 1) return tellStatus(turn)
  const { copy, language } = turn
  const act = open(copy.case.follow, trackUrl(turn.publicUrl, turn.tenant.id, first.id))
  const said = (words: string): Answer => ({
    ...answer(turn, [text(words, [act])], { about: { caseId: first.id } }),
    caseId: first.id,
  })
  // asking when is no answer to what we asked of them
  if (first.status === 'waiting_customer')
    return said(copy.case.stillOpen({ reference: first.reference, status: copy.caseStatus[first.status] }))
  // it is told as it is now that it is held: somebody may have taken it a moment ago
  const { reference, status, slaDueAt } = await addDetail(turn.ctx, { caseId: first.id })
  const owners = (await caseInFull(turn.ctx, first.id))?.ownerNames
  const late = slaDueAt !== null && slaDueAt <= turn.ctx.now
  return said(
    copy.case.progress({
      reference,
      status: copy.caseStatus[status],
      late,
      ...(owners && { owner: nameIn(owners, language) }),
      ...(slaDueAt && !late && { due: dueTime(slaDueAt, turn.ctx.now, language, turn.tenant.zone) }),
    }),
  )
}

/** 'It has arrived, thank you': what was solved is closed; of what is still open the team is told, who know its cause. */
export async function gladItArrived(turn: CustomerTurn): Promise<Answer | undefined> {
  // what has come right is what a colleague wrote of, if one did just now
  const wrote = turn.inGroup ? undefined : await staffWroteLast(turn.ctx, turn.conversationId)
  const caseId = wrote?.caseId ?? turn.state.about?.caseId
  const about = caseId ? await caseById(turn.ctx, caseId) : undefined
  if (about?.contactId === turn.contactId && about.status === 'resolved') {
    await closeThanked(turn)
    return answer(turn, [text(turn.copy.thanks())])
  }
  const mine = await openCases(turn)
  const spokenOf = mine.find((it) => it.id === about?.id) ?? (mine.length === 1 ? mine[0] : undefined)
  if (!spokenOf) return undefined
  await addDetail(turn.ctx, { caseId: spokenOf.id })
  return { ...answer(turn, [text(turn.copy.case.arrived(spokenOf.reference))]), caseId: spokenOf.id }
}

/** In a group only what was said there is spoken of. */
const openCases = async (turn: CustomerTurn) =>
  (await casesOfContact(turn.ctx, turn.contactId)).filter(
    (it) =>
      it.status !== 'resolved' &&
      it.status !== 'closed' &&
      (!turn.inGroup || it.conversationId === turn.conversationId),
  )
