import type { Ctx } from '../context.ts'
import type { Language } from '../tenants/schema.ts'
import { Contact, ContactIdentity } from './model.ts'

export type Identity = { kind: ContactIdentity['kind']; value: string }

/** The person behind a channel identity; made on the first meeting. Two processes meeting the same person make one contact. */
export async function contactOf(ctx: Ctx, it: Identity & { name?: string; language?: Language }): Promise<Contact> {
  const known = await ContactIdentity.query(ctx.trx).findOne({ kind: it.kind, value: it.value })
  if (known) return Contact.query(ctx.trx).findById(known.contactId).throwIfNotFound()
  const contact = await Contact.query(ctx.trx)
    .insert({ id: ctx.newId(), tenantId: ctx.tenantId, name: it.name ?? null, language: it.language ?? null })
    .returning('*')
  const { rows } = (await ctx.trx.raw(
    `insert into contact_identities (id, tenant_id, contact_id, kind, value, proven) values (?, ?, ?, ?, ?, true)
     on conflict (tenant_id, kind, value) do update set proven = true returning contact_id`,
    [ctx.newId(), ctx.tenantId, contact.id, it.kind, it.value],
  )) as { rows: { contact_id: string }[] }
  const winner = rows[0]?.contact_id
  if (!winner || winner === contact.id) return contact
  await contact.$query(ctx.trx).delete()
  return Contact.query(ctx.trx).findById(winner).throwIfNotFound()
}

/** Adds what an import or an order system knows about a person. Unproven: nothing is disclosed because of it. */
export async function importContact(
  ctx: Ctx,
  it: { name: string; language?: Language; profile?: Record<string, unknown>; identities: Identity[] },
): Promise<string> {
  const contact = await Contact.query(ctx.trx).insert({
    id: ctx.newId(),
    tenantId: ctx.tenantId,
    name: it.name,
    language: it.language ?? null,
    profile: it.profile ?? {},
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
