import type { Understanding } from '../../api/triage/understanding.ts'
import { answerIfKnown } from '../dialogues/answer-question.ts'
import { askWhichBooking } from '../dialogues/begin-booking.ts'
import { cannotAnswer } from '../dialogues/small-matters.ts'
import { inTwoBubbles } from '../dialogues/two-bubbles.ts'
import { text } from '../messages.ts'
import { BEYOND_DOUBT } from './course.ts'
import type { Answer, CustomerTurn } from './customer-turn.ts'
import { clausesOf } from './words/clauses.ts'
import { asksSomewhere } from './words/set-words.ts'
import { tellsOfCare } from './words/wishes.ts'
import { wentWrong } from './words/wishes-only.ts'

const ASKS_INSIDE = /[?？]|(?:です|ます|ません|でしょう)か|(?:ไหม|มั้ย|มั๊ย)/
const MAY_BE: Understanding['intent'][] = ['case_report', 'question', 'other', 'smalltalk']

/** What happened to somebody, or would be grave: that is a case at once. */
const GRAVE =
  /\b(?:sever\w+|serious\w*|anaphyla\w+|epi-?pen|life[- ]threatening|deadly|fatal)\b|รุนแรง|หนักมาก|ช็อก|ถึงตาย|อันตราย|重度|ひどい|重い|命|アナフィラ|エピペン|严重|嚴重|过敏性休克/i

/** 'They have put us in a room with one double bed': what somebody needs, and a trouble all the same. */
const isBeyondDoubt = (it: Understanding): boolean =>
  it.intent === 'case_report' && it.intentConfidence >= BEYOND_DOUBT && (it.labelConfidence ?? 0) >= BEYOND_DOUBT

/**
 * 'My daughter has a peanut allergy, do you have a class for her?', 父は膝が悪いです, from somebody who has booked nothing yet: nothing went wrong,
 * whatever the engine hears in it. What is asked beside it is answered.
 */
export async function careBeforeBooking(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  const { about, draft } = turn.state
  if (!MAY_BE.includes(it.intent) || isBeyondDoubt(it) || draft || about?.caseId || about?.bookingId) return undefined
  const clauses = clausesOf(turn.said)
  const others = clauses.filter((one) => !tellsOfCare(one))
  if (others.length === clauses.length || GRAVE.test(turn.said) || others.some(wentWrong)) return undefined
  const asked = clauses.filter((one) => asksSomewhere(one) || ASKS_INSIDE.test(one))
  const isTold = clauses.some((one) => !others.includes(one) && !asked.includes(one))
  // 'would it be too much for my father of 79?' is answered as the question it is
  if (!isTold && it.intent !== 'case_report') return undefined
  if (asked.length === 0) {
    const next = await askWhichBooking(turn)
    return { ...next, say: inTwoBubbles(turn.copy.careNoted(), [], next.say) }
  }
  const { meant: _, ...rest } = turn
  const said = asked.join(' ')
  const care = clauses.filter((one) => !others.includes(one)).join(' ')
  const known =
    (await answerIfKnown(turn)) ??
    (await answerIfKnown({ ...rest, said })) ??
    (await answerIfKnown({ ...rest, said: care }, 'no guess'))
  const told = known ?? cannotAnswer(turn)
  if (!isTold) return told
  const [first] = told.say
  // nobody should think that only the question was read
  return first?.type === 'text'
    ? { ...told, say: [text(`${turn.copy.careNoted()}\n\n${first.text}`, first.acts ?? []), ...told.say.slice(1)] }
    : { ...told, say: [text(turn.copy.careNoted()), ...told.say].slice(0, 2) }
}
