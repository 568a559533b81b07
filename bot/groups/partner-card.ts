import type { CaseInFull } from '../../api/cases/queries/case-in-full.ts'
import type { Card } from '../../api/outbox/schema.ts'
import { copyIn } from '../copy/copy.ts'
import { card, tapsOf } from '../messages.ts'
import { clockOf, nameIn, type Reader, slotFacts } from '../staff/cards.ts'

/** What a provider needs to find the matter in their own books; nothing of the customer: no name, no way to reach them, none of their words. */
const tellable = ['order_id', 'reference', 'item', 'amount', 'date', 'time', 'party_size', 'venue', 'destination']

/** A case as the provider sees it: which one, by when, and their three answers while it waits for them. */
export function partnerCard({ it, typeNames, asks }: CaseInFull, reader: Reader): Card {
  const copy = copyIn(reader.language)
  const tap = tapsOf(reader)
  const waits = it.status === 'waiting_provider'
  const slots = Object.fromEntries(Object.entries(it.slots).filter(([name]) => tellable.includes(name)))
  return card({
    title: `${it.reference} · ${nameIn(typeNames, reader.language)}`,
    subtitle: waits ? copy.group.partner.waits : copy.group.partner.settled,
    badge: waits
      ? { text: copy.severity[it.severity], tone: it.severity === 'critical' ? 'critical' : 'warning' }
      : { text: copy.group.partner.thanks, tone: 'good' },
    facts: [
      ...slotFacts(slots, asks, copy, reader.language),
      ...(waits && it.slaDueAt ? [{ label: copy.staff.clock, value: clockOf(it.slaDueAt, reader, copy) }] : []),
    ],
    acts: waits
      ? [
          ...(it.providerSeenAt ? [] : [tap(copy.group.partner.seen, 'partner_answer', 'seen', it.id)]),
          tap(copy.group.partner.done, 'partner_answer', 'done', it.id),
          tap(copy.group.partner.cannot, 'partner_answer', 'cannot', it.id),
        ]
      : [],
  })
}
