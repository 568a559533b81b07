import { bookingInFull } from '../../api/bookings/queries/booking-in-full.ts'
import { caseInFull } from '../../api/cases/queries/case-in-full.ts'
import { type Ctx, inTenant, system } from '../../api/context.ts'
import { contactOfConversation, lastWords } from '../../api/conversations/queries.ts'
import type { Notice, Parcel, Worded } from '../../api/outbox/schema.ts'
import { tenantById } from '../../api/tenants/queries.ts'
import { windowOf } from '../../api/whatsapp/queries.ts'
import { copyIn } from '../copy/copy.ts'
import { text } from '../messages.ts'
import { conversationCard, type Reader } from '../staff/cards.ts'
import { bookingWords } from './of-bookings.ts'
import { caseWords } from './of-cases.ts'
import { whatsAppWords } from './of-whatsapp.ts'

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
  const aboutWhatsApp = await whatsAppWords(ctx, notice, reader)
  if (aboutWhatsApp) return aboutWhatsApp
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
    return notice.event === 'conversation.handed_back' ? [text(copy.person.back())] : []
  if (notice.event === 'conversation.handed_back') return [text(copy.staff.handedBack(name))]
  const rows = await lastWords(
    ctx,
    { conversationId: notice.conversationId },
    notice.event === 'conversation.said' ? 2 : 5,
  )
  const said = rows.filter((it) => it.direction === 'in' && it.body).map((it) => it.body as string)
  const heading = notice.event === 'conversation.handed_over' ? copy.staff.wantsPerson : copy.staff.wrote(name)
  const window = await windowOf(ctx, notice.conversationId)
  return [conversationCard({ conversationId: notice.conversationId, name, said, heading, window }, reader)]
}
