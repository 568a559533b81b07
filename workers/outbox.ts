import { takeDueNews } from '../api/notifications/commands/gather-news.ts'
import { tellOfFailures } from '../api/notifications/commands/tell-of-failures.ts'
import { takeForgottenParcels, takeParcel } from '../api/outbox/commands/take.ts'
import type { Parcel } from '../api/outbox/schema.ts'
import { jobs } from '../api/queue/jobs.ts'
import { every } from './every.ts'
import type { Report, Running } from './report.ts'
import { worker } from './worker.ts'

/** Tries a parcel again when its pause is over. */
export const retryParcels = (deliverNow: (parcel: Parcel) => Promise<void>, report: Report): Running =>
  worker(
    jobs.outboxRetry,
    async ({ parcelId }) => {
      const parcel = await takeParcel(parcelId)
      if (parcel) await deliverNow(parcel)
    },
    report,
  )

/** Sends what nobody holds: a crashed process's parcels, and retries whose job was lost. */
export const sweepOutbox = (deliverParcels: (parcels: Parcel[]) => void, report: Report): Running =>
  every(1_000, 'outbox', async () => deliverParcels(await takeForgottenParcels(200)), report)

/** Sends the news whose waiting is over: what gathered in a chat goes as one. */
export const sendDueNews = (deliverParcels: (parcels: Parcel[]) => void, report: Report): Running =>
  every(500, 'news', async () => deliverParcels(await takeDueNews()), report)

/** Tells staff of messages that did not arrive. */
export const tellFailures = (report: Report): Running => every(2_000, 'failures', tellOfFailures, report)
