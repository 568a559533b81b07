import type { ConversationState } from '../../api/conversations/schema.ts'
import type { Turn } from './room.ts'
import { isSetWords } from './words/set-words.ts'
import { BARE_ANSWER } from './words/elsewhere.ts'

/** Whether it may matter how well the words are understood: not while staff have the chat, not for set words or a short answer to a question. */
export function needsThought({ input: { conversation } }: Turn, said: string): boolean {
  const { draft } = conversation.state as ConversationState
  if (conversation.mode === 'staff' || (draft && said.length <= BARE_ANSWER)) return false
  return !isSetWords(said)
}
