import { Refusal } from '../errors.ts'
import type { BookingStage } from './schema.ts'

/** Every move along the pipeline; anything else is refused. */
export const stages: Record<BookingStage, readonly BookingStage[]> = {
  new: ['qualified', 'quoted', 'confirmed', 'cancelled', 'lost'],
  qualified: ['quoted', 'confirmed', 'cancelled', 'lost'],
  quoted: ['qualified', 'accepted', 'cancelled', 'lost'],
  accepted: ['confirmed', 'cancelled', 'lost'],
  confirmed: ['in_progress', 'completed', 'cancelled'],
  in_progress: ['completed', 'cancelled'],
  completed: [],
  cancelled: [],
  lost: [],
}

export const isLive = (stage: BookingStage): boolean => stages[stage].length > 0

/** Another time may be offered: instead of what was asked for, or of what is confirmed. */
export const mayBeOffered = ({ stage }: { stage: BookingStage }): boolean =>
  stage === 'new' || stage === 'qualified' || stage === 'confirmed'

export function mustBeNext(it: { id: string; stage: BookingStage }, to: BookingStage): void {
  if (!stages[it.stage].includes(to))
    throw new Refusal('booking_stage_not_allowed', { bookingId: it.id, from: it.stage, to }, 'stage')
}
