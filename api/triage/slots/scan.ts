/** A stretch of the message: `index` and `text` are as the customer wrote it. */
export type Span = { index: number; text: string }
export type Found<T> = Span & { value: T }
export type Rule<T> = { pattern: RegExp; read: (match: RegExpExecArray) => T | undefined }

export const overlaps = (a: Span, b: Span): boolean =>
  a.index < b.index + b.text.length && b.index < a.index + a.text.length

/** Earlier rules win: a stretch once read is not read again. Patterns must carry the flag `g`. */
export const scan = <T>(
  original: string,
  plainText: string,
  rules: readonly Rule<T>[],
  taken: readonly Span[] = [],
): Found<T>[] => {
  const found: Found<T>[] = []
  for (const { pattern, read } of rules) {
    pattern.lastIndex = 0
    for (let match = pattern.exec(plainText); match; match = pattern.exec(plainText)) {
      if (match[0] === '') {
        pattern.lastIndex += 1
        continue
      }
      const raw = match[0]
      const start = match.index + (raw.length - raw.trimStart().length)
      const span = { index: start, text: original.slice(start, match.index + raw.trimEnd().length) }
      if (found.some((it) => overlaps(it, span)) || taken.some((it) => overlaps(it, span))) continue
      const value = read(match)
      if (value !== undefined) found.push({ ...span, value })
    }
  }
  return found.sort((a, b) => a.index - b.index)
}
