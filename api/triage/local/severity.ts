import type { Severity, Slots, SlotValue } from '../understanding.ts'

const LADDER: readonly Severity[] = ['low', 'normal', 'high', 'critical']

const DANGER =
  /หายใจไม่|เลือด(?:ไหล|ออก)|หมดสติ|เป็นลม|ชัก(?!ชวน)|จมน้ำ|ไฟไหม้|เจ็บหน้าอก|แน่นหน้าอก|ปากบวม|ช่วยด้วย|รถพยาบาล|ลวนลาม|ทำร้าย|ขู่ฆ่า|หลงทาง|พลัดหลง|can.?t breathe|bleed|unconscious|collaps|faint|ambulance|chest pain|anaphyla|drown|assault|in danger|emergency|trapped|seizure|意識|出血|救急車|呼吸|倒れ|行方不明/
const STRANDED =
  /ไม่ให้(?:เข้าพัก|เช็คอิน|ขึ้น|เข้า|ลง)|ไม่มีที่นอน|นอนไหน|นอนที่ไหน|ไล่(?:เรา|ออก)|ไม่มีชื่อ|ไม่มีการจอง|หาจากนามสกุล|หาชื่อไม่เจอ|ห้อง(?:ก็)?(?:เต็ม|ขายไป)|เช็คอินไม่ได้|ตกเครื่อง|ติดอยู่(?:ที่|สนามบิน|กลางทาง)?|ติดเกาะ|เคว้ง|ถูกทิ้ง|ทิ้งเรา|กลับไม่ได้|เข้าพักไม่ได้|รูดบัตรก่อน|nowhere to (?:sleep|stay|go)|no (?:reservation|booking|room) (?:for|under)|stranded|stuck (?:at|in|on)|won.?t (?:let|check) (?:us|me)|refus(?:es|ed|ing) (?:us|me|to|entry|check)|turned (?:us|me) away|kicked (?:us|me) out|thrown out|no(?:where| place) to stay|sleeping (?:in|at|on) the|missed (?:our|my|the|their) (?:flight|connection|train|ferry)|fully booked|they.?re full|泊まれ|予約がない|予約が入って|入れてもらえ|乗り遅れ|立ち往生|取り残/
const ABROAD_NIGHT = /ยกเลิก.*(?:คืนนี้|นอน)|cancel.*(?:tonight|nowhere|sleep)/
const COMPROMISED =
  /แฮก|แฮ็ก|โดนเจาะ|ล็อกอินซ้อน|มีคน(?:อื่น)?(?:เข้า|ใช้|ล็อกอิน)|เปลี่ยนอีเมล(?:ผม|ของ|เรา|หนู)|ออเดอร์แปลก|hack|compromis|someone (?:else )?(?:logged|has (?:logged|access|changed)|is using|changed|used)|unauthori[sz]ed|took over|not me\b|乗っ取|不正(?:ログイン|アクセス|利用)/
const LEGAL =
  /ฟ้อง|สคบ|ทนาย|ดำเนินคดี|แจ้งความ|นักข่าว|ออกข่าว|ร้องเรียนกับ|ลงพันทิป|ลงโซเชียล|ประจาน|โพสต์แฉ|lawyer|legal action|\bsue\b|solicitor|small claims|chargeback|journalist|newspaper|consumer (?:protection|board)|go public|review(?:s)? everywhere|弁護士|訴え|消費者センター|法的/
const NOT_URGENT =
  /ไม่(?:ได้)?(?:ด่วน|รีบ)|ไม่ต้องรีบ|ว่างแล้วค่อย|เมื่อไหร่ก็ได้|no rush|not urgent|no hurry|whenever you|take your time|not in a hurry|急ぎでは(?:ない|ありません)|急いでいません|いつでも(?:いい|構い)/
const OVER =
  /คราวหน้า|ครั้งหน้า|ย้อนหลัง|เรียก(?:แท็กซี่|แกร็บ|รถ)(?:เอง|ไปเอง)|ไปเอง|สุดท้าย|ปล่อยผ่าน|เกือบ|มาแล้วครับ|ไปโรงพยาบาลมาแล้ว|หายแล้ว|ขอเบิก|ชดเชย|มารับ(?:สาย|ช้า)|just to let you know|want (?:it|this) reimburs|reimburs|in the end|ended up|eventually|sorted (?:it|a taxi|ourselves)|came .* late|fine now|recovered|next time|for the record|feedback|結局|その後|今後|次回/
const STILL =
  /ตอนนี้|ยังไม่มา|กำลัง|ยืนรอ(?!นาน)|ยังรอ|อยู่ที่|right now|still (?:waiting|here|bleeding|missing)|\bnow\b|we.?re (?:at|here|standing|waiting)|今|まだ/
const PAST_DAY =
  /เมื่อวาน|เมื่อคืน|เมื่อเช้า|ที่แล้ว|ที่ผ่านมา|อาทิตย์ก่อน|เดือนก่อน|yesterday|last (?:night|week|month|mon|tue|wed|thu|fri|sat|sun)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|ago\b|昨日|先週|先日|先月|昨夜/
const SOON_WORDS =
  /พรุ่งนี้|วันนี้|คืนนี้|เย็นนี้|บ่ายนี้|เช้านี้|tomorrow|tonight|today|this (?:morning|afternoon|evening)|in (?:an|one|two|three|\d{1,2}) hours?|อีก\s*(?:\d{1,2}|สอง|สาม)?\s*ชั่วโมง|明日|今日|今夜|本日/
/** Types in which a service about to start makes waiting costly. */
const SERVICE = /change|cancel|reschedule|complaint|document|confirmation|hotel|flight|class_|roster|venue_service/
const OPERATIONAL = /no_show|not_honoured|safety/
const LARGE_LOSS_THB = 50_000
const RATES: Record<string, number> = {
  THB: 1,
  USD: 34,
  USDT: 34,
  EUR: 37,
  GBP: 43,
  AUD: 22,
  SGD: 26,
  JPY: 0.22,
  MYR: 8,
}

export type SeverityInput = {
  text: string
  caseType: string
  usual: Severity
  slots: Slots
  today: string
  tomorrow: string
}

const atLeast = (severity: Severity, floor: Severity): Severity =>
  LADDER.indexOf(severity) >= LADDER.indexOf(floor) ? severity : floor
const oneLower = (severity: Severity): Severity => LADDER[Math.max(0, LADDER.indexOf(severity) - 1)] ?? severity

const inBaht = ({ value, currency }: SlotValue): number =>
  typeof value === 'number' ? value * (RATES[currency ?? 'THB'] ?? 1) : 0

/** The usual severity of the type, raised or lowered by what the customer says, with the reason for it. */
export const severityOf = ({
  text,
  caseType,
  usual,
  slots,
  today,
  tomorrow,
}: SeverityInput): { severity: Severity; reason: string } => {
  const said = text.toLowerCase()
  const over =
    OPERATIONAL.test(caseType) || caseType.startsWith('food_')
      ? (OVER.test(said) || PAST_DAY.test(said)) && !STILL.test(said)
      : false
  if (usual === 'critical' && over && (OVER.test(said) || PAST_DAY.test(said)))
    return { severity: 'high', reason: 'over_and_nobody_waits' }
  if (!over && DANGER.test(said)) return { severity: 'critical', reason: 'danger' }
  if (
    /hotel|flight|no_show|honoured|venue/.test(caseType) &&
    !OVER.test(said) &&
    (STRANDED.test(said) || ABROAD_NIGHT.test(said))
  )
    return { severity: 'critical', reason: 'stranded_or_refused' }
  if (/account|login|access/.test(caseType) && COMPROMISED.test(said))
    return { severity: 'critical', reason: 'account_compromised' }
  let severity = usual
  let reason = 'usual_for_type'
  const raise = (floor: Severity, why: string) => {
    const raised = atLeast(severity, floor)
    if (raised !== severity) reason = why
    severity = raised
  }
  if (LEGAL.test(said)) raise('high', 'legal_or_media')
  const loss = Math.max(0, ...(slots.amount ?? []).map(inBaht))
  if (loss >= LARGE_LOSS_THB) raise('high', 'large_loss')
  const dates = (slots.date ?? []).map((it) => String(it.value).slice(0, 10))
  if (
    SERVICE.test(caseType) &&
    (dates.includes(today) || dates.includes(tomorrow) || SOON_WORDS.test(said)) &&
    !/refund_promised/.test(caseType)
  )
    raise('high', 'starts_within_a_day')
  if (NOT_URGENT.test(said)) return { severity: oneLower(severity), reason: 'customer_says_not_urgent' }
  return { severity, reason }
}
