import { readSlots } from '../slots/read-slots.ts'
import type { Slots } from '../understanding.ts'
import type { Judgement, Said } from './judge.ts'
import type { ReadContext } from './read.ts'

const LONGEST = 80
const SURE = 0.8
const SURE_OF_KIND = 0.9
/** Who sells, advertises or names a price orders nothing. */
const SELLS = ['sell', 'spam', 'money', 'wrongnumber']

/**
 * 'Instagram followers 1000': a thing that is on sale here and how many of it, with little else, is an order, however much other businesses' advertisements look
 * like it. It is taken out of idle talk only.
 */
export function orderedOutright(found: Judgement, said: Said, context: ReadContext): Judgement {
  const kind = said.bookings[0]
  if ((found.intent !== 'other' && found.intent !== 'smalltalk') || found.urgent) return found
  if (!kind || kind.confidence < SURE_OF_KIND || said.text.length > LONGEST) return found
  if (said.features.concepts.some((it) => SELLS.includes(it))) return found
  if (!namesHowMany(readSlots(said.text, { ...context, intent: 'booking_request', bookingKind: kind.key })))
    return found
  return { ...found, intent: 'booking_request', intentConfidence: SURE, label: kind, confidence: SURE }
}

const namesHowMany = ({ amount, item }: Slots): boolean =>
  item !== undefined && amount?.length === 1 && amount[0]?.currency === undefined
