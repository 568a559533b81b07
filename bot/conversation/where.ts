/** Where somebody wants to be, said beside other things: 'around Bang Na', 'パタヤ方面で'; and where a ride goes. */

const THAI =
  /(?:แถว(?:ๆ)?|ย่าน|โซน|แถบ|ละแวก|ใกล้(?:ๆ)?(?!กัน|เคียง))\s?([ก-๙]{2,16}?|[A-Za-z][A-Za-z' -]{1,24}?)(?=$|[\s,.!?]|หน่อย|ก็ได้|ดีกว่า|ครับ|คับ|ค่ะ|คะ|นะ|ก็ได้)/
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
