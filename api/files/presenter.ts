import type { Ctx } from '../context.ts'
import { signLink } from '../links.ts'
import { publicUrl } from '../public-url.ts'
import type { SentFile } from './queries.ts'
import type { FileView } from './schema.ts'

const HOUR_MS = 3_600_000

export const presentFiles = (ctx: Ctx, files: SentFile[]): FileView[] => files.map((it) => presentFile(it, ctx.now))

const presentFile = (it: SentFile, now: Date): FileView => ({
  id: it.id,
  kind: it.kind,
  name: it.name,
  contentType: it.contentType,
  size: it.size,
  state: it.state,
  why: it.why,
  heard: it.heard,
  sentAt: it.sentAt.toISOString(),
  url: it.state === 'stored' ? fileUrl(it, now) : null,
})

/** Opens one file for one to two hours. Within an hour it is the same address, so that a page that looks again loads nothing again. */
const fileUrl = (it: { id: string; tenantId: string }, now: Date): string =>
  publicUrl(
    `/files/${signLink({
      kind: 'file',
      tenantId: it.tenantId,
      subjectId: it.id,
      expiresAt: new Date((Math.floor(now.getTime() / HOUR_MS) + 2) * HOUR_MS),
    })}`,
  )
