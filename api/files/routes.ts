import type { Context } from 'koa'
import { z } from 'zod'
import { inTenant, system } from '../context.ts'
import { Refusal } from '../errors.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { Turned } from '../http/problem.ts'
import { readLink } from '../links.ts'
import type { FileRow } from './model.ts'
import { type Part, partOf } from './part-of.ts'
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
    also: {
      206: 'The part that `Range` asks for',
      404: 'The link is wrong or too old, or the file is gone',
      416: 'It has no such part',
    },
    serve: async ({ http }, { params }) => {
      const file = await fileOf(params.token)
      const part = file.size === null ? undefined : partOf(http.get('range'), file.size)
      if (part === 'outside') throw outside(file)
      const bytes = await bytesOf(file, part)
      if (!bytes) throw new Refusal('not_found')
      send(http, file, part)
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
function send(http: Context, file: FileRow, part: Part | undefined): void {
  http.status = part ? 206 : 200
  http.attachment(nameOf(file))
  http.set('content-type', file.contentType ?? 'application/octet-stream')
  http.set('content-security-policy', "default-src 'none'; sandbox")
  http.set('x-content-type-options', 'nosniff')
  // taken back means gone: no copy on the way keeps it
  http.set('cache-control', 'private, no-store')
  if (file.size === null) return
  // an iPhone plays no sound and no video that it cannot have in parts
  http.set('accept-ranges', 'bytes')
  http.length = part ? part.to - part.from + 1 : file.size
  if (part) http.set('content-range', `bytes ${part.from}-${part.to}/${file.size}`)
}

const outside = (file: FileRow) =>
  new Turned(
    416,
    'no_such_part',
    'No such part',
    `The file has ${file.size} bytes. Ask for some of these, or for all.`,
    {
      'content-range': `bytes */${file.size}`,
    },
  )

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
