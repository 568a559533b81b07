const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' })

/** At most so many UTF-16 units, never through a character: Thai vowels and emoji stay whole. */
export function cut(words: string, most: number): string {
  if (words.length <= most) return words
  let kept = ''
  for (const { segment } of graphemes.segment(words)) {
    if (kept.length + segment.length > most - 1) break
    kept += segment
  }
  return `${kept}…`
}

/** At most so many characters as people see them: LINE counts labels so. */
export function cutGraphemes(words: string, most: number): string {
  // never more characters than units
  if (words.length <= most) return words
  const parts = [...graphemes.segment(words)]
  if (parts.length <= most) return words
  return `${parts
    .slice(0, most - 1)
    .map((it) => it.segment)
    .join('')}…`
}
