import { type PlainModel, predictPlain } from '../local/plain.ts'
import { builtReplies, learnReplies } from './learn.ts'

/** What somebody says to a request that was read back to them, or to 'may we?': one of these, in whatever words. */
export type Reply =
  /** send it */
  | 'yes'
  /** not, or not now */
  | 'no'
  /** something else than was read */
  | 'change'
  /** a fact or a wish to go with it */
  | 'note'
  | 'question'
  /** thanks, chatter, another matter */
  | 'other'

/** How sure, from 0 to 1: of a hundred heard at 0.8 some ninety-eight are so. */
export type HeardReply = { reply: Reply; confidence: number }

let model: PlainModel | undefined
/** One message is asked about by several rules. */
const heard = new Map<string, HeardReply>()
const MOST_HEARD = 500

/** Read from the build; without one it is learnt at the first word, which takes a second. */
export function replyIn(said: string): HeardReply {
  const known = heard.get(said)
  if (known) return known
  model ??= builtReplies() ?? learnReplies()
  const { label, confidence } = predictPlain(model, said)
  const it: HeardReply = { reply: label as Reply, confidence }
  if (heard.size >= MOST_HEARD) heard.clear()
  heard.set(said, it)
  return it
}
