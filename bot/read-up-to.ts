import type { Fetched } from './doors.ts'

/** All of it, or nothing when it is more than that: leaving the loop ends the download. */
export async function readUpTo(most: number, it: Extract<Fetched, { state: 'here' }>): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of it.bytes) {
    size += part.length
    if (size > most || (it.length ?? 0) > most) return undefined
    parts.push(part)
  }
  if (it.length !== undefined && size !== it.length) throw new Error('A file was cut off on its way')
  return Buffer.concat(parts)
}
