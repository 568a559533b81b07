import { activityRoutes } from './activities/routes.ts'
import { myBookingRoutes } from './bookings/my-booking.ts'
import { bookingKindRoutes } from './bookings/kind-routes.ts'
import { bookingRoutes } from './bookings/routes.ts'
import { issueRoutes } from './cases/issues.ts'
import { caseRoutes } from './cases/routes.ts'
import { caseTypeRoutes } from './cases/type-routes.ts'
import { catalogueRoutes } from './catalogue/routes.ts'
import { channelRoutes } from './channels/routes.ts'
import { todayRoutes } from './cases/today.ts'
import { trackRoutes } from './cases/track.ts'
import { answerRoutes } from './conversations/answer-routes.ts'
import { caseWorkRoutes } from './cases/work.ts'
import { contactRoutes } from './contacts/routes.ts'
import { conversationRoutes } from './conversations/routes.ts'
import { fileRoutes } from './files/routes.ts'
import { groupRoutes } from './groups/routes.ts'
import { setAsideRoutes } from './conversations/set-aside-routes.ts'
import { erasureRoutes } from './erasure/routes.ts'
import type { Endpoint } from './http/endpoint.ts'
import { gapRoutes } from './knowledge/gap-routes.ts'
import { knowledgeRoutes } from './knowledge/routes.ts'
import { masterDataRoutes } from './master-data/routes.ts'
import { notificationRoutes } from './notifications/routes.ts'
import { outboxRoutes } from './outbox/routes.ts'
import { paymentRoutes } from './payments/routes.ts'
import { providerRoutes } from './providers/routes.ts'
import { shiftRoutes } from './shifts/routes.ts'
import { staffRoutes } from './staff/routes.ts'
import { settingsRoutes } from './tenants/routes.ts'
import { decisionRoutes } from './triage/decisions/routes.ts'
import { exampleRoutes } from './triage/examples/routes.ts'
import { modelRoutes } from './triage/models/routes.ts'
import { triageSettingsRoutes } from './triage/settings-routes.ts'
import { templateRoutes } from './whatsapp/routes.ts'

/** The desk's own API, all of it but signing in (which needs to know where LINE is). */
export const deskRoutes: readonly Endpoint[] = [
  ...caseRoutes,
  ...caseWorkRoutes,
  ...bookingRoutes,
  ...contactRoutes,
  ...erasureRoutes,
  ...conversationRoutes,
  ...answerRoutes,
  ...groupRoutes,
  ...masterDataRoutes,
  ...caseTypeRoutes,
  ...bookingKindRoutes,
  ...catalogueRoutes,
  ...providerRoutes,
  ...settingsRoutes,
  ...staffRoutes,
  ...activityRoutes,
  ...outboxRoutes,
  ...notificationRoutes,
  ...channelRoutes,
  ...templateRoutes,
  ...triageSettingsRoutes,
  ...exampleRoutes,
  ...modelRoutes,
  ...decisionRoutes,
  ...setAsideRoutes,
  ...gapRoutes,
  ...knowledgeRoutes,
  ...todayRoutes,
  ...myBookingRoutes,
  ...trackRoutes,
  ...issueRoutes,
  ...fileRoutes,
  ...paymentRoutes,
  ...shiftRoutes,
]
