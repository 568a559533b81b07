import { triedOn } from './letters-needed.ts'

/** A stretch of the message: `index` and `text` are as the customer wrote it. */
export type Span = { index: number; text: string }
export type Found<T> = Span & { value: T }
export type Rule<T> = { pattern: RegExp; read: (match: RegExpExecArray) => T | undefined }

/** Which letters of a message are taken: one mark for each, so that a thousand finds in a long message cost no more than a thousand. */
export type Cover = Uint8Array

export const coverOf = (length: number, ...taken: (readonly Span[])[]): Cover => {
  const cover = new Uint8Array(length)
  for (const spans of taken) for (const it of spans) take(cover, it)
  return cover
}

export const take = (cover: Cover, { index, text }: Span): void => {
  cover.fill(1, index, index + text.length)
}

export const touches = (cover: Cover, { index, text }: Span): boolean => {
  for (let i = Math.max(0, index); i < index + text.length && i < cover.length; i += 1) if (cover[i] === 1) return true
  return false
}

/** Earlier rules win: a stretch once read is not read again. Patterns must carry the flag `g`. */
export const scan = <T>(
  original: string,
  plainText: string,
  rules: readonly Rule<T>[],
  taken: readonly Span[] = [],
): Found<T>[] => {
  const tried = triedOn(plainText, rules)
  if (tried.length === 0) return []
  const found: Found<T>[] = []
  const cover = coverOf(plainText.length, taken)
  for (const place of tried) {
    const rule = rules[place]
    if (!rule) continue
    const { pattern, read } = rule
    pattern.lastIndex = 0
    for (let match = pattern.exec(plainText); match; match = pattern.exec(plainText)) {
      if (match[0] === '') {
        pattern.lastIndex += 1
        continue
      }
      const raw = match[0]
      const start = match.index + (raw.length - raw.trimStart().length)
      const span = { index: start, text: original.slice(start, match.index + raw.trimEnd().length) }
      if (touches(cover, span)) continue
      const value = read(match)
      if (value === undefined) continue
      found.push({ ...span, value })
      take(cover, span)
    }
  }
  return found.sort((a, b) => a.index - b.index)
}
