const WISHES =
  /ขอ(?!โทษ|บคุณ|บใจ|งที่|เงินคืน|คืนเงิน)|ช่วย|รบกวน|อยาก|ยกเลิก|เลื่อน|เปลี่ยน|(?:เพิ่ม|ลด)เป็น|เหลือ\s?\S{1,4}คน|เหลือคนเดียว|ละกัน|ได้(?:ไหม|มั้ย|มั๊ย|ป่าว|หรือเปล่า|รึเปล่า)|\b(?:can|could|may) (?:you|we|i)\b|\bplease\b|\b(?:i|we)(?:'d| would) like\b|\b(?:want|need) to\b|\bcancel\b|\bmake it\b|\binstead\b|^actually\b|ください|お願い|たい(?:です|の|んです)|変更|キャンセル|取消|改成/i
const WENT_WRONG =
  /ไม่(?!ไป|ว่าง|สะดวก|เอา|มา(?:แล้ว)?$)|เสีย(?!ง|ว|ดาย|บ)|เสียง(?:ดัง|รบกวน|แปลก)|พัง|หาย|ผิด|ค้าง|ช้า|แย่|บิ่น|แตก|โดน|ซ้ำ|เกิน|(?:ยอด|มัน)ลด|ลดลง(?!เหลือ\s*\d+\s*(?:คน|ท่าน))|ร่วง|ดรอป|หมดอายุ|ลืม|โกง|ห่วย|ทำไม|\b(?:not|no|never|wrong|broken|late|missing|rude|dirty|charged|problem|issue|still|stuck|drop(?:ped|ping)?|fail(?:ed|s)?|disappoint\w*|terrible|bad)\b|n't\b|届か|来な|違|壊|ません|ない|遅|おかし|ひど|没|错|錯/i

/** As it is said, without the Japanese words of courtesy that are a no by their letters alone. */
const plainly = (said: string): string =>
  said
    .normalize('NFKC')
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
