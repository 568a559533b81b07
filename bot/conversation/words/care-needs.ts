import { composed } from '../../../api/triage/slots/composed.ts'
import { wentWrong } from './wishes-only.ts'

/** What somebody who comes along lives with (how they walk, see, hear or are), and what makes it easier: those who arrange the visit must know. */

const KIN_EN =
  '(?:mum|mom|mother|dad|father|parents?|gran(?:ny|ma|dad|dpa|dmother|dfather|dparents?)?|nan|aunt(?:ie)?|uncle|husband|wife|in-laws?|of us|he|she|they)'
const OLD = '(?:6[5-9]|[7-9]\\d)'
const BODY_EN = '(?:knees?|hips?|backs?|legs?|foot|feet|ankles?|heart|eyesight|hearing|balance|joints?)'
const ENGLISH = new RegExp(
  [
    'wheel ?chairs?|walking (?:stick|frame|aid)|crutch(?:es)?|zimmer|rollator|mobility (?:scooter|issues?|problems?)|(?:limited|reduced|poor) mobility',
    `(?:bad|dodgy|weak|sore|stiff|poor|arthritic|replaced) ${BODY_EN}`,
    `${BODY_EN} (?:is|are|'s|'re|isn't|aren't|is not|are not)(?: (?:really|quite|very|a bit|so|too|not|pretty|that))* (?:bad|weak|poor|stiff|good|great|strong|dodgy)`,
    "(?:can'?t|cannot|can not|unable to|struggles? to|(?:finds? it )?(?:hard|difficult)(?: for \\w+)? to|not (?:able|allowed) to|do(?:es)?n'?t) (?:really |quite |easily |manage to |(?:do|manage) )?(?:walk(?:ing)?|climb|stairs|steps|stand|see|hear)",
    "not (?:a )?(?:good|great|strong) (?:walkers?|with (?:stairs|steps))|(?:trouble|difficulty|problems?) (?:walking|climbing|standing|hearing|seeing|with (?:stairs|steps|walking))|slow walkers?|can'?t (?:walk|stand) (?:far|long|much)",
    '(?:no|few|fewer|without|avoid|minimal|not (?:too )?many|less) (?:stairs|steps|climbing)|step[- ]free|ground[- ]floor|(?:with|needs?|near|has|have) (?:a |an |the )?(?:lift|elevator)(?: access)?|accessible room',
    'pregnan(?:t|cy)|diabet(?:es|ic)|epilep(?:sy|tic)|asthma(?:tic)?|heart condition|pacemaker|high blood pressure|dementia|alzheimer\\S*|parkinson\\S*|autis(?:m|tic)|adhd|deaf|blind|hard of hearing|partially sighted|dialysis|hip replacement|(?:motion|sea|car|travel) ?sick(?:ness)?|claustrophobi[ac]|afraid of heights|vertigo',
    `${KIN_EN}(?:'s| is| are|,|, who is)?[ (]{1,2}(?:aged |age |over |almost |nearly |both |in (?:his|her|their) )*${OLD}(?:s|'s)?(?!\\d|%|:|,\\d| ?(?:usd|baht|thb|k\\b|years? ago|minutes?|mins?|hours?|km|people|pax|st\\b|nd\\b|rd\\b|th\\b))`,
    `${OLD}[- ]?(?:years?|yrs?)?[- ]?olds? ${KIN_EN}|${OLD}[- ](?:years?|yrs?)[- ]olds?`,
    '(?:not (?:a )?)?(?:twin|double|single|triple|family|connecting|adjoining|king|queen)(?: ?-?bed(?:ded)?)?(?: rooms?| beds?)?(?=[\\s,.!]*(?:$|please|pls|not|instead|room|bed))|(?:two|2|separate|twin|extra) beds|rooms? (?:next to|near) each other',
    'elderly|pensioners?',
  ]
    .map((it) => `(?<![a-z])(?:${it})(?![a-z])`)
    .join('|'),
  'gi',
)
const THAI =
  /(?:หัวเข่า|เข่า|(?<!ราค|เวล)ขา|หลัง|สะโพก|หัวใจ|หู|สายตา|สุขภาพ)\s?(?:ไม่(?:ค่อย)?(?:ดี|แข็งแรง|ไหว)|เสื่อม|อ่อนแรง|มีปัญหา)|เดิน(?:เยอะ|มาก|ไกล|นาน)?(?:ๆ)?(?:ไม่(?:ค่อย)?(?:ไหว|ได้|คล่อง|สะดวก|ไกล|ถนัด)|ลำบาก|ช้า)|เดินได้(?:แต่)?(?:ช้า(?:ๆ)?|ไม่(?:ไกล|นาน|มาก|เยอะ)|นิดหน่อย)|ขึ้น(?:ลง)?บันได(?:ไม่(?:ค่อย)?(?:ไหว|ได้)|ลำบาก)|รถเข็น(?!เด็ก)|วีลแชร์|ไม้เท้า|ผู้สูงอายุ|คนแก่|สูงวัย|(?:พ่อ|แม่|ยาย|ตา|ปู่|ย่า|ป้า|ลุง|อายุ)\s?(?:อายุ\s?)?(?:6[5-9]|[7-9]\d)(?![\d,.:]|\s?(?:บาท|คน|นาที))|ตั้งครรภ์|ท้อง\s?\d+\s?เดือน|คนท้อง|กำลังท้อง|เบาหวาน|ความดัน(?:สูง)?|โรคหัวใจ|หอบหืด|ลมชัก|อัลไซเมอร์|สมองเสื่อม|ออทิสติก|ตาบอด|หูหนวก|หูตึง|เมารถ|เมาเรือ|กลัวความสูง|มีลิฟต์|ใช้ลิฟต์|ห้องชั้นล่าง|ชั้นล่าง|ทางลาด|เตียง(?:คู่|เดี่ยว|แยก|เสริม)|ห้อง(?:ติดกัน|เดี่ยว)|นอนห้องเดี่ยว/g
const JAPANESE =
  /(?:足腰?|脚|膝|ひざ|腰|心臓|耳|目|股関節)[がはも](?:少し|あまり|ちょっと|かなり)?(?:悪(?:い|く)|弱(?:い|く|っ)|不自由|良くな|よくな|痛[いく](?!て動け))|歩(?:くの[がはも](?:困難|大変|苦手|遅|辛|つら)|け(?:ない|ません)|行(?:が)?困難)|(?:長(?:く|時間|距離)|あまり|たくさん)[はを]?歩(?:け(?:ない|ません)|か(?:ない|せ))|階段(?:[がはを])?(?:上れ|登れ|のぼれ|苦手|つらい|辛い|きつい|難しい|避け|少な)|車(?:椅子|いす|イス)|杖|高齢|(?:6[5-9]|[7-9]\d)(?:歳|才)|妊娠|妊婦|糖尿|ペースメーカー|高血圧|喘息|てんかん|認知症|自閉症|視覚障|聴覚障|障(?:害|がい)|車酔い|船酔い|高所恐怖|エレベーター(?:の?ある|付き|つき|がある)|バリアフリー|段差|低層階|ツイン(?!タワー)|(?:ダブル|シングル)(?:の部屋|ルーム|ベッド)|隣(?:同士)?の部屋|コネクティング/g
const CHINESE =
  /轮椅|輪椅|拐杖|(?:腿脚?|膝盖|膝蓋|腰|心[脏臟]|耳朵|眼睛)(?:不太?好|不便|不方便|有问题)|行[动動]不便|走不(?:动|動|了|远|遠)|爬不(?:动|動|了)|[怀懷]孕|孕[妇婦]|糖尿|高血[压壓]|老人家?|[晕暈][车車船]|有电梯|有電梯|[无無]障[碍礙]|[双雙]床|[单單]人[间間]|相[邻鄰]的?房[间間]|(?:6[5-9]|[7-9]\d)[岁歲]/g
const NEEDS = [ENGLISH, THAI, JAPANESE, CHINESE]

/** Something has just happened to somebody, or hurts now: no need that is only to be known. */
const HAPPENED =
  /\b(?:fell|fallen|falling|collaps\w+|bleed\w*|blood|unconscious|faint\w*|injur\w+|accident|ambulance|hospital|emergency|hurts?|chest pain|swollen|swelling|breath\w*|vomit\w*|robbed|stolen|lost|missing|stuck|right now|just now)\b|\bbroke(?:n)?\b|ล้ม|ตก(?:บันได|รถ|เรือ|น้ำ)|เลือด|หมดสติ|เป็นลม|ช็อก|บาดเจ็บ|เจ็บ|ปวด|อุบัติเหตุ|หายใจ|บวม|อาเจียน|อ้วก|โรงพยาบาล|รพ\.|ฉุกเฉิน|กำเริบ|ตอนนี้|เมื่อกี้|転(?:ん|倒|び|落)|倒れ|出血|血が|骨折|けが|怪我|意識|事故|救急|病院|痛がっ|動け(?:ない|ません)|吐[いきく]|今すぐ|摔|流血|受[伤傷]|昏|医院|救护/i
/** What people are like, put with a no: 'he doesn't ski'. */
const ARE_SO =
  /\b(?:do(?:es)?n'?t|do(?:es)? not|never|can'?t|cannot) (?:ski|swim|drink|eat|like|ride|hike|dive|drive|speak|understand|sleep|smoke|need|mind|want)\b|ไม่(?:กิน|ทาน|ดื่ม|ชอบ|พูด|ว่าย|เล่น|ต้อง|อยาก|เป็นไร)|(?:泳げ|話せ|飲め|滑れ)(?:ない|ません)/gi
const LONGEST = 240

/** 'Dad is 82 and uses a wheelchair', 父は膝が悪い, แม่ขึ้นบันไดไม่ค่อยไหว: to be known beforehand, and nothing that went wrong. */
export function tellsCareNeed(said: string): boolean {
  const words = composed(said).trim().replaceAll('’', "'")
  if (words.length > LONGEST || HAPPENED.test(words)) return false
  const rest = NEEDS.reduce((left, it) => left.replace(it, ' '), words)
  return rest !== words && !wentWrong(rest.replace(ARE_SO, ' '))
}
