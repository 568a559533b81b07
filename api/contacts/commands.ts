import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import type { Language, OwnQuietHours } from '../tenants/schema.ts'
import { Contact, ContactIdentity } from './model.ts'

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
     select c.* from contacts c join known on known.contact_id = c.id union all select fresh.* from fresh join tied on tied.contact_id = fresh.id`,
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
  if (rows[0]) return Contact.fromDatabaseJson(rows[0])
  // somebody else met them in the same instant: theirs is the contact
  await Contact.query(ctx.trx).deleteById(id)
  const winner = await ContactIdentity.query(ctx.trx).findOne({ kind: it.kind, value: it.value }).throwIfNotFound()
  return Contact.query(ctx.trx).findById(winner.contactId).throwIfNotFound()
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
