import type { Actor } from '../context.ts'
import { isSystem, leads, policy, works } from '../policy.ts'
import type { Booking } from './model.ts'
import { isLive, mayBeOffered, stages } from './schema.ts'

const isTheirs = (who: Actor, it: Booking) => who.kind === 'contact' && who.id === it.contactId

export const bookingPolicy = policy({
  confirm: (who, it: Booking) => works(who) && stages[it.stage].includes('confirmed'),
  move: (who, it: Booking) => works(who) && isLive(it.stage),
  decline: (who, it: Booking) => works(who) && stages[it.stage].includes('lost'),
  cancel: (who, it: Booking) =>
    (works(who) || isTheirs(who, it) || isSystem(who)) && stages[it.stage].includes('cancelled'),
  take: (who, it: Booking) => who.kind === 'staff' && works(who) && isLive(it.stage) && it.ownerId !== who.id,
  note: (who) => works(who),
  give: (who, it: Booking) =>
    works(who) && isLive(it.stage) && (leads(who) || !it.ownerId || (who.kind === 'staff' && who.id === it.ownerId)),
  propose: (who, it: Booking) => works(who) && mayBeOffered(it),
  not_a_booking: (who, it: Booking) => works(who) && stages[it.stage].includes('lost'),
  answered_outside: (who, it: Booking) => works(who) && isLive(it.stage),
})
