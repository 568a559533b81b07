import { isLive } from '../../api/bookings/schema.ts'
import { bookingById, bookingInFull, bookingsOfContact } from '../../api/bookings/queries/booking-in-full.ts'
import { caseById } from '../../api/cases/queries/cases-of-contact.ts'
import { activeCaseTypes } from '../../api/cases/queries/case-types.ts'
import { undoesBooked } from '../../api/cases/schema.ts'
import { readOfParty } from '../../api/triage/slots/some-of-party.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { isDetail } from '../dialogues/consent.ts'
import { clausesOf } from './words/clauses.ts'
import { toldOfBooking } from './answered-staff.ts'
import { saysRather } from './changes-booking.ts'
import type { Answer, CustomerTurn } from './customer-turn.ts'
import { factsOfBooked } from './facts-of-booked.ts'
import { isSureTrouble } from './back-in-words.ts'
import { goesAlong } from './words/goes-along.ts'
import { isAdvertising, looksAsked } from './words/set-words.ts'
import { whoComes } from './words/who-comes.ts'
import { wentWrong } from './words/wishes-only.ts'
import { isWish, tellsOfCare } from './words/wishes.ts'

const JUST_SENT_MS = 60 * 60_000
const LONGEST = 120
const SURELY = 0.8

/**
 * 'Two golf carts too, please', 'we are vegetarian', a telephone number, said by somebody whose request went out a moment ago: it goes with
 * that request, and begins no other.
 */
export async function moreOfBooking(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  const { bookingId } = turn.state.about ?? {}
  if (!bookingId || turn.said.length > LONGEST) return undefined
  const known = await factsOfBooked(turn, bookingId)
  if (known) return known
  if (!(await addsTo(turn, bookingId, it))) return undefined
  const booking = await bookingById(turn.ctx, bookingId)
  const lately = booking && turn.ctx.now.getTime() - booking.requestedAt.getTime() < JUST_SENT_MS
  if (!lately || booking.contactId !== turn.contactId || !isLive(booking.stage)) return undefined
  return toldOfBooking(turn, booking)
}

/** 'Oh, and we are vegetarian', while a trouble is open too: what somebody eats or needs is told of the visit, unless the case is about changing that. */
export async function careOfBooking(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  const { contactId, ctx, said, state } = turn
  const { caseId } = state.about ?? {}
  const isEmergency = it.severity === 'critical' && it.intentConfidence >= HALF
  if (!caseId || isEmergency || !(isWish(said) || tellsOfCare(said))) return undefined
  const found = await caseById(ctx, caseId)
  const type = (await activeCaseTypes(ctx)).find((one) => one.id === found?.caseTypeId)
  if (!type || undoesBooked(type)) return undefined
  const [lately, ...others] = (await bookingsOfContact(ctx, contactId)).filter(
    (one) => isLive(one.stage) && ctx.now.getTime() - one.requestedAt.getTime() < JUST_SENT_MS,
  )
  if (!lately || others.length > 0) return undefined
  const told = await toldOfBooking(turn, lately)
  // what else they tell is still of the case
  return { ...told, state: { ...told.state, about: { caseId } } }
}

const HALF = 0.5

async function addsTo(turn: CustomerTurn, bookingId: string, it: Understanding): Promise<boolean> {
  const { said } = turn
  if (isWish(said) || asksForMore(said, it) || (tellsOfCare(said) && it.severity !== 'critical')) return true
  if (namesWhere(said) && !isAdvertising(said) && !looksAsked(said) && !isSureTrouble(it)) return true
  if (ANOTHER.test(said) || CHANGES.test(said)) return false
  // 'I forgot to say, one of us is a child of four'
  if (
    whoComes(said) !== undefined &&
    it.severity !== 'critical' &&
    !wentWrong(said.replace(FORGOT, ' ')) &&
    !looksAsked(said)
  )
    return true
  // 'make it one after all' changes how many they are
  if (saysRather(said) && !readOfParty(said).some) return false
  if (readOfParty(said).some && it.intent !== 'case_report') return true
  const kind = (await bookingInFull(turn.ctx, bookingId))?.kindKey
  const slots = Object.keys({
    ...it.slots,
    ...(kind && FILED_NOWHERE.includes(it.intent) && turn.slotsFor(said, kind)),
  })
  if (slots.length > 0 && slots.every((name) => isDetail(name) || name === 'name') && it.intent !== 'case_report')
    return true
  // 'we are both vegetarian' is filed nowhere, and asks nothing
  if (it.intent === 'question' || (it.intent === 'other' && it.intentConfidence < SURELY))
    return !clausesOf(said).some(looksAsked)
  if (
    it.intent !== 'booking_request' ||
    !ADDS.test(said) ||
    BOOKS.test(said) ||
    slots.some((name) => WHICH.includes(name))
  )
    return false
  return it.bookingKind === undefined || it.bookingKind === kind
}

/** https://instagram.com/p/abc123, 'username is baanmaeka': what the order is for. */
const namesWhere = (said: string): boolean =>
  goesAlong(said, { ride: false, meal: false }).length > 0 || AN_ACCOUNT.test(said.trim())
const AN_ACCOUNT =
  /^(?:(?:and|oh|the|my|its|it's|for|this is|here(?:'s| is)|นี่|อันนี้|ของ)\s*)*(?:link|url|user ?(?:name|id)?|ig|insta(?:gram)?|tiktok|page|profile|account|handle|ลิ้?ง[กค]์?|ยูส(?:เซอร์)?(?:เนม)?|ไอจี|ติ๊กต[อ็]ก|เพจ|ชื่อ(?:เพจ|ไอจี|แอค|ช่อง)|ช่อง|リンク|ユーザー(?:名|ID)?|アカウント(?:名)?|id)(?:\s*(?:is|=|:|คือ|ชื่อ|は|が)\s*|\s+)@?(?=[\w.]*[a-z])[\w.]{3,40}(?:\s*(?:please|thanks|ค่ะ|คะ|ครับ|คับ|นะ|です|。|\.))*$/i

/** 'And can the driver stop on the way?' asks for something of a ride to come: nobody is waiting for a driver. */
const asksForMore = (said: string, it: Understanding): boolean =>
  it.intent === 'case_report' &&
  it.slots.order_id === undefined &&
  it.slots.reference === undefined &&
  CAN_THEY.test(said) &&
  !IN_TROUBLE.test(said)
const CAN_THEY =
  /^(?:(?:and|also|oh|ps|btw|by the way|thanks|great)[\s,.!]*)*(?:can|could|would|will) (?:the|our|my|your|you|u|they|we|i|he|she) ?(?:driver|guide|van|car|boat|caddie|caddy|chef|teacher|hotel|staff)?\b(?:.{4,}\?\s*$| (?:also|please also)\b.{4,}$)|^(?:แล้ว)?(?:ให้|ขอให้|อยากให้)?(?:คนขับ|รถ|ไกด์|แคดดี้|เชฟ|ครู)(?:ช่วย|แวะ|จอด|พา|รอ|มารับ)?.{2,}(?:ได้ไหม|ได้มั้ย|ได้ป่าว)(?:คะ|ครับ|นะ|\s)*$|(?:運転手|ドライバー|ガイド|車).{0,20}(?:寄って|立ち寄|待って|もらえますか|できますか)/i
const IN_TROUBLE =
  /\b(?:late|where|still|waiting|wrong|cancel|refund|change|move|resched|not (?:here|come)|emergency|hurt|help|stranded|stuck|lost|nobody|no one|hospital|police|now|urgent(?:ly)?)\b|ช้า|ไม่มา|รออยู่|ยกเลิก|เลื่อน|เจ็บ|来ない|遅れ/i

/** Who forgot to say it is in no trouble. */
const FORGOT =
  /ลืม(?:บอก|แจ้ง|พูด)(?:ไป)?(?:ว่า)?|\bforgot to (?:say|mention|tell you|add)\b|言い忘れ(?:て|まし)?|忘(?:记|記)?[说說]/gi

const FILED_NOWHERE = ['other', 'smalltalk']

/** What says of which visit one speaks: words with one of them are of a visit of their own. */
const WHICH = ['item', 'venue', 'destination', 'date', 'time', 'party_size', 'duration_nights', 'reference', 'order_id']
const ADDS = /ด้วย|เพิ่ม|\b(?:also|too|as well|plus|extra|with)\b|も|追加|あと|还要|還要|加/i
const BOOKS = /จอง|สั่ง(?!ซื้อด้วย)|สมัคร|เรียน|book|reserve|order|予約|注文|申(?:し)?込|预订|預訂|预约|預約/i
const ANOTHER = /อีก(?!ครั้ง)|ใหม่|another|one more|again|again|second|別の|もう(?:一|ひと)|另|再/i
const CHANGES = /เปลี่ยน|แก้|ยกเลิก|เลื่อน|change|cancel|move|resched|postpone|instead|変更|取消|キャンセル|改/i
