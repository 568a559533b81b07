import type { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { allOf, containing, orderOf, type Sort, where } from '../../db/conditions.ts'
import type { Paged } from '../../http/lists.ts'
import { Case } from '../model.ts'
import type { CaseFilters } from '../schema.ts'
import { visibleCases } from './visible-cases.ts'

export const sortableCases = ['openedAt', 'slaDueAt', 'updatedAt', 'severity', 'status', 'reference'] as const
type Sortable = (typeof sortableCases)[number]

export type CaseQuery = Paged & z.output<typeof CaseFilters> & { search?: string | undefined; sort: Sort<Sortable>[] }

const columns: Record<Sortable, string> = {
  openedAt: 'cases.opened_at',
  slaDueAt: 'cases.sla_due_at',
  updatedAt: 'cases.updated_at',
  severity: `array_position(array['critical', 'high', 'normal', 'low'], cases.severity)`,
  status: 'cases.status',
  reference: 'cases.reference',
}

export async function listCases(ctx: Ctx, asked: CaseQuery): Promise<{ rows: Case[]; total: number }> {
  const found = allOf([
    await visibleCases(ctx),
    asked.status && where('cases.status = ?', asked.status),
    asked.open !== undefined && where(`(cases.status not in ('resolved', 'closed')) = ?`, asked.open),
    asked.severity && where('cases.severity = ?', asked.severity),
    asked.type && where('cases.case_type_id in (select id from case_types where key = ?)', asked.type),
    asked.owner &&
      (asked.owner === 'none' ? where('cases.owner_id is null') : where('cases.owner_id = ?', asked.owner)),
    asked.contact && where('cases.contact_id = ?', asked.contact),
    asked.search && naming(asked.search),
  ])
  const { results, total } = await Case.query(ctx.trx)
    .whereRaw(found.sql, found.bindings)
    .orderByRaw(`${orderOf(asked.sort, columns)}, cases.id`)
    .page(asked.page - 1, asked.page_size)
  return { rows: results, total }
}

function naming(search: string) {
  const pattern = containing(search)
  return where(
    `cases.reference ilike ? or concat_ws(' ', cases.slots->>'order_id', cases.slots->>'reference', cases.slots->>'username', cases.slots->>'name') ilike ?
      or array_to_string(cases.order_refs, ' ') ilike ?
      or exists (select 1 from contacts p where p.id = cases.contact_id and (p.name ilike ? or exists (select 1 from contact_identities i
        where i.contact_id = p.id and i.kind in ('username', 'phone', 'member', 'email') and i.value ilike ?)))`,
    pattern,
    pattern,
    pattern,
    pattern,
    pattern,
  )
}
