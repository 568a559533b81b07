import { contactNames } from '../contacts/queries.ts'
import type { Ctx } from '../context.ts'
import { providerNames } from '../providers/queries.ts'
import { apiKeyNames } from '../sessions/queries.ts'
import { staffNames } from '../staff/queries.ts'
import type { Activity } from './model.ts'
import type { ActivityView } from './schema.ts'

/** With the names of whoever acted, in a query a kind of person however many lines there are. */
export async function presentActivities(ctx: Ctx, lines: Activity[]): Promise<ActivityView[]> {
  const ids = (kind: string) => lines.map((it) => (it.actorKind === kind ? it.actorId : null))
  const names = new Map<string, string | null>([
    ...(await staffNames(ctx, ids('staff'))),
    ...(await contactNames(ctx, ids('contact'))),
    ...(await apiKeyNames(ctx, ids('api'))),
    ...(await providerNames(ctx, ids('partner'))),
  ])
  return lines.map((it) => ({
    id: it.id,
    subject: { kind: it.subjectKind, id: it.subjectId },
    number: it.seq,
    type: it.type,
    actor: { kind: it.actorKind, id: it.actorId, name: (it.actorId && names.get(it.actorId)) || null },
    facts: it.facts,
    at: it.at.toISOString(),
  }))
}
