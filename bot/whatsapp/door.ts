import { offeredIn } from '../../api/whatsapp/queries.ts'
import type { Door } from '../doors.ts'
import { pace } from '../pace.ts'
import { showTyping } from './client.ts'
import { lookAtTwilio, probeTwilio } from './look.ts'
import { fetchMedia } from './media.ts'
import { hear } from './parse.ts'
import { recognised } from './recognise.ts'
import { type Sending, sendOnWhatsApp } from './send.ts'

/** Twilio takes 80 messages a second from a sender and lets the rest wait; half of it leaves room for other processes. */
const PER_SENDER = { perSecond: 40, burstMs: 100, mostMs: 2_000 }

/** WhatsApp through Twilio. */
export const whatsAppDoor = (at: Omit<Sending, 'myTurn'>): Door => doorOf({ ...at, myTurn: pace(PER_SENDER) })

const doorOf = (where: Sending): Door => ({
  hear,
  async recognise(channel, sourceId, heard) {
    const mayBeChoice = heard.length === 1 && (heard[0]?.kind === 'text' || heard[0]?.kind === 'tap')
    return mayBeChoice ? recognised(heard, await offeredIn(channel.id, sourceId)) : heard
  },
  look: (at) => lookAtTwilio(where.base, at),
  probe: (channel) => probeTwilio(where.base, channel),
  // it marks what was said as read as well
  async busy(channel, _address, heard) {
    if (heard?.messageId) await showTyping(where.base, channel, heard.messageId)
  },
  media: (channel, origin) => fetchMedia(where.base, channel, origin),
  // the name comes with the message
  profile: async () => undefined,
  send: (parcel, words, channel, address) => sendOnWhatsApp(where, parcel, words, channel, address),
})
