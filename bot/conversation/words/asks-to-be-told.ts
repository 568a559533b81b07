const ASKS =
  /^(?:(?:hi|hello|hey|ok(?:ay)?|and|also|please|pls|can you|could you|can u)[\s,.!]+)*(?:tell (?:me|us) (?:(?:a (?:bit|little)|some|something|more) )*about|explain|i(?:'d| would)? (?:want|like|need) to know (?:more )?about|(?:info(?:rmation)?|details?) (?:about|on|of))(?![a-z])|^(?:สวัสดี(?:ค่ะ|ครับ)?\s?)?(?:ขอ|อยาก(?:ได้|ทราบ|รู้)|สอบถาม|รบกวนขอ)(?:ทราบ|สอบถาม)?(?:ข้อมูล|รายละเอียด|เรื่อง|เกี่ยวกับ|นโยบาย|เงื่อนไข)|(?:について|に関して)(?:の?(?:詳細|詳しく|情報|規定|ルール)を?|、)?(?:教え|知り|聞き|伺い|うかがい|お聞き)/i
const LONGEST = 90

/** 'Tell me about your refund policy', キャンセルについて教えてください: how it is here, and nothing of a matter of their own. */
export const asksToBeTold = (said: string): boolean => {
  const words = said.trim().replaceAll('’', "'")
  return words.length <= LONGEST && ASKS.test(words) && !isOfTheirOwn(words)
}

const OF_THEIR_OWN =
  /\b(?:my|our) (?:\w+ )?(?:booking|reservation|order|trip|tour|class|course|case|request|ticket|refund|payment|account|money|flight|credits?)s?\b|\bmine\b|\d{6}|ของ(?:ฉัน|ผม|หนู|เรา|พี่|ดิฉัน)|ที่(?:จอง|สั่ง|โอน|แจ้ง)|การจอง|ออเดอร์|เคส|(?:私|僕|うち)の|(?:予約|注文)(?:した|内容|の(?:件|状況|内容))|我(?:们)?的|訂單|订单/i

/** 'My order', ที่จองไว้, 予約した内容: what no article and no catalogue tells of. */
export const isOfTheirOwn = (said: string): boolean => OF_THEIR_OWN.test(said)
