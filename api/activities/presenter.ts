import type { Activity } from './model.ts'
import type { ActivityView } from './schema.ts'

export const presentActivity = (it: Activity): ActivityView => ({
  id: it.id,
  subject: { kind: it.subjectKind, id: it.subjectId },
  number: it.seq,
  type: it.type,
  actor: { kind: it.actorKind, id: it.actorId },
  facts: it.facts,
  at: it.at.toISOString(),
})
