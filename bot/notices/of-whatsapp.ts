import { bookingById } from '../../api/bookings/queries/booking-in-full.ts'
import { caseById } from '../../api/cases/queries/cases-of-contact.ts'
import type { Ctx } from '../../api/context.ts'
import { contactOfConversation } from '../../api/conversations/queries.ts'
import type { Notice, Worded } from '../../api/outbox/schema.ts'
import { windowOf } from '../../api/whatsapp/queries.ts'
import { copyIn } from '../copy/copy.ts'
import { card, tapsOf, text } from '../messages.ts'
import { type Reader, windowFact } from '../staff/cards.ts'

/** What staff must know of WhatsApp itself: who could not be told and why, and that the channel stands still. */
export async function whatsAppWords(ctx: Ctx, notice: Notice, reader: Reader): Promise<Worded[] | undefined> {
  const copy = copyIn(reader.language)
  const { facts } = notice
  if (notice.event === 'channel.paused')
    return [text(copy.whatsapp.paused({ channel: String(facts['channel']), why: String(facts['why']) }))]
  if (notice.event !== 'customer.unreachable' || !notice.conversationId) return undefined
  const contact = await contactOfConversation(ctx, notice.conversationId)
  const about = notice.caseId
    ? await caseById(ctx, notice.caseId)
    : notice.bookingId
      ? await bookingById(ctx, notice.bookingId)
      : undefined
  const tap = tapsOf(reader)
  const why = copy.whatsapp.why[facts['why'] as keyof typeof copy.whatsapp.why] ?? copy.whatsapp.why.permanent
  return [
    card({
      title: [contact?.name ?? copy.customer, about?.reference].filter(Boolean).join(' · '),
      subtitle: copy.whatsapp.unreachable,
      badge: { text: copy.whatsapp.window, tone: 'warning' },
      facts: [
        { label: copy.whatsapp.whyLabel, value: why },
        ...windowFact(await windowOf(ctx, notice.conversationId), reader),
      ],
      acts: [
        ...(notice.caseId ? [tap(copy.staff.show, 'show', notice.caseId)] : []),
        tap(copy.staff.reply, 'reply', 'conversation', notice.conversationId),
      ],
    }),
  ]
}
