import type { Ctx } from '../../context.ts'
import type { Asks } from '../../tenants/schema.ts'
import { type FilesSummary, filesSummary } from '../../files/queries.ts'
import { shiftsCountFrom } from '../../shifts/queries.ts'
import { SAID_IN } from '../../conversations/queries.ts'
import { asNewestNote, type NewestNote, newestNote } from '../../conversations/queries/notes.ts'
import { groupSpokenIn } from '../../groups/queries.ts'
import type { ArticleTexts } from '../../knowledge/schema.ts'
import type { ChatWindow } from '../../whatsapp/schema.ts'
import { Case } from '../model.ts'
import type { Severity } from '../schema.ts'

export type CaseInFull = {
  it: Case
  typeKey: string
  typeNames: Record<string, string>
  asks: Asks
  contactName: string | null
  /** the customers' group in which they told of it */
  groupName: string | null
  ownerName: string | null
  /** what customers read, in the languages there are */
  ownerNames: Record<string, string> | null
  causeNames: Record<string, string> | null
  providerName: string | null
  /** who could take it, while nobody has it */
  onShift: string[]
  /** the customer's last words about it, oldest first, without what was taken back */
  said: string[]
  files: FilesSummary
  /** how many of their messages the customer took back */
  withdrawn: number
  /** what staff noted last: nobody else reads this */
  note: NewestNote | null
  /** what a language model would have filed it as, where models only suggest */
  suggested: { type: string; names: Record<string, string>; severity: Severity } | null
  /** how staff work on its type; nobody else reads this */
  sop: ArticleTexts | null
  /** how long the customer's chat may be written to freely, where there is a limit */
  window: ChatWindow | null
}

/** A case with what a card says of it, in one round trip. */
export async function caseInFull(ctx: Ctx, caseId: string): Promise<CaseInFull | undefined> {
  const { rows } = (await ctx.trx.raw(
    `select to_jsonb(t.names) as type_names, t.key as type_key,
       jsonb_build_object('requiredSlots', t.required_slots, 'optionalSlots', t.optional_slots, 'slotWords', t.slot_words) as asks, p.name as contact_name, coalesce(s.names->>s.language, s.name) as owner_name,
       jsonb_build_object('en', s.name) || s.names as owner_names,
       r.names as cause_names, v.name as provider_name,
       case when c.owner_id is null then array(select coalesce(w.names->>w.language, w.name) from shifts h join staff w on w.id = h.staff_id
         where h.ended_at is null and h.started_at > ? and w.active order by h.started_at limit 5) else '{}' end as on_shift,
       array(select body from (select ${SAID_IN} as body, happened_at from messages m where m.case_id = c.id and m.direction = 'in' and m.removed_at is null
         and m.body is not null order by happened_at desc limit 3) last order by happened_at) as said,
       ${filesSummary('m.case_id = c.id')} as files, h.id is not null as limited, w.window_until,
       coalesce(w.stopped_at >= coalesce(w.heard_at, w.stopped_at), false) as stopped,
       (select count(*) from messages m where m.case_id = c.id and m.direction = 'in' and m.removed_at is not null) as withdrawn,
       ${newestNote('n.case_id = c.id')} as note, ${groupSpokenIn('c.conversation_id')} as group_name,
       (select jsonb_build_object('type', y.key, 'names', y.names, 'severity', coalesce(d.opinion->>'severity', y.severity)) from triage_decisions d
         join case_types y on y.tenant_id = d.tenant_id and y.key = d.opinion->>'caseType'
         where d.case_id = c.id and d.opinion is not null order by d.at desc limit 1) as suggested,
       (select a.texts from articles a where a.case_type_id = t.id and a.visibility = 'staff' and a.status = 'published' order by a.published_at desc, a.id limit 1) as sop, c.*
     from cases c join case_types t on t.id = c.case_type_id left join contacts p on p.id = c.contact_id
     left join staff s on s.id = c.owner_id left join root_causes r on r.key = c.root_cause and r.tenant_id = c.tenant_id
     left join providers v on v.id = c.provider_id
     left join conversations x on x.id = c.conversation_id left join channels h on h.id = x.channel_id and h.kind = 'whatsapp'
     left join whatsapp_chats w on w.channel_id = h.id and w.source_id = x.source_id
     where c.id = ?`,
    [await shiftsCountFrom(ctx), caseId],
  )) as { rows: Record<string, unknown>[] }
  const row = rows[0]
  if (!row) return undefined
  const {
    type_names,
    type_key,
    asks,
    contact_name,
    group_name,
    owner_name,
    owner_names,
    cause_names,
    provider_name,
    on_shift,
    said,
    files,
    withdrawn,
    note,
    suggested,
    sop,
    limited,
    window_until,
    stopped,
    ...own
  } = row
  return {
    it: Case.fromDatabaseJson(own),
    typeKey: type_key as string,
    typeNames: type_names as Record<string, string>,
    asks: asks as Asks,
    contactName: contact_name as string | null,
    groupName: group_name as string | null,
    ownerName: owner_name as string | null,
    ownerNames: owner_name === null ? null : (owner_names as Record<string, string>),
    causeNames: cause_names as Record<string, string> | null,
    providerName: provider_name as string | null,
    onShift: on_shift as string[],
    said: said as string[],
    files: files as FilesSummary,
    withdrawn: withdrawn as number,
    note: asNewestNote(note),
    suggested: suggested as CaseInFull['suggested'],
    sop: sop as ArticleTexts | null,
    window: limited ? { until: window_until as Date | null, stopped: stopped as boolean } : null,
  }
}
