import type { Actor } from '../context.ts'
import type { Language, Tenant } from '../tenants/schema.ts'
import type { SessionView } from './schema.ts'

export const presentSession = (
  who: Exclude<Actor, { kind: 'system' | 'partner' }>,
  about: { name: string | null; language: Language | null; tenant: Tenant },
): SessionView => ({
  kind: who.kind,
  id: who.id,
  name: about.name,
  role: who.kind === 'contact' ? null : who.role,
  language: about.language ?? about.tenant.language,
  tenant: {
    key: about.tenant.key,
    name: about.tenant.name,
    zone: about.tenant.zone,
    language: about.tenant.language,
  },
})
