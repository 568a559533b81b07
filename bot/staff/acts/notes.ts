import { notesOn } from '../../../api/conversations/queries/notes.ts'
import { mustSee } from '../../../api/policy.ts'
import { dueTime } from '../../copy/formats.ts'
import { cut } from '../../cut.ts'
import { text } from '../../messages.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'
import type { Kind } from './give.ts'
import { theBooking, theCase } from './present.ts'

/** One bubble holds 5,000 characters. */
const MOST_CHARACTERS = 4_500
const MOST_OF_ONE = 4_200

/** What colleagues noted, the newest first; where there is too much for one bubble, the older ones are only counted. */
export async function allNotes(turn: StaffTurn, kind: Kind, id: string): Promise<StaffAnswer> {
  const { copy, ctx, reader } = turn
  mustSee(ctx)
  const { reference } = kind === 'case' ? await theCase(turn, id) : await theBooking(turn, id)
  const notes = await notesOn(ctx, kind === 'case' ? { caseId: id } : { bookingId: id })
  if (notes.length === 0) return { say: [text(copy.acts.noNotes(reference))] }
  const lines = notes.map((it) => {
    const when = dueTime(new Date(it.at), reader.now, reader.language, reader.tenant.zone)
    return `${when} · ${it.staff?.name ?? copy.acts.aProgram}\n${cut(it.text, MOST_OF_ONE)}`
  })
  let said = copy.acts.notesOn({ reference, count: notes.length })
  const shown = lines.findIndex((line) => {
    if (said.length + line.length > MOST_CHARACTERS) return true
    said += `\n\n${line}`
    return false
  })
  const left = shown < 0 ? 0 : lines.length - shown
  return { say: [text(left > 0 ? `${said}\n\n${copy.acts.andMore(left)}` : said)] }
}
