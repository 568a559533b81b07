import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { LABELLED, lessonFiles } from '../base/lesson-files.ts'
import { sharedLessons } from '../base/shared-lessons.ts'
import type { LabelledMessage } from '../understanding.ts'
import { isHeld } from './is-held.ts'
import type { Held, Message } from './figures.ts'

const line = z.looseObject({
  text: z.string(),
  intent: z.enum(['booking_request', 'case_report', 'status_query', 'question', 'handoff', 'smalltalk', 'other']),
  split: z.string().optional(),
  case_type: z.string().nullish(),
  booking_kind: z.string().nullish(),
  severity: z.enum(['critical', 'high', 'normal', 'low']).nullish(),
  reference_now: z.string().nullish(),
})

let shipped: Message[] | undefined

/** The messages of the project that no model learns from (its dev split): the same for every model, so that two can be held against each other. */
function heldBack(): Message[] {
  shipped ??= lessonFiles().flatMap(({ name }) =>
    readFileSync(new URL(name, LABELLED), 'utf8')
      .split('\n')
      .flatMap((one) => (one.trim() === '' ? [] : [line.parse(JSON.parse(one))]))
      .filter((it) => it.split === 'dev')
      .map((it) => ({
        text: it.text,
        intent: it.intent,
        ...(it.case_type && { caseType: it.case_type }),
        ...(it.booking_kind && { bookingKind: it.booking_kind }),
        ...(it.severity && { severity: it.severity }),
        ...(it.reference_now && { at: new Date(it.reference_now) }),
      })),
  )
  return shipped
}

/** What is learnt from and what is judged by: of the tenant's own messages that are not shared with others, one in ten is kept out. */
export function parted(examples: readonly LabelledMessage[]): { lessons: LabelledMessage[]; held: Held } {
  const shared = new Set(sharedLessons().map((it) => it.text))
  const isOut = (it: LabelledMessage) => isHeld(it.text) && !shared.has(it.text)
  return { lessons: examples.filter((it) => !isOut(it)), held: { shipped: heldBack(), own: examples.filter(isOut) } }
}
