import { Refusal } from '../errors.ts'
import { type BookingStage, stages } from './schema.ts'

export function mustBeNext(it: { id: string; stage: BookingStage }, to: BookingStage): void {
  if (!stages[it.stage].includes(to))
    throw new Refusal('booking_stage_not_allowed', { bookingId: it.id, from: it.stage, to }, 'stage')
}
