import { macWith, type MasterKey, masterKeys } from '../secrets.ts'
import type { SubjectKind } from './schema.ts'

export type Link = {
  tenantId: string
  subjectKind: SubjectKind
  subjectId: string
  seq: number
  type: string
  actorKind: string
  actorId: string | null
  facts: Record<string, unknown>
  at: Date
}

/** The seal of one activity over the one before it: an edit, a gap or a cut tail breaks the chain for whoever lacks the key. */
export const sealOf = (previous: Buffer | null, it: Link, key: MasterKey = masterKeys()[0]): Buffer =>
  macWith(
    key,
    'activities',
    previous ?? '',
    it.tenantId,
    it.subjectKind,
    it.subjectId,
    String(it.seq),
    it.type,
    it.actorKind,
    it.actorId ?? '',
    it.at.toISOString(),
    canonical(it.facts),
  )

/** What stands on the subject and the next seal is made over: not the last seal itself, or whoever cuts the tail could put the one before there. */
export const headOf = (seal: Buffer, key: MasterKey = masterKeys()[0]): Buffer =>
  macWith(key, 'activities', 'head', seal)

/** jsonb forgets the order of keys: the seal must not depend on it. */
export function canonical(value: unknown): string {
  // what JSON writes as text: the table gives a text back
  if (value instanceof Date) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
      .join(',')}}`
  return JSON.stringify(value ?? null)
}
