import { plain } from '../../../api/triage/slots/plain.ts'
import { datesSaid } from './dates-said.ts'

/** What is said of a day that will not do, right after it or right before it. */
const CANNOT_AFTER =
  /^\s*(?:(?:is|are|'s|was|would be|will be|wo)\s*(?:not|n't|n’t)?\s*(?:a |really |just |so )*(?:possible|good|no good|out|impossible|free|available|too (?:early|late|soon|far|busy)|bad|problem|work(?:ing)?|difficult|hard)|(?:does|do|wo|ca|would)(?:n't|n’t| not)\s*(?:really )?(?:work|suit|fit|do)|\s*(?:clash(?:es)?|conflicts?|is taken|is booked|no longer works?)(?: with [^,.!?]{2,40})?|,? ?(?:i|we)(?:'m|'re| am| are)? (?:can'?t|cannot|won'?t|busy|away|working|not (?:free|available|here|around)))|^\s*(?:ก็|น่าจะ|คง|นี้|หน้า|เรา|ผม|หนู|ทาง(?:เรา|นี้)|\s)*(?:ไม่(?:ได้|ว่าง|สะดวก|ไหว|เอา|โอเค)|ติด(?:งาน|ธุระ|เรียน|สอบ|ประชุม))|^\s*(?:の方)?(?:は|も|が|だと|には)?[、,]?(?:[^。.!?！？\d]{0,12}(?:なので|だから|で|があって|があり)、?)?(?:ちょっと)?(?:無理|だめ|ダメ|駄目|難しい|厳しい|できません|行け(?:ない|ません)|都合が(?:悪|つか|合わ)|空いて(?:い)?(?:ない|ません)|NG)|^\s*(?:我们?|我們)?(?:不行|不可以|没空|沒空|不方便|去不了|有事|要上班)/i
const CANNOT_BEFORE =
  /(?:(?:can'?t|cannot|can not|won'?t be able to|unable to)(?: (?:do|make|come|go|travel|manage|be there))?(?: it)?|not (?:free|available|around|possible|here)|busy|away|anything but|(?:^|[,.] ?|but )not)(?: (?:on|in|for|until))?(?: the)?\s*$|(?:ไม่เอา|ไม่ว่าง|ไม่สะดวก)(?:วัน|ช่วง|เดือน)?\s*$|(?:不要|除了)\s*$/i
/** 1月も3月も, 'the 5th and the 6th': what is said of the second is said of both. */
const TOO = /^\s*(?:も|と|や|,|、|and|or|nor|กับ|และ|หรือ|ก็|和|也)\s*(?:the |วันที่)?\s*$/i
const COURTESY =
  /です|ます|ので|から|けど|すみません|申し訳(?:ない|ありません)|ค่ะ|คะ|ครับ|คับ|นะ|น่ะ|ขอโทษ|ที|\b(?:sorry|please|unfortunately|neither|i'?m afraid|thanks?|then|for|me|us)\b|呢|了/gi
const ASKED = /[?？]|ไหม|มั้ย|หรือเปล่า|ですか|でしょうか|ますか|吗|嗎/

/** The words without the days that were refused: 'January won't work, the 24th then'. Nothing where no day was refused. */
export function withoutRefusedDays(said: string, at: { now: Date; zone: string }): string | undefined {
  const low = plain(said)
  const read = datesSaid(said, at)
  let kept = said
  let isNextRefused = false
  for (const [index, it] of [...read.entries()].toReversed()) {
    const end = it.index + it.text.length
    const until = read[index + 1]?.index ?? low.length
    const after = CANNOT_AFTER.exec(low.slice(end, until))
    const before = CANNOT_BEFORE.exec(low.slice(read[index - 1] ? (read[index - 1]?.index ?? 0) : 0, it.index))
    const rest = low.slice(end + (after?.[0].length ?? 0), until).split(/[。.!！\n]/)[0] ?? ''
    const isRefused = (after || before) && !ASKED.test(rest.slice(0, 16))
    const isToo: boolean = isNextRefused && TOO.test(low.slice(end, until))
    isNextRefused = Boolean(isRefused || isToo)
    if (!isNextRefused) continue
    const from = isRefused && before ? it.index - before[0].length : it.index
    const to = isToo ? until : end + (after?.[0].length ?? 0)
    kept = `${kept.slice(0, from)} ${kept.slice(to)}`
  }
  if (kept === said) return undefined
  const rest = kept.replace(/^[\s、,。.!]+|\s+(?=\s)/g, '').trim()
  return /\p{L}|\p{N}/u.test(rest.replace(COURTESY, '')) ? rest : ''
}
