import type { Span } from './scan.ts'

// zero-width and bidirectional marks, soft hyphens: what cannot be seen means nothing
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/
const SLIP = /เเ|ํ[่้๊๋]?า/

/** A message as it is read, and the way back to the words as they were written. */
export type Clean = { text: string; asWritten: <T extends Span>(found: T) => T }

const sameWords = <T extends Span>(found: T): T => found

/** Without characters nobody sees, and with the two Thai vowels that are typed in two strokes written in one. */
export const clean = (written: string): Clean => {
  if (!UNSEEN.test(written) && !SLIP.test(written)) return { text: written, asWritten: sameWords }
  const letters: string[] = []
  const at: number[] = []
  for (let i = 0; i < written.length; i += 1) {
    const said = written[i] ?? ''
    if (UNSEEN.test(said)) continue
    const before = letters.length - 1
    if (said === 'เ' && letters[before] === 'เ') letters[before] = 'แ'
    else if (said === 'า' && letters[before] === 'ํ') letters[before] = 'ำ'
    else if (said === 'า' && letters[before - 1] === 'ํ' && /[่้๊๋]/.test(letters[before] ?? '')) {
      letters[before - 1] = letters[before] ?? ''
      letters[before] = 'ำ'
    } else {
      letters.push(said)
      at.push(i)
    }
  }
  at.push(written.length)
  const asWritten = <T extends Span>(found: T): T => {
    const index = at[found.index] ?? 0
    const last = found.index + found.text.length - 1
    const end = found.text === '' ? index : (at[last + 1] ?? written.length)
    return { ...found, index, text: trimmed(written.slice(index, end)) }
  }
  return { text: letters.join(''), asWritten }
}

const trimmed = (text: string): string => {
  let end = text.length
  while (end > 0 && UNSEEN.test(text[end - 1] ?? '')) end -= 1
  return text.slice(0, end)
}
