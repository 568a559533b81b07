import { bookingInFull } from '../../api/bookings/queries/booking-in-full.ts'
import { caseInFull } from '../../api/cases/queries/case-in-full.ts'
import { type Ctx, inTenant, system } from '../../api/context.ts'
import { contactOfConversation, lastWords } from '../../api/conversations/queries.ts'
import { ownWords } from '../../api/notifications/queries/plan.ts'
import type { TemplateChannel } from '../../api/notifications/schema.ts'
import { type FailureReason, failureWords, type Notice, type Parcel, type Worded } from '../../api/outbox/schema.ts'
import { tenantById } from '../../api/tenants/queries.ts'
import { copyIn } from '../copy/copy.ts'
import { tapsOf, text } from '../messages.ts'
import { conversationCard, type Reader } from '../staff/cards.ts'
import { bookingWords } from './of-bookings.ts'
import { caseWords } from './of-cases.ts'
import { withOwnWords } from './own-words.ts'
import { MOST_OBJECTS, objectsIn, oneForEach, together, withoutTaps } from './together.ts'
import { bookingValues, caseValues } from './values.ts'

/** Where the words will be read. */
export type Place = { channel: TemplateChannel; kind: 'direct' | 'group' }

/** A parcel's messages as words in the reader's language: a notice is worded from what is true now. */
export async function wordsFor(parcel: Parcel, publicUrl: string, place: Place): Promise<Worded[]> {
  const ready = parcel.messages.filter((it): it is Worded => it.type !== 'notice')
  if (ready.length === parcel.messages.length) return ready
  const notices = oneForEach(parcel.messages.filter((it): it is Notice => it.type === 'notice'))
  const tenant = await tenantById(parcel.tenantId)
  return inTenant(parcel.tenantId, system, async (ctx) => {
    const reader: Reader = { tenant, language: parcel.language, now: ctx.now, publicUrl }
    const said: Worded[][] = []
    for (const it of notices) said.push(await noticeWords(ctx, it, reader, place))
    const copy = copyIn(reader.language)
    const heading = await headingOf(ctx, said.length, reader, place)
    const forStaff = notices.some((it) => it.audience === 'staff')
    const room = MOST_OBJECTS - objectsIn(ready)
    const news = forStaff
      ? together(said, room, { copy, heading, fold: parcel.event === 'digest' })
      : said.flat().slice(-room)
    return [...ready, ...(forStaff && place.kind === 'direct' ? withoutTaps(news) : news)]
  })
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
): Promise<Worded[]> {
  const { event, audience } = notice
  const own = (values: () => Record<string, string>) =>
    ownWords(ctx, { event, audience, channel: place.channel, language: reader.language }, values)
  if (event === 'message.failed') return failureNews(ctx, notice, reader, own)
  if (notice.caseId) {
    const full = await caseInFull(ctx, notice.caseId)
    if (full) return withOwnWords(caseWords(notice, full, reader), await own(() => caseValues(full, reader, notice)))
  }
  if (notice.bookingId) {
    const full = await bookingInFull(ctx, notice.bookingId)
    if (full) return withOwnWords(bookingWords(notice, full, reader), await own(() => bookingValues(full, reader)))
  }
  if (event === 'quota.near') return quotaNews(notice, reader, own)
  return conversationWords(ctx, notice, reader, own)
}

type Own = (values: () => Record<string, string>) => Promise<string | undefined>

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
    ? (await caseInFull(ctx, notice.caseId))?.it.reference
    : notice.bookingId && (await bookingInFull(ctx, notice.bookingId))?.it.reference
  const tap = tapsOf(reader.tenant.id)
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
  if (!notice.conversationId) return []
  const contact = await contactOfConversation(ctx, notice.conversationId)
  const name = contact?.name ?? copy.customer
  const words = await own(() => ({ customer: name }))
  if (notice.audience === 'customer')
    return notice.event === 'conversation.handed_back' ? withOwnWords([text(copy.person.back())], words) : []
  if (notice.event === 'conversation.handed_back') return withOwnWords([text(copy.staff.handedBack(name))], words)
  const most = notice.event === 'conversation.said' ? 1 + (notice.times ?? 1) : 5
  const rows = await lastWords(ctx, { conversationId: notice.conversationId }, most)
  const said = rows.filter((it) => it.direction === 'in' && it.body).map((it) => it.body as string)
  const heading = notice.event === 'conversation.handed_over' ? copy.staff.wantsPerson : copy.staff.wrote(name)
  return withOwnWords([conversationCard({ conversationId: notice.conversationId, name, said, heading }, reader)], words)
}
