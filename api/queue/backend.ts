import type { BackendFactory, IQueueBackend } from 'bullmq'

/** BullMQ insists on a connection; ours is in the backend. */
export const HELD = { byTheBackend: true }

/** Where jobs are kept. BullMQ gets its connection from here, so its callers know neither Redis nor Postgres. */
export type Backend = {
  /** for those who add jobs: fails at once while the server is away */
  adding: BackendFactory<IQueueBackend, typeof HELD>
  /** for those who run jobs: waits until the server is back */
  running: BackendFactory<IQueueBackend, typeof HELD>
  isUp: () => Promise<boolean>
  close: () => Promise<void>
}
