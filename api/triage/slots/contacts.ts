import { plain } from './plain.ts'
import { type Found, scan } from './scan.ts'

const PHONE =
  /(?<![\d#a-z-])(?:\+\d{1,3}[\s.-]?(?:\(0\)\s?)?\d{1,4}(?:[\s.-]?\d{2,4}){1,4}|0\d{1,2}[\s.-]?\d{3}[\s.-]?\d{3,4}|0\d[\s.-]?\d{4}[\s.-]?\d{4})(?![\d-])/g
const EMAIL = /[a-z0-9][a-z0-9._%+-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)+/g

/** Digits only, with the leading 0 or the +country. */
export const readPhones = (text: string): Found<string>[] =>
  scan(text, plain(text), [
    {
      pattern: PHONE,
      read: ([all]) => {
        const digits = all.replace(/[^\d+]/g, '')
        return digits.length >= 9 && digits.length <= 15 ? digits : undefined
      },
    },
  ])

export const readEmails = (text: string): Found<string>[] =>
  scan(text, plain(text), [{ pattern: EMAIL, read: ([all]) => all.replace(/\.$/, '') }])

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
