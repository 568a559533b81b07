import type { Ctx } from '../../context.ts'
import { allOf, containing, orderOf, type Sort, where } from '../../db/conditions.ts'
import type { Paged } from '../../http/lists.ts'
import { TriageExample } from '../model.ts'

export const sortableExamples = ['createdAt', 'intent', 'label', 'origin'] as const
const columns = { createdAt: 'created_at', intent: 'intent', label: 'label', origin: 'origin' }

export type ExamplesQuery = Paged & {
  origin?: string | undefined
  intent?: string | undefined
  label?: string | undefined
  teaches?: boolean | undefined
  set_aside?: string | undefined
  case?: string | undefined
  search?: string | undefined
  sort: Sort<(typeof sortableExamples)[number]>[]
}

export async function listExamples(ctx: Ctx, asked: ExamplesQuery): Promise<{ rows: TriageExample[]; total: number }> {
  const found = allOf([
    asked.origin && where('origin = ?', asked.origin),
    asked.intent && where('intent = ?', asked.intent),
    asked.label && where('label = ?', asked.label),
    asked.set_aside && where('set_aside = ?', asked.set_aside),
    asked.teaches !== undefined && where('(set_aside is null) = ?', asked.teaches),
    asked.case && where('case_id = ?', asked.case),
    asked.search && where('text ilike ?', containing(asked.search)),
  ])
  const { results, total } = await TriageExample.query(ctx.trx)
    .whereRaw(found.sql, found.bindings)
    .orderByRaw(`${orderOf(asked.sort, columns)}, id desc`)
    .page(asked.page - 1, asked.page_size)
  return { rows: results, total }
}
