import { readFileSync } from 'node:fs'
import type { LabelledMessage } from '../understanding.ts'

let read: LabelledMessage[] | undefined

/**
 * What every desk hears, in three languages, whatever it sells: greetings, troubles, wishes, questions and calls for a person. Without labels,
 * which are each business's own; it serves a business that has brought no lessons yet.
 */
export function sharedLessons(): readonly LabelledMessage[] {
  read ??= readFileSync(new URL('messages.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabelledMessage)
  return read
}
