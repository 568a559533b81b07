import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import type { AnswerValue } from '../../api/conversations/schema.ts'
import { DINES } from '../../api/triage/slots/wanted.ts'
import type { CustomerTurn } from '../conversation/customer-turn.ts'
import { goesAlong } from '../conversation/words/goes-along.ts'

/** The flight and the bags of a ride, the dish of a table, a link: what of their words no answer holds yet, and whoever looks after the request must know. */
export async function whatGoesAlong(
  { ctx, said }: Pick<CustomerTurn, 'ctx' | 'said'>,
  key: string,
  answers: Record<string, AnswerValue>,
): Promise<string[]> {
  const kind = (await activeBookingKinds(ctx)).find((it) => it.key === key)
  const asks = (name: string) => kind?.requiredSlots.includes(name) === true
  const about = {
    ride: asks('destination') && asks('time'),
    meal: Object.values(kind?.names ?? {}).some((name) => DINES.test(name)),
  }
  return goesAlong(said, about).filter((it) => !Object.values(answers).some((one) => String(one).includes(it)))
}
