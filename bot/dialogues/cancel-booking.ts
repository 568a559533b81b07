import { cancelMine, keepMine } from '../../api/bookings/commands/cancel-mine.ts'
import { bookingByReference, bookingById, bookingInFull } from '../../api/bookings/queries/booking-in-full.ts'
import { bookingsThatStand } from '../../api/bookings/queries/bookings-meant.ts'
import { cancelTermsOf } from '../../api/bookings/queries/cancel-terms-of.ts'
import { uuidPattern } from '../../api/ids.ts'
import type { Card, Worded } from '../../api/outbox/schema.ts'
import { readYesNo } from '../../api/triage/slots/yes-no.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { plainSlots } from '../conversation/corrections.ts'
import { type Answer, answer, type CustomerTurn } from '../conversation/customer-turn.ts'
import { A_REFERENCE } from '../conversation/words/set-words.ts'
import { cancelsIt, keepsIt } from '../conversation/words/wants-to-cancel.ts'
import { dueTime } from '../copy/formats.ts'
import { card, text } from '../messages.ts'
import { bookedCard, type Reader } from '../staff/cards.ts'
import { helpBy, menuActs, personAct } from './small-matters.ts'

const MOST_CHOICES = 10
/** A yes that comes later is a yes to something else. */
const FRESH_MS = 30 * 60_000

type Booking = NonNullable<Awaited<ReturnType<typeof bookingById>>>

/** Somebody wants a booking of theirs cancelled: which one, and is that so? Nothing when they have none that could be meant. */
export async function askToCancel(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  const standing = await theirs(turn)
  const named = A_REFERENCE.exec(turn.said.normalize('NFKC'))?.[0]
  const one = named && standing.find((booking) => booking.reference === named.toUpperCase())
  if (one) return askSure(turn, one)
  if (named) return notAmongThem(turn, named)
  const [only, ...others] = await meant(turn, standing, it)
  if (!only) return undefined
  return others.length === 0 ? askSure(turn, only) : askWhich(turn, [only, ...others])
}

/** 'No, I don't cancel it any more': what staff were asked is taken back. */
export async function keepsAfterAll(turn: CustomerTurn): Promise<Answer | undefined> {
  const [asked, ...others] = (await theirs(turn)).filter((it) => it.cancelAskedAt)
  return asked && others.length === 0 ? answerCancel(turn, asked.id, 'no', '') : undefined
}

/** In a group only what was said there is spoken of. */
export const theirs = async (turn: CustomerTurn): Promise<Booking[]> =>
  (await bookingsThatStand(turn.ctx, turn.contactId, MOST_CHOICES)).filter(
    (it) => !turn.inGroup || it.conversationId === turn.conversationId,
  )

/** A reference of somebody else proves nothing and discloses nothing; one of their own may be over. */
async function notAmongThem(turn: CustomerTurn, named: string): Promise<Answer | undefined> {
  const found = await bookingByReference(turn.ctx, named)
  if (!found) return undefined
  const isTheirs = found.contactId === turn.contactId && (!turn.inGroup || found.conversationId === turn.conversationId)
  return isTheirs ? tellOver(turn, found) : answer(turn, [text(turn.copy.status.notYours(named), [personAct(turn)])])
}

const tellOver = (turn: CustomerTurn, { id, reference, stage }: Booking): Answer => {
  const { cancel } = turn.copy
  const words =
    stage === 'cancelled' ? cancel.already(reference) : cancel.over({ reference, stage: turn.copy.staff.stage[stage] })
  return { ...answer(turn, [text(words, menuActs(turn))], { about: { bookingId: id } }), bookingId: id }
}

export const tellNothingToCancel = (turn: CustomerTurn): Answer =>
  answer(turn, [text(turn.copy.cancel.nothing(), [personAct(turn)])], helpBy(turn, 'person'))

/** By the day or the thing they named; a thing that fits none may be called otherwise here. */
async function meant(turn: CustomerTurn, standing: Booking[], it: Understanding): Promise<Booking[]> {
  const { date, item, venue } = plainSlots(it.slots)
  let left = standing
  const narrow = (fits: (booking: Booking) => boolean) => {
    const some = left.filter(fits)
    if (some.length > 0) left = some
  }
  const days = new Map<string, string>()
  const things = new Map<string, string>()
  for (const booking of standing) {
    const full = await bookingInFull(turn.ctx, booking.id)
    if (full?.startsAt) days.set(booking.id, dayOf(full.startsAt, turn.tenant.zone))
    else if (A_DAY.test(String(booking.slots['date']))) days.set(booking.id, String(booking.slots['date']))
    things.set(
      booking.id,
      [full?.itemName, ...Object.values(full?.itemNames ?? {}), booking.slots['venue']].join(' ').toLowerCase(),
    )
  }
  // a day on which they have nothing is about something we do not know
  if (typeof date === 'string' && A_DAY.test(date) && days.size === standing.length)
    left = left.filter((booking) => days.get(booking.id) === date)
  const thing = String(venue ?? item ?? '').toLowerCase()
  if (thing) narrow((booking) => things.get(booking.id)?.includes(thing) === true)
  return left
}

const A_DAY = /^\d{4}-\d{2}-\d{2}$/

export const dayOf = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)

export const readerOf = ({ ctx, language, publicUrl, tenant }: CustomerTurn): Reader => ({
  language,
  now: ctx.now,
  publicUrl,
  tenant,
})

async function askWhich(turn: CustomerTurn, choices: Booking[]): Promise<Answer> {
  const cards: Card[] = []
  for (const it of choices) {
    const full = await bookingInFull(turn.ctx, it.id)
    if (full)
      cards.push({
        ...bookedCard(full, readerOf(turn)),
        acts: [turn.tap(turn.copy.cancel.thisOne, 'cancel_mine', it.id, 'ask')],
      })
  }
  const cancelling = { at: turn.ctx.now.toISOString() }
  return answer(turn, [{ type: 'list', text: turn.copy.cancel.which(), cards }], { cancelling })
}

/** What it is, what cancelling it means now, and a yes to tap. */
async function askSure(turn: CustomerTurn, it: Booking, first?: string): Promise<Answer> {
  const { copy, ctx, language, tap, tenant } = turn
  const full = await bookingInFull(ctx, it.id)
  const terms = await cancelTermsOf(ctx, it)
  if (!full || terms.by === 'nobody') return tellOver(turn, it)
  const own = terms.words?.[language] ?? terms.words?.en
  const free = terms.by === 'customer' && terms.freeUntil
  const lines = [
    first,
    terms.by === 'customer' ? copy.cancel.sure(it.reference) : copy.cancel.late(it.reference),
    free && copy.cancel.freeUntil(dueTime(free, ctx.now, language, tenant.zone)),
    terms.by === 'staff' && own,
  ]
  const say: Worded[] = [
    card({
      ...bookedCard(full, readerOf(turn)),
      body: lines.filter(Boolean).join('\n'),
      acts: [
        tap(terms.by === 'customer' ? copy.cancel.yes : copy.cancel.askTeam, 'cancel_mine', it.id, 'yes', terms.seen),
        tap(copy.cancel.keep, 'cancel_mine', it.id, 'no'),
      ],
      choices: true,
    }),
  ]
  const cancelling = { bookingId: it.id, seen: terms.seen, at: ctx.now.toISOString() }
  return { ...answer(turn, say, { about: { bookingId: it.id }, cancelling }), bookingId: it.id }
}

/** A tap: which one it is, a yes to what was read, or a no. */
export async function answerCancel(turn: CustomerTurn, bookingId: string, said: string, seen: string): Promise<Answer> {
  const found = uuidPattern.test(bookingId) ? await bookingById(turn.ctx, bookingId) : undefined
  if (!found || found.contactId !== turn.contactId)
    return answer(turn, [text(turn.copy.refusal.not_found, menuActs(turn))])
  if (said === 'ask') return askSure(turn, found)
  if (said === 'yes') return cancelNow(turn, found, seen)
  const kept = await keepMine(turn.ctx, { bookingId })
  const words = kept.stage === 'cancelled' ? turn.copy.cancel.already : turn.copy.cancel.kept
  return { ...answer(turn, [text(words(found.reference))], { about: { bookingId } }), bookingId }
}

async function cancelNow(turn: CustomerTurn, it: Booking, seen: string): Promise<Answer> {
  const { copy, ctx } = turn
  const { booking, outcome } = await cancelMine(ctx, { bookingId: it.id, seen })
  if (outcome === 'over') return tellOver(turn, booking)
  if (outcome === 'changed') return askSure(turn, booking, copy.cancel.changed())
  const words = outcome === 'asked' ? copy.cancel.asked(it.reference) : copy.cancel.done(it.reference)
  return { ...answer(turn, [text(words)], { about: { bookingId: it.id } }), bookingId: it.id }
}

/** Typed where buttons cannot be tapped, right after the question. */
export async function answeredCancel(
  turn: CustomerTurn,
  asked: { bookingId?: string; seen?: string; at: string },
): Promise<Answer | undefined> {
  const { bookingId, seen = '' } = asked
  if (turn.ctx.now.getTime() - Date.parse(asked.at) > FRESH_MS) return undefined
  const { said } = turn
  const named = A_REFERENCE.exec(said.normalize('NFKC'))?.[0]?.toUpperCase()
  if (named) {
    const one = (await theirs(turn)).find((it) => it.reference === named)
    return one && askSure(turn, one)
  }
  if (!bookingId) return undefined
  const low = said.trim().toLowerCase()
  const number = /^([1๑2๒])[.)]?$/.exec(low.normalize('NFKC'))?.[1]
  if (number) return answerCancel(turn, bookingId, '1๑'.includes(number) ? 'yes' : 'no', seen)
  const { askTeam, keep, yes } = turn.copy.cancel
  if (keepsIt(said) || low === keep.toLowerCase()) return answerCancel(turn, bookingId, 'no', seen)
  if (cancelsIt(said) || [askTeam, yes].some((it) => it.toLowerCase() === low))
    return answerCancel(turn, bookingId, 'yes', seen)
  const bare = readYesNo(said)
  return bare && answerCancel(turn, bookingId, bare, seen)
}
