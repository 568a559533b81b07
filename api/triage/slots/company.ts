import { parseNumber } from './numbers.ts'
import { type Rule, type Span, scan } from './scan.ts'

/**
 * Who comes along, told one by one: 'my husband and I plus two kids', ผมกับภรรยาและลูก 2 คน. The one who writes is among them, or brings them
 * ('with my wife and two kids'), or they are a family by themselves ('mum, dad and three kids'); a plural without a number ('and our kids') leaves
 * the sum open.
 */
type Tongue = {
  number: string
  /** the one who writes */
  self: string
  /** those who write, as one: 'the two of us', 夫婦 */
  pair: string
  /** one of them, two of them by their very word, and those who must be counted */
  one: string
  two: string
  many: string
  join: string
  /** joins so loosely that it needs another that does not */
  loose: RegExp
  /** right before or after those who are brought: the one who writes comes with them */
  brings?: RegExp
  broughtAfter?: RegExp
  /** they are all, though the one who writes is not named */
  family?: RegExp
}

const EN_NUMBER = '(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)'
const EN_LIKE =
  '(?:(?:little|small|young|old|older|elderly|baby|best|good|other|close|more|\\w{1,5}[ -](?:year|month)s?[ -]old) )*'
const EN_NO_CHILDREN_S_THING =
  "(?![a-z'])(?! (?:menu|meals?|club|chairs?|seats?|price|class|area|room|pool|bed)(?![a-z]))"

const english: Tongue = {
  number: EN_NUMBER,
  self: '(?<![a-z])(?:i|me|myself)(?![a-z])',
  pair: `(?<![a-z])(?:(?:the )?${EN_NUMBER} of us|us ${EN_NUMBER}|(?:(?:a|the|our|my) )?family of ${EN_NUMBER}|(?:(?:a|one) )?(?:married |young |old )?couple(?! of))(?![a-z])`,
  two: '(?<![a-z])(?:(?:my|our|his|her|the|both) )*(?:parents|grandparents|in-?laws|folks)(?![a-z])',
  one: `(?<![a-z])(?:(?:my|our|his|her|the|an?|one|another) )?${EN_LIKE}(?:wife|husband|hubby|gf|bf|girlfriend|boyfriend|partner|fiancee?|spouse|friend|buddy|mate|mom|mum|mother|dad|father|son|daughter|sis|sister|bro|brother|nan|gran|granny|grand(?:ma|pa|ad|dad|mother|father|son|daughter|child)|(?:mother|father|brother|sister)-in-law|cousin|aunt|auntie|uncle|niece|nephew|boss|colleague|nanny|baby|toddler|infant|newborn|child|kid|teen|teenager)${EN_NO_CHILDREN_S_THING}`,
  many: `(?<![a-z])(?:(?:my|our|his|her|the|another|with) )?(?:${EN_NUMBER} )?${EN_LIKE}(?:kids|children|kiddos|sons|daughters|friends|mates|buddies|babies|toddlers|infants|teens|teenagers|colleagues|sisters|brothers|cousins|grandchildren|grandkids|boys|girls|nieces|nephews|aunts|uncles|clients|guests|others)${EN_NO_CHILDREN_S_THING}`,
  join: '(?: ?\\(\\d{1,2}[^()]{0,14}\\))?(?: ?, ?(?:(?:and|plus|with|&) )?| ?[+&/] ?| (?:and(?: also)?|plus|with|n|along with|together with|as well as) )',
  loose: /^ ?,/,
  brings:
    /(?<!(?:adults?|people|persons?|pax|guests?|family|parents|couple|of us|groups?|room|menu|tour|tours|trip|trips) )(?<![a-z])(?:with|bring|bringing|take|taking)(?: along| both)? $/,
  family:
    /^(?!.*(?<![a-z])(?:my|our)(?![a-z])).*(?:(?:mum|mom|mother)(?![a-z]).*(?:dad|father)|(?:dad|father)(?![a-z]).*(?:mum|mom|mother))(?![a-z])/,
}

const TH_NUMBER = '(?:\\d{1,2}|หนึ่ง|สอง|สาม(?!ี)|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|นึง)'
const TH_SO_MANY = `\\s*(?:อีก\\s*)?(?:${TH_NUMBER}\\s*(?:คน|ท่าน)|คน(?:นึง|หนึ่ง|เดียว)|(?<=อีก\\s?)คน)`

const thai: Tongue = {
  number: TH_NUMBER,
  self: '(?:กระผม|ผม|ดิฉัน|ฉัน|หนู|เรา(?!สอง|ทั้ง)|ตัวเอง)',
  pair: `(?:(?:พวก)?เรา(?:ทั้ง)?สอง(?:คน)?|ครอบครัว\\s*${TH_NUMBER}\\s*คน|(?:คู่)?สามีภรรยา|พ่อ\\s*แม่(?=\\s*(?:และ|กับ|,)?\\s*ลูก)|คู่รัก|ผัวเมีย|ตา(?:กับ)?ยาย|ปู่(?:กับ)?ย่า)`,
  two: '(?:(?:คุณ)?พ่อ(?:กับ)?(?:คุณ)?แม่)',
  one: '(?:(?:คุณ)?(?:ภรรยา|สามี|เมีย|แฟน|แม่(?!น้ำ|บ้าน|ริม|สอด|สาย|ฮ่อง)|พ่อ(?!ค|แม่)|ยาย|ปู่|ย่า(?!ง)|ตา(?![ก-ฮะ-ู])|ป้า|น้า(?!ว)|ลุง)|ลูก(?:สาว|ชาย)|หลาน(?:สาว|ชาย)|(?:พี่|น้อง)(?:สาว|ชาย)|พี่เลี้ยง|เพื่อน(?!ๆ|บ้าน))(?!ๆ|\\s*(?:อีก\\s*)?(?:\\d|สอง|สาม|สี่|ห้า))(?:อีกคน|คนนึง|คนหนึ่ง)?',
  many: `(?:ลูก(?:สาว|ชาย|น้อย)?|หลาน|เด็ก(?:เล็ก)?|เพื่อน|พี่น้อง|ทารก|ญาติ)ๆ?(?!ค้า)(?:${TH_SO_MANY})?`,
  join: '\\s*(?:แล้วก็|พร้อม(?:กับ|ด้วย)?|บวก|และ|กับ|,|\\+|\\s)\\s*',
  loose: /^[\s,]+$/,
  brings: /(?:กับ|พา|พร้อม(?:กับ|ด้วย)?|ชวน)(?:คุณ)?\s*$/,
  // who writes speaks of themselves as ป้า or แม่
  family: /./,
}

const JA_NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十])'
const JA_CHILD = '(?:子供|子ども|こども|お子さん|小学生|幼児|赤ちゃん|赤ん坊|孫)'

const japanese: Tongue = {
  number: JA_NUMBER,
  self: '(?:私|僕|俺|わたし|自分)(?!たち|達|ども)',
  pair: `(?:夫婦(?:${JA_NUMBER}[人名])?|家族${JA_NUMBER}[人名]|カップル|ふたり|(?<!\\d)${JA_NUMBER}[人名])`,
  two: '両親|祖父母',
  one: `(?:妻|夫|主人|家内|旦那|嫁|義?(?:母|父|兄|姉|弟|妹)|娘|息子|祖[母父]|おばあちゃん|おじいちゃん|彼女|彼氏?|友人|友達|友だち|同僚|赤ちゃん)(?!たち|達|\\s*${JA_NUMBER}[人名])`,
  many: `(?:${JA_CHILD}|娘|息子|友人|友達|友だち|同僚)(?:たち|達)?(?:が|は)?\\s*(?:${JA_NUMBER}[人名])?`,
  join: '\\s*(?:と|、|,|\\+|プラス|に加えて|および)\\s*',
  loose: /^\s*[、,]/,
  broughtAfter: /^\s*(?:(?:たち|達)?と(?:一緒|共に|ともに)|(?:を|も)連れ|同伴)/,
}

const ZH_NUMBER = '(?:\\d{1,2}|[一二两兩三四五六七八九十])'

const chinese: Tongue = {
  number: ZH_NUMBER,
  self: '我(?!们|們|俩|倆|家)',
  pair: `(?:一家${ZH_NUMBER}口|(?:我们|我們|咱们|咱們)(?:俩|倆|${ZH_NUMBER}(?:个人?|個人?|人|位))|[我咱](?:俩|倆)|两口子|兩口子|(?:我们|我們)?(?:夫妻|夫妇|夫婦|情侣|情侶)(?:俩|倆|[两兩二](?:个人?|個人?|人))?)`,
  two: '(?:我)?(?:爸妈|爸媽|爸爸妈妈|爸爸媽媽|父母|爷爷奶奶|爺爺奶奶|外公外婆|公婆|岳父母)',
  one: '(?:我)?(?:的)?(?:老婆|老公|太太|先生|妻子|丈夫|女朋友|男朋友|女友|男友|妈妈?|媽媽?|爸爸?|奶奶|爷爷|爺爺|外婆|外公|姐姐|哥哥|弟弟|妹妹|儿子|兒子|女儿|女兒|闺蜜|朋友|同事)(?!们|們|俩)',
  many: `(?:${ZH_NUMBER}\\s*(?:个|個|位|名))?(?:小)?(?:孩子|孩|朋友|宝宝|寶寶|婴儿|嬰兒|同事|老人|儿子|兒子|女儿|女兒|闺蜜)(?:们|們)?`,
  join: '\\s*(?:[,、]\\s*)?(?:和|跟|与|與|加上?|带[着上]?|帶[著上]?|还有|還有|以及|\\+|、|,)\\s*',
  loose: /^\s*[,、]\s*$/,
  brings: /(?:带[着上]?|帶[著上]?|[和跟与與])\s*$/,
  family: /爸爸?媽?妈|妈妈?爸|爸媽|父母|爷爷奶奶|爺爺奶奶/,
}

/** A tongue with its patterns, made once. */
type Reader = Tongue & { lists: RegExp; kinds: RegExp }

const readerOf = (it: Tongue): Reader => {
  const member = `(?:${[it.pair, it.two, it.one, it.many, it.self].join('|')})`
  return {
    ...it,
    lists: new RegExp(`${member}(?:${it.join}${member}){1,8}`, 'g'),
    kinds: new RegExp(
      `(?<pair>${it.pair})|(?<two>${it.two})|(?<one>${it.one})|(?<many>${it.many})|(?<self>${it.self})`,
      'g',
    ),
  }
}

function membersIn(told: string, it: Reader): { count: number | undefined; kind: string; joined: string }[] {
  let end = 0
  return [...told.matchAll(it.kinds)].map((match) => {
    const kind = Object.entries(match.groups ?? {}).find(([, said]) => said !== undefined)?.[0] ?? ''
    const joined = told.slice(end, match.index)
    end = match.index + match[0].length
    return { kind, joined, count: countOf(match[0], kind, it) }
  })
}

function countOf(said: string, kind: string, { number }: Tongue): number | undefined {
  if (kind === 'self' || kind === 'one') return 1
  // 一家四口 are four
  const written = said.match(new RegExp(number, 'g'))?.at(-1)
  if (written) return written === 'นึง' ? 1 : parseNumber(written)
  if (kind === 'many') return /คน(?:นึง|หนึ่ง|เดียว)?$/.test(said) ? 1 : undefined
  return 2
}

const AT_MOST = 100

const companyIn = (it: Reader): Rule<number> => ({
  pattern: it.lists,
  read: (match) => {
    const [told] = match
    const members = membersIn(told, it)
    const isSelfThere = members.some((one) => one.kind === 'self')
    const isPairFirst = members[0]?.kind === 'pair'
    // 'the two of us, my wife and I': the pair is told twice
    const counted = isSelfThere ? members.filter((one) => one.kind !== 'pair') : members
    const isBrought = !isSelfThere && !isPairFirst && bringsThem(match, it)
    if (counted.length < 2 || !(isSelfThere || isPairFirst || isBrought || it.family?.test(told))) return undefined
    const joins = members.slice(1).map((one) => one.joined)
    if (joins.every((join) => it.loose.test(join)) && !members.some((one) => one.kind === 'many')) return undefined
    // 'the two of us, 2 kids' may be told of the two
    if (isPairFirst && it.loose.test(joins[0] ?? '')) return undefined
    if (COUNTS_ALL.test(told) && counted.length === 2) return undefined
    if (!isSelfThere && COUNTED_AFTER.test(match.input.slice(match.index + told.length))) return undefined
    const sum = counted.reduce<number | undefined>(
      (all, one) => (all === undefined || one.count === undefined ? undefined : all + one.count),
      isBrought ? 1 : 0,
    )
    return sum !== undefined && sum <= AT_MOST ? sum : undefined
  },
})

/** เรากับเพื่อน 4 คน are four, with the one who writes. */
const COUNTS_ALL = /เพื่อน\s*(?:\d|สอง|สาม|สี่|ห้า)/

/** แม่กับเพื่อนแม่ 5 คน */
const COUNTED_AFTER = /^[ก-๙]{1,8}\s*(?:อีก\s*)?(?:\d{1,2}|สอง|สาม|สี่|ห้า|หก)\s*(?:คน|ท่าน)/

const bringsThem = ({ 0: told, index, input }: RegExpExecArray, it: Tongue): boolean =>
  (it.brings?.test(input.slice(Math.max(0, index - 24), index)) ?? false) ||
  (it.broughtAfter?.test(input.slice(index + told.length, index + told.length + 12)) ?? false)

const readers = [english, thai, japanese, chinese].map(readerOf)

export const company: Rule<number>[] = readers.map(companyIn)

const openLists: Rule<true>[] = readers.map((it) => ({
  pattern: it.lists,
  read: ([told]) => {
    const members = membersIn(told, it)
    const isOpen = members.some((one) => one.kind === 'many' && one.count === undefined)
    return isOpen && members.some((one) => one.kind === 'self') ? true : undefined
  },
}))

/** 'Me and my wife and our kids': nobody knows how many, so no part of it is how many come. */
export const openCompany = (low: string): Span[] => scan(low, low, openLists)
