const BITS = 1 << 17

/** With fewer wishes than this, what a business sells is not known from them yet. */
const ENOUGH = 60

/** One bit for every word of the wishes that taught a tenant's engine; none where they are few. */
export function wordsOfWishes(wishes: readonly string[]): Uint8Array | undefined {
  if (wishes.length < ENOUGH) return undefined
  const bits = new Uint8Array(BITS / 8)
  for (const wish of wishes) for (const word of wordsIn(wish)) set(bits, bitOf(word))
  return bits
}

/**
 * 'A yacht', 料理教室: the thing that is wished for, in the customer's own words, where no wish that was ever made here has any word of it. Confidence does not tell
 * a thing nobody sells from a rare word for one that is sold. Of 449 wishes that were not learnt from, each made of the business that sells it, two are mistaken; of
 * 1,592 made of a business of another trade 134 are found: most name no thing by a word of its own. Names of people and places are no things.
 */
export function unheardThing(met: Uint8Array, said: string): string | undefined {
  const things = thingsWished(said).flatMap((thing) => {
    const words = wordsIn(thing).filter(tells)
    return words.length > 0 ? [{ thing, words }] : []
  })
  if (things.some(({ words }) => words.some((word) => has(met, bitOf(word))))) return undefined
  return things[0]?.thing
}

const set = (bits: Uint8Array, at: number): void => {
  bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7))
}
const has = (bits: Uint8Array, at: number): boolean => ((bits[at >> 3] ?? 0) & (1 << (at & 7))) !== 0

function bitOf(word: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i += 1) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  h ^= h >>> 15
  return (h >>> 0) % BITS
}

const segmenter = new Intl.Segmenter('th', { granularity: 'word' })
const TONES = /[็-๎]/g
const spelt = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('’', "'")

/** Foreign words have many tones in Thai, and things come one or several. */
const wordsIn = (text: string): string[] =>
  [...segmenter.segment(spelt(text))]
    .filter((it) => it.isWordLike)
    .map(({ segment }) => singular(segment.replace(TONES, '')))
const singular = (word: string): string =>
  /^[a-z']{4,}$/.test(word) ? word.replace(/'s?$|(?<!s)s$/, '').replace(/(?<=ch|sh|x)e$/, '') : word

/** What is wished for, as it was said: what is booked, rented, arranged or looked for. */
export function thingsWished(said: string): string[] {
  const one = said.normalize('NFC').replaceAll('’', "'").replace(/\s+/g, ' ').trim()
  if (/[\u0e00-\u0e7f]/.test(one)) return inThai(one)
  if (/[\u3040-\u30ff\u3400-\u9fff]/.test(one)) return inJapanese(one)
  const wished = [...one.matchAll(WISHED)].flatMap(([, words]) => (words ? [thingIn(words)] : []))
  if (wished.length > 0) return wished.filter((it) => it !== '')
  const [, bare] = BARE.exec(one) ?? []
  // a sentence begins with a capital, whatever its first word is
  const thing = bare && !SAYS.test(bare) ? thingIn(bare.replace(/^[A-Z](?=[a-z])/, (it) => it.toLowerCase())) : ''
  return thing ? [thing] : []
}

const WISHED =
  /\b(?:book(?:ing)?|reserv(?:e|ing)|arrang(?:e|ing)|organi[sz](?:e|ing)|rent(?:ing)?|hir(?:e|ing)|charter(?:ing)?|get|needs?|want(?:s|ing)?|(?:would|'d) (?:like|love)|looking for|sort(?: out)?|set up|find|fancy|after|put (?:me|us) down for|sign (?:me|us|him|her|them) up for)(?: to (?:book|reserve|arrange|organi[sz]e|rent|hire|charter|get|have|take|do|try|order|buy))?(?: (?:us|me|him|her|them|out|my (?:wife|husband|mother|father|son|daughter|boss|guests?|clients?)))?((?: [a-z'-]+){1,6})/gi
const BARE =
  /^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|please|pls|could we have|can (?:i|we) have|any chance of)[ ,!.-]*(?:(?:there|team|all)[ ,!.-]*)?)*(?:(?:a|an|some|the|one|two|\d+) )?([a-z'-]+(?: [a-z'-]+){0,2}) (?:for|on|at|tomorrow|tonight|today|this|next|please|pls|in the|from|fri|sat|sun|mon|tue|wed|thu)/i
const SAYS =
  /\b(?:i|we|you|he|she|they|it|is|are|was|were|am|be|can|could|do|does|did|will|would|how|what|when|where|who|why|which|any|have|has|had|not|no|yes|ok|thanks|my|our|let|make|just|so|and|but|or|if)\b/i

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean).map(singular))

/** Where a thing ends and something else is said of it. */
const ENDS = wordSet(
  `for on at in to from with by of and or but as please pls this next tomorrow today tonight monday tuesday wednesday thursday friday saturday sunday mon tue tues wed
  thu thur thurs fri sat sun morning afternoon evening night before after if when that which around about any so because then near under over per until till between
  during since asap now who`,
)

/** Tells nothing of what it is: who for, how many, which sort of a thing. */
const EMPTY = wordSet(
  `i we you us me it he she they them he him my our your his their her a an the some any one two three four five six seven eight nine ten another other same something
  anything somewhere anywhere is are be do does can could would should will to get have take book make know go come see like want need try help more less people person
  pax all both just really still also maybe possibly possible quick little small big nice good best cheap new first last early late full half whole place spot slot
  seat room time day week thing kind sort way lot few bit option info information details idea price quote someone somebody anyone team appointment booking
  reservation request session ticket class course lesson workshop tour trip activity experience service out up down in back wife husband mother father son
  daughter boss guest client friend family kid child
  ให้ ได้ ไหม มั้ย ที่ คน ท่าน วัน ครับ ค่ะ คะ นะ หน่อย ไว้ มา ไป ของ และ กับ แบบ สัก ตัว ใบ ลำ คัน อัน หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ ช่วง ตอน รอบ เวลา คิว ตั๋ว
  คลาส คอร์ส เวิร์กช็อป ทัวร์ ทริป บริการ การ ๆ มี ว่า จะ อยาก ขอ จอง เรียน เช่า สั่ง หา นี้ นั้น เลย ด้วย ก่อน แล้ว ทาง พี่ น้อง เรา ผม ฉัน หนู แม่ พ่อ แฟน เพื่อน ลูก
  予約 手配 依頼 注文 利用 希望 人数 日程 教室 講座 レッスン クラス コース ワークショップ ツアー 体験 チケット サービス 件 方 分 名 人 一 二 三 時間 明日 今日 今週 来週 週末 土曜 日曜 月曜 火曜 水曜 木曜
  金曜 土曜日 日曜日 月曜日 火曜日 水曜日 木曜日 金曜日 午前 午後 朝 昼 夜 席`.replace(TONES, ''),
)
const tells = (word: string): boolean => !EMPTY.has(word) && !/^\d/.test(word) && (word.length > 1 || HAN.test(word))
const HAN = /\p{Script=Han}/u

/** The words until it ends. 'Book Doug and me a round': a name is no thing. */
function thingIn(words: string): string {
  const said = words.trim().split(' ')
  const end = said.findIndex((word) => ENDS.has(singular(word.toLowerCase())))
  const kept = end < 0 ? said : said.slice(0, end)
  if (kept.some((word) => /^[A-Z][a-z]/.test(word))) return ''
  while (kept[0] && DETERMINERS.test(kept[0])) kept.shift()
  return kept.join(' ')
}
const DETERMINERS = /^(?:an?|some|the|one|another|your|any|my|our|us|me|out)$/i

const inThai = (said: string): string[] =>
  [...said.matchAll(WISHED_IN_THAI)].flatMap(([, rest = '']) => {
    const told = rest.trimStart()
    const end = ENDS_IN_THAI.exec(told)
    const thing = (end ? told.slice(0, end.index) : told).trim()
    // จองงงง
    return thing && !/^(.)\1*$/u.test(thing) ? [thing] : []
  })
const WISHED_IN_THAI =
  /(?:จอง|เช่า|จ้าง|อยากได้|จัดหา|(?<!ปัญ|อา)หา(?!ย)|สั่ง|ซื้อ|(?:ลง|สมัคร|อยาก|ขอ)(?:เรียน|คอร์ส|คลาส)+)(?:ให้|ได้)?([^\n]{1,40})/g
const ENDS_IN_THAI =
  /วัน|พรุ่งนี้|มะรืน|คืน|เย็น|เช้า|บ่าย|ค่ำ|ที่|ให้|สำหรับ|\d|[๐-๙]|ครับ|คับ|ค่ะ|คะ|ค้าบ|จ้า|นะ|หน่อย|ไหม|มั้ย|มั๊ย|ได้|สัก|เดือน|อาทิตย์|เสาร์|ๆ|[\s,.!?]/

const inJapanese = (said: string): string[] =>
  [...said.matchAll(WISHED_IN_JAPANESE)].flatMap(([, thing]) => (thing ? [thing] : []))
const WISHED_IN_JAPANESE =
  /([\p{Script=Han}\p{Script=Katakana}ー・]{2,}(?:の[\p{Script=Han}\p{Script=Katakana}ー・]{2,})*)(?:を|の(?:ご?予約|手配|お願い|利用|レンタル)|(?:ご?予約|手配)(?:を|し|で))/gu
