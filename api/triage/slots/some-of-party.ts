import { plain } from './plain.ts'
import { readPeople, type PeopleReading } from './people.ts'

const ALL_BEFORE =
  /(?:เปลี่ยนเป็น|ขอเป็น|แก้เป็น|เพิ่มเป็น|ลดเป็น|เหลือ|รวม(?:เป็น|ทั้งหมด)?|ทั้งหมด|(?<![a-z])(?:make it|now|total(?: of)?|altogether|to|only|just|we are|we're|we'll be|will be)|全部で|合計|一共|总共|改成|改为|变成)\s*$/
const ALL_AFTER =
  /^\s*(?:แทน|(?:รวม|ทั้งหมด)(?!เป็น|\s*ทั้งหมด|\s*\d)|แล้ว(?:ค่ะ|ครับ)?$|ถ้วน|,? ?(?:in total|total|altogether|instead|now|in all)(?![a-z])|に(?:変更|訂正|修正|なり|して|しま)|で(?:お願い|す))/
const SOME_BEFORE =
  /(?:เด็ก(?:เล็ก|อ่อน)?|ลูก(?:เล็ก)?|ทารก|ผู้สูงอายุ|คนแก่|คนท้อง|มังสวิรัติ|กินเจ|ทานเจ|วีแกน|ฮาลาล|มุสลิม|อิสลาม|แพ้[ก-๙]{2,12}|ในนั้น(?:มี)?|ในกลุ่ม(?:มี)?|อีก|เพิ่ม|(?<![a-z])(?:including|incl\.?|includes?|of (?:whom|which|them)|among us|another|add|plus)|うち(?:の)?|(?:の|その)中(?:に|で|の)?|(?:子供|子ども|こども|お子(?:様|さん)|小人|幼児|赤ちゃん|ベジタリアン)(?:が|は)?|追加で|あと|其中(?:有)?|当中(?:有)?|里面有|小孩|孩子|再加)\s*$/
/** What is said of people who sit among others, and seldom of a whole party. */
const SOME_AFTER = [
  /^\s*(?:ที่|ซึ่ง)?(?:เป็น(?!เด็ก\s*\d|ผู้ใหญ่\s*\d|เวลา)|กิน|ทาน|แพ้|ไม่(?:กิน|ทาน|ดื่ม)|ท้อง|ตั้งครรภ์|นั่งรถเข็น|ใช้(?:รถเข็น|วีลแชร์)|มังสวิรัติ|วีแกน|อายุ|ในนั้น|ในกลุ่ม)/,
  /^,? (?:of (?:us|them) |in (?:our|the) (?:group|party) |who )?(?:(?:is|are|'s|'re)(?! (?:coming|going|joining|enough|confirmed|fine|ok|better|right|correct|what|the (?:right|correct|new|total|final)|all|in))|has|have|can'?t|cannot|don't|doesn't|do not|does not|eats?|needs?|wants? (?:a|an|no|vegetarian|vegan|halal)|will (?:need|have))(?![a-z])/,
  /^(?:様|が|は)?(?:欠席|キャンセル|来られな|行けな|不参加|辞退|体調不良)/,
  /^様?(?:は|が).{0,16}(?:ベジ|ヴィーガン|ビーガン|菜食|アレルギー|子供|子ども|お子|幼児|赤ちゃん|小学生|妊|車椅子|車いす|ハラ|ムスリム|食べ|飲め|苦手|高齢|初心者)/,
  // 一名貝類が食べられません: with nothing between them
  /^様?(?![、。でに])[^、。]{0,12}(?:ベジ|ヴィーガン|ビーガン|菜食|アレルギー|食べ(?:られ|れ)|飲め|苦手|ハラ[ルー]|ムスリム|車椅子|車いす|妊)/,
  /^ (?:with )?(?:no (?:shellfish|nuts?|gluten|dairy|pork|beef|seafood|meat|fish|alcohol)|allergic|vegetarian|vegan|veggie|halal|gluten)(?![a-z])/,
  /^(?:客人)?(?:是|吃素|吃|不吃|不能|对|對|怀孕|懷孕|坐轮椅|坐輪椅|素食|过敏|過敏)/,
  /^ (?:more|extra)(?![a-z])/,
]
const SOME_BY_NAME =
  /^(?:the )?one of us$|vegetarians?$| (?:more|extra) |^(?!.*(?:adults?|parents?|grown)).*(?:kids?|children|child|teens?|toddlers?)$/

/** 'One of us is a child', มีเด็ก 1 คน, 其中一位吃素: a count of some who come, not of all. */
function isOfSome(low: string, { index, text }: PeopleReading): boolean {
  const before = low.slice(Math.max(0, index - 24), index)
  const after = low.slice(index + text.length, index + text.length + 60)
  if (ALL_BEFORE.test(before) || ALL_AFTER.test(after)) return false
  if (ONE.test(low.slice(index, index + text.length)) && OF_WHOM.test(before)) return true
  return (
    SOME_BY_NAME.test(low.slice(index, index + text.length)) ||
    SOME_BEFORE.test(before) ||
    SOME_AFTER.some((it) => it.test(after))
  )
}

/** แขกคนนึง…: one of them, of whom something is told. */
const ONE = /^(?:คน|ท่าน)(?:นึง|หนึ่ง)/
const OF_WHOM = /(?:แขก|เพื่อน|ลูกค้า|ลูก|หลาน|ญาติ|น้อง|พี่|ผู้ใหญ่)\s*$/

/** '1人いくら', 1 คนเท่าไหร่: what it costs for each of them. */
const PER_HEAD = /^(?:[1１一]|お一)\s?(?:人|名様?|คน|ท่าน)$|^(?:คน|ท่าน)ละ|^1 (?:person|pax)$/
const ITS_PRICE =
  /^\s?(?:様)?(?:あたり|当たり|につき|分)|^\s?(?:様)?(?:は|で|って)?\s?(?:お?いくら|どれ?(?:の)?くらい|どのくらい|何(?:円|バーツ))|^\s?(?:กี่บาท|เท่าไ|ราคา|คิด|จ่าย|ตก)|^ (?:is how much|how much|costs?)/

const isPrice = (low: string, { index, text }: PeopleReading): boolean =>
  PER_HEAD.test(low.slice(index, index + text.length)) && ITS_PRICE.test(low.slice(index + text.length))

const SURELY_SOME_BEFORE = /(?:ในนั้น(?:มี)?|ในกลุ่มมี|うち(?:の)?|其中(?:有)?|(?<![a-z])of (?:whom|which))\s*$/
const ONE_OF_US = /(?<!(?<![a-z])(?:just|only) )one of us$/

/** うちの母とおばちゃん2人と私で、全部で4人 */
const TOTAL_BEFORE =
  /(?:全部で|合計(?:で)?|総勢|みんなで|รวม(?:ทั้งหมด|กัน|ทั้งสิ้น)?(?:เป็น)?|ทั้งหมด|一共|总共|(?<![a-z])(?:altogether|in total|that(?:'s| makes|s) ))\s*$/

/** Of the counts in a message those of all who come: beside another, one of some of them counts nobody twice. */
export function ofAll(low: string, people: readonly PeopleReading[]): readonly PeopleReading[] {
  const isSurelySome = ({ index, text }: PeopleReading) =>
    ONE_OF_US.test(low.slice(0, index + text.length)) || SURELY_SOME_BEFORE.test(low.slice(0, index))
  const perhaps = people.filter((it) => !isSurelySome(it) && !isPrice(low, it))
  const total = perhaps.filter((it) => TOTAL_BEFORE.test(low.slice(Math.max(0, it.index - 16), it.index)))
  if (total.length > 0) return total
  const all = perhaps.filter((it) => !isOfSome(low, it))
  return all.length > 0 ? all : perhaps
}

/**
 * What words say of a party whose size is known: how many they are in all, if they say so, and whether they speak of some of them. Fewer than are known to
 * come, of whom it is told that they are there, how old they are or what they need, are some of them, however it is put.
 */
export function readOfParty(text: string, known?: unknown): { all?: number | string; some: boolean } {
  const low = plain(text)
  const readings = readPeople(text).filter((it) => !isPrice(low, it))
  const isSome = (it: PeopleReading) => isOfSome(low, it) || (tellsOfOneCount(readings) && isOfFewer(low, it, known))
  const [all] = readings.filter((it) => !isSome(it))
  const some = readings.some(isSome) || SOME_WITHOUT_COUNT.test(low)
  return { ...(all && { all: all.value }), some }
}

/** มีคนเดียวที่ไม่ทานหมู 1 คน counts them once, in two ways. */
const tellsOfOneCount = (readings: readonly PeopleReading[]): boolean =>
  new Set(readings.map((it) => it.value)).size === 1

/** アレルギーが1名おります, มีเด็ก 9 ขวบคนนึง, 'one has a bad knee', of a party of four. */
function isOfFewer(low: string, { index, text, value }: PeopleReading, known: unknown): boolean {
  if (
    typeof known !== 'number' ||
    typeof value !== 'number' ||
    value >= known ||
    PUTS_RIGHT.test(low) ||
    ONLY_IF.test(low)
  )
    return false
  const before = low.slice(Math.max(0, index - 24), index)
  const after = low.slice(index + text.length)
  if (ALL_BEFORE.test(before) || ALL_AFTER.test(after) || NOW_COUNTS.test(low)) return false
  return IS_THERE_AFTER.test(after) || IS_THERE_BEFORE.test(before) || NEEDS.test(low)
}
const PUTS_RIGHT =
  /^\s*(?:no\b|not\b|wait\b|actually|sorry|change|correction|ไม่ใช่|เปลี่ยน|ขอ(?:แก้|เปลี่ยน|ลด)|แก้|เอ้ย|เอ๊ย|いや|いいえ|やっぱり|やはり|変更|訂正|すみません)|ไป(?:ได้)?แค่|มา(?:ได้)?แค่|เหลือ(?:แค่)?|ตัดออก/
/** ถ้ามีลูก 6 ขวบไปด้วยคนนึง…: nobody of that kind is known to come. */
const ONLY_IF =
  /^\s*(?:แล้ว|งั้น)?(?:ถ้า|หาก|กรณี)|(?<![a-z])(?:if|what about|in case)(?![a-z])|場合|(?:だっ|い|し|来)たら|なら|如果|要是/
/** 'Three of us are coming after all': of all who come. */
const NOW_COUNTS =
  /(?<![a-z])(?:will be|are|is|only) (?:coming|going|joining)(?![a-z])|(?:参加|行き|行く|伺い)(?:ます|こと|する|予定)|เป็น\s*\d{1,2}\s*(?:คน|ท่าน)|(?:จะ)?(?:ไป|มา)(?:กัน)?\s*\d{1,2}\s*(?:คน|ท่าน)(?!ที่)/
const IS_THERE_AFTER = /^(?:様|さん)?(?:が|は|だけ|ほど)?、?(?:おり|い|居)(?:ます|まして|る(?=[。のん]|$)|て)/
const IS_THERE_BEFORE = /(?:^|[\s,.])(?:มี|have|has|there(?:'s| is| are))(?: got)?\s*(?:คน|ท่าน|แขก|เพื่อน|สมาชิก|ผู้ใหญ่)?\s*$/
/** What some of a party need or are, and hardly ever all of it. */
const NEEDS =
  /แพ้|ไม่(?:กิน|ทาน|ดื่ม)|(?:เดิน|ปีน|ขึ้นบันได|ว่ายน้ำ|นั่งนาน|ยืนนาน)[ก-๙]{0,6}(?:ไม่|ลำบาก)|วีลแชร์|รถเข็น|ไม้เท้า|ท้อง|ตั้งครรภ์|มังสวิรัติ|วีแกน|ฮาลาล|มุสลิม|เบาหวาน|โรค|ความดัน|ขวบ|อายุ|สูงอายุ|เข่า|ขาเจ็บ|ตาบอด|หูหนวก|เมา(?:รถ|เรือ)|ลดเค็ม|(?<![a-z])(?:allerg\w*|intoleran\w*|vegetarians?|vegans?|veggies?|halal|kosher|pescatarian|coeliac|celiac|gluten|diabet\w*|pregnant|wheel ?chair|crutches|walker|bad (?:knee|back|hip|leg)s?|(?:can'?t|cannot|doesn'?t|don'?t|does not|do not) (?:eat|walk|swim|climb|drink|see|hear)|\d{1,2}[- ]?(?:years?|yrs?|months?)[- ]?olds?|aged \d|low[- ]salt|elderly|toddlers?|infants?|bab(?:y|ies)|blind|deaf|seasick|carsick)(?![a-z])|アレルギー|制限|減塩|糖尿|車(?:椅子|いす|イス)|杖|妊|ベジ|ヴィーガン|ビーガン|菜食|ハラ[ルー]|ムスリム|苦手|食べ(?:られ|れ|な)|飲め|飲ま|歩け|歩き|歩く|足が|膝|腰|高齢|持病|酔い|\d\s?[歳才]|過敏|过敏|吃素|轮椅|輪椅|怀孕|懷孕|岁|歲/

/** Counts that are none of heads by their grammar, and still speak of some of them. */
const SOME_WITHOUT_COUNT =
  /(?<![a-z])(?:\d{1,2}|one|two|three|four|five|some|none|half) of (?:us|them|the (?:group|party|guests|people|kids|children))(?= (?:is|are|has|have|can'?t|cannot|don't|doesn't|do not|does not|eats?|needs?|wants?|will need)(?! (?:coming|going|joining))(?![a-z]))|(?<![a-z])(?:with |including )?(?:\d|one|two|three|a) (?:small |little |young )?(?:child|kids?|children|baby|babies|toddlers?|infants?)(?: (?:is |are )?included|,? (?:who|needs?|is |are ))|(?:หนึ่ง|สอง|สาม|\d|บางคน)(?:คน)?ในนั้น|ในนั้น(?:มี|เป็น)|うち(?:の)?(?:一人|ひとり|\d[人名])|其中(?:有)?[一二两三\d](?:个|個|位)/
