import { type Audience, type NewsEvent, variablesOf } from '../../api/notifications/schema.ts'
import { failureWords } from '../../api/outbox/schema.ts'
import { copyIn } from '../copy/copy.ts'
import { clockTime, dayWords, dueTime, money } from '../copy/formats.ts'
import type { Reader } from '../staff/cards.ts'
import { trackUrl } from './of-cases.ts'
import { whenWords } from './offered-time.ts'

const HOUR = 3_600_000
const NOBODY = '00000000-0000-7000-8000-000000000000'

/** Values as they could be, for the variables the event has. */
export function sampleValues(event: NewsEvent, audience: Audience, reader: Reader): Record<string, string> {
  const copy = copyIn(reader.language)
  const { language, now, tenant } = reader
  const soon = new Date(now.getTime() + 2 * HOUR)
  const day = new Date(now.getTime() + 24 * HOUR)
  const isBooking = event.startsWith('booking.')
  const all: Record<string, string> = {
    case_id: 'CS-1024',
    booking_id: 'BK-1024',
    order_id: 'ORD-5521',
    status: isBooking
      ? copy.staff.stage.confirmed
      : (audience === 'staff' ? copy.staff.caseStatus : copy.caseStatus).investigating,
    eta: dueTime(soon, now, language, tenant.zone),
    type: copy.menu.report,
    customer: 'Tukta',
    username: 'tukta_shop',
    amount: isBooking ? money(150_000, tenant.currency, language) : '500',
    owner: 'Nan',
    severity: copy.severity.critical,
    provider: 'BoostHive',
    elapsed_time: copy.news.duration(75),
    time_left: copy.staff.left(120),
    link: trackUrl(reader.publicUrl, tenant.id, NOBODY),
    item: copy.menu.book,
    date: dayWords(day, now, language, tenant.zone),
    time: clockTime(day, language, tenant.zone),
    offer: whenWords({ startsAt: day }, reader),
    people: copy.people(2),
    reason: event === 'message.failed' ? failureWords.not_reachable[language] : copy.staff.declineWhy.full,
    count: '8',
    title: copy.knowledge.sampleTitle,
    channel: tenant.name,
    used: '412',
    most: '500',
    percent: '82',
  }
  const { may } = variablesOf(event, audience)
  return Object.fromEntries(may.map((name) => [name, all[name] ?? '']))
}
