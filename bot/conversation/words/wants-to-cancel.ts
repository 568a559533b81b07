import { composed } from '../../../api/triage/slots/composed.ts'
/** Words about giving up a booking that was made, in people's own way of saying it. They are only ever answered by a question. */

const plainly = (said: string): string => composed(said).trim().replaceAll('’', "'").toLowerCase()

const SAYS_CANCEL = /\b(?:cancel|call off)(?:l?ing)?\b|ยกเลิก|แคนเซิ?ล|キャンセル|取り?消|取りやめ|取消|退订|退訂/
/** Somebody else did it, it cannot be done, it is not meant, or it is asked about in general. */
const NOT_THEIRS =
  /\bcancel(?:l?ed|lation (?:fee|policy|charge|rule|term))|\b(?:fee|policy|charge|cost|penalty)\b[^.]{0,20}\bcancel|\b(?:don't|do not|didn't|did not|never|not|without|can't|cannot|unable to|won't let me|who|why)\b[^.]{0,14}\bcancel|(?:ถูก|โดน|ไม่ได้|ไม่ต้อง|ไม่อยาก|ไม่|อย่า|อย่าเพิ่ง|ทำไม|ใคร|สนาม|ร้าน|โรงแรม|สปา|คนขับ|ไฟลท์|ไฟล์ท|เที่ยวบิน|ค่า|นโยบาย|เงื่อนไข|กติกา|เพื่อน|ลูกค้า|แอดมิน|ปุ่ม)\s?(?:บิน)?(?:ขอ)?ยกเลิก|ยกเลิก(?:ไม่ได้|ไปแล้ว|แล้ว(?:ยัง|ทำไม|เงิน|แต่|ไม่)|ออเดอร์|ข้อความ|สมาชิก|ล่วงหน้า|เที่ยวบิน|สัญญา|การแจ้งเตือน)|キャンセル(?:され|でき(?:ない|ません|なく)|料|ポリシー|規定|待ち|しない|しません|した(?:の|が|けど|はず)|ではな)|取り?消(?:され|せな|しな)|被取消|不(?:要|想|能)?取消|没有?取消|取消(?:费|費|政策|不了)/
const HOW_MUCH =
  /取消[^。]{0,8}(?:多久|几天|幾天|多少|吗|嗎|费|費)|(?:กี่(?:วัน|ชั่วโมง|ชม)|เท่าไร|เท่าไหร่|เสีย(?:ค่า|เงิน)|คืนเงิน|ได้เงินคืน|\bhow (?:much|many|long|late|do)\b|\bwhat (?:happens|if)\b|\brefund|ถึงเมื่อ|ก่อนกี่|ภายในกี่|\buntil when\b|\bby when\b|いくら|いつまで|何日前|返金|多少钱|退款)/
const CHANGES_IT =
  /เลื่อน|เปลี่ยน(?!ใจ)|\b(?:resched|postpone|move|change (?!of)|instead|rather)|変更|延期|ずら|改(?:期|到|成)/
/** What it is about, or that it is a wish: one of them must be there, where more is said than the word itself. */
const A_BOOKING =
  /\b(?:booking|reservation|tee ?time|table|trip|tour|class|course|seat|spa|massage|transfer|ride|driver|car|golf|round|outing|workshop|visit|dinner|lunch|it|that|this|one|both|all|can'?t (?:make|come|go)|not (?:coming|going)|won'?t be able)\b|ไม่(?:ได้)?(?:ไป|มา|เอา|ว่าง|สะดวก|เรียน)(?:แล้ว|ละ)?|ติด(?:ธุระ|งาน)|行けなく|การจอง|ที่จอง|จอง|คิว|ทีไทม์|โต๊ะ|ทริป|ทัวร์|คลาส|คอร์ส|ที่นั่ง|สปา|นวด|รถ|ก๊วน|ออกรอบ|รอบ|วัน|นัด|予約|ツアー|レッスン|コース|席|送迎|スタート|スパ|マッサージ|ゴルフ|お店|レストラン|(?:さっき|先ほど|今)(?:の|お願い)|预订|預訂|预约|預約|行程|订单/
const A_WISH =
  /\b(?:please|pls|(?:had|'d) better|i(?:'d| would) like|want|need|have to|must|can (?:i|we|you)|could (?:i|we|you)|may (?:i|we)|let'?s|help (?:me|us)|how (?:can|do|to))\b|^(?:ok |okay |hi |hello |sorry[, ]*)*cancel|ขอ|อยาก|ต้องการ|ช่วย|รบกวน|จะ(?!ได้)|^ยกเลิก|ได้ไหม|ได้มั้ย|หน่อย|นะ|ครับ|ค่ะ|คะ|したい|して(?:ください|ほしい|もらえ|いただ)|お願い|させて|します|希望|できますか|でき?ますでしょうか|たいです|请|想|要|帮|幫|可以/
/** A reference in full: letters, then a number. */
const NAMED = /(?<![a-z0-9])[a-z]{1,4}(?:-[a-z])?-?\d[\d-]{2,14}(?![a-z0-9])/i

const MOST_CHARACTERS = 200

/** 'I want to cancel my booking', 'ขอยกเลิกทีไทม์วันอังคารค่ะ', '予約をキャンセルしたいです'; not 'they cancelled it', nor 'what does it cost to cancel?'. */
export function wantsToCancel(said: string): boolean {
  const words = plainly(said)
  if (words.length > MOST_CHARACTERS || !SAYS_CANCEL.test(words) || NOT_THEIRS.test(words) || CHANGES_IT.test(words))
    return false
  if (NAMED.test(words)) return true
  return !HOW_MUCH.test(words) && A_WISH.test(words) && (A_BOOKING.test(words) || words.length <= 24)
}

const BARE =
  /^(?:(?:hi|hello|ok(?:ay)?|sorry|please|สวัสดี(?:ค่ะ|ครับ)?|โอเค|すみません|你好)[\s,、，.!]*)*(?:(?:i(?:'d| would) like to|i want to|i need to|can i|could i|may i|let me|(?:can|could) you)? ?(?:please )?(?:cancel|call (?:it|this|that|everything) off)(?: (?:it|this|that|everything|all|now))?|(?:ผม|หนู|ฉัน|ดิฉัน|เรา|พี่)?\s?(?:จะ|ขอ|อยาก|ต้องการ|ช่วย|รบกวน)*\s?(?:ยกเลิก|แคนเซิ?ล)(?:ได้ไหม|ได้มั้ย|ให้|ที|ทั้งหมด)?|(?:キャンセル|取り?消し?)(?:を)?(?:し?たい(?:の?です(?:が|けど)?)?|して(?:ください|ほしい(?:です)?|もらえますか)?|(?:を)?お願い(?:し|いたし)?(?:ます)?|します|で|希望(?:です)?|できますか)?|(?:我|请|請|帮我|幫我)*(?:想|要|想要)?取消)(?:ค่ะ|คะ|ครับ|คับ|นะ|หน่อย|เลย|ด้วย|จ้า|please|pls|thanks|thank you|です|吧|了|一下|谢谢|可以吗|[\s.,!?。、！？~])*$/

/** The word and courtesy, and nothing that says what. */
export const saysOnlyCancel = (said: string): boolean => BARE.test(plainly(said))

/** To 'shall I cancel it?': the word itself is a yes. */
export const cancelsIt = (said: string): boolean => {
  const words = plainly(said)
  return words.length <= 40 && SAYS_CANCEL.test(words) && !NOT_THEIRS.test(words)
}

const ASKS_TERMS =
  /[?？]|\b(?:until when|free|terms|deadline|when (?:is|do|can|must))\b|締め?切り?|期限|期日|手数料|(?:いつ|何[日時])[^。]{0,8}(?:です|でしょう|ます)か|教えて|วันไหน|เมื่อไ|กี่โมง|ฟรี|สิทธิ์|(?:โดน|ถูก)(?:หัก|ปรับ|คิด)|ได้คืน|(?<!ได้)(?:ไหม|มั้ย|มั๊ย|หรือเปล่า|รึเปล่า)(?:คะ|ค่ะ|ครับ|คับ|\s)*$|ที่(?:ขอ)?ยกเลิก|(?:なら|ければ|場合)[、,]?キャンセル|ถึงเมื่อ|無料|いつまで/

/** 'I'd like to cancel, she is not well': of what is only being written down that is enough. */
export const callsItOff = (said: string): boolean => {
  const words = plainly(said)
  const isOther = NOT_THEIRS.test(words) || CHANGES_IT.test(words) || HOW_MUCH.test(words) || ASKS_TERMS.test(words)
  return words.length <= 80 && SAYS_CANCEL.test(words) && !isOther && !KEEPS.test(words)
}

/** …and this is a no. */
const KEEPS =
  /^(?:(?:no|actually|wait|sorry),? )*(?:please )?(?:keep (?:it|them|that|the booking)|leave it|don't(?: cancel)?(?: it)?|do not cancel(?: it)?|never ?mind|not? (?:that|this) one)|(?:ไม่|อย่า(?:เพิ่ง)?|ไม่ต้อง)\s?(?:ขอ)?ยกเลิก|เก็บไว้|เปลี่ยนใจ(?!.*ยกเลิก)|ไม่เป็นไร|ช่างมัน|เหมือนเดิม|そのまま|やっぱり(?:いい|やめ|行き)|キャンセルし(?:ない|ません)|不取消|算了|保留/

/** 'My wife says not to cancel yet. Please do nothing for the moment': nothing is wished for. */
export const leavesAsItIs = (said: string): boolean =>
  LEAVES.test(plainly(said)) && plainly(said).length <= MOST_CHARACTERS
const LEAVES =
  /\bnot to (?:cancel|change|move)\b|\bdo nothing (?:for|at) (?:the moment|now|present)\b|\bdon't (?:cancel|change|do) (?:it|that|anything)(?: (?:just )?yet| for now)\b|(?:อย่าเพิ่ง|ยังไม่ต้อง)(?:ยกเลิก|เลื่อน|เปลี่ยน|ทำอะไร)|まだ(?:キャンセル|変更)しないで|(?:とりあえず|今は|ひとまず)(?:この|その)まま(?:で|にして)|先不要(?:取消|改)/

export const keepsIt = (said: string): boolean => KEEPS.test(plainly(said))

const CANNOT_COME =
  /ไป(?:ไม่ได้|ไม่ไหว|ไม่ทัน)(?:แล้ว|ละ|ซะแล้ว)|ไม่ได้ไปแล้ว|\b(?:can(?:no|')t|won't be able to|not able to|unable to) (?:make it|come|go|attend|join)\b(?! (?:in|through|up|back)\b)|(?:行け|参加でき|伺え|行かれ)なく(?:な|て)|(?:用事|急用|来客|予定|仕事|出張|会議)(?:が|も)?(?:入|でき)(?:って|て)しま|都合が(?:つかな|悪くな)|ติด(?:ธุระ|ประชุม|งาน)(?:ด่วน)?(?:พอดี|ซะแล้ว|แล้ว|กะทันหัน)|\bsomething(?:'s| has) come up\b|去不了了?|来不了了?/
const WHEN_IT_IS =
  /(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์|พรุ่งนี้|มะรืน|วันที่|รอบ|คลาส|ทริป|ทัวร์|คอร์ส|ก๊วน|นัด|จอง)|\b(?:\w+day|tomorrow|tonight|next week|the \d{1,2}(?:st|nd|rd|th)|class|trip|tour|tee ?time|booking|table|round|session|course)\b|[月火水木金土日]曜|明日|予約|クラス|レッスン|ツアー|\d日/

/** 'ศุกร์หน้าไปไม่ได้แล้ว ติดบอร์ด', 'we can't make it on Friday': who has booked and cannot come. */
export const cannotCome = (said: string): boolean => {
  const words = plainly(said)
  const isOther = CHANGES_IT.test(words) || NAMED.test(words)
  return (
    words.length <= 80 && !isOther && CANNOT_COME.test(words) && WHEN_IT_IS.test(words) && !/[?？]|ไหม|มั้ย/.test(words)
  )
}
