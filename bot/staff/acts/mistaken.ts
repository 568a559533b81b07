import { notABooking } from '../../../api/bookings/commands/end-booking.ts'
import { notACase } from '../../../api/cases/commands/not-a-case.ts'
import { type MistakenIntent, mistakenIntents } from '../../../api/cases/schema.ts'
import { copyIn } from '../../copy/copy.ts'
import { tapsOf, text } from '../../messages.ts'
import { pick } from '../commands/pick.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'
import { isWaiting } from '../card-acts.ts'
import type { Kind } from './give.ts'
import { choose, staleBooking, staleCase, theBooking, theCase } from './present.ts'

/** The bot made work of what was none: what was it? Then it is closed without a word to the customer, and learnt from. */
export async function mistaken(turn: StaffTurn, kind: Kind, id: string, intent?: string): Promise<StaffAnswer> {
  const { copy, ctx, reader, who } = turn
  const it = kind === 'case' ? await theCase(turn, id) : await theBooking(turn, id)
  if ('status' in it && (it.status === 'resolved' || it.status === 'closed')) return staleCase(turn, it)
  if ('stage' in it && !isWaiting(it)) return staleBooking(turn, it)
  const was = mistakenIntents.find((one) => one === intent)
  if (!was) {
    const tap = tapsOf(reader)
    const acts = mistakenIntents.map((one) => tap(copy.acts.mistakenFor[one], 'mistaken', kind, id, one))
    return { say: choose(it.reference, copy.acts.whatWasIt, acts) }
  }
  if (kind === 'case') await notACase(ctx, { caseId: id, intent: was })
  else await notABooking(ctx, { bookingId: id, intent: was })
  return { say: [text(copy.acts.wasMistaken({ reference: it.reference, who: who.name }))] }
}

const copies = (['en', 'th', 'ja'] as const).map(copyIn)
const options: { key: MistakenIntent; names: string[] }[] = mistakenIntents.map((key) => ({
  key,
  names: copies.map((copy) => copy.acts.mistakenFor[key]),
}))

/** Typed: what it was may be said at once. */
export function onMistake(turn: StaffTurn, kind: Kind, id: string, words: string): Promise<StaffAnswer> {
  const [only, ...others] = words.trim() ? pick(options, words) : []
  return mistaken(turn, kind, id, only && others.length === 0 ? only.key : undefined)
}
