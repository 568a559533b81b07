import { plain } from './plain.ts'
import type { Found, Span } from './scan.ts'
import { overlaps } from './scan.ts'

const THAI_TITLE = '(?:คุณ|นางสาว|นาย|นาง|น\\.ส\\.|ด\\.ช\\.|ด\\.ญ\\.|เชฟ|พี่|น้อง)'
const THAI_WORD = '[ก-ฮเแโใไ][ก-๎]{1,24}'
const POLITE_TAIL =
  /(?:นะคะ|นะครับ|นะจ้ะ|น่ะค่ะ|ค่ะ|คะ|ครับ|คับ|ค่า|จ้า|จ้ะ|จ๊ะ|เอง|แล้ว|ด้วย|หน่อย|เป็นคน|โทร|เบอร์|ไม่|ได้|ให้|ขอ|แทน|มา|ใน|ที่|เป็น).*$/
const LATIN_NAME = "[A-Z][A-Za-z'’.-]*(?: (?:de |van |von |der |bin |al-)?[A-Z][A-Za-z'’-]+){0,3}"
const USERNAME = '[A-Za-z][A-Za-z0-9_.]{2,30}'

type NameRule = { pattern: RegExp; username?: boolean }

const rules: NameRule[] = [
  {
    pattern: new RegExp(
      `(?:ยูสเซอร์เนม|ยูสเซอร์|ยูเซอร์|ยูส|user ?name|username|user(?: id)?|account|ไอดี|บัญชี|ユーザー名は?|ユーザー)\\s*(?:name|ชื่อ|คือ|:|=|is)?\\s*@?(${USERNAME}(?<=.*[_\\d].*))`,
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
      `(?:[Mm]y name(?:'s| is)|[Nn]ame(?:'s| is|:)|[Tt]his is|[Ii] am|[Ii]'m|[Uu]nder(?: the name(?: of)?)?|booked (?:by|under|as)|[Rr]egards,?|[Cc]heers,?|signed|member is|it's)\\s+(?:Mr\\.?|Mrs\\.?|Ms\\.?|Dr\\.?|Khun)?\\s*(${LATIN_NAME})`,
      'g',
    ),
  },
  {
    pattern: new RegExp(
      `(?:ชื่อ(?:จริง|ผู้จอง|ผู้โดยสาร|ลูกค้า|คน|เล่น|สมาชิก)?|ในนาม|ผู้จอง|จองในชื่อ|ติดต่อ|เปลี่ยนเป็น|เป็น)\\s*(?:คือ|ว่า|:|เป็น)?\\s*${THAI_TITLE}\\s?(${THAI_WORD}(?: ${THAI_WORD})?)`,
      'g',
    ),
  },
  {
    pattern: new RegExp(
      `(?:ชื่อ(?:จริง|ผู้จอง|ผู้โดยสาร|ลูกค้า|เล่น|สมาชิก)?(?:คือ|ว่า)?|ในนาม|ผู้จอง|จองในชื่อ|ดิฉัน|กระผม)\\s*:?\\s*(?:${LATIN_NAME}|${THAI_WORD}(?: ${THAI_WORD})?)`,
      'g',
    ),
  },
  { pattern: new RegExp(`คุณ(${THAI_WORD})`, 'g') },
  { pattern: new RegExp(`(?:Mr|Mrs|Ms|Dr|Khun)\\.? (${LATIN_NAME})`, 'g') },
  { pattern: /([一-龥々ァ-ヶー]{2,8})(?:と申します|です。?$|様|さん)/g },
]

const THAI_NAME_STOP =
  /^(?:ผิด|ไม่|ใน|ที่|บน|ลูกค้า|ผู้|เรา|ของ|หาย|ตก|อะไร|ใคร|คน|สะกด|ภาษา|บริษัท|เดียว|ซ้ำ|นี้|นั้น|ร้าน|มัน|ก็|แต่|ครับ|ค่ะ|แม่|พ่อ|ยาย|ตา|ลุง|ป้า|ภาพ|สมบัติ|ไหน|มี|ได้|จะ|แล้ว|กับ|และ|ถูก|กลาย|ยัง)/
const LATIN_NAME_STOP =
  /^(?:Not|The|This|That|Here|There|Still|Just|In|At|On|Sorry|Really|Very|So|Hi|Hello|Thanks|Thank|Please|Ok|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Line|LINE|API|VIP|QR|OTP|Thai|Japanese|English)\b/

/** Names that announce themselves: "name is …", ชื่อ…, คุณ…, ยูส …. No guess is made from a bare word. */
export const readNames = (text: string, taken: readonly Span[] = []): Found<string>[] => {
  const found: Found<string>[] = []
  for (const { pattern, username } of rules) {
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const said =
        match[1] ??
        match[0].replace(
          /^(?:ชื่อ(?:จริง|ผู้จอง|ผู้โดยสาร|ลูกค้า|เล่น|สมาชิก)?(?:คือ|ว่า)?|ในนาม|ผู้จอง|จองในชื่อ|ดิฉัน|กระผม)\s*:?\s*/,
          '',
        )
      const name = trimName(said)
      if (name.length < 2 || (!username && (THAI_NAME_STOP.test(name) || LATIN_NAME_STOP.test(name)))) continue
      const index = match.index + match[0].lastIndexOf(said)
      const span = { index, text: name }
      if (found.some((it) => overlaps(it, span)) || taken.some((it) => overlaps(it, span))) continue
      found.push({ ...span, value: name })
    }
  }
  return found.sort((a, b) => a.index - b.index)
}

const trimName = (said: string): string => {
  const words = said.trim().split(' ')
  const kept = words
    .map((it) => it.replace(POLITE_TAIL, ''))
    .filter((it, i, all) => it !== '' && all.slice(0, i).every((before, j) => before === words[j]))
  return kept.join(' ').replace(/[.,]$/, '')
}

/** The answer to "in which name?": the whole message without its courtesy words. */
export const readNameAnswer = (text: string): Found<string> | undefined => {
  const told = readNames(text)[0]
  if (told) return told
  const bare = text
    .trim()
    .replace(/^(?:it'?s|it is|i'm|i am|this is|name|under|ชื่อ(?:จริง)?|คือ|ในนาม|名前は|氏名は?)\s*:?\s*/i, '')
    .replace(new RegExp(`^(?:${THAI_TITLE}|mr\\.?|mrs\\.?|ms\\.?|khun)\\s*`, 'i'), '')
    .replace(
      /\s*(?:นะคะ|นะครับ|ค่ะ|คะ|ครับ|คับ|ค่า|จ้า|จ้ะ|please|thanks|thank you|です|と申します|でお願いします|。|\.|!)+$/i,
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
