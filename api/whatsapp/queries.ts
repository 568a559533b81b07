import { type Ctx, inTenant, system } from '../context.ts'
import { tagOf } from '../http/changed-meanwhile.ts'
import { database } from '../db/connection.ts'
import { readAsTenant } from '../db/tenant-transaction.ts'
import { mustBeUuid } from '../ids.ts'
import type { Parcel } from '../outbox/schema.ts'
import type { Language } from '../tenants/schema.ts'
import {
  type ChatWindow,
  nothingOffered,
  type Offered,
  type Part,
  type TemplateStatus,
  type WaitingTemplate,
  type TemplateView,
} from './schema.ts'

export type ChatNow = {
  /** free-form messages may go */
  open: boolean
  stopped: boolean
  /** they wrote again after saying STOP: what they ask may be answered */
  askedSince: boolean
  parts: Part[]
}

/** What sending needs to know, in one round trip: the window, STOP, and what was begun of this parcel before. */
export async function chatNow(channelId: string, sourceId: string, parcelId: string): Promise<ChatNow> {
  const { rows } = await database().machinery.query<{
    open: boolean | null
    stopped: boolean | null
    asked_since: boolean | null
    parts: unknown[]
  }>({
    name: 'whatsapp-chat-now',
    text: `select c.window_until > desk_now() as open, c.stopped_at is not null as stopped, c.heard_at > c.stopped_at as asked_since,
        coalesce((select jsonb_agg(to_jsonb(p) order by p.position) from whatsapp_parts p where p.outbox_id = $3), '[]') as parts
      from (select 1) one left join whatsapp_chats c on c.channel_id = $1 and c.source_id = $2`,
    values: [channelId, sourceId, parcelId],
  })
  const row = rows[0]
  return {
    open: row?.open ?? false,
    stopped: row?.stopped ?? false,
    askedSince: row?.asked_since ?? false,
    parts: (row?.parts ?? []).map((it) => partOf(it as Record<string, unknown>)),
  }
}

const partOf = (row: Record<string, unknown>): Part => ({
  id: row['id'] as string,
  position: row['position'] as number,
  template: row['template'] as boolean,
  request: (row['request'] ?? {}) as Part['request'],
  askedAt: row['asked_at'] ? new Date(row['asked_at'] as string) : null,
  messageSid: row['message_sid'] as string | null,
  status: row['status'] as string | null,
  errorCode: row['error_code'] as number | null,
})

/** What this chat was offered last. */
export async function offeredIn(channelId: string, sourceId: string): Promise<Offered> {
  const { rows } = await database().machinery.query<{ offered: Offered }>({
    name: 'whatsapp-offered',
    text: 'select offered from whatsapp_chats where channel_id = $1 and source_id = $2',
    values: [channelId, sourceId],
  })
  return rows[0]?.offered ?? nothingOffered
}

const PHONE = /^\+[1-9]\d{5,15}$/
const BUSINESS_SCOPED = /^[A-Z]{2}\.[A-Za-z0-9.]{1,130}$/

/** Only the platform's own two forms may become part of a statement. */
export const isWhatsAppId = (id: string): boolean => PHONE.test(id) || BUSINESS_SCOPED.test(id)
const isPhone = (id: string): boolean => PHONE.test(id)

const lanes = new Map<string, string>()

/**
 * The lane of a person who is known by an id, a number, or both (the id first): the one they wrote in before, whichever they were known by
 * then; a new one goes by the number, which every kind of message can be sent to. A number whose lane belongs to somebody with another id
 * has changed hands, and opens no old chat.
 */
export async function laneOfPerson(it: { tenantId: string; channelId: string; ids: string[] }): Promise<string> {
  const [first = ''] = it.ids
  const slot = `${it.channelId}|${it.ids.join('|')}`
  const known = lanes.get(slot)
  if (known) return known
  if (!it.ids.every(isWhatsAppId)) throw new Error('Expected a WhatsApp id')
  const quoted = (ids: string[]) => ids.map((id) => `'${id}'`).join(', ')
  const [all, scoped] = [quoted(it.ids), quoted(it.ids.filter((id) => !isPhone(id)))]
  const number = it.ids.find(isPhone)
  const channel = mustBeUuid(it.channelId)
  const { answers } = await readAsTenant(
    it.tenantId,
    `select c.source_id from conversations c
     where c.channel_id = '${channel}' and c.kind = 'direct' and (c.source_id in (${all})
         or c.contact_id in (select contact_id from contact_identities where kind = 'whatsapp' and value in (${all})))
       ${scoped && `and not exists (select 1 from contact_identities i where i.contact_id = c.contact_id and i.kind = 'whatsapp' and i.value not like '+%' and i.value not in (${scoped}))`}
     order by c.source_id = '${first}' desc, c.last_message_at desc nulls last limit 1;
     select 1 from conversations where channel_id = '${channel}' and source_id = '${number ?? ''}'`,
  )
  const mine = answers[0]?.[0]?.['source_id'] as string | undefined
  const lane = mine ?? (number && !answers[1]?.length ? number : first)
  if (lanes.size > 50_000) lanes.clear()
  lanes.set(slot, lane)
  return lane
}

const contents = new Map<string, string>()

/** The stored content with this shape, if the channel has it already. */
export async function contentSidOf(channelId: string, hash: string): Promise<string | undefined> {
  const slot = `${channelId}|${hash}`
  const known = contents.get(slot)
  if (known) return known
  const { rows } = await database().machinery.query<{ content_sid: string }>(
    'select content_sid from whatsapp_contents where channel_id = $1 and hash = $2',
    [channelId, hash],
  )
  const sid = rows[0]?.content_sid
  if (sid) contents.set(slot, sid)
  return sid
}

/** What this process remembers of lanes and contents. */
export function forgetWhatsApp(): void {
  lanes.clear()
  contents.clear()
}

export type ApprovedTemplate = {
  contentSid: string
  variables: string[]
  name: string | null
  reference: string | null
}

/** The approved template that tells of this event, in the reader's language before others, its own before the one for everything. */
export function templateFor(
  parcel: Pick<Parcel, 'tenantId' | 'channelId' | 'conversationId' | 'caseId' | 'bookingId' | 'event'> & {
    language: Language
  },
): Promise<ApprovedTemplate | undefined> {
  return inTenant(parcel.tenantId, system, async (ctx) => {
    const { rows } = (await ctx.trx.raw(
      `select t.content_sid, t.variables, p.name, coalesce(c.reference, b.reference) as reference
       from whatsapp_templates t left join conversations v on v.id = ? left join contacts p on p.id = v.contact_id
       left join cases c on c.id = ?::uuid left join bookings b on b.id = ?::uuid
       where t.channel_id = ? and t.status = 'approved' and t.event in (?, '*')
         and (c.id is not null or b.id is not null or not 'reference' = any(t.variables))
       order by t.language <> ?, t.event = '*', t.language <> 'en' limit 1`,
      [parcel.conversationId, parcel.caseId, parcel.bookingId, parcel.channelId, parcel.event, parcel.language],
    )) as { rows: Record<string, unknown>[] }
    const row = rows[0]
    return (
      row && {
        contentSid: row['content_sid'] as string,
        variables: row['variables'] as string[],
        name: row['name'] as string | null,
        reference: row['reference'] as string | null,
      }
    )
  })
}

/** The limit of a chat, if its platform sets one. */
export async function windowOf(ctx: Ctx, conversationId: string | null): Promise<ChatWindow | null> {
  if (!conversationId) return null
  const { rows } = (await ctx.trx.raw(
    `select w.window_until, coalesce(w.stopped_at >= coalesce(w.heard_at, w.stopped_at), false) as stopped
     from conversations c join channels h on h.id = c.channel_id and h.kind = 'whatsapp'
     left join whatsapp_chats w on w.channel_id = c.channel_id and w.source_id = c.source_id where c.id = ?`,
    [conversationId],
  )) as { rows: { window_until: Date | null; stopped: boolean }[] }
  return rows[0] ? { until: rows[0].window_until, stopped: rows[0].stopped } : null
}

/** The templates of a channel that wait to be handed in, or for the platform's word: an approved one may be paused any day. */
export async function templatesToLookAt(ctx: Ctx, channelId: string): Promise<WaitingTemplate[]> {
  const { rows } = (await ctx.trx.raw(
    `select id, event, language, body, category, variables, content_sid, status from whatsapp_templates
     where channel_id = ? and status not in ('rejected', 'disabled') order by event, language`,
    [channelId],
  )) as { rows: Record<string, unknown>[] }
  return rows.map((row) => ({
    id: row['id'] as string,
    event: row['event'] as string,
    language: row['language'] as Language,
    body: row['body'] as string,
    category: row['category'] as string,
    variables: row['variables'] as string[],
    contentSid: row['content_sid'] as string | null,
    status: row['status'] as TemplateStatus,
  }))
}

export async function templatesOf(ctx: Ctx, channelId: string): Promise<TemplateView[]> {
  const { rows } = (await ctx.trx.raw(
    'select id, event, language, body, variables, status, reason from whatsapp_templates where channel_id = ? order by event, language',
    [channelId],
  )) as { rows: Omit<TemplateView, 'etag'>[] }
  return rows.map((it) => ({ ...it, etag: tagOf(saidIn(it)) }))
}

/** What the tenant says by it; what the platform thinks of it meanwhile is nobody's change. */
const saidIn = ({ event, language, body, variables }: Omit<TemplateView, 'etag'>) => ({
  event,
  language,
  body,
  variables,
})
