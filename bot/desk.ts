import { onCommitted } from '../api/outbox/commands/post.ts'
import { addJob } from '../api/queue/queue.ts'
import { jobs } from '../api/queue/jobs.ts'
import { type Engine, startEngine } from './conversation/engine.ts'
import { type Deliverer, startDelivering } from './deliver.ts'
import type { Doors } from './doors.ts'
import { lineDoor } from './line/door.ts'
import { whatsAppDoor } from './whatsapp/door.ts'
import { lookAfterTemplates } from './whatsapp/templates.ts'

export type BotNeeds = {
  lineApiBaseUrl: string
  /** undefined: Twilio itself */
  twilioApiBaseUrl: string | undefined
  publicUrl: string
  /** a bug, told once; answers the id it can be found by */
  report: (trouble: unknown, about: Record<string, unknown>) => string
}

export type Bot = {
  engine: Engine
  deliverer: Deliverer
  lookAfterTemplates: () => Promise<void>
  stop: () => Promise<void>
}

/** The bot of one process: takes turns, and sends what is committed. */
export function startBot({ lineApiBaseUrl, twilioApiBaseUrl, publicUrl, report }: BotNeeds): Bot {
  const doors: Doors = {
    line: lineDoor(lineApiBaseUrl),
    whatsapp: whatsAppDoor({ base: twilioApiBaseUrl, publicUrl }),
  }
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
    engine,
    deliverer,
    lookAfterTemplates: () => lookAfterTemplates(twilioApiBaseUrl),
    async stop() {
      await engine.stop()
      await deliverer.idle()
      onCommitted(undefined)
    },
  }
}
