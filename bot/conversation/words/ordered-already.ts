import { composed } from '../../../api/triage/slots/composed.ts'
/** Words of who has ordered, paid or booked already, and waits for it: they wish for nothing new, however much they name. */

const ORDERED =
  /(?:ที่(?:ได้)?|เพิ่ง)(?:สั่ง|ซื้อ|จอง|เติม|โอน|จ่าย)(?!ได้|ไหม)|(?:สั่ง|ซื้อ|จอง|เติม|โอน|จ่าย)(?:ไป|ไว้|มา)(?:แล้ว|ตั้งแต่|เมื่อ|ตอน)|\b(?:i|we)(?:'ve| have)? (?:already )?(?:ordered|bought|paid for|booked|placed)\b|\bmy (?:order|booking|top[ -]?up)\b|\bordered\b.{0,30}\b(?:ago|yesterday|this morning|last|on \w+day)\b|(?:頼ん|注文し|購入し|申し込ん|予約し|チャージし)(?:だ|た|てい?た|でい?た)|(?:下了?单|下單|买了|買了|订了|訂了)/i
const WAITS =
  /ถึงไหน|คืบหน้า|ยังไม่|ไม่(?:เดิน|เริ่ม|มา|เข้า|ขึ้น)|(?:ได้|เดิน|เริ่ม|เสร็จ|มา|ถึง)(?:หรือ)?ยัง|เมื่อไหร่(?:จะ)?(?:ได้|เสร็จ|มา)|เงียบ|\b(?:still|nothing|not|never|yet|how far|any (?:news|progress|update)|where(?:'s| is| are))\b|n't\b|\b(?:at|only|stuck (?:at|on)) (?:0|zero)\b|まま|まだ|始ま(?:り|ら)|届(?:き|か|い)|反映|(?:たって|経って)も|どうなって|还没|還沒|没(?:到|开始|动)/i

/** 'The views I ordered this morning, how far are they?', 頼んだのですが、0のままです. */
export const waitsForOrdered = (said: string): boolean => {
  const words = composed(said).replaceAll('’', "'")
  return ORDERED.test(words) && WAITS.test(words)
}
