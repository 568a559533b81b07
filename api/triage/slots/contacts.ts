import { plain } from './plain.ts'
import { type Found, type Rule, scan } from './scan.ts'

const PHONE =
  /(?<![\d#a-z.,-])(?:\+\d{1,3}[\s.-]?(?:\(0\)\s?)?\(?\d{1,4}\)?(?:[\s.-]?\d{2,4}){1,4}|00\d{1,3}[\s.-]?\d{1,3}(?:[\s.-]?\d{3,4}){2}|\(?0\d{1,2}\)?[\s.-]?\d{3}[\s.-]?\d{3,4}|\(?0\d{1,3}\)?[\s.-]?\d{2,4}[\s.-]?\d{4}|0\d{8,9})(?![\d-])/g
/** After a word that announces it any number will do: 手机 138 0000 1234, โทร 66890004417. */
const ANNOUNCED =
  /(?:โทร(?:ศัพท์|กลับ|หา)?|เบอร์(?:โทร|มือถือ|ติดต่อ)?|มือถือ|ติดต่อ|phone|mobile|cell|tel\.?|call me (?:at|on)|whatsapp|電話(?:番号)?|携帯|电话|手机|微信|联系方式)\s*(?:คือ|ที่|no\.?|number|is|は|号码|号|是|:|：|ได้ที่)*\s*(\+?\d(?:[\s.-]?\d){7,13})(?![\d-])/g
const EMAIL = /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}/g

const phones: Rule<string>[] = [
  {
    pattern: PHONE,
    read: ([all]) => {
      const digits = all.replace(/[^\d+]/g, '')
      return digits.length >= 9 && digits.length <= 15 ? digits : undefined
    },
  },
  { pattern: ANNOUNCED, read: ([, said]) => said?.replace(/[^\d+]/g, '') },
]

/** Digits only, with the leading 0 or the +country. */
export const readPhones = (text: string): Found<string>[] => scan(text, plain(text), phones).map(numberAlone)

const numberAlone = (it: Found<string>): Found<string> => {
  const at = plain(it.text).search(/[+(]?\d/)
  return at <= 0 ? it : { ...it, index: it.index + at, text: it.text.slice(at) }
}

const emails: Rule<string>[] = [{ pattern: EMAIL, read: ([all]) => all.replace(/\.$/, '') }]

export const readEmails = (text: string): Found<string>[] =>
  text.includes('@') || text.includes('＠') ? scan(text, plain(text), emails) : []

/** A number typed without any grouping is welcome when a number was asked for. */
export const readPhoneAnswer = (text: string): Found<string> | undefined => {
  const first = readPhones(text)[0]
  if (first) return first
  const digits = plain(text).replace(/[\s().-]/g, '')
  const bare = /(\+?\d{9,15})/.exec(digits)
  return bare?.[1] ? { index: 0, text: text.trim(), value: bare[1] } : undefined
}

export const readEmailAnswer = (text: string): Found<string> | undefined =>
  readEmails(text.replace(/\s*(@|＠)\s*/, '@'))[0]
