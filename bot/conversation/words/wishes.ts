import { plain } from '../../../api/triage/slots/plain.ts'
import { tellsCareNeed } from './care-needs.ts'
import { lately } from './lately.ts'
import { wentWrong } from './wishes-only.ts'

/** Few words that are a wish for a visit (what one eats, where one sits, who comes along), and nothing of when or how many. */

const COURTESY_TH = '(?:ค่ะ|คะ|ครับ|คับ|นะ|จ้า|ด้วย|หน่อย|เท่านั้น|ทุกคน|ได้ไหม|ได้มั้ย|[\\s.!,])*'
const whole = (source: string) => new RegExp(`^${source}$`, 'i')

const FOOD_EN =
  '(?:vegetarians?|veggies?|vegans?|pescatarians?|halal|kosher|(?:gluten|dairy|nut|sugar|lactose|alcohol|pork|egg)[ -]free|coeliac|celiac|lactose[ -]intolerant|diabetic|(?:(?:pea)?nuts?|sea ?food|shellfish|shrimp|prawn|egg|milk|dairy|gluten|soy|wheat|fish) allerg(?:y|ies|ic)|allergic to [a-z ,]{3,40}|(?:no|without|less|not too|extra|mild) (?:pork|beef|meat|chicken|sea ?food|fish|shellfish|shrimp|(?:pea)?nuts|eggs?|dairy|milk|gluten|alcohol|spic[ey]+|spices|onions?|garlic|chill?i(?:es)?|sugar|ice|msg|coriander|cilantro|sweet|salt)(?: (?:and|or) [a-z]{3,12})?)'
const SEAT_EN =
  '(?:(?:window|aisle|front|back|corner|quiet|outdoor|outside|indoor|inside|terrace|balcony|river(?:side)?|sea(?:side)?|garden|pool(?:side)?|non[- ]smoking|smoking|private|shaded?|ground[- ]floor|high[- ]floor)(?: (?:seat|seats|seating|table|room|area|side|spot|corner|section|booth|view|row))?|by the (?:window|river|sea|pool|garden)|in the (?:shade|garden|corner|front|back)|(?:baby|child|kids?|booster|infant) ?(?:chair|seat|cot|carrier|meal|menu)s?|high ?chairs?|booster|cot|crib|extra bed|stroller|wheel ?chair(?: access(?:ible)?| ramp)?|birthday(?: (?:cake|surprise|party|dinner))?|anniversary|honeymoon|left[- ]handed(?: clubs)?|(?:rental|hire) clubs|female (?:caddie|caddy|therapist|driver|guide)|english[- ]speaking (?:guide|driver|caddie|caddy|teacher))'
const ENGLISH = whole(
  `(?:(?:and|also|oh|hi|yes|please|with|somewhere|something|anything|anywhere|ideally|preferably|maybe|just|rather|(?:both|most|some|one|two|three|half) of us (?:is|are|has|have)|(?:one|1) (?:person|guest|of the (?:guests|kids|children)) (?:is|has)|(?:my|our|his|her) (?:wife|husband|partner|friend|mother|mum|mom|father|dad|son|daughter|boss|client|guest|kid|child|sister|brother) (?:is|has|can'?t (?:eat|have))|there(?:'s| is)|we|i|we'?re|i'?m|we are|i am|we'?re all|all|both|it'?s (?:a|an|our|my|her|his)|(?:we|i)'?d (?:like|prefer)|(?:we|i) (?:would like|prefer|need|want|eat|am|are)|(?:can|could|may) (?:we|i) (?:have|get)|a|an|the|my|our|some|food|for)[ ,]+)*(?:${FOOD_EN}|${SEAT_EN})(?: (?:meals?|food|dishes|option|menu|diet|only|side|ones?))*(?:[ ,]*(?:please|pls|plz|thanks|thank you|if possible|if you can|too|as well))*[\\s.!🙏]*`,
)

const FOOD_TH =
  '(?:มังสวิรัติ|มังฯ?|วีแกน|เจ|ฮาลาล|อิสลาม|แพ้[ก-๙ ,]{2,30}?|ไม่(?:กิน|ทาน|ใส่|เอา|ดื่ม)(?!แล้ว)(?:เนื้อ|หมู|วัว|ไก่|ปลา|กุ้ง|หอย|ปู|ไข่|นม|ผัก|เผ็ด|พริก|ถั่ว|หวาน|กระเทียม|หอม|ผงชูรส|น้ำแข็ง|แอลกอฮอล์|ทะเล|สัตว์|ของ)[ก-๙]{0,14}?|ไม่เผ็ด|เผ็ดน้อย|หวานน้อย|ไม่หวาน)'
const SEAT_TH =
  '(?:(?:ริม|ติด|ใกล้)(?:หน้าต่าง|แม่น้ำ|น้ำ|ทะเล|สระ|ระเบียง|กระจก|สวน)|วิว(?:ทะเล|แม่น้ำ|สวน|ภูเขา)|(?:ด้าน|ข้าง)(?:นอก|ใน|หน้า|หลัง)|แถว(?:หน้า|หลัง)|โซน(?:เงียบ|แอร์|นอก|ใน|ปลอดบุหรี่)|ห้อง(?:แอร์|ส่วนตัว)|ปลอดบุหรี่|มุมเงียบๆ?|เงียบๆ|ส่วนตัว|เก้าอี้เด็ก|คาร์ซีท|รถเข็น(?:เด็ก)?|วีลแชร์|เตียงเสริม|ชั้นล่าง|(?:เค้ก)?วันเกิด|ครบรอบ(?:แต่งงาน)?|ฮันนีมูน|ถนัดซ้าย|แคดดี้(?:ผู้หญิง|หญิง)|ไกด์(?:ภาษาอังกฤษ|ผู้หญิง))'
const THAI = whole(
  `(?:(?:ขอ|เป็น|อยากได้|อยาก|ต้องการ|รบกวน|เอา|มี(?:แขก|เพื่อน|คน|เด็ก|ลูกค้า|ลูก|ผู้ใหญ่|สมาชิก)?|กิน|ทาน|อาหาร|เมนู|(?:คุณ)?(?:แม่|พ่อ|ยาย|ตา|แฟน)|ลูก(?:สาว|ชาย)?|แขก|เพื่อน|คน(?:นึง|หนึ่ง)|ที่นั่ง|ที่|โต๊ะ|ห้อง|นั่ง|ผม|หนู|เรา|ดิฉัน|ทุกคน|เพิ่ม|ฉลอง)\\s*)*(?:${FOOD_TH}|${SEAT_TH})(?:\\s*(?:\\d|หนึ่ง|สอง)\\s*(?:ตัว|คัน|อัน|เตียง|คน|ท่าน|ที่))?(?:\\s*(?:คน|ท่าน)(?:นึง|หนึ่ง|เดียว))?${COURTESY_TH}`,
)

const JAPANESE = whole(
  '(?:(?:全員|できれば|可能なら|あと|また|私は)[、,は]?)*(?:(?:食物)?アレルギーが(?:あります|ございます|あって)[、,。\\s]*[ぁ-んァ-ヶ一-龠ー、と]{1,12}|ベジタリアン|ヴィーガン|ビーガン|菜食(?:主義)?(?:者)?|精進料理|ハラー?ル|グルテンフリー|[ぁ-んァ-ヶ一-龠ー、と]{1,12}(?:アレルギー(?:が?あり(?:ます)?)?|抜き|(?:が|は)?苦手|(?:が|は)(?:食べられ(?:ない|ません)|食べ(?:ない|ません)|飲め(?:ない|ません)|NG))|辛さ控えめ|辛くない(?:もの)?|窓(?:側|際)|通路側|禁煙|喫煙席|個室|テラス|静かな席|海側|川沿い|オーシャンビュー|(?:子供|子ども|こども)(?:用の?)?(?:椅子|いす|イス|メニュー)|チャイルドシート|ベビー(?:チェア|カー|ベッド)|車(?:椅子|いす)|(?:お?誕生日|結婚記念日|記念日)(?:ケーキ|のお祝い|祝い)?|左利き)(?:の|席|メニュー|料理|食|対応|で|が|を|も|お願い(?:し|いた)?(?:ます|できますか)?|です|希望(?:です|します)?|ほしいです|欲しいです|いいです|ください|[。.!！\\s])*',
)

const CHINESE = whole(
  '(?:我们?|我們|都|请|請|想要|要|是|有|给|給|安排|最好|[,，])*(?:素食(?:者|主义者)?|吃素|全素|[纯純]素|清真|不(?:能)?吃[一-龠]{1,6}|不(?:要|放)(?:辣|猪肉|豬肉|牛肉|海鲜|海鮮|香菜|葱|蔥|蒜|糖|冰|味精)|[对對]?[一-龠]{1,6}[过過]敏|微辣|少(?:辣|糖|盐|鹽|冰)|无麸质|靠窗|窗[边邊]|包[间間厢廂]|包厢|禁烟|无烟|無煙|(?:儿童|兒童|宝宝|寶寶|婴儿|嬰兒)(?:座?椅|床|[车車])|轮椅|輪椅|海景|安静|安靜|生日(?:蛋糕)?|[纪紀]念日|蜜月|加床)(?:的?(?:位子|座位|位置|座|位|房间|餐))?(?:谢谢|謝謝|吧|的|可以吗|可以嗎|[\\s.。!！,，])*',
)

/** 'It is my husband’s 50th birthday', วันเกิดแม่ครบ 60, 主人の50歳の誕生日です: what it is for. */
const OCCASION = [
  whole(
    "(?:(?:and|also|oh|so|btw|by the way|because|as)[ ,]+)*(?:(?:it|this|that|saturday|sunday|tomorrow|the day)(?:'s| is|'ll be| will be)|(?:we|i)(?:'re| are|'m| am)(?: all)? celebrating|celebrating|to celebrate|for)(?: for)?(?: (?:a|an|the|my|our|his|her|their))?(?: [a-z]+(?:[ -][a-z]+){0,2}'s?)?(?: (?:\\d{1,3}(?:st|nd|rd|th)|first|big|silver|golden))?(?: wedding)? (?:birthday|bday|b-day|anniversary|honeymoon|graduation|retirement|engagement|hen (?:do|night|party)|stag (?:do|night|party)|baby shower)(?: (?:party|trip|do|celebration))?(?: (?:that day|on the day|too|as well))?[\\s.!🎂🎉]*",
  ),
  whole(
    `(?:พอดี|คือ|เป็น|ตรงกับ|จะ|ฉลอง|ไป|มา|ให้|อ้อ|\\s)*(?:งาน)?(?:วันเกิด|(?:วัน)?ครบรอบ(?:วัน)?(?:แต่งงาน)?|ฮันนีมูน|รับปริญญา|เกษียณ)(?:ของ)?(?:คุณ)?(?:แฟน|สามี|ภรรยา|แม่|พ่อ|ยาย|ย่า|ปู่|ตา|ลูก(?:สาว|ชาย)?|เพื่อน|พี่|น้อง|หัวหน้า|เจ้านาย|เรา|ผม|หนู)?(?:ปีที่|ครบ|\\s)*(?:\\d{1,3}|[๐-๙]{1,3})?\\s*(?:ปี|ขวบ)?${COURTESY_TH}`,
  ),
  whole(
    '(?:実は|ちなみに|その日は|当日は)?[、,]?(?:(?:私|夫|妻|主人|家内|母|父|両親|祖母|祖父|娘|息子|友人|上司|彼女|彼|子供|子ども)(?:たち)?の)?(?:\\d{1,3}(?:歳|周年|回目)の?)?(?:お?誕生日|結婚記念日|記念日|還暦|新婚旅行|卒業|送別会)(?:の?お祝い)?(?:なん|も兼ね|を兼ね)?(?:です|なので|なんです|でして|ます)?[。.!！\\s]*',
  ),
]

const LONGEST = 80
const MOST_OF_DIET = 140

/** What an allergy does to somebody is no wish. */
const SUFFERS =
  /หายใจ|ผื่น|บวม|คัน|อาเจียน|อ้วก|หมดสติ|เป็นลม|วูบ|ช็อก|โรงพยาบาล|รพ|ฉุกเฉิน|กำเริบ|แพ้แล้ว|breath|swell|swollen|hives|rash|reaction|vomit|hospital|ambulance|emergency|collaps|faint|unconscious|passed out|seizure|呼吸|倒れ|意識|失神|腫れ|蕁麻疹|じんましん|吐|病院|救急|喘|肿|腫|起疹|医院/i

const TELLS =
  /^(?:(?:also|and|oh|sorry|btw|by the way|ps)[\s,:]*)*(?:with |plus |(?:could|can|may) (?:we|i|you) (?:please )?(?:have|get|also|bring|arrange|make sure|include|add)|(?:we|i)(?:'d| would) (?:like|prefer|love|need)|(?:we|i) (?:need|prefer|have|use|bring|want)|i forgot to (?:say|mention)|(?:please )?(?:note|mind|make sure|remember)|(?:i'?m|we'?re|we are|i am|(?:my|our) [a-z]+(?: [a-z]+)? (?:is|are|has|have|can'?t|cannot|needs?|uses?)))\b|^(?:แล้วก็|อ้อ|ลืมบอก|อีกอย่าง)?\s*(?:ขอ(?!โทษ|ถาม|คิด|ดู|บคุณ|ยกเลิก|บใจ)|อยากได้|อยากให้|ช่วย|รบกวน|ฝาก|มี|พา|ต้องการ|(?:คุณ)?(?:แม่|พ่อ|ยาย|ตา|ลูก|แฟน|เพื่อน|แขก)).{4,}|(?:を?希望(?:し|です)|(?:てください|てほしい|お願い(?:し|いた)します|(?:が|を)?あると助かります|が必要です|と助かります)[。!！]?$)/i
const QUESTION = /[?？]\s*$|ไหม|มั้ย|กี่|เท่าไ|เมื่อไ|ที่ไหน|ยังไง|ですか|ますか|でしょうか/
const LEAST = 10

/** はい、それでお願いします: that takes what was put before them, and asks for nothing more. */
const ONLY_PLEASE =
  /^(?:(?:はい|ええ|では|じゃあ?|うん)[、,。\s]*)?(?:(?:それ|これ|その(?:日|時間|内容)?|この内容|以上)(?:で|を)?)?[、\s]*(?:よろしく)?お願い(?:いた)?します[。!！]?$/

/** ホテルは禁煙室でお願いします, where nothing of it answers the question: something asked for all the same. */
export const asksPolitely = (said: string): boolean =>
  said.length >= LEAST && said.length <= LONGEST && ASKS_POLITELY.test(said.trim()) && !ONLY_PLEASE.test(said.trim())
const ASKS_POLITELY = /お願い(?:いた)?します[。!！]?$/

/** Something told of the visit, in words of their own: no answer to what was asked, and not to be lost. */
export function tellsWish(said: string): boolean {
  const words = plain(said).trim()
  if (words.length < LEAST || words.length > 200 || SUFFERS.test(words)) return false
  return TELLS.test(words) && (!QUESTION.test(words) || /^(?:could|can|may) (?:we|i) /i.test(words))
}

const DIET =
  /มังสวิรัติ|วีแกน|ฮาลาล|กินเจ|ทานเจ|(?:ไม่|แพ้)(?:กิน|ทาน|ได้)?(?:อาหาร)?(?:หมู|เนื้อ|วัว|ไก่|ปลา|กุ้ง|หอย|ปู|ไข่|นม|ถั่ว|ทะเล|แป้ง|กลูเตน|แลคโตส|ผงชูรส|เผ็ด)|\b(?:vegetarian|vegan|halal|kosher|pescatarian|coeliac|celiac|gluten|lactose|allergic to|allergy to|(?:(?:pea|tree )?nuts?|shell ?fish|sea ?food|prawns?|shrimps?|eggs?|dairy|milk|fish|soya?|wheat|food|bee|sesame) allerg(?:y|ies|ic))\b|\b(?:do(?:es)?n'?t|do(?:es)? not|can'?t|cannot|never) (?:eat|do (?=(?:pork|beef|meat|fish|dairy|gluten|seafood|shellfish|nuts|eggs|spicy)\b))|ベジタリアン|ヴィーガン|ビーガン|ハラル|ハラール|グルテン|アレルギー|糖尿病|เบาหวาน|\bdiabetic\b|食べられ(?:ない|ません)|素食|清真|[过過]敏/i

/** What somebody who comes along eats or must not eat, however it is put: a wish for the visit, where one is being booked. */
export function tellsDiet(said: string): boolean {
  const words = plain(said).trim()
  if (words.length > MOST_OF_DIET || !DIET.test(words) || SUFFERS.test(words)) return false
  return !wentWrong(words.replace(MAY_IT_BE, ' ').replace(DIET, '').replace(LEFT_OUT, '').replace(HOW_ALLERGIC, ' '))
}
/** 'Like EpiPen allergic': how bad it is, and nothing that happened. */
const HOW_ALLERGIC =
  /\b(?:like |has an |carries an |with an )*epi-?pens?\b|\b(?:badly|severely|deathly|very|really|seriously|terribly) allergic\b/gi

/** 'No sugar in the meals' wishes something left out of them: it is not missing. */
const LEFT_OUT =
  /\b(?:no|not too much|not much|not any)(?: (?:added|extra|raw|fried))? [a-z]+(?: (?:and|or|nor) [a-z]+)?(?= (?:in|on|with) (?:the |his |her |their |our |my |any )?(?:meals?|food|dish(?:es)?|drinks?|desserts?|lunch|dinner|breakfast|menu)\b)|\bno (?:added )?(?:sugar|sweets?|salt|msg|alcohol|dairy|spice|pork|beef|nuts?|eggs?|fish|seafood|meat)\b|ไม่(?:เอา|ใส่|กิน|ทาน)(?=หวาน|น้ำตาล|เค็ม|เผ็ด|ของ)|ไม่(?=หวาน|เค็ม|เผ็ด)/gi

/** 'Thai Country Club if possible': wished for, whatever it is that is named. */
export const ifPossible = (said: string): boolean =>
  said.trim().length >= LEAST &&
  said.length <= LONGEST &&
  IF_POSSIBLE.test(said.replaceAll('’', "'")) &&
  !QUESTION.test(said)
const IF_POSSIBLE =
  /\b(?:if (?:at all |that's |it's )?possible|if (?:you|we|they) can|if available|ideally|preferably)\b|ถ้า(?:เป็นไป)?ได้(?:\s|นะ|ก็ดี|ค่ะ|ครับ|จะดี|อยาก|ขอ|$)|できれば|可能(?:なら|であれば|でしたら)|(?:如果)?可以的话|可以的話|最好/i

/** What those who look after the visit must know: what somebody must not eat, or that they cannot walk. */
export const tellsOfCare: (said: string) => boolean = lately((said) => tellsDiet(said) || tellsCareNeed(said))

/** '…, is that ok?': a wish that is put as a question. */
const MAY_IT_BE =
  /[\s,.;:!]*(?:(?:so |and )?(?:is|would|will) (?:that|it|this)(?: going to| gonna)?(?: be)? (?:ok(?:ay)?|all ?right|fine|possible|(?:a|any) (?:problem|deal ?breaker|issue))|(?:can|could) (?:you|they) (?:do|arrange|manage|handle|accommodate)(?: (?:that|it))?|(?:ได้|โอเค|มีปัญหา)(?:ไหม|มั้ย|มั๊ย|ป่าว|ปะ|หรือเปล่า|รึเปล่า)(?:คะ|ครับ|คับ|นะ)?|(?:大丈夫|可能|よろしい)(?:です|でしょう)か)[\s?？!。]*$/i

/** 'Vegetarian', 'window seat please', มังสวิรัติค่ะ, 窓側の席, 不吃猪肉. */
export function isWish(said: string): boolean {
  const words = plain(said).trim().replace(MAY_IT_BE, '')
  return (
    words.length <= LONGEST &&
    !SUFFERS.test(words) &&
    [ENGLISH, THAI, JAPANESE, CHINESE, ...OCCASION].some((it) => it.test(words))
  )
}
