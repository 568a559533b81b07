import type { Reply } from '../../../api/triage/replies/queries.ts'
import { madeOf } from '../../../api/triage/slots/made-of.ts'
import { plain } from '../../../api/triage/slots/plain.ts'
import { readYesNo } from '../../../api/triage/slots/yes-no.ts'
import { saysNoneOf } from './none-of-it.ts'
import { saysReply } from './says-reply.ts'

const words = (list: string): string[] => list.trim().split(/,\s+/)

/** What says yes by itself, whatever stands around it. */
const YES = words(`
  yes+, yep+, yeah?, yup+, ok(?:ay|ie)?, okey, kk?, sure, right, correct, confirm(?:ed)?, agreed?, deal,
  go (?:ahead|for it), do it, do that, send, book, reserve, order, submit, take it, take them, put (?:me|us) down,
  put (?:it|that|this|them) through, that(?:'s| is|s) (?:all|it|everything), sign (?:me|us) up, count (?:me|us) in, ใช่, ถูก(?:ต้อง)?, ตกลง, โอเค, โอเช, เค, ยืนยัน, คอนเฟิร์?ม, ส่ง, จอง,
  สั่ง, จัด, เอา, ตามนี้, ตามนั้น, ตามที่(?:แจ้ง|บอก|สรุป|ทวน)(?:มา)?, ลุย, ได้, はい, ええ, うん, 了解, 承知, それで, これで,
  その(?:内容|まま|通り|とおり|形|予定), この(?:内容|まま|通り|形), 大丈夫, 問題(?:ない|ありません|なし), 結構, お願い, おねがい, 送って, 送信, 確定, 決定, 進めて, 予約, 手配, 注文, 発注, 申請, 手続き, 申し込み, 申込, 以上,
  好的?, 可以, 行, 对的?, 對的?, 是的?, 没问题, 沒問題, 确认, 发送, 發送, 提交, 就这样, 就這樣, 预订, 預訂, 下单
`)
/** What may stand around a yes and changes nothing of it. */
const AROUND = words(`
  it, that, this, them, those, these, both, all, everything, (?:the )?(?:two|three) of them, of (?:it|them), then,
  now, please, pls, plz, thanks?, thank (?:you|u|ya|yu), (?:so|very) much, a lot, a bunch, a million, thx, tks, ty(?:sm)?, cheers, and, so, well, just, you can,
  could you, can you, would you, we, i, us, me, are, am, is, 're, 'm, 's, 'll, will, would, 'd, like, want to,
  want, happy, with, good, great, perfect, fine, lovely, grand, brilliant, super, ace, sweet, nice, splendid, marvell?ous, wonderful, excellent, fantastic, terrific, smashing, spot on, tip top, alright, all right, cool, awesome, looks?, sounds?,
  works?, for, to, go, be, let'?s, as is, my side, from, here, the (?:booking|order|request|deposit), deposit, เลย,
  แล้ว, งั้น, ก็, ดี, ให้, หน่อย, ด้วย, มา, ไป, รบกวน, ฝาก, ขอ, ขอบคุณ, ขอบใจ, มาก, กด, แบบนี้, แบบนั้น, อันนี้,
  ทั้งหมด, ทั้งคู่, ทั้งสอง, รายการ, ไว้, เจ้าหน้าที่, ทีมงาน, ลูก, (?:ครบ|เรียบร้อย|หมด), ค่ะ, คะ, ค่า+, คร่า, ครับ(?:ผม)?, คับ, คร้าบ, ค้าบ, ฮะ,
  จ้า, จ้ะ, จ๊ะ, จร้า, นะ, น้า, น่ะ, อะ, อ่ะ, ละ, ล่ะ, แหละ, ๆ, พี่, แอด(?:มิน)?, อืม, อื้ม, อ๋อ, โอ้, では, じゃあ?,
  (?:no|nope)(?=[\\s,.]+that(?:'s| is|s) (?:all|it|everything)), nothing else, no more, ไม่มี(?:อะไร)?(?:แล้ว|เพิ่ม(?:เติม)?)+,
  いいえ(?=[\\s、,。]*(?:以上|特に|[他ほか]に)), いえ(?=[\\s、,。]*(?:以上|特に|[他ほか]に)), (?:(?:特に|[他ほか]に?|もう)は?)+(?:ありません|ございません|ない|なし),
  の?内容, ご?連絡, で, を, に, は, が, も, ので, から, いい, 良い, よろしい, よろしく, ください, 下さい, いた(?:し|だけ|だき(?:たい)?), 頂(?:け|き(?:たい)?), 致し, もらえ, もらって, でき, 申し上げ, ます(?:か|よ|ね)?,
  です(?:よ|ね)?, しました, する, して, し, と, よ, ね, さい, ました, ありがとう, ございます, ござい, 幸い, そう, 吧, 了, 的, 谢谢, 謝謝, 麻烦, 你, 您, 请, 請, 帮我,
  幫我
`)
const whole = (word: string): string => `(?:${word})(?![a-z])`
const MADE_OF = madeOf([...YES, ...AROUND].map(whole).concat("[\\s.,!。、！~…'-]").join('|'), 'u')
const ANY_YES = new RegExp(`(?<![a-z])(?:${YES.join('|')})(?![a-z])`)
const LONGEST = 80

/**
 * Nothing but a yes, in however many words: 'เคๆ งั้นสั่งเลย', 'ではその内容でお願いいたします', 'alright then, yes confirm', 'go ahead with both'. To be asked
 * where everything was read back: some of these words, said to another question, would be an answer of their own.
 */
export function agreesToAll(text: string): boolean {
  const said = plain(text)
    .replace(/\p{Extended_Pictographic}|\uFE0F|\u200D/gu, '')
    .trim()
  return said.length <= LONGEST && ANY_YES.test(said) && MADE_OF.reach(said, [0]).has(said.length)
}

/** 'Pop it through, would you?' asks nothing. */
export const withoutTag = (said: string): string =>
  said.replace(/[,\s]+(?:would|could|will|can|won't) (?:you|ya|u)(?:,? (?:please|dear|love))?[\s?!.]*$/i, '')

/**
 * A yes in words that stand in no list: 'grand, let's have those three places then', ลุยโลด, では手配をお進めください. So sure that it may be acted on where
 * everything was read back.
 */
export const agreesInWords = (said: string): boolean =>
  said.length <= LONGEST_IN_WORDS && !onlySaysWhen(said) && !ASKS_INSIDE.test(plain(said)) && saysReply(said, 'yes')
/** 'Be straight with me can TikTok nuke my account over this' is no yes, whatever it is like. */
const ASKS_INSIDE =
  /(?:^|[,.;:!]\s*|(?<![a-z])(?:me|know|wonder(?:ing)?|but|ask|btw)\s+)(?:can|could|will|would|does|do|is|are|did) (?!(?:you|u|ya|it|that|this|so|as|the|go|send|book|please|not|we|i|proceed|lock|confirm|arrange|order|reserve|put|submit|carry|feel)(?![a-z]))[a-z]+ [a-z]+/
const LONGEST_IN_WORDS = 160

/** The same of what is said part by part: a plain yes at the end does for all, where nothing before it asks, wavers or wants it otherwise. */
export function agreesWithAll(parts: readonly string[]): boolean {
  const said = parts.join('. ')
  if (parts.length === 0 || /[?？]/.test(said) || ASKS_INSIDE.test(plain(said))) return false
  if (parts.some(wantsElse) || onlySaysWhen(said)) return false
  // 予算は特にありません says nothing of sending it; 予算はなしで、それでお願いします does
  if (parts.some(saysNoneOf) && !parts.some(agreesToAll)) return false
  return agreesInWords(said) || (saysReply(said, 'yes', PERHAPS) && saysReply(parts.at(-1) ?? '', 'yes'))
}

/** Perhaps a no, a change or a question: nothing is sent on it. */
export const wantsElse = (said: string): boolean => ELSE.some((reply) => saysReply(said, reply, PERHAPS))
const ELSE: readonly Reply[] = ['no', 'change', 'question']
const PERHAPS = 0.5

/** いつ始まってもいいです leaves open when, and sends nothing. */
const onlySaysWhen = (said: string): boolean => WHENEVER.test(said) && !SENDS.test(said)
const WHENEVER = /いつ[^。、]{0,8}(?:でも|ても)|\b(?:whenever|any ?time)\b|(?:เมื่อไหร่|เมื่อไร|ตอนไหน|วันไหน)ก็ได้/i

const SENDS = /ส่ง|จอง|สั่ง|\b(?:send|book)\b|送|その内容|发送|提交/i

/** …and says that it is to be sent: a plain yes may be meant for any question. */
export const sendsAll = (said: string): boolean => SENDS.test(said) && agreesToAll(said)

/** What stands beside a yes: 'สมศรี 081-000-7712' of 'โอเคจองเลยค่ะ สมศรี 081-000-7712'. Nothing where no part of it is one, or all of it is. */
export function besidesYes(text: string): string | undefined {
  const parts = partsOf(text)
  // a word of courtesy alone says yes to nothing that stands beside it
  if (!parts.some(agreesToAll)) return undefined
  const others = parts.filter((part) => !agreesToAll(part) && readYesNo(part) !== 'yes')
  return others.length === 0 ? undefined : others.join(' ')
}

/** はい、送ってください: a yes and a yes, each in words of another list. */
export const saysOnlyYes = (text: string): boolean => {
  const parts = partsOf(text)
  return parts.some(agreesToAll) && besidesYes(text) === undefined
}

/** What stands between full stops, commas and, in Thai, blanks. */
export const partsOf = (text: string): string[] =>
  text
    .split(/[.。,、!！\n]+|(?<=\p{Script=Thai})\s+|\s+(?=\p{Script=Thai})/u)
    .map((it) => it.trim())
    .filter((it) => it !== '')
