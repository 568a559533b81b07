import type { Readable } from 'node:stream'
import type { Ctx } from '../context.ts'
import { database } from '../db/connection.ts'
import { FileRow } from './model.ts'
import type { Part } from './part-of.ts'
import { presentFiles } from './presenter.ts'
import type { FilesOf, FileView } from './schema.ts'
import { storage } from './storage.ts'

export type SentFile = FileRow & { sentAt: Date; heard: string | null }

const MOST = 50

/** What customers sent about it, oldest first, without what they took back. */
async function filesOf(ctx: Ctx, of: FilesOf): Promise<SentFile[]> {
  const column = 'caseId' in of ? 'case_id' : 'bookingId' in of ? 'booking_id' : 'conversation_id'
  const rows = await FileRow.query(ctx.trx)
    .select('files.*', 'm.happened_at as sent_at')
    .select(FileRow.raw(`case when m.kind = 'audio' then m.body end as heard`))
    .join('messages as m', 'm.id', 'files.message_id')
    .where(`m.${column}`, Object.values(of)[0] as string)
    .where('m.direction', 'in')
    .whereNull('m.removed_at')
    .orderBy([
      { column: 'm.happened_at', order: 'desc' },
      { column: 'files.id', order: 'desc' },
    ])
    .limit(MOST)
  return (rows as SentFile[]).reverse()
}

/** The same, as everybody outside sees it: with links that open for a while. */
export const filesShown = async (ctx: Ctx, of: FilesOf): Promise<FileView[]> =>
  presentFiles(ctx, await filesOf(ctx, of))

/** A stored file whose message still stands. */
export async function openFile(ctx: Ctx, id: string): Promise<FileRow | undefined> {
  const row = await FileRow.query(ctx.trx)
    .select('files.*')
    .join('messages as m', 'm.id', 'files.message_id')
    .where({ 'files.id': id, state: 'stored' })
    .whereNull('m.removed_at')
    .first()
  return row
}

export const bytesOf = async (it: FileRow, part?: Part): Promise<Readable | undefined> =>
  it.storageKey === null ? undefined : storage().get(it.storageKey, part)

/** How many a record has, for its card, and the newest picture that a card may show. */
export type FilesSummary = { images: number; others: number; picture: string | null }

/** A column of that shape, for the query that makes the card: `tie` says which messages are meant. LINE shows JPEG and PNG; a small one loads at once. */
export const filesSummary = (tie: string): string =>
  `(select json_build_object('images', count(*) filter (where f.kind = 'image'), 'others', count(*) filter (where f.kind <> 'image'),
      'picture', (array_agg(f.id order by m.happened_at desc) filter (where f.state = 'stored'
        and f.content_type in ('image/jpeg', 'image/png') and f.size <= 1000000))[1])
    from files f join messages m on m.id = f.message_id
    where ${tie} and m.direction = 'in' and m.removed_at is null and f.state in ('waiting', 'stored'))`

type ToDo = { tenantId: string; fileId: string; waits: boolean }

/** Copies that are due and whose job was lost, and bytes that must go; of all tenants. */
export async function filesToDo(most: number): Promise<ToDo[]> {
  const { rows } = await database().machinery.query<{ id: string; tenant_id: string; waits: boolean }>(
    `select id, tenant_id, state = 'waiting' as waits from files
     where (state = 'waiting' and next_at < desk_now() - interval '5 seconds') or (state <> 'waiting' and state <> 'stored' and storage_key is not null)
     order by next_at limit $1`,
    [most],
  )
  return rows.map((row) => ({ tenantId: row.tenant_id, fileId: row.id, waits: row.waits }))
}
