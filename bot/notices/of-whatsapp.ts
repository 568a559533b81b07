import { bookingById } from '../../api/bookings/queries/booking-in-full.ts'
import { caseById } from '../../api/cases/queries/cases-of-contact.ts'
import type { Ctx } from '../../api/context.ts'
import { contactOfConversation, lastWords, saidIn } from '../../api/conversations/queries.ts'
import type { Notice, Worded } from '../../api/outbox/schema.ts'
import { windowOf } from '../../api/whatsapp/queries.ts'
import { copyIn } from '../copy/copy.ts'
import { card, tapsOf, text } from '../messages.ts'
import { newestWords, type Reader, windowFact } from '../staff/cards.ts'
import { type Own, withOwnWords } from './own-words.ts'

/** What staff must know of WhatsApp itself: who could not be told and why, who soon cannot be, and that the channel stands still. */
export async function whatsAppWords(ctx: Ctx, notice: Notice, reader: Reader, own: Own): Promise<Worded[] | undefined> {
  const copy = copyIn(reader.language)
  const { facts } = notice
  if (notice.event === 'channel.paused')
    return [text(copy.whatsapp.paused({ channel: String(facts['channel']), why: String(facts['why']) }))]
  if (notice.event === 'template.refused') return [text(templateWords(notice, reader))]
  if (notice.event === 'conversation.window_closing') return closingWords(ctx, notice, reader, own)
  if (notice.event !== 'customer.unreachable' || !notice.conversationId) return undefined
  const contact = await contactOfConversation(ctx, notice.conversationId)
  const about = await matterOf(ctx, notice)
  const tap = tapsOf(reader)
  const show = notice.caseId ? [tap(copy.staff.show, 'show', notice.caseId)] : []
  const title = [contact?.name ?? copy.customer, about?.reference].filter(Boolean).join(' · ')
  if (facts['why'] === 'blocked')
    return [
      card({
        title,
        subtitle: copy.whatsapp.unreachableOnLine,
        badge: { text: 'LINE', tone: 'warning' },
        facts: [{ label: copy.whatsapp.whyLabel, value: copy.whatsapp.blocked }],
        acts: show,
      }),
    ]
  const why = copy.whatsapp.why[facts['why'] as keyof typeof copy.whatsapp.why] ?? copy.whatsapp.why.permanent
  return [
    card({
      title,
      subtitle: copy.whatsapp.unreachable,
      badge: { text: copy.whatsapp.window, tone: 'warning' },
      facts: [
        { label: copy.whatsapp.whyLabel, value: why },
        ...windowFact(await windowOf(ctx, notice.conversationId), reader),
      ],
      acts: [...show, tap(copy.staff.reply, 'reply', 'conversation', notice.conversationId)],
    }),
  ]
}

function templateWords({ facts }: Notice, { language }: Reader): string {
  const { whatsapp } = copyIn(language)
  const status = whatsapp.templateIs[facts['status'] as keyof typeof whatsapp.templateIs] ?? ''
  const reason = typeof facts['reason'] === 'string' ? facts['reason'] : ''
  return whatsapp.templateRefused({
    template: `${String(facts['news'])} (${String(facts['language'])}): “${String(facts['begins'])}…”`,
    status,
    reason,
  })
}

const MOST_SAID = 3

/** Somebody waits for a word that can soon only be a template: what they said last, how long there is, and one tap to answer. */
async function closingWords(ctx: Ctx, notice: Notice, reader: Reader, own: Own): Promise<Worded[]> {
  const { conversationId } = notice
  if (!conversationId) return []
  const copy = copyIn(reader.language)
  const tap = tapsOf(reader)
  const name = (await contactOfConversation(ctx, conversationId))?.name ?? copy.customer
  const about = await matterOf(ctx, notice)
  const window = await windowOf(ctx, conversationId)
  const rows = await lastWords(ctx, { conversationId }, 2 * MOST_SAID)
  const said = rows.flatMap((it) => (it.direction === 'in' ? (saidIn(it) ?? []) : [])).slice(-MOST_SAID)
  const open = window?.until && window.until > reader.now
  const reply = notice.caseId
    ? tap(copy.staff.reply, 'reply', 'case', notice.caseId)
    : notice.bookingId
      ? tap(copy.staff.reply, 'reply', 'booking', notice.bookingId)
      : tap(copy.staff.reply, 'reply', 'conversation', conversationId)
  const shown = card({
    title: [name, about?.reference].filter(Boolean).join(' · '),
    subtitle: open ? copy.whatsapp.closing : copy.whatsapp.stillWaits,
    badge: { text: copy.whatsapp.window, tone: 'warning' },
    facts: windowFact(window, reader),
    ...(said.length && { body: `${copy.staff.said}: ${newestWords(said)}` }),
    acts: [reply, ...(notice.caseId ? [tap(copy.staff.show, 'show', notice.caseId)] : [])],
  })
  return withOwnWords([shown], await own(() => ({ customer: name })))
}

async function matterOf(ctx: Ctx, { caseId, bookingId }: Notice): Promise<{ reference: string } | undefined> {
  if (caseId) return caseById(ctx, caseId)
  return bookingId ? bookingById(ctx, bookingId) : undefined
}
