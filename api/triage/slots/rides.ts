import type { Named } from './gazetteer.ts'
import type { Found } from './scan.ts'

const LEAVES_AFTER = /^\s*(?:から|発|出発|->|→|⇒|>|to |ไป(?!รับ)|ส่ง|กลับ|到|去|出发)/
const ARRIVES_AFTER = /^\s*(?:まで|へ|行き|に送)/
const ARRIVES_BEFORE =
  /(?:ไปส่ง(?:ที่)?|ไปลง|ส่งที่|ส่ง|ถึง|ไปที่|ไป|กลับ|เข้า|(?<![a-z])to|(?<![a-z])to the|->|→|⇒|drop(?:ped)?(?:[ -]?off)?(?: us| me| him| her)?(?: at)?|drive (?:me|us|him|her|them) to|到|去|送到|前往)\s*(?:the |โรงแรม|บ้าน|คอนโด|สนามกอล์ฟ|สนาม|งานแต่งที่|งาน|ที่)?\s*(?:\S{0,8}\s)?$/
const LEAVES_BEFORE =
  /(?:รับ(?:คณะ)?(?:จาก|ที่|กลับจาก)?|จาก|(?<![a-z])from|(?<![a-z])at|lands? at|landing at|arriv\w* at|pick(?:ed)?(?: me| us)?[ -]?up(?: at| from)?|pickup|ขึ้นรถที่|ลงเครื่อง(?:ที่)?|从|從|在|接)\s*(?:ที่|จาก|the |our |at |from )?\s*(?:hotel|โรงแรม|คอนโด|condo|บ้าน|condo in|hotel in|ย่าน)?\s*(?:\S{0,6}\s?)?$/

const LODGING: [RegExp, string][] = [
  [/(?:คอนโด(?:ที่|แถว|ย่าน)?|(?:our|my|the|his|her) condo (?:in|at|near))\s*$/, 'condo'],
  [/(?:โรงแรมเราที่|(?<![a-z])(?:our|my) hotel (?:in|at|near)|(?<![a-z])hotel(?= [a-z]+ ค))\s*$/, 'hotel'],
]
const SOMEWHERE_IN =
  /(?:โรงแรม(?:ย่าน|แถว)|(?<![a-z])(?:a |an )?(?:hotel|place|house|home) (?:in|near)|บ้าน(?:ที่|แถว|ย่าน))\s*$/
const LODGING_AFTER = /^\s*(?:の(?:自宅|ホテル|コンドミニアム)|の家)/

/** "our hotel in Kuta" is a place to be picked up at, `Kuta hotel`; "a hotel in Sukhumvit" names none. */
export const lodgingIn = (low: string, it: Found<Named>): string | undefined => {
  const before = low.slice(Math.max(0, it.index - 20), it.index)
  const after = low.slice(it.index + it.text.length, it.index + it.text.length + 10)
  const kind = LODGING.find(([said]) => said.test(before))
  if (kind) return `${it.value.value.split(',')[0]} ${kind[1]}`
  const isExact = /^\s*(?:ซอย|ซ\.|soi)?\s*\d/.test(after)
  return (SOMEWHERE_IN.test(before) && !isExact) || LODGING_AFTER.test(after) ? undefined : it.value.value
}

/** A ride has two ends: where it picks up (venue) and where it drops off (destination). */
export const endsOfRide = (low: string, named: Found<Named>[]): Map<Found<Named>, 'venue' | 'destination'> => {
  const ends = new Map<Found<Named>, 'venue' | 'destination'>()
  const unsure: Found<Named>[] = []
  for (const it of named) {
    const before = low.slice(Math.max(0, it.index - 26), it.index)
    const after = low.slice(it.index + it.text.length, it.index + it.text.length + 10)
    if (LEAVES_AFTER.test(after)) ends.set(it, 'venue')
    else if (ARRIVES_AFTER.test(after)) ends.set(it, 'destination')
    else if (LEAVES_BEFORE.test(before) && !ARRIVES_BEFORE.test(before)) ends.set(it, 'venue')
    else if (ARRIVES_BEFORE.test(before)) ends.set(it, 'destination')
    else unsure.push(it)
  }
  const has = (end: 'venue' | 'destination') => [...ends.values()].includes(end)
  for (const it of unsure) {
    const firstOfTwo = unsure.length > 1 && unsure[0] === it
    ends.set(it, (has('destination') && !has('venue')) || (firstOfTwo && !has('venue')) ? 'venue' : 'destination')
  }
  return ends
}

/** 'To the airport', 空港まで: an end of a ride that has no name of its own is called as it was said. */
const NAMELESS =
  /(?<![a-z])(?:airport|(?<!\ba |another |any )hotel)(?![a-z]| (?:in|near|at|around)(?![a-z]))|สนามบิน|โรงแรม(?!ย่าน|แถว|ใน)|空港|ホテル|机场|機場|酒店|饭店/g
const NEARBY = 2
export const AIRPORT = /airport|สนามบิน|空港|机场|機場/i

export function namelessEnds(low: string, named: readonly Found<Named>[]): Found<Named>[] {
  const isPartOf = (at: number, end: number) =>
    named.some((it) => at <= it.index + it.text.length + NEARBY && end >= it.index - NEARBY)
  // 'airport transfer, from DAD to Hoi An'
  const isNamed = named.some((it) => AIRPORT.test(it.value.value))
  return [...low.matchAll(NAMELESS)]
    .filter(({ index, 0: said }) => !isPartOf(index, index + said.length) && !(isNamed && AIRPORT.test(said)))
    .map(({ index, 0: said }) => ({ index, text: said, value: { slot: 'destination', value: said } }))
}
