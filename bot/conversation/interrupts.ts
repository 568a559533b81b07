import type { Draft } from '../../api/conversations/schema.ts'
import { isoDay, today } from '../../api/triage/slots/at.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { lastDayOf } from './questions.ts'
import { CORRECTS, corrections, plainSlots } from './corrections.ts'
import { BEYOND_DOUBT, namesOrder } from './course.ts'
import type { CustomerTurn } from './customer-turn.ts'
import { agreesToAll } from './words/agrees.ts'
import { BARE_ANSWER, changesThis, HARDLY, INTERRUPTS_FROM } from './words/elsewhere.ts'
import { A_REFERENCE } from './words/set-words.ts'
import { isWishOnly, saysLiking, tellsTrouble } from './words/wishes-only.ts'
import { goesWithRequest, STEPS } from './goes-with-request.ts'

/** 'I want the beach side' in the middle of a booking is no wish for a person. */
const HANDOFF_INTERRUPTS_FROM = 0.8

/** Whether words are a trouble or a wish for a person, and not the answer to the question that waits. */
export function interrupts(turn: CustomerTurn, draft: Draft, it: Understanding): boolean {
  if (goesWithRequest(turn, draft, it)) return false
  if (it.intent === 'handoff')
    return it.intentConfidence >= HANDOFF_INTERRUPTS_FROM && !saysWhenToCall(turn, draft) && !isAgreed(turn, draft)
  if (it.intent !== 'case_report') return false
  if (isClearlyTold(turn, it) && !givesNumber(turn, draft)) return true
  // which of two troubles it is may be open: that it is one is not
  const isTrouble = it.intentConfidence >= SURELY && tellsTrouble(turn.said)
  if (it.confidence < HARDLY && !isTrouble) return false
  if (draft.dialogue === 'book' && saysNothingWrong(turn, it)) return false
  const label = isOnlyType(it) && it.intentConfidence < TROUBLE_ALONE_FROM ? 0 : (it.labelConfidence ?? 0)
  // 'the terrace, by the river' answers in words of their own: a trouble must then be clear by its type, too
  const isOwn = draft.asked !== undefined && !Object.hasOwn(turn.copy.slot, draft.asked) && !STEPS.includes(draft.asked)
  if (it.severity === 'critical') {
    // what is critical only because its type always is has said nothing alarming itself: 'down to my shoulders' is how long somebody's hair is
    const from = isOwn && it.severityReason === 'usual_for_type' ? SURELY : INTERRUPTS_FROM
    return it.intentConfidence >= from && (!isOwn || label >= CLEAR_LABEL) && !isBareAnswer(turn, draft, it)
  }
  // 'changed our mind, rather Chiang Mai': of this booking, not of one that was made
  if (draft.dialogue === 'book') {
    const isOfThis = turn.said.length <= BARE_ANSWER || !OF_ANOTHER.test(turn.said)
    if (isOfThis && changesThis(it)) return false
    // no visit is booked for a day that is over: something happened then
    if (turn.said.length > BARE_ANSWER && tellsOfPast(turn, it)) return it.intentConfidence >= INTERRUPTS_FROM
    if (CORRECTS.test(turn.said) && corrections(turn, draft, it)) return false
    if (namesBudget(turn, draft)) return false
    // 'comments at 150, please', 'can you email me the quote?', over what is about to be sent: wished of it, and nothing went wrong
    const isAboutToBeSent = draft.asked === 'agreed' || draft.asked === 'consent'
    if (isAboutToBeSent && isWishOnly(turn.said) && !OF_ANOTHER.test(turn.said)) return false
    if (turn.said.length > BARE_ANSWER) return it.intentConfidence >= 0.75 && (!isOwn || label >= CLEAR_LABEL)
    return it.intentConfidence >= 0.9 && label >= 0.8 && !isBareAnswer(turn, draft, it)
  }
  const sameCase = it.caseType === draft.kind
  return !sameCase && it.intentConfidence >= 0.75 && label >= CLEAR_LABEL && turn.said.length > BARE_ANSWER
}

/** 'ORD-20261109-018, paid 24,900 by card', to the question for the number: the answer, and no other trouble. */
const givesNumber = ({ said }: CustomerTurn, { dialogue, asked }: Draft): boolean =>
  dialogue === 'report' && (asked === 'order_id' || asked === 'reference') && !tellsTrouble(said.replace(PAID, ' '))
const PAID = /จ่าย(?:บัตร|เงิน|ไป)*แล้ว|โอน(?:เงิน|ไป)*แล้ว|\bpaid\b|払いました|付了/gi

/**
 * 'Can the driver hold a sign with our name?', 'we'd rather have a room each', in the middle of a booking: what an engine hears as a trouble says
 * nothing that went wrong, and nothing of another booking.
 */
export const saysNothingWrong = ({ said }: CustomerTurn, it: Understanding): boolean =>
  it.intent === 'case_report' &&
  (it.severityReason === 'usual_for_type' || (it.severityReason === 'sounds_critical' && saysLiking(said))) &&
  !tellsTrouble(said) &&
  !OF_ANOTHER.test(said) &&
  !A_REFERENCE.test(said)

/** 'Ace, put that through', over what was read back. */
export const isAgreed = ({ said }: CustomerTurn, draft: Draft | undefined): boolean =>
  draft?.asked === 'agreed' && agreesToAll(said)

/** 'Call me after 6 pm', of a call that is being arranged, says when. */
function saysWhenToCall(turn: CustomerTurn, draft: Draft): boolean {
  const told = draft.dialogue === 'book' ? turn.slotsFor(turn.said, draft.kind) : {}
  return told.time !== undefined || told.date !== undefined
}

/** Only of a business's one type of trouble is an engine wholly certain; that it is of this type says nothing. */
const isOnlyType = ({ labelConfidence }: Understanding): boolean => labelConfidence === 1
const TROUBLE_ALONE_FROM = 0.97

/** 'With a pool, 120 a night at most': what it may cost, and nothing that went wrong. */
const namesBudget = (turn: CustomerTurn, draft: Draft): boolean =>
  draft.answers['budget'] === undefined &&
  plainSlots(turn.slotsFor(turn.said, draft.kind))['budget'] !== undefined &&
  UP_TO.test(turn.said) &&
  !WENT_WRONG.test(turn.said)
const UP_TO =
  /\b(?:budget|max(?:imum)?|up to|at most|under|below|around|about|per (?:night|person|head)|a (?:night|head)|each|cheap|pricey|expensive)\b|งบ|ไม่เกิน|คนละ|หัวละ|คืนละ|予算|以内|まで|预算|不超过/i
const WENT_WRONG =
  /\b(?:paid|charged?|refund|wrong|not (?:working|there|what)|never|did ?n'?t|broken|dirty|rude|late|missing|already)\b|โอน|จ่าย(?:ไป|แล้ว)|หัก|คืน(?:เงิน)?$|ผิด|พัง|เสีย|ไม่ได้|ไม่มา|払いました|請求|違|扣|付了/i

function tellsOfPast({ ctx, tenant }: CustomerTurn, { slots }: Understanding): boolean {
  const day = plainSlots(slots)['date']
  return typeof day === 'string' && lastDayOf(day) < isoDay(today({ now: ctx.now, zone: tenant.zone }))
}

const CLEAR_LABEL = 0.6
const SURELY = 0.9

/** A trouble with a number of something else than what is being written down, of a type that is beyond doubt: 'my order ORD-… came broken'. */
const isClearlyTold = (turn: CustomerTurn, it: Understanding): boolean =>
  turn.said.length > BARE_ANSWER &&
  namesOrder(it) &&
  it.intentConfidence >= INTERRUPTS_FROM &&
  (it.labelConfidence ?? 0) >= BEYOND_DOUBT

/** Words of money that was paid or of an earlier time: not of what is only being written down. */
const OF_ANOTHER =
  /\b(?:money back|refund(?:ed)?|my last|last (?:class|trip|tour|time|lesson|visit)|already paid|(?:was|were|got) cancel|(?:my|our) (?:other|existing|earlier|previous|current|old) (?:booking|reservation|trip|order|class))|ที่(?:เคย)?จอง(?:ไว้|ไป)|คืนเงิน|เงินคืน|จ่าย(?:เงิน)?ไปแล้ว|(?:ครั้ง|คราว|คลาส|ทริป)(?:ที่แล้ว|ก่อน)|(?:โดน|ถูก)ยกเลิก|返金|前回|退款|退钱/i

/** 'me and my wife', while people are being counted: a few words that say what a booking needs are no emergency. */
const isBareAnswer = (turn: CustomerTurn, draft: Draft, it: Understanding): boolean =>
  draft.dialogue === 'book' && turn.said.length <= BARE_ANSWER && corrections(turn, draft, it) !== undefined
