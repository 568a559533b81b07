import type { Language } from '../../api/tenants/schema.ts'

/** 'Can I pay there, on the day?', จ่ายหน้างานได้ไหม, 当日現地で支払えますか: asks where and when, and not in how many parts. */
const ASKS =
  /\bpay(?:ment|ing)?\b[^\n]{0,40}\b(?:there|on (?:the|that) (?:day|spot)|on (?:arrival|site)|on the day of|in person|at the (?:school|venue|counter|door|desk|shop|studio|campus|hotel|meeting point|class)|when (?:i|we) (?:arrive|get there|come|turn up|check in)|(?:that|same) day)\b|(?:จ่าย|ชำระ|โอน)[^\n]{0,20}(?:หน้างาน|ที่(?:นั่น|โน่น|โน้น|โรงเรียน|ร้าน|สนาม|สาขา|เคาน์เตอร์|สตูดิโอ)|หน้าร้าน|หน้าคลาส|วัน(?:เรียน|จริง|เดินทาง|นั้น|ไป|ที่(?:ไป|เรียน|เดินทาง))|ตอน(?:ไป)?ถึง|ตอนไป|ปลายทาง)|(?:現地|当日|会場|窓口|店頭|その場|教室|そちら)[^\n]{0,10}(?:払|精算|支払|決済|カード|現金)|(?:払|精算|支払|決済)[^\n]{0,10}(?:現地|当日|会場|窓口|その場)|(?:到(?:店|场|場|那|了)|现场|現場|当天|當天)[^\n]{0,6}(?:付|支付|给钱)/i

export const asksToPayThere = (said: string): boolean => said.length <= LONGEST && ASKS.test(said.replaceAll('’', "'"))
const LONGEST = 200

/** An article that says when or where one pays is an answer to it; one that tells of parts and percents alone is none. */
export const tellsWhenToPay = (words: string): boolean => TELLS.test(words)
const TELLS =
  /\b(?:before (?:departure|the (?:trip|class|course|tour|day)|you travel)|balance (?:is )?(?:due|[a-z]* ?\d)|on the day|on (?:site|arrival)|in advance|at the (?:counter|school|venue|desk|front|club)|at our|in person|cash)\b|ก่อน(?:เดินทาง|เรียน|วัน|เข้า|เริ่ม)|ส่วนที่เหลือ|หน้างาน|เคาน์เตอร์|วันเรียน|วันเดินทาง|เงินสด|ล่วงหน้า|出発(?:の)?\s?\d|出発日|開始前|残金|当日|現地|窓口|現金|前払い|事前/i

/** What an article on paying is asked by, where their own words find none. */
export const howOnePays: Record<Language, string> = {
  th: 'ชำระเงินยังไง จ่ายเงินเมื่อไหร่',
  en: 'How do I pay, and when is the payment due?',
  ja: '支払い方法は何ですか、いつ支払いますか',
}
