import type { Triage } from '../../api/triage/queries.ts'
import type { Asking } from '../../api/triage/queries/asking.ts'
import type { Matter, Understanding } from '../../api/triage/understanding.ts'
import { type Course, courseOf } from './course.ts'
import { isSetWords, referenceAlone, saysSetWords } from './set-words.ts'

export type Would = {
  /** what the message by itself leads to, in a chat where nothing is under way */
  course: Course | 'set_words'
  understood: Understanding
  asking: Omit<Asking, 'why'> & { why: Asking['why'] | 'set_words' }
  /** everything that is told in it, in the order in which it is dealt with */
  matters: (Matter & { course: Course | 'set_words' })[]
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
  const asked = asking(local)
  const matters = (understood.matters ?? [{ said: text, understood }]).map((it, index) => ({
    ...it,
    course: saysSetWords(text) ? ('set_words' as const) : courseOfMatter(it, index, sureFrom),
  }))
  return {
    course: matters[0]?.course ?? 'not_understood',
    understood,
    asking: isSetWords(text) ? { ...asked, would: false, why: 'set_words' } : asked,
    matters,
  }
}

function courseOfMatter({ said, understood }: Matter, index: number, sureFrom: number): Course {
  if (referenceAlone(said)) return 'tell_status'
  // a question beside something else is answered if there is an answer, however it was asked
  if (index > 0 && understood.intent === 'question') return 'answer_question'
  return courseOf(understood, sureFrom, said)
}
