import type { BookingInFull } from '../../api/bookings/queries/booking-in-full.ts'
import type { CaseInFull } from '../../api/cases/queries/case-in-full.ts'
import type { Audience } from '../../api/notifications/schema.ts'
import { copyIn } from '../copy/copy.ts'
import { calendarDay, clockTime, dayWords, dueTime, money } from '../copy/formats.ts'
import { leftWords, nameIn, offeredWords, type Reader, slotWords } from '../staff/cards.ts'
import { minutesBetween, ownerFor, trackUrl } from './of-cases.ts'

type Values = Record<string, string>
type Told = { audience: Audience; event: string }

/** What the variables of a text mean for one case. What is not known is empty. */
export function caseValues(full: CaseInFull, reader: Reader, { audience, event }: Told): Values {
  const copy = copyIn(reader.language)
  const { it } = full
  const slot = (...names: string[]) => {
    const name = names.find((one) => it.slots[one] !== undefined && it.slots[one] !== '')
    return name ? slotWords(name, it.slots[name] as string | number, copy, reader.language) : ''
  }
  return {
    case_id: it.reference,
    order_id: slot('order_id', 'reference'),
    status: audience === 'staff' ? copy.staff.caseStatus[it.status] : copy.caseStatus[it.status],
    eta: it.slaDueAt ? dueTime(it.slaDueAt, reader.now, reader.language, reader.tenant.zone) : '',
    type: nameIn(full.typeNames, reader.language),
    customer: full.contactName ?? copy.customer,
    username: slot('username', 'name'),
    amount: slot('amount'),
    owner: audience === 'staff' ? (full.ownerName ?? copy.staff.unclaimed) : ownerFor(full, reader),
    severity: copy.severity[it.severity],
    provider: full.providerName ?? '',
    elapsed_time: copy.news.duration(
      minutesBetween(event === 'case.provider_silent' ? it.statusSince : it.openedAt, reader.now),
    ),
    time_left: it.slaDueAt ? leftWords(it.slaDueAt, reader.now, copy) : '',
    link: trackUrl(reader.publicUrl, reader.tenant.id, it.id),
  }
}

/** The same for a booking. */
export function bookingValues(full: BookingInFull, reader: Reader): Values {
  const copy = copyIn(reader.language)
  const { language, tenant } = reader
  const { it } = full
  const slot = (name: string) => {
    const value = it.slots[name]
    return value === undefined || value === '' ? '' : slotWords(name, value, copy, language)
  }
  const people = it.seats ?? it.slots['party_size']
  return {
    booking_id: it.reference,
    status: copy.staff.stage[it.stage],
    eta: it.slaDueAt ? dueTime(it.slaDueAt, reader.now, language, tenant.zone) : '',
    item: full.itemName ? nameIn({ ...full.itemNames, en: full.itemName }, language) : nameIn(full.kindNames, language),
    date: full.startsAt
      ? dayWords(full.startsAt, reader.now, language, tenant.zone)
      : it.slots['date']
        ? calendarDay(String(it.slots['date']), language)
        : '',
    time: full.startsAt ? clockTime(full.startsAt, language, tenant.zone) : slot('time'),
    people: people ? copy.people(people) : '',
    customer: full.contactName ?? copy.customer,
    amount: it.valueMinor && it.currency ? money(it.valueMinor, it.currency, language) : '',
    owner: full.ownerName ?? copy.staff.nobody,
    offer: offeredWords(full, reader),
    reason:
      copy.staff.declineWhy[it.endedWhy as keyof typeof copy.staff.declineWhy] ??
      copy.acts.cancelWhy[it.endedWhy as keyof typeof copy.acts.cancelWhy] ??
      it.endedWhy ??
      '',
  }
}
