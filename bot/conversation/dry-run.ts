import type { Triage } from '../../api/triage/queries.ts'
import type { Asking } from '../../api/triage/queries/asking.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { type Course, courseOf } from './course.ts'
import { isSetWords } from './set-words.ts'
import { twoMatters } from './two-matters.ts'

export type Would = {
  /** what the message by itself leads to, in a chat where nothing is under way */
  course: Course | 'set_words'
  understood: Understanding
  asking: Omit<Asking, 'why'> & { why: Asking['why'] | 'set_words' }
  /** told in one message: each becomes its own */
  alsoCourse: Course | undefined
}

type Rules = { sureFrom: number; triage: Pick<Triage, 'understand'>; asking: (local: Understanding) => Asking }

/** What would be done with a message, by the same rules as in the chat; nothing is stored and nobody is told. */
export function whatWouldBecome(
  { text, at }: { text: string; at: Date },
  { sureFrom, triage, asking }: Rules,
  heard?: Understanding,
): Would {
  const local = triage.understand(text, at)
  const understood = heard ?? local
  const [first, second] = twoMatters(text, (part) => triage.understand(part, at)) ?? []
  const needsNone = isSetWords(text)
  const asked = asking(local)
  return {
    course: needsNone ? 'set_words' : courseOf(first?.understood ?? understood, sureFrom),
    understood,
    asking: needsNone ? { ...asked, would: false, why: 'set_words' } : asked,
    alsoCourse: second && courseOf(second.understood, sureFrom),
  }
}
