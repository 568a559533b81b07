import { createHash } from 'node:crypto'
import { type Ctx, inTenant, system } from '../../context.ts'
import { notifyCustomer } from '../../notifications/commands.ts'
import type { Language } from '../../tenants/schema.ts'
import { FileRow } from '../model.ts'
import type { Copying, WhyNot } from '../schema.ts'
import { sniff } from '../sniff.ts'
import { storage } from '../storage.ts'
import { askForCopy } from './keep-file.ts'

/** While somebody copies, nobody else begins: a process that died is followed by another after this. */
const LEASE_SECONDS = 120
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 600_000
/** A platform that has not got it ready by then never will. */
const GIVE_UP_AFTER_MS = 3 * 86_400_000

/** Takes a file in hand whose copy is due; nothing when it is settled or in another's hands. */
export const takeFile = (it: { tenantId: string; fileId: string }): Promise<Copying | undefined> =>
  inTenant(it.tenantId, system, async (ctx) => {
    const { rows } = (await ctx.trx.raw(
      `update files set attempts = attempts + 1, next_at = desk_now() + make_interval(secs => ${LEASE_SECONDS}), storage_key = tenant_id || '/' || id
       where id = ? and state = 'waiting' and next_at <= desk_now() + interval '100 milliseconds'
       returning id, tenant_id as "tenantId", channel_id as "channelId", kind, origin, attempts`,
      [it.fileId],
    )) as { rows: Copying[] }
    return rows[0]
  })

/** Looks at the bytes and keeps them; says what they are. What may not be kept is refused, and the customer is told. */
export async function storeBytes(it: Copying, bytes: Buffer): Promise<{ contentType: string } | undefined> {
  const { contentType, refused } = await sniff(bytes)
  if (refused) {
    await refuseFile(it, refused)
    return undefined
  }
  const key = `${it.tenantId}/${it.id}`
  await storage().put(key, bytes, contentType)
  const kept = await inTenant(it.tenantId, system, (ctx) =>
    settle(ctx, it, {
      state: 'stored',
      contentType,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest(),
    }),
  )
  // taken back while it was on its way
  if (!kept) await storage().remove(key)
  return kept ? { contentType } : undefined
}

/** A file that we will not keep, kindly: its sender reads why. */
export const refuseFile = (it: Copying, why: WhyNot): Promise<void> =>
  inTenant(it.tenantId, system, async (ctx) => {
    if (await settle(ctx, it, { state: 'refused', why })) await tellSender(ctx, it, why)
  })

/** It is not to be had any more. */
export const fileGone = (it: Copying, why: WhyNot): Promise<void> =>
  inTenant(it.tenantId, system, (ctx) => lose(ctx, it, why))

/** Not now: again after a pause that doubles, until it is pointless. */
export async function copyLater(it: Copying): Promise<void> {
  const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (it.attempts - 1))
  const waits = await inTenant(it.tenantId, system, async (ctx) => {
    const row = await FileRow.query(ctx.trx).findById(it.id).where('state', 'waiting').forUpdate()
    if (!row) return false
    if (ctx.now.getTime() - row.createdAt.getTime() > GIVE_UP_AFTER_MS) {
      await lose(ctx, it, 'never_ready')
      return false
    }
    await row.$query(ctx.trx).patch({ nextAt: new Date(ctx.now.getTime() + pauseMs) })
    return true
  })
  // the desk's clock and the queue's are two: the job comes a little after the instant, never before
  if (waits) askForCopy(it.tenantId, it.id, pauseMs + 20)
}

/** Who took it back knows. Anybody else was thanked for it, and reads, once for all that was lost together, that it did not come through. */
async function lose(ctx: Ctx, it: Copying, why: WhyNot): Promise<void> {
  const others = await lostLately(ctx, it)
  const lost = await settle(ctx, it, { state: 'gone', why })
  if (lost && why !== 'withdrawn' && !others) await tellSender(ctx, it, why)
}

const TOGETHER = '10 minutes'

async function lostLately(ctx: Ctx, it: Copying): Promise<boolean> {
  const { rows } = (await ctx.trx.raw(
    `select 1 from files f join messages m on m.id = f.message_id
     where m.conversation_id = (select om.conversation_id from files o join messages om on om.id = o.message_id where o.id = ?)
       and f.state = 'gone' and f.why in ('expired', 'never_ready') and f.settled_at > ?::timestamptz - interval '${TOGETHER}' limit 1`,
    [it.id, ctx.now],
  )) as { rows: unknown[] }
  return rows.length > 0
}

async function tellSender(ctx: Ctx, it: Copying, why: WhyNot): Promise<void> {
  const chat = await chatOf(ctx, it.id)
  if (chat) await notifyCustomer(ctx, chat.id, chat.language, { event: 'file.refused', facts: { why } })
}

const settle = async (
  ctx: Ctx,
  it: Copying,
  end: Partial<Pick<FileRow, 'state' | 'why' | 'contentType' | 'size' | 'sha256'>>,
): Promise<boolean> =>
  (await FileRow.query(ctx.trx)
    .findById(it.id)
    .where('state', 'waiting')
    .patch({ ...end, settledAt: ctx.now })) > 0

async function chatOf(ctx: Ctx, fileId: string): Promise<{ id: string; language: Language } | undefined> {
  const { rows } = (await ctx.trx.raw(
    `select c.id, coalesce(c.language, t.language) as language from files f join messages m on m.id = f.message_id
       join conversations c on c.id = m.conversation_id join tenants t on t.id = c.tenant_id
     where f.id = ? and m.removed_at is null`,
    [fileId],
  )) as { rows: { id: string; language: Language }[] }
  return rows[0]
}
