import type { Ctx } from '../context.ts'
import { database } from '../db/connection.ts'
import { allOf, containing, orderOf, type Sort, where } from '../db/conditions.ts'
import type { Paged } from '../http/lists.ts'
import { OutboxRow } from './model.ts'
import { visibleParcels } from './queries/visible-parcels.ts'

export type OutboxQuery = Paged & {
  state?: OutboxRow['state'] | undefined
  cost?: 'free' | 'paid' | undefined
  case?: string | undefined
  booking?: string | undefined
  conversation?: string | undefined
  search?: string | undefined
  sort: Sort<'createdAt' | 'settledAt'>[]
}

const columns = { createdAt: 'created_at', settledAt: 'settled_at' }

export async function listParcels(ctx: Ctx, asked: OutboxQuery): Promise<{ rows: OutboxRow[]; total: number }> {
  const found = allOf([
    await visibleParcels(ctx),
    asked.state && where('state = ?', asked.state),
    asked.cost && where('cost = ?', asked.cost),
    asked.case && where('case_id = ?', asked.case),
    asked.booking && where('booking_id = ?', asked.booking),
    asked.conversation && where('conversation_id = ?', asked.conversation),
    asked.search && where('event ilike ? or trouble ilike ?', containing(asked.search), containing(asked.search)),
  ])
  const { results, total } = await OutboxRow.query(ctx.trx)
    .whereRaw(found.sql, found.bindings)
    .orderByRaw(`${orderOf(asked.sort, columns)}, seq desc`)
    .page(asked.page - 1, asked.page_size)
  return { rows: results, total }
}

/** What carries the messages that went along with another, by id. */
export async function carriersOf(ctx: Ctx, rows: OutboxRow[]): Promise<Map<string, OutboxRow>> {
  const ids = rows.flatMap((it) => it.joinedTo ?? [])
  if (ids.length === 0) return new Map()
  const found = await OutboxRow.query(ctx.trx).findByIds([...new Set(ids)])
  return new Map(found.map((it) => [it.id, it]))
}

export const parcelById = (ctx: Ctx, id: string): Promise<OutboxRow | undefined> =>
  OutboxRow.query(ctx.trx).findById(id).execute()

/** For the machinery: what it needs to go on with a parcel that did not arrive. */
export async function parcelInHand(
  id: string,
): Promise<{ id: string; tenantId: string; attempts: number; sourceId: string } | undefined> {
  const { rows } = await database().machinery.query<{ tenant_id: string; attempts: number; source_id: string }>(
    'select o.tenant_id, o.attempts, c.source_id from outbox o join conversations c on c.id = o.conversation_id where o.id = $1',
    [id],
  )
  const row = rows[0]
  return row && { id, tenantId: row.tenant_id, attempts: row.attempts, sourceId: row.source_id }
}
