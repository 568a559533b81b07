import type { TenantLabels } from '../api/triage/understanding.ts'
import { taxonomy } from '../seeds/catalogue.ts'
import { concernsOf } from '../seeds/words/case-types.ts'

/** The demo's businesses by their labels alone, for benches of the engine that need no database. */
export const desks = Object.entries(taxonomy().tenants).map(([tenant, it]) => {
  const labels: TenantLabels = {
    caseTypes: it.case_types.map(({ key, default_severity }) => ({
      key,
      defaultSeverity: default_severity,
      concerns: concernsOf[key] ?? [],
    })),
    bookingKinds: it.booking_kinds.map(({ key }) => ({ key, requiredSlots: [], optionalSlots: [] })),
  }
  return { tenant, labels }
})
