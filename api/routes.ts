import { activityRoutes } from './activities/routes.ts'
import { myBookingRoutes } from './bookings/my-booking.ts'
import { bookingRoutes } from './bookings/routes.ts'
import { issueRoutes } from './cases/issues.ts'
import { caseRoutes } from './cases/routes.ts'
import { channelRoutes } from './channels/routes.ts'
import { todayRoutes } from './cases/today.ts'
import { trackRoutes } from './cases/track.ts'
import { contactRoutes } from './contacts/routes.ts'
import { setAsideRoutes } from './conversations/set-aside-routes.ts'
import type { Endpoint } from './http/endpoint.ts'
import { outboxRoutes } from './outbox/routes.ts'

/** The desk's own API, all of it but signing in (which needs to know where LINE is). */
export const deskRoutes: readonly Endpoint[] = [
  ...caseRoutes,
  ...bookingRoutes,
  ...contactRoutes,
  ...activityRoutes,
  ...outboxRoutes,
  ...channelRoutes,
  ...setAsideRoutes,
  ...todayRoutes,
  ...myBookingRoutes,
  ...trackRoutes,
  ...issueRoutes,
]
