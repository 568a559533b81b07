import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import type { Language, OwnQuietHours } from '../tenants/schema.ts'
import { Contact, ContactIdentity } from './model.ts'
import { noteMet, noteNone } from './queries/standing.ts'

export type Identity = { kind: ContactIdentity['kind']; value: string }

/** The person behind a channel identity; made on the first meeting. Two processes meeting the same person make one contact. */
export async function contactOf(ctx: Ctx, it: Identity & { name?: string; language?: Language }): Promise<Contact> {
  const id = ctx.newId()
  const { rows } = (await ctx.trx.raw(
    `with known as (
       update contact_identities set proven = true where kind = ? and value = ? returning contact_id
     ), fresh as (
       insert into contacts (id, tenant_id, name, language) select ?::uuid, ?::uuid, ?, ? where not exists (select 1 from known) returning *
     ), tied as (
       insert into contact_identities (id, tenant_id, contact_id, kind, value, proven) select ?::uuid, ?::uuid, fresh.id, ?, ?, true from fresh
       on conflict (tenant_id, kind, value) do nothing returning contact_id
     )
     select c.*, false as met_now from contacts c join known on known.contact_id = c.id
     union all select fresh.*, true from fresh join tied on tied.contact_id = fresh.id`,
    [
      it.kind,
      it.value,
      id,
      ctx.tenantId,
      it.name ?? null,
      it.language ?? null,
      ctx.newId(),
      ctx.tenantId,
      it.kind,
      it.value,
    ],
  )) as { rows: Record<string, unknown>[] }
  if (rows[0]) {
    const { met_now, ...row } = rows[0]
    const contact = Contact.fromDatabaseJson(row)
    if (met_now) {
      noteMet(ctx, contact.id)
      for (const of of ['case', 'booking'] as const) noteNone(ctx, of, contact.id)
    }
    return contact
  }
  // somebody else met them in the same instant: theirs is the contact
  await Contact.query(ctx.trx).deleteById(id)
  const winner = await ContactIdentity.query(ctx.trx).findOne({ kind: it.kind, value: it.value }).throwIfNotFound()
  return Contact.query(ctx.trx).findById(winner.contactId).throwIfNotFound()
}

/**
 * The person whom a channel knows by several names, the surest first. A later name alone finds them too, unless its owner goes by another
 * name that is not among these: a number that changed hands is a new person's now.
 */
export async function contactKnownAs(
  ctx: Ctx,
  it: { kind: Identity['kind']; values: string[]; name?: string; language?: Language },
): Promise<Contact> {
  const { kind, values, ...about } = it
  const [first = ''] = values
  if (values.length < 2) return contactOf(ctx, { kind, value: first, ...about })
  const { rows } = (await ctx.trx.raw(
    `select k.value from contact_identities k where k.kind = ? and k.value = any(?::text[]) and (k.value = ? or not exists (
       select 1 from contact_identities o where o.contact_id = k.contact_id and o.kind = k.kind and o.value <> all(?::text[])))
     order by k.value = ? desc limit 1`,
    [kind, values, first, values, first],
  )) as { rows: { value: string }[] }
  const contact = await contactOf(ctx, { kind, value: rows[0]?.value ?? first, ...about })
  alsoKnownAs(ctx, { contactId: contact.id, kind, values })
  return contact
}

/** Ties the names a channel knows a person by to them, with the flush. Who writes can be reached. */
export function alsoKnownAs(ctx: Ctx, it: { contactId: string; kind: Identity['kind']; values: string[] }): void {
  ctx.atEnd(
    () => ({
      sql: `insert into contact_identities (id, tenant_id, contact_id, kind, value, proven)
            select n.id, ?::uuid, ?::uuid, ?, n.value, true from unnest(?::uuid[], ?::text[]) as n(id, value)
            on conflict (tenant_id, kind, value) do update set contact_id = excluded.contact_id, proven = true, unreachable_at = null
              where contact_identities.contact_id <> excluded.contact_id or contact_identities.unreachable_at is not null`,
      bindings: [ctx.tenantId, it.contactId, it.kind, it.values.map(() => ctx.newId()), it.values],
    }),
    'contacts.known_as',
  )
}

/** The platform says that nobody can be reached there, until they write again. */
export async function flagIdentity(ctx: Ctx, it: Identity): Promise<void> {
  await ContactIdentity.query(ctx.trx).where({ kind: it.kind, value: it.value }).patch({ unreachableAt: ctx.now })
}

export async function lockContact(ctx: Ctx, id: string): Promise<Contact> {
  const found = await Contact.query(ctx.trx).findById(id).forNoKeyUpdate()
  if (!found) throw new Refusal('not_found')
  return found
}

/** Adds what an import or an order system knows about a person. Unproven: nothing is disclosed because of it. */
export async function importContact(
  ctx: Ctx,
  it: {
    name: string
    language?: Language
    profile?: Record<string, unknown>
    organisationId?: string
    identities: Identity[]
  },
): Promise<string> {
  const contact = await Contact.query(ctx.trx).insert({
    id: ctx.newId(),
    tenantId: ctx.tenantId,
    name: it.name,
    language: it.language ?? null,
    profile: it.profile ?? {},
    organisationId: it.organisationId ?? null,
  })
  for (const identity of it.identities)
    await ContactIdentity.query(ctx.trx)
      .insert({ id: ctx.newId(), tenantId: ctx.tenantId, contactId: contact.id, ...identity, proven: false })
      .onConflict(['tenant_id', 'kind', 'value'])
      .ignore()
  return contact.id
}

/** Keeps what the platform says a person is called, without overwriting a name staff or the person gave. */
export async function nameContact(ctx: Ctx, it: { contactId: string; name: string }): Promise<void> {
  await Contact.query(ctx.trx).findById(it.contactId).whereNull('name').patch({ name: it.name, updatedAt: ctx.now })
}

export async function setContactBlocked(ctx: Ctx, it: { contactId: string; blocked: boolean }): Promise<void> {
  await Contact.query(ctx.trx)
    .findById(it.contactId)
    .patch({ blockedAt: it.blocked ? ctx.now : null, updatedAt: ctx.now })
}

/** When this person is not written to unless it is critical or they asked. */
export async function setContactQuietHours(
  ctx: Ctx,
  it: { contactId: string; quietHours: OwnQuietHours },
): Promise<void> {
  const { rows } = (await ctx.trx.raw(
    'update contacts set quiet_hours = ?::jsonb, updated_at = ? where id = ? returning 1',
    [it.quietHours === null ? null : JSON.stringify(it.quietHours), ctx.now, it.contactId],
  )) as { rows: unknown[] }
  if (rows.length === 0) throw new Refusal('not_found')
}
