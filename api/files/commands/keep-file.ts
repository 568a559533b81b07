import { type Ctx, type Part, perTransaction } from '../../context.ts'
import { jobs } from '../../queue/jobs.ts'
import { addJob } from '../../queue/queue.ts'
import type { FileKind, WhyNot } from '../schema.ts'

export type NewFile = {
  messageId: string
  channelId: string
  kind: FileKind
  /** where the platform keeps the bytes */
  origin: string
  name?: string
  /** known to be unwelcome before a byte is fetched */
  refused?: WhyNot
}

const MOST_NAME = 200

/** Notes a file that came with a message, with the flush; its bytes are copied as soon as the commit is certain. */
export function keepFile(ctx: Ctx, it: NewFile): void {
  filesOf(ctx).push({ ...it, id: ctx.newId() })
}

type Gathered = NewFile & { id: string }

const filesOf = perTransaction((ctx): Gathered[] => {
  const files: Gathered[] = []
  ctx.atEnd(() => writeFiles(ctx, files))
  ctx.afterCommit(() => {
    for (const it of files) if (!it.refused) askForCopy(ctx.tenantId, it.id)
  })
  return files
})

/** A lost job loses nothing: the sweep finds what is due. */
export function askForCopy(tenantId: string, fileId: string, delayMs?: number): void {
  addJob(jobs.fileCopy, { tenantId, fileId }, { ...(delayMs && { delayMs }) }).catch(() => undefined)
}

const writeFiles = (ctx: Ctx, files: Gathered[]): Part => ({
  sql: `insert into files (id, tenant_id, message_id, channel_id, kind, origin, name, state, why, settled_at)
        select n.id, ?::uuid, n.message_id, n.channel_id, n.kind, n.origin, n.name, case when n.why is null then 'waiting' else 'refused' end,
          n.why, case when n.why is not null then ?::timestamptz end
        from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
          as n(id, message_id, channel_id, kind, origin, name, why)`,
  bindings: [
    ctx.tenantId,
    ctx.now,
    files.map((it) => it.id),
    files.map((it) => it.messageId),
    files.map((it) => it.channelId),
    files.map((it) => it.kind),
    files.map((it) => it.origin),
    files.map((it) => (it.name ? plainName(it.name) : null)),
    files.map((it) => it.refused ?? null),
  ],
})

/** A name is what a person reads, never a path. */
const plainName = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}/\\]/gu, ' ')
    .toWellFormed()
    .trim()
    .slice(-MOST_NAME)
