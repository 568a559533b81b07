import { plain } from '../../../api/triage/slots/plain.ts'
import { readYesNo } from '../../../api/triage/slots/yes-no.ts'
import { agreesToAll } from './agrees.ts'
import { isLeftOpen } from './left-open.ts'
import { saysNoneOf } from './none-of-it.ts'
import { isSetWords, looksAsked } from './set-words.ts'
import { ifPossible, isWish } from './wishes.ts'
import { saysLiking, tellsTrouble } from './wishes-only.ts'

/** What else is wished for in words that begin or answer something else: a quiet hotel, no early mornings, that nobody writes to him. */

const EDGES =
  /[.!?。！？、\n]+\s*|,\s+|;\s*|\s+(?:and|but|also|plus)\s+(?=(?:no|not|please|pls|nothing|preferably|ideally|if)\s)|(?<=[\u0e00-\u0e7f])\s+(?=[\u0e00-\u0e7fa-z])/giu

/**
 * Each wish as it was said; of a part that tells a day, a number or a place only the words for what it is to be like. `tellsSlots` knows which words the request
 * holds already.
 */
export function wishesIn(said: string, tellsSlots: (part: string) => boolean): string[] {
  if (said.length > LONGEST) return []
  const parts = said.split(EDGES).filter((part) => part.trim() !== '')
  const wishes = parts.flatMap((part) => (tellsSlots(part) ? likesOf(part) : [bare(part)].filter(isWished)))
  const occasions = [...said.matchAll(OCCASION)].map(([it]) => it.trim())
  const told = occasions.filter((it) => !wishes.some((one) => one.includes(it)))
  return [...new Set([...told, ...wishes])].slice(0, MOST)
}
const LONGEST = 400
const MOST = 6

const bare = (part: string): string => part.trim().replace(LEADS_IN, '').replace(COURTESY, '').trim()
const LEADS_IN =
  /^(?:(?:(?:and|also|but|oh|so|btw|by the way|ps|plus|hi|hello|hey|thanks)(?![a-z])|แล้วก็|แล้ว|และ|อ้อ|อีกอย่าง|あと|それと|また|なお|ちなみに|できれば)[\s,:、]*)+/i
const COURTESY =
  /(?:(?:を|で|が)?お願い(?:でき(?:ます|ません)(?:でしょう)?か|(?:いた)?(?:し|致し)ます|したい(?:です|のですが)?)|(?:[\s,]+(?:please|pls|plz|thanks|thank you|lol|haha|ty|thx))+|(?:ได้(?:ไหม|มั้ย|มั๊ย))?(?:[\s]*(?:นะคะ|นะครับ|ค่ะ|คะ|ครับ|คับ|จ้า|นะ|ด้วย))+)$/i

function isWished(words: string): boolean {
  const low = plain(words)
  if (low.length < LEAST || low.length > MOST_OF_ONE || isSetWords(words) || BOOKS.test(low)) return false
  const isLike = () => WISHES.some((it) => it.test(low))
  if (saysNoneOf(words)) return NO_SUCH.test(low) || (isLike() && !isLeftOpen(words))
  if (readYesNo(words) === 'yes' || agreesToAll(words) || tellsTrouble(words)) return false
  // 'would love a villa' asks nothing
  if (looksAsked(words.replace(/^would (?=love|like|prefer|appreciate)/i, 'we would '))) return false
  return isWish(words) || ifPossible(words) || saysLiking(words) || isLike()
}
const LEAST = 3
const MOST_OF_ONE = 140

/** What begins the request, and is no wish about it. */
const BOOKS =
  /(?<![a-z])(?:book|reserve|order|buy|sign (?:me|us) up|enrol+|register|quote|how much|price)(?![a-z])|จอง|สั่ง|สมัคร|ลงเรียน|ลงคอร์ส|ออกรอบ|ตีกอล์ฟ|ใบเสนอราคา|ขอราคา|สอบถาม|ขอถาม|ขอโทษ|ขอบคุณ|ขอเช็|予約|申し?込|注文|見積|相談|問い?合わせ|お世話|(?:旅行|ラウンド|プレー|参加|体験|依頼)(?:を)?(?:し|希望)|行きたい(?:です|の|と|$)/

const QUALITIES_EN =
  '(?:very |really |somewhere |something |a bit )?(?:quiet(?:er)?|calm|peaceful|romantic|cosy|cozy|secluded|family[- ]friendly|kid[- ]friendly|child[- ]friendly|pet[- ]friendly|beachfront|sea ?front|boutique|adults?[- ]only|non[- ]smoking|(?:sea|ocean|river|garden|mountain|pool|city|lake)[- ]?(?:view|side|facing)|ground[- ]floor|high[- ]floor)'
const WISHES = [
  // what they would like, or would not
  /(?<![a-z])(?:(?:would|'d|wd|ud) (?:really |also )?(?:love|prefer|appreciate|rather|enjoy)|prefer(?:ably)?|ideally|hoping for|would be (?:nice|great|lovely|perfect|good|ideal|amazing)|(?:must|has to|have to|needs? to) (?:be|have)|we (?:love|hate|enjoy)|i (?:love|hate)|keen on|not (?:too|very|so) [a-z]+|nothing (?:too|before|after)|as (?:quiet|early|late|close|central|flat|easy) as possible)(?![a-z])/,
  // what nobody is to do
  /(?<![a-z])(?:do not|don'?t|never) (?:tell|message|msg|call|text|contact|mention|let|email|say|ring|wake|want|like|do|bring|put|give|use|show)(?![a-z])|(?<![a-z])(?:it'?s|this is|it is|as|meant (?:as|to be)|supposed to be) (?:a |the )?(?:big )?(?:surprise|secret)(?![a-z])|(?<![a-z])keep it (?:a )?(?:secret|quiet)(?![a-z])/,
  new RegExp(`(?<![a-z])${QUALITIES_EN}(?![a-z])`),
  /(?<![a-z])(?:(?:private|own) (?:pool|villa|room|beach|chef|terrace|balcony|bathroom|dining|table|area|booth|cabana)|pool villa|villa|connecting rooms?|twin beds?|double bed|king bed|late check-?out|early check-?in|(?:golf )?(?:carts?|bugg(?:y|ies)|trolleys?)|rental clubs|cadd(?:y|ie)s?|cooking class|spa|massage)(?![a-z])/,
  /(?:english|japanese|thai|chinese|french|german|korean)[- ]speaking|(?<![a-z])(?:who|that) (?:can )?speaks? [a-z]+/,
  // in Thai
  /^(?:ขอ|อยากได้|อยากให้|อยากพัก|อยากนั่ง|อยากเน้น|เอา(?:แบบ|เป็น|ที่)|ต้องการ|ไม่(?:เอา|อยาก|ชอบ|ขอ|ตื่น)|อย่า(?!ง)|ช่วย|ชอบ|กลัว|เน้น|ฝาก)[ก-๙]{3,}/,
  /เซอร์ไพรส์|เซอไพรส์|เซอร์ไพร์ส|ความลับ|เงียบ(?:ๆ|สงบ)|โรแมนติก|พูลวิลล่า|สระส่วนตัว|ห้องส่วนตัว|วิว(?:ทะเล|แม่น้ำ|ภูเขา|สวน|เมือง)|(?:ริม|ติด)(?:ทะเล|แม่น้ำ|หาด|หน้าต่าง|สระ)|แคดดี้|รถกอล์ฟ|(?:ไกด์|คนขับ|แคดดี้|ครู)[ก-๙]{0,12}(?:พูด|ภาษา|ผู้หญิง|ผู้ชาย)/,
  // in Japanese
  /(?:が|は|も|で)(?:いい|良い|よい|嬉しい|うれしい|ありがたい|理想|嫌|いや|苦手|好き|だめ|ダメ|ng|避けたい|不要|無理)(?:です|な(?:ん|の)?です|な|だ|かな|ので|けど|ですが|と思)?/,
  /(?:希望|必須)(?:です|します|で|$)|(?:だと|ると|れば|たら|ば)(?:助かり|嬉し|うれし|ありがた|幸い)|(?:なし|抜き|控えめ|多め|少なめ|避け)(?:で|て|に)|(?:しないで|せずに|内緒|秘密|サプライズ)/,
  /(?:話せる|できる|わかる|ある|ない|近い|見える|広い|静かな|落ち着いた|女性の|男性の)(?:方|人|もの|ところ|部屋|お?席|宿|ホテル|お?店|キャディー?|ガイド|運転手)(?:さん)?(?:で|が|を|に|$)/,
  /(?:静かな|落ち着いた|眺めの|景色の|おしゃれな|清潔な|海の見える|個室|禁煙|窓際|窓側|ヴィラ|プライベート(?:プール|ビーチ)|オーシャンビュー|海側|テラス)/,
  /[^\d、。]{2,12}[はをが]?\s?\d{1,2}\s?(?:台|本|個|セット|脚|枚|着|組)(?:で|を|も|ほど|お願い|$)/,
  /(?:て(?:ください|下さい|ほしい(?:です)?|欲しい(?:です)?|いただきたい(?:です)?)|たく(?:ない|ありません)(?:です)?|たい(?:です|と思います)?)$/,
]
/** 'No budget' leaves an answer open; 'no early mornings' and 'no allergies' tell of the visit and of those who come. */
const NO_SUCH =
  /アレルギー|苦手|แพ้|^(?:with)?(?:no|out)(?: any)? (?!(?:[a-z]+ ){0,2}(?:budgets?|dates?|days?|ideas?|coupons?|codes?|preferences?|requests?|wishes|plans?|rush|hurry|reply|answer|one|time)(?![a-z]))[a-z]/

/** In words that tell a day and a number, too. */
const likesOf = (part: string): string[] =>
  looksAsked(bare(part)) ? [] : [...part.matchAll(QUALITY)].map(([it]) => it.trim())
const QUALITY = new RegExp(
  [
    `(?<![a-z])${QUALITIES_EN}(?: (?:hotel|room|table|place|villa|resort|spot|restaurant|area|seats?))?(?![a-z])`,
    '(?<![a-z])(?:private|own) (?:pool(?: villa)?|villa|room|beach|terrace|balcony|dining room)(?![a-z])',
    '(?:静かな|落ち着いた|眺めの(?:いい|良い|よい)|景色の(?:いい|良い|よい)|おしゃれな|海の見える)[^\\s、。をにでがは]{1,10}|個室|オーシャンビュー',
    '(?:โรงแรม|ห้อง|ร้าน|โต๊ะ|ที่พัก|รีสอร์ท)?(?:เงียบ(?:ๆ|สงบ)|โรแมนติก|วิว(?:ทะเล|แม่น้ำ|ภูเขา|สวน)|ริม(?:ทะเล|แม่น้ำ|หาด|หน้าต่าง)|ติด(?:ทะเล|หาด|แม่น้ำ))|พูลวิลล่า|สระส่วนตัว|ห้องส่วนตัว',
  ].join('|'),
  'gi',
)

/** What it is for. */
const OCCASION =
  /(?<![a-z])(?:honeymoon|(?:wedding )?anniversary|birthday|(?:marriage )?proposal|hen (?:do|party)|stag (?:do|party)|baby shower|retirement)(?![a-z])|ฮันนีมูน|ครบรอบ(?:แต่งงาน)?|วันเกิด(?:แฟน|แม่|พ่อ|ลูก(?:สาว|ชาย)?|เพื่อน|สามี|ภรรยา)?|(?:เลี้ยง)?รับรองลูกค้า|เลี้ยงลูกค้า|新婚旅行|ハネムーン|(?:結婚)?記念日|お?誕生日|還暦(?:祝い)?|接待|プロポーズ|卒業旅行|社員旅行|蜜月|生日|纪念日|紀念日/gi
