import { thaiNameIn } from './names-thai.ts'
import { triedOn } from './letters-needed.ts'
import { plain } from './plain.ts'
import { coverOf, type Found, type Span, take, touches } from './scan.ts'

/** ป้าประไพ: how Thais call each other, as if they were kin. */
const THAI_KIN = '(?:(?:ป้า|ลุง|น้า|เฮีย|เจ๊|ซ้อ|ยาย|แม่|พ่อ)(?=[ก-ฮเ-ไ][ก-๎]{2}))'
const THAI_TITLE = '(?:คุณ|นางสาว|นาย|นาง|น\\.ส\\.|ด\\.ช\\.|ด\\.ญ\\.|เชฟ|พี่|น้อง|ดร\\.|อ\\.|(?:[ก-ฮ]{1,3}\\.){2,4})'
const LATIN_WORD =
  "(?!(?:Phone|Tel|Email|Mobile|WhatsApp|Line|Order|Ref|Booking|Case|Thanks|Thank|Please|Will|The|And|For|From|Room|Mr|Mrs|Ms|Dr|Does|Is|Was|Are|Can|Could|Would|Do|Did|(?:I|It|We|You|He|She|They|That|There)['’](?:d|m|s|ll|re|ve)|It|We|You|He|She|They|My|Our|Not|Yes|Hi|Hello|Dear|In|On|At|To)\\b)(?:[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ'’]+(?:[A-Z][a-z'’]+)?(?:-[A-Z][a-z'’]+)?|[A-Z]\\.)"
const LATIN_NAME = `(?:${LATIN_WORD}(?: (?:de |van |von |der |bin |binti |al-)?${LATIN_WORD}){0,3})`
const FULL_NAME = `(?:${LATIN_WORD}(?: (?:de |van |von |der |bin |binti |al-)?${LATIN_WORD}){1,3})`
const USERNAME = '[A-Za-z][A-Za-z0-9_.]{2,30}'
const KANJI_NAME = '[一-龥々]{1,4}(?:[ 　][一-龥々]{1,4})?'
const KANA_NAME = '[ァ-ヶー]{2,10}(?:[・ 　][ァ-ヶー]{2,10})?'

type NameRule = {
  pattern: RegExp
  /** the name begins where the pattern ends, and Thai words tell where it stops */
  thai?: { full: boolean }
  username?: boolean
}

/** Names that announce themselves. The name is the last group, or what follows in Thai. */
const rules: NameRule[] = [
  {
    pattern: new RegExp(
      `(?:ยูสเซอร์เนม|ยูสเซอร์|ยูเซอร์|ยูส|user ?name|username|user(?: id)?|account|ไอดี|บัญชี|ユーザー名は?|ユーザー|用户名|账号)\\s*(?:name|ชื่อ|คือ|:|：|=|is|是)?\\s*@?(${USERNAME}(?<=[_\\d][A-Za-z0-9_.]{0,30}))`,
      'gi',
    ),
    username: true,
  },
  {
    pattern: new RegExp(`(?:ยูสเซอร์เนม|ยูสเซอร์|ยูเซอร์|ยูส|username)\\s*(?:ชื่อ|คือ|:|=|is)?\\s*@?(${USERNAME})`, 'gi'),
    username: true,
  },
  {
    pattern: new RegExp(
      `(?<![A-Za-z])(?:[Mm]y name(?:'s|’s| is)|[Nn]ame(?:'s|’s| is|:| on board:)|[Hh](?:is|er) name(?:'s|’s| is)|[Tt]his is|[Ii] am|[Ii]['’]m|[Uu]nder(?: the name(?: of)?)?|[Pp]ut(?: (?:it|this|that|us|me))?(?: down)?(?: (?:under|as|in the name of))?|booked (?:by|under|as)|[Bb]est regards,?|[Rr]egards,?|[Cc]heers,?|signed|member is|contact(?: person)?(?: is|:)?|[Cc]all me|(?:married|maiden|full|correct|legal) name,?|(?:passport|ID) says|(?:should|must) (?:be|read|say)(?: spelled)?|[Dd]eactivate|[Rr]egister|[Rr]emove|[Aa]dd|[Rr]eplace|it['’]s)\\s+(?:Mr\\.?|Mrs\\.?|Ms\\.?|Dr\\.?|Khun)?\\s*(${LATIN_NAME})(?![\\w@'’])`,
      'g',
    ),
  },
  {
    pattern: new RegExp(
      `(?<![A-Za-z])(?:[Ff]or|[Gg]uest|[Pp]assenger|[Tt]ravell?er|[Mm]ember|[Pp]layer|[Ss]tudent|[Cc]ontact|[Aa]ttn|[Cc]olleague|[Bb]oss|[Cc]lient|named|called|in the name of|on behalf of|name of)(?:[:,]| is| named)?\\s+(?:Mr\\.?|Mrs\\.?|Ms\\.?|Dr\\.?|Khun)?\\s*(${FULL_NAME})(?![\\w@])`,
      'g',
    ),
  },
  {
    // in small letters only where a name is surely meant
    pattern:
      /(?<![a-z])(?:my name is|name is|name ?:|under the name(?: of)?|in the name of|ชื่อ)\s+([a-z]{3,14}(?: [a-z]{3,14})?)(?![.\w@])(?=\s*(?:$|[,!\n\d+]|ค่ะ|คะ|ครับ|คับ|โทร|เบอร์|phone|tel|thanks|please|pls))/g,
  },
  {
    pattern: new RegExp(
      `(?<![A-Za-z])(?:[Nn]ame|[Ss]urname|[Ll]ast [Nn]ame|[Ff]amily [Nn]ame)(?: is|:|,)?\\s+(${LATIN_NAME})(?![\\w@'’])`,
      'g',
    ),
  },
  { pattern: new RegExp(`(?:คุณ|พี่|น้อง)\\s?(${LATIN_NAME})(?![\\w@])`, 'g') },
  // 'Kasparek is the name, Jürgen Kasparek'
  { pattern: new RegExp(`${LATIN_WORD} is (?:the|my) name, (${FULL_NAME})(?![\\w@])`, 'g') },
  { pattern: new RegExp(`(?<![A-Za-z])(${LATIN_NAME})(?= is (?:the|my) name(?![a-z])(?!, [A-Z]))`, 'g') },
  { pattern: new RegExp(`(?:^|[.!?\\n]\\s{0,3}|, )(${FULL_NAME})(?= here(?![a-z]))`, 'g') },
  // a name as a signature: two capitalised words that end the message, or stand before an address or a number
  {
    pattern: new RegExp(
      `(?:[.!?:,;)\\]]\\s{1,3}|\\n\\s{0,3}|[\\u0e00-\\u0e7f]\\s{1,3})(${FULL_NAME})(?=\\s{0,3}[.!]?\\s{0,3}$|\\s{0,3}\\n|,?\\s{0,3}(?:\\+?\\d{3}|[a-z][\\w.]*@))`,
      'g',
    ),
  },
  { pattern: /((?:หจก|บจก)\.?\s?[ก-ฮเ-ไ][ก-๎]{2,24}(?: จำกัด)?)(?=\s|ครับ|ค่ะ|คะ|$)/g },
  {
    pattern: new RegExp(
      `(?<!เ|ไม่มี|เรียก|ใคร|ราย|ลง|ป้าย|สะกด|คนขับ|ไกด์|แคดดี้|พนักงาน|เปลี่ยน)(?:ชื่อ(?:จริง|ผู้จอง|ผู้โดยสาร|ลูกค้า|เล่น|สมาชิก|ผู้ติดต่อ|ผู้สมัคร)?|ในนาม|ผู้จอง|จองในชื่อ)\\s*(?:คือ|ว่า|:|：|เป็น|ผม|ค่ะ)?\\s*${THAI_TITLE}?${THAI_KIN}?\\s?`,
      'g',
    ),
    thai: { full: true },
  },
  // ลงชื่อ alone is to enrol
  { pattern: new RegExp(`(?:ลง|ใส่|จอง|ใช้)ชื่อ(?:ไว้)?(?:ว่า|เป็น)?\\s*(?:คุณ)?${THAI_KIN}\\s?`, 'g'), thai: { full: true } },
  {
    pattern: new RegExp(
      `(?:(?<!เ)ชื่อ(?:ใน\\S{1,20})?|ในนาม|สะกด\\S{0,10}|พาสปอร์ต(?:เขียน)?|ต้องเป็น|ที่ถูก(?:คือ)?)\\s*(?:คือ|ว่า|:|เป็น|เขียน)?\\s*(?:K\\.|Khun )?(${LATIN_NAME})(?![\\w@])`,
      'g',
    ),
  },
  {
    pattern:
      /(?:ในนาม|ต้องเป็น|ออกให้|ชื่อ|ให้)\s*บริษัท\s*(?!พิมพ์|สะกด|เขียน|ลง|ใส่|ผิด|ตก|ไม่|หาย|เก่า|เดิม|ใหม่|ยัง|ของ|ให้|ด้วย)|บริษัท\s*(?=(?!พิมพ์|สะกด|เขียน|ผิด)[ก-ฮเ-ไ][\u0e00-\u0e7f]{4,20}(?:\s*จำกัด|\s*(?:ครับ|ค่ะ)?$))/g,
    thai: { full: true },
  },
  { pattern: /(?:เป็น)?ชื่อร้าน\s*/g, thai: { full: false } },
  { pattern: /(?:คุยกับ|ขอสาย|ต่อสาย|เรียก|ให้)(?:คุณ|พี่|น้อง)/g, thai: { full: false } },
  // คุณพ่อใช้ไม้เท้า: what is told of a father is no name of his
  {
    pattern:
      /(?<!ขอบ|พวก)(?:คุณ|นางสาว|น\.ส\.)(?!\s?(?:พ่อ|แม่|ตา|ยาย|ปู่|ย่า|ป้า|ลุง|น้า|อา|ลูก)(?:ใช้|เดิน|นั่ง|แพ้|ไม่|เป็น|มี|อายุ|กิน|ทาน|ต้อง|ชอบ|ป่วย|เพิ่ง|ท่าน|ตื่น|กลัว|จะ|ขอ))/g,
    thai: { full: true },
  },
  { pattern: /เชฟ/g, thai: { full: false } },
  { pattern: /นามสกุล[^\n]{0,60}?\sเป็น\s/g, thai: { full: false } },
  { pattern: new RegExp(`(?<![A-Za-z])(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Chef|Khun|K)\\.? (${LATIN_NAME})`, 'g') },
  {
    pattern: new RegExp(
      `(?:名前|氏名|予約名|お名前|代表者|参加者|担当者?|申込者|予約者|申し?込み)(?:は|：|:)\\s*([一-龥々]{5,6}(?=[、。\\s]|です|$)|${KANJI_NAME}|${KANA_NAME})`,
      'g',
    ),
  },
  {
    pattern: new RegExp(
      `(?<![一-龥々])([一-龥々]{5,6}|${KANJI_NAME})(?=の名前で|名義で|名で予約|様の予約|さんの予約)`,
      'g',
    ),
  },
  {
    pattern: new RegExp(
      `^\\s{0,3}(?:こんにちは、?|お世話になっております。?)?([一-龥]{2,3})(?=です[。、\\s])(?<!了解|承知|結構|大丈夫|最高|完璧|残念|無理|失礼|可能|以上|同意|賛成|十分|本当)`,
      'g',
    ),
  },
  { pattern: new RegExp(`(?:会員|担当|名義|参加者)を(${KANJI_NAME})から`, 'g') },
  { pattern: new RegExp(`から(${KANJI_NAME})(?=へ変更|に変更|へ交代)`, 'g') },
  { pattern: new RegExp(`(${KANJI_NAME}|${KANA_NAME})(?=と申します|といいます|と言います)`, 'g') },
  { pattern: new RegExp(`^\\s{0,3}(${KANJI_NAME})(?=です。?\\s{0,3}$)`, 'g') },
  { pattern: new RegExp(`(?:正しくは|正しい(?:綴り|名前)は)\\s*(${LATIN_NAME})`, 'g') },
  {
    pattern:
      /(?:我叫|我是|姓名[:：是]?|名字(?:叫|是|[:：])|联系人[:：是]?|我姓)\s*([一-龥]{1,4}?)(?=[，,。.！!\s]|$|电话|手机|先生|女士|小姐)/g,
  },
  { pattern: /(?:^|[，,。\s])([一-龥]{1,3})(?=先生|女士|小姐)/g },
]

const NO_LATIN_NAME =
  /^(?:Christmas|Easter|Golden|Boxing|Valentine|Songkran|Loy|Mother|Father|Premium|Economy|Business|Deluxe|Private|Family|Gate|Terminal|Room|Table|Green|Golf|Tee|Spa|not|wrong|missing|spelled|spelt|the|still|misspelled|different|on|there|correct|incorrect|Not|The|This|That|Here|There|Still|Just|In|At|On|Sorry|Really|Very|So|Hi|Hello|Dear|Thanks|Thank|Please|Ok|Okay|Yes|No|Also|And|But|If|We|You|They|My|Our|Your|His|Her|It|For|From|To|Book|Booking|Best|Kind|Good|Any|All|What|When|Where|Why|How|Can|Could|Would|Is|Are|Do|Does|Did|Has|Have|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tue|Wed|Thu|Fri|Sat|Sun|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Line|LINE|API|VIP|QR|OTP|Thai|Japanese|English|Chinese|Korean|Merry|Happy|New|Dinner|Lunch|Order|Ref|Reference|Invoice|Hotel|Airport|Instagram|TikTok|Facebook|YouTube|Telegram|Spotify|Twitter|Shopee|Threads|Google|Stripe|Wise|Visa|Mastercard|PayPal|Both|Only|None|Nobody|Everyone|Someone|Need|Want)\b/
const HONORIFIC = /^(?:Mr|Mrs|Ms|Miss|Dr|Khun|Prof|Professor|Chef|Sir|Mister|Madam)\.? /
const NO_USERNAME = /^(?:x\d+|instead|agency|admin|vip|name|id|password|account|login|is|was|not|my|the)$/i
const NO_KANJI_NAME =
  /^(?:[一二三四五六七八九十]{1,3}[人名]|緊急|満席|問題|質問|相談|初回|最悪|大変|面倒|不満|迷子|遅刻|故障|火事|事故|病気|重要|簡単|綺麗|上司|会員|社長|部長|秘書|総務|人事|経理|新規|団体|当日|平日|週末|大丈夫|残念|希望|結構|可能|無理|不可|必要|以上|同行|全員|本人|名|人|円|日|月|時|分|泊|様|夫婦|家族|会社|友人|今日|明日|来週|予約|変更|確認|連絡|料金|時間|場所|電話|方|私|僕|皆|客|先生|不明|未定|急ぎ|至急|满意|你们|客人|客服|各位|我们|他们|一个|两个|中国|日本|泰国|先|运转手|運転手|上記|下記|何|誰|万円|千円|名前|日程)/
const OLD_NAME_BEFORE = /(?:จาก\s?(?:คุณ|Khun |K\.)?|(?<![a-z])from (?:Mr\.? |Ms\.? |Mrs\.? |Khun )?)$/
const OLD_NAME_AFTER = /^\s*(?:เป็น|ไปเป็น|ให้|to )/
const JOB_BEFORE = /(?:คนขับ|ไกด์|แคดดี้|พนักงาน|ช่าง|แม่บ้าน)(?:ชื่อ)?(?:คุณ|พี่|น้อง)?\s*$/

/** Names that announce themselves: "name is …", ชื่อ…, คุณ…, ยูส …, a signature. No guess is made from a bare word. */
export const readNames = (text: string, taken: readonly Span[] = []): Found<string>[] => {
  const found: Found<string>[] = []
  const cover = coverOf(text.length, taken)
  const keep = (index: number, name: string) => {
    const span = { index, text: name }
    if (touches(cover, span)) return
    found.push({ ...span, value: name })
    take(cover, span)
  }
  for (const place of triedOn(text, rules)) {
    const rule = rules[place]
    if (!rule) continue
    rule.pattern.lastIndex = 0
    for (let match = rule.pattern.exec(text); match; match = rule.pattern.exec(text)) {
      if (match[0] === '') rule.pattern.lastIndex += 1
      if (rule.thai) {
        const at = match.index + match[0].length
        const name = thaiNameIn(text.slice(at, at + 50), rule.thai)
        if (!name || isOther(text, match.index, at + name.length)) continue
        keep(at, name)
        // ชื่อ ปกรณ์ กับ ศศิ
        const and = /^\s?(?:กับ|และ)\s?(?:คุณ)?/.exec(text.slice(at + name.length, at + name.length + 12))
        const second = and && rule.thai.full ? at + name.length + and[0].length : undefined
        const other = second === undefined ? undefined : thaiNameIn(text.slice(second, second + 50), { full: false })
        if (second !== undefined && other && other.length >= 3 && match[0].startsWith('ชื่อ')) keep(second, other)
        continue
      }
      const name = (match[1] ?? '').replace(HONORIFIC, '').replace(/(?:['’]s|[.,])$/, '')
      const fits = rule.username ? !NO_USERNAME.test(name) : !NO_LATIN_NAME.test(name) && !NO_KANJI_NAME.test(name)
      if (name.length < 1 || !fits) continue
      const at = match.index + match[0].lastIndexOf(name)
      if (isOther(text, at, at + name.length)) continue
      keep(at, name)
    }
  }
  for (const it of usernamesBeside(text)) keep(it.index, it.text)
  const beside = nameBesideContact(text)
  if (beside && found.length === 0) keep(beside.index, beside.text)
  return found.filter((it) => !isSaidInFull(it, found)).sort((a, b) => a.index - b.index)
}

/** 'Penhallow. Rosalind Penhallow.' */
const isSaidInFull = ({ value }: Found<string>, among: readonly Found<string>[]): boolean =>
  among.some((one) => one.value.length > value.length && ` ${one.value} `.includes(` ${value} `))

/** The one who leaves in "from … to …", and whoever works there. */
const isOther = (text: string, at: number, end: number): boolean => {
  const before = text.slice(Math.max(0, at - 16), at)
  return (OLD_NAME_BEFORE.test(before) && OLD_NAME_AFTER.test(text.slice(end, end + 10))) || JOB_BEFORE.test(before)
}

const SAYS_USER = /ยูส|ยูเซอร์|user/i
const LOOKS_LIKE_USER = /(?<![\w@.#/-])[a-z][a-z.]*[\d_][\w.]{0,28}(?![\w@-])/gi

/** Where users are spoken of, `banana99` is one. */
const usernamesBeside = (text: string): Span[] =>
  SAYS_USER.test(text) ? [...text.matchAll(LOOKS_LIKE_USER)].map((it) => ({ index: it.index, text: it[0] })) : []

const A_CONTACT =
  /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}|(?<![\d.,])(?:\+ ?[1-9]|\(?0)\d?(?:[ ().-]{0,2}\d){7,13}(?!\d)/g
const CONTACT_WORDS =
  /(?:โทร\.?|เบอร์(?:โทร)?|อีเมล|เมล|(?<![a-z])(?:tel|phone|mobile|mob|cell|e-?mail|mail|whatsapp)(?![a-z])|電話(?:番号)?|携帯)[\s.:：は]{0,3}$/i
const POLITE_END = /\s?(?:นะ(?:คะ|ครับ)|ค่ะ|คะ|ครับ|คับ|ค่า|จ้า|จ้ะ|です|と申します|[.!,、])$/
/** ดิฉันวราภรณ์ค่ะ 081-000-4472 */
const I_AM = /^(?:ดิฉัน|กระผม|ผม|ฉัน|หนู|เรา)(?:ชื่อ)?\s?(?=[ก-ฮเ-ไ]{2})/
/** In small letters, where hardly anything but a name can stand. */
const SMALL_NAME =
  /^(?!(?:call|phone|tel|mobile|mob|cell|me|my|at|on|or|and|is|the|no|number|num|line|whatsapp|order|ref|contact|text|ring|please|pls|hi|hello|ok|yes|room|use|try|this|mail|email|user|id|acc|account|top|topup|for|to|from|thanks|booking)\b)[a-z]{2,12}(?: (?!(?:phone|tel|mobile|number|is|line|order|email|mail)\b)[a-z]{2,14})?$/
const WRITTEN_NAME = new RegExp(`^(?:${LATIN_NAME}|${KANJI_NAME}|${KANA_NAME})$`)
const LONGEST_CARD = 120

/** A name, how to reach who bears it, and nothing else: 'Nadia Lim +65 8123 4567', ฝ้ายค่ะ 086-222-3344. */
function nameBesideContact(text: string): Span | undefined {
  if (text.length > LONGEST_CARD) return undefined
  const contacts = [...text.matchAll(A_CONTACT)]
  const [first] = contacts
  const last = contacts.at(-1)
  if (!first || !last) return undefined
  const parts = [text.slice(0, first.index), text.slice(last.index + last[0].length)]
    .map((it) => it.trim().replace(CONTACT_WORDS, ''))
    .map((it) => it.replace(/^[\s,、;:/|-]+|[\s,、;:/|-]+$/g, ''))
    .map((it) => it.replace(POLITE_END, '').trim().replace(I_AM, ''))
    .filter(Boolean)
  const [name = ''] = parts
  if (parts.length !== 1 || !isNameAlone(name)) return undefined
  return { index: text.indexOf(name), text: name }
}

const isNameAlone = (name: string): boolean =>
  /[ก-๙]/.test(name)
    ? thaiNameIn(`${name} `, { full: true }) === name
    : SMALL_NAME.test(name) || (WRITTEN_NAME.test(name) && !NO_LATIN_NAME.test(name) && !NO_KANJI_NAME.test(name))

/** The answer to "in which name?": the whole message without its courtesy words. */
export const readNameAnswer = (text: string): Found<string> | undefined => {
  const told = readNames(text)[0]
  if (told) return told
  const bare = text
    .trim()
    .replace(
      /^(?:it'?s|it is|i'm|i am|this is|name|under|ชื่อ(?:จริง)?|คือ|ในนาม|名前は|氏名は?|我叫|我姓|姓名)\s*[:：]?\s*/i,
      '',
    )
    .replace(new RegExp(`^(?:${THAI_TITLE}|mr\\.?|mrs\\.?|ms\\.?|khun)\\s*`, 'i'), '')
    .replace(
      /(?:\s*(?:นะคะ|นะครับ|ค่ะ|คะ|ครับ|คับ|ค่า|จ้า|จ้ะ|please|thanks|thank you|です|と申します|でお願いします|。|\.|!)){1,6}$/i,
      '',
    )
    .trim()
  const sensible =
    bare.length >= 2 &&
    bare.length <= 60 &&
    /\p{L}/u.test(bare) &&
    bare.split(/\s+/).length <= 6 &&
    !/[?？\n]/.test(bare) &&
    !/\d{4,}/.test(plain(bare).replace(/[_a-z]/g, ''))
  return sensible ? { index: text.indexOf(bare), text: bare, value: bare } : undefined
}
