import type { Ctx } from '../../context.ts'
import type { ChatWindow } from '../../whatsapp/schema.ts'
import { Case } from '../model.ts'

export type CaseInFull = {
  it: Case
  typeKey: string
  typeNames: Record<string, string>
  contactName: string | null
  ownerName: string | null
  causeNames: Record<string, string> | null
  /** the customer's last words about it, oldest first, without what was taken back */
  said: string[]
  /** how long the customer's chat may be written to freely, where there is a limit */
  window: ChatWindow | null
}

/** A case with what a card says of it, in one round trip. */
export async function caseInFull(ctx: Ctx, caseId: string): Promise<CaseInFull | undefined> {
  const { rows } = (await ctx.trx.raw(
    `select to_jsonb(t.names) as type_names, t.key as type_key, p.name as contact_name, coalesce(s.names->>s.language, s.name) as owner_name,
       r.names as cause_names,
       array(select body from (select body, happened_at from messages m where m.case_id = c.id and m.direction = 'in' and m.removed_at is null
         and m.body is not null order by happened_at desc limit 3) last order by happened_at) as said,
       h.id is not null as limited, w.window_until, c.*
     from cases c join case_types t on t.id = c.case_type_id left join contacts p on p.id = c.contact_id
     left join staff s on s.id = c.owner_id left join root_causes r on r.key = c.root_cause and r.tenant_id = c.tenant_id
     left join conversations v on v.id = c.conversation_id left join channels h on h.id = v.channel_id and h.kind = 'whatsapp'
     left join whatsapp_chats w on w.channel_id = h.id and w.source_id = v.source_id
     where c.id = ?`,
    [caseId],
  )) as { rows: Record<string, unknown>[] }
  const row = rows[0]
  if (!row) return undefined
  const { type_names, type_key, contact_name, owner_name, cause_names, said, limited, window_until, ...own } = row
  return {
    it: Case.fromDatabaseJson(own),
    typeKey: type_key as string,
    typeNames: type_names as Record<string, string>,
    contactName: contact_name as string | null,
    ownerName: owner_name as string | null,
    causeNames: cause_names as Record<string, string> | null,
    said: said as string[],
    window: limited ? { until: window_until as Date | null } : null,
  }
}
