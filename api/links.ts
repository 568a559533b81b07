import { isSealOf, macOf } from './secrets.ts'

/** What a signed link opens, without a login: it holds ids only, and its seal. */
const kinds = {
  track: 1,
  booking: 2,
  form: 3,
  page: 4,
  file: 20,
  case_files: 21,
  booking_files: 22,
  chat_files: 23,
} as const
export type LinkKind = keyof typeof kinds
export type Link = { kind: LinkKind; tenantId: string; subjectId: string; expiresAt: Date | undefined }

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')
const idOf = (bytes: Buffer) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** A token for a URL. `expiresAt` is kept to the second; without it the link lives as long as its subject. */
export function signLink(it: { kind: LinkKind; tenantId: string; subjectId: string; expiresAt?: Date }): string {
  const head = Buffer.alloc(5)
  head[0] = kinds[it.kind]
  head.writeUInt32BE(it.expiresAt ? Math.floor(it.expiresAt.getTime() / 1000) : 0, 1)
  const body = Buffer.concat([head, bytesOf(it.tenantId), bytesOf(it.subjectId)])
  return Buffer.concat([body, macOf('links', body).subarray(0, 16)]).toString('base64url')
}

/** What the token says, or nothing if it was not made here. The caller compares `expiresAt` with the desk's clock. */
export function readLink(token: string): Link | undefined {
  if (!/^[\w-]{71}$/.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  // the last character has bits to spare: only the one spelling counts
  if (bytes.toString('base64url') !== token) return undefined
  const body = bytes.subarray(0, 37)
  if (bytes.length !== 53 || !isSealOf(bytes.subarray(37), 'links', body)) return undefined
  const kind = (Object.keys(kinds) as LinkKind[]).find((name) => kinds[name] === body[0])
  if (!kind) return undefined
  const expires = body.readUInt32BE(1)
  return {
    kind,
    tenantId: idOf(body.subarray(5, 21)),
    subjectId: idOf(body.subarray(21, 37)),
    expiresAt: expires ? new Date(expires * 1000) : undefined,
  }
}
