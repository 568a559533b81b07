import { dayOf } from '../../api/bookings/queries/price-of-move.ts'
import { priceOn } from '../../api/catalogue/queries/prices.ts'
import { type CatalogueItem, slotById } from '../../api/catalogue/queries.ts'
import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import { isoDay, today } from '../../api/triage/slots/at.ts'
import type { Draft } from '../../api/conversations/schema.ts'
import { type Answer, type CustomerTurn, withDraft } from '../conversation/customer-turn.ts'
import { childAge } from '../conversation/words/child-age.ts'
import { bringsChildren } from '../conversation/words/who-comes.ts'
import { calendarDay, clockTime, dayWords, money } from '../copy/formats.ts'
import { slotLabel } from '../copy/slots.ts'
import { card, text } from '../messages.ts'
import type { Kind } from './booking-script.ts'
import { nameIn, slotWords } from '../staff/cards.ts'
import { childrenApart, priceOf } from './item-facts.ts'

/** Says a request back before it is sent, with what it will roughly cost where the catalogue says so. */
export async function readBack(
  turn: CustomerTurn,
  draft: Draft,
  kind: Kind,
  item: CatalogueItem | undefined,
): Promise<Answer> {
  const { copy, language, tap, tenant } = turn
  const slot = typeof draft.answers['slot'] === 'string' ? await slotById(turn.ctx, draft.answers['slot']) : undefined
  const time = slot ? clockTime(slot.startsAt, language, tenant.zone) : ''
  const midnight = slot ? clockTime(slot.startsAt, 'en', tenant.zone) === '00:00' : false
  const other = otherDays(turn, draft, slot?.startsAt)
  const facts = [
    { label: copy.booking.item, value: nameIn(item ? { ...item.names, en: item.name } : kind.names, language) },
    ...(slot
      ? [
          {
            label: copy.booking.when,
            value: `${dayWords(slot.startsAt, turn.ctx.now, language, tenant.zone)}${midnight ? '' : ` ${time}`}`,
          },
        ]
      : []),
    ...Object.entries(draft.answers).flatMap(([name, value]) => {
      const label = slotLabel(name, kind, language)
      const shown = (slot && (name === 'date' || name === 'time')) || (item && (name === 'item' || value === item.name))
      if (!label || shown || typeof value === 'boolean' || value === 'none' || value === '') return []
      return [{ label, value: slotWords(name, value, copy, language) }]
    }),
    ...(other ? [{ label: copy.slot.date, value: other }] : []),
    ...ageFact(turn, draft, item),
    // what is asked a quote for has a price of its own
    ...(kind.requiredSlots.includes('budget') ? [] : priceFact(turn, draft, item, slot?.startsAt)),
  ]
  return {
    say: [
      card({
        title: copy.booking.readBack(),
        facts,
        acts: [
          tap(copy.booking.send, 'answer', draft.id, 'agreed', 'yes'),
          tap(copy.booking.edit, 'answer', draft.id, 'edit', 'yes'),
          tap(copy.booking.cancel, 'answer', draft.id, 'cancel', 'yes'),
        ],
      }),
    ],
    state: withDraft(turn.state, draft),
  }
}

/** Where a child comes along who is too young for it: from which age it is, before it is sent. */
function ageFact({ copy }: CustomerTurn, { answers }: Draft, item: CatalogueItem | undefined): Fact[] {
  const from: unknown = item?.data['min_age']
  const age = childAge(String(answers['note'] ?? ''))
  return typeof from === 'number' && age !== undefined && age < from
    ? [{ label: copy.catalogue.whoFor, value: copy.catalogue.agesFrom(from) }]
    : []
}
type Fact = { label: string; value: string }

/** 'Or Fri 18 Feb': of two days that would do, the one that was not taken. */
export function otherDays(
  { copy, language, tenant }: CustomerTurn,
  { answers, days }: Draft,
  startsAt: Date | undefined,
): string | undefined {
  // the first had no room
  if (startsAt && isoDay(today({ now: startsAt, zone: tenant.zone })) !== answers['date']) return undefined
  const others = (days ?? []).filter((it) => it !== answers['date'])
  return others.length > 0 ? copy.ask.or(others.map((it) => calendarDay(it, language)).join(' · ')) : undefined
}

/** What it comes to on the day it is for: some days cost more. */
function priceFact(
  turn: CustomerTurn,
  draft: Draft,
  item: CatalogueItem | undefined,
  startsAt: Date | undefined,
): { label: string; value: string }[] {
  const count = (slot: string) => {
    const said = draft.answers[slot]
    return typeof said === 'number' ? said : undefined
  }
  const date = draft.answers['date']
  const on = dayOf(startsAt ? { startsAt } : { date: typeof date === 'string' ? date : null }, turn.tenant.zone)
  const total =
    item &&
    priceOn(item, on, { people: count('party_size'), amount: count('amount'), nights: count('duration_nights') })
  const each = item && BY_THE.includes(item.pricePer ?? '') && !total ? priceOf({ turn }, item) : undefined
  if (each) return [{ label: turn.copy.booking.unitPrice, value: each }]
  if (total?.per !== 'all') return []
  const sum = money(total.minor, total.currency, turn.language)
  const mayBeLess = item?.pricePer === 'person' && bringsChildren(draft)
  return [{ label: turn.copy.booking.total, value: mayBeLess ? childrenApart(turn, item, sum) : sum }]
}

/** Of how many hours or pieces it will be is told in the business's own words: what one costs is known. */
const BY_THE = ['piece', 'hour', 'day', 'week', 'month']

/** Which of the answers should be changed. */
export async function askWhatToChange(turn: CustomerTurn, draft: Draft): Promise<Answer> {
  const asks = (await activeBookingKinds(turn.ctx)).find((it) => it.key === draft.kind)
  // a departure that was chosen is changed by its day
  const given = new Set(Object.keys(draft.answers).map((name) => (name === 'slot' ? 'date' : name)))
  const acts = [...given]
    .flatMap((name) => {
      const label = slotLabel(name, asks, turn.language)
      return label ? [turn.tap(label, 'answer', draft.id, 'change', name)] : []
    })
    .slice(0, 11)
  return {
    say: [
      text(turn.copy.booking.editWhat(), [
        ...acts,
        turn.tap(turn.copy.booking.cancel, 'answer', draft.id, 'cancel', 'yes'),
      ]),
    ],
    state: withDraft(turn.state, { ...draft, asked: 'change' }),
  }
}
