import { SURE_ALONE, isSurelyCritical, isWorthAsking } from '../../api/triage/engines/when-to-ask.ts'

import type { Wish } from '../../api/triage/engines/road.ts'
import type { Triage } from '../../api/triage/queries.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { type Course, courseOf } from './course.ts'
import { isSetWords } from './needs-thought.ts'
import { twoMatters } from './two-matters.ts'

/** Why a language model would be asked, or would not. */
export type Asking = {
  would: boolean
  why: 'unsure' | 'always' | 'sure' | 'critical' | 'set_words' | 'switched_off' | 'only_suggests' | 'no_model'
  order: string[]
}

export type Would = {
  /** what the message by itself leads to, in a chat where nothing is under way */
  course: Course | 'set_words'
  understood: Understanding
  asking: Asking
  /** told in one message: each becomes its own */
  alsoCourse: Course | undefined
}

/** What would be done with a message, by the same rules as in the chat; nothing is stored and nobody is told. */
export function whatWouldBecome(
  it: { text: string; at: Date; sureFrom: number; wish: Wish },
  triage: Pick<Triage, 'understand'>,
  understood: Understanding = triage.understand(it.text, it.at),
): Would {
  const matters = twoMatters(it.text, (part) => triage.understand(part, it.at))
  const [first, second] = matters ?? []
  return {
    course: isSetWords(it.text) ? 'set_words' : courseOf(first?.understood ?? understood, it.sureFrom),
    understood,
    asking: askingOf(it.text, it.wish, triage.understand(it.text, it.at)),
    alsoCourse: second && courseOf(second.understood, it.sureFrom),
  }
}

function askingOf(text: string, wish: Wish, local: Understanding): Asking {
  const order = wish.models.map((one) => `${one.provider}:${one.model}`)
  const no = (why: Asking['why']): Asking => ({ would: false, why, order })
  if (order.length === 0) return no('no_model')
  if (wish.switch === 'off') return no('switched_off')
  if (isSetWords(text)) return no('set_words')
  if (isSurelyCritical(local)) return no('critical')
  if (!isWorthAsking(local, wish.always)) return no('sure')
  if (wish.switch === 'suggest') return no('only_suggests')
  return { would: true, why: local.confidence < SURE_ALONE ? 'unsure' : 'always', order }
}
