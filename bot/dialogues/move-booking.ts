import { moveMine } from '../../api/bookings/commands/move-mine.ts'
import { mayBeOffered } from '../../api/bookings/schema.ts'
import { bookingById, type BookingInFull, bookingInFull } from '../../api/bookings/queries/booking-in-full.ts'
import { cancelTermsOf } from '../../api/bookings/queries/cancel-terms-of.ts'
import { seatsWanted } from '../../api/bookings/queries/seats-wanted.ts'
import { openSlots, type Slot, slotById } from '../../api/catalogue/queries.ts'
import { uuidPattern } from '../../api/ids.ts'
import type { Card, Worded } from '../../api/outbox/schema.ts'
import { isoDay, today } from '../../api/triage/slots/at.ts'
import { dateValue, readDateAnswer } from '../../api/triage/slots/dates.ts'
import { readYesNo } from '../../api/triage/slots/yes-no.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { type Answer, answer, type CustomerTurn } from '../conversation/customer-turn.ts'
import { nthMeant } from '../conversation/words/loose-words.ts'
import { wantsToMove } from '../conversation/words/wants-to-move.ts'
import { keepsIt } from '../conversation/words/wants-to-cancel.ts'
import { calendarDay, dayWords, dueTime } from '../copy/formats.ts'
import { card, text } from '../messages.ts'
import { whenWords } from '../notices/offered-time.ts'
import { differenceWords } from '../notices/price-words.ts'
import { bookedCard, differenceTo } from '../staff/cards.ts'
import { A_REFERENCE } from '../conversation/words/set-words.ts'
import { dayOf, readerOf, theirs } from './cancel-booking.ts'
import { helpBy, menuActs, personAct } from './small-matters.ts'

const MOST_TIMES = 9
/** A time that is chosen later is one of another list. */
const FRESH_MS = 30 * 60_000
const DAY_MS = 24 * 60 * 60_000

type Booking = NonNullable<Awaited<ReturnType<typeof bookingById>>>

/**
 * Somebody wants a booking of theirs at another time: which one, and when? Nothing when none of them is sold by times, or only staff may move it any
 * more: then it is a matter for them.
 */
export async function aBookingToMove(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  if (turn.state.draft?.dialogue === 'book' || !wantsToMove(turn.said)) return undefined
  const movable: Booking[] = []
  for (const booking of await theirs(turn)) if (await mayMove(turn, booking)) movable.push(booking)
  const named = A_REFERENCE.exec(turn.said.normalize('NFKC'))?.[0]?.toUpperCase()
  const days = daysSaid(turn, it)
  const onThatDay = movable.filter((booking) => days.includes(String(booking.slots['date'])))
  const meant = named
    ? movable.filter((booking) => booking.reference === named)
    : onThatDay.length
      ? onThatDay
      : movable
  const [only, ...others] = meant
  if (!only) return undefined
  if (others.length > 0) return askWhich(turn, meant)
  return offerTimes(turn, only, { day: days.find((day) => day !== only.slots['date']) })
}

const mayMove = async (turn: CustomerTurn, it: Booking): Promise<boolean> =>
  mayBeOffered(it) &&
  it.itemId !== null &&
  it.slotId !== null &&
  (await cancelTermsOf(turn.ctx, it)).by === 'customer' &&
  (await timesFor(turn, it, turn.ctx.now, 1)).length > 0

function daysSaid(turn: CustomerTurn, it: Understanding): string[] {
  const now = isoDay(today({ now: turn.ctx.now, zone: turn.tenant.zone }))
  const said = (it.slots.date ?? []).map(({ value }) => String(value).slice(0, 10))
  const whole = readDateAnswer(turn.said, { now: turn.ctx.now, zone: turn.tenant.zone })
  const days = said.length > 0 ? said : [String((whole && dateValue(whole)) ?? '').slice(0, 10)]
  return days.filter((day) => A_DAY.test(day) && day >= now)
}
const A_DAY = /^\d{4}-\d{2}-\d{2}$/

async function timesFor(turn: CustomerTurn, it: Booking, from: Date, most = MOST_TIMES): Promise<Slot[]> {
  const seats = seatsWanted(it)
  const open = await openSlots(turn.ctx, { itemId: it.itemId ?? '', from, seats, most: most + 1 })
  return open.filter((slot) => slot.id !== it.slotId).slice(0, most)
}

/** A few times of each of the next days, rather than all of tomorrow's. */
function spread(times: Slot[], zone: string): Slot[] {
  const onDay = new Map<string, number>()
  return times
    .filter(({ startsAt }) => {
      const day = dayOf(startsAt, zone)
      onDay.set(day, (onDay.get(day) ?? 0) + 1)
      return (onDay.get(day) ?? 0) <= MOST_OF_A_DAY
    })
    .slice(0, MOST_TIMES)
}
const MOST_OF_A_DAY = 3

async function askWhich(turn: CustomerTurn, choices: Booking[]): Promise<Answer> {
  const cards: Card[] = []
  for (const it of choices) {
    const full = await bookingInFull(turn.ctx, it.id)
    const acts = [turn.tap(turn.copy.cancel.thisOne, 'move_mine', it.id, 'ask')]
    if (full) cards.push({ ...bookedCard(full, readerOf(turn)), acts })
  }
  return answer(turn, [{ type: 'list', text: turn.copy.move.which(), cards }])
}

/** What it is, until when they may, and the times on sale: from the day they named on, if they named one. */
async function offerTimes(
  turn: CustomerTurn,
  it: Booking,
  { day, first }: { day?: string | undefined; first?: string | undefined } = {},
): Promise<Answer> {
  const { copy, ctx, language, tap, tenant } = turn
  const full = await bookingInFull(ctx, it.id)
  const terms = await cancelTermsOf(ctx, it)
  const reader = readerOf(turn)
  const from = day ? new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS) : ctx.now
  const ahead = await timesFor(turn, it, from, 50)
  const onIt = day ? ahead.filter((slot) => dayOf(slot.startsAt, tenant.zone) === day) : []
  const later = day ? ahead.filter((slot) => dayOf(slot.startsAt, tenant.zone) > day) : ahead
  const near = onIt.length > 0 ? onIt : later.length > 0 ? later : await timesFor(turn, it, ctx.now, 50)
  const times = onIt.length > 0 ? near.slice(0, MOST_TIMES) : spread(near, tenant.zone)
  if (!full || terms.by !== 'customer' || times.length === 0) return tellOver(turn, it)
  const asks =
    day && onIt.length === 0
      ? copy.move.noneThen({ reference: it.reference, day: calendarDay(day, language) })
      : copy.move.when(it.reference)
  const until = terms.freeUntil && copy.move.until(dueTime(terms.freeUntil, ctx.now, language, tenant.zone))
  const say: Worded[] = [
    card({
      ...bookedCard(full, reader),
      body: [first ?? asks, ...pricesOf(full, times, turn), until].filter(Boolean).join('\n'),
      acts: [
        ...times.map((slot) =>
          tap(whenWords({ startsAt: slot.startsAt }, reader), 'move_mine', it.id, slot.id, terms.seen),
        ),
        tap(copy.move.keep, 'move_mine', it.id, 'no'),
      ],
      choices: true,
    }),
  ]
  const moving = {
    bookingId: it.id,
    seen: terms.seen,
    slotIds: times.map((slot) => slot.id),
    at: ctx.now.toISOString(),
  }
  return { ...answer(turn, say, { about: { bookingId: it.id }, moving }), bookingId: it.id }
}

/** Which of the days cost more or less than the one they have: said before they choose. */
function pricesOf(full: BookingInFull, times: Slot[], turn: CustomerTurn): string[] {
  const { copy, language, tenant } = turn
  const days = new Map<string, Set<string>>()
  for (const { startsAt } of times) {
    const differs = differenceTo(full, { startsAt }, turn)
    if (!differs) continue
    const difference = differenceWords(differs, language)
    days.set(
      difference,
      (days.get(difference) ?? new Set()).add(dayWords(startsAt, turn.ctx.now, language, tenant.zone)),
    )
  }
  return [...days].map(([difference, those]) => copy.price.onDays({ days: [...those].join(', '), difference }))
}

const tellOver = (turn: CustomerTurn, { id, reference }: Booking): Answer => ({
  ...answer(turn, [text(turn.copy.move.over(reference), [personAct(turn)])], {
    about: { bookingId: id },
    ...helpBy(turn, 'person'),
  }),
  bookingId: id,
})

/** A tap: which one it is, a time, or a no. */
export async function answerMove(turn: CustomerTurn, bookingId: string, said: string, seen: string): Promise<Answer> {
  const { copy, ctx } = turn
  const found = uuidPattern.test(bookingId) ? await bookingById(ctx, bookingId) : undefined
  if (!found || found.contactId !== turn.contactId) return answer(turn, [text(copy.refusal.not_found, menuActs(turn))])
  if (said === 'ask') return offerTimes(turn, found)
  if (said === 'no') return { ...answer(turn, [text(copy.cancel.kept(found.reference))]), bookingId }
  const slot = uuidPattern.test(said) ? await slotById(ctx, said) : undefined
  if (!slot || slot.itemId !== found.itemId) return answer(turn, [text(copy.refusal.not_found, menuActs(turn))])
  const { booking, differs, outcome } = await moveMine(ctx, { bookingId, slotId: slot.id, seen })
  if (outcome === 'over') return tellOver(turn, booking)
  if (outcome === 'gone') return offerTimes(turn, booking, { first: copy.move.gone() })
  if (outcome === 'changed') return offerTimes(turn, booking, { first: copy.move.changed() })
  const when = whenWords({ startsAt: slot.startsAt }, readerOf(turn))
  const words = [
    copy.move.done({ reference: booking.reference, when }),
    ...(differs ? [copy.price.differs(differenceWords(differs, turn.language))] : []),
  ]
  return { ...answer(turn, [text(words.join('\n'))], { about: { bookingId } }), bookingId }
}

/** Typed where buttons cannot be tapped, right after the times were offered: its place, another day, a yes to the only one, or a no. */
export async function answeredMove(
  turn: CustomerTurn,
  asked: { bookingId: string; seen: string; slotIds: string[]; at: string },
  it: Understanding,
): Promise<Answer | undefined> {
  if (turn.ctx.now.getTime() - Date.parse(asked.at) > FRESH_MS) return undefined
  const { said } = turn
  const { bookingId, seen, slotIds } = asked
  const low = said.trim().toLowerCase()
  if (keepsIt(said) || low === turn.copy.move.keep.toLowerCase() || readYesNo(said) === 'no')
    return answerMove(turn, bookingId, 'no', seen)
  const number = /^(\d)[.)]?$/.exec(low.normalize('NFKC'))?.[1]
  const nth = number ? Number(number) - 1 : nthMeant(said)
  const chosen =
    nth === undefined ? (readYesNo(said) === 'yes' && slotIds.length === 1 ? slotIds[0] : undefined) : slotIds.at(nth)
  if (chosen) return answerMove(turn, bookingId, chosen, seen)
  const [day] = said.length <= 60 && (it.intent !== 'case_report' || wantsToMove(said)) ? daysSaid(turn, it) : []
  const found = day ? await bookingById(turn.ctx, bookingId) : undefined
  return found && (await mayMove(turn, found)) ? offerTimes(turn, found, { day }) : undefined
}
