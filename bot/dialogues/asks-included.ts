import { asksSomewhere, looksAsked } from '../conversation/words/set-words.ts'
import type { Part } from '../copy/parts-of-price.ts'
import { catalogueQuestion } from './catalogue-question.ts'

/** Who stands first takes the words: a plane ticket is no ticket of entry, and a lift pass none. */
const PARTS: [Part, RegExp][] = [
  [
    'flights',
    /\b(?:flights?|air ?fares?|plane tickets?|air ?tickets?|planes?|flying)\b|ตั๋ว(?:เครื่อง)?บิน|เครื่องบิน|ไฟล[ทต]์?|航空券|飛行機|フライト|机票|機票|飞机|飛機/gi,
  ],
  ['lift pass', /\blift (?:pass|ticket)(?:es|s)?\b|บัตร(?:ขึ้น)?ลิฟ[ทต]์|リフト券|缆车票|纜車票/gi],
  [
    'rail',
    /\b(?:rail|trains?|hsr|shinkansen)(?: (?:pass|ticket)(?:es|s)?)?\b|(?:ตั๋ว)?รถไฟ|鉄道|列車|電車|新幹線|火车票?|火車票?|高铁|高鐵/gi,
  ],
  ['breakfast', /\bbreakfasts?\b|(?:อาหาร|มื้อ|ข้าว)เช้า|朝(?:食|ごはん|ご飯)|早(?:餐|饭|飯)/gi],
  ['lunch', /\blunch(?:es)?\b|(?:อาหาร|มื้อ|ข้าว)(?:กลางวัน|เที่ยง)|昼(?:食|ごはん|ご飯)|お昼|ランチ|午(?:餐|饭|飯)|中饭/gi],
  [
    'dinner',
    /\b(?:dinners?|suppers?)\b|(?:อาหาร|มื้อ|ข้าว)(?:เย็น|ค่ำ)|夕(?:食|飯|ごはん|ご飯)|晩(?:ご飯|ごはん)|ディナー|晚(?:餐|饭|飯)/gi,
  ],
  ['drinks', /\b(?:drinks?|beverages?|drinking water|bottled water)\b|เครื่องดื่ม|น้ำดื่ม|飲み物|ドリンク|饮料|飲料|酒水/gi],
  ['meals', /\b(?:meals?|food|(?:full|half)[ -]board)\b|อาหาร|มื้อ|ข้าวปลา|食事|ご飯|ごはん|用餐|餐食|伙食|餐/gi],
  [
    'stay',
    /\b(?:hotels?|accommodations?|lodg(?:e|es|ing)|villas?|homestays?|ryokan|cabins?|berths?|family rooms)\b|ที่พัก|โรงแรม|ห้องพัก|宿泊|お?宿|ホテル|旅館|住宿|酒店/gi,
  ],
  ['boat', /\b(?:boats?|cruises?|ferry|ferries)\b|(?:ค่า)?เรือ|(?:ボート|乗船|クルーズ|船)|游船|遊船/gi],
  [
    'ride',
    /\b(?:transfers?|pick(?:ed)?[ -]?(?:(?:me|us) )?ups?|vans?|drivers?|transport(?:ation)?|tuk-?tuk|minibus|shuttle|travel (?:costs?|expenses?))\b|ค่า(?:เดินทาง|รถ|น้ำมัน)|รถ(?:ตู้|รับ-?\s?ส่ง|บัส)?|รับ-?\s?ส่ง|送迎|交通費|専用車|バス|ワゴン|接送|交通费|交通費|用车|用車/gi,
  ],
  ['guide', /\b(?:guides?|escorts?)\b|ไกด์|มัคคุเทศก์|ガイド|添乗員|导游|導遊/gi],
  [
    'tickets',
    /\b(?:tickets?|entrances?|entry|admission|entries|park (?:fees?|pass(?:es)?)|marine park fee|fees)\b|ค่าเข้า(?:ชม|อุทยาน|วัด)?|บัตรเข้า|ตั๋วเข้า|ค่าธรรมเนียม|ค่าอุทยาน|入場(?:料|券)|拝観料|入園料|チケット|门票|門票/gi,
  ],
  ['visa', /\bvisas?\b|วีซ่า|ビザ|査証|签证|簽證/gi],
  ['insurance', /\binsurance\b|ประกัน|保険|保险|保險/gi],
  ['tips', /\b(?:tips?|tipping|gratuit(?:y|ies))\b|ทิป|チップ|小费|小費/gi],
  [
    'materials',
    /\b(?:ingredients?|materials?|aprons?|recipes?|equipment|tools?)\b|วัตถุดิบ|อุปกรณ์|ผ้ากันเปื้อน|材料|道具|エプロン|食材/gi,
  ],
]

/** What of a price these words name. */
export function partsIn(words: string): Part[] {
  let low = words.replaceAll('’', "'")
  return PARTS.flatMap(([part, pattern]) => {
    const rest = low.replace(pattern, ' , ')
    if (rest === low) return []
    low = rest
    return [part]
  })
}

/** What such a question speaks of beside the parts: 'are there life jackets on the boat?' asks for no boat. */
export function besideParts(said: string): string[] {
  const words = PARTS.reduce((left, [, pattern]) => left.replace(pattern, ' , '), said.replaceAll('’', "'"))
  return (catalogueQuestion(words, [], ['what'])?.rest ?? []).filter((word) => !HOLDS_TOGETHER.test(word))
}
const HOLDS_TOGETHER =
  /^(?:sort|ourselves|myself|provided?|served?|free|arranged?|organi[sz]ed?|bring|buy|pay|extra|own|ทำ|จัด|เตรียม|ออก|ใช่|ให้|ต้อง|เอง|ฟรี|หา|用意|準備|出)+$/

const MEALS: Part[] = ['breakfast', 'lunch', 'dinner']

/** Whether something written down in the catalogue is of the part that was asked for: all meals hold a lunch, and lunch is a meal. */
export function holds(entry: string, part: Part): boolean {
  const parts = partsIn(entry)
  if (parts.includes(part)) return true
  if (part === 'meals') return parts.some((it) => MEALS.includes(it))
  return MEALS.includes(part) && parts.includes('meals') && !parts.some((it) => MEALS.includes(it))
}

const SURELY =
  /\binclud(?:e|es|ed|ing)\b|\bexclud(?:e|es|ed)\b|\b(?:in|covered by|part of) the (?:price|fee|cost|package|tour price)\b|\b(?:pay|cost|charged?|costs) extra\b|\bextra (?:cost|charge)\b|\ball[- ]inclusive\b|\bcome(?:s)? with\b|(?<!ทั้งหมด)รวม(?!\s?(?:ๆ|เป็น(?:เงิน)?|ทั้งหมด|กัน|แล้ว)?\s?(?:เท่า|กี่|ราคา|ยอด|ตก))(?!ตัว|กลุ่ม|กัน)|ต้อง(?:จ่าย|เสีย)[^\n]{0,20}(?:เพิ่ม|ต่างหาก|แยก)|含(?:ま|む|み)|込み|付(?:き|い)(?:ます|て)|(?:が|は|も)つ(?:き|い)(?:ます|て)|別(?:料金|途)|包(?:含|括|不包|[早午晚中]?餐|机票|住|吃|门票)|(?:费用|价格|費用|價格)含|含(?:不含)?[早午晚]?餐/i
const PERHAPS =
  /\b(?:is|are|will) there\b|\b(?:do|will|does|would) (?:we|you|i|they|it) (?:get|have|provide|serve|offer|arrange|pick)\b|\b(?:need|have) to (?:sort|buy|pay for|get|arrange|book|organi[sz]e|bring)\b|\b(?:provided|served|free)\b|(?:ทำ|จัด|เตรียม|ออก)[^\n]{1,20}ให้|มี[^\n]{1,30}(?:ให้|ไหม|มั้ย|มั๊ย|หรือเปล่า|รึเปล่า|ป่าว)|(?:が|は)(?:あり|出|つき|付き)(?:ます|る)|(?:提供|有).{0,10}[吗嗎]/i
const ALL =
  /\bwhat(?:'s| is| all is| does| do| are)? ?(?:it |this |that |the [a-z]+(?: [a-z]+)? )?(?:not )?includ|\bwhat(?:'s| is| do we| do you)? (?:get|covered)\b|\bwhat(?:'s| is| comes) (?:all )?(?:in|with|part of) the (?:price|package|cost|fee|tour|trip)\b|รวมอะไร|มีอะไร(?:รวม|ให้)|ไม่รวมอะไร|何が(?:含|付|つ)|(?:含まれ(?:る|ている)|料金に入っている)(?:もの|内容)|(?:包含|包括)(?:什么|什麼|哪些)/i

/** 'Is lunch included?', รวมอาหารกลางวันไหม, 昼食は付きますか: of which parts, none where all of it is asked for. `surely` where nothing else can be meant. */
export function asksIncluded(said: string): { parts: Part[]; surely: boolean } | undefined {
  const words = said.trim().replaceAll('’', "'")
  if (words.length > LONGEST || !(looksAsked(words) || asksSomewhere(words))) return undefined
  if (ALL.test(words)) return { parts: [], surely: true }
  const surely = SURELY.test(words)
  // whether there is food without meat is another question than who pays for it
  if (!surely && (!PERHAPS.test(words) || OF_DIET.test(words))) return undefined
  const parts = partsIn(words)
  return parts.length > 0 ? { parts, surely } : undefined
}
const OF_DIET =
  /อาหารเจ|มังสวิรัติ|วีแกน|ฮาลาล|\b(?:vegetarian|vegan|halal|kosher|gluten|allerg\w+)\b|ベジタリアン|ヴィーガン|ハラ[ルー]|アレルギー|精進|素食|清真|过敏/i
const LONGEST = 200
