import { hasSlots, openSlots, seatsLeft, type Slot, slotById } from '../../api/catalogue/queries.ts'
import type { AnswerValue } from '../../api/conversations/schema.ts'
import { isoDay, today } from '../../api/triage/slots/at.ts'
import { type Answer, type CustomerTurn, withDraft } from '../conversation/customer-turn.ts'
import { firstDayOf, isStretch, lastDayOf } from '../conversation/questions.ts'
import { onWeekdays, weekdayOfOne } from '../conversation/words/which-weekdays.ts'
import { calendarDay, clockTime, dayWords } from '../copy/formats.ts'
import { text } from '../messages.ts'
import { nameIn } from '../staff/cards.ts'
import { withWhatIsNew } from './book-items.ts'
import { cancelAct, MOST_CHOICES, type Script } from './booking-script.ts'
import { endOfDay, startOfDay } from './offers.ts'
import { inTwoBubbles } from './two-bubbles.ts'

/** Monday is 0. */
const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
const MOST_COMING = 60

/** For what is sold by dates: which of the departures or times that still have room. */
export async function askForSlot(script: Script): Promise<Answer | undefined> {
  const { turn, draft, item, kind } = script
  if (!item || !(await hasSlots(turn.ctx, item.id))) return undefined
  const seats = typeof draft.answers['party_size'] === 'number' ? draft.answers['party_size'] : 1
  const chosen = typeof draft.answers['slot'] === 'string' ? await slotById(turn.ctx, draft.answers['slot']) : undefined
  if (chosen && chosen.itemId === item.id && chosen.startsAt > turn.ctx.now) {
    if (seatsLeft(chosen) >= seats) return undefined
    if (draft.answers['agreed']) return askSlotAgain(script)
  }
  const wished = typeof draft.answers['date'] === 'string' ? draft.answers['date'] : undefined
  const { day, slots: then } = wished ? await firstWithRoom(turn, item.id, draft.days ?? [wished], seats) : NO_DAY
  const dayOf = (slot: Slot) => isoDay(today({ now: slot.startsAt, zone: turn.tenant.zone }))
  const inDay = wished && isStretch(wished) ? onWeekdays(draft.weekdays, then, dayOf) : then
  const atTime = inDay.filter((slot) => isAt(slot, draft.answers['time'], turn))
  // when a trip of several days leaves is its own: 'nine o'clock or so suits us' chooses no other day
  const mayTakeIt = draft.answers['time'] === undefined || (item.nights ?? 0) > 0
  const only = atTime.length === 1 ? atTime[0] : inDay.length === 1 && mayTakeIt ? inDay[0] : undefined
  // the only one in the month they named is read back, too
  if (only && day) {
    draft.answers = { ...draft.answers, slot: only.id }
    return undefined
  }
  // an hour that is not on sale may be asked for where people arrange it: they answer with the nearest
  if (
    day &&
    !isStretch(day) &&
    atTime.length === 0 &&
    isHour(draft.answers['time']) &&
    !kind.requiredSlots.includes('item')
  )
    return undefined
  // a request for a day that is not on sale by time may still be made: people look for it
  if (day && inDay.length === 0 && (item.data['any_day'] || !kind.requiredSlots.includes('item'))) return undefined
  const oneOn = day && inDay.length === 0 ? weekdayOfOne(turn.said) : undefined
  if (oneOn !== undefined) {
    const coming = await openSlots(turn.ctx, { itemId: item.id, from: turn.ctx.now, seats, most: MOST_COMING })
    const one = coming.find((slot) => weekdayOf(dayOf(slot)) === oneOn)
    if (one) {
      draft.answers = { ...draft.answers, date: dayOf(one), slot: one.id }
      return undefined
    }
  }
  const open = inDay.length
    ? atTime.length
      ? atTime
      : inDay
    : onWeekdays(
        draft.weekdays,
        await openSlots(turn.ctx, { itemId: item.id, from: turn.ctx.now, seats, most: MOST_CHOICES }),
        dayOf,
      )
  const name = nameIn({ ...item.names, en: item.name }, turn.language)
  if (open.length === 0) {
    const { item: _, slot: __, ...answers } = draft.answers
    return {
      say: [text(turn.copy.booking.fullyBooked(name), [cancelAct(turn, draft)])],
      state: withDraft(turn.state, { ...draft, answers, asked: kind.requiredSlots.includes('item') ? 'item' : 'date' }),
    }
  }
  const [next, ...later] = open
  if (!day && next && later.length === 0) {
    draft.answers = { ...draft.answers, slot: next.id }
    return undefined
  }
  const words =
    day && inDay.length === 0 ? await notThatDay(turn, item.id, name, day) : turnOfTimes(turn, name, day, open)
  const acts = open
    .slice(0, MOST_CHOICES)
    .map((slot) => turn.tap(slotLabel(slot, turn), 'answer', draft.id, 'slot', slot.id))
  // what has nothing on the day they want may be another thing
  const another =
    day && inDay.length === 0 ? [turn.tap(turn.copy.booking.another, 'answer', draft.id, 'change', 'item')] : []
  const before = turn.state.draft
  const isAskedAgain = before?.id === draft.id && before.asked === 'slot'
  const question = isAskedAgain ? withWhatIsNew(turn, before, draft, kind, words) : words
  return {
    say: [text(question, [...acts, ...another, cancelAct(turn, draft)])],
    state: withDraft(turn.state, { ...draft, asked: 'slot', offered: open.map((it) => it.id) }),
  }
}

/** Of several on the day they named only the hour is still open. */
const turnOfTimes = ({ copy, language }: CustomerTurn, item: string, day: string | undefined, open: Slot[]): string =>
  day && open.length > 1 ? copy.ask.startTime({ item, day: calendarDay(day, language) }) : copy.ask.departure(item)

const NO_DAY = { day: undefined, slots: [] }

/** Of several days they would take the first with room; what is sold about a feast may begin a day or two off it. */
async function firstWithRoom(
  turn: CustomerTurn,
  itemId: string,
  days: readonly string[],
  seats: number,
): Promise<{ day: string | undefined; slots: Slot[] }> {
  for (const day of days.flatMap(withDaysAbout)) {
    const slots = await slotsWithin(turn, itemId, firstDayOf(day), lastDayOf(day), seats)
    if (slots.length > 0) return { day, slots }
  }
  return { day: days[0], slots: [] }
}

/** Over New Year a trip may leave on the 30th. */
function withDaysAbout(day: string): string[] {
  const [from, to] = day.split('/')
  const length = from && to ? Date.parse(to) - Date.parse(from) : Number.NaN
  if (!from || !to || !(length <= SHORT_FEAST)) return [day]
  const moved = (iso: string, days: number) => new Date(Date.parse(iso) + days * DAY_MS).toISOString().slice(0, 10)
  return [day, `${moved(from, -2)}/${moved(to, 2)}`]
}
const DAY_MS = 86_400_000
const SHORT_FEAST = 3 * DAY_MS

/** Nothing on the day they want, or not for so many. */
async function notThatDay(turn: CustomerTurn, itemId: string, name: string, day: string): Promise<string> {
  const { slots: fewer } = await firstWithRoom(turn, itemId, [day], 1)
  const [only, ...others] = [...new Set(fewer.map((it) => isoDay(today({ now: it.startsAt, zone: turn.tenant.zone }))))]
  const told = { item: name, day: calendarDay(only && others.length === 0 ? only : day, turn.language) }
  if (!only) return turn.copy.ask.departureInstead(told)
  return turn.copy.ask.fewerSeats({ ...told, seats: Math.max(...fewer.map(seatsLeft)) })
}

const isHour = (time: AnswerValue | undefined): boolean => typeof time === 'string' && /^\d{2}:\d{2}$/.test(time)

const slotsWithin = (turn: CustomerTurn, itemId: string, from: string, to: string, seats: number): Promise<Slot[]> =>
  openSlots(turn.ctx, {
    itemId,
    from: startOfDay(from, turn.tenant.zone),
    to: endOfDay(to, turn.tenant.zone),
    seats,
    most: MOST_CHOICES,
  })

const hoursOf: Record<string, [string, string]> = {
  morning: ['04:00', '11:59'],
  noon: ['11:00', '13:59'],
  afternoon: ['12:00', '17:29'],
  evening: ['16:30', '20:59'],
  night: ['18:00', '23:59'],
}

/** At this very time, between two, or in this part of the day. */
function isAt(slot: Slot, time: AnswerValue | undefined, turn: CustomerTurn): boolean {
  if (typeof time !== 'string') return false
  const starts = clockTime(slot.startsAt, 'en', turn.tenant.zone)
  const [from = '', to = from] = hoursOf[time] ?? time.split('/')
  return from <= starts && starts <= to
}

const slotLabel = (slot: Slot, turn: CustomerTurn): string => {
  const day = dayWords(slot.startsAt, turn.ctx.now, turn.language, turn.tenant.zone)
  const time = clockTime(slot.startsAt, 'en', turn.tenant.zone)
  return time === '00:00' ? `${day} (${seatsLeft(slot)})` : `${day} ${time}`
}

/** The slot has just gone: everything else that was answered is kept, and the day is asked again. */
export async function askSlotAgain({ turn, draft, goOn }: Pick<Script, 'turn' | 'draft' | 'goOn'>): Promise<Answer> {
  const { slot: _, agreed: __, date: ___, ...answers } = draft.answers
  const next = await goOn({ ...draft, answers })
  const others = next.state.draft?.asked === 'slot'
  const words = others ? turn.copy.booking.slotGone() : turn.copy.booking.slotGoneAll()
  return { ...next, say: others ? inTwoBubbles(words, [], next.say) : [text(words, [cancelAct(turn, draft)])] }
}
