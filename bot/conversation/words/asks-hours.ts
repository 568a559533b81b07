import { plain } from '../../../api/triage/slots/plain.ts'

/** The business itself, and nothing it sells: 'what time does the class open?' asks of something else. */
const WE_EN =
  "(?:you(?: guys| all)?|u|y[’']?all|(?:the|your) (?:shop|store|office|clinic|studio|place|salon|school|cent(?:er|re)|desk|front desk|reception|counter|restaurant|cafe|gym|space|branch|team|company|showroom|garage|workshop))"
const WE_TH = '(?:ทาง)?(?:ร้าน|คลินิก|ออฟฟิศ|สำนักงาน|สตูดิโอ|ศูนย์|ที่ร้าน|ที่นี่|ที่นั่น|สาขา|บริษัท|โรงเรียน|แอดมิน|ทีมงาน)?'
const OPEN_TH = '(?:เปิด|ปิด|หยุด)(?:ร้าน|บริการ|ทำการ|ทำงาน|ให้บริการ)?'
const OPEN_JA =
  '(?:開い|(?<=(?:お店|店)(?:は|が|って)?)空い|やっ|営業し|オープンし|開店し)て(?:い)?(?:ます|ません|る|ない)'

const HOURS = [
  `(?:what|which|wat)(?:[’']?s| is| are)? (?:the |your )?(?:opening|business|working|office|store|shop|operating|closing) (?:hours?|times?|days?)|(?:opening|business|working|office|store|operating) hours|hours of operation|(?:what(?:[’']?s| are)) your hours`,
  `(?:what|which) (?:time|days?|hours?)(?: (?:do|are|r|does|is))? ${WE_EN} (?:open(?:ing)?|clos(?:e|ed|ing))(?: and (?:clos(?:e|ing)|open(?:ing)?))?`,
  `(?:when|until when|till when|how (?:late|early|long))(?: (?:do|are|r|does|is))? ${WE_EN} (?:open|clos(?:e|ed|es)|work)(?: (?:until|till|from))?`,
  `(?:are|r|is|will|do|does)(?: be)? ${WE_EN} (?:be )?(?:still )?(?:already )?(?:open|closed|close)`,
  `(?:do|does) ${WE_EN} work(?= (?:on|over|at)(?![a-z]))`,
  `${WE_EN} (?:still )?open(?= ?(?:now|today|tomorrow|,|$|\\?))`,
  `^(?:still )?open (?:now|today|tonight|, )`,
  `เวลา(?:ทำการ|เปิด(?:\\s?[-–/]?\\s?ปิด)?(?:ร้าน|ทำการ)?|ให้บริการ|ร้านเปิด)|วัน(?:หยุด|ทำการ)(?:ร้าน)?(?=วันไหน|มี|คือ|อะไร)`,
  `${WE_TH}${OPEN_TH}\\s?(?:[,\\s]*)(?:(?:ถึง|ตั้งแต่|ตอน)?(?:กี่โมง|กี่ทุ่ม|เมื่อไหร่|เมื่อไร|ตอนไหน|วันไหน|วันอะไร)(?:ถึง(?:กี่โมง|กี่ทุ่ม|เมื่อไหร่|เมื่อไร|ตอนไหน|วันไหน))?(?:บ้าง)?)`,
  `${WE_TH}(?:ยัง)?${OPEN_TH}(?:อยู่|ทุกวัน)?[,\\s]*(?:อยู่)?(?=(?:ไหม|มั้ย|มั๊ย|ไม๊|หรือเปล่า|รึเปล่า|ป่าว|เปล่า|ปะ|ป่ะ|หรือยัง|รึยัง|ยัง|หรอ|เหรอ|หรือไม่))`,
  '(?:お店|店|そちら)(?:は|って)何時(?:から|まで)(?:です|でしょう)か|営業(?:時間|日|している時間)|定(?:休日?| ?,)|(?:お)?休みは?(?:いつ|何曜日|あり)',
  `(?:何時|いつ)(?:から|まで|に)?[、\\s]*(?:何時まで)?(?:${OPEN_JA}|(?:お店|店|そちら)?(?:は|が)?(?:開き|閉まり|開店|閉店|オープン|営業|やり|終わり)(?:です|ます|ますか)?)`,
  `(?:${OPEN_JA})(?=か|の|$|\\?)|(?:営業|お休み|休み|開店|オープン)(?:です|でしょう)か`,
  '(?:几点|幾點|什么时候|什麼時候)(?:开(?:门|始营业)?|開(?:門)?|关(?:门)?|關(?:門)?|营业|營業|打烊|下班|上班)|(?:营业|營業|开放|開放)(?:时间|時間)|(?:开|開)(?:门|門)?(?=吗|嗎|不开)|营业(?=吗)|營業(?=嗎)|休息(?=吗|嗎)',
]
const ASKS = new RegExp(HOURS.join('|'), 'g')
/** What is left to say once hours were spoken of: 'and on Saturday, until when?' */
const ASKS_ON =
  /until (?:when|what time)|till (?:when|what time)|from (?:when|what time)|(?:what|how) about|what time|ถึงกี่โมง|กี่โมง|ปิดกี่โมง|何時(?:まで|から)|どうですか|几点/g

const AROUND =
  /(?<![a-z])(?:s|hi|hello|hey|ok|okay|oh|so|and|or|but|then|also|please|pls|thanks|thank you|tell me|let me know|do|does|are|is|be|will|can|could|may|i|we|come|visit|drop|walk|by|in|over|on|at|for|from|to|till|until|of|the|a|an|this|that|these|next|your|you|u|it|there|here|open|close|closed|hours?|time|times|day|days|every|all|any|even|still|now|right now|today|tomorrow|tonight|mornings?|afternoons?|evenings?|nights?|noon|midday|late|early|week|weekends?|weekdays?|public|holidays?|also|too|usually|normally|please|khun|ka|krub|krap|what|when|which|wanted|want|know|ask|just|may|would|like|quick question|question)(?![a-z])|สวัสดี|หวัดดี|(?:ตอน)?(?:เช้า|สาย|เที่ยง|บ่าย|เย็น|ค่ำ|ดึก|กลางคืน|กลางวัน)(?:\s?ๆ)?|ขอ(?:สอบ)?ถาม|สอบถาม|อยากทราบ|อยากรู้|ทราบ|ถาม|รบกวน|แล้ว|ถ้า|ส่วน|ของ|กับ|และ|หรือ|ช่วง|วันนี้|พรุ่งนี้|ตอนนี้|ทุกวัน|ทุก|วันหยุด(?:นักขัตฤกษ์)?|วัน|เสาร์|อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัส(?:บดี)?|ศุกร์|ร้าน|คลินิก|ออฟฟิศ|สตูดิโอ|ที่นี่|ที่|ทาง|เปิด|ปิด|หยุด|ทำการ|บริการ|ไหม|มั้ย|มั๊ย|ไม๊|หรือเปล่า|รึเปล่า|ป่าว|เปล่า|ปะ|ป่ะ|หรือยัง|รึยัง|ยัง|อยู่|บ้าง|ล่ะ|ละ|เหรอ|หรอ|คะ|ค่ะ|ค่า|ครับ|คับ|จ้า|จ๊ะ|นะ|หน่อย|ด้วย|เวลา|คือ|มี|พี่|แอด(?:มิน)?|ได้|ถึง|こんにちは|すみません|お店|店|そちら|です|ます|ません|でしょう|何時|いつ|から|まで|って|では|には|とか|も|は|が|の|に|を|で|か|ね|ください|教えて|いただけ|知りたい|お|朝|午前中?|お?昼|午後|夕方|夜|深夜|明日|今日|今|本日|祝日|土日|平日|週末|毎日|曜日?|[月火水木金土日]|请问|你们|您们|店里|店|今天|明天|现在|周末|周|星期|每天|吗|嗎|呢|在|还|都|是|的|几点/g

/** Whether there is a word in it that a question about hours cannot do without: most messages have none, and need no closer look. */
export const mayAskHours = (said: string): boolean => A_WORD_OF_HOURS.test(said.normalize('NFKC'))
const A_WORD_OF_HOURS =
  /open|clos|hour|work|time|day|เปิด|ปิด|หยุด|โมง|ทุ่ม|เวลา|ทำการ|วัน|営業|開|閉|空い|空き|やって|やり|休|オープン|何時|いつ|終わり|几点|幾點|什么时候|什麼時候|时间|時間|开|关|關|营|營|打烊|上班|下班/i

/** On Saturdays, at weekends: any of them is the next one. */
export const inOne = (said: string): string =>
  said.replace(/\b((?:mon|tues|wednes|thurs|fri|satur|sun)day|week(?:end|day))s\b/gi, '$1')

/**
 * Whether the business is open, or from when to when, and nothing besides; `days` are the stretches that name a day. `before`: its hours were spoken of just
 * now, so that 'and on Saturday?' asks for them again.
 */
export function asksHours(said: string, days: readonly string[] = [], before = false): boolean {
  let low = inOne(plain(said))
  for (const day of days) low = low.replace(plain(day), ' , ')
  low = low.replace(/\s*,\s*/g, ' , ').trim()
  const asked = low.replace(/(?<=[\u0e00-\u0e7f\u3040-\u9fff])\s,\s(?=[\u0e00-\u0e7f\u3040-\u9fff])/g, ',')
  const without = asked.replace(ASKS, ' ; ')
  const on = before ? without.replace(ASKS_ON, ' ; ') : without
  if (on === asked && !(before && days.length > 0)) return false
  return !/\p{L}/u.test(on.replace(AROUND, ' ').replace(/[\p{M}]/gu, ''))
}
