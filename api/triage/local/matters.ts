import type { Matter, Understanding } from '../understanding.ts'

const SENTENCE_ENDS =
  /\n+|(?<=[!?。！？])\s*|(?<!(?:[ก-๙]|\b[a-z]|\b(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec|mr|mrs|ms|dr|no))\.)(?<=\.)\s+|\s+(?:and also|(?<!\b(?:do|does|did|can|could|would|will|should|may|must|is|are|was|were|am|have|has|had|you|i|we|they|he|she|it|who|that|this|not|but|there['’]s|[a-z]+['’](?:d|ll|m|re|ve|s))\s)also|plus|and (?=(?:i|we|my|our|can|could|please)\b))\s*|、?(?:それと|あと、|それから|また、)|、(?=あと(?!で|何|どの|少し|もう|\d+(?!時(?!間)|月)))/gi
const THAI_JOINS = /\s*(?:อีกเรื่อง(?:นึง|หนึ่ง|คือ)?|แล้วก็|และก็|นอกจากนี้|แล้ว(?=อยาก|ขอ|จะ)|และ(?=อยาก|ขอ|จะ))/g
/** '…, and dinner for 4 tonight': between two things to book, and hardly ever between two troubles. */
const LIST_JOINS =
  /,\s+(?:and|plus|then)\s+|\s+(?:and|plus) (?=(?:an? |the |book )?(?:table|dinner|lunch|car|van|transfer|tee[ -]?time|round|room|tour|spa|massage|hotel|class|workshop)\b)|\s*(?:และ|กับ|พร้อม)(?:กับ)?(?=(?:จอง|ขอ)?(?:โต๊ะ|รถ|ดินเนอร์|มื้อ|ห้อง|สปา|นวด|ทัวร์|ที่พัก|คลาส))|と、/gi
const LEADS_IN = /^\s*(?:also|and also|and|plus|oh|then)[\s,]+/i
/** 'Order ORD-20261117-033' belongs to what was said before it */
const A_NUMBER = /^\p{L}*[\s:#.]*[a-z]{0,4}[-\d]+\s*\S{0,4}$/iu
const LEAST_CHARACTERS = 10
/** What is told at such length is one story. */
const MOST_PARTS = 24
const SURE_INTENT = 0.8
/** only what is answered for sure is answered beside something else: that is the bar that counts */
const PERHAPS_A_QUESTION = 0.4
const SURE_TYPE = 0.7
/** two troubles at once are rarer than one told in two sentences */
const SURE_OF_BOTH = 0.9
/** which kind of booking may still be asked about */
const SURE_KIND = 0.4

/** What was understood of a message, with what else is told in it; most are one matter. */
export function withMatters(
  said: string,
  whole: Understanding,
  understand: (said: string) => Understanding,
): Understanding {
  const readAll = (parts: string[]) => parts.map((part): Matter => ({ said: part, understood: understand(part) }))
  const parts = partsOf(said)
  if (parts.length > MOST_PARTS) return whole
  const read = parts.length > 1 ? readAll(parts) : []
  const matters = twoMatters(read) ?? twoListed(parts, whole, readAll) ?? questionBeside(said, whole, read)
  return matters ? { ...whole, matters } : whole
}

/** Two things to book in one sentence, of kinds beyond doubt. */
function twoListed(
  parts: string[],
  whole: Understanding,
  readAll: (parts: string[]) => Matter[],
): [Matter, Matter] | undefined {
  const listed = parts.flatMap((part) => part.split(LIST_JOINS)).filter((part) => part.length >= LEAST_CHARACTERS)
  if (whole.intent !== 'booking_request' || listed.length === parts.length || listed.length > MOST_LISTED)
    return undefined
  const both = twoMatters(readAll(listed))
  return both?.every(({ understood }) => understood.intent === 'booking_request') ? both : undefined
}
const MOST_LISTED = 4

/**
 * Two matters told in one message, each clear by itself: a trouble and a wish, two troubles of different types, or two bookings of kinds beyond
 * doubt. Nothing when the whole is one matter, which is nearly always: a wrong split opens a record nobody asked for.
 */
function twoMatters(read: readonly Matter[]): [Matter, Matter] | undefined {
  const matters = new Map<string, Matter>()
  const isTroubled = read.some(({ understood }) => subjectOf(understood)?.startsWith('case '))
  for (const it of read) {
    const subject = subjectOf(it.understood)
    // beside a trouble all that is wished is one wish
    const named = isTroubled && subject?.startsWith('booking') ? 'booking' : subject
    if (named && !matters.has(named)) matters.set(named, it)
  }
  // a kind that is not sure is that of the other
  if (matters.size > 1 && !isTroubled) matters.delete('booking')
  const added = matters.size === 1 ? addedWish(read, [...matters.values()][0]) : undefined
  if (added) matters.set('added', added)
  const [first, second, third] = [...matters.values()].sort((a, b) => weight(b) - weight(a))
  if (!first || !second || third) return undefined
  const troubles = [first, second].filter((it) => it.understood.intent === 'case_report')
  if (troubles.length === 2 && troubles.some((it) => (it.understood.labelConfidence ?? 0) < SURE_OF_BOTH))
    return undefined
  return [first, second]
}

/** '… for four on Tuesday. And a car from Sukhumvit too': what is added to a booking beyond doubt need not be one by itself. */
function addedWish(read: readonly Matter[], first: Matter | undefined): Matter | undefined {
  const kind = first && subjectOf(first.understood) === `booking ${first.understood.bookingKind}` ? first : undefined
  if (!kind) return undefined
  const more = read.slice(read.indexOf(kind) + 1).find((it) => {
    const [likeliest] = it.understood.alternatives
    return (
      ADDED.test(it.said) &&
      !it.understood.severity &&
      likeliest?.kind === 'booking' &&
      likeliest.key !== kind.understood.bookingKind &&
      likeliest.confidence >= LIKELY_ADDED
    )
  })
  const key = more?.understood.alternatives[0]?.key
  if (!more || !key) return undefined
  return { said: more.said, understood: { ...more.understood, intent: 'booking_request', bookingKind: key } }
}
const LIKELY_ADDED = 0.35
const ADDED =
  /^(?:あと|それと|それから|また|さらに|also|plus|and(?: also)?|oh and|แล้วก็|แล้ว|กับ|พร้อม|还要|還要|另外)|も(?:お願い|手配|予約|頼)?[^、。]{0,8}[。!！]?$|(?:too|as well)(?: please| pls)?[.!]?$|ด้วย(?:ค่ะ|คะ|ครับ|คับ|นะ|\s)*$/i

const partsOf = (said: string): string[] =>
  said
    .split(SENTENCE_ENDS)
    .flatMap((part) => (part ?? '').split(THAI_JOINS))
    .map((part) => part.replace(LEADS_IN, '').trim())
    .filter((part) => part.length >= LEAST_CHARACTERS && !A_NUMBER.test(part))

/** A trouble or a wish to book that is told together with a question, and the question's own words. The trouble or wish is read from all of it. */
function questionBeside(said: string, whole: Understanding, read: readonly Matter[]): [Matter, Matter] | undefined {
  const asked = read.find(
    ({ understood }) => understood.intent === 'question' && understood.intentConfidence >= PERHAPS_A_QUESTION,
  )
  if (!asked) return undefined
  if (subjectOf(whole)) return [{ said, understood: whole }, asked]
  const main = read.find((it) => subjectOf(it.understood))
  return main && [main, asked]
}

/** What a part is clearly about. Two ways to book are one wish told at length, unless both kinds are beyond doubt. */
function subjectOf(it: Understanding): string | undefined {
  const label = it.labelConfidence ?? 0
  if (it.intentConfidence < SURE_INTENT) return undefined
  if (it.intent === 'case_report' && it.caseType && label >= SURE_TYPE) return `case ${it.caseType}`
  if (it.intent !== 'booking_request' || !it.bookingKind || label < SURE_KIND) return undefined
  return label >= SURE_OF_BOTH && it.intentConfidence >= SURE_OF_BOTH ? `booking ${it.bookingKind}` : 'booking'
}

/** Troubles before wishes, the critical one first. */
const weight = ({ understood }: Matter): number =>
  understood.severity === 'critical' ? 2 : understood.intent === 'case_report' ? 1 : 0
