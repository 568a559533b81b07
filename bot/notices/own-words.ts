import { bookingInFull } from '../../api/bookings/queries/booking-in-full.ts'
import { caseInFull } from '../../api/cases/queries/case-in-full.ts'
import { ownWords } from '../../api/notifications/queries/plan.ts'
import type { Card, Worded } from '../../api/outbox/schema.ts'
import type { CustomerTurn } from '../conversation/customer-turn.ts'
import { text } from '../messages.ts'
import type { Reader } from '../staff/cards.ts'
import { bookingValues, caseValues } from './values.ts'

/** Looks the tenant's own text up; the values are only made if there is one. */
export type Own = (values: () => Record<string, string>) => Promise<string | undefined>

/** The tenant's own text in place of ours: the buttons and the card stay. */
export function withOwnWords(words: Worded[], own: string | undefined): Worded[] {
  const [first, ...rest] = words
  if (!own || !first) return words
  if (first.type === 'text' || first.type === 'form') return [{ ...first, text: own }, ...rest]
  // a question in a card of its own: its words are the question
  if (first.type === 'card' && !first.title) return [{ ...first, body: own }, ...rest]
  return first.type === 'card' ? [text(own), withoutHeading(first), ...rest] : words
}

function withoutHeading(card: Card): Card {
  const { subtitle: _, ...bare } = card
  return bare
}

/** The tenant's text for what a customer is answered in their own turn. Nothing is looked up unless there is one. */
export async function ownAnswer(
  turn: CustomerTurn,
  event: 'case.opened' | 'booking.requested',
  id: string,
): Promise<string | undefined> {
  const { ctx, tenant, language, publicUrl } = turn
  const reader: Reader = { tenant, language, now: ctx.now, publicUrl }
  const channel = turn.source === 'whatsapp' ? 'whatsapp' : 'line'
  const told = { event, audience: 'customer', channel, language } as const
  return ownWords(ctx, told, async () => {
    if (event === 'booking.requested') {
      const full = await bookingInFull(ctx, id)
      return full ? bookingValues(full, reader) : {}
    }
    const full = await caseInFull(ctx, id)
    return full ? caseValues(full, reader, told) : {}
  })
}
