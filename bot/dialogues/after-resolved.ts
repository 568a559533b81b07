import { addDetail } from '../../api/cases/commands/add-detail.ts'
import { closeCase } from '../../api/cases/commands/close-case.ts'
import { caseById, casesOfContact } from '../../api/cases/queries/cases-of-contact.ts'
import { activeCaseTypes } from '../../api/cases/queries/case-types.ts'
import { as, system } from '../../api/context.ts'
import type { Slots } from '../../api/triage/understanding.ts'
import { ALSO } from '../conversation/clarify.ts'
import { plainSlots } from '../conversation/corrections.ts'
import { type Answer, answer, type CustomerTurn } from '../conversation/customer-turn.ts'
import { saysStill } from '../conversation/words/set-words.ts'
import { open, text } from '../messages.ts'
import { trackUrl } from '../notices/of-cases.ts'
import { notSolved } from './small-matters.ts'

/** After so long the same words are about something new. */
const STILL_ABOUT_IT_MS = 14 * 86_400_000

/** 'Still broken': the case that was spoken of last goes back to work, or is still being worked on. Nothing when there is none. */
export async function stillBroken(turn: CustomerTurn): Promise<Answer | undefined> {
  const about = turn.state.about?.caseId ? await caseById(turn.ctx, turn.state.about.caseId) : undefined
  const mine = about?.contactId === turn.contactId ? about : (await casesOfContact(turn.ctx, turn.contactId))[0]
  if (!mine) return undefined
  if (mine.status !== 'resolved' && mine.status !== 'closed') {
    await addDetail(turn.ctx, { caseId: mine.id })
    const words = turn.copy.case.stillOpen({ reference: mine.reference, status: turn.copy.caseStatus[mine.status] })
    const follow = open(turn.copy.case.follow, trackUrl(turn.publicUrl, turn.tenant.id, mine.id))
    return { ...answer(turn, [text(words, [follow])], { about: { caseId: mine.id } }), caseId: mine.id }
  }
  const since = turn.ctx.now.getTime() - (mine.resolvedAt ?? mine.updatedAt).getTime()
  return since <= STILL_ABOUT_IT_MS ? notSolved(turn, mine.id) : undefined
}

/** So soon after we called it solved the same trouble is that very one, in whatever words. */
const STRAIGHT_AFTER_MS = 60 * 60_000

/** The same trouble, said to go on after we called it solved: its case goes back to work, no second one is opened. */
export async function solvedTooEarly(turn: CustomerTurn, type: string, slots: Slots): Promise<Answer | undefined> {
  const mine = await casesOfContact(turn.ctx, turn.contactId)
  const types = await activeCaseTypes(turn.ctx)
  const [newest] = mine.filter((it) => types.find((one) => one.key === type)?.id === it.caseTypeId)
  if (newest?.status !== 'resolved' && newest?.status !== 'closed') return undefined
  const isStraightAfter = isLately(turn, newest) && !ALSO.test(turn.said) && !tellsOfAnother(newest.slots, slots)
  const goesOn = saysStill(turn.said)
  // thanks had closed it: whoever believed us needs to say that it goes on, and soon
  const isIt = newest.status === 'closed' ? isStraightAfter && goesOn : isStraightAfter || goesOn
  return isIt ? notSolved(turn, newest.id) : undefined
}

/** 'Nothing came': no trouble by itself, but said right after we called it solved. */
export async function saidToGoOn(turn: CustomerTurn): Promise<Answer | undefined> {
  const about = turn.state.about?.caseId ? await caseById(turn.ctx, turn.state.about.caseId) : undefined
  if (about?.contactId !== turn.contactId || about.status !== 'resolved' || !isLately(turn, about)) return undefined
  return saysStill(turn.said) ? notSolved(turn, about.id) : undefined
}

const isLately = ({ ctx }: CustomerTurn, it: { resolvedAt: Date | null }): boolean =>
  it.resolvedAt !== null && ctx.now.getTime() - it.resolvedAt.getTime() <= STRAIGHT_AFTER_MS

const PARTICULARS = new Set(['order_id', 'reference', 'amount', 'date'])

/** Another order, another sum, another day. */
const tellsOfAnother = (known: Record<string, unknown>, slots: Slots): boolean =>
  Object.entries(plainSlots(slots)).some(([name, value]) => PARTICULARS.has(name) && value !== known[name])

/** Thanks after a case was resolved: it is closed without another word to anybody. */
export async function closeThanked(turn: CustomerTurn): Promise<void> {
  const about = turn.state.about?.caseId ? await caseById(turn.ctx, turn.state.about.caseId) : undefined
  if (about?.contactId === turn.contactId && about.status === 'resolved')
    await closeCase(as(turn.ctx, system), { caseId: about.id })
}
