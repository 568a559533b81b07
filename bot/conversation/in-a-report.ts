import type { Draft } from '../../api/conversations/schema.ts'
import { readNames } from '../../api/triage/slots/names.ts'
import { readSkip, readYesNo } from '../../api/triage/slots/yes-no.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { consentInReport, tellDetail } from '../dialogues/report-problem.ts'
import { text } from '../messages.ts'
import { noteOnOpenCase } from './clarify.ts'
import { type Answer, type CustomerTurn, withDraft, withoutDraft } from './customer-turn.ts'
import { BARE_ANSWER, isElsewhere } from './words/elsewhere.ts'
import { plainSlots } from './corrections.ts'
import { mayBeNote } from './goes-with-request.ts'
import { readAnswer } from './questions.ts'
import { A_REFERENCE, isAcknowledged } from './words/set-words.ts'
import { detailsIn } from './told-details.ts'

/** A case was opened, and something is asked about it: what the words tell goes onto the case. */
export async function readInReport(
  turn: CustomerTurn,
  draft: Draft,
  understood: Understanding,
): Promise<Answer | undefined> {
  const asked = draft.asked ?? ''
  // 'ML-C-5521', to how much it was, is no sum
  const isReference = asked === 'amount' && A_REFERENCE.test(turn.said)
  const words = { now: turn.ctx.now, zone: turn.tenant.zone, copy: turn.copy, mayBeRange: false, mayBePast: true }
  const read = isReference ? undefined : readAnswer(asked, turn.said, words)
  if (read && 'problem' in read) return { say: [text(read.problem)], state: withDraft(turn.state, draft) }
  const yes = asked === 'consent' ? readYesNo(turn.said) : undefined
  if (yes) return consentInReport(turn, draft, yes === 'yes')
  const isOwn = !Object.hasOwn(turn.copy.slot, asked)
  const elsewhere =
    isOwn && isElsewhere(understood) && understood.intent !== 'case_report' && turn.said.length > BARE_ANSWER
  if (readSkip(turn.said) || (asked !== 'consent' && saysOnlyYes(turn.said))) return tellDetail(turn, draft, '')
  if (asked === 'amount' && isOrderNumber(turn.said))
    return tellDetail(turn, { ...draft, asked: 'order_id' }, turn.said.replace(/\D/g, ''))
  if (read && 'value' in read && !elsewhere) {
    // '1322004 and 1322005, 380 baht each' names its sum better than its first number does
    const sum = asked === 'amount' ? plainSlots(understood.slots)['amount'] : undefined
    return tellDetail(turn, draft, sum ?? read.value, turn.said.length > BARE_ANSWER ? understood : undefined)
  }
  const details = asked === 'consent' ? detailsIn(turn, draft, saysOwnName(turn.said) ? ['name'] : []) : {}
  if (Object.keys(details).length > 0) return consentInReport(turn, draft, true, details)
  // not an answer to it, but words about the trouble: they belong to the case, and the question is not repeated
  if (!isOtherMatter(turn, understood))
    return noteOnOpenCase({ ...turn, state: withoutDraft(turn.state) }, understood, { asked: mayBeNote(turn.said) })
  return undefined
}

/** '1311200', to how much it was: so long a number without a comma or a currency is that of an order. */
const isOrderNumber = (said: string): boolean => /^[\s#]*\d{6,9}(?:\s|ค่ะ|คะ|ครับ|คับ|นะ|です|[.!])*$/.test(said)

/** 'Yes', 'ok': no answer to what was asked, and nothing more is to come. */
const saysOnlyYes = (said: string): boolean => isAcknowledged(said) || (readYesNo(said) === 'yes' && !mayBeNote(said))

/** A few words in the middle of a trouble may be where it is as well as who they are. */
const saysOwnName = (said: string): boolean =>
  /ชื่อ|คุณ|นาย|นาง|name|i'?m |this is|call me|と申|です|名前|我叫|姓/i.test(said) || readNames(said).length > 0

/** Whether words said after a trouble are surely about something else than it. */
function isOtherMatter(turn: CustomerTurn, it: Understanding): boolean {
  if (it.intentConfidence < turn.tenant.settings.sureFrom || it.intent === 'case_report' || it.intent === 'other')
    return false
  // 'my user is tukta_shop, thanks' is polite, and tells something
  if (it.intent === 'smalltalk' && mayBeNote(turn.said) && !isAcknowledged(turn.said)) return false
  if (it.intent !== 'booking_request') return true
  const isWished = saysWish(turn.said) || it.slots.date !== undefined || it.slots.party_size !== undefined
  return (
    isWished &&
    it.intentConfidence >= SURELY_OTHER &&
    (it.labelConfidence ?? 0) >= 0.7 &&
    turn.said.length > BARE_ANSWER
  )
}
/** 'Room 305, in Luang Prabang', after a trouble with a hotel, books none. */
export const saysWish = (said: string): boolean => SAYS_WISH.test(said)
const SAYS_WISH =
  /\b(?:book|reserve|order|want|would like|need|looking for|interested|quote|price|available)\b|'d like|จอง|สั่ง|อยาก|สนใจ|ต้องการ|สมัคร(?!งาน)|ขอ(?:ราคา|ใบเสนอ|โต๊ะ|ห้อง|รถ)|予約|注文|希望|申し?込|したい|预订|想/i
const SURELY_OTHER = 0.85
