import { plain } from '../../../api/triage/slots/plain.ts'
import { isLeftOpen } from './left-open.ts'

/**
 * 'No budget in mind', 他に希望は特にありません, ไม่มีงบตายตัว: of one thing there is none. Said over a finished request it is neither a yes nor a no to it,
 * however much the rest of its words sound like the end of the matter.
 */
export function saysNoneOf(said: string): boolean {
  const words = plain(said).trim()
  if (words.length > LONGEST || NOTHING_AT_ALL.test(words)) return false
  return (
    [ENGLISH, NOTHING_SPECIAL, THAI, THAI_TURNED, JAPANESE, CHINESE].some((it) => it.test(words)) || isLeftOpen(words)
  )
}
const LONGEST = 90

/** 'No problem', 変更はありません, ไม่มีอะไรแก้: of what would stand in the way there is none, and that is a yes. */
const OBJECTIONS_EN =
  'problems?|probs?|worries|issues?|complaints?|objections?|questions?|changes?|corrections?|mistakes?|errors?|edits?|doubts?|need|further|reservations?'
const ENGLISH = new RegExp(
  `\\b(?:no|without(?: a| any)?|(?:do|does|did)(?:n't| not)(?: really)? (?:have|need|want|use|set)(?: (?:a|any))?|(?:have|has)(?:n't| not)(?: really)?(?: (?:got|set))?(?: (?:a|any))?|(?:is|are)(?:n't| not) any)(?: (?:fixed|set|specific|particular|special|other|further|more|real|exact|dietary|food|promo|discount|extra|additional))*(?: (?!(?:${OBJECTIONS_EN}|no|that|it|this|not|thanks?|thank|one|i|we|you|u|the|more|other|else|way|wrong|please|just|go|send|book|ok(?:ay)?|all|everything|looks?|sounds?|need|want|have|got|mind|know|think)\\b)[a-z-]{3,})`,
  'i',
)
/** Of what they might have wished for. */
const NOTHING_SPECIAL =
  /(?<![a-z])nothing (?:too |very )?(?:special|specific|particular|in particular|fancy|unusual|extra)(?![a-z])|ไม่(?:ได้)?มีอะไร(?:เป็น)?พิเศษ|特別なことは(?:何も)?(?:ありません|ないです)/
const THAI =
  /ไม่(?:ได้)?(?:มี|แพ้|ใช้|ต้องการ|ตั้ง|กำหนด|จำกัด|ซีเรียส|รีบ|ติด)(?!แล้ว|ปัญหา|อะไร|ข้อสงสัย|คำถาม|ต้อง|แก้|เปลี่ยน|ผิด|ข้อผิด|เพิ่ม|ที่|ค่ะ|คะ|ครับ|คับ|ค้าบ|นะ|จ้า|จ้ะ|เลย|หรอก|อีก)[ก-๙]{2,}|ไม่(?:ได้)?(?:แพ้|ต้องการ|ขอ|อยากได้)อะไร|ไม่รีบ/
const THAI_TURNED = /(?:งบ|คูปอง|โค้ด|ส่วนลด|อาหาร|ของแพ้|คำขอ|รีเควส)[ก-๙]{0,12}(?:ก็|ยัง)?ไม่(?:ได้)?(?:มี|ใช้|ตั้ง|จำกัด|แพ้)/
const JAPANESE =
  /(?!(?:問題|間違い|まちがい|相違|違い|変更|修正|訂正|異論|異存|不備|不満|質問|誤り|以上|それ以上|それ以外|不明点|ご?指摘)[点等]?(?:は|も|が))(?<![\p{L}])[^\s、。,.!！はもが]{0,14}?(?<!問題|間違い|まちがい|相違|違い|変更|修正|訂正|異論|異存|不備|不満|質問|誤り|以上|以外|不明点|指摘|[他ほか]に|点)(?:は|も|が|とか(?:は)?|など(?:は)?)(?:、)?(?:特に|とくに|今のところ|現在|別に|特別|これ以上|[他ほか]に(?:は)?|もう|まだ|何も|誰も|一切)*(?:ありません|ございません|ないです|ない(?=$|[。.!！よね])|無い|なし|無し|いません|おりません|使いません|決めて(?:い)?ません|決まって(?:い)?ません|未定|いりません|要りません|不要です)/u
const CHINESE =
  /(?:没有|沒有|没|沒|不需要|无|無)(?!有|问题|問題|了|别的|其他|意见|變|变|错|錯)(?:特别|特別|其他)*(?:的)?[一-龠]{2,}/

/** Nothing at all, of nothing that is named: what that says depends on what was asked. */
const NOTHING_AT_ALL =
  /^(?:(?:はい|いえ|いいえ|えっと)[、,\s]*)?(?:(?:特に|とくに|他に|ほかに|他|ほか|これ以上|もう|以上)(?:は|も)?)*(?:何も)?(?:ない|なし|ありません|ございません)(?:です)?(?:よ|ね)?[。.!！]*$|^(?:ไม่|ก็)*ไม่มี(?:อะไร)?(?:แล้ว|เพิ่ม|เพิ่มเติม|อีก)*(?:ค่ะ|คะ|ครับ|คับ|จ้า|นะ|\s)*$|^(?:没有?|沒有?)(?:了|别的了?)?[。.!！]*$/
