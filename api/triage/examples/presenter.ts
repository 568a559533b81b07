import type { TriageExample } from '../model.ts'
import { isHeld } from '../training/is-held.ts'
import type { ExampleView } from './schema.ts'

export const presentExample = (it: TriageExample): ExampleView => ({
  id: it.id,
  text: it.text,
  intent: it.intent,
  label: it.label,
  severity: it.severity,
  language: it.language,
  origin: it.origin,
  by: it.byKind ? { kind: it.byKind, id: it.byId, name: it.byName } : null,
  setAside: it.setAside,
  judges: it.origin !== 'base' && isHeld(it.text),
  caseId: it.caseId,
  bookingId: it.bookingId,
  decisionId: it.decisionId,
  createdAt: it.createdAt.toISOString(),
})
