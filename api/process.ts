import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'

/** Names this process in leases: no two processes share it, not even one after a restart. */
export const thisProcess = `${hostname()}:${process.pid}:${randomBytes(4).toString('hex')}`

/** How long a row may be in a process's hands without a sign of life. Real seconds: a lease is about processes, not about the desk's day. */
export const LEASE_SECONDS = 5
