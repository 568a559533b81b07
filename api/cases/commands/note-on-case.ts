import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { MAX_NOTE, keepNote } from '../../conversations/commands/keep-note.ts'
import { Refusal } from '../../errors.ts'
import type { Case } from '../model.ts'
import { casePolicy } from '../policy.ts'
import { asSubject, lockCase } from './timeline.ts'
import { saysSomething } from '../../written.ts'

/** Adds a staff note. Its words are kept as an internal message; the timeline says only that there is one. */
export async function noteOnCase(ctx: Ctx, input: { caseId: string; text: string }): Promise<Case> {
  const found = await lockCase(ctx, input.caseId)
  casePolicy.must(ctx, 'note', found)
  const text = input.text.trim().slice(0, MAX_NOTE)
  if (!saysSomething(text)) throw new Refusal('not_allowed', { action: 'note' }, 'text')
  const noteId = await keepNote(ctx, { caseId: found.id, text })
  record(ctx, asSubject(found), 'case.noted', { noteId })
  return found
}
