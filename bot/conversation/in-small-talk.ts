import { readYesNo } from '../../api/triage/slots/yes-no.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { resumeBooking } from '../dialogues/set-aside.ts'
import { greet } from '../dialogues/small-matters.ts'
import { text } from '../messages.ts'
import { isFresh, noteOnOpenCase } from './clarify.ts'
import { type Answer, answer, type CustomerTurn } from './customer-turn.ts'
import { isPleased } from './words/small-words.ts'
import { isAcknowledged, isGreeting, isThanks } from './words/set-words.ts'

/** 'All right', 'great, can't wait', to what they were just told of a case or booking asks nothing: it is no first meeting, either. */
export const closedQuietly = (turn: CustomerTurn): Answer | undefined =>
  turn.state.about && !turn.state.parked && !isFresh(turn) && (readYesNo(turn.said) === 'yes' || isPleased(turn.said))
    ? answer(turn, [text(turn.copy.thanks())])
    : undefined

/** 'bank99 9:20 [slip]' is no chatter while a case is open; and after a case a booking that waits goes on with whatever is said. */
export async function besideTheMatter(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  if (THANKS.test(turn.said)) return undefined
  // 'Thara Hills', after a complaint
  const tells =
    TELLS.test(turn.said) ||
    Object.keys(it.slots).length > 0 ||
    (turn.said.length >= LEAST_TOLD && !isAcknowledged(turn.said))
  const noted = tells ? await noteOnOpenCase(turn, it) : undefined
  if (noted) return noted
  return turn.state.parked?.dialogue === 'book' ? resumeBooking(turn, turn.state.parked) : undefined
}
/** A number, something sent that only its name came through of, or what is to be done about it: もういいです、返金で. */
const TELLS =
  /\d|\[[^\]]{2,20}\]|返金|返して|返品|弁償|キャンセル|取り消|\b(?:refund|money back|reimburse|compensat\w*|cancel)\b|คืนเงิน|เงินคืน|คืนตังค์|ขอเงิน|ชดเชย|ยกเลิก|退款|退钱|赔/i
const LEAST_TOLD = 12

export const THANKS = /ขอบ(?:คุณ|ใจ)|thank|thx|ありがと|感[謝谢]|[謝谢]{2}|多[謝谢]|tks/i

/**
 * A greeting is answered with what can be done; thanks with a word, and so is whatever else is said in the middle of things ('cool cheers'): nobody is greeted
 * there who did not greet. A sticker in the middle of things, and an 'ok' after them, with nothing.
 */
export function smallTalk(turn: CustomerTurn): Answer {
  if (THANKS.test(turn.said) || isThanks(turn.said)) return answer(turn, [text(turn.copy.thanks())])
  if (isAcknowledged(turn.said) && Object.keys(turn.state).length > 0) return answer(turn, [])
  const { greetedAt: _, ...before } = turn.state
  if (Object.keys(before).length > 0 && /\p{L}/u.test(turn.said) && !isGreeting(turn.said))
    return answer(turn, [text(turn.copy.thanks())])
  const greeted = turn.state.greetedAt ? Date.parse(turn.state.greetedAt) : 0
  const lately = turn.ctx.now.getTime() - greeted < 10 * 60_000
  return lately ? answer(turn, []) : greet(turn)
}
