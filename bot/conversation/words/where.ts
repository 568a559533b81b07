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

const FLIGHT =
  /(?:flight|plane|take-?off|departure)(?: time)?(?:\s(?:is|at|leaves|departs|goes|takes off|departing|leaving))*(?:\s(?:at|is|around|about))?\s*$|(?:เครื่อง|ไฟลท์|ไฟล์ท|ไฟล์ต|เที่ยวบิน)(?:บิน)?(?:ของ)?(?:ผม|เรา|หนู)?(?:จะ)?(?:ออก|ขึ้น|บิน)?(?:เวลา|ตอน|คือ|ประมาณ)?\s*$|(?:フライト|飛行機|便)(?:の(?:出発|時間))?(?:は|が)?\s*$|(?:航班|飞机|飛機)(?:是|在|时间)*\s*$/i
const AIRPORT = /airport|สนามบิน|空港|机场|機場/i

/** 'My flight is 11:25', on the way to an airport, is no time to be fetched at. Who arrives is fetched when the flight does. */
export const isOfFlight = (said: string, time: string, destination: unknown): boolean => {
  const at = said.toLowerCase().indexOf(time.toLowerCase())
  return at > 0 && AIRPORT.test(String(destination)) && FLIGHT.test(said.slice(0, at))
}
