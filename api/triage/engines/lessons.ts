import { inTenant, system } from '../../context.ts'
import { exampleOf } from '../commands.ts'
import { TriageExample } from '../model.ts'
import { type Nearest, nearestAmong } from './nearest.ts'

/** For so long a taken back or a new example may go unnoticed. */
const FRESH_MS = 30_000
const known = new Map<string, { version: string; nearest: Promise<Nearest>; at: number }>()

export const forgetLessons = (): void => known.clear()

/** The tenant's labelled messages, ready to be searched; made at the first question, and anew when they changed. */
export async function nearestOf(tenantId: string): Promise<Nearest> {
  const hit = known.get(tenantId)
  if (hit && performance.now() - hit.at < FRESH_MS) return hit.nearest
  const { version, lessons } = await inTenant(tenantId, system, async (ctx) => {
    const { rows } = (await ctx.trx.raw(
      `select count(*) || coalesce(max(id::text), '') || coalesce(max(updated_at)::text, '') || count(set_aside) as version from triage_examples`,
    )) as {
      rows: { version: string | null }[]
    }
    const version = rows[0]?.version ?? ''
    if (version === hit?.version) return { version, lessons: undefined }
    return {
      version,
      lessons: await TriageExample.query(ctx.trx)
        .whereNull('set_aside')
        // others' labels would be offered as ours; a trouble without its label teaches half of what it should
        .whereRaw(
          `case when label is null then intent not in ('case_report', 'booking_request')
             else label in (select key from case_types where active union select key from booking_kinds where active) end`,
        )
        .orderBy('created_at')
        .orderBy('id'),
    }
  })
  const nearest = hit && !lessons ? hit.nearest : nearestAmong((lessons ?? []).map(exampleOf))
  known.set(tenantId, { version, nearest, at: performance.now() })
  return nearest
}
