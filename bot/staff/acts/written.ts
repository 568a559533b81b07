import type { PendingReply } from '../../../api/conversations/schema.ts'
import { beingWritten, nothingWritten, preview } from '../reply-to-customer.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'
import { addBookingNote } from './bookings.ts'
import { addCaseNote, addOrder } from './case-facts.ts'
import { proposeInWords } from './propose.ts'
import { orderThenResolve } from './resolve.ts'
import { text } from '../../messages.ts'
import { saysSomething } from '../../../api/written.ts'

const MOST_CHARACTERS = 4_000
/** Said of the writing itself: nobody sends such a word alone. */
const NOTHING_AFTER_ALL =
  /^(?:ยกเลิก|ไม่(?:ส่ง|ตอบ|ต้อง(?:ส่ง|ตอบ)?)(?:แล้ว)?|กดผิด|cancel|never ?mind|don'?t send(?: it)?|キャンセル|送らない|やめ(?:る|ます)|取り?消し)(?:\s*(?:ค่ะ|คะ|ครับ|คับ|นะ|です))*[\s.!]*$/i

/** Group talk is internal; only the next text of somebody who was asked for words is taken: kept inside, or shown before it goes. */
export async function takeWords(turn: StaffTurn, words: string): Promise<StaffAnswer> {
  const pending = beingWritten(turn)
  if (!pending || !saysSomething(words)) return { say: [] }
  if (NOTHING_AFTER_ALL.test(words.trim()))
    return { say: [text(turn.copy.staff.notSent())], state: nothingWritten(turn) }
  if (pending.does === 'propose' && pending.bookingId) return proposeInWords(turn, pending.bookingId, words)
  const kept = await keepInside(turn, pending, words.trim())
  if (kept) return { ...kept, state: nothingWritten(turn) }
  return preview(turn, { ...pending, text: words.trim().slice(0, MOST_CHARACTERS) })
}

function keepInside(turn: StaffTurn, it: PendingReply, words: string): Promise<StaffAnswer> | undefined {
  if (it.does === 'note' && it.caseId) return addCaseNote(turn, it.caseId, words)
  if (it.does === 'note' && it.bookingId) return addBookingNote(turn, it.bookingId, words)
  if (it.does === 'order' && it.caseId && it.resolves) return orderThenResolve(turn, it.caseId, words, it.resolves)
  if (it.does === 'order' && it.caseId) return addOrder(turn, it.caseId, words)
  return undefined
}
