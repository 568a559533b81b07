import { existsSync, readFileSync } from 'node:fs'
import { HELD_BACK, LABELLED, lessonFiles, linesOf } from '../api/triage/base/lesson-files.ts'

type Json = Record<string, unknown>

/** What all catalogues have in common; the rest of a row is the business's own and goes into `data`. */
export type Catalogue = Json & {
  staff: { key: string; name: string; name_th?: string; role: string; team: string; languages?: string[] }[]
  providers: ProviderRow[]
  items: ItemRow[]
  cases: CaseRow[]
  root_causes?: string[]
}

export type ProviderRow = Json & {
  key: string
  name: string
  name_th?: string
  type: string
  default_sla_minutes: number
  active: boolean
}

export type ItemRow = Json & {
  key: string
  code?: string
  type: string
  name: string
  name_th: string
  currency?: string
  destinations?: string[]
  departures?: string[]
  nights?: number
  active?: boolean
  min_people?: number
  max_people?: number
  price?: number
  price_from?: number
  price_per_person?: number
  price_per_year?: number
  from_price_per_person?: number
  rate_per_1000?: number
  includes?: string[]
  excludes?: string[]
  fitness?: string
  highlights?: string[]
  description?: string
}

export type CaseRow = {
  reference: string
  case_type: string
  status: string
  severity?: string
  owner?: string | null
  opened?: string
  closed?: string
  sla_due?: string
  sla_breached?: boolean
  root_cause?: string
  note?: string
  username?: string
  member?: string
  member_id?: string
  booking?: string
  org?: string
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const known = new Map<string, Catalogue>()

/** The tenant's master data as the business keeps it; dates in it are those of REFERENCE_NOW. */
export function catalogueOf(tenant: string): Catalogue {
  const found = known.get(tenant) ?? (JSON.parse(read(`data/catalog/${tenant}.json`)) as Catalogue)
  known.set(tenant, found)
  return found
}

export type Taxonomy = {
  tenants: Record<
    string,
    {
      case_types: {
        key: string
        name_en: string
        name_th: string
        category: string
        default_severity: 'critical' | 'high' | 'normal' | 'low'
        default_sla_minutes: number
        require_order_id: boolean
        require_provider: boolean
      }[]
      booking_kinds: {
        key: string
        name_en: string
        name_th: string
        required_slots: string[]
        optional_slots: string[]
      }[]
    }
  >
}

export const taxonomy = (): Taxonomy => JSON.parse(read('data/triage/taxonomy.json')) as Taxonomy

export type Example = {
  tenant: string
  split?: 'train' | 'dev'
  language: string
  text: string
  intent: string
  case_type?: string
  booking_kind?: string
  severity?: string
}

/** The day all labelled messages were written on: "tomorrow" in them is the day after. */
export const WRITTEN_ON = new Date('2026-11-20T10:00:00+07:00')

/** Messages to judge by, never to learn from. */
export const heldBack = (): { name: string; text: string }[] => [
  { name: 'the dev split', text: linesOf('messages.jsonl', (it) => it.split === 'dev') },
  ...HELD_BACK.filter((name) => existsSync(new URL(name, LABELLED))).map((name) => ({
    name,
    text: linesOf(name, () => true),
  })),
]

/** What the local triage engine learns from. */
export const examples = (): Example[] =>
  lessonFiles().flatMap(({ text }) => text.split('\n').map((line) => JSON.parse(line) as Example))
