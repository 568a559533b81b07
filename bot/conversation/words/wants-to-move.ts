import { composed } from '../../../api/triage/slots/composed.ts'
/** Words about moving a booking that was made to another time, in people's own way of saying it. They are only ever answered by a question. */

const MOVES =
  /\b(?:resched\w*|postpone|push back|bring forward)\b|\b(?:move|shift)\b[^.?!]{0,24}\b(?:to|until|date|day|time|slot|forward|back)\b|\bchange\b[^.?!]{0,24}\b(?:date|day|time|slot|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next week)\b|\b(?:another|different|later|earlier) (?:day|date|time|slot)\b|เลื่อน|ย้าย(?:วัน|รอบ|เวลา|คิว|ไป)|เปลี่ยน(?:เป็น)?(?:วัน|เวลา|รอบ|คิว)|(?:日程|日にち|日時|日付|時間|予約).{0,10}(?:変更|ずら|移)|延期|リスケ|改期|改到|改成|(?:推迟|延后|提前)到?/i
/** Somebody else did it, it cannot be done, it is not meant, or it is asked about in general. */
const NOT_THEIRS =
  /\b(?:was|were|got|been|they|he|she|airline|flight|hotel|guide|driver|venue|course)\b[^.]{0,16}\b(?:moved|changed|resched\w*|postponed?)|\b(?:don't|do not|didn't|never|not|without|can't|cannot|who|why)\b[^.]{0,14}\b(?:move|change|resched|postpone)|(?:ถูก|โดน|ไม่ได้|ไม่ต้อง|ไม่อยาก|ไม่|อย่า|ทำไม|ใคร|สนาม|ร้าน|โรงแรม|คนขับ|ไกด์|ไฟล[ทต]์|เที่ยวบิน|ค่า)\s?(?:ขอ)?เลื่อน|เลื่อน(?:ไม่ได้|ไปแล้ว|แล้ว|ล่วงหน้า|กี่|ออก)|(?:変更|延期)(?:され|でき(?:ない|ません)|料)|被(?:改|推)|どう|いくら/i
const HOW =
  /\bhow (?:much|many|long|late|do)\b|\bwhat (?:happens|if)\b|\b(?:fee|policy|charge)\b|กี่(?:วัน|ชั่วโมง|ครั้ง)|เท่าไร|เท่าไหร่|เสีย(?:ค่า|เงิน)|何日前|多少/i

const MOST_CHARACTERS = 200

/** 'Can we move it to Wednesday?', 'ขอเลื่อนเป็นวันเสาร์ค่ะ', '予約の日時を変更したいです'; not 'they moved it', nor 'what does it cost to move?'. */
export function wantsToMove(said: string): boolean {
  const words = composed(said).trim().replaceAll('’', "'")
  return words.length <= MOST_CHARACTERS && MOVES.test(words) && !NOT_THEIRS.test(words) && !HOW.test(words)
}
