import { company, openCompany } from './company.ts'
import { COUNT, IN_LATIN, KANJI_NUMBER, parseNumber, THAI_NUMBER } from './numbers.ts'
import { plain } from './plain.ts'
import { type Found, type Rule, type Span, scan } from './scan.ts'
import { SLIP_BETWEEN_NUMBERS } from './slip.ts'

/** A head-count: a number, or `a-b` where the customer gave a range. */
export type PeopleReading = Found<number | string>

const POLITE = '(?:ค่ะ|คะ|ค่า|ครับ|คับ|นะ|จ้า|จ้ะ|จ๊ะ|ได้|ไหม|มั้ย|มี|ว่าง|ด้วย|หน่อย|เลย)'
const THAI_PERSON = `(?:คน(?!เดียว)|ท่าน|ที่นั่ง|ที่(?![ก-๙])|ที่(?=${POLITE})|ที่(?=(?:คืน|วัน|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์|เย็น|เช้า|เที่ยง|ค่ำ|พรุ่ง|มะรืน|ตอน|เวลา|แถว|ริม))|คู่(?=\\s*แต่ง)|สาว|หนุ่ม|ชีวิต|นักกอล์ฟ|ผู้เล่น|ผู้เข้าร่วม|ผู้เดินทาง|หัว(?!ใจ|หิน|เตียง))`
const ENGLISH_PERSON =
  '(?:people|persons?|pax|ppl|guests?|adults?|players?|golfers?|travell?ers?|seats?|places|tickets?|ladies|gentlemen|friends?|pers|participants?|students?|diners?|passengers?|vegetarians?|colleagues|staff|employees|delegates|attendees|visitors|tourists|guys|girls|boys|men|women|heads|members|teammates|of us|spots?|(?:seventy|sixty|eighty)-somethings)'
const KID =
  '(?:เด็ก|ลูก|หลาน|kids?|kiddos?|kiddies|(?:little|wee) ones?|youngsters?|childs|child(?:ren)?|teens?|infants?|toddlers?|bab(?:y|ies)|子供|子ども|小人|\\d{1,2} ?(?:yo|year[- ]olds?))'
const pattern = (source: string) => new RegExp(source, 'g')

const count = (said: string | undefined): number | undefined => {
  if (!said) return undefined
  const value = /^(?:a|an|my|our|one)$/.test(said) ? 1 : parseNumber(said)
  return value !== undefined && Number.isInteger(value) && value > 0 && value <= 2000 ? value : undefined
}
/** Those named, and the one who writes. */
const more = (said: string | undefined): number | undefined => {
  const others = count(said)
  return others === undefined ? undefined : others + 1
}
/** "a budget for 5 to 10k": no heads. */
const isMoneyBefore = ({ input, index }: RegExpExecArray): boolean =>
  /(?:budget|quote|price|deposit|paid|pay)\s*$/.test(input.slice(Math.max(0, index - 16), index))

/** "The northern one, please" is one of several things, and nobody alone. */
const NAMES_ONE =
  /(?<![a-z])(?!(?:just|only|for|with|need|want|book|be|is|yes|yeah|ok|okay|hi|hello|hey|and|table|seats?|tickets?) )[a-z]+ $/
/** 'Change from 4 to 5 people' is no range. */
const CHANGES_FROM = /(?:chang|increas|updat|reduc|rais|edit|upgrad|เปลี่ยน|เพิ่ม|ลด|แก้)[^.!?]{0,40}(?:from|จาก)\s*$/

const MONTH_BEFORE = /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*,?\s?$/

const sum = (...said: (string | undefined)[]): number | undefined => {
  const counts = said.filter((it) => it !== undefined).map(count)
  return counts.every((it) => it !== undefined) ? counts.reduce((a, b) => (a ?? 0) + (b ?? 0), 0) : undefined
}

const EN_N =
  '(\\d{1,3}|(?:twenty|thirty|forty|fifty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen)'
/** A head-count stands beside none of these: they measure something else. */
const NOT_HEADS =
  ' ?(?:am\\b|pm\\b|nights?|days?|weeks?|hours?|hrs?|months?|thb|usd|baht|years?|rounds?|holes|sessions?|more|k\\b|st\\b|nd\\b|rd\\b|th\\b|people|pax|o.clock|minutes?|mins?|bags?|cars?|vans?|rooms?|courses?|classes|reasons?|times?|%|km|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)'
const KIN =
  '(?:wife|husband|hubby|gf|bf|girlfriend|boyfriend|partner|(?:other|better) half|missus|fiancee?|spouse|friend|buddy|mate|pal|mom|mum|mother|dad|father|son|daughter|sis|sister|bro|brother|nan|gran|grandma|grandad|cousin|aunt|uncle|boss|colleague|flat-?mate|room-?mate|house-?mate|bestie|bff|nephew|niece|neighbou?r|co-?worker|(?:mother|father|sister|brother)-in-law)'
const EN_AND = '\\s*(?:,|\\+|and|&|plus|/|with)?\\s*'

const ZH = '(\\d{1,3}|[一二两兩三四五六七八九十]{1,3})'
const chinesePeople: Rule<number | string>[] = [
  {
    pattern: pattern(
      `${ZH}\\s*(?:个|個|位)?(?:大人|成人|大)\\s*[、,，和+加]?\\s*${ZH}\\s*(?:个|個|位|名)?(?:小孩|小朋友|儿童|兒童|孩子|小|细|細)(?!时|時|吃)`,
    ),
    read: ([, a, b]) => sum(a, b),
  },
  {
    pattern: pattern(`${ZH}\\s*(?:到|至|-)\\s*${ZH}\\s*(?:个人|個人|位)`),
    read: ([, a, b]) => `${count(a)}-${count(b)}`,
  },
  {
    pattern: pattern(
      `(?<!第|没|沒|没有|沒有|连|連)${ZH}\\s*(?:(?:个人|個人)(?!都没|都沒|也没|也沒)|位|口人|个大人|位客人|名客人|个朋友|張票|张票)`,
    ),
    read: ([, a]) => count(a),
  },
  { pattern: pattern(`一家${ZH}口`), read: ([, a]) => count(a) },
  {
    pattern: pattern('我和(?:我)?(?:老婆|老公|太太|先生|女朋友|男朋友|朋友|妈妈|爸爸)|两口子|情侣|夫妻|夫妇'),
    read: () => 2,
  },
  {
    pattern: pattern('(?<!没|沒|没有|沒有|连|連|找不到)(?:我|就)?(?:一个人|一個人|自己一人)(?!都|也(?:没|沒|不))'),
    read: () => 1,
  },
]

/** สี่ห้าคน, 四五人, 'four or five people': so many, or one more. */
const ONES_TH = ['หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า']
const ONES_ZH = ['一', '二', '三', '四', '五', '六', '七', '八', '九']
const ONES_EN = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const pairsOf = (ones: string[], between: string): string =>
  ones
    .slice(0, -1)
    .map((one, i) => `${one}${between}${ones[i + 1]}`)
    .join('|')

const roughly: Rule<number | string>[] = [
  {
    pattern: pattern(`(?<!สิบ)(${pairsOf(ONES_TH, '\\s*(?:หรือ|ถึง)?\\s*')})\\s*${THAI_PERSON}`),
    read: ([, said]) => {
      const first = ONES_TH.findIndex((one) => said?.startsWith(one)) + 1
      return `${first}-${first + 1}`
    },
  },
  {
    pattern: pattern(`(${pairsOf(ONES_ZH, '、?')})\\s*(?:人|名|个人|個人|位)`),
    read: ([, said]) => {
      const first = ONES_ZH.indexOf(said?.[0] ?? '') + 1
      return `${first}-${first + 1}`
    },
  },
  {
    pattern: pattern(
      `(?<![a-z])(${pairsOf(ONES_EN, ' (?:or|to) ')}) (?:of us|people|persons|pax|guests|adults|players|friends)(?![a-z])`,
    ),
    read: ([, said]) => {
      const first = ONES_EN.findIndex((one) => said?.startsWith(`${one} `)) + 1
      return `${first}-${first + 1}`
    },
  },
]

const PERSON = `(?:${THAI_PERSON}|${ENGLISH_PERSON}(?![a-z])|名様?|人(?!前|民|気)|个人|個人|位)`
/** '3 คน เอ้ยไม่ใช่ 4', 'two of us, no wait, three', 3人、いや4人で: so many as were said last. */
const SLIPPED = `(?<![\\d.,:/])(?:${COUNT})\\s*`
const putRight: Rule<number | string>[] = [
  {
    pattern: pattern(
      `${SLIPPED}${PERSON}${SLIP_BETWEEN_NUMBERS}(${COUNT})(?![\\d.,:/]\\d)(?:\\s*${PERSON}|(?!${NOT_HEADS}|\\s*(?:โมง|ทุ่ม|คืน|วัน|ชั่วโมง|時|日|泊|月)))`,
    ),
    read: ([, said]) => count(said),
  },
  {
    pattern: pattern(`${SLIPPED}${SLIP_BETWEEN_NUMBERS}(${COUNT})\\s*${PERSON}`),
    read: ([, said]) => count(said),
  },
]
const SLIPPED_ALONE = new RegExp(`^${SLIPPED}${SLIP_BETWEEN_NUMBERS}(${COUNT})(?![\\d.,:/])`)

const rules: Rule<number | string>[] = [
  ...putRight,
  ...roughly,
  ...company,
  ...chinesePeople,
  {
    // ผู้ใหญ่ 4 เด็ก 2 คนแก่ 2
    pattern: pattern(
      `(?:ผู้ใหญ่|ผู้ปกครอง|เด็ก)\\s*(\\d{1,3}|${THAI_NUMBER})\\s*(?:คน|ท่าน)?\\s*(?:,|และ|กับ|\\+)?\\s*(?:ผู้ใหญ่|เด็กเล็ก|เด็ก|ผู้ปกครอง)\\s*(\\d{1,3}|${THAI_NUMBER})(?!\\s*ขวบ)(?:\\s*(?:คน(?!แก่)|ท่าน))?(?:\\s*(?:,|และ|กับ)?\\s*(?:คนแก่|ผู้สูงอายุ|ทารก)\\s*(\\d{1,3}))?`,
    ),
    read: ([, a, b, c]) => sum(a, b, c),
  },
  {
    // 2 ผู้ใหญ่ 1 เด็ก, ผู้ใหญ่ 2 คน เด็กคนนึง
    pattern: pattern(
      `(\\d{1,3}|${THAI_NUMBER})\\s*(?:คน)?ผู้ใหญ่\\s*(?:,|และ|กับ|\\+)?\\s*(\\d{1,3}|${THAI_NUMBER})\\s*(?:คน)?เด็ก(?:เล็ก)?`,
    ),
    read: ([, a, b]) => sum(a, b),
  },
  {
    pattern: pattern(
      `(?<![a-z0-9])${EN_N} adults?${EN_AND}(?:(\\d{1,2}|one|two|three|four|five|a|my|our)\\s*)(?:small |little |young )?${KID}(?:${EN_AND}(\\d{1,2}|one|two|a) (?:infants?|bab(?:y|ies)|toddlers?))?(?![a-z])`,
    ),
    read: ([, a, b, c]) => sum(a, /^\d{2}$/.test(b ?? '') ? '1' : b, c),
  },
  {
    // 2 adults and a 3 yr old, 2 adults, one 5-year-old
    pattern: pattern(
      `(?<![a-z0-9])${EN_N} adults?${EN_AND}(?:a|an|one|my|our) (?:very )?\\d{1,2}[- ]?(?:y\\/?o|yrs?|years?|months?|mths?)(?:[- ]?olds?)?(?![a-z])`,
    ),
    read: ([, a]) => more(a),
  },
  {
    // ผู้ใหญ่ 2 กับลูก 3 ขวบ, ผู้ใหญ่สาม เด็กหกขวบหนึ่ง
    pattern: pattern(
      `ผู้ใหญ่\\s*(\\d{1,3}|${THAI_NUMBER})\\s*(?:คน|ท่าน)?\\s*(?:,|และ|กับ|\\+)?\\s*(?:เด็ก|ลูก|หลาน)(?:สาว|ชาย|เล็ก)?\\s*(?:อายุ)?\\s*(?:\\d{1,2}|${THAI_NUMBER})\\s*(?:ขวบ|เดือน)(?:\\s*(?:อีก)?\\s*(\\d{1,2}|${THAI_NUMBER}|นึง)(?:\\s*คน)?)?(?!\\s*(?:,|และ|กับ|\\+)\\s*\\d|\\s*(?:ขวบ|เดือน|โมง|ทุ่ม|[/.:-]\\d))`,
    ),
    read: ([, a, children]) => sum(a, children === undefined || children === 'นึง' ? '1' : children),
  },
  {
    // 大人2人と3歳の子供
    pattern: pattern(
      `大人\\s*(\\d{1,3}|${KANJI_NUMBER})[名人]?[、,と]?\\s*\\d{1,2}(?:歳|才|ヶ月|か月)(?:の|になる)?(?:子供|子ども|こども|息子|娘|孫|赤ちゃん|男の子|女の子|子)(?!(?:供|ども)?(?:が|は)?[2-9二三四五])`,
    ),
    read: ([, a]) => more(a),
  },
  {
    // 2 grown ups, girls of 9 and 4, plus a baby
    pattern: pattern(
      `(?<![a-z0-9])${EN_N} (?:adults?|grown[- ]?ups?)(?:,| and| plus| with| \\+| &)* (?:our |the )?(?:boys|girls|kids|children|sons|daughters) (?:of |aged |ages )?(\\d{1,2}(?:,? ?(?:and|&|,)? ?\\d{1,2})+)(?:[,\\s]*(?:and|plus|with|\\+|&) (an?|one|our) (?:\\d{1,2}[- ]months?[- ]old|baby|infant|toddler|newborn))?(?![a-z])`,
    ),
    read: ([, adults, ages = '', baby]) =>
      (count(adults) ?? 0) + (ages.match(/\d+/g)?.length ?? 0) + (baby === undefined ? 0 : 1),
  },
  {
    // 14 kids and 6 parents
    pattern: pattern(
      `(?<![a-z0-9])${EN_N} (?:small |little |young )?(?:kids?|kiddos?|kiddies|little ones?|childs|youngsters|children|child|teens?|toddlers?|students?|boys|girls)${EN_AND}${EN_N} (?:adults?|parents?|grown-?ups?|teachers?)(?![a-z])`,
    ),
    read: ([, a, b]) => sum(a, b),
  },
  {
    pattern: pattern(
      `大人\\s*(\\d{1,3}|${KANJI_NUMBER})[名人]?[、,と]?\\s*(?:子供|子ども|小人|こども)\\s*(\\d{1,3}|${KANJI_NUMBER})[名人]?`,
    ),
    read: ([, a, b]) => sum(a, b),
  },
  {
    pattern: pattern(`(?:ผู้ใหญ่|大人)\\s*(\\d{1,3}|${THAI_NUMBER}|${KANJI_NUMBER})\\s*(?:คน|ท่าน|名|人)?`),
    read: ([, a]) => count(a),
  },
  {
    pattern: pattern(
      `(?<!\\d|\\d[.,/])(\\d{1,3})\\s*(?:-|ถึง|to|or|หรือ|か|、|到)\\s*(\\d{1,3})\\s*(?:${THAI_PERSON}|名|人(?!気)|${ENGLISH_PERSON}(?![a-z]))`,
    ),
    read: ({ 1: a, 2: b, input, index }) => {
      if (Number(a) >= Number(b)) return undefined
      return CHANGES_FROM.test(input.slice(0, index)) ? count(b) : `${a}-${b}`
    },
  },
  { pattern: pattern(`(?<!\\d|\\d[.,:/])(\\d{1,2})\\s*\\+\\s*(\\d{1,2})(?!\\d)`), read: ([, a, b]) => sum(a, b) },
  { pattern: pattern(`(?<![a-z0-9])${EN_N} couples(?![a-z])`), read: ([, a]) => (count(a) ?? 0) * 2 || undefined },
  {
    pattern: pattern(`(?<![a-z])(?:party|group|family|table|foursome|team) (?:of|for) ${EN_N}(?![a-z0-9])`),
    read: ([, a]) => count(a),
  },
  {
    pattern: pattern(`(สอง|สาม|สี่|ห้า|[2-9])\\s*(?:แม่ลูก|พ่อลูก|พี่น้อง|สามีภรรยา|ผัวเมีย|ตายาย|เพื่อนซี้|หนุ่มสาว|สาวๆ)`),
    read: ([, a]) => count(a),
  },
  { pattern: pattern('(?<=[a-z0-9] )x ?(\\d{1,2})(?![\\da-z])'), read: ([, a]) => count(a) },
  {
    // Thai in Latin letters: jong toh 6 khon
    pattern: pattern('(?<![a-z0-9])(\\d{1,2}|song|sam|see|si|ha|hok|jed|jet|paed|kao|sip) ?kh?on(?![a-z])'),
    read: ([, a]) => count(a) ?? IN_LATIN[a ?? ''],
  },
  { pattern: pattern('ทั้งคู่|เราสอง(?!คน)'), read: () => 2 },
  {
    pattern: pattern(
      `(?:ผม|หนู|ฉัน|ดิฉัน|เรา)\\s*(?:กับ)?\\s*(?:แฟน|ภรรยา|สามี|เมีย)\\s*(?:และ|กับ)?\\s*ลูก(?:ๆ)?\\s*(?:อีก)?\\s*(\\d|${THAI_NUMBER})\\s*คน`,
    ),
    read: ([, a]) => (count(a) ?? 0) + 2,
  },
  {
    pattern: pattern(
      `(?:จอง|ขอ|ลงชื่อ|รวม|ทั้งหมด|มา|ไป|เอา)\\s*(\\d{1,2})(?![\\d.,:/%-]|\\s*(?:วัน|คืน|โมง|ทุ่ม|บาท|พัน|หมื่น|แสน|รอบ|แผ่น|ชิ้น|นาที|ชม|ชั่วโมง|เดือน|ปี|ห้อง|คัน|ใบ|เครื่อง|เล่ม|ออเดอร์|ครั้ง|k|[มกพตสธ]\\.?\\s?[คพย](?![ก-ฮ])|เม|มี\\.?ค|มิ|มก|กุม|พฤ|กร|สิง|กัน|ตุ|ธัน|ดาว|หลุม|เมนู|คลาส|คอร์ส|เครดิต|แพ็|ตัว|อัน|ลิง|คู่|คน|ท่าน|ที่|โต๊ะ|ตั๋ว|สาขา|เพจ|โพส|เส้น|am|pm|night|day|hour|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|st|nd|rd|th|week|pax|people|seat))`,
    ),
    read: ([, a]) => count(a),
  },
  {
    pattern: pattern(
      `(?<![a-z])(?:just|only|make it|it'?s|all|party|table|say|maybe|would be|will be|i'?ll be|that'?s) ${EN_N}(?![a-z0-9/:]|[.,]\\d|${NOT_HEADS}| ?(?:left|gone|of the|minute|star|or))`,
    ),
    read: (match) => (/,\d*$/.test(match[0]) ? undefined : count(match[1])),
  },
  {
    pattern: pattern(
      `(?:^|[.!?] ?|, )${EN_N} (?:for|on|to|at) (?:the |a |an |dinner|lunch|breakfast|sat|sun|mon|tue|wed|thu|fri|tomorrow|tonight|today)`,
    ),
    read: ([, a]) => count(a),
  },
  {
    pattern: pattern(`(?<![a-z])${EN_N},? (?:please|pls|plz)(?![a-z])`),
    read: ({ 1: a, input, index }) => {
      const lead = input.slice(Math.max(0, index - 12), index)
      return MONTH_BEFORE.test(lead) || (a === 'one' && NAMES_ONE.test(lead)) ? undefined : count(a)
    },
  },
  { pattern: pattern('(?:我们|就)?两个(?=[，,。.!！\\s]|$)'), read: () => 2 },
  { pattern: pattern(`${ZH}\\s*(?:个|個|位)?(?:大人|成人)`), read: ([, a]) => count(a) },
  { pattern: pattern(`${ZH}(?:张|張)(?:票)?(?=[，,。\\s]|$)`), read: ([, a]) => count(a) },
  {
    // ผมกับภรรยา, หนูกับแม่; กับเพื่อนอีก 3 คน counts the one who writes as well
    pattern: pattern(`กับ(?:เพื่อน|พี่|น้อง|ลูก|ญาติ|หลาน|แขก|ลูกค้า)ๆ?\\s*อีก\\s*(\\d{1,2}|${THAI_NUMBER})\\s*(?:คน|ท่าน)`),
    read: ([, a]) => (count(a) ?? 0) + 1 || undefined,
  },
  {
    pattern: pattern(
      '(?:ผม|ดิฉัน|ฉัน|หนู|ป้า|ลุง|น้า|แฟน)กับ(?:แฟน|ภรรยา|สามี|เมีย|แม่|พ่อ|คุณแม่|คุณพ่อ|ลูกสาว|ลูกชาย|เพื่อน|พี่สาว|พี่ชาย|น้องสาว|น้องชาย|ผม|หนู)(?!ๆ|\\s*อีก|\\s*และ|กับ)|สองต่อสอง|คู่รัก|นวดคู่|กับเพื่อนอีกคน',
    ),
    read: () => 2,
  },
  {
    // พ่อแม่ลูก 2 คน are four, พ่อแม่ลูกสาม five; พ่อแม่ลูก 3 คน are as likely a family of three
    pattern: pattern(`พ่อแม่ลูก(?:\\s*(\\d{1,2}|${THAI_NUMBER})(\\s*คน)?)?`),
    read: ([, said, heads]) => {
      const children = count(said)
      if (children === undefined) return 3
      return heads && children > 2 ? children : children + 2
    },
  },
  {
    pattern: pattern(`(?<!\\d|\\d[.,])(\\d{1,2}|${THAI_NUMBER})\\s*คู่(?!ขา|มือ)`),
    read: ([, a]) => (count(a) ?? 0) * 2 || undefined,
  },
  { pattern: pattern(`(?<!\\d|\\d[.,])(\\d{1,4}|${THAI_NUMBER})\\s*กว่า\\s*(?:คน|ท่าน|ชีวิต)`), read: ([, a]) => count(a) },
  {
    pattern: pattern(
      `(?:สำหรับ|โต๊ะ(?:สำหรับ)?)\\s*(\\d{1,2}|${THAI_NUMBER})(?![\\d.,:/]|\\s*(?:วัน|คืน|ชม|ชั่วโมง|เดือน|ธ|ม|ก|พ|โมง|ทุ่ม|ห้อง|คัน|รอบ|ตัว|โต๊ะ))`,
    ),
    read: ([, a]) => count(a),
  },
  {
    pattern: pattern('(?<![a-z])(?:four|three|two)[ -]?(?:some|ball)(?![a-z])|(?<![a-z0-9])([2-4])[ -]ball(?![a-z])'),
    read: ([all, n]) => (n ? Number(n) : all.startsWith('four') ? 4 : all.startsWith('three') ? 3 : 2),
  },
  {
    pattern: pattern('(?<![a-z])(?:(?:about |around )?(half )?a dozen)(?: of us| people| guests| players)?(?![a-z])'),
    read: ([, half]) => (half ? 6 : 12),
  },
  {
    pattern: pattern('夫婦と(?:子供|子ども|こども)(?:が)?\\s*(\\d|[一二三四])人'),
    read: ([, a]) => (count(a) ?? 0) + 2,
  },
  {
    pattern: pattern('(?:私|僕)と(?:妻|夫|友人|母|父|娘|息子|彼女|彼)(?!と)|妻と二人|カップル|夫婦(?!\\s*\\d|と)'),
    read: () => 2,
  },
  { pattern: pattern(`(?:我们|咱们|一共|总共)\\s*${ZH}\\s*(?:个(?!月|小时)|人)`), read: ([, a]) => count(a) },
  { pattern: pattern('我跟(?:我)?(?:老婆|老公|太太|先生|女朋友|男朋友|朋友|妈妈|爸爸|妈|爸)'), read: () => 2 },
  {
    // as in a form: ผู้เดินทาง: 2, pax: 4, party size 6, tickets x4, 人数:3
    pattern: pattern(
      `(?:ผู้เดินทาง|ผู้โดยสาร|ผู้เข้าพัก|จำนวนคน|จำนวน(?=\\s*\\d{1,3}\\s*$)|(?<![a-z]|\\d\\s?)(?:pax|party(?: size)?|people|guests|players|persons|heads?)(?= ?[:=x×]| \\d{1,3}(?![\\d:]))|(?<![a-z])(?:tickets?|seats?|places?) ?x(?= ?\\d)|人数|人員)\\s*[:：=x×]?\\s*(\\d{1,3})(?![\\d.,:/]|\\s*(?:กระเป๋า|ใบ|คัน|am|pm)| ?(?:bags?|suitcases?|cases?|rooms?|cars?|vans?|nights?|days?|times?|tables?)(?![a-z]))`,
    ),
    read: ([, a]) => count(a),
  },
  {
    pattern: pattern(`(?<![a-z0-9])(\\d{1,2})A ?(\\d{1,2})C(?![a-z0-9])`.toLowerCase()),
    read: ([, a, b]) => sum(a, b),
  },
  {
    pattern: pattern(
      `(?<![a-z])(?:all|us|the) ${EN_N} of us(?![a-z])|(?<![a-z])us ${EN_N}(?![a-z0-9]|[.,]\\d|${NOT_HEADS}| (?:different|wrong|separate|single|double|twin|king|queen|small|hundred|thousand|free|more))|(?<![a-z])all ${EN_N} of (?:us|them)`,
    ),
    read: ([, a, b, c]) => count(a ?? b ?? c),
  },
  {
    pattern: pattern(
      `(?<![a-z])(?:me|myself|i),? (?:and |& |\\+ |n )?(?:my )?${KIN},? (?:and|&|\\+|plus|n) (?:my |our |her |his |a |the )?(?:${EN_N} (?:kids?|kiddos?|kiddies|little ones?|childs|youngsters|children|sons?|daughters?)|${KIN}|(?:little )?(?:baby|toddler|son|daughter|kid))`,
    ),
    read: ([, a]) => 2 + (count(a) ?? 1),
  },
  {
    pattern: pattern(
      `(?<![a-z])(?:(?:me|myself),? (?:and |& |\\+ |n |plus )?(?:my |a )?${KIN}|(?:my )?${KIN}(?: ?\\(\\d{1,3}\\))? (?:and|&|\\+|n) (?:i|me|self|myself)|my ${KIN} and (?:my )?${KIN}|mr\\.? (?:and|&) mrs)(?![a-z])`,
    ),
    read: () => 2,
  },
  {
    // my friend Dorothy and I, Dorothy and I are
    pattern: pattern(
      `(?<![a-z])(?:my |a )(?:best |old |good |dear )?${KIN} (?!and )[a-z]{2,14},? (?:and|&|\\+|n) (?:i|me|myself)(?![a-z'’])|^\\s*(?!thanks|thank|sorry|yes|ok|hi|hello)[a-z]{3,14} and (?:i|me)(?= (?:are|were|would|want|will|need|plan|fancy|love))`,
    ),
    read: () => 2,
  },
  {
    // お客様2名と私
    pattern: pattern(
      `(?:お客(?:様|さん)?|ゲスト|友人|友達|同僚|上司|家族)\\s*(\\d{1,2}|${KANJI_NUMBER})[名人](?:様)?と(?:私|僕|自分|わたし)`,
    ),
    read: ([, a]) => more(a),
  },
  {
    // แขก 3 ท่านกับผม
    pattern: pattern(
      `(?:แขก|เพื่อน|ลูกค้า)\\s*(\\d{1,2}|${THAI_NUMBER})\\s*(?:คน|ท่าน)?\\s*(?:กับ|และ|\\+|รวม)\\s*(?:ตัว)?(?:ผม|ดิฉัน|หนู|ฉัน|พี่|เรา|เอง)`,
    ),
    read: ([, a]) => more(a),
  },
  {
    // 2 + me, myself plus three
    pattern: pattern(`(?<![a-z0-9]|\\d[.,])${EN_N} ?(?:\\+|plus|and) (?:me|myself)(?![a-z'’])`),
    read: ([, a]) => more(a),
  },
  {
    pattern: pattern(`(?<![a-z])(?:me|myself) ?(?:\\+|plus) ?${EN_N}(?![a-z0-9/:]|[.,]\\d|${NOT_HEADS})`),
    read: ([, a]) => more(a),
  },
  {
    // 3 total, total of 5
    pattern: pattern(
      `(?<![a-z0-9]|\\d[.,]|[$€£฿]\\s?)(\\d{1,2}) (?:in )?total(?![a-z])|(?<![a-z])(?:in )?total(?: is| of)?:? (\\d{1,2})(?= ?(?:of us|people|persons|pax|$))`,
    ),
    read: (match) => (isMoneyBefore(match) ? undefined : count(match[1] ?? match[2])),
  },
  {
    // เด็กคนนึงกะยาย
    pattern: pattern(
      `(?:เด็ก|ลูก|หลาน)(?:คนนึง|คนหนึ่ง|คนเดียว|\\s?1\\s?คน)\\s?(?:กับ|กะ|และ)\\s?(?:คุณ)?(?:ยาย|ย่า|แม่|พ่อ|ตา|ปู่|ป้า|น้า|ลุง|ผู้ใหญ่(?:คนนึง|คนหนึ่ง)?|ผู้ปกครอง(?:คนนึง|คนหนึ่ง)?)(?!\\s?\\d)`,
    ),
    read: () => 2,
  },
  {
    // ขอเพิ่มอีกคน เป็น 3
    pattern: pattern(`(?:เพิ่ม|ลด)[ก-๙]{0,8}คน[\\s,]*(?:รวม)?เป็น\\s*(\\d{1,2}|${THAI_NUMBER})(?!\\d|[ก-๙])`),
    read: ([, a]) => count(a),
  },
  {
    // ครอบครัว 5, ก๊วนสาม, คน 4, รวมป้าเป็นสอง
    pattern: pattern(
      `(?:ครอบครัว(?:ละ|เรา|ผม|หนู)?|ก๊วน(?:ครบ|เต็ม)?|กรุ๊ป|กลุ่ม|แก๊ง|(?<![ก-๙])คน|รวม\\S{0,12}เป็น)\\s*(\\d{1,3}|${THAI_NUMBER})(?![ะ-ฺ็-๎]|(?<=[กแ]\\S{2,4}\\s?(?:นึง|หนึ่ง))|[\\d.,:/]|\\s*(?:เครื่อง|รุ่น|วัย|ใบ|คืน|วัน|โมง|ครั้ง|ห้อง|คัน|ชั่วโมง|ก๊วน|กลุ่ม|บาท|พัน|หมื่น))`,
    ),
    read: ([, a]) => count(a),
  },
  {
    // with three friends: and the one who writes
    pattern: pattern(
      `(?<![a-z])(?:me (?:and|\\+|&|n)|myself and|with|i and|plus) (?:my )?${EN_N} (?:other |old |close )?(?:friends|colleagues|others|mates|buddies|kids|children)(?![a-z])`,
    ),
    read: ([, a]) => {
      const others = count(a)
      return others === undefined ? undefined : others + 1
    },
  },
  {
    pattern: pattern('(?<![a-z])(?:my parents|my (?:mum|mom) and dad|the parents) \\((\\d)\\)'),
    read: ([, a]) => count(a),
  },
  {
    pattern: pattern(
      `(?<![a-z0-9]|\\d[.,])(?:the )?${EN_N}\\s*(?:more |extra |solo |other |of my |old |close |business )?${ENGLISH_PERSON}(?![a-z])`,
    ),
    read: ([, a]) => count(a),
  },
  {
    pattern: pattern(
      `(?<!\\d|\\d[.,:])(?<!ครั้งที่|คันที่|ชั้น\\s?|คน)(?<!(?:รถ|บัส|ตู้)\\s?(?=\\d+\\s*ที่นั่ง))(\\d{1,4}|${THAI_NUMBER})\\s*${THAI_PERSON}(?!ละ(?!กัน)|ไทย|ใช้|ดู|ที่แล้ว|ติดตาม|ต่อ|แก่|นั้น|นี้)`,
    ),
    read: ([, a]) => count(a),
  },
  {
    pattern: pattern(
      `(?<!\\d|\\d[.,])(\\d{1,4}|${KANJI_NUMBER})\\s*(?:名|人(?!気|前|あたり|部屋|用))(?:様)?(?!\\s*(?:が|は|を)?(?:増|減|追加|少な))`,
    ),
    read: ({ 0: all, 1: a, input, index }) =>
      count(a) === 1 && /^\s*\d/.test(input.slice(index + all.length)) ? undefined : count(a),
  },
  { pattern: pattern(`(?:一人|ひとり)(?:で|旅|分)|(?:娘|息子|子供|子ども|母|父|妻|主人)だけ`), read: () => 1 },
  { pattern: pattern('(?:ふたり|二人)(?!部屋|用)'), read: () => 2 },
  {
    pattern: pattern(
      '(?<![a-z])(?:just me(?! and)|only me|myself only|solo(?! lesson)|single player|just myself|(?:just|only) (?:for )?(?:her|him|my (?:son|daughter|niece|nephew))(?! (?:and|\\+|&))(?=\\s*(?:$|[,.;!]|please|pls|this|then|thanks|for|on))|for myself|on (?:my|his|her|their) own|by (?:my|him|her)self|(?:for|just) one(?! (?:of|night|day|more|week))|a single (?:seat|place|ticket))(?![a-z])',
    ),
    read: () => 1,
  },
  { pattern: pattern('คนเดียว|(?<!มี)คนนึง|(?<!มี)คนหนึ่ง|ที่เดียว(?!กัน)|(?<!อัน|แบบ)ที่นึง'), read: () => 1 },
  {
    pattern: pattern(
      '(?<![a-z])(?:(?:me|myself) (?:and|\\+|&) (?:(?:my|a) )?(?:wife|husband|gf|bf|girlfriend|boyfriend|partner|(?:other|better) half|missus|friend|pal|mate|mom|mum|mother|dad|father|son|daughter|sister|brother)|(?:my )?(?:wife|husband|gf|bf|girlfriend|boyfriend|partner) and (?:i|me)|a couple(?! (?:of|more|days|nights|weeks))|couples?(?= (?:massage|spa|trip|room))|the two of us|both of us|(?:sign|book|put|count|get|fit|take|for) us both)(?![a-z])',
    ),
    read: () => 2,
  },
  {
    pattern: pattern('สปาคู่|ก๊วนเต็ม(?:ก๊วน)?|a full flight'),
    read: ([all]) => (all === 'สปาคู่' ? 2 : 4),
  },
  {
    pattern: pattern(
      '(?:ไปกัน|มากัน)\\s*(\\d{1,2})(?=$|\\s|[.!?])(?!\\s*(?:วัน|คืน|โมง|ทุ่ม|บาท|พัน|หมื่น|รอบ|แผ่น|ชิ้น|นาที|ชม|week|day|:|\\.\\d|/))',
    ),
    read: ([, a]) => count(a),
  },
  {
    pattern: pattern(
      `(?<![a-z])(?:we are|we're|we ?r|we (?:will|would) be|we'(?:ll|d) be|were|there(?:'s| are| is|'(?:ll|d) be)|for|table for|seats? for|sign(?: us)? up|put down)(?: about| around| approx\\.?| roughly| ~| just| maybe|~)* ${EN_N}(?![a-z0-9/:]|[.,]\\d|${NOT_HEADS})`,
    ),
    read: (match) => (isMoneyBefore(match) || tellsAges(match) ? undefined : count(match[1])),
  },
  // 'my sister wants to join, so 5', 'that makes 6'
  {
    pattern: pattern(`(?<![a-z])(?:so|that makes|makes it|then we(?:'re| are)) (\\d{1,2})(?=\\s*(?:$|[.,!]))`),
    read: ([, a]) => count(a),
  },
  { pattern: pattern(`(?:ไป|เอา|ให้)\\s*(\\d{1,2})(?=\\s*$|\\s*(?:มีคน|ค่ะ|ครับ|คับ|นะ|จ้า))`), read: ([, a]) => count(a) },
  {
    // what is left of a list: "borneo wild, 4, april", "boat tmrw 2 pls"
    pattern: pattern('(?<=[a-z],\\s?)(\\d{1,2})(?=\\s*(?:,|$))|(?<=[a-z] )(\\d{1,2})(?= (?:pls|plz|please)(?![a-z]))'),
    read: ({ 1: a, 2: b, input, index }) =>
      MONTH_BEFORE.test(input.slice(Math.max(0, index - 12), index)) ? undefined : count(a ?? b),
  },
  {
    pattern: pattern(`(?<![a-z])for ?~ ?(\\d{1,3})(?!\\d)`),
    read: ([, a]) => count(a),
  },
]

const SPOUSE_EN =
  '(?:wife|husband|hubby|gf|bf|girlfriend|boyfriend|partner|(?:other|better) half|missus|fiancee?|spouse)'

/** Two who go together, where no number says how many they are: 'with my wife', ไปกับแฟน. */
const couples: Rule<number | string>[] = [
  {
    pattern: pattern(`(?<![a-z])my ${KIN}(?= ?(?:\\(\\d{1,3}\\) )?(?!and )[^.?!\\n]{0,70} with me(?![a-z]))`),
    read: () => 2,
  },
  {
    pattern: pattern(
      `(?<![a-z0-9]|\\d[.,])${EN_N} (?:small |little |young )?(?:kids?|kiddos?|kiddies|little ones?|childs|youngsters|children|child|teens?|toddlers?)(?![a-z])`,
    ),
    read: ([, a]) => count(a),
  },
  {
    pattern: pattern(
      `(?<![a-z])with my (?:${SPOUSE_EN}|mum|mom|mother|dad|father|daughter|son|sister|brother|best friend)(?![a-z'’])(?!,? ?(?:and|&|\\+|plus|n|,) )`,
    ),
    read: () => 2,
  },
  {
    pattern: pattern(
      '(?:ไป|มา|กิน|ทาน|เรียน|เที่ยว|นวด)(?:กับ|กะ)(?:แฟน|ภรรยา|สามี|เมีย|ผัว|(?:คุณ)?(?:แม่|พ่อ|ยาย|ย่า|ปู่)|(?:ลูก|พี่|น้อง)(?:สาว|ชาย))(?=$|[.,!?]|\\s(?!(?:และ|กับ|กะ|พ่อ|แม่|คุณ|พี่|น้อง|ลูก|อีก|\\d))|ค่ะ|คะ|ครับ|คับ|นะ)',
    ),
    read: () => 2,
  },
]

/** 'We are 74 and 71': how old they are, and not how many. */
const tellsAges = (match: RegExpExecArray): boolean =>
  Number(match[1]) >= A_GROWN_UP && ANOTHER_AGE.test(match.input.slice(match.index + match[0].length))
const A_GROWN_UP = 20
const ANOTHER_AGE =
  /^\s*(?:,\s*|and\s+|&\s*)[1-9]\d(?![\d:/])(?!\s*(?:adults?|grown|kids?|child|people|persons?|guests?|pax|players?|students?|of us))/

/** 一名脱落いたしました。六名三人ずつに訂正願います: of several counts the one that it is to be. */
const IS_TO_BE = /^[^。\n]{0,8}に(?:訂正|変更|修正|減|増)/

/** How many people travel, play, dine or learn. */
export const readPeople = (text: string, taken: readonly Span[] = []): PeopleReading[] => {
  const low = plain(text)
  const found = scan(text, low, rules, [...taken, ...openCompany(low)])
  const [toBe] = found.filter((it) => IS_TO_BE.test(low.slice(it.index + it.text.length)))
  return toBe ? [toBe] : found.length > 0 ? found : scan(text, low, couples, taken)
}

/** The answer to "how many?": also a bare `4`, `๔`, `สี่`, `four`, `5-6`. */
export const readCountAnswer = (text: string): PeopleReading | undefined => {
  const first = readPeople(text)[0]
  if (first) return first
  const low = plain(text).trim()
  const range = /^(\d{1,3})\s*(?:-|ถึง|to|or|หรือ)\s*(\d{1,3})(?:\s|$)/.exec(low)
  if (range && Number(range[1]) < Number(range[2]))
    return { index: 0, text: text.trim(), value: `${range[1]}-${range[2]}` }
  const slipped = count(SLIPPED_ALONE.exec(low)?.[1])
  if (slipped) return { index: 0, text: text.trim(), value: slipped }
  const bare = new RegExp(
    `^(?:about |around |maybe |just |only |ประมาณ|แค่|รวม|ทั้งหมด|มี|เป็น|we are |we're |全部で)?\\s*(${COUNT})(?![\\d.,:/])`,
  ).exec(low)
  const value = bare && count(bare[1])
  if (bare && value && low.length <= bare[0].length + 16) return { index: 0, text: text.trim(), value }
  return /^(?:me|ฉันเอง|เราเอง|ตัวเอง|私だけ|私一人|一人|ひとり)$/.test(low)
    ? { index: 0, text: text.trim(), value: 1 }
    : undefined
}
