import type { Endpoint } from '../api/http/endpoint.ts'
import { onCommitted } from '../api/outbox/commands/post.ts'
import { addJob } from '../api/queue/queue.ts'
import { gistsWritten } from '../api/triage/commands/write-gists.ts'
import { secondOpinionsHeard } from '../api/triage/commands/hear-second-opinion.ts'
import { jobs } from '../api/queue/jobs.ts'
import { copyFile } from './copy-file.ts'
import { type Engine, startEngine } from './conversation/engine.ts'
import { connectRoutes } from './connect/routes.ts'
import { watchTokens } from './connect/watch-tokens.ts'
import { type Deliverer, startDelivering } from './deliver.ts'
import type { Doors } from './doors.ts'
import { galleryRoutes } from './gallery/routes.ts'
import { lineDoor } from './line/door.ts'
import { checkQuotas } from './line/quota.ts'
import { lineRoutes } from './line/routes.ts'
import { messageRoutes } from './messages-api.ts'
import { previewRoutes } from './notices/preview-api.ts'
import { followLanguages } from './rich-menu/follow.ts'
import { triageRoutes } from './triage-api.ts'
import { whatsAppDoor } from './whatsapp/door.ts'
import { lookForStatuses } from './whatsapp/look-for-statuses.ts'
import { whatsAppRoutes } from './whatsapp/routes.ts'
import { lookAfterTemplates } from './whatsapp/templates.ts'

export type BotNeeds = {
  lineApiBaseUrl: string
  /** where LINE takes pictures and gives what people sent */
  lineDataApiBaseUrl: string
  /** undefined: Twilio itself */
  twilioApiBaseUrl: string | undefined
  publicUrl: string
  /** a bug, told once; answers the id it can be found by */
  report: (trouble: unknown, about: Record<string, unknown>) => string
}

export type Bot = {
  doors: Doors
  engine: Engine
  /** what the bot answers over HTTP: webhooks, and what needs its words, its doors or its understanding */
  endpoints: Endpoint[]
  /** what the workers do for it */
  chores: Pick<Deliverer, 'deliverParcels' | 'deliverNow'> &
    Pick<Engine, 'takeLanes'> & {
      /** Copies a file that a customer sent into the storage; never throws for what the outside did. */
      copyFile: (it: { tenantId: string; fileId: string }) => Promise<void>
      checkQuotas: () => Promise<void>
      watchTokens: () => Promise<void>
      lookAfterTemplates: () => Promise<void>
      lookForStatuses: () => Promise<void>
      followLanguages: () => Promise<void>
    }
  stop: () => Promise<void>
}

/** The platforms this desk speaks to. */
export const doorsOf = (
  it: Pick<BotNeeds, 'lineApiBaseUrl' | 'lineDataApiBaseUrl' | 'twilioApiBaseUrl' | 'publicUrl'>,
): Doors => ({
  line: lineDoor(it.lineApiBaseUrl, it.lineDataApiBaseUrl),
  whatsapp: whatsAppDoor({ base: it.twilioApiBaseUrl, publicUrl: it.publicUrl }),
})

/** The bot of one process: takes turns, and sends what is committed. */
export function startBot({ report, ...where }: BotNeeds): Bot {
  const { lineApiBaseUrl, publicUrl, twilioApiBaseUrl } = where
  const doors = doorsOf(where)
  const deliverer = startDelivering({
    doors,
    publicUrl,
    report,
    retryLater: (parcelId, delayMs) =>
      void addJob(jobs.outboxRetry, { parcelId }, { delayMs }).catch((trouble) => void report(trouble, { parcelId })),
  })
  onCommitted(deliverer.deliverParcels)
  const engine = startEngine({ doors, publicUrl, report })
  return {
    doors,
    engine,
    endpoints: [
      ...lineRoutes(engine.heard),
      ...whatsAppRoutes(publicUrl, engine.heard, deliverer.undelivered),
      ...messageRoutes(publicUrl),
      ...triageRoutes,
      ...previewRoutes(publicUrl),
      ...galleryRoutes,
      ...connectRoutes(doors),
    ],
    chores: {
      deliverParcels: deliverer.deliverParcels,
      deliverNow: deliverer.deliverNow,
      takeLanes: engine.takeLanes,
      copyFile: (it) => copyFile({ doors, report }, it),
      checkQuotas: () => checkQuotas(lineApiBaseUrl),
      watchTokens: () => watchTokens(doors),
      lookAfterTemplates: () => lookAfterTemplates(twilioApiBaseUrl),
      lookForStatuses: () => lookForStatuses(twilioApiBaseUrl, deliverer.undelivered),
      followLanguages: () => followLanguages(doors),
    },
    async stop() {
      await engine.stop()
      await secondOpinionsHeard()
      await gistsWritten()
      await deliverer.idle()
      onCommitted(undefined)
    },
  }
}
