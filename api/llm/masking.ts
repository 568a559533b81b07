import { readEmails, readPhones } from '../triage/slots/contacts.ts'
import { readDates } from '../triage/slots/dates.ts'
import { readNames } from '../triage/slots/names.ts'
import { plain } from '../triage/slots/plain.ts'
import { readOrderIds, readReferences } from '../triage/slots/references.ts'
import type { Span } from '../triage/slots/scan.ts'

type Kind = 'LINK' | 'EMAIL' | 'PHONE' | 'REFERENCE' | 'NAME' | 'NUMBER' | 'CODE'

/** Words as they may leave the house, and the way back. */
export type Masked = {
  text: string
  /** what each placeholder stands for */
  hidden: Map<string, string>
  /** Puts back what was masked. */
  unmask: (text: string) => string
}

export type Known = {
  /** how the person is called, as far as the desk knows: LINE names, too */
  names: readonly string[]
}

const LINKS = [
  /(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S+/giu,
  /(?<![a-z0-9@.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,6}\.(?:com|net|org|info|io|co|me|ly|gl|app|link|page|shop|site|online|xyz|dev|th|jp|asia|travel)(?![a-z0-9])(?:[/?#]\S*)?/giu,
]
const EMAILS = [
  /[^\s@<>()[\]]{1,64}@[^\s@<>()[\]]{1,255}\.[^\s@<>()[\].]+/gu,
  /[\w.+-]{1,64}\s*(?:@|\(at\)|\[at\]|\bat\b|แอด|แอท)\s*(?:gmail|hotmail|outlook|yahoo|icloud|live|proton)\S*/giu,
]
const HANDLES = [
  /(?<![\p{L}\p{N}])@[\w.-]{3,}/gu,
  /(?:line ?id|ไลน์ ?ไอดี|ไอดี ?ไลน์|\big\b|instagram|facebook|\bfb\b|telegram|wechat|ไลน์|ラインid)\s*(?:คือ|is|:|=)\s*([\w.-]{3,})/giu,
]
/** A run of digits that is too long for an amount or a date, however it is grouped: accounts, cards, identity papers. */
const NUMBERS = [/\d{6,}/g, /\d(?:[ .\-/()ー−‐‑・]{0,2}\d){8,}/g]
/** A day or a time of day in figures: beside a number they are not part of it. */
const WHEN =
  /(?<!\d)(?:(?:19|2[0-6])\d\d([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\2(?:(?:19|2[0-6])\d\d|\d\d))(?!\d)|(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])/g
const CODE = /(?<![a-z0-9_-])[a-z0-9][a-z0-9_-]{5,}(?![a-z0-9_-])/gi
/** Titles and 'the name is', which our grammar follows only as far as it knows the words. */
const THAI_NAME =
  /(?:ชื่อ(?:จริง|ผู้จอง|ผู้โดยสาร|ลูกค้า|เล่น|สมาชิก)?(?:คือ|ว่า)?|ในนาม|นางสาว|น\.ส\.|ด\.ช\.|ด\.ญ\.|(?<![ก-๎])นาย|(?<![ก-๎])นาง)\s*:?\s*(?:คุณ)?(?!ผิด|ไม่|อะไร|ใคร|ใน|ที่|บัญชี|ร้าน|ค่ะ|คะ|ครับ)([ก-๎]{2,30}?)(?=ค่ะ|คะ|ครับ|คับ|นะ|ค่า|จ้า|จ้ะ|[^ก-๎]|$)/g
/** What makes somebody staff here. */
const LINK_CODE = /^\s*link\s+(\S{3,100})\s*$/gimu
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g

/** `AB1234`, `x9f-22k1`: letters before digits, or both by turns. `500THB` and `12dec` are none. */
const isCode = (token: string): boolean =>
  (token.match(/\d/g)?.length ?? 0) >= 3 &&
  /[a-z][_-]?\d/i.test(token) &&
  !/^(?:thb|usd|usdt|jpy|eur|rm)\d+$/i.test(token)

/**
 * Takes out of a message what says who somebody is or opens something of theirs, before it is shown to a model: links, addresses, numbers,
 * references, names. Rather one word too many than one too few. The same words give the same placeholders.
 */
export function mask(said: string, known: Known = { names: [] }): Masked {
  const text = said.replace(INVISIBLE, '')
  // digits of any script are digits to whoever reads them
  const low = plain(text).replace(/\p{Nd}/gu, (digit) => (/\d/.test(digit) ? digit : '0'.repeat(digit.length)))
  const spans: (Span & { kind: Kind })[] = []
  const add = (kind: Kind, found: readonly Span[]) => {
    for (const it of found) spans.push(...uncovered(it, spans).map((part) => ({ kind, ...part })))
  }
  add(
    'LINK',
    LINKS.flatMap((it) => matches(it, text)).filter((it) => !it.text.includes('@')),
  )
  add('EMAIL', [...EMAILS.flatMap((it) => matches(it, text)), ...readEmails(text)])
  add('CODE', matches(LINK_CODE, text))
  add('REFERENCE', [...readReferences(text), ...readOrderIds(text)])
  add('PHONE', readPhones(text))
  const dates = readDates(text, { now: AN_INSTANT, zone: 'UTC' })
  const isDate = (it: Span) => dates.some((date) => date.index <= it.index && ends(date) >= ends(it))
  const timeless = low.replace(WHEN, (it) => 'x'.repeat(it.length))
  add(
    'NUMBER',
    NUMBERS.flatMap((it) => matches(it, timeless)),
  )
  add('NAME', [
    ...readNames(text),
    ...matches(THAI_NAME, text),
    ...HANDLES.flatMap((it) => matches(it, text)),
    ...namesIn(text, known.names),
  ])
  add(
    'CODE',
    matches(CODE, low).filter((it) => isCode(it.text) && !isDate(it)),
  )
  return replaced(
    text,
    spans.sort((a, b) => a.index - b.index),
  )
}

const AN_INSTANT = new Date('2026-01-01T00:00:00Z')

/** What of a stretch is not masked yet: half a name beside a number is still half a name. */
function uncovered(it: Span, spans: readonly Span[]): Span[] {
  const other = spans.find((one) => overlaps(one, it))
  if (!other) return it.text.trim() === '' ? [] : [it]
  const before = { index: it.index, text: it.text.slice(0, Math.max(0, other.index - it.index)) }
  const from = Math.min(it.text.length, ends(other) - it.index)
  const after = { index: it.index + from, text: it.text.slice(from) }
  return [before, after].filter((part) => part.text !== '').flatMap((part) => uncovered(part, spans))
}

const overlaps = (a: Span, b: Span): boolean => a.index < ends(b) && b.index < ends(a)

const ends = (it: Span): number => it.index + it.text.length

/** The whole match, or its group where the pattern has one. */
const matches = (pattern: RegExp, text: string): Span[] =>
  [...text.matchAll(pattern)].map((it) => {
    const part = it[1] ?? it[0]
    return { index: it.index + it[0].lastIndexOf(part), text: part }
  })

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A name the desk knows, whole or one of its words. */
function namesIn(text: string, names: readonly string[]): Span[] {
  const words = names
    .flatMap((name) => [name, ...name.split(/[\s,]+/)])
    .map((it) => it.replace(INVISIBLE, '').trim())
    .filter((it) => (it.match(/\p{L}/gu)?.length ?? 0) >= (/^[\p{Script=Han}\s]+$/u.test(it) ? 2 : 3))
    .sort((a, b) => b.length - a.length)
  return words.flatMap((it) => {
    const apart = /[\p{Script=Latin}]/u.test(it)
    return matches(new RegExp(apart ? `(?<!\\p{L})${escaped(it)}(?!\\p{L})` : escaped(it), 'giu'), text)
  })
}

function replaced(text: string, spans: (Span & { kind: Kind })[]): Masked {
  const hidden = new Map<string, string>()
  const placeholders = new Map<string, string>()
  let masked = ''
  let at = 0
  for (const { kind, index, text: words } of spans) {
    const original = text.slice(index, index + words.length)
    const placeholder = placeholders.get(original) ?? freshPlaceholder(kind, text, hidden)
    placeholders.set(original, placeholder)
    hidden.set(placeholder, original)
    masked += text.slice(at, index) + placeholder
    at = index + words.length
  }
  const unmask = (words: string): string => words.replace(PLACEHOLDER, (it) => hidden.get(it) ?? it)
  return { text: masked + text.slice(at), hidden, unmask }
}

const PLACEHOLDER = /\[[A-Z]+_\d+\]/g

/** One that the message itself does not hold. */
function freshPlaceholder(kind: Kind, text: string, taken: Map<string, string>): string {
  for (let number = 1; ; number += 1) {
    const placeholder = `[${kind}_${number}]`
    if (!taken.has(placeholder) && !text.includes(placeholder)) return placeholder
  }
}
