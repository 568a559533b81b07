import { randomBytes } from 'node:crypto'

const POOL = 4_096
let pool = Buffer.alloc(0)

/** Ten random bytes; the system is asked for four thousand at a time, since a message takes a dozen ids. */
function tenBytes(): Buffer {
  if (pool.length < 10) pool = randomBytes(POOL)
  const bytes = pool.subarray(0, 10)
  pool = pool.subarray(10)
  return bytes
}

/** A uuid v7 (RFC 9562): sorts by the millisecond it was made in, so that indexes grow at their end. */
export function newId(now = Date.now(), random = tenBytes()): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(now, 0, 6)
  random.copy(bytes, 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** For composing SQL without parameters: anything but a uuid is a bug. */
export function mustBeUuid(id: string): string {
  if (!uuidPattern.test(id)) throw new Error('Expected a uuid')
  return id
}
