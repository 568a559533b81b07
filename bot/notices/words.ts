import { bookingInFull } from '../../api/bookings/queries/booking-in-full.ts'
import { caseInFull } from '../../api/cases/queries/case-in-full.ts'
import { type Ctx, inTenant, system } from '../../api/context.ts'
import { contactOfConversation, lastWords } from '../../api/conversations/queries.ts'
import type { Notice, Parcel, Worded } from '../../api/outbox/schema.ts'
import { tenantById } from '../../api/tenants/queries.ts'
import { copyIn } from '../copy/copy.ts'
import { text } from '../messages.ts'
import { conversationCard, type Reader } from '../staff/cards.ts'
import { handedBackWords } from './hand-back.ts'
import { bookingWords } from './of-bookings.ts'
import { caseWords } from './of-cases.ts'

/** A parcel's messages as words in the reader's language: a notice is worded from what is true now. */
export async function wordsFor(parcel: Parcel, publicUrl: string): Promise<Worded[]> {
  const ready = parcel.messages.filter((it): it is Worded => it.type !== 'notice')
  if (ready.length === parcel.messages.length) return ready
  const tenant = await tenantById(parcel.tenantId)
  return inTenant(parcel.tenantId, system, async (ctx) => {
    const reader: Reader = { tenant, language: parcel.language, now: ctx.now, publicUrl }
    const words: Worded[] = []
    for (const it of parcel.messages) words.push(...(it.type === 'notice' ? await noticeWords(ctx, it, reader) : [it]))
    return words
  })
}

async function noticeWords(ctx: Ctx, notice: Notice, reader: Reader): Promise<Worded[]> {
  if (notice.caseId) {
    const full = await caseInFull(ctx, notice.caseId)
    if (full) return caseWords(notice, full, reader)
  }
  if (notice.bookingId) {
    const full = await bookingInFull(ctx, notice.bookingId)
    if (full) return bookingWords(notice, full, reader)
  }
  return conversationWords(ctx, notice, reader)
}

async function conversationWords(ctx: Ctx, notice: Notice, reader: Reader): Promise<Worded[]> {
  const copy = copyIn(reader.language)
  if (notice.event === 'inbox.set_aside') return [text(copy.staff.setAside(String(notice.facts['troubleId'])))]
  if (!notice.conversationId) return []
  const contact = await contactOfConversation(ctx, notice.conversationId)
  const name = contact?.name ?? copy.customer
  if (notice.audience === 'customer')
    return notice.event === 'conversation.handed_back'
      ? [text(copy.person.back())]
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
  const heading =
    notice.event !== 'conversation.handed_over'
      ? copy.staff.wrote(name)
      : notice.facts['why'] === 'staff'
        ? copy.acts.staffHasChat(name)
        : copy.staff.wantsPerson
  return [conversationCard({ conversationId: notice.conversationId, name, said, heading }, reader)]
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
