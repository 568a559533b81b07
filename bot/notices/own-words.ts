import type { Card, Worded } from '../../api/outbox/schema.ts'
import { text } from '../messages.ts'

/** The tenant's own text in place of ours: the buttons and the card stay. */
export function withOwnWords(words: Worded[], own: string | undefined): Worded[] {
  const [first, ...rest] = words
  if (!own || !first) return words
  if (first.type === 'text' || first.type === 'form') return [{ ...first, text: own }, ...rest]
  return first.type === 'card' ? [text(own), withoutHeading(first), ...rest] : words
}

function withoutHeading(card: Card): Card {
  const { subtitle: _, ...bare } = card
  return bare
}
