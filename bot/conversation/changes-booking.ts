import { isLive } from '../../api/bookings/schema.ts'
import { bookingById, bookingInFull } from '../../api/bookings/queries/booking-in-full.ts'
import { activeCaseTypes } from '../../api/cases/queries/case-types.ts'
import type { AnswerValue } from '../../api/conversations/schema.ts'
import { readJoining } from '../../api/triage/slots/joining.ts'
import type { Slots, Understanding } from '../../api/triage/understanding.ts'
import { reportProblem } from '../dialogues/report-problem.ts'
import { CORRECTS, countIn, plainSlots } from './corrections.ts'
import type { Answer, CustomerTurn } from './customer-turn.ts'
import { asksToChange, looksAsked } from './words/set-words.ts'

const JUST_SENT_MS = 60 * 60_000
const LONGEST = 80
const RATHER =
  /ละกัน|แล้วกัน|ดีกว่า|แทน|เหลือ|(?:เอา|ขอ)แค่|แค่.{1,20}พอ|^(?:เอ้?ย|เฮ้ย|อุ๊ย|เอ๊ะ|โทษที|ขอโทษ)|(?:เพิ่ม|ลด)เป็น|เปลี่ยน|ขอเป็น|(?<![a-z])(?:instead|make (?:it|that)|rather|same (?:time|day|place|date)|only \d|down to|up to)(?![a-z])|にして|に(?:変更|増え|減|なり)|増えて|減って|追加で|で(?:お願い|いい)/i
const INSTEAD =
  /แทน|ดีกว่า|ละกัน|แล้วกัน|เปลี่ยน|ขอเป็น|\b(?:instead|rather|make (?:it|that)|same (?:time|day|place|date))\b|増えて|減って|に(?:変更|増え|減|なり)/i
/** Their own coming is put off, and with it what meets them there. */
const OWN_DELAY =
  /\b(?:flight|plane|train|ferry|boat|bus|landing|arrival)\b.{0,40}\b(?:delay(?:ed)?|late|moved|changed|earlier|lands?|landing|arriv\w+|now)\b|\bwe(?:'re| are|'ll| will)(?: now| be| only)* (?:arriv|land|running late)\w*|(?:เครื่อง(?:บิน)?|ไฟล[ต์]?ท?์?|เที่ยวบิน|รถไฟ)[ก-๙\s]{0,12}(?:ดีเลย์|เลื่อน|ช้า|เปลี่ยน|ลง|ถึง)|(?:飛行機|便|フライト|到着).{0,12}(?:遅れ|遅延|変更|変わ|早ま)|航班.{0,8}(?:延误|延誤|改|晚)/i
export const saysRather = (said: string): boolean => RATHER.test(said)
const ANEW = /จอง(?!ไว้)|สั่ง|อีก(?:ที่|รอบ|โต๊ะ)|(?<![a-z])(?:book|reserve|order|another)(?![a-z])|もう一|予約/i
const CHANGING = ['date', 'time', 'party_size', 'duration_nights', 'amount'] as const
/** Where it goes is changed only where they say that it is: a place that is merely named may be where they wait. */
const PLACES = ['destination', 'venue'] as const

/**
 * 'Actually Monday, same time', 'เหลือคนเดียวแล้ว', said of the request that went out a moment ago: staff hear what is to be changed of it, and nobody asks
 * which booking that is, or takes it for a new one.
 */
export async function changesBooking(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  const { bookingId } = turn.state.about ?? {}
  const { said } = turn
  if (!bookingId || said.length > LONGEST || it.severity === 'critical' || ANEW.test(said)) return undefined
  const joining = readJoining(said)
  if (!joining && !RATHER.test(said) && !CORRECTS.test(said) && !OWN_DELAY.test(said)) return undefined
  // 'is it a tee time for two instead of four?' asks what was booked; 'Friday instead, same time?' for another day
  if (looksAsked(said) && !joining && !INSTEAD.test(said) && !asksToChange(said)) return undefined
  const booking = await bookingById(turn.ctx, bookingId)
  const lately = booking && turn.ctx.now.getTime() - booking.requestedAt.getTime() < JUST_SENT_MS
  if (!lately || booking.contactId !== turn.contactId || !isLive(booking.stage)) return undefined
  const kind = (await bookingInFull(turn.ctx, bookingId))?.kindKey
  const { party_size: people, ...others } = kind ? turn.slotsFor(said, kind) : {}
  // 'one more person' is not one
  const isCounted = people !== undefined && !(joining && joining.text.includes(people[0]?.text ?? ''))
  const read: Slots = isCounted ? { ...others, party_size: people } : others
  const known = booking.slots['party_size']
  const all = joining && typeof known === 'number' && !isCounted ? known + joining.by : undefined
  const told: Record<string, AnswerValue> = {
    ...countIn(said),
    ...plainSlots(read),
    ...(all !== undefined && all > 0 && { party_size: all }),
  }
  const isChanged = INSTEAD.test(said) || asksToChange(said)
  const changed = [...CHANGING, ...(isChanged ? PLACES : [])].flatMap((name): [string, AnswerValue][] => {
    const was = booking.slots[name]
    // 'Thursday is no good, Friday': what it was is named, too
    const value = read[name]?.find((one) => one.value !== was)?.value ?? told[name]
    // what was never counted is not counted now
    return value === undefined || value === was || (name === 'party_size' && was === undefined) ? [] : [[name, value]]
  })
  const type = (await activeCaseTypes(turn.ctx)).find((one) => one.concerns.includes('change'))
  if (changed.length === 0 || !type) return undefined
  return reportProblem(turn, {
    type: type.key,
    slots: { ...Object.fromEntries(changed), reference: booking.reference },
  })
}
