import { AIRPORT } from '../../../api/triage/slots/rides.ts'

/** Where somebody wants to be, said beside other things: 'around Bang Na', 'パタヤ方面で'; and where a ride goes. */

const THAI =
  /(?:แถว(?:ๆ)?|ย่าน|โซน|แถบ|ละแวก|ใกล้(?:ๆ)?(?!กัน|เคียง))\s?([ก-๙]{2,16}?|[A-Za-z][A-Za-z' -]{1,24}?)(?=$|[\s,.!?]|หน่อย|ไหม|มั้ย|มั๊ย|ปะ|ป่ะ|ป่าว|บ้าง|ได้|มี|ก็ได้|ดีกว่า|ครับ|คับ|ค่ะ|คะ|นะ|ก็ได้)/
const ENGLISH =
  /\b(?:around|near|close to|somewhere (?:in|near|around)|in the)\s+((?:the )?[A-Z][\p{L}'-]*(?:\s[A-Z][\p{L}'-]*){0,3})/u
const JAPANESE = /([\p{Script=Han}ァ-ヶー]{2,10})(?:方面|周辺|あたり|辺り|付近|近辺|エリア)/u
/** 'In the Morning', ใกล้สิ้นเดือน: that is no place. */
const NO_PLACE =
  /morning|afternoon|evening|weekend|january|february|march|april|june|july|august|september|october|november|december|day$|เดือน|ปี|วัน|เที่ยง|เช้า|บ่าย|เย็น|ค่ำ|นี้|นั้น|ไหน|บ้าน|^(?:時|時間|一|二|三|四|五|今|来)/i

export function areaIn(said: string): string | undefined {
  const area = [THAI, ENGLISH, JAPANESE].map((it) => it.exec(said)?.[1]?.trim()).find((it) => it !== undefined)
  return area && !NO_PLACE.test(area) ? area : undefined
}

const GOES_THAI =
  /(?:อยาก|สนใจ|วางแผน|แพลน|ตั้งใจ|กะ)(?:ว่า)?(?:จะ)?(?:พา[ก-๙]{0,14}?)?ไป(?:เที่ยว|ทริป|ทัวร์)?(?:ที่)?\s?([ก-๙]{2,16}?)(?=$|[\s,.!?\d]|กับ|ช่วง|เดือน|วัน|ประมาณ|สัก|ค่ะ|คะ|ครับ|คับ|นะ|จ้า|ไหม|มั้ย|มั๊ย|หน่อย|ด้วย|ต้น|ปลาย|กลาง|สิ้น)/
const GOES_ENGLISH =
  /\b(?:go(?:ing)?|travel(?:l?ing)?|fly(?:ing)?|trip|tour|holiday|journey) (?:over |up |down )?to ((?:[A-Z][\p{L}'-]+)(?:\s[A-Z][\p{L}'-]+){0,2})/u
const GOES_JAPANESE = /([\p{Script=Han}ァ-ヶー]{2,10})(?:へ|に)(?:は)?(?:旅行|行き|行って|行く|行こう)/u
const GOES_CHINESE =
  /(?:想|要|打算|计划|計劃)(?:[^，。\s]{0,8})去([\p{Script=Han}]{2,6}?)(?=玩|旅|看|$|[，,。！!？?\s\d])/u
/** 'To go on a trip', 家族旅行に行く, อยากไปด้วย: said of going, and no place. */
const NO_GOAL =
  /^(?:เที่ยว|ด้วย|กัน|ทะเล|ภูเขา|ต่างประเทศ|ต่างจังหวัด|พัก|ดู|กิน|ทำ|เรียน|หา|รับ|ส่ง|เอง|คน|กี่|แบบ|ทัวร์|ทริป|อีก|ก่อน|แล้ว|มา|ไหว้|ครอบครัว|ทั้ง|หลาย|สอง|สาม|แค่|แต่|ให้)|旅行|観光|連休|休み|休暇|週末|年末|一緒|是非|今度|海外|国外|哪/

/** Where they want to go, by its name alone, which no list of places knows: อยากไปเชียงตุง, '去景栋玩'. */
export function goalIn(said: string): string | undefined {
  const goal = [GOES_THAI, GOES_ENGLISH, GOES_JAPANESE, GOES_CHINESE]
    .map((it) => it.exec(said)?.[1]?.trim())
    .find((it) => it !== undefined)
  return goal && !NO_PLACE.test(goal) && !NO_GOAL.test(goal) ? goal : undefined
}

const CALLED = [
  /ホテル(?:は|:|:)\s?([\p{Script=Katakana}ー・\p{Script=Han}A-Za-z' ]{2,24}?)(?=です|でございます|になり|に(?:泊|宿)|なので|。|$)/u,
  /(?<![a-z])hotel(?:(?:'s|’s)? name)?(?: is|:|'s|’s| =)\s(?:the )?((?:[A-Z][\p{L}'’&-]*)(?:\s[A-Z][\p{L}'’&-]*){0,4})/u,
  /โรงแรม(?:ชื่อ|คือ|:)\s?([ก-๙A-Za-z][ก-๙A-Za-z' -]{2,24}?)(?=$|[\s,.!?]*(?:ค่ะ|คะ|ครับ|คับ|นะ|$))/u,
]
const A_HOTEL = [
  /(โรงแรม\s?(?!ไหน|อะไร|ที่|เดิม|เรา|นะ|ค่ะ|คะ|ครับ|ไป|ตอน|พรุ่ง|วัน)[ก-๙A-Za-z][ก-๙A-Za-z'-]{2,24}?(?:\s[A-Z][\p{L}'-]+){0,3})(?=$|[\s,.!?\d]|ไป|พรุ่ง|วัน|ตอน|เวลา|ค่ะ|คะ|ครับ|คับ|นะ|หน่อย|ด้วย|ที่|ตรง|แถว)/u,
  /((?:the )?(?:[A-Z][\p{L}'’-]*\s){1,4}(?:hotel|resort|residences?|villas?))(?![a-z])/iu,
  /((?:hotel|resort) (?:[A-Z][\p{L}'’-]*)(?:\s[A-Z][\p{L}'’-]*){0,3})/u,
  /([ァ-ヶー・]{2,16}(?:・|\s)?ホテル|ホテル[・\s]?[ァ-ヶー]{2,16})/u,
]
const NO_HOTEL =
  /^(?:(?:the|a|an|our|my|your|their|this|that|any|from|to|at|in|and|which|same)\s)+(?:hotel|resort|residences?|villas?)$/i

/** 'A nice hotel near the beach' names none. */
const ANY_HOTEL =
  /(?<![a-z])(?:we|i|you|want|need|nice|good|cheap|better|near|close|which|what|book|stay|some|are|can|room|night|best|any|new|other|same|big|small|5|4|3|star|our|my|your|their|this|that|a|an)(?![a-z])/i

/** 'Sukhumvit 24', ทองหล่อ 13: the street that was read of it, with the number that says where. */
export function houseNumbered(said: string, street: string | undefined): string | undefined {
  const at = street === undefined ? -1 : said.toLowerCase().indexOf(street.toLowerCase())
  if (street === undefined || at < 0) return undefined
  const [number] = STREET_NUMBER.exec(said.slice(at + street.length)) ?? []
  return number === undefined ? undefined : said.slice(at, at + street.length) + number
}
const STREET_NUMBER =
  /^\s?(?:(?:soi|ซอย|ซ\.|ソイ)\s?)?\d{1,3}(?:\/\d{1,3})?(?![\d:.]|\s?(?:am|pm|people|persons?|pax|adults?|guests?|of us|คน|ท่าน|ที่|โมง|ทุ่ม|น\.|นาที|名|人|時|日|月|bags?|friends?|golfers?|players?|kids?|child|baht|บาท|thb|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[ก-๙]\.[ก-๙]))/i

/** A hotel by its name: 'our hotel is the Okura', 'โรงแรมแชงกรีลา', 'the Sukhothai hotel', which is no town. */
export function hotelIn(said: string): string | undefined {
  const called = CALLED.map((it) => it.exec(said)?.[1]?.trim()).find((it) => it !== undefined)
  if (called) return called
  const name = A_HOTEL.map((it) => it.exec(said)?.[1]?.trim()).find((it) => it !== undefined)
  const bare = name?.replace(/^(?:.*\s)?(?:from|to|at|in|and|for|take|us|me|is|it's|drop|bring|near)\s+/i, '')
  return bare && !NO_HOTEL.test(bare) && !ANY_HOTEL.test(bare) ? bare : undefined
}

/** What was read of such a name alone: 'hotel', or the town it is called after. */
export const isPartOfHotel = (place: unknown, hotel: string, said: string): boolean => {
  const [part, whole] = [String(place).toLowerCase(), hotel.toLowerCase()]
  return (
    /^(?:โรงแรม|hotel|ホテル|酒店)$/.test(part) ||
    (whole.includes(part) && !said.toLowerCase().replace(whole, ' ').includes(part))
  )
}

const END = "([\\p{L}][\\p{L}\\p{M}\\d'’. -]{1,38}?)"
const RIDES = [
  new RegExp(
    `\\bfrom ${END} to ${END}(?=$|[,.;!?]|\\s(?:at|on|for|by|around|tomorrow|tmrw|today|please|pls|\\d))`,
    'iu',
  ),
  new RegExp(`จาก\\s?${END}\\s?(?:ไป(?:ที่|ส่งที่|ส่ง)?|ถึง)\\s?${END}(?=$|[\\s,.!?])`, 'u'),
  /([\p{Script=Han}\p{Script=Katakana}ー]{2,14})から([\p{Script=Han}\p{Script=Katakana}ー]{2,14})(?:まで|へ)/u,
]
const NO_END =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|^(?:morning|now|today|tomorrow|เช้า|บ่าย|เย็น|วัน|เวลา|ตี)/i

/** Both ends of a ride: 'from Sukhumvit 24 to Alpine golf'. */
export function rideIn(said: string): { from: string; to: string } | undefined {
  for (const ride of RIDES) {
    const [, from = '', to = ''] = ride.exec(said)?.map((it) => it.trim()) ?? []
    if (from && to && !NO_END.test(from) && !NO_END.test(to)) return { from, to }
  }
  return undefined
}

const ARRIVES =
  /\b(?:airport pick-?\s?ups?|pick(?:ed|s)?(?: (?:me|us|him|her|them|\w+))? up (?:at|from) (?:the )?(?:airport|[A-Z]{3}\b)|(?:meet|collect|fetch)(?:ed)? (?:me |us |him |her |them )?(?:at|from) (?:the )?(?:airport|[A-Z]{3}\b)|(?:we |i |they |he |she )?(?:land(?:s|ing|ed)?|arriv(?:e|es|ing|al)|touch(?:es|ing)? down))\b|(?:มารับ|รับ|ไปรับ)(?:ที่|จาก)(?:สนามบิน|สุวรรณภูมิ|ดอนเมือง)|(?:เครื่อง|ไฟล์?[ทต]์?)(?:จะ)?(?:ลง|ถึง)|ถึงสนามบิน|空港(?:で|へ|に)?(?:の)?(?:お?迎え|ピックアップ)|(?:到着|着きます|着く|着陸)|接机|接機|抵达|抵達|落地/i
const DROPS = [
  /(?:^|[\s,;])(?:to|drop(?:ping)?(?: (?:me|us|off|them))* at|staying at) (?:the |my |our )?((?:[A-Z\d][\p{L}\p{M}\d'’&.-]*)(?:\s(?:of|at|by|the|and|[A-Z\d][\p{L}\p{M}\d'’&.-]*)){0,5})/u,
  /(?:ไป(?:ส่ง|ที่|ยัง)*|ส่ง(?:ที่)?|พัก(?:ที่|อยู่ที่)?)\s?((?:โรงแรม|คอนโด|รีสอร์[ทต]|วิลล่า|บ้าน)?[ก-๙A-Za-z][ก-๙A-Za-z\d .'-]{2,30}?)(?=$|[\s,.!?]*(?:ค่ะ|คะ|ครับ|คับ|นะ|พรุ่ง|วัน|ตอน|เวลา|\d|$))/u,
  /([\p{Script=Han}ァ-ヶー]{2,14})(?:まで|へ)/u,
  /(?:去|到|送到)([\p{Script=Han}]{2,10})(?=$|[，,。！!])/u,
]

/** 'Landing at BKK 06:25, to the Park Hyatt': who arrives is fetched at the airport; where they go then, if they say so. */
export function arrivalIn(said: string): { to: string | undefined } | undefined {
  if (!ARRIVES.test(said)) return undefined
  const to = DROPS.flatMap((drop) => drop.exec(said)?.[1]?.trim() ?? []).find(
    (it) => !NO_END.test(it) && !AIRPORT.test(it) && !AIRPORT_CODE.test(it),
  )
  return { to }
}
const AIRPORT_CODE = /^[A-Z]{3}$|^(?:สุวรรณภูมิ|ดอนเมือง)$/

const FLIGHT =
  /(?:flight|plane|take-?off|departure)(?: time)?(?:\s(?:is|at|leaves|departs|goes|takes off|departing|leaving))*(?:\s(?:at|is|around|about))?\s*$|(?:เครื่อง|ไฟลท์|ไฟล์ท|ไฟล์ต|เที่ยวบิน)(?:บิน)?(?:ของ)?(?:ผม|เรา|หนู)?(?:จะ)?(?:ออก|ขึ้น|บิน)?(?:เวลา|ตอน|คือ|ประมาณ)?\s*$|(?:フライト|飛行機|便)(?:の(?:出発|時間))?(?:は|が)?\s*$|(?:航班|飞机|飛機)(?:是|在|时间)*\s*$/i

/** 'My flight is 11:25', on the way to an airport, is no time to be fetched at. Who arrives is fetched when the flight does. */
export const isOfFlight = (said: string, time: string, destination: unknown): boolean => {
  const at = said.toLowerCase().indexOf(time.toLowerCase())
  return at > 0 && AIRPORT.test(String(destination)) && FLIGHT.test(said.slice(0, at))
}
