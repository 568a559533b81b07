import { type Language, languages, type Words } from '../../api/tenants/schema.ts'
import { nameIn } from '../staff/cards.ts'

/** What a business has written down of a thing: the same for everybody, or in the languages of those who read it. */
export type Written = string | Words

/** `kept` stands in an item's `data`, where programs of the business may have put anything: what is no text is undefined. */
export function writtenDown(kept: unknown): Written | undefined {
  const isText = (it: unknown): it is string => typeof it === 'string' && it.trim() !== ''
  if (isText(kept)) return kept
  if (typeof kept !== 'object' || kept === null) return undefined
  const texts = Object.entries(kept).filter(([language, it]) => languages.some((one) => one === language) && isText(it))
  return texts.length === 0 ? undefined : Object.fromEntries(texts)
}

export const readIn = (written: Written, language: Language): string =>
  typeof written === 'string' ? written : nameIn(written, language)

/** Each way it is written, for what looks for something in it. */
export const textsOf = (written: Written): string[] =>
  typeof written === 'string' ? [written] : Object.values(written)
