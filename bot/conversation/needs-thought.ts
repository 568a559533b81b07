import type { ConversationState } from '../../api/conversations/schema.ts'
import { readCancel, readSkip, readYesNo } from '../../api/triage/slots/yes-no.ts'
import type { Turn } from './room.ts'
import {
  isAdvertising,
  isForgetMe,
  isGreeting,
  isRepeat,
  isResume,
  isStillBroken,
  isThanks,
  languageAsked,
  LINKING,
  menuNamed,
} from './set-words.ts'
import { BARE_ANSWER } from './waiting-question.ts'

const saysOneThing: ((said: string) => unknown)[] = [
  readYesNo,
  readSkip,
  readCancel,
  isAdvertising,
  isForgetMe,
  isGreeting,
  isRepeat,
  isResume,
  isStillBroken,
  isThanks,
  languageAsked,
  menuNamed,
  // a code that makes somebody staff is shown to nobody
  (said: string) => LINKING.test(said),
]

/** Words that need no engine to be understood. */
export const isSetWords = (said: string): boolean => !/\p{L}/u.test(said) || saysOneThing.some((reads) => reads(said))

/** Whether it may matter how well the words are understood: not while staff have the chat, not for set words or a short answer to a question. */
export function needsThought({ input: { conversation } }: Turn, said: string): boolean {
  const { draft } = conversation.state as ConversationState
  if (conversation.mode === 'staff' || (draft && said.length <= BARE_ANSWER)) return false
  return !isSetWords(said)
}
