import type { Context } from 'koa'
import { z } from 'zod'
import { inTenant, system } from '../context.ts'
import { Refusal } from '../errors.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { readLink } from '../links.ts'
import type { FileRow } from './model.ts'
import { bytesOf, openFile } from './queries.ts'

export const fileRoutes: Endpoint[] = [
  endpoint('GET /files/:token', {
    summary: 'A file that a customer sent',
    description:
      'Always an attachment, never opened as a page of ours. The link is signed and lives for a while; a file whose message was taken back is gone at once.',
    tag: 'public',
    access: 'public',
    params: z.object({ token: z.string().max(200) }),
    contentType: 'application/octet-stream',
    also: { 404: 'The link is wrong or too old, or the file is gone' },
    serve: async ({ http }, { params }) => {
      const file = await fileOf(params.token)
      const bytes = await bytesOf(file)
      if (!bytes) throw new Refusal('not_found')
      send(http, file)
      http.body = bytes
      return undefined
    },
  }),
]

async function fileOf(token: string): Promise<FileRow> {
  const link = readLink(token)
  if (link?.kind !== 'file') throw new Refusal('not_found')
  const found = await inTenant(link.tenantId, system, async (ctx) =>
    link.expiresAt && link.expiresAt > ctx.now ? openFile(ctx, link.subjectId) : undefined,
  )
  if (!found) throw new Refusal('not_found')
  return found
}

/** Bytes of a stranger on our own address: they may be looked at and kept, and never run. */
function send(http: Context, file: FileRow): void {
  http.status = 200
  http.attachment(nameOf(file))
  http.set('content-type', file.contentType ?? 'application/octet-stream')
  http.set('content-security-policy', "default-src 'none'; sandbox")
  http.set('x-content-type-options', 'nosniff')
  // taken back means gone: no copy on the way keeps it
  http.set('cache-control', 'private, no-store')
  if (file.size !== null) http.length = file.size
}

const endings: Record<string, string> = {
  'image/jpeg': 'jpg',
  'text/plain': 'txt',
  'audio/mpeg': 'mp3',
  'audio/x-m4a': 'm4a',
  'video/quicktime': 'mov',
  'application/octet-stream': 'bin',
}

function nameOf({ name, contentType, kind, id }: FileRow): string {
  if (name) return name
  const type = contentType ?? 'application/octet-stream'
  return `${kind}-${id.slice(-6)}.${endings[type] ?? type.split('/')[1] ?? 'bin'}`
}
