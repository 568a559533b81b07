import { composed } from '../../../api/triage/slots/composed.ts'
const WISHES =
  /ขอ(?!โทษ|บคุณ|บใจ|งที่|เงินคืน|คืนเงิน)|ช่วย|รบกวน|อยาก|ยกเลิก|เลื่อน|เปลี่ยน|(?:เพิ่ม|ลด)เป็น|เหลือ\s?\S{1,4}คน|เหลือคนเดียว|ละกัน|ได้(?:ไหม|มั้ย|มั๊ย|ป่าว|หรือเปล่า|รึเปล่า)|\b(?:can|could|may) (?:you|we|i)\b|\bplease\b|\b(?:i|we)(?:'d| would) like\b|\b(?:want|need) to\b|\bcancel\b|\bmake it\b|\binstead\b|^actually\b|ください|お願い|たい(?:です|の|んです)|変更|キャンセル|取消|改成/i
const WENT_WRONG =
  /ไม่(?!ไป|ว่าง|สะดวก|เอา|มา(?:แล้ว)?$)|เสีย(?!ง|ว|ดาย|บ)|เสียง(?:ดัง|รบกวน|แปลก)|พัง|หาย|ผิด|ค้าง|ช้า|แย่|บิ่น|แตก|โดน|ซ้ำ|เกิน|(?:ยอด|มัน)ลด|ลดลง(?!เหลือ\s*\d+\s*(?:คน|ท่าน))|ร่วง|ดรอป|หมดอายุ|(?<!เกือบ|กลัว)ลืม(?!บอก|แจ้ง|นับ|เล่า|ถาม)|โกง|ห่วย|ทำไม|\b(?:not|no|never|wrong|broken|late|missing|rude|dirty|charged|problem|issue|still|stuck|drop(?:ped|ping)?|fail(?:ed|s)?|disappoint\w*|terrible|bad)\b|n't\b|届か|来な|違|壊|ません|ない|遅|おかし|ひど|没|错|錯/i

/** As it is said, without the Japanese words of courtesy that are a no by their letters alone. */
const plainly = (said: string): string =>
  composed(said)
    .trim()
    .replaceAll('’', "'")
    .replace(/す[みい]ません(?:でした)?|申し訳(?:ない|(?:あり|ござい)ません)|かまいません/g, '')

/** Something is wanted, and nothing has gone wrong: nobody need say sorry. */
export function isWishOnly(said: string): boolean {
  const words = plainly(said)
  return WISHES.test(words) && !WENT_WRONG.test(words)
}

export const wentWrong = (said: string): boolean => WENT_WRONG.test(plainly(said))

const OUR_FAULT =
  /เสีย(?!ดาย|เวลา|ค่า|สิทธิ์|เงิน)|พัง|แย่|บิ่น|แตก|โกง|ห่วย|ทำไม|ช้า|นาน|ค้าง|หยุด|\b(?:broken|late|rude|dirty|charged|problems?|issues?|still|stuck|slow|drop(?:ped|ping)?|fail(?:ed|s)?|disappoint\w*|terrible|bad|scam|never|your (?:fault|mistake|error))\b|壊|ひど|遅|止まっ|おかし|太慢|坏/i

/** Of who wants something else than they asked for: it is because of what we did, and not for a reason of their own. */
export const saysOurFault = (said: string): boolean => OUR_FAULT.test(plainly(said))

/** A no alone is none: 'no hostels', 'not spicy', 'ไม่เผ็ด' go with a wish. */
const TROUBLE =
  /รถ(?:อยู่ไหน|หายไปไหน|ไปไหน)|(?:คนขับ|ไกด์)[ก-๙]{0,12}(?:ตัดสาย|ตัดทิ้ง|ไม่รับ)|ยังไม่(?:มา|เข้า|ได้รับ|ถึง|เดิน|ขึ้น|เริ่ม|คืน|ส่ง|เห็น|เสร็จ)|(?:เข้า|ใช้|เปิด|กด|ล็อกอิน|จ่าย|โอน|สั่ง|จอง|ดู|โหลด|ติดต่อ|เติม)[ก-๙a-z ]{0,12}ไม่(?:ได้|ขึ้น|ติด|ผ่าน)|ไม่(?:เห็น|ยอม|ได้รับ|ทำงาน|ครบ|ตรง|เดิน|เข้า|ขึ้น(?!เครื่อง|รถ|เขา)|มีใคร|มีคน|พอใจ|สุภาพ|ให้(?:เข้า|ขึ้น))|(?:คน|รถ|ไกด์|ใคร|เงิน|ของ|เครดิต)[ก-๙]{0,14}ไม่(?:มา|ถึง|เข้า)|เสีย(?!ง|ว|ดาย|บ|ภาษี|เท่า|ค่า|กี่)|พัง|หาย(?!ใจ)|ผิด|ค้าง|ช้า(?!ง|ๆ)|แย่|บิ่น|แตก(?!ต่าง)|โดน|ซ้ำ|ร่วง|ดรอป|หมดอายุ|(?<!เกือบ|กลัว)ลืม(?!บอก|แจ้ง|นับ|เล่า|ถาม)|โกง|ห่วย|ทำไม|ป่วย|เจ็บ|ไข้|อ้วก|อาเจียน|ท้องเสีย|อุบัติเหตุ|เมา(?:เหล้า|มา|แล้ว)?|อันตราย|น่ากลัว|ล้ม|เลือด|ขโมย|ร้องเรียน|แจ้งความ|คืนเงิน|เงินคืน|จ่าย(?:ไป)?แล้ว|โอน(?:ไป)?แล้ว|\b(?:wrong|broken|late|missing|missed|lost|stolen|rude|dirty|filthy|(?:over)?charged|problems?|issues?|stuck|stranded|waiting (?:for|at|in|since|an?|\d)|delayed|cancell?ed|drop(?:ped|ping)|fail(?:ed|s)?|disappoint\w*|terrible|awful|bad|error|bug|crash\w*|50[0-4]|404|sick|ill|injured|hurt|fever|vomit\w*|throwing up|accident|hospital|police|bump(?:e?d)|drunk|drinking|waited|(?:over|for|almost|nearly) an hour|unsafe|danger\w*|scared|attack\w*|threat\w*|fell|fallen|bleed\w*|blood|hacked|scam\w*|complain\w*|refund\w*|paid|never (?:came|arrived|got|received|started|showed|turned)|no ?(?:one|body|driver|guide|sign of|show)|not (?:here|there|come|arrived?|working|received?|credited|right|what|as (?:booked|described|promised))|put us (?:in|on)|forgot(?:ten)?|left (?:my|our|his|her))\b|(?:is|are|was|were|do|does|did|has|have|ca|wo|could)n['’]?t (?:here|there|come|came|coming|arriv\w*|show\w*|turn\w*|work\w*|received?|get|got|gotten|start\w*|open|find|answer\w*|pick\w*|credited|let|available anymore)|届か|届いて(?:い)?(?:ない|ません)|来な|来て(?:い)?(?:ない|ません)|来ません|まだ|違[いう]|壊|遅(?:れ|い|く|すぎ)|紛失|忘れ|失くし|なくし|盗|返金|ひど|最悪|おかし|でき(?:ない|ません)(?!か)|反映されて?(?:い)?(?:ない|ません)|熱が|吐|怪我|けが|事故|酔っ|危な|怖|倒れ|血が|請求|没(?:来|到|收到|有人)|错|錯|坏|丢|偷|退款|生病|发烧/i

/** Something went wrong, in words that are not part of any wish. */
export const tellsTrouble = (said: string): boolean => TROUBLE.test(plainly(said))

const LIKING =
  /\b(?:can'?t|cannot|can not) (?:abide|stand|bear|stomach)\b|\b(?:would|i'd|we'd|he'd|she'd|they'd) (?:rather|sooner|prefer)\b|\b(?:prefers?|dislikes?|hates?|loves?|not (?:very |too |so |a )?(?:keen|fond|fan|mad|big))\b|\bdon'?t (?:fancy|like|enjoy)\b|ไม่(?:ค่อย)?(?:ชอบ|ถนัด|ถูกโรค|ปลื้ม)|กลัว(?:ความสูง|น้ำ|เครื่องบิน|เรือ|ที่แคบ)|ชอบ|ขอเป็น|อยาก(?:ได้|นั่ง|ไป)|苦手|嫌い|嫌が|好き|(?:ほう|方)が(?:いい|良い|よい|ありがたい|助かり)/i

/** 'She can't abide small aeroplanes, we'd sooner go by train': what somebody likes and what not. */
export const saysLiking = (said: string): boolean => LIKING.test(plainly(said))
