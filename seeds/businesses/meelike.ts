import type { Business } from '../business.ts'
import type { Calendar } from '../calendar.ts'
import type { Catalogue } from '../catalogue.ts'
import { EVERY_DAY, highest, hoursAfter, open, restOf, without } from './shared.ts'

type Customer = { username: string; display_name: string; user_id: string }

export function meelike(catalogue: Catalogue, calendar: Calendar): Business {
  const customers = catalogue['customers'] as Customer[]
  const references = catalogue.cases.map((it) => it.reference)
  return {
    settings: {
      references: { case: 'ML-C-{n}', booking: 'ML-Q-{nnnn}' },
      // until 02:00; the hours past midnight belong to the next day
      payments: { caseType: 'topup_not_credited', pendingAtMost: 15, creditedWithin: 5 },
      hours: { ...open(EVERY_DAY, '09:00', '24:00') },
    },
    references: [
      { pattern: 'ML-C-{n}', after: highest(references, /^ML-C-(\d+)$/) },
      { pattern: 'ML-Q-{nnnn}', after: 309 },
    ],
    items: catalogue.items.map((it) => ({
      key: it.key,
      code: String(it['id']),
      type: it.type,
      name: it.name,
      nameTh: it.name_th,
      ...(it.rate_per_1000 !== undefined && { price: it.rate_per_1000, pricePer: 'thousand' as const }),
      ...(it.currency && { currency: it.currency }),
      active: it.active ?? true,
      data: restOf(it),
    })),
    contacts: customers.map((it) => ({
      key: it.username,
      name: it.display_name,
      language: /[\u0e00-\u0e7f]/.test(it.display_name) ? 'th' : 'en',
      profile: without(it, ['display_name', 'user_id']),
      identities: [{ kind: 'username', value: it.username }],
    })),
    bookings: [],
    cases: catalogue.cases.map((it) => {
      const running = it.status !== 'closed'
      const openedAt = running ? calendar.fromNow(it.opened as string) : calendar.at(it.opened as string)
      return {
        reference: it.reference,
        type: it.case_type,
        status: it.status as 'new',
        openedAt,
        statusSince: it.closed ? calendar.at(it.closed) : hoursAfter(openedAt, it.status === 'new' ? 0 : 0.05),
        breached: it.sla_breached ?? false,
        slots: { ...(it.username && { name: it.username }), ...wordsOf[it.reference] },
        source: 'line' as const,
        ...(it.username && { contact: it.username }),
        ...(it.owner && { owner: it.owner }),
        ...(it.status === 'closed' && { rootCause: 'provider_issue' }),
      }
    }),
  }
}

/** What was said about them, found in the catalogue's orders and top-ups of the same people. */
const wordsOf: Record<string, Record<string, string | number>> = {
  'ML-C-5521': { amount: 1290, reference: 'TP-88213' },
  'ML-C-5533': { order_id: '1290801' },
  'ML-C-5498': { order_id: '1290802' },
}
