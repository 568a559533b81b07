import { readFileSync } from 'node:fs'
import type { LabelledMessage } from '../understanding.ts'
import { lessonFiles } from './lesson-files.ts'

let read: readonly LabelledMessage[] | undefined

/**
 * What every desk is taught, whatever it sells: what desks hear of all kinds, and the labelled messages of the businesses the project ships with,
 * whose labels teach who has the same or kindred ones. Always the same list, so that it is learnt once for all tenants.
 */
export function sharedLessons(): readonly LabelledMessage[] {
  read ??= [
    ...lessonFiles().flatMap(({ text }) => linesIn(text).map(lessonIn)),
    ...linesIn(readFileSync(new URL('messages.jsonl', import.meta.url), 'utf8')).map(lessonIn),
  ]
  return read
}

const linesIn = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

function lessonIn(line: string): LabelledMessage {
  const it = JSON.parse(line) as Pick<LabelledMessage, 'text' | 'intent' | 'severity'> & {
    tenant?: string
    case_type?: string
    booking_kind?: string
  }
  return {
    text: it.text,
    intent: it.intent,
    ...(it.severity && { severity: it.severity }),
    ...(it.tenant && { desk: it.tenant }),
    ...(it.case_type && { caseType: it.case_type }),
    ...(it.booking_kind && { bookingKind: it.booking_kind }),
  }
}
