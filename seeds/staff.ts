import type { StaffRole } from '../api/context.ts'
import type { NewStaff } from '../api/staff/commands.ts'
import type { Language } from '../api/tenants/schema.ts'
import { catalogueOf } from './catalogue.ts'

/** The catalogues' job titles in the desk's roles; every other one works as an agent. */
function roleOf(title: string): StaffRole {
  if (title === 'ceo') return 'executive'
  if (/(^|_)(lead|manager)$/.test(title)) return 'manager'
  if (/(^|_)admin$/.test(title)) return 'admin'
  if (title === 'finance' || /(^|_)accountant$/.test(title)) return 'accountant'
  return title === 'operations' ? 'operations' : 'agent'
}

const spoken = (languages: string[] | undefined): Language => {
  const first = languages?.find((it): it is Language => it === 'th' || it === 'en' || it === 'ja')
  return languages ? (first ?? 'en') : 'th'
}

export type DemoStaff = NewStaff & { names: Partial<Record<Language, string>> }

export const staffOf = (tenant: string): DemoStaff[] =>
  catalogueOf(tenant).staff.map((it) => ({
    key: it.key,
    name: it.name,
    names: { en: it.name, ...(it.name_th && { th: it.name_th }) },
    role: roleOf(it.role),
    team: it.team,
    language: spoken(it.languages),
  }))
