import type { Actor, Ctx, StaffRole } from '../context.ts'
import { database } from '../db/connection.ts'
import type { Identify, Visitor } from '../http/visitor.ts'
import { mustBeUuid } from '../ids.ts'
import { hashOf } from '../secrets.ts'

/** Before a tenant is known: whose key, whose session is this? */
export const identify: Identify = { byKey: visitorByKey, byCookie: visitorByCookie }

type KeyRow = { id: string; tenant_id: string; name: string; role: StaffRole }

async function visitorByKey(key: string): Promise<Visitor | undefined> {
  const { rows } = await database().machinery.query<KeyRow>({
    name: 'api-key',
    text: 'select id, tenant_id, name, role from api_keys where key_hash = $1 and revoked_at is null',
    values: [hashOf(key)],
  })
  const row = rows[0]
  if (!row) return undefined
  const actor: Actor = { kind: 'api', id: row.id, name: row.name, role: row.role }
  return { tenantId: row.tenant_id, by: 'key', name: `api:${row.id}`, actor: () => actor }
}

export async function apiKeyNames(ctx: Ctx, ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  if (wanted.length === 0) return new Map()
  const { rows } = (await ctx.trx.raw('select id, name from api_keys where id = any(?::uuid[])', [wanted])) as {
    rows: { id: string; name: string }[]
  }
  return new Map(rows.map((it) => [it.id, it.name]))
}

type SessionRow = { id: string; tenant_id: string; staff_id: string | null; contact_id: string | null }

async function sessionByToken(token: string): Promise<SessionRow | undefined> {
  const { rows } = await database().machinery.query<SessionRow>({
    name: 'session',
    text: 'select id, tenant_id, staff_id, contact_id from sessions where token_hash = $1 and expires_at > desk_now()',
    values: [hashOf(token)],
  })
  return rows[0]
}

export const tenantOfSession = async (token: string): Promise<string | undefined> =>
  (await sessionByToken(token))?.tenant_id

async function visitorByCookie(token: string): Promise<Visitor | undefined> {
  const row = await sessionByToken(token)
  if (!row) return undefined
  const visitor = { tenantId: row.tenant_id, by: 'cookie', name: `session:${row.id}` } as const
  const id = mustBeUuid(row.id)
  // whoever was unlinked, switched off or given another role is that from this request on
  if (row.staff_id)
    return {
      ...visitor,
      first: `select s.id, coalesce(s.names->>s.language, s.name) as name, s.role from sessions x
        join staff s on s.id = x.staff_id and s.active
        join staff_identities i on i.staff_id = s.id and i.channel_id = x.channel_id and i.external_id = x.external_id where x.id = '${id}'`,
      actor: (opened) => {
        const it = opened[0]?.[0] as { id: string; name: string; role: StaffRole } | undefined
        return it && { kind: 'staff', id: it.id, name: it.name, role: it.role }
      },
    }
  return {
    ...visitor,
    first: `select contact_id as id from sessions where id = '${id}'`,
    actor: (opened) => {
      const it = opened[0]?.[0] as { id: string | null } | undefined
      return it?.id ? { kind: 'contact', id: it.id } : undefined
    },
  }
}
