import type { Ctx } from '../context.ts'
import { allOf, containing, orderOf, type Sort, where } from '../db/conditions.ts'
import type { Paged } from '../http/lists.ts'
import type { Language } from '../tenants/schema.ts'
import { Consent, Contact, ContactIdentity } from './model.ts'

export const contactById = (ctx: Ctx, id: string): Promise<Contact | undefined> =>
  Contact.query(ctx.trx).findById(id).execute()

/** By a part of a name. */
export async function contactsNamed(ctx: Ctx, words: string, most: number): Promise<{ id: string; name: string }[]> {
  const found = await Contact.query(ctx.trx)
    .whereRaw('name ilike ?', [containing(words)])
    .orderByRaw('lower(name) <> lower(?), name', [words])
    .limit(most)
  return found.flatMap(({ id, name }) => (name ? [{ id, name }] : []))
}

/** The person behind an identity that the channel itself has proven. */
export async function contactByIdentity(ctx: Ctx, kind: 'line', value: string): Promise<Contact | undefined> {
  const known = await ContactIdentity.query(ctx.trx).findOne({ kind, value, proven: true })
  return known && contactById(ctx, known.contactId)
}

/** Whom the business's own systems mean by an id, number or name that is on file. For the person themselves it proves nothing. */
export async function contactOnFile(
  ctx: Ctx,
  { kind, value }: { kind: ContactIdentity['kind']; value: string },
): Promise<Contact | undefined> {
  const known = await ContactIdentity.query(ctx.trx).findOne({ kind, value })
  return known && contactById(ctx, known.contactId)
}

export async function contactNames(ctx: Ctx, ids: (string | null)[]): Promise<Map<string, string | null>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  if (wanted.length === 0) return new Map()
  const found = await Contact.query(ctx.trx).findByIds(wanted).select('id', 'name')
  return new Map(found.map((it) => [it.id, it.name]))
}

/** The chat in which this person can be told something: the one they used last. */
export async function chatOf(
  ctx: Ctx,
  contactId: string,
): Promise<{ id: string; language: Language | null } | undefined> {
  const { rows } = (await ctx.trx.raw(
    `select c.id, c.language from conversations c join channels h on h.id = c.channel_id and h.kind <> 'api'
     where c.contact_id = ? and c.kind = 'direct' order by c.last_message_at desc nulls last, c.created_at desc limit 1`,
    [contactId],
  )) as { rows: { id: string; language: Language | null }[] }
  return rows[0]
}

export type ContactQuery = Paged & {
  search?: string | undefined
  language?: Language | undefined
  sort: Sort<'createdAt' | 'updatedAt' | 'name'>[]
}

const columns = { createdAt: 'created_at', updatedAt: 'updated_at', name: 'name' }

export async function listContacts(ctx: Ctx, asked: ContactQuery): Promise<{ rows: Contact[]; total: number }> {
  const found = allOf([
    asked.language && where('contacts.language = ?', asked.language),
    asked.search &&
      where(
        `contacts.name ilike ?
          or exists (select 1 from contact_identities i where i.contact_id = contacts.id and i.value ilike ?)`,
        containing(asked.search),
        containing(asked.search),
      ),
  ])
  const { results, total } = await Contact.query(ctx.trx)
    .whereRaw(found.sql, found.bindings)
    .orderByRaw(`${orderOf(asked.sort, columns)}, id`)
    .page(asked.page - 1, asked.page_size)
  return { rows: results, total }
}

export const identitiesOf = (ctx: Ctx, contactIds: string[]): Promise<ContactIdentity[]> =>
  ContactIdentity.query(ctx.trx).whereIn('contact_id', contactIds).orderBy(['contact_id', 'kind', 'value']).execute()

/** What this person last answered when they were asked about their contact details. */
export const consentOf = (ctx: Ctx, contactId: string): Promise<Consent | undefined> =>
  Consent.query(ctx.trx)
    .where({ contact_id: contactId, kind: 'contact_details' })
    .orderBy([
      { column: 'answered_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first()
    .execute()

export const consentsOf = (ctx: Ctx, contactIds: string[]): Promise<Consent[]> =>
  Consent.query(ctx.trx).whereIn('contact_id', contactIds).orderBy('answered_at', 'desc').execute()
