import { asksToCallHelp, emergencyAt } from './emergency.ts'
import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import { addDetail } from '../../api/cases/commands/add-detail.ts'
import { bookingByReference } from '../../api/bookings/queries/booking-in-full.ts'
import { caseById, caseByReference } from '../../api/cases/queries/cases-of-contact.ts'
import { undoesBooked } from '../../api/cases/schema.ts'
import { activeCaseTypes } from '../../api/cases/queries/case-types.ts'
import type { AnswerValue } from '../../api/conversations/schema.ts'
import { readPhones } from '../../api/triage/slots/contacts.ts'
import { readOrderIds, readReferences } from '../../api/triage/slots/references.ts'
import type { Act } from '../../api/outbox/schema.ts'
import type { LabelAlternative, Severity, Understanding } from '../../api/triage/understanding.ts'
import { notSure } from '../dialogues/small-matters.ts'
import { text } from '../messages.ts'
import { nameIn } from '../staff/cards.ts'
import { nthMeant } from './words/loose-words.ts'
import { SURE_LABEL } from './course.ts'
import { type Answer, answer, type CustomerTurn } from './customer-turn.ts'
import { newsOf } from './put-right.ts'
import { isWishOnly, tellsTrouble, wentWrong } from './words/wishes-only.ts'
import { A_REFERENCE, asksSomewhere, asksToChange, looksAsked } from './words/set-words.ts'

const LIKELY = 0.06
const MOST_KEPT = 2_000

/** Whether there is any type of case or kind of booking it could be. */
export const isLikely = (it: Understanding): boolean => it.alternatives.some((one) => one.confidence >= LIKELY)

/** One of the choices must be worth reading: 'what are you doing?' is no allergy. */
const WORTH_READING = 0.12

/** One clarifying question: the likeliest meanings to tap, and a person among them. */
export async function clarify(turn: CustomerTurn, it: Understanding): Promise<Answer> {
  const likely = likeliest(it.alternatives)
  if (!likely.some((one) => one.confidence >= WORTH_READING)) return notSure(turn)
  return askWhich(turn, turn.copy.whichMatter(), likely)
}

/** The choices put under the words of a question, with a person among them. */
export const askWhich = async (turn: CustomerTurn, words: string, choices: readonly Choice[]): Promise<Answer> =>
  answer(turn, [text(words, await choiceActs(turn, choices))], {
    clarifying: {
      text: turn.said.slice(0, MOST_KEPT),
      at: turn.ctx.now.toISOString(),
      choices: choices.map(({ kind, key }) => ({ kind, key })),
    },
  })

export const likeliest = (alternatives: readonly LabelAlternative[]): LabelAlternative[] =>
  alternatives.filter((one) => one.confidence >= LIKELY).slice(0, 3)

async function choiceActs(turn: CustomerTurn, choices: readonly Choice[]): Promise<Act[]> {
  const [types, kinds] = [await activeCaseTypes(turn.ctx), await activeBookingKinds(turn.ctx)]
  const acts = choices.flatMap((one) => {
    const named = (one.kind === 'case' ? types : kinds).find((thing) => thing.key === one.key)
    return named ? [turn.tap(nameIn(named.names, turn.language), 'mean', one.kind, one.key)] : []
  })
  return [...acts, turn.tap(turn.copy.menu.person, 'mean', 'person', '')]
}

type Choice = { kind: string; key: string }

/** The choices of the clarifying question that waits, for who sends something else first. */
export const waitingChoices = async (turn: CustomerTurn): Promise<Act[] | undefined> => {
  const choices = isFresh(turn) ? turn.state.clarifying?.choices : undefined
  return choices && choiceActs(turn, choices)
}

const CLARIFYING_MS = 10 * 60_000

/** Whether the bot has just asked what was meant. */
export const isFresh = ({ state, ctx }: CustomerTurn): boolean =>
  state.clarifying !== undefined && ctx.now.getTime() - Date.parse(state.clarifying.at) < CLARIFYING_MS

/** One of the choices, typed where taps cannot be seen: by its place, or in any of its languages; also one that was not among those put forward. */
export async function pickedInWords(turn: CustomerTurn): Promise<{ kind: string; key: string } | undefined> {
  if (!isFresh(turn)) return undefined
  const said = turn.said.trim().toLowerCase()
  const digit = /^([1-9])[.)]?$/.exec(
    said.normalize('NFKC').replace(/[๑-๙]/, (it) => String(it.charCodeAt(0) - 0x0e50)),
  )
  const nth = digit ? Number(digit[1]) - 1 : nthMeant(turn.said)
  const placed = nth === undefined ? undefined : turn.state.clarifying?.choices?.at(nth)
  if (placed) return placed
  const isNamed = (names: Record<string, string>) => Object.values(names).some((name) => name.toLowerCase() === said)
  const type = (await activeCaseTypes(turn.ctx)).find((it) => isNamed(it.names))
  if (type) return { kind: 'case', key: type.key }
  const kind = (await activeBookingKinds(turn.ctx)).find((it) => isNamed(it.names))
  return kind && { kind: 'booking', key: kind.key }
}

const FRESH_MS = 60 * 60_000

/** Words nobody can file, from somebody whose case is open and was just spoken of: they belong to it. */
export async function noteOnOpenCase(
  turn: CustomerTurn,
  it: Understanding,
  // said to a question about it: then it is about nothing else; or a wish that something be done about it, however it is put
  { asked = false, wished = false } = {},
): Promise<Answer | undefined> {
  const caseId = turn.state.about?.caseId
  const isNothing =
    it.intent === 'other' && it.intentConfidence >= 0.8 && !TELLS_FACTS.test(turn.said) && !looksAsked(turn.said)
  if (!caseId || (isNothing && !asked)) return undefined
  const found = await caseById(turn.ctx, caseId)
  const lately = found && turn.ctx.now.getTime() - found.updatedAt.getTime() < FRESH_MS
  if (
    !found ||
    !lately ||
    found.contactId !== turn.contactId ||
    found.status === 'resolved' ||
    found.status === 'closed'
  )
    return undefined
  const order = await missingOrder(turn, found)
  const news = await newsOf(turn, found, it)
  await addDetail(turn.ctx, { caseId, ...news, slots: { ...news.slots, ...order } })
  const isAsked = !wished && asksSomewhere(turn.said) && !asksToChange(turn.said) && !PUTS_RIGHT_WHAT.test(turn.said)
  const { callHelp, passedOn, noted } = turn.copy.case
  const words =
    asksToCallHelp(turn.said) && (await isOfHealth(turn, found))
      ? callHelp({ reference: found.reference, ...emergencyAt(turn.tenant) })
      : (isAsked ? passedOn : noted)(found.reference)
  return { ...answer(turn, [text(words)]), caseId }
}

const isOfHealth = async (turn: CustomerTurn, { caseTypeId }: OpenCase): Promise<boolean> =>
  (await activeCaseTypes(turn.ctx)).some((it) => it.id === caseTypeId && it.concerns.includes('health'))

/** A link, an address, a number, a user name, a name with its title: of the case that was just told, not of something new. */
const TELLS_FACTS =
  /ยูส(?:เซอร์)?|ไอดี|\b(?:user(?:name)?|login|account) (?:is|name|id)?\b|ユーザー|(?<![\w@])(?=[a-z\d._]*[\d._][a-z\d])[a-z][a-z\d._]{3,}(?!\w)|https?:\/\/|www\.|\d{4}|\d\s?(?:usd|thb|usdt|eur|gbp|baht|dollars?|bucks|บาท|ดอล(?:ลาร์)?|バーツ|ドル|円|铢|美元)|@\w|^\s*(?:นาย|นางสาว|นาง|น\.ส\.|(?:mr|mrs|ms|miss)\b\.?)\s*\p{L}{2}/iu

type OpenCase = NonNullable<Awaited<ReturnType<typeof caseById>>>
const LONGEST_ORDER = 40

/** The number that the case needs and has not got, told after the question for it. */
async function missingOrder(turn: CustomerTurn, { slots, caseTypeId }: OpenCase): Promise<{ order_id?: AnswerValue }> {
  if (turn.said.length > LONGEST_ORDER || slots['order_id'] || slots['reference']) return {}
  const type = (await activeCaseTypes(turn.ctx)).find((it) => it.id === caseTypeId)
  if (!type?.requiredSlots.includes('order_id')) return {}
  const known = readReferences(turn.said)[0]?.value ?? readOrderIds(turn.said)[0]?.value
  // '+44 7700 900123' is whom to call
  const rest = readPhones(turn.said).reduce((words, it) => words.replace(it.text, ' '), turn.said)
  const number = known ?? ORDER_NUMBER.exec(rest)?.[0]
  return number ? { order_id: number } : {}
}
const ORDER_NUMBER = /(?<![\d.,/:-])\d{5,9}(?![\d.,/:-])/

/** A number said alone, while the case that is open lacks the number it needs. */
export async function orderOfOpenCase(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  const found = turn.state.about?.caseId ? await caseById(turn.ctx, turn.state.about.caseId) : undefined
  const order = found ? await missingOrder(turn, found) : {}
  if (order.order_id !== undefined) return noteOnOpenCase(turn, it)
  const isNew = found && turn.ctx.now.getTime() - found.openedAt.getTime() <= JUST_NOW_MS
  return isNew && !(await isTheirs(turn)) ? noteOnOpenCase(turn, it, { asked: true }) : undefined
}

/** Whether the number is that of something of theirs, which they may want to hear of. */
async function isTheirs({ ctx, said, contactId }: CustomerTurn): Promise<boolean> {
  const number = A_REFERENCE.exec(said)?.[0]
  if (!number) return false
  const named = (await caseByReference(ctx, number)) ?? (await bookingByReference(ctx, number))
  return named?.contactId === contactId
}

const JUST_NOW_MS = 15 * 60_000
const BRIEF = 24
const OTHER_MATTER = /อีกเรื่อง|อีกอย่าง|\b(?:another|different) (?:thing|matter|problem|issue)\b|別件|それとは別|另外/i

/** Said of another trouble than the one that was told. */
export const ALSO =
  /\balso\b|\banother\b|\bwhile (?:i(?:['’]ve| have) got you|i['’]?m (?:here|at it)|we['’]?re (?:here|at it))\b|อีกเรื่อง|อีกอย่าง|(?:^|\s)แล้วก็(?!(?:ยัง)?ไม่)|\S+(?<!เ|แล้ว|ไม่ได้|ไม่ทัน|ไม่งั้น)ก็(?!ค่า|แค่|ราคา|เงิน|เป็น|ได้|ดี|โอเค)|\S+แล้วก็(?!(?:ยัง)?ไม่)|(?<!เ)ก็\S*ด้วย|それと|(?:^|\s)あと|还有|另外/i

/** More about the trouble that was just told: it joins its case, and opens no second one, unless it is clearly another. */
export async function moreOfTrouble(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  const caseId = turn.state.about?.caseId
  const found = caseId ? await caseById(turn.ctx, caseId) : undefined
  if (!found || turn.ctx.now.getTime() - found.openedAt.getTime() > JUST_NOW_MS) return undefined
  const [label, isOwn] = [it.labelConfidence ?? 0, it.slots.order_id ?? it.slots.reference]
  const sure = it.intentConfidence >= 0.8 && label >= 0.8
  if (onlyHowMuch(turn, it) || SAYS_ACCOUNT.test(turn.said) || SAYS_HOW.test(turn.said)) return noteOnOpenCase(turn, it)
  const saysNothing = it.severityReason === 'usual_for_type' && !tellsTrouble(turn.said) && !isWishOnly(turn.said)
  if (isOwn === undefined && saysNothing && !ALSO.test(turn.said)) return noteOnOpenCase(turn, it)
  if (it.severity === 'critical' && sure && found.severity !== 'critical') return undefined
  // he will not stop the car either, in the middle of an emergency: alarming by its type alone, and of nothing that it names
  const isAlarmOfType = it.severity === 'critical' && it.severityReason === 'usual_for_type'
  const namesNothing = Object.keys(it.slots).length === 0
  const type = (await activeCaseTypes(turn.ctx)).find((one) => one.id === found.caseTypeId)
  const isAlarmOfOther = isAlarmOfType && it.caseType !== type?.key
  if (found.severity === 'critical' && isAlarmOfOther && namesNothing && !OTHER_MATTER.test(turn.said))
    return noteOnOpenCase(turn, it)
  if (SAME_TROUBLE.test(turn.said) || NO_MONEY.test(turn.said) || PUTS_RIGHT_WHAT.test(turn.said))
    return noteOnOpenCase(turn, it)
  if (isOwn === undefined && (hasNoNumber(turn) || wantsItBack(turn, it, found.severity)))
    return noteOnOpenCase(turn, it)
  if (isOwn === undefined && (await isOfSameBooking(turn, it, found.caseTypeId))) return noteOnOpenCase(turn, it)
  if (isOwn === undefined && (await saysThereIsTime(turn, found.caseTypeId))) return noteOnOpenCase(turn, it)
  const lacksNumber = found.slots['order_id'] === undefined && found.slots['reference'] === undefined
  if (isOwn !== undefined && lacksNumber && !tellsTrouble(turn.said) && !ALSO.test(turn.said))
    return noteOnOpenCase(turn, it)
  const another = isOwn !== undefined && namesAnother(found.slots, isOwn[0]?.value)
  if (ALSO.test(turn.said) || (another && (sure || (await isOfOtherType(turn, it, found.caseTypeId))))) return undefined
  if (await tellsNothingNew(turn, it, found.caseTypeId)) return noteOnOpenCase(turn, it)
  return turn.said.length > BRIEF && sure ? undefined : noteOnOpenCase(turn, it)
}

/** 'No idea which number, I sent it from my bank at nine', of a top-up that was told: how it was, and nothing more that went wrong. */
async function tellsNothingNew({ ctx, said }: CustomerTurn, it: Understanding, typeId: string): Promise<boolean> {
  const type = (await activeCaseTypes(ctx)).find((one) => one.id === typeId)
  const isLikelySame = it.alternatives.some((one) => one.key === type?.key && one.confidence >= LIKELY)
  return isLikelySame && it.severity !== 'critical' && !wentWrong(said.replace(UNKNOWN, ' '))
}
const UNKNOWN =
  /ไม่(?:รู้|ทราบ|แน่ใจ|มี(?:เลข|สลิป)|เห็นเลข)|จำ(?:เลข)?ไม่ได้|หา(?:เลข)?ไม่เจอ|\b(?:do(?:es)?n'?t|do not|not) (?:know|remember|have (?:a|the|any|my|our) (?:booking |order |case )?(?:number|no\b|slip|receipt|reference|ref)|find (?:a|the|my|our) (?:[a-z]{2,12} )?(?:number|slip|receipt|reference|ref|confirmation))\b|\b(?:no idea|not sure)\b|わか(?:らない|りません)|知り?(?:らない|ません)|覚えて(?:い)?(?:ない|ません)|不知道|不记得|不清楚/gi

/** 'I haven't got the booking number on me, it's under Sanderson', to the question for it. */
const hasNoNumber = ({ said }: CustomerTurn): boolean => {
  const rest = said.replace(UNKNOWN, ' ')
  return rest !== said && !ALSO.test(said) && !wentWrong(rest)
}

/** 'Then I want a full refund', right after a trouble: what should come of it, and no second one. */
const wantsItBack = ({ said }: CustomerTurn, it: Understanding, before: Severity): boolean =>
  WANTS_BACK.test(said) &&
  !ALSO.test(said) &&
  !NOT_COME_BACK.test(said) &&
  (it.severity ?? 'normal') !== 'critical' &&
  (it.severity !== 'high' || before === 'high' || before === 'critical')
const WANTS_BACK =
  /ขอ(?:เงิน|เครดิต|ตัง[คก]?์?)?คืน|คืน(?:เงิน|เครดิต)(?:มา|ให้|เลย|เต็ม)|\b(?:want|need|like|give me|get) (?:(?:all|my|a|the|full|back|some|of|half)\s)*(?:money back|refund)\b|\brefund (?:me|us|it)\b|返金(?:して|を(?:お願い|希望)|お願い)|(?:要|请)?退(?:款|钱)(?:吧|给我)?$/i
const NOT_COME_BACK =
  /(?:ยัง)?ไม่(?:เข้า|ได้(?!ก็)|มา|คืน)(?!แล้ว)|ไปแล้ว|\b(?:not|never|still|where)\b|n't\b|まだ|ない|ません|没/i

/** Words that are no trouble by themselves, right after one was told: they belong to its case. */
export async function ofWhatWasJustTold(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  const found = turn.state.about?.caseId ? await caseById(turn.ctx, turn.state.about.caseId) : undefined
  if (!found || turn.ctx.now.getTime() - found.openedAt.getTime() > JUST_NOW_MS || ALSO.test(turn.said))
    return undefined
  return noteOnOpenCase(turn, it)
}

/** 'This one too, same thing': one trouble, and one more that it is about. */
const SAME_TROUBLE =
  /(?:ก็)?เหมือนกัน(?:เลย|หมด)?|(?:อันนี้|ตัวนี้|ออเดอร์นี้|\d{5,})(?:ก็)?(?:ด้วย|อีกอัน)|\bsame (?:thing|problem|issue|story|here|for|with|as)\b|\b(?:this|that) one (?:too|as well)\b|同じ(?:です|状況|症状|問題|く)|こちらも(?:同|お願い)|也是(?:这样|一样)|一样/i
/** 'It should be 14, not 17': what is wrong, put right. */
const PUTS_RIGHT_WHAT =
  /\b(?:it |that |they |this )?(?:should|must|ought to) (?:be|have been|say|read|show)\b.{1,40}(?:\bnot\b|\binstead\b|$)|(?:ต้อง(?:เป็น|มี)|ที่ถูก(?:ต้อง)?(?:คือ|เป็น|ต้อง)|จริง\s?ๆ(?:แล้ว)?(?:ต้อง|คือ|มี|เป็น)).{1,40}(?:ไม่ใช่|แค่|$)|正しくは|本来は|本当は.{1,30}(?:です|はず)|应该是|應該是/i

/** 'It was 460 baht', 'นี่จ่ายไปตั้ง 1,260 นะ', right after a trouble was told: how much that one is about, and nothing that is missing besides. */
const onlyHowMuch = ({ said }: CustomerTurn, it: Understanding): boolean =>
  it.slots.amount !== undefined &&
  Object.keys(it.slots).every((name) => ['amount', 'date', 'time'].includes(name)) &&
  said.length <= LONGEST_SUM &&
  !ALSO.test(said) &&
  !IS_MISSING.test(said)
/** 'My user is ploy_store, this morning', and nothing that is missing besides. */
const SAYS_ACCOUNT =
  /^(?:ยูส(?:เซอร์)?(?:เนม)?|ไอดี|(?:my )?(?:user(?:name)?|id|account|login)(?: is)?|ユーザー名?は?|アカウントは?|(?:我的)?(?:用户名|账号)是?)[\s:]*@?[a-z\d._-]{3,30}(?![^]*(?:ไม่|หาย|ผิด|แฮ[กค]|โดน|\b(?:not|never|no|lost|wrong|hacked|locked|missing)\b|n't|ない|ません|没|不))/i
/** 'It was by bank btw, not USDT', 'จ่ายผ่านทรูมันนี่ค่ะ', 'カードです': by which way the money went that was just told of. */
const SAYS_HOW =
  /^(?:(?:and|oh|btw|by the way)[\s,]+)*(?:(?:it|that|this) (?:was|is)|(?:i|we) (?:paid|sent it|did it)|paid)(?: it)? (?:by|with|via|through|from|using) [^\n?]{2,60}$|^(?:จ่าย|โอน|เติม)(?:มา|ไป)?(?:ผ่าน|ด้วย|จาก|ทาง)[ก-๙a-z\s]{2,30}(?:ค่ะ|คะ|ครับ|คับ|นะ|\s)*$|^(?:銀行振込|振込|カード|クレジットカード|プロンプトペイ)(?:で(?:払い|支払い|入金し)ました|です|でした)[。.]?$/i
const LONGEST_SUM = 60
const IS_MISSING =
  /(?:ยัง)?ไม่(?:เข้า|ได้|มา|ขึ้น|เห็น|คืน|มี)|เติม|โอน|หาย|เกิน|ซ้ำ|ผิด|ขาด|\b(?:not|never|no|nothing|missing|gone|twice|double|wrong|where|lost|pending|top(?:ped)?[ -]?up|deposit(?:ed)?|transfer(?:red)?|n[o']t)\b|n't\b|ない|ません|消え|二重|チャージ|入金|振り?込|充值|转账|没|未|不见|重复/i

/** 'It isn't about the money': they ask for something, and not for that. */
const NO_MONEY =
  /ไม่(?:ได้)?(?:จะ|คิดจะ|อยาก)?(?:ต้องการ|อยากได้|เอา|ได้|หวัง|เรียกร้อง|ขอ)(?:ค่าชดเชย|เงิน|ตังค์)|ไม่(?:ได้)?ขอ(?:เงิน|คืน)|\b(?:don'?t|do not|not|isn'?t|never) (?:want|wanted|ask(?:ing)? for|after|need|looking for|about) (?:a |any |my |the )?(?:money|refund|compensation|cash)|返金(?:は|を)?(?:不要|いりません|求めて|希望し(?:ない|ません))|お金(?:の(?:問題|話|こと))?(?:では|じゃ)(?:ない|なく|ありません)/i

/** 'Could we move it instead?', right after asking to cancel: the same booking, and a change of mind. */
async function isOfSameBooking(turn: CustomerTurn, it: Understanding, typeId: string): Promise<boolean> {
  if (!undoesBooked(it) || ALSO.test(turn.said)) return false
  const type = (await activeCaseTypes(turn.ctx)).find((one) => one.id === typeId)
  return type !== undefined && type.key !== it.caseType && undoesBooked(type)
}

/** 'It hasn't started yet', เพิ่งสั่งเมื่อกี้, right after asking to cancel or change it: why it should still be possible, and no complaint. */
async function saysThereIsTime({ ctx, said }: CustomerTurn, typeId: string): Promise<boolean> {
  if (!THERE_IS_TIME.test(said) || ALSO.test(said)) return false
  const type = (await activeCaseTypes(ctx)).find((one) => one.id === typeId)
  return type !== undefined && undoesBooked(type)
}
const THERE_IS_TIME =
  /ยังไม่(?:ได้|ทัน)?(?:เริ่ม|ทำ|ส่ง|เดิน|จ่าย|โอน|ใช้|วิ่ง|ถึงวัน)|เพิ่ง(?:จะ)?(?:สั่ง|จอง|กด|จ่าย|โอน|ลง)|\bjust (?:now )?(?:ordered|placed|booked|paid|made|did)\b|\bonly (?:just|placed|ordered|booked)\b|\b(?:has|have|did|is)(?: ?n[o']?t|n't) (?:even )?(?:start(?:ed)?|begun|shipped|running)\b|\bnot (?:even )?(?:started|begun|shipped) yet\b|まだ(?:始ま|開始|処理|発送|使っ)|(?:さっき|今|たった今)(?:注文|予約)(?:した|しました)|[刚剛](?:[刚剛]|才)?(?:下[单單]|[订訂]|[买買])|[还還][没沒](?:[开開]始|[发發])/i

/** A trouble, and hardly one of that type, even where it is not sure which other type it is. */
async function isOfOtherType(turn: CustomerTurn, it: Understanding, typeId: string): Promise<boolean> {
  if (it.intentConfidence < 0.8 || (it.labelConfidence ?? 0) < SURE_LABEL) return false
  const type = (await activeCaseTypes(turn.ctx)).find((one) => one.id === typeId)
  return !it.alternatives.some((one) => one.key === type?.key && one.confidence >= LIKELY)
}

const namesAnother = (known: Record<string, unknown>, value: unknown): boolean =>
  value !== known['order_id'] && value !== known['reference']
