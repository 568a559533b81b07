import type { Ctx } from '../context.ts'

/** Everything by which a customer is to be found in the desk. */
export type Traces = {
  contactId: string
  /** nothing was sent of them before */
  since: Date
  /** chats of their own */
  conversationIds: string[]
  caseIds: string[]
  bookingIds: string[]
  /** what was said in those chats, or about those cases and bookings */
  messageIds: string[]
  /** the platforms' ids, numbers and addresses of the person */
  identities: string[]
  /** what stands in a card or a call that is about them: ids, references, names, numbers */
  marks: string[]
  /** what staff wrote to them or about them */
  staffWords: string[]
}

/** Shorter, and it would be found in everybody's words. */
const LEAST = 4
/** What says who somebody is, among what is known of a case or booking by name. */
const PERSONAL = ['name', 'phone', 'email', 'username', 'user_id']

export async function tracesOf(ctx: Ctx, it: { contactId: string }): Promise<Traces> {
  const { rows } = (await ctx.trx.raw(
    `with chats as (select id, source_id from conversations where contact_id = :id and kind = 'direct'),
       own_cases as (select id, reference, slots from cases where contact_id = :id),
       own_bookings as (select id, reference, slots from bookings where contact_id = :id),
       said as (
         select id, body, author from messages where conversation_id in (select id from chats)
           or case_id in (select id from own_cases) or booking_id in (select id from own_bookings)
       ),
       known as (select value from contact_identities where contact_id = :id union select source_id from chats),
       things as (select slots from own_cases union all select slots from own_bookings)
     select p.name, p.created_at - interval '1 day' as since,
       array(select id from chats) as chats, array(select id from own_cases) as cases, array(select id from own_bookings) as bookings,
       array(select reference from own_cases union select reference from own_bookings) as refs,
       array(select id from said) as said, array(select value from known) as identities,
       array(select distinct m.name from group_members m where m.external_id in (select value from known) and m.name is not null) as called,
       array(select distinct s.value from things, jsonb_each_text(things.slots) s where s.key = any(:personal)) as personal,
       array(select body from said where author = 'staff' and body is not null
         union select body from notes where case_id in (select id from own_cases) or booking_id in (select id from own_bookings)) as words
     from contacts p where p.id = :id`,
    { id: it.contactId, personal: PERSONAL } as never,
  )) as { rows: Record<string, unknown>[] }
  const row = rows[0] ?? {}
  const texts = (name: string) => (row[name] as string[] | undefined) ?? []
  const [conversationIds, caseIds, bookingIds, identities] = ['chats', 'cases', 'bookings', 'identities'].map(texts)
  const names = [...texts('called'), ...texts('personal'), ...(typeof row['name'] === 'string' ? [row['name']] : [])]
  return {
    ...it,
    since: row['since'] as Date,
    conversationIds: conversationIds ?? [],
    caseIds: caseIds ?? [],
    bookingIds: bookingIds ?? [],
    messageIds: texts('said'),
    identities: identities ?? [],
    marks: inJson([
      ...(conversationIds ?? []),
      ...(caseIds ?? []),
      ...(bookingIds ?? []),
      ...texts('refs'),
      ...(identities ?? []),
      ...names,
    ]),
    staffWords: inJson(texts('words')),
  }
}

/** As it stands in JSON, where it is long enough to be told from anything else. */
const inJson = (texts: string[]): string[] =>
  [...new Set(texts.map((it) => it.trim()))]
    .filter((it) => it.length >= LEAST)
    .map((it) => JSON.stringify(it).slice(1, -1))
