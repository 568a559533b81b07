import { z } from 'zod'
import { activeBookingKinds } from '../bookings/queries/booking-kinds.ts'
import { activeCaseTypes } from '../cases/queries/case-types.ts'
import { severities } from '../cases/schema.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { mustSee } from '../policy.ts'
import { activeProviders } from '../providers/queries.ts'

const Names = z.record(z.string(), z.string())
const MasterData = z
  .object({
    caseTypes: z.array(
      z.object({
        id: z.uuid(),
        key: z.string(),
        names: Names,
        category: z.string(),
        severity: z.enum(severities),
        slaMinutes: z.int(),
      }),
    ),
    categories: z.array(z.string()),
    severities: z.array(z.enum(severities)),
    bookingKinds: z.array(z.object({ id: z.uuid(), key: z.string(), names: Names })),
    providers: z.array(z.object({ id: z.uuid(), key: z.string(), name: z.string() })),
  })
  .meta({ id: 'MasterData' })

export const masterDataRoutes: Endpoint[] = [
  endpoint('GET /v1/master-data', {
    summary: 'What routes, rules and cases can name',
    description:
      'The business’s own case types, booking kinds and providers, as far as they are in use: keys for the routes of a group, ids for a notification rule.',
    tag: 'desk',
    access: 'staff',
    answer: MasterData,
    handle: async (ctx) => {
      mustSee(ctx)
      const types = await activeCaseTypes(ctx)
      return {
        caseTypes: types.map(({ id, key, names, category, severity, slaMinutes }) => ({
          id,
          key,
          names,
          category,
          severity,
          slaMinutes,
        })),
        categories: [...new Set(types.map((it) => it.category))].toSorted(),
        severities: [...severities],
        bookingKinds: (await activeBookingKinds(ctx)).map(({ id, key, names }) => ({ id, key, names })),
        providers: (await activeProviders(ctx)).map(({ id, key, name }) => ({ id, key, name })),
      }
    },
  }),
]
