import { bookingById, bookingInFull } from '../../api/bookings/queries/booking-in-full.ts'
import { caseInFull } from '../../api/cases/queries/case-in-full.ts'
import { caseById } from '../../api/cases/queries/cases-of-contact.ts'
import { type Ctx, inTenant, type StaffRole, system } from '../../api/context.ts'
import { handsOf } from '../../api/conversations/queries/in-staff-hands.ts'
import { readingOf } from '../../api/conversations/commands/keep-reading.ts'
import { contactOfConversation, conversationById, lastWords, saidIn } from '../../api/conversations/queries.ts'
import type { ConversationState } from '../../api/conversations/schema.ts'
import type { Prepared } from '../../api/db/tenant-transaction-client.ts'
import { ownWords } from '../../api/notifications/queries/plan.ts'
import type { TemplateChannel } from '../../api/notifications/schema.ts'
import {
  type Act,
  type FailureReason,
  failureWords,
  type Notice,
  type Parcel,
  type Worded,
} from '../../api/outbox/schema.ts'
import { worksAs } from '../../api/policy.ts'
import { tenantById } from '../../api/tenants/queries.ts'
import { windowOf } from '../../api/whatsapp/queries.ts'
import { copyIn } from '../copy/copy.ts'
import { dueTime } from '../copy/formats.ts'
import { tapsOf, text } from '../messages.ts'
import { offerDraft } from '../staff/acts/knowledge.ts'
import { conversationCard, type Reader } from '../staff/cards.ts'
import { handedBackWords } from './hand-back.ts'
import { bookingWords } from './of-bookings.ts'
import { caseWords } from './of-cases.ts'
import { groupWords, newsOfGroups, partnerWords } from './of-groups.ts'
import { whatsAppWords } from './of-whatsapp.ts'
import { type Own, withOwnWords } from './own-words.ts'
import { inBubbles, MOST_OBJECTS, objectsIn, oneForEach, together, withoutTaps } from './together.ts'
import { bookingValues, caseValues } from './values.ts'

/** A notice that does not belong where it was going: the place has become something else meanwhile. It ends dead, never shown. */
export class NotForHere extends Error {}

/** Where the words will be read. */
export type Place = { channel: TemplateChannel; kind: 'direct' | 'group' }

/** A parcel's messages as words in the reader's language: a notice is worded from what is true now. */
export async function wordsFor(parcel: Parcel, publicUrl: string, place: Place): Promise<Worded[]> {
  const worded = parcel.messages.filter((it): it is Worded => it.type !== 'notice')
  const isOnlyWords = worded.length === parcel.messages.length
  const ready = place.channel === 'line' ? inBubbles(worded, isOnlyWords ? MOST_OBJECTS : MOST_OBJECTS - 1) : worded
  if (isOnlyWords) return ready
  const notices = oneForEach(parcel.messages.filter((it): it is Notice => it.type === 'notice'))
  const tenant = await tenantById(parcel.tenantId)
  return inTenant(
    parcel.tenantId,
    system,
    async (ctx, opened) => {
      const reader: Reader = { tenant, language: parcel.language, now: ctx.now, publicUrl }
      const there = opened[0]?.[0] as There | undefined
      const said: Worded[][] = []
      for (const it of notices) {
        if (!belongs(it, there)) throw new NotForHere(`no place for ${it.audience} news any more`)
        said.push(await noticeWords(ctx, it, reader, place, there))
      }
      const copy = copyIn(reader.language)
      const heading = await headingOf(ctx, said.length, reader, place)
      const forStaff = notices.some((it) => it.audience === 'staff')
      const room = MOST_OBJECTS - objectsIn(ready)
      const news = forStaff
        ? together(said, room, { copy, heading, fold: parcel.event === 'digest' })
        : room > 0
          ? said.flat().slice(-room)
          : []
      // in a chat of their own people get the buttons that their role can use
      const mayTap = place.kind === 'group' || !there?.staff_role || worksAs(there.staff_role)
      return [...ready, ...(forStaff && !mayTap ? withoutTaps(news) : news)]
    },
    { prepared: whatIsThere, values: [parcel.conversationId] },
  )
}

type There = {
  kind: 'direct' | 'group'
  purpose: string | null
  provider_id: string | null
  staff_role: StaffRole | null
}

const whatIsThere: Prepared = {
  name: 'what_is_there',
  types: 'uuid',
  sql: `select c.kind, c.purpose, g.provider_id, (select s.role from staff_identities i join staff s on s.id = i.staff_id and s.active
      where i.channel_id = c.channel_id and i.external_id = c.source_id) as staff_role
    from conversations c left join groups g on g.conversation_id = c.id where c.id = $1`,
}

/** Looked at again where words are made: whatever was decided before, internal words never reach a customer, nor a private word a group. */
function belongs(notice: Notice, there: There | undefined): boolean {
  if (!there) return false
  const isGroup = there.kind === 'group'
  switch (notice.audience) {
    case 'staff':
      return isGroup ? there.purpose === 'staff' : there.staff_role !== null
    case 'customer':
      return isGroup ? there.purpose === 'vip' : true
    case 'partner':
      return isGroup && there.purpose === 'partner'
    case 'group':
      return isGroup
  }
}

async function headingOf(ctx: Ctx, count: number, reader: Reader, place: Place): Promise<string> {
  const { language } = reader
  const occasion = { event: 'digest', audience: 'staff', channel: place.channel, language } as const
  return (await ownWords(ctx, occasion, () => ({ count: String(count) }))) ?? copyIn(language).news.digest(count)
}

async function noticeWords(
  ctx: Ctx,
  notice: Notice & { times?: number },
  reader: Reader,
  place: Place,
  there: There | undefined,
): Promise<Worded[]> {
  const { event, audience } = notice
  const own: Own = async (values) =>
    audience === 'staff' || audience === 'customer'
      ? ownWords(ctx, { event, audience, channel: place.channel, language: reader.language }, values)
      : undefined
  const aboutWhatsApp = await whatsAppWords(ctx, notice, reader, own)
  if (aboutWhatsApp) return aboutWhatsApp
  if (event === 'message.failed') return failureNews(ctx, notice, reader, own)
  if (notice.caseId) {
    const full = await caseInFull(ctx, notice.caseId)
    if (full && audience === 'partner') {
      if (there?.provider_id !== full.it.providerId) throw new NotForHere('the case is with another provider now')
      return partnerWords(full, reader)
    }
    if (full)
      return withOwnWords(
        caseWords(notice, full, reader),
        await own(() => caseValues(full, reader, { event, audience: audience === 'staff' ? 'staff' : 'customer' })),
      )
  }
  if (notice.bookingId) {
    const full = await bookingInFull(ctx, notice.bookingId)
    if (full) return withOwnWords(bookingWords(notice, full, reader), await own(() => bookingValues(full, reader)))
  }
  if (event === 'knowledge.drafted')
    return offerDraft({ ctx, copy: copyIn(reader.language), reader }, String(notice.facts['articleId']), own)
  if (event === 'quota.near') return quotaNews(notice, reader, own)
  if (audience === 'group') return groupWords(ctx, notice, reader)
  return conversationWords(ctx, notice, reader, own)
}

/** Who should know what did not arrive, and why; one that is about a case or booking names it. */
async function failureNews(ctx: Ctx, notice: Notice, reader: Reader, own: Own): Promise<Worded[]> {
  const copy = copyIn(reader.language)
  const { parcelId } = notice.facts
  const values = {
    count: String(notice.facts['count'] ?? 1),
    reason: failureWords[notice.facts['reason'] as FailureReason][reader.language],
  }
  const said = (await own(() => values)) ?? copy.news.failed(values)
  const about = notice.caseId
    ? (await caseById(ctx, notice.caseId))?.reference
    : notice.bookingId && (await bookingById(ctx, notice.bookingId))?.reference
  const tap = tapsOf(reader)
  return [
    text(
      about ? `${said}\n${copy.news.failedFor(about)}` : said,
      typeof parcelId === 'string' ? [tap(copy.news.resend, 'resend', parcelId)] : [],
    ),
  ]
}

async function quotaNews(notice: Notice, reader: Reader, own: Own): Promise<Worded[]> {
  const said = (name: string) => String(notice.facts[name] ?? '')
  const values = { channel: said('channel'), used: said('used'), most: said('most'), percent: said('percent') }
  return [text((await own(() => values)) ?? copyIn(reader.language).news.quotaNear(values))]
}

async function conversationWords(
  ctx: Ctx,
  notice: Notice & { times?: number },
  reader: Reader,
  own: Own,
): Promise<Worded[]> {
  const copy = copyIn(reader.language)
  if (notice.event === 'inbox.set_aside') return [text(copy.staff.setAside(String(notice.facts['troubleId'])))]
  if (notice.event === 'file.refused') return fileRefusedWords(notice, reader)
  if (notice.event === 'slip.read') return slipWords(ctx, notice, reader)
  if (notice.event.startsWith('group.')) return newsOfGroups(notice, reader)
  if (!notice.conversationId) return []
  const contact = await contactOfConversation(ctx, notice.conversationId)
  const name = contact?.name ?? copy.customer
  const words = await own(() => ({ customer: name }))
  if (notice.event === 'conversation.answer_waits') return [text(words ?? copy.news.answerWaits(name))]
  if (notice.event === 'conversation.answer_left') return [text(words ?? copy.news.answerLeft(name))]
  if (notice.audience === 'customer')
    return notice.event === 'conversation.handed_back'
      ? withOwnWords([text(backWords(notice, reader), await backToBooking(ctx, notice.conversationId, reader))], words)
      : notice.event === 'conversation.handed_over'
        ? withOwnWords([text(copy.person.joined())], words)
        : []
  if (notice.event === 'conversation.handed_back')
    return withOwnWords([text(await afterHandBack(ctx, notice, reader))], words)
  const most = notice.event === 'conversation.said' ? 1 + (notice.times ?? 1) : 5
  const last = await lastWords(ctx, { conversationId: notice.conversationId }, most)
  // the news may wait until they have spoken of something else
  const rows = notice.event === 'conversation.praised' ? last.filter((it) => isWithin(it, notice)) : last
  const sent = rows.filter((it) => it.direction === 'in')
  const said = sent.flatMap((it) => saidIn(it) ?? [])
  const images = sent.filter((it) => it.kind === 'image').length
  const others = sent.filter((it) => ['video', 'audio', 'file'].includes(it.kind)).length
  const files = { images, others }
  const window = await windowOf(ctx, notice.conversationId)
  const erasure = notice.event === 'conversation.erasure_asked'
  const hands = (await handsOf(ctx, notice.conversationId)) ?? { mode: 'bot', since: null, who: null }
  const taken = hands.who ? copy.acts.handedOver({ name, who: hands.who }) : copy.acts.staffHasChat(name)
  const headings: Record<string, string> = {
    'conversation.handed_over': notice.facts['why'] === 'staff' ? taken : copy.staff.wantsPerson,
    'conversation.erasure_asked': copy.staff.wantsForgotten,
    'conversation.risk_suggested': copy.news.riskSuggested(name),
    'conversation.praised': copy.news.praised(name),
    'conversation.voice_unheard': copy.voice.listen(name),
  }
  const heading = headings[notice.event] ?? copy.staff.wrote(name)
  const about = { conversationId: notice.conversationId, name, said, heading, files, window, erasure, hands }
  const shown = conversationCard(about, reader)
  return withOwnWords([shown], words)
}

const isWithin = ({ happenedAt }: { happenedAt: Date }, { facts }: Notice): boolean =>
  happenedAt >= new Date(String(facts['from'])) && happenedAt <= new Date(String(facts['until']))

function fileRefusedWords(notice: Notice, reader: Reader): Worded[] {
  const { fileRefused } = copyIn(reader.language)
  const why = notice.facts['why']
  if (why === 'program' || why === 'empty') return [text(fileRefused[why]())]
  if (why === 'expired' || why === 'never_ready') return [text(fileRefused.lost())]
  return [text(fileRefused.too_large(reader.tenant.settings.mostFileMb))]
}

/** What was read on a slip, to be confirmed; nothing when it was taken back, or answered, meanwhile. */
async function slipWords(ctx: Ctx, notice: Notice, reader: Reader): Promise<Worded[]> {
  const messageId = String(notice.facts['messageId'])
  const read = await readingOf(ctx, { conversationId: notice.conversationId ?? '', messageId })
  if (!read) return []
  const { slip } = copyIn(reader.language)
  const tap = tapsOf(reader)
  return [text(slip.ask(read.words), [tap(slip.yes, 'slip', messageId, 'yes'), tap(slip.no, 'slip', messageId, 'no')])]
}

function backWords(notice: Notice, reader: Reader): string {
  const { person } = copyIn(reader.language)
  const opens = typeof notice.facts['opens'] === 'string' ? new Date(notice.facts['opens']) : undefined
  if (!opens || opens <= reader.now) return person.back()
  return person.backUntil(dueTime(opens, reader.now, reader.language, reader.tenant.zone))
}

/** The booking that waited while people talked, where there is one. */
async function backToBooking(ctx: Ctx, conversationId: string, reader: Reader): Promise<Act[]> {
  const state = (await conversationById(ctx, conversationId))?.state as ConversationState | undefined
  const waits = (state?.draft ?? state?.parked)?.dialogue === 'book'
  return waits ? [tapsOf(reader)(copyIn(reader.language).booking.back, 'menu', 'resume')] : []
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
