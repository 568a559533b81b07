import type { BookingFormView, RequestBookingInput } from '../../api/bookings/schema.ts'

/** Where the desk tells what a wish comes to; nowhere without a thing that has a price. */
export function priceAsked(
  { items }: BookingFormView,
  { itemId, slotId, seats, slots }: RequestBookingInput,
  reference: string | undefined,
): string | undefined {
  if (!itemId || !items.find((it) => it.id === itemId)?.priceMinor) return undefined
  const known = {
    ref: reference,
    itemId,
    slotId,
    date: slotId ? undefined : slots['date'],
    people: slots['party_size'] ?? seats,
    amount: slots['amount'],
    nights: slots['duration_nights'],
  }
  const said = Object.entries(known).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return `/v1/me/price?${new URLSearchParams(said)}`
}
