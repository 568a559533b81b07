import type { Ctx } from '../context.ts'
import { changedMeanwhile, SEEN } from '../http/changed-meanwhile.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { mustSee } from '../policy.ts'
import { updateSettings } from './commands.ts'
import { settingsNow } from './queries.ts'
import { BusinessSettings } from './schema.ts'

const about = { tag: 'set-up', access: 'staff' } as const

const settingsOf = async (ctx: Ctx): Promise<BusinessSettings> => {
  mustSee(ctx)
  return BusinessSettings.parse(await settingsNow(ctx))
}

export const settingsRoutes: Endpoint[] = [
  endpoint('GET /v1/settings', {
    ...about,
    summary: 'Opening hours, and how this desk works',
    answer: BusinessSettings,
    shared: true,
    handle: settingsOf,
  }),
  endpoint('PUT /v1/settings', {
    ...about,
    summary: 'Change opening hours, and how this desk works',
    description: `What is left out stays. Other processes follow within seconds; a deadline that runs already keeps the hours it was promised by. ${SEEN}`,
    body: BusinessSettings.partial().strict(),
    answer: BusinessSettings,
    also: { 403: 'For admins and managers', ...changedMeanwhile },
    shared: settingsOf,
    handle: async (ctx, { body }) => {
      const changes = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
      return BusinessSettings.parse(await updateSettings(ctx, changes))
    },
  }),
]
