import { z } from 'zod'

/** A kind of work that is put off: what it is called, what it needs to know, and how stubbornly it is tried. */
export type JobKind<Payload extends z.ZodType = z.ZodType> = {
  /** also the name of its queue: no colons */
  name: string
  payload: Payload
  /** tries in all, while its handler throws */
  attempts: number
  /** before the second try; doubles from there, with jitter */
  backoffMs: number
  /** at once, in one process */
  concurrency: number
}

export const job = <Payload extends z.ZodType>(
  name: string,
  payload: Payload,
  stubbornness: Pick<JobKind, 'attempts' | 'backoffMs' | 'concurrency'>,
): JobKind<Payload> => ({ ...stubbornness, name, payload })

/** Payloads hold ids only: a job says "look now", and what is true then is read from the tables. */
export const jobs = {
  outboxRetry: job('outbox.retry', z.object({ parcelId: z.uuid() }), {
    attempts: 5,
    backoffMs: 1_000,
    concurrency: 20,
  }),
  // one try each: what became of a copy stands in its row, and a next try is a job of its own
  fileCopy: job('file.copy', z.object({ tenantId: z.uuid(), fileId: z.uuid() }), {
    attempts: 1,
    backoffMs: 1_000,
    concurrency: 4,
  }),
}
