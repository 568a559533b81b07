import { casesOfContact } from '../../api/cases/queries/cases-of-contact.ts'
import { readCancel } from '../../api/triage/slots/yes-no.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { continueBooking } from '../dialogues/book.ts'
import { askToCancel, keepsAfterAll, tellNothingToCancel } from '../dialogues/cancel-booking.ts'
import { isFresh } from './clarify.ts'
import type { Answer, CustomerTurn } from './customer-turn.ts'
import { A_REFERENCE } from './words/set-words.ts'
import { cancelsIt, cannotCome, keepsIt, wantsToCancel } from './words/wants-to-cancel.ts'

/** A booking that was made; of one that is only being written down nothing need be undone. */
export async function aBookingToCancel(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  const { draft, parked } = turn.state
  const keeps = keepsIt(turn.said) && SPEAKS_OF_CANCELLING.test(turn.said) && turn.said.length <= MOST_OF_A_NO
  if (draft?.dialogue === 'book' && keeps) return continueBooking(turn, draft)
  if (draft?.dialogue === 'book' && !A_REFERENCE.test(turn.said)) return undefined
  const wants = wantsToCancel(turn.said) || (!draft && !parked && !isFresh(turn) && cannotCome(turn.said))
  if (!wants && keeps) return keepsAfterAll(turn)
  const bare = readCancel(turn.said) && cancelsIt(turn.said) && !draft && !parked
  return bare || wants ? askToCancel(turn, it) : undefined
}

/** Nothing booked, nothing under way, and no trouble it could be about: there is nothing anybody could look into. */
export async function nothingToCancel(turn: CustomerTurn): Promise<Answer | undefined> {
  const { draft, parked } = turn.state
  if (draft || parked || isFresh(turn)) return undefined
  const cases = await casesOfContact(turn.ctx, turn.contactId)
  const isAboutOne = cases.some((it) => it.status !== 'resolved' && it.status !== 'closed')
  return isAboutOne ? undefined : tellNothingToCancel(turn)
}

/** 'Do not cancel it'; with more words it may be a complaint. */
const MOST_OF_A_NO = 50
const SPEAKS_OF_CANCELLING = /cancel|ยกเลิก|キャンセル|取消/i
