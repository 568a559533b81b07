import type { CaseConcern } from '../../cases/schema.ts'
import { readDates } from '../slots/dates.ts'
import type { Severity, Slots, SlotValue } from '../understanding.ts'

const LADDER: readonly Severity[] = ['low', 'normal', 'high', 'critical']

const DANGER =
  /หายใจไม่|เลือด(?:ไหล|ออก)|หมดสติ|(?<!จะ)เป็นลม(?!ตาย)|(?<!ลิ้น)ชัก(?!ชวน|ช้า|จะ|ไม่|โครก|ภาพ|รอก)|จมน้ำ|ไฟไหม้|เจ็บหน้าอก|แน่นหน้าอก|ปากบวม|ช่วยด้วย|รถพยาบาล|ลวนลาม|ทำร้าย|ขู่ฆ่า|หลงทาง|พลัดหลง|can.?t breathe|(?<!numbers (?:are )?|counts? (?:is )?|budget (?:is )?|wallet (?:is )?|followers (?:are )?|likes (?:are )?)bleed(?!ing (?:followers|subs|likes|views|money|credit|cash|edge))|unconscious|collaps|faint|ambulance|chest pain|anaphyla|drown|assault|in danger|(?<!non.)emergency(?! (?:number|contact|exit|kit|phone|line|card|fund))|trapped|seizure|意識(?:が|を|不明)|出血|救急車|呼吸|倒れ|行方不明|溺れ|昏迷|晕倒|流血|救护车|呼吸困难|喘不过气|胸口痛|溺水|失踪|走失|救命/
/** Who drives them is not fit to, or one of them is gone. */
const KIN =
  '(?:father|mother|m[uo]m|dad|parents?|son|daughter|wife|husband|grand\\w+|child|kid|bab(?:y|ies)|toddler|sister|brother|uncle|aunt|friend|nephew|niece|girl|boy)'
const UNFIT_OR_GONE = new RegExp(
  [
    '(?:คนขับ(?:รถ)?|โชเฟอร์|คนขับเรือ)[ก-๙\\s]{0,30}(?:(?<!ไม่|ยังไม่ได้)หลับ(?:ใน)?|สัปหงก|เมา|กลิ่นเหล้า|ขับซิ่ง)|เกือบ(?:ลง|ตก)(?:เหว|เขา|คลอง)|เบรกแตก',
    '(?:แม่|พ่อ|ลูก|ยาย|ตา|ปู่|ย่า|ป้า|ลุง|หลาน|สามี|ภรรยา|น้องสาว|น้องชาย)[ก-๙]{0,6}(?:หายตัวไป|หายไปจาก(?:ที่พัก|โรงแรม|กลุ่ม|กรุ๊ป)|หายไป(?:ไหน|\\s?\\d|สอง|สาม|หลาย)|ยังไม่กลับ(?:มา)?(?:ที่)?(?:โรงแรม|ที่พัก))',
    '\\bdriver\\b[^.!?]{0,24}\\b(?:drunk|been drinking|nodding off|dozing|falling asleep|fell asleep|asleep at|smells? of (?:alcohol|drink|booze|beer|whisk))',
    `\\b(?:my|our) (?:\\w+ )?${KIN}(?:'s| is| has| have)?[^.!?]{0,24}\\b(?:gone missing|wandered off|disappeared|vanished|is missing(?! (?:from|on|in) (?:the|our|my|your|this) (?:booking|list|order|reservation|confirmation|roster|invoice|names?|ticket|e-?mail))|(?:is )?not (?:in|at) (?:the|his|her|our|their) (?:hotel|room|lodge|resort)|never came back|has ?n.?t come back|did ?n.?t come back)`,
    `\\b(?:can.?t|cannot|could ?n.?t) find (?:my|our) (?:\\w+ )?${KIN}\\b`,
    '運転手[^。]{0,14}(?:酒|酔|居眠り|寝て)|居眠り運転|飲酒運転|シートベルト[^。]{0,10}(?:壊れ|締められ)',
    '(?:父|母|息子|娘|子ども|子供|妻|夫|主人|祖父|祖母|孫)(?:が|の姿が)[^。]{0,12}(?:いなくなり|いなくなった|見当たら|戻って(?:こない|きません|来ません|来ない))',
  ].join('|'),
)
const STRANDED =
  /ไม่ให้(?:เข้าพัก|เช็คอิน|ขึ้น|เข้า|ลง)|ไม่มีที่นอน|นอนไหน|นอนที่ไหน|ไล่(?:เรา|ออก)|ไม่มีชื่อ|ไม่มีการจอง|หาจากนามสกุล|หาชื่อไม่เจอ|ห้อง(?:ก็)?(?:เต็ม|ขายไป)|เช็คอินไม่ได้|ตกเครื่อง|ติดอยู่(?:ที่|สนามบิน|กลางทาง)?|ติดเกาะ|เคว้ง|ถูกทิ้ง|ทิ้งเรา|กลับไม่ได้|เข้าพักไม่ได้|รูดบัตรก่อน|nowhere to (?:sleep|stay|go)|no (?:reservation|booking|room) (?:for|under)|stranded|stuck (?:at|in|on (?:the |an? |this |our )?(?:road|roadside|side|island|boat|ferry|bus|train|motorway|highway|mountain|hill|plane|tarmac|runway|beach|pier|platform|way|bridge))|won.?t (?:let|check) (?:us|me)|refus(?:es?|ed|ing) (?:us|me|to|entry|check|our)|turned (?:us|me) away|sold (?:our|my) room|(?:gave|given|giving) (?:our|my) rooms? (?:away|to)|no check.?in\b|won.?t (?:give|hand) (?:us|me)|(?:asked|told|telling|asking) (?:us|me) to leave|nowhere to put (?:us|me)|kicked (?:us|me) out|thrown out|no(?:where| place) to stay|sleeping (?:in|at|on) the|missed (?:our|my|the|their) (?:flight|connection|train|ferry)|fully booked|they.?re full|泊まれ|予約がない|予約が入って|入れてもらえ|乗り遅れ|不(?:让|讓|给|給)(?:我们|我們|我)?(?:入住|进|進|办|辦)|唔俾入|(?:房间|房間|房)(?:都)?(?:已经|已經)?(?:卖|賣|让|讓|给|給)(?:给|給)?了?(?:别人|別人)|ขายห้อง(?:ของ)?(?:เรา|ผม|หนู|ฉัน)|立ち往生|取り残/
/** A flight that is late or gone is high by itself; it is critical where people do not know where to go or sleep. */
const LOST_ON_THE_WAY =
  /นอนไหน|นอนที่ไหน|ไม่มีที่นอน|กลับไม่ได้|ติดอยู่(?:ที่)?สนามบิน|(?:ตกเครื่อง|ยกเลิก)[^\n]{0,60}(?:ทำยังไงดี|ทำไงดี|ไม่รู้จะ|คนเดียว|ลำพัง|กลางดึก)|เคว้ง|nowhere to (?:sleep|stay|go)|stranded|stuck (?:at|in) (?:the |an? )?(?:airport|terminal|transit)|sleeping (?:in|at|on) the|no(?: place|where) to stay|泊まる(?:ところ|場所)が(?:ない|あり)|帰れ(?:ない|ません)|立ち往生|回不去|滞留|没地方住|睡机场/
/** Of a flight this is only late: what is left of the words tells whether anybody is stranded. */
const LATE_ON_THE_WAY =
  /ตกเครื่อง|missed (?:our|my|the|their) (?:flight|connection|train|ferry)|stuck (?:on|in) (?:the )?(?:tarmac|traffic|runway|plane)|fully booked|乗り遅れ(?:て|た|まし)?/g
/** Nowhere to sleep, or not let in, whatever the trouble is called. */
const LEFT_OUTSIDE =
  /ไม่มีที่นอน|นอนไหน|นอนที่ไหน|ไม่ให้(?:เข้าพัก|เช็คอิน)|เข้าพักไม่ได้|ถูกทิ้ง|ทิ้งเรา|nowhere to (?:sleep|stay|go)|no(?: place|where) to stay|stranded|won.?t (?:let|check) (?:us|me) in|turned (?:us|me) away|泊まる(?:ところ|場所)が(?:ない|ありません)|入れてもらえ|立ち往生|取り残|没地方住|不让(?:我们|我)?(?:入住|进)|被丢下|滞留/
/** Who is stuck is so today, however long it lasts: 'stuck here until Monday'. */
const STUCK = /stuck|ติดอยู่|ติดแหง็ก|立ち往生|足止め|滞留|困在/
const ABROAD_NIGHT = /ยกเลิก.*(?:คืนนี้|นอน)|cancel.*(?:tonight|nowhere|sleep)/
const COMPROMISED =
  /แฮก|แฮ็ก|โดนเจาะ|ล็อกอินซ้อน|สวมรอย|(?:มีคน|มีใคร|ใครไม่รู้)(?:อื่น|ไม่รู้|ก็ไม่รู้|ที่ไหน)?(?:มา|แอบ)?(?:เข้า|ใช้|ล็อกอิน|สั่ง)(?!แล้ว)|เปลี่ยนอีเมล(?:ผม|ของ|เรา|หนู)|(?:อีเมล|เบอร์|รหัส)\S{0,12}(?:โดน|ถูก)เปลี่ยน|(?:โดน|ถูก)(?:แอบ)?เปลี่ยน(?:รหัส|อีเมล|เมล|เบอร์)|คนอื่น(?:มา|แอบ)?(?:ล็อกอิน|เข้า(?:บัญชี|ไอดี|ระบบ|ยูส)|ใช้(?:บัญชี|ไอดี|ยูส|บัตร))|(?:ประวัติ|แจ้งเตือน|มีการ)(?:การ)?(?:ล็อกอิน|เข้าระบบ|เข้าสู่ระบบ)\S{0,8}จาก|เปลี่ยนรหัส\S{0,6}(?:ทั้งที่|โดยที่)\S{0,6}ไม่ได้|ออเดอร์แปลก|hack|compromis|(?:some(?:one|body)|a stranger)(?: else| \w+ \w+)? (?:logged|has (?:logged|access|changed)|is (?:using|inside|in my|placing|booking|ordering|spending)|changed|used)|(?:log.?in|sign.?in)[^.!?]{0,20} from (?:an? |some |another )|unauthori[sz]ed|took over|not me\b|was ?n.?t me\b|(?:orders?|purchases?|charges?)[^.!?]{0,25} (?:i|we) (?:never|did ?n.t|have ?n.t|haven.t) (?:made?|place[d]?|order(?:ed)?)|乗っ取|不正(?:ログイン|アクセス|利用)|(?:知らない|他の)人[がに]\S{0,10}(?:ログイン|注文|使)|(?:知らない|見知らぬ|見覚えのない)(?:端末|場所|国|人)\S{0,8}(?:ログイン|アクセス)|パスワードが?(?:勝手に)?(?:変えられ|変更され)|陌生\S{1,4}登[录錄入]|密[码碼]被|被盗|被盜|盗号|盜號|被黑|[别別]人(?:登[录錄入]|用|进|進)|有人[登用進进]\S{0,10}(?:号|號|账|帳|单|單)/
const LEGAL =
  /ฟ้อง|สคบ|ทนาย|ดำเนินคดี|แจ้งความ|นักข่าว|ออกข่าว|ร้องเรียนกับ|ลงพันทิป|ลงโซเชียล|ประจาน|โพสต์แฉ|lawyer|legal action|\bsue\b|solicitor|small claims|chargeback|journalist|newspaper|consumer (?:protection|board)|go public|review(?:s)? everywhere|弁護士|訴え|消費者センター|法的|律师|起诉|曝光|投诉到|消费者协会|媒体/
const NOT_URGENT =
  /(?<!ทริป|ไหนว่า|แบบ|ฮอกไกโด|เที่ยว)ไม่(?:ได้)?(?:ด่วน|รีบ)(?!ออก|ไป|กัน|ไม่ใช่|ไหน)|ไม่ต้องรีบ|ว่างแล้วค่อย|เมื่อไหร่ก็ได้|no rush|not urgent|no hurry|whenever you|take your time|not in a hurry|急ぎでは(?:ない|ありません)|急いでいません|いつでも(?:いい|構い)|不急|不着急|不用急|有空再/
/** Said kindly of what can wait, and bitterly of what cannot: 'take your time, we are only standing in the rain'. */
const BITTER = /take your time|whenever you|เมื่อไหร่ก็ได้|ว่างแล้วค่อย|いつでも/
const OVER =
  /คราวหน้า|ครั้งหน้า|ย้อนหลัง|เรียก(?:แท็กซี่|แกร็บ|รถ)(?:เอง|ไปเอง)|(?:นั่ง|เดิน|ขับ|หารถ|เรียกรถ|กลับ)\S{0,12}(?:ไป|กลับ)เอง|สุดท้าย|ปล่อยผ่าน|เกือบ(?:ตก|โดน|ชน|ไม่ทัน|สาย)|มาแล้วครับ|ไปโรงพยาบาลมาแล้ว|หายแล้ว|ขอเบิก|ชดเชย|มารับ(?:สาย|ช้า)|just to let you know|want (?:it|this) reimburs|reimburs|in the end|ended up|eventually|sorted (?:it|a taxi|ourselves)|came .* late|fine now|recovered|next time|for the record|feedback|(?:needed|got|had) (?:\w+ )?stitches|結局|その後|今後|次回|后来|最后自己|下次|事后/
const STILL =
  /ตอนนี้(?!\s*(?:ok|โอเค|หาย|สบาย|ดี|ไม่เป็น|กลับ))|ยังไม่มา|กำลัง|ยืนรอ(?!นาน)|ยังรอ|อยู่ที่|right now|still (?:waiting|here|bleeding|missing)|(?<!home |fine |ok |okay |better |well |back |safe |happened |over |past |behind us )\bnow\b|we.?re (?:at|here|standing|waiting)|(?:nobody|no one|no-one) (?:is )?here|今(?!後|度|回)|まだ|现在|还没|正在/
const PAST_DAY =
  /(?<!ตั้งแต่|ตั้งแต่ตอน|แต่)(?:เมื่อวาน|เมื่อคืน|เมื่อเช้า)|(?<!ชั่วโมง|ชม\.|นาที)ที่แล้ว|ที่ผ่านมา|อาทิตย์ก่อน|เดือนก่อน|(?<!since (?:[^.!?]{0,40} )?)yesterday|(?<!since (?:[^.!?]{0,40} )?)last (?:night(?!.?s)|week|month|mon|tue|wed|thu|fri|sat|sun)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:day|week|month|night)s? (?:ago|back)\b|(?:昨日|昨夜)(?!の?(?:夜|朝|晩|昼)?から)|先週(?!から)|先日|先月(?!から)|(?<!从|從|自)(?:昨天|昨晚|上周|上个月|前天)/
const NEXT_TIME = /คราวหน้า|ครั้งหน้า|next time|in future|in the future|今後は|次回|下次/
const RIGHT_NOW = /ตอนนี้|ยังไม่มา|ยังรอ|right now|still (?:waiting|here|bleeding|missing)|今も|まだ|现在|还没/
const SOON_WORDS =
  /พรุ่งนี้|วันนี้|คืนนี้|เย็นนี้|บ่ายนี้|เช้านี้|tomorrow|tonight|today|this (?:morning|afternoon|evening)|in (?:an|one|two|three|\d{1,2}) hours?|อีก\s*(?:\d{1,2}|สอง|สาม)?\s*ชั่วโมง|明日|今日|今夜|本日|明天|今天|今晚|明早|马上|两小时后/
/** Where a service about to start makes waiting costly. */
const LIES_AHEAD: readonly CaseConcern[] = ['change', 'cancellation', 'upcoming', 'flight']
const DAY_COUNTS: readonly CaseConcern[] = [...LIES_AHEAD, 'place']
/** What nobody can do without: the medicine somebody takes, the paper they travel on. */
const NEEDED =
  /ยา(?:ประจำ|ความดัน|เบาหวาน|หัวใจ|หอบ|พ่น|โรค|ลดความดัน|ที่(?:ต้อง)?กิน)|อินซูลิน|พาสปอร์ต|พาสปอต|หนังสือเดินทาง|\b(?:insulin|inhaler|epi-?pen|medication|medicines?|meds|(?:heart|blood[- ]pressure|diabetes|daily) (?:pills|tablets|medicine)|passports?)\b|インスリン|吸入器|常備薬|(?:血圧|心臓|糖尿病|持病)の薬|パスポート|旅券|胰岛素|护照|降压药/
const GONE =
  /ลืม|หาย|ตก(?:อยู่|ไว้)|ทิ้งไว้|วางไว้|อยู่(?:บน|ใน)(?:รถ|แท็กซี่|รถบัส|รถตู้|โรงแรม|ห้อง)|\b(?:left|lost|forgot(?:ten)?|missing|stolen|gone|behind|is (?:still )?(?:on|in) (?:your|the) (?:bus|van|car|boat|hotel|room|taxi))\b|忘れ|なくし|失くし|紛失|置いて|不见了|丢|忘/
const SPARE = /สำรอง|ไม่รีบ|ได้แล้ว|เจอแล้ว|\b(?:spares?|enough|copy|copies|photo|no rush|found)\b|予備|見つか|备用/

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
  /** what its type concerns */
  concerns: readonly CaseConcern[]
  usual: Severity
  /** whether it sounds as if somebody cannot wait, whatever its type; without it what is usual counts */
  urgent?: boolean
  slots: Slots
  today: string
  tomorrow: string
}

const atLeast = (severity: Severity, floor: Severity): Severity =>
  LADDER.indexOf(severity) >= LADDER.indexOf(floor) ? severity : floor
const oneLower = (severity: Severity): Severity => LADDER[Math.max(0, LADDER.indexOf(severity) - 1)] ?? severity

const inBaht = ({ value, currency }: SlotValue): number =>
  typeof value === 'number' ? value * (RATES[currency ?? 'THB'] ?? 1) : 0

/** A wrong paper costs what it is wrong by; money that is gone is lost altogether. */
const lossOf = (concerns: readonly CaseConcern[], said: string, amounts: number[]): number => {
  const most = Math.max(0, ...amounts)
  if (!concerns.includes('document')) return most
  if (TWICE.test(said)) return most
  return amounts.length > 1 ? most - Math.min(...amounts) : 0
}
const TWICE =
  /overcharg|too much|not ours|เกินจริง|เก็บเกิน|คิดเกิน|ไม่ได้ใช้|ไม่ใช่ของเรา|多收|过多|twice|double|duplicate|two charges|ซ้ำ|สองครั้ง|สองรอบ|2 ครั้ง|二重|重複|两次|重复/

/** Every day that is named, also the one a change wants to leave. */
const daysIn = (text: string, today: string): string[] =>
  readDates(text, { now: new Date(`${today}T12:00:00Z`), zone: 'UTC' }, 'near').flatMap((it) =>
    it.impossible ? [] : [it.from],
  )

export type Alarm = 'over_and_nobody_waits' | 'danger' | 'stranded_or_refused' | 'account_compromised'

/** What the words alone say of a trouble that cannot wait, whatever is usual for its type; or that it is over. */
export function alarmOf(text: string, concerns: readonly CaseConcern[]): Alarm | undefined {
  const said = text.toLowerCase()
  const surelyOver = NEXT_TIME.test(said) && !RIGHT_NOW.test(said)
  // who is ill is not well again because a night has passed
  const over =
    concerns.includes('on_the_spot') &&
    (surelyOver || ((OVER.test(said) || (!concerns.includes('health') && PAST_DAY.test(said))) && !STILL.test(said)))
  if (!over && (DANGER.test(said) || UNFIT_OR_GONE.test(said))) return 'danger'
  const isStranded = concerns.includes('flight')
    ? LOST_ON_THE_WAY.test(said) || STRANDED.test(said.replace(LATE_ON_THE_WAY, ''))
    : concerns.includes('place')
      ? STRANDED.test(said) || ABROAD_NIGHT.test(said)
      : LEFT_OUTSIDE.test(said)
  if (!over && !OVER.test(said) && isStranded) return 'stranded_or_refused'
  if (concerns.includes('account') && COMPROMISED.test(said)) return 'account_compromised'
  return over ? 'over_and_nobody_waits' : undefined
}

/** The usual severity of the type, raised or lowered by what the customer says, with the reason for it. */
export const severityOf = ({
  text,
  concerns,
  usual,
  urgent,
  slots,
  today,
  tomorrow,
}: SeverityInput): { severity: Severity; reason: string } => {
  const said = text.toLowerCase()
  // of other troubles nobody asks when they are
  const days = DAY_COUNTS.some((it) => concerns.includes(it))
    ? [...(slots.date ?? []).map((it) => String(it.value).slice(0, 10)), ...daysIn(text, today)]
    : []
  // a flight called off for next month strands nobody yet
  const isAhead =
    (concerns.includes('flight') || concerns.includes('place')) &&
    days.length > 0 &&
    days.every((it) => it > tomorrow) &&
    !STUCK.test(said)
  const heard = alarmOf(said, concerns)
  const alarm = heard === 'stranded_or_refused' && isAhead ? undefined : heard
  if (usual === 'critical' && alarm === 'over_and_nobody_waits') return { severity: 'high', reason: alarm }
  if (alarm && alarm !== 'over_and_nobody_waits') return { severity: 'critical', reason: alarm }
  const cannotWait = urgent === true && alarm === undefined && !(isAhead && usual !== 'critical')
  let severity: Severity = cannotWait ? 'critical' : urgent === false && usual === 'critical' ? 'high' : usual
  let reason = severity === usual ? 'usual_for_type' : cannotWait ? 'sounds_critical' : 'sounds_less_than_critical'
  const raise = (floor: Severity, why: string) => {
    const raised = atLeast(severity, floor)
    if (raised !== severity) reason = why
    severity = raised
  }
  if (LEGAL.test(said)) raise('high', 'legal_or_media')
  const loss = lossOf(concerns, said, (slots.amount ?? []).map(inBaht))
  if (loss >= LARGE_LOSS_THB) raise('high', 'large_loss')
  if (
    LIES_AHEAD.some((it) => concerns.includes(it)) &&
    (days.includes(today) || days.includes(tomorrow) || SOON_WORDS.test(said))
  )
    raise('high', 'starts_within_a_day')
  if (NEEDED.test(said) && GONE.test(said) && !SPARE.test(said))
    raise(SOON_WORDS.test(said) ? 'critical' : 'high', 'needed_and_gone')
  if (NOT_URGENT.test(said) && !(cannotWait && BITTER.test(said)))
    return { severity: oneLower(severity), reason: 'customer_says_not_urgent' }
  return { severity, reason }
}
