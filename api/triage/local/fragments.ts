import { readSkip } from '../slots/yes-no.ts'

/** Who, where, when and how many: words that say nothing of trouble and ask for nobody. */
const ENGLISH =
  "me|my|i|i'?m|we|us|our|and|with|the|a|an|just|only|of|for|to|in|at|on|plus|both|wife|husband|kids?|child(?:ren)?|sons?|daughters?|mother|mom|mum|father|dad|parents|family|friends?|girlfriend|boyfriend|fiancée?|partner|sisters?|brothers?|baby|adults?|people|guys|couple|group|one|two|three|four|five|six|seven|eight|nine|ten|beach(?:es)?|sea|seaside|mountains?|islands?|hotels?|resorts?|villa|rooms?|pool|golf|spa|massage|tours?|trips?|city|temples?|market|morning|noon|afternoon|evening|night|today|tomorrow|tonight|weekend|week|month|next|this|baht|thb|usd|dollars?|yen"
const THAI =
  'ฉัน|ผม|หนู|เรา|ดิฉัน|กับ|และ|แฟน|สามี|ภรรยา|เมีย|ลูก(?:สาว|ชาย)?|คุณ?แม่|แม่|คุณ?พ่อ|พ่อ|ครอบครัว|เพื่อน|พี่|น้อง|ผู้ใหญ่|เด็ก|คน|ท่าน|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|บาท|ทะเล|ชายหาด|หาด|ภูเขา|เกาะ|โรงแรม|รีสอร์ต|รีสอร์ท|วิลล่า|ห้อง|กอล์ฟ|สปา|ทัวร์|ทริป|เช้า|เที่ยง|บ่าย|เย็น|ค่ำ|คืน|วัน|พรุ่งนี้|มะรืน|เสาร์|อาทิตย์|สัปดาห์|เดือน|หน้า|นี้|ช่วง|ตอน|ค่ะ|คะ|ครับ|คับ|นะ|จ้า|ๆ'
const JAPANESE =
  '私たち|私|僕|俺|妻|夫|主人|家内|子供|子ども|家族|友達|友人|友だち|彼女|彼氏|母|父|両親|息子|娘|大人|[一二三四五六七八九十]|人|名|様|と|の|で|に|海|ビーチ|山|島|ホテル|リゾート|部屋|プール|ゴルフ|スパ|ツアー|旅行|朝|昼|午前|午後|夕方|夜|今日|明日|明後日|今週|来週|来月|週末|円|ドル|です|ます'
const BITS = new RegExp(`^(?:\\b(?:${ENGLISH})\\b|${THAI}|${JAPANESE}|[\\d\\s,.!?&+()、。]+)+$`, 'i')
const BARE_YES_OR_NO =
  /^(?:yes|no|yep|nope|ok(?:ay)?|sure|maybe|ได้|ไม่|ใช่|โอเค|はい|いいえ)(?:ค่ะ|คะ|ครับ|คับ|です)?[\s.!]*$/i
const MOST_CHARACTERS = 40

/** 'me and my wife', 'the beach', '500': half a sentence that some question may have asked for, and no matter of its own. */
export const isFragment = (text: string): boolean => {
  const said = text.trim()
  return said.length <= MOST_CHARACTERS && (BITS.test(said) || BARE_YES_OR_NO.test(said) || readSkip(said))
}
