import { bookingInFull } from '../../api/bookings/queries/booking-in-full.ts'
import { caseInFull } from '../../api/cases/queries/case-in-full.ts'
import { type Ctx, inTenant, system } from '../../api/context.ts'
import { contactOfConversation, conversationById, lastWords } from '../../api/conversations/queries.ts'
import type { ConversationState } from '../../api/conversations/schema.ts'
import type { Act, Notice, Parcel, Worded } from '../../api/outbox/schema.ts'
import { tenantById } from '../../api/tenants/queries.ts'
import { copyIn } from '../copy/copy.ts'
import { tapsOf, text } from '../messages.ts'
import { conversationCard, type Reader } from '../staff/cards.ts'
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
  if (notice.event === 'file.refused') return fileRefusedWords(notice, reader)
  if (!notice.conversationId) return []
  const contact = await contactOfConversation(ctx, notice.conversationId)
  const name = contact?.name ?? copy.customer
  if (notice.audience === 'customer')
    return notice.event === 'conversation.handed_back'
      ? [text(copy.person.back(), await backToBooking(ctx, notice.conversationId, reader))]
      : []
  if (notice.event === 'conversation.handed_back')
    return [text([copy.staff.handedBack(name), await lastSaid(ctx, notice.conversationId)].filter(Boolean).join('\n'))]
  const rows = await lastWords(
    ctx,
    { conversationId: notice.conversationId },
    notice.event === 'conversation.said' ? 2 : 5,
  )
  const said = rows.filter((it) => it.direction === 'in' && it.body).map((it) => it.body as string)
  const headings: Record<string, string> = {
    'conversation.handed_over': copy.staff.wantsPerson,
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

const MOST_SAID = 200

/** One line of what it was about: the customer's last words. */
async function lastSaid(ctx: Ctx, conversationId: string): Promise<string> {
  const words = (await lastWords(ctx, { conversationId }, 5)).findLast((it) => it.direction === 'in' && it.body)?.body
  return words ? `“${words.slice(0, MOST_SAID).toWellFormed()}”` : ''
}
