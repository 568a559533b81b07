import { addDetail } from '../../api/cases/commands/add-detail.ts'
import { bookingById } from '../../api/bookings/queries/booking-in-full.ts'
import { isLive } from '../../api/bookings/schema.ts'
import { caseById } from '../../api/cases/queries/cases-of-contact.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { personAct } from '../dialogues/small-matters.ts'
import { text } from '../messages.ts'
import { toldOfBooking } from './answered-staff.ts'
import { type Answer, answer, type CustomerTurn } from './customer-turn.ts'
import { asksMoneyBack, looksAsked } from './words/set-words.ts'

const FRESH_MS = 60 * 60_000

/** A question that nothing published answers, from somebody whose case was just spoken of: those who have the case answer it. */
export async function asksOfOpenCase(turn: CustomerTurn): Promise<Answer | undefined> {
  const { ctx, contactId, copy, state } = turn
  const found = state.about?.caseId ? await caseById(ctx, state.about.caseId) : undefined
  if (!found || found.contactId !== contactId || found.status === 'resolved' || found.status === 'closed')
    return undefined
  if (ctx.now.getTime() - found.updatedAt.getTime() > FRESH_MS) return undefined
  await addDetail(ctx, { caseId: found.id })
  return { ...answer(turn, [text(copy.case.passedOn(found.reference), [personAct(turn)])]), caseId: found.id }
}

/** The same of a request that went out a moment ago. */
export async function asksOfBooking(turn: CustomerTurn): Promise<Answer | undefined> {
  const { ctx, contactId, copy, state } = turn
  const booking = state.about?.bookingId ? await bookingById(ctx, state.about.bookingId) : undefined
  const lately = booking && ctx.now.getTime() - booking.requestedAt.getTime() < FRESH_MS
  if (!lately || booking.contactId !== contactId || !isLive(booking.stage)) return undefined
  const told = await toldOfBooking(turn, booking)
  return { ...told, say: [text(copy.case.passedOn(booking.reference), [personAct(turn)])] }
}

/** ล็อกบัญชีให้ก่อนได้มั้ย, 'can you freeze it for me?': something to be done for them, which no article does. */
const TO_BE_DONE =
  /(?<!บอก|แนะนำ|อธิบาย|สอน|ส่ง|ถาม)(?:ให้)(?:ก่อน|หน่อย|ด้วย|เลย|ที|ผม|หนู|เรา)*(?:ได้)?(?:ไหม|มั้ย|มั๊ย|ปะ|ป่ะ|ป่าว|หรือเปล่า)(?:คะ|ค่ะ|ครับ|คับ|นะ|อะ|อ่ะ|[\s?])*$|^(?:(?:so|and|ok(?:ay)?|please|pls|then)[\s,]+)*(?:can|could|will|would) (?:you|u|someone|somebody|your team)(?: guys)?(?: please| pls)? (?:freeze|lock|block|stop|pause|hold|suspend|refund|return|cancel|redo|resend|restart|speed|hurry|push|call|ring|remove|delete|reset|unlock|switch|ask|tell them|send (?:a|another|someone|somebody))\b|(?:止め|凍結|ロック|停止|返金|キャンセル|再送|やり直|急い)(?:で|し)?て?(?:もらえ|いただけ|くれ|もらうこと)(?:ます|ません|る|ない)か?|(?:帮我|幫我|可以帮|能帮).{1,12}(?:吗|嗎)/i

/** 'What day is it actually on then?', สรุปเรียนวันไหนคะ, right after it was told that it was moved: how their own matter stands now. */
const HOW_IT_IS_NOW =
  /^(?:(?:so|and|but|ok(?:ay)?|well|right)[\s,]+)*(?:what (?:day|time|date)|when|where|who|which (?:day|one|room|van|hotel)) (?:is|was|are|will|does) (?:it|that|this|he|she|they|mine|ours)\b[^\n]{0,30}\b(?:actually|now|then|instead|after all)\b|^(?:อ้าว|เอ้า|แล้ว|งั้น)?(?:\s*(?:ตกลง|สรุป)(?:แล้ว)?)[^\n]{0,20}(?:ไหน|เมื่อไร|เมื่อไหร่|กี่โมง|ใคร|ยังไง)|^(?:で|それで|じゃあ|では)?、?(?:結局|けっきょく)[^\n]{0,16}(?:いつ|どこ|何時|何日|何曜|誰|どれ|どう)/i

/** さっきのゴルフ、もう取れたん?, 'is it booked yet?', จองให้ยังคะ, after it was sent: whether it is done. */
export const asksIfDone = (said: string): boolean => IF_DONE.test(said.trim().replaceAll('’', "'"))
const IF_DONE =
  /もう(?:取れ|とれ|予約(?:でき|取れ|し)|手配(?:でき|し)|確定(?:し|でき)|決まっ)(?:て|まし|た)[^。]{0,8}[?？]?$|(?:จอง|คอนเฟิร์?ม|ยืนยัน|ได้(?:คิว|รอบ|โต๊ะ|รถ|ที่))(?:ให้|ได้)?(?:แล้ว)?(?:หรือ|รึ)?ยัง(?:คะ|ค่ะ|ครับ|คับ|อะ|อ่ะ|เอ่ย|[\s?])*$|^(?:so |and )?(?:is|was) (?:it|that|(?:my|our|the) [a-z ]{3,16}) (?:all )?(?:booked|confirmed|sorted|arranged)(?: yet| now)?\s*\?*$|\b(?:did|have) (?:you|they) (?:manage to )?(?:get|got|book(?:ed)?|sort(?:ed)?|confirm(?:ed)?) (?:it|(?:the|our|my) (?:table|tee time|car|van|driver|room|seats?|tour|booking|slot|class|golf|dinner|spa))(?: yet| for us)*\s*\?/i

/** 'What do we get for that?' is for people to say, and for no article on how others cancel. */
export const asksWhatTheyGet = async (turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> => {
  const said = turn.said.trim()
  const isOfTheirs = asksMoneyBack(said) || TO_BE_DONE.test(said) || HOW_IT_IS_NOW.test(said)
  return isOfTheirs && looksAsked(said) && it.intent !== 'handoff' ? asksOfOpenCase(turn) : undefined
}

/** 'Why?', of what was just told of a case or a request: those who have it say so, and nobody hears a trouble in it. */
export const asksWhy = async (turn: CustomerTurn): Promise<Answer | undefined> =>
  BARE_WHY.test(turn.said.trim()) ? ((await asksOfOpenCase(turn)) ?? asksOfBooking(turn)) : undefined
const BARE_WHY =
  /^(?:(?:but|oh|huh|what|sorry|hm+|eh|อ้าว|เอ้า|เอ๊ะ|แล้ว|え|あれ)[\s,?!、？]*)*(?:why(?: (?:not|is that|so|though))?|how come|ทำไม(?:ล่ะ|ละ|อะ|อ่ะ|เหรอ|หรอ|ไม่ได้)?|เพราะอะไร|なぜ(?:ですか|でしょうか)?|どうして(?:ですか|でしょうか)?|为什么|為什麼|为啥)(?:อะ|อ่ะ|คะ|ค่ะ|ครับ|คับ|呢|[\s?!？。.])*$/i
