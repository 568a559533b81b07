import { staffMembers } from '../../../api/staff/queries.ts'
import type { Act } from '../../../api/outbox/schema.ts'
import { tapsOf } from '../../messages.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'
import { choose, theBooking, theCase } from './present.ts'

export type Kind = 'case' | 'booking'

/** Whom work can be given to. */
export const colleagues = async (turn: StaffTurn) =>
  (await staffMembers(turn.ctx)).filter((it) => it.role !== 'executive' && it.role !== 'partner')

/** Who should have it: everybody who may, or those that a name may mean. */
export async function askWho(
  turn: StaffTurn,
  kind: Kind,
  id: string,
  among?: { id: string }[],
  question = turn.copy.acts.whoGets,
): Promise<StaffAnswer> {
  const it = kind === 'case' ? await theCase(turn, id) : await theBooking(turn, id)
  const tap = tapsOf(turn.reader)
  const acts: Act[] = (await colleagues(turn))
    .filter((one) => one.id !== it.ownerId && (!among || among.some((wanted) => wanted.id === one.id)))
    .map((one) => tap(one.names[turn.reader.language] ?? one.name, 'give', kind, id, one.id, it.ownerId ?? ''))
  return { say: choose(it.reference, question, acts) }
}
