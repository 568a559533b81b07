import { requestBooking } from '../../api/bookings/commands/request-booking.ts'
import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import { activeItems, type CatalogueItem, hasSlots, slotById, startTimesOf } from '../../api/catalogue/queries.ts'
import { tieEarlierWords } from '../../api/conversations/commands/tie-messages.ts'
import type { Draft } from '../../api/conversations/schema.ts'
import { signLink } from '../../api/links.ts'
import type { Act } from '../../api/outbox/schema.ts'
import { isoDay, today } from '../../api/triage/slots/at.ts'
import { isDay } from '../../api/triage/slots/dates.ts'
import { type Answer, type CustomerTurn, takenUp, withDraft, withoutDraft } from '../conversation/customer-turn.ts'
import { askFor, firstDayOf, isStretch, lastDayOf } from '../conversation/questions.ts'
import { datesSaid } from '../conversation/words/dates-said.ts'
import { leavesOpen } from '../conversation/words/loose-words.ts'
import { countsTold } from '../conversation/words/own-answers.ts'
import { daysWished } from '../conversation/words/which-day.ts'
import { onWeekdays, weekdaysMeant } from '../conversation/words/which-weekdays.ts'
import { calendarDay } from '../copy/formats.ts'
import { open, text } from '../messages.ts'
import { requestedWords } from '../notices/of-bookings.ts'
import { ownAnswer } from '../notices/own-words.ts'
import { nameIn } from '../staff/cards.ts'
import { askForItem, offer, offerThatDay, withWhatIsNew } from './book-items.ts'
import { askForSlot } from './book-times.ts'
import { backActs, cancelAct, type Kind, type Script } from './booking-script.ts'
import { askConsent, hasDetails, isDetail, keepConsent, mayKeepDetails, withoutDetails } from './consent.ts'
import { itemOf } from './offers.ts'
import { otherDays, readBack } from './read-back.ts'
import { waysToCall } from './things-meant.ts'
import { inTwoBubbles } from './two-bubbles.ts'

const FORM_HOURS = 24

/** Runs from the top: what is known passes by, the first thing that is missing is asked, and when nothing is missing it is read back. */
export async function continueBooking(turn: CustomerTurn, draft: Draft): Promise<Answer> {
  const kinds = await activeBookingKinds(turn.ctx)
  const kind = kinds.find((it) => it.key === draft.kind)
  if (!kind) return { say: [text(turn.copy.refusal.booking_kind_unknown)], state: withoutDraft(turn.state) }
  const items = kind.itemTypes.length ? await activeItems(turn.ctx, kind.itemTypes) : []
  const mayKeep = await mayKeepDetails(turn, { wanted: kind.requiredSlots, known: draft.answers })
  const told = mayKeep === 'no' ? withoutDetails(draft.answers, kind.requiredSlots) : draft.answers
  const chosen = itemOf(told, items)
  const counts = countsTold(turn.said, kind, chosen ? waysToCall(chosen).ways : [])
  const answers = { ...counts, ...placeOf(chosen, kind, told), ...told }
  const script: Script = {
    turn,
    draft: withWeekdays(turn, withDaysWished(turn, { ...draft, answers })),
    kind,
    items,
    item: itemOf(answers, items),
    mayKeep,
    goOn: (next) => continueBooking(turn, next),
  }
  return nextStep(script, kinds)
}

/** Whoever has chosen a course has said where to play. */
const placeOf = (item: CatalogueItem | undefined, kind: Kind, told: Draft['answers']): Draft['answers'] =>
  item && told['venue'] === undefined && kind.requiredSlots.includes('venue') ? { venue: item.name } : {}

/** 'The 5th or the 6th, whichever is free', of which one is what the request says of its day. */
function withDaysWished({ ctx, said, tenant }: CustomerTurn, draft: Draft): Draft {
  const { days: before, ...rest } = draft
  const day = String(draft.answers['date'])
  const at = { now: ctx.now, zone: tenant.zone }
  const now = daysWished(said, at)
  const days = now.includes(day) ? now : before
  // 'the 14th, then' settles it
  const [settled, ...others] = now.length > 0 ? [] : datesSaid(said, at)
  const isSettled = settled !== undefined && isDay(settled) && others.length === 0
  return days?.includes(day) && !isSettled ? { ...rest, days } : rest
}

function withWeekdays({ said }: CustomerTurn, draft: Draft): Draft {
  const weekdays = weekdaysMeant(said)
  return weekdays ? { ...draft, weekdays } : draft
}

async function nextStep(script: Script, kinds: Kind[]): Promise<Answer> {
  const { turn, draft, kind } = script
  const nights = kind.requiredSlots.includes('duration_nights') ? nightsBetween(turn, draft) : undefined
  if (nights !== undefined) return script.goOn({ ...draft, answers: { ...draft.answers, duration_nights: nights } })

  for (const name of order(script)) {
    // how long a tour takes that leaves on the very day they named is its own
    const leaving = name === 'duration_nights' ? await offerThatDay(script, kinds) : undefined
    const asked = leaving ?? (await missing(script, name))
    if (asked) return asked
  }
  const offered = await offer(script, kinds)
  if (offered) return offered
  const seats = await askForSlot(script)
  if (seats) return seats
  const nice = wishedFor(kind).find((name) => draft.answers[name] === undefined)
  if (nice) return ask(script, nice)
  if (script.mayKeep === 'unasked' && hasDetails(draft.answers)) return consentFirst(script)
  if (draft.answers['agreed'] === true) return request(script)
  return readBack(turn, { ...draft, asked: 'agreed', readBack: true }, kind, script.item)
}

const FROM_TO = /\d(?:st|nd|rd|th|日)?[^\d\n]{0,14}(?:-|–|~|〜|to|till?|until|through|ถึง|から)\s{0,3}[^\d\n]{0,10}\d/i
const MOST_NIGHTS = 30

/** '14-18 February' says how many nights, too; 'in the middle of January' does not, and no more does a phone number after it. */
function nightsBetween(turn: CustomerTurn, draft: Draft): number | undefined {
  const { date, duration_nights: known } = draft.answers
  const [, from, to] = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/.exec(String(date)) ?? []
  if (known !== undefined || !from || !to || !FROM_TO.test(turn.said)) return undefined
  const said = turn.slotsFor(turn.said, draft.kind).date ?? []
  if (!said.some((it) => it.value === date && FROM_TO.test(it.text))) return undefined
  const nights = (Date.parse(to) - Date.parse(from)) / 86_400_000
  return nights >= 1 && nights <= MOST_NIGHTS ? nights : undefined
}

/** As the tenant listed them; what is chosen before when, since it decides which days there are. */
function order({ kind }: Script): string[] {
  const first = ['item', 'venue', 'destination'].filter((name) => kind.requiredSlots.includes(name))
  return [...first, ...kind.requiredSlots.filter((name) => !first.includes(name))]
}

/** What is asked though it may be skipped: what the business has put a question of its own to. */
const wishedFor = (kind: Kind): string[] => kind.optionalSlots.filter((name) => kind.slotWords[name]?.question)

async function missing(script: Script, name: string): Promise<Answer | undefined> {
  const { draft, item, kind, turn } = script
  const known = draft.answers[name]
  // they have no answer yet: people ask later
  if (known === '') return undefined
  // a draft may have waited for days
  if (name === 'date' && typeof known === 'string' && (hasPassed(known, turn) || isOverToday(draft, turn))) {
    const { slot: _, ...answers } = draft.answers
    return again({ ...script, draft: { ...draft, answers } }, 'date', turn.copy.ask.pastDate(whenSaid(draft, turn)))
  }
  const left = name === 'date' && item ? leftToday(item, draft, turn) : undefined
  if (item && left !== undefined) {
    const named = nameIn({ ...item.names, en: item.name }, turn.language)
    return again(script, 'date', turn.copy.ask.leftToday({ item: named, at: left }))
  }
  if (name === 'item') return item ? undefined : askForItem(script, 'item')
  if (name === 'venue' && known === undefined && script.items.length > 0) return askForItem(script, 'venue')
  if (name === 'date' && item && !item.data['any_day'] && (await hasSlots(turn.ctx, item.id))) {
    if (kind.requiredSlots.includes('party_size') && draft.answers['party_size'] === undefined)
      return ask(script, 'party_size')
    return askForSlot(script)
  }
  if (name === 'time' && draft.answers['slot']) return undefined
  if (
    name === 'date' &&
    typeof known === 'string' &&
    isStretch(known) &&
    !draft.leftOpen?.includes('date') &&
    !kind.requiredSlots.includes('duration_nights')
  )
    return ask(script, 'date', known)
  if (name === 'party_size' && item && typeof known === 'number') {
    if (item.maxPeople && known > item.maxPeople)
      return again(script, 'party_size', turn.copy.ask.tooMany(item.maxPeople))
    if (item.minPeople && known < item.minPeople && !(await hasSlots(turn.ctx, item.id)))
      return again(script, 'party_size', turn.copy.ask.tooFew(item.minPeople))
  }
  if (known !== undefined) return undefined
  // where it goes stands in the catalogue
  if (name === 'destination' && item && item.destinations.length > 0) return undefined
  // who asks us to suggest a trip has said where to; a ride goes somewhere
  if (name === 'destination' && kind.requiredSlots.includes('duration_nights') && leavesOpen(turn.said))
    return script.goOn({ ...draft, answers: { ...draft.answers, destination: turn.copy.ask.openPlace() } })
  return isDetail(name) && script.mayKeep === 'unasked' ? consentFirst(script) : ask(script, name)
}

const dayOf = (at: Date, zone: string): string => isoDay(today({ now: at, zone }))

/** Today, at a time that lies behind. A dated slot begins when it begins. */
function isOverToday({ answers }: Draft, { ctx, tenant }: CustomerTurn): boolean {
  const until =
    String(answers['time'] ?? '')
      .split('/')
      .at(-1) ?? ''
  if (answers['slot'] || !/^\d{2}:\d{2}$/.test(until)) return false
  const said = Date.parse(`${String(answers['date'])}T${until}:00Z`)
  return said < Date.parse(`${localTime(ctx.now, tenant.zone)}Z`)
}

/** When today's last one began, where it is wanted for today and none begins any more. */
function leftToday(item: Pick<CatalogueItem, 'data'>, { answers }: Draft, { ctx, tenant }: CustomerTurn) {
  const last = startTimesOf(item).toSorted().at(-1)
  if (last === undefined || answers['date'] !== dayOf(ctx.now, tenant.zone)) return undefined
  return last <= localTime(ctx.now, tenant.zone).slice(11, 16) ? last : undefined
}

/** `2026-11-22T22:35:00` where the business is. */
const localTime = (at: Date, zone: string): string => clockOf(zone).format(at).replace(' ', 'T')

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  })
  clocks.set(zone, made)
  return made
}
const clocks = new Map<string, Intl.DateTimeFormat>()

const whenSaid = (draft: Draft, turn: CustomerTurn): string => {
  const day = calendarDay(String(draft.answers['date']), turn.language)
  return isOverToday(draft, turn) ? `${day} ${String(draft.answers['time']).replace('/', '–')}` : day
}

const hasPassed = (date: string, turn: CustomerTurn): boolean =>
  lastDayOf(date) < isoDay(today({ now: turn.ctx.now, zone: turn.tenant.zone }))

function ask(script: Script, name: string, within?: string): Answer {
  const { turn, draft, kind } = script
  const asked = { ...draft, asked: name }
  const skip = kind.optionalSlots.includes(name) ? [turn.tap(turn.copy.ask.skip, 'answer', draft.id, name, '')] : []
  const days = daysOf(turn, draft, name, within)
  const message = askFor(name, {
    asks: kind,
    copy: turn.copy,
    language: turn.language,
    tenant: turn.tenant,
    now: turn.ctx.now,
    data: pickData(turn, draft, name),
    // the form is one person's: its link is not for a group
    acts: [...days, ...skip, ...(turn.inGroup ? [] : [formAct(turn)]), cancelAct(turn, draft)],
    ...(within && { within }),
  })
  if (message.type === 'date' && days.length > 0) message.daysInActs = true
  const before = turn.state.draft
  const isAskedAgain = before?.id === draft.id && before.asked === name
  const chosen = chosenForThem(script)
  const worded = (question: string) => {
    if (isAskedAgain) return withWhatIsNew(turn, before, draft, kind, question)
    return chosen === undefined ? question : `${turn.copy.booking.thatIs(chosen)} ${question}`
  }
  const said = 'text' in message ? { ...message, text: worded(message.text) } : message
  return { say: [said], state: withDraft(turn.state, asked) }
}

/** What we take them to mean is said before anything else is asked of it: of Cambodia there may be one tour, and of ramen more than one class. */
function chosenForThem({ turn, draft, item }: Script): string | undefined {
  const { draft: before } = turn.state
  const isNew = before?.id !== draft.id || (before.answers['item'] === undefined && before.asked !== 'item')
  if (!item || !isNew || turn.said === '') return undefined
  const said = turn.said.toLowerCase()
  return waysToCall(item).ways.some((way) => said.includes(way.toLowerCase()))
    ? undefined
    : nameIn({ ...item.names, en: item.name }, turn.language)
}

/** 'A weekend early in December': its Saturdays and Sundays, to tap. */
function daysOf(turn: CustomerTurn, draft: Draft, name: string, within: string | undefined): Act[] {
  if (name !== 'date' || !within || !draft.weekdays) return []
  const [from, until] = [Date.parse(firstDayOf(within)), Date.parse(lastDayOf(within))]
  const count = Math.min(31, (until - from) / 86_400_000 + 1)
  const days = Array.from({ length: Number.isFinite(count) ? count : 0 }, (_, index) =>
    isoDay(from / 86_400_000 + index),
  )
  return onWeekdays(draft.weekdays, days, (it) => it)
    .filter((it) => !hasPassed(it, turn))
    .slice(0, MOST_DAYS)
    .map((it) => turn.tap(calendarDay(it, turn.language), 'answer', draft.id, 'date', it))
}
const MOST_DAYS = 6

const consentFirst = ({ turn, draft }: Script): Answer => ({
  say: [askConsent(turn, draft, [cancelAct(turn, draft)])],
  state: withDraft(turn.state, { ...draft, asked: 'consent' }),
})

/** What the person said to being asked, and on with the booking either way. */
export async function consentInBooking(turn: CustomerTurn, draft: Draft, agreed: boolean): Promise<Answer> {
  await keepConsent(turn, agreed)
  const next = await continueBooking(turn, draft)
  return agreed ? next : { ...next, say: inTwoBubbles(turn.copy.consent.declined(), [], next.say) }
}

/** The date picker answers with its own parameter: the data only says which question it was. */
function pickData(turn: CustomerTurn, draft: Draft, name: string): string {
  const act = turn.tap(turn.copy.ask.pickDate, 'answer', draft.id, name, 'picked')
  return act.do === 'tap' ? act.data : ''
}

function again(script: Script, name: string, words: string): Answer {
  const { [name]: _, ...answers } = script.draft.answers
  return { say: [text(words)], state: withDraft(script.turn.state, { ...script.draft, answers, asked: name }) }
}

async function request(script: Script): Promise<Answer> {
  const { turn, draft, item } = script
  const { agreed: _, slot, item: __, ...said } = draft.answers
  const dated = typeof slot === 'string' ? await slotById(turn.ctx, slot) : undefined
  const other = otherDays(turn, draft, dated?.startsAt)
  const noted = [said['note'], other].filter(Boolean).join('\n')
  const slots = Object.fromEntries(
    Object.entries({ ...said, ...(other && { note: noted }) }).filter(([, value]) => value !== ''),
  )
  const seats = typeof slots['party_size'] === 'number' ? slots['party_size'] : 1
  const booking = await requestBooking(turn.ctx, {
    kind: draft.kind,
    contactId: turn.contactId,
    conversationId: turn.conversationId,
    slots: {
      ...(slots as Record<string, string | number>),
      ...(item && { item: item.name }),
      // the day of what was chosen, which may be another than the one first asked for
      ...(dated && { date: dayOf(dated.startsAt, turn.tenant.zone) }),
    },
    requestedAt: turn.at,
    source: turn.source,
    language: turn.language,
    ...(item && { itemId: item.id }),
    ...(item && typeof slot === 'string' && { slotId: slot, seats }),
  })
  const { conversationId } = turn
  await tieEarlierWords(turn.ctx, { conversationId, bookingId: booking.id, since: new Date(draft.startedAt) })
  const reader = { tenant: turn.tenant, language: turn.language, now: turn.ctx.now, publicUrl: turn.publicUrl }
  const state = { ...withoutDraft(turn.state), about: { bookingId: booking.id } }
  const back = backActs(turn, turn.state.parked)
  const own = await ownAnswer(turn, 'booking.requested', booking.id)
  const { parked: next, state: rest } = takenUp(state)
  if (next?.follows) {
    const on = await continueBooking({ ...turn, said: '', state: rest }, next)
    const kind = (await activeBookingKinds(turn.ctx)).find((it) => it.key === next.kind)
    const sent = own ?? requestedWords({ it: booking }, reader)
    const words = kind ? `${sent}\n\n${turn.copy.booking.nextOne(nameIn(kind.names, turn.language))}` : sent
    return { ...on, say: inTwoBubbles(words, [], on.say), bookingId: booking.id }
  }
  return { say: [text(own ?? requestedWords({ it: booking }, reader), back)], state, bookingId: booking.id }
}

function formAct(turn: CustomerTurn): Act {
  const expiresAt = new Date(turn.ctx.now.getTime() + FORM_HOURS * 3_600_000)
  const ref = signLink({ kind: 'form', tenantId: turn.tenant.id, subjectId: turn.conversationId, expiresAt })
  return open(
    turn.copy.booking.form,
    `${turn.publicUrl}/liff/book/?channel=${encodeURIComponent(turn.channelKey)}&ref=${ref}`,
  )
}
