import { bookingInFull } from '../../api/bookings/queries/booking-in-full.ts'
import { caseInFull } from '../../api/cases/queries/case-in-full.ts'
import { type Ctx, inTenant, system } from '../../api/context.ts'
import { contactOfConversation, conversationById, lastWords } from '../../api/conversations/queries.ts'
import type { ConversationState } from '../../api/conversations/schema.ts'
import type { Prepared } from '../../api/db/tenant-transaction-client.ts'
import type { Act, Notice, Parcel, Worded } from '../../api/outbox/schema.ts'
import { tenantById } from '../../api/tenants/queries.ts'
import { copyIn } from '../copy/copy.ts'
import { tapsOf, text } from '../messages.ts'
import { conversationCard, type Reader } from '../staff/cards.ts'
import { handedBackWords } from './hand-back.ts'
import { bookingWords } from './of-bookings.ts'
import { caseWords } from './of-cases.ts'
import { groupWords, newsOfGroups, partnerWords } from './of-groups.ts'

/** A notice that does not belong where it was going: the place has become something else meanwhile. It ends dead, never shown. */
export class NotForHere extends Error {}

/** A parcel's messages as words in the reader's language: a notice is worded from what is true now. */
export async function wordsFor(parcel: Parcel, publicUrl: string): Promise<Worded[]> {
  const ready = parcel.messages.filter((it): it is Worded => it.type !== 'notice')
  if (ready.length === parcel.messages.length) return ready
  const tenant = await tenantById(parcel.tenantId)
  return inTenant(
    parcel.tenantId,
    system,
    async (ctx, opened) => {
      const reader: Reader = { tenant, language: parcel.language, now: ctx.now, publicUrl }
      const place = opened[0]?.[0] as Place | undefined
      const words: Worded[] = []
      for (const it of parcel.messages) {
        if (it.type === 'notice' && !belongs(it, place))
          throw new NotForHere(`no place for ${it.audience} news any more`)
        words.push(...(it.type === 'notice' ? await noticeWords(ctx, it, reader, place) : [it]))
      }
      return words
    },
    { prepared: there, values: [parcel.conversationId] },
  )
}

type Place = { kind: 'direct' | 'group'; purpose: string | null; provider_id: string | null; of_staff: boolean }

const there: Prepared = {
  name: 'what_is_there',
  types: 'uuid',
  sql: `select c.kind, c.purpose, g.provider_id, exists (select 1 from staff_identities i join staff s on s.id = i.staff_id and s.active
      where i.channel_id = c.channel_id and i.external_id = c.source_id) as of_staff
    from conversations c left join groups g on g.conversation_id = c.id where c.id = $1`,
}

/** Looked at again where words are made: whatever was decided before, internal words never reach a customer, nor a private word a group. */
function belongs(notice: Notice, place: Place | undefined): boolean {
  if (!place) return false
  const isGroup = place.kind === 'group'
  switch (notice.audience) {
    case 'staff':
      return isGroup ? place.purpose === 'staff' : place.of_staff
    case 'customer':
      return isGroup ? place.purpose === 'vip' : true
    case 'partner':
      return isGroup && place.purpose === 'partner'
    case 'group':
      return isGroup
  }
}

async function noticeWords(ctx: Ctx, notice: Notice, reader: Reader, place: Place | undefined): Promise<Worded[]> {
  if (notice.caseId) {
    const full = await caseInFull(ctx, notice.caseId)
    if (full && notice.audience === 'partner') {
      if (place?.provider_id !== full.it.providerId) throw new NotForHere('the case is with another provider now')
      return partnerWords(full, reader)
    }
    if (full) return caseWords(notice, full, reader)
  }
  if (notice.bookingId) {
    const full = await bookingInFull(ctx, notice.bookingId)
    if (full) return bookingWords(notice, full, reader)
  }
  if (notice.audience === 'group') return groupWords(ctx, notice, reader)
  return conversationWords(ctx, notice, reader)
}

async function conversationWords(ctx: Ctx, notice: Notice, reader: Reader): Promise<Worded[]> {
  const copy = copyIn(reader.language)
  if (notice.event === 'inbox.set_aside') return [text(copy.staff.setAside(String(notice.facts['troubleId'])))]
  if (notice.event === 'file.refused') return fileRefusedWords(notice, reader)
  if (notice.event.startsWith('group.')) return newsOfGroups(notice, reader)
  if (!notice.conversationId) return []
  const contact = await contactOfConversation(ctx, notice.conversationId)
  const name = contact?.name ?? copy.customer
  if (notice.audience === 'customer')
    return notice.event === 'conversation.handed_back'
      ? [text(copy.person.back(), await backToBooking(ctx, notice.conversationId, reader))]
      : notice.event === 'conversation.handed_over'
        ? [text(copy.person.joined())]
        : []
  if (notice.event === 'conversation.handed_back') return [text(await afterHandBack(ctx, notice, reader))]
  const rows = await lastWords(
    ctx,
    { conversationId: notice.conversationId },
    notice.event === 'conversation.said' ? 2 : 5,
  )
  const said = rows.filter((it) => it.direction === 'in' && it.body).map((it) => it.body as string)
  const headings: Record<string, string> = {
    'conversation.handed_over': notice.facts['why'] === 'staff' ? copy.acts.staffHasChat(name) : copy.staff.wantsPerson,
    'conversation.erasure_asked': copy.staff.wantsForgotten,
  }
  const heading = headings[notice.event] ?? copy.staff.wrote(name)
  const sent = rows.filter((it) => it.direction === 'in')
  const images = sent.filter((it) => it.kind === 'image').length
  const others = sent.filter((it) => ['video', 'audio', 'file'].includes(it.kind)).length
  const files = { images, others }
  return [conversationCard({ conversationId: notice.conversationId, name, said, heading, files }, reader)]
}

function fileRefusedWords(notice: Notice, reader: Reader): Worded[] {
  const { fileRefused } = copyIn(reader.language)
  const why = notice.facts['why']
  if (why === 'program' || why === 'empty') return [text(fileRefused[why]())]
  return [text(fileRefused.too_large(reader.tenant.settings.mostFileMb))]
}

/** The booking that waited while people talked, where there is one. */
async function backToBooking(ctx: Ctx, conversationId: string, reader: Reader): Promise<Act[]> {
  const state = (await conversationById(ctx, conversationId))?.state as ConversationState | undefined
  const waits = (state?.draft ?? state?.parked)?.dialogue === 'book'
  return waits ? [tapsOf(reader.tenant.id)(copyIn(reader.language).booking.back, 'menu', 'resume')] : []
}

function afterHandBack(ctx: Ctx, notice: Notice, reader: Reader): Promise<string> {
  const { since, why } = notice.facts
  return handedBackWords(
    ctx,
    {
      conversationId: notice.conversationId ?? '',
      since: typeof since === 'string' ? new Date(since) : null,
      idleMinutes: why === 'idle' ? reader.tenant.settings.handBackMinutes : null,
    },
    reader,
  )
}
