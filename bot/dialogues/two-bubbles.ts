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

/** Other words under the first ones, in the same bubble; what could be tapped beside the others is left out. */
export function besides(first: Worded[], others: Worded[]): Worded[] {
  const [said, ...rest] = first
  const [more] = others
  if (said?.type !== 'text') return first
  const words = more?.type === 'text' ? `${said.text}\n\n${more.text}` : said.text
  return [{ ...said, text: words }, ...rest]
}

/** The same for an answer that was worded already. */
export function followedBy(first: Worded[], rest: Worded[]): Worded[] {
  const [said] = first
  return said?.type === 'text' ? inTwoBubbles(said.text, said.acts ?? [], rest) : [...first, ...rest].slice(0, 2)
}
