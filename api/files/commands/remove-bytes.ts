import { type Ctx, inTenant, system } from '../../context.ts'
import { FileRow } from '../model.ts'
import { storage } from '../storage.ts'

/** The messages were taken back: their files are nobody's any more. The bytes follow within seconds, by the sweep. */
export async function withdrawFiles(ctx: Ctx, messageIds: string[]): Promise<void> {
  await FileRow.query(ctx.trx)
    .whereIn('message_id', messageIds)
    .whereNot({ state: 'gone' })
    .patch({ state: 'gone', why: 'withdrawn', name: null, sha256: null, settledAt: ctx.now })
}

/** Removes the bytes of a file that is refused or gone; safe to repeat, and forgotten only when it is done. */
export async function removeBytes(it: { tenantId: string; fileId: string }): Promise<void> {
  const key = await inTenant(it.tenantId, system, async (ctx) => {
    const row = await FileRow.query(ctx.trx).findById(it.fileId).whereIn('state', ['refused', 'gone'])
    return row?.storageKey
  })
  if (!key) return
  await storage().remove(key)
  await inTenant(
    it.tenantId,
    system,
    async (ctx) => void (await FileRow.query(ctx.trx).findById(it.fileId).patch({ storageKey: null })),
  )
}

/** Lets go of every file whose message is gone, however it went. Answers how many they were. */
export const pruneFiles = (tenantId: string): Promise<number> =>
  inTenant(tenantId, system, async (ctx) => {
    const { rows } = (await ctx.trx.raw(
      `update files f set state = 'gone', why = 'withdrawn', name = null, sha256 = null, settled_at = ?
       where f.state <> 'gone' and not exists (select 1 from messages m where m.id = f.message_id and m.removed_at is null) returning f.id`,
      [ctx.now] as never[],
    )) as { rows: unknown[] }
    return rows.length
  })
