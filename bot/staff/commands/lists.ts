import { bookingInFull } from '../../../api/bookings/queries/booking-in-full.ts'
import { liveBookingsOf } from '../../../api/bookings/queries/bookings-meant.ts'
import { listBookings } from '../../../api/bookings/queries/list-bookings.ts'
import { caseInFull } from '../../../api/cases/queries/case-in-full.ts'
import { type CaseQuery, listCases } from '../../../api/cases/queries/list-cases.ts'
import type { Act, Card, Worded } from '../../../api/outbox/schema.ts'
import { mustSee } from '../../../api/policy.ts'
import { peopleOnShift } from '../../../api/shifts/queries.ts'
import { tapsOf, text } from '../../messages.ts'
import { bookingCard, caseCard } from '../cards.ts'
import { commandWords } from './words.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'

const MOST_CASES = 7
const MOST_BOOKINGS = 4

/** What nobody has yet, the most urgent first, and who is here to take it. */
export async function queue(turn: StaffTurn, page = 1): Promise<StaffAnswer> {
  const { copy, ctx } = turn
  mustSee(ctx)
  const cases = await openCases(turn, { owner: 'none' }, page)
  const all = await openCases(turn, {})
  const bookings = await liveBookingsOf(ctx, null, 50)
  if (isBeyond(page, cases, partOf(bookings, page))) return fromTheBeginning(turn, page, await queue(turn))
  const here = await onShiftWords(turn)
  if (cases.total + bookings.length + all.total === 0) return { say: [text(`${copy.acts.queueEmpty()}\n${here}`)] }
  const words = copy.acts.queue({
    unclaimed: cases.total,
    bookings: bookings.length,
    mine: all.total - cases.total,
  })
  return {
    say: await asPage(turn, {
      command: 'queue',
      page,
      said: `${words}\n${here}`,
      cases,
      bookings: partOf(bookings, page),
    }),
  }
}

export async function mine(turn: StaffTurn, page = 1): Promise<StaffAnswer> {
  const { copy, ctx, who } = turn
  mustSee(ctx)
  const cases = await openCases(turn, { owner: who.id }, page)
  const bookings = await liveBookingsOf(ctx, who.id, 50)
  if (isBeyond(page, cases, partOf(bookings, page))) return fromTheBeginning(turn, page, await mine(turn))
  if (cases.total + bookings.length === 0) return { say: [text(copy.acts.mineEmpty(who.name))] }
  const words = copy.acts.mine({ who: who.name, cases: cases.total, bookings: bookings.length })
  return { say: await asPage(turn, { command: 'mine', page, said: words, cases, bookings: partOf(bookings, page) }) }
}

/** By customer, order or number. A number behind words that are found nowhere is the part of the list: `/find Nok 2`. */
export async function findSaid(turn: StaffTurn, said: string): Promise<StaffAnswer> {
  const [, words, part] = PART_BEHIND.exec(said) ?? []
  const page = pageSaid(part ?? '')
  if (!words || page === 1 || (await findings(turn, said, 1)).count > 0) return find(turn, said)
  return find(turn, words, page)
}
const PART_BEHIND = /^(.*\S)\s+(\p{Nd}{1,3})$/su

export async function find(turn: StaffTurn, words: string, page = 1): Promise<StaffAnswer> {
  const { copy } = turn
  mustSee(turn.ctx)
  const { cases, bookings, count } = await findings(turn, words, page)
  if (count === 0) return { say: [text(copy.acts.nothingFound(words))] }
  if (isBeyond(page, cases, bookings)) return fromTheBeginning(turn, page, await find(turn, words))
  return {
    say: await asPage(turn, { command: 'find', words, page, said: copy.acts.found({ words, count }), cases, bookings }),
  }
}

async function findings({ ctx }: StaffTurn, words: string, page: number) {
  const cases = await listCases(ctx, {
    page,
    page_size: MOST_CASES,
    search: words,
    sort: [{ field: 'openedAt', direction: 'desc' }],
  })
  const bookings = await listBookings(ctx, {
    page,
    page_size: MOST_BOOKINGS,
    search: words,
    sort: [{ field: 'requestedAt', direction: 'desc' }],
  })
  return { cases, bookings, count: cases.total + bookings.total }
}

/** How many things somebody still has in hand. */
export async function leftWith(turn: StaffTurn, staffId: string): Promise<number> {
  const cases = await openCases(turn, { owner: staffId })
  return cases.total + (await liveBookingsOf(turn.ctx, staffId, 500)).length
}

async function onShiftWords(turn: StaffTurn): Promise<string> {
  const here = await peopleOnShift(turn.ctx)
  if (here.length === 0) return turn.copy.acts.nobodyOnShift()
  return turn.copy.acts.onShiftNow(here.map((it) => it.name).join(', '))
}

type Rows = { rows: { id: string }[]; total: number }

const openCases = (turn: StaffTurn, where: Pick<CaseQuery, 'owner'>, page = 1): Promise<Rows> =>
  listCases(turn.ctx, {
    ...where,
    open: true,
    page,
    page_size: MOST_CASES,
    sort: [
      { field: 'severity', direction: 'asc' },
      { field: 'slaDueAt', direction: 'asc' },
    ],
  })

const MOST_PAGES = 100

/** Which part of a long list was asked for: `/mine 2`. */
export const pageSaid = (said: string): number => {
  const page = Number(said.normalize('NFKC').replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50)))
  return Number.isInteger(page) && page > 1 ? Math.min(page, MOST_PAGES) : 1
}

const partOf = (rows: { id: string }[], page: number): Rows => ({
  rows: rows.slice((page - 1) * MOST_BOOKINGS, page * MOST_BOOKINGS),
  total: rows.length,
})

type Part = { said: string; page: number; cases: Rows; bookings: Rows } & (
  | { command: 'queue' | 'mine' }
  | { command: 'find'; words: string }
)

/** There is no such part, or not any more: the list begins anew. */
const isBeyond = (page: number, cases: Rows, bookings: Rows): boolean =>
  page > 1 && cases.rows.length + bookings.rows.length === 0

function fromTheBeginning({ copy }: StaffTurn, page: number, { say }: StaffAnswer): StaffAnswer {
  return { say: [text(copy.acts.noSuchPart(page)), ...say] }
}

/** A part of a long list, with the way to the next one. */
async function asPage(turn: StaffTurn, part: Part): Promise<Worded[]> {
  const { copy } = turn
  const { bookings, cases, page, said } = part
  const after = (rows: number, most: number) => Math.max(0, rows - page * most)
  const left = after(cases.total, MOST_CASES) + after(bookings.total, MOST_BOOKINGS)
  if (left === 0) return asList(turn, said, { cases: cases.rows, bookings: bookings.rows })
  const more = { words: `${copy.acts.andMore(left)} ${nextTyped(turn, part)}`, acts: nextTapped(turn, part) }
  return asList(turn, said, { cases: cases.rows, bookings: bookings.rows, more })
}

function nextTyped({ reader }: StaffTurn, part: Part): string {
  const command = `/${commandWords[part.command][reader.language][0]}`
  return part.command === 'find' ? `${command} ${part.words} ${part.page + 1}` : `${command} ${part.page + 1}`
}

/** A button holds no more than so many letters, written as in an address: what is longer can be typed. */
const MOST_IN_BUTTON = 220

function nextTapped({ copy, reader }: StaffTurn, part: Part): Act[] {
  const tap = tapsOf(reader)
  if (part.command !== 'find') return [tap(copy.acts.nextOnes, part.command, part.page + 1)]
  if (encodeURIComponent(part.words).length > MOST_IN_BUTTON) return []
  return [tap(copy.acts.nextOnes, 'find', part.page + 1, part.words)]
}

/** A line of words and small cards side by side, each with a way to its whole card; `more` says what is left. */
async function asList(
  turn: StaffTurn,
  words: string,
  it: { cases: { id: string }[]; bookings: { id: string }[]; more?: { words: string; acts: Act[] } },
): Promise<Worded[]> {
  const cards = [
    ...(await eachOf(it.cases, (id) => smallCase(turn, id))),
    ...(await eachOf(it.bookings, (id) => smallBooking(turn, id))),
  ]
  const said = it.more ? `${words}\n${it.more.words}` : words
  return cards.length ? [{ type: 'list', text: said, cards, ...(it.more && { acts: it.more.acts }) }] : [text(said)]
}

/** One after the other: they share a transaction. */
async function eachOf(rows: { id: string }[], draw: (id: string) => Promise<Card | undefined>): Promise<Card[]> {
  const cards: Card[] = []
  for (const { id } of rows) {
    const drawn = await draw(id)
    if (drawn) cards.push(drawn)
  }
  return cards
}

async function smallCase(turn: StaffTurn, id: string): Promise<Card | undefined> {
  const full = await caseInFull(turn.ctx, id)
  if (!full) return undefined
  const { copy, reader } = turn
  const tap = tapsOf(reader)
  const claim = full.it.ownerId || full.it.status === 'closed' ? [] : [tap(copy.staff.claim, 'claim', id)]
  const { body: _, ...whole } = caseCard(full, reader)
  const shown = [copy.customer, copy.staff.owner, copy.staff.clock]
  return {
    ...whole,
    facts: whole.facts.filter((fact) => shown.includes(fact.label)),
    acts: [...claim, tap(copy.staff.show, 'show', id, 'case')],
  }
}

async function smallBooking(turn: StaffTurn, id: string): Promise<Card | undefined> {
  const full = await bookingInFull(turn.ctx, id)
  if (!full) return undefined
  const { copy, reader } = turn
  const tap = tapsOf(reader)
  const { body: _, ...whole } = bookingCard(full, reader)
  const shown = [copy.customer, copy.booking.item, copy.booking.when, copy.staff.owner, copy.staff.clock]
  const take = full.it.ownerId ? [] : [tap(copy.staff.take, 'take', id, '')]
  return {
    ...whole,
    facts: whole.facts.filter((fact) => shown.includes(fact.label)),
    acts: [...take, tap(copy.staff.show, 'show', id, 'booking')],
  }
}
