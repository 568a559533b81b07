/** Stands for what was left out, here as in what people take back. */
const GONE = '…'

const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const LINK = /\b(?:https?:\/\/|www\.)\S+/gi
const HANDLE = /(?<![\w@])@[\w.-]{3,}/g
/** 'user tukta_shop', 'ยูส tukta_shop', 'ID: 4711' */
const NAMED_ACCOUNT =
  /(\b(?:user(?: ?name)?|login|line ?id|id)\b|ยูส(?:เซอร์)?(?:เนม)?|ไอดี(?:ไลน์)?|ユーザー名|ID)(\s*[:=]?\s*)([\w.@-]{3,})/gi
const ACCOUNT = /(?<![\w])[a-z\d]+(?:_[a-z\d]+)+(?![\w])/gi
/** `ML-C-5521`, `ORD-20261118-003` */
const REFERENCE = /(?<![a-z0-9])[a-z]{1,5}(?:-[a-z]{1,3})?-\d[\d-]{2,}(?![a-z0-9])/gi
/** a phone, an account, a card: nine digits and more, however they are grouped; or seven without a break */
const NUMBER = /\+?\d(?:[\s().-]?\d){8,}|\d{7,}/g
/** 'my name is …', 'ชื่อ …', '…と申します' */
const OWN_NAME =
  /(\bmy name is\s+|\bi(?:'|’)?m called\s+|\bthis is\s+(?=[A-Z])|(?<!ราย|บัญ)ชื่อ\s*|私は)(\p{L}[\p{L}\p{M}'’-]+(?:\s+[\p{Lu}\u0e00-\u0e7f][\p{L}\p{M}'’-]*)?)/giu
const CALLED = /[\p{L}]{1,12}(?=と申します|です、)/gu

const LEAST_NAME = 2

/** A text that others will read, without what tells whose it was: addresses, numbers, references, accounts, and the names it is told. */
export function masked(text: string, names: (string | null | undefined)[] = []): string {
  const digits = text.normalize('NFC').replace(/[๐-๙０-９]/g, plainDigit)
  const said = digits
    .replace(MAIL, GONE)
    .replace(LINK, GONE)
    .replace(NAMED_ACCOUNT, `$1$2${GONE}`)
    .replace(HANDLE, GONE)
    .replace(REFERENCE, GONE)
    .replace(NUMBER, GONE)
    .replace(ACCOUNT, GONE)
    .replace(OWN_NAME, `$1${GONE}`)
    .replace(CALLED, GONE)
  const known = names
    .flatMap((name) => (name ? [name, ...name.split(/\s+/)] : []))
    .map((name) => name.trim())
    .filter((name) => name.length > LEAST_NAME)
    .toSorted((one, other) => other.length - one.length)
  return known.reduce((words, name) => words.replace(new RegExp(wholeWord(name), 'giu'), GONE), said)
}

const plainDigit = (digit: string): string => {
  const code = digit.charCodeAt(0)
  return String(code >= 0xff10 ? code - 0xff10 : code - 0x0e50)
}

/** 'Ann' is not a part of 'anniversary'; Thai and Japanese names stand in the middle of other letters. */
function wholeWord(name: string): string {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return /^[\p{Script=Latin}\s.'’-]+$/u.test(name) ? `(?<!\\p{L})${plain}(?!\\p{L})` : plain
}
