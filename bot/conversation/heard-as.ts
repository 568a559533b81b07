import { activeCaseTypes } from '../../api/cases/queries/case-types.ts'
import { casesOfContact } from '../../api/cases/queries/cases-of-contact.ts'
import { undoesBooked } from '../../api/cases/schema.ts'
import { readJoining } from '../../api/triage/slots/joining.ts'
import type { Intent, Understanding } from '../../api/triage/understanding.ts'
import { ALSO } from './clarify.ts'
import { surely } from './course.ts'
import type { CustomerTurn } from './customer-turn.ts'
import { asksForPerson } from './words/loose-words.ts'
import { A_REFERENCE, asksSomewhere, asksToChange } from './words/set-words.ts'
import { cannotCome } from './words/wants-to-cancel.ts'
import { waitsForOrdered } from './words/ordered-already.ts'
import { tellsTrouble } from './words/wishes-only.ts'

/** What the engine made of the words, put right where they say themselves, in so many words, what they are about. */
export async function heardAs(turn: CustomerTurn, it: Understanding): Promise<Understanding> {
  if (turn.state.draft?.dialogue === 'book') return it
  if (it.intent === 'case_report' && WAITING_LIST.test(turn.said) && !tellsTrouble(turn.said))
    return asNoCase(it, 'question', SURELY)
  if (it.intent === 'case_report' && ASKS_WHERE_IT_STANDS.test(turn.said) && !tellsTrouble(turn.said))
    return asNoCase(it, 'status_query', SURELY)
  if (it.intent === 'case_report' && asksIfStarving(turn.said)) return asNoCase(it, 'question', SURELY)
  if (it.intent === 'case_report' && asksWhatIf(turn, it)) return asNoCase(it, 'question', SURELY)
  if (it.intent === 'case_report' && asksToBeSure(turn, it)) return asNoCase(it, 'question', SURELY)
  if (it.intent === 'case_report' && (heardThatThereIs(turn, it) || wouldLikeTo(turn, it))) return asInterest(turn, it)
  // words nobody here has met are no wish for a person
  if (it.intent === 'handoff' && it.intentConfidence < SURE_PERSON && !asksForPerson(turn.said))
    return { ...it, intent: 'other', intentConfidence: HARDLY_ANYTHING }
  return (
    (await ofWhatWasTold(turn, it)) ??
    (await ofWhatWasBooked(turn, it)) ??
    ofWhatWasOrdered(turn, it) ??
    (await ofWhoCannotCome(turn, it)) ??
    withoutFalseAlarm(turn, it)
  )
}

/** จะอดตายมั้ยครับ, 'will he starve?', of somebody who eats no meat: asked with a smile. */
const asksIfStarving = (said: string): boolean =>
  STARVES.test(said) && asksSomewhere(said) && !tellsTrouble(said.replace(STARVES, ' '))
const STARVES =
  /(?:จะ)?(?:อด|หิว)(?:ข้าว)?ตาย|\b(?:starve|die of (?:hunger|boredom|heat|cold))(?: to death)?\b|飢え死に|餓死/i

/** 'If we have paid and the child falls ill just before, what do we get back?': nothing happened yet. */
const asksWhatIf = ({ said }: CustomerTurn, it: Understanding): boolean =>
  WHAT_IF.test(said.trim()) &&
  asksSomewhere(said) &&
  it.severity !== 'critical' &&
  it.intentConfidence < SURE_TROUBLE &&
  !A_REFERENCE.test(said) &&
  it.slots.order_id === undefined
const WHAT_IF =
  /^(?:(?:แล้ว|งั้น|สมมต|เผื่อ)?(?:ถ้า|หาก|สมมติ|สมมุติ|เกิด|กรณี(?:ที่)?)|(?:and |but |so |just wondering,? |say |suppose |what )?(?:if |in case |should (?:i|we) )|(?:もし|万が一|万一|仮に))/i
const SURE_TROUBLE = 0.85

/** ไม่โดนหักตังใช่มั้ยคะ, 'we won't be charged, will we?': nothing of the kind has happened. */
const asksToBeSure = ({ said }: CustomerTurn, it: Understanding): boolean =>
  HOPES_NOT.test(said) && it.severity !== 'critical' && !tellsTrouble(said.replace(HOPES_NOT, ' '))
const HOPES_NOT =
  /(?:จะ)?ไม่(?:โดน|ถูก|ต้อง|มี|เสีย|หัก|คิด|ปรับ)[ก-๙]{0,20}ใช่(?:ไหม|มั้ย|มั๊ย|ป่ะ|ปะ|ป่าว|หรือเปล่า|รึเปล่า)|\b(?:wo|do|are|is|does)n['’]?t (?:be )?(?:charged?|billed|cost|lose|pay|owe)\b[^?]{0,40}(?:\bright|\b(?:will|do|are|is|does) (?:i|we|it|they|you))\s*\?|(?:請求|料金|費用|手数料|キャンセル料)(?:は|が|も)?[^。]{0,12}(?:ません|ない(?:です)?)よね/i

/** 船でアユタヤへ参る日帰りの旅があると聞きました: asks after it, and complains of nothing. */
const heardThatThereIs = ({ said }: CustomerTurn, it: Understanding): boolean =>
  HEARD_OF.test(said) && it.severityReason === 'usual_for_type' && !tellsTrouble(said)
const HEARD_OF =
  /(?:ある|行ける|できる|やっている|やってる|習える|いただける)(?:と|って)(?:聞|伺|うかが|知り|教わ|読み)|\b(?:heard|told|read|saw)(?: \w+){0,3} (?:you (?:do|have|run|offer|arrange|had)|there(?:'s| is| are| was))\b|(?:ได้ยิน|เห็น|ทราบ|บอก|แนะนำ)(?:มา)?ว่า(?:ที่นี่|ทางร้าน|ทางคุณ|คุณ)?มี/i

/** 包丁の研ぎ方のやつ受けたいっす: a wish for what it names, where nothing went wrong. */
const wouldLikeTo = ({ said }: CustomerTurn, it: Understanding): boolean =>
  WOULD_LIKE_TO.test(said) &&
  it.slots.item !== undefined &&
  it.severityReason === 'usual_for_type' &&
  it.intentConfidence < SURE_TROUBLE &&
  !tellsTrouble(said)
const WOULD_LIKE_TO =
  /(?:受け|習い|学び|参加し|体験し|申し?込み|やってみ)たい(?:っす|です|んです|ん|の|なあ?|。|$)|\b(?:i|we)(?:'d| would)? (?:want|like|love) to (?:take|join|book|learn|try|do)\b|อยาก(?:เรียน|ลง|ลอง|จอง|สมัคร)/i

/** Who names where it goes is shown what there is; else it is a question. */
function asInterest(turn: CustomerTurn, it: Understanding): Understanding {
  const kind = it.alternatives.find((one) => one.kind === 'booking')?.key
  const slots = kind === undefined ? {} : turn.slotsFor(turn.said, kind)
  return kind !== undefined && (slots.destination ?? slots.item)
    ? surely({ ...asNoCase(it, 'booking_request', SURELY), bookingKind: kind, slots })
    : asNoCase(it, 'question', SURELY)
}

const SURE_PERSON = 0.7
const HARDLY_ANYTHING = 0.3

/** 'Just checking where my booking is at.' */
const ASKS_WHERE_IT_STANDS =
  /\b(?:where|how|what)(?:'s| is| are)? (?:my|our|the) [a-z ]{0,30}(?:booking|order|request|trip|reservation|application)s?(?: (?:is|are))?(?: (?:at|standing|doing|coming along|with))?\b|\bstatus of (?:my|our|the)\b|\b(?:any )?(?:news|update)s? (?:on|about) (?:my|our|the)\b|(?:เช็ก|เช็ค|ดู|ขอ|ถาม)สถานะ|(?:予約|申し込み|注文)(?:の)?(?:状況|進捗)/i

/** キャンセル待ち has the word in it, and calls nothing off. */
const WAITING_LIST = /キャンセル待ち|空き待ち|\bwait(?:ing)?[ -]?list\b|คิวสำรอง|รายชื่อสำรอง|候补|候補/i

/** 'Order 1311870, that is the one with the lost followers': the number that an open case of theirs lacks, though it may sound like something else. */
async function ofWhatWasTold(
  { ctx, contactId, said }: CustomerTurn,
  it: Understanding,
): Promise<Understanding | undefined> {
  const isUnsure = it.severity !== 'critical' && (it.labelConfidence ?? 0) < SURE_TROUBLE
  if (it.intent !== 'case_report' || it.slots.order_id === undefined || !isUnsure || ALSO.test(said)) return undefined
  const types = await activeCaseTypes(ctx)
  const [told] = (await casesOfContact(ctx, contactId)).flatMap((one) => {
    const type = types.find(({ id }) => id === one.caseTypeId)
    const isOpen = one.status !== 'resolved' && one.status !== 'closed'
    const lacks = isOpen && one.slots['order_id'] === undefined && type?.requiredSlots.includes('order_id')
    return type && lacks && isLikelyOf(it, type.key) ? [type.key] : []
  })
  return told === undefined || told === it.caseType ? undefined : { ...it, caseType: told, labelConfidence: SURELY }
}
const isLikelyOf = ({ alternatives }: Understanding, type: string): boolean =>
  alternatives.some((one) => one.kind === 'case' && one.key === type && one.confidence >= NOT_UNLIKELY)
const NOT_UNLIKELY = 0.06

/** 'Hollis here about C2-3376, the Hue one in April': what was booked is spoken of, however much is named of it. */
async function ofWhatWasBooked(turn: CustomerTurn, it: Understanding): Promise<Understanding | undefined> {
  if (it.intent !== 'booking_request' || !A_REFERENCE.test(turn.said) || ANEW.test(turn.said)) return undefined
  if (!asksToChange(turn.said)) return asNoCase(it, 'status_query', SURELY)
  const [type] = (await activeCaseTypes(turn.ctx)).filter(undoesBooked)
  return type && asCase(turn, it, type.key)
}
/** 'The same again as ATP-5033'. */
const ANEW =
  /\b(?:again|another|same (?:as|trip|tour|again)|like (?:last|the last)|also|as well)\b|เหมือน(?:เดิม|เคย|คราว)|อีก(?:รอบ|ครั้ง|ที่|คิว)|同じ|もう(?:一度|1|一)|別/i

/** 'The views I ordered this morning, how far are they?' names as much as an order, and is none. */
function ofWhatWasOrdered(turn: CustomerTurn, it: Understanding): Understanding | undefined {
  const trouble = it.alternatives.find((one) => one.kind === 'case')
  const isUnsure = it.intentConfidence < SURELY && it.severity !== 'critical'
  if (it.intent !== 'booking_request')
    return trouble && isUnsure && waitsForOrdered(turn.said) ? asCase(turn, it, trouble.key) : undefined
  // 'order 1289713 stopped at 720', 'the mail says the 10th, but I paid for the 3rd': what was ordered or confirmed is not ordered again
  if (
    trouble &&
    (STOPPED.test(turn.said) ? it.slots.order_id !== undefined : MAIL_SAYS.test(turn.said)) &&
    !ANEW.test(turn.said)
  )
    return { ...asCase(turn, it, trouble.key), labelConfidence: it.labelConfidence ?? 0 }
  // 'can two more join on the 28th?' is as likely of what was booked before: nobody adds to nothing
  const joins = (trouble?.confidence ?? 0) >= AS_LIKELY && readJoining(turn.said) !== undefined && !turn.state.about
  // 'Palita, ordered on the 18th', to who asked for the name or number
  const tellsOf =
    turn.state.help?.yes === 'case' && (trouble?.confidence ?? 0) >= SOMEWHAT && it.intentConfidence < SURELY
  return trouble && (joins || tellsOf || waitsForOrdered(turn.said)) ? asCase(turn, it, trouble.key) : undefined
}
const STOPPED =
  /\b(?:stop+ed|stuck|stalled|halted|still (?:at|on)|only (?:got|did|reached)|not (?:started|moving|finished|complete)|since \d)|หยุด|ค้าง|ไม่เดิน|ไม่วิ่ง|ไม่ขยับ|นิ่ง|ไม่ครบ|止ま|進ま/i
const MAIL_SAYS =
  /(?:เมล|อีเมล|ใบ|ข้อความ)ยืนยัน[ก-๙]{0,8}(?:เขียน|บอก|ระบุ|ขึ้น|เป็น|ว่า|ลง)|\bconfirmation (?:e-?mail |mail |message |letter )?(?:says|said|states|shows|has|reads)|確認(?:メール|書|通知)?(?:に|には|では)[^。]{0,20}(?:書|なって|あり)/i
const AS_LIKELY = 0.3
const SOMEWHAT = 0.2

/** 'We can't make it on Friday, my son is ill': a booking is to be changed, and nobody is in danger. */
async function ofWhoCannotCome(turn: CustomerTurn, it: Understanding): Promise<Understanding | undefined> {
  const { parked } = turn.state
  const isGrave = it.severityReason !== undefined && it.severityReason !== 'usual_for_type'
  if (parked || (isGrave && it.severity === 'critical') || !cannotCome(turn.said)) return undefined
  const types = (await activeCaseTypes(turn.ctx)).filter(undoesBooked)
  if (types.some((one) => one.key === it.caseType)) return undefined
  const likely = it.alternatives.find((one) => one.kind === 'case' && types.some(({ key }) => key === one.key))
  const type = likely?.key ?? types[0]?.key
  return type === undefined ? undefined : asCase(turn, it, type)
}

/** An alarm that only its type gives, of words that tell of no trouble and are hardly of that type: they are asked about instead. */
function withoutFalseAlarm(turn: CustomerTurn, it: Understanding): Understanding {
  const isAlarm = it.severity === 'critical' && it.severityReason === 'usual_for_type'
  const label = it.labelConfidence ?? 0
  // 'Gaz went head first into the bench' stands in no list of troubles: where something surely went wrong, nobody waits for a question
  const isSurelyTrouble = it.intentConfidence >= SURELY_WRONG && label >= HALF
  if (!isAlarm || label >= SURE_ALARM || isSurelyTrouble || tellsTrouble(turn.said)) return it
  const { severity: _, severityReason: __, ...rest } = it
  return { ...rest, intentConfidence: Math.min(it.intentConfidence, NOT_SURE) }
}
const SURE_ALARM = 0.85
const SURELY_WRONG = 0.93
const HALF = 0.5
const NOT_SURE = 0.45

function asCase(turn: CustomerTurn, it: Understanding, caseType: string): Understanding {
  const { bookingKind: _, severity: __, severityReason: ___, concerns: ____, ...rest } = it
  const slots = turn.slotsOfCase(turn.said, caseType)
  return surely({ ...rest, intent: 'case_report', caseType, intentConfidence: SURELY, slots })
}
const SURELY = 0.8

/** The same words, of no trouble. */
export function asNoCase(it: Understanding, intent: Intent, intentConfidence: number): Understanding {
  const { caseType: _, severity: __, severityReason: ___, concerns: ____, ...rest } = it
  return { ...rest, intent, intentConfidence }
}
