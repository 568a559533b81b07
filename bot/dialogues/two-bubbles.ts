import type { Act, Worded } from '../../api/outbox/schema.ts'

/**
 * Words, and what follows them, in at most two bubbles: a list is two by itself, so the words go into its own. What could be tapped under
 * the words goes to the end, since only the last bubble's choices can be seen.
 */
export function inTwoBubbles(words: string, acts: Act[], rest: Worded[]): Worded[] {
  const last = rest.at(-1)
  if (!last) return [{ type: 'text', text: words, ...(acts.length && { acts }) }]
  if (last.type === 'list') return [{ ...last, text: `${words}\n${last.text}`, acts: [...(last.acts ?? []), ...acts] }]
  if (last.type === 'image') return [{ type: 'text', text: words, ...(acts.length && { acts }) }, last]
  return [
    { type: 'text', text: words },
    { ...last, acts: [...(last.acts ?? []), ...acts] },
  ]
}

/** What was told, and other words after it: before the question that follows, if one does. What could be tapped beside the words is left out. */
export function besides(told: Worded[], others: Worded[]): Worded[] {
  const [first, question, ...rest] = told
  const [more] = others
  if (!first || more?.type !== 'text') return told
  if (!question) {
    const acts = 'acts' in first && first.type !== 'card' ? first.acts : undefined
    return [first, { type: 'text', text: more.text, ...(acts && { acts }) }]
  }
  return 'text' in question ? [first, { ...question, text: `${more.text}\n\n${question.text}` }, ...rest] : told
}

/** The same for an answer that was worded already. */
export function followedBy(first: Worded[], rest: Worded[]): Worded[] {
  const [said] = first
  return said?.type === 'text' ? inTwoBubbles(said.text, said.acts ?? [], rest) : [...first, ...rest].slice(0, 2)
}
