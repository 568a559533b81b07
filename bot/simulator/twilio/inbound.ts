import type { Person, Sender } from '../cast.ts'
import type { Post } from '../world.ts'
import type { Form } from './webhook.ts'

/** What a message from a person says, besides who and where. */
export type Inbound = {
  sid: string
  type: string
  body?: string
  quoted?: Post
  media?: { url: string; type: string }
  fields?: Form
}

const STOP = /^(stop|stopall|unsubscribe|cancel|end|quit)$/i
const START = /^(start|unstop|yes)$/i

/** The keyword that Twilio itself acts on, where a Messaging Service does (Advanced Opt-Out). */
export const keywordIn = (body: string): 'STOP' | 'START' | undefined =>
  STOP.test(body.trim()) ? 'STOP' : START.test(body.trim()) ? 'START' : undefined

/** The address that a message comes from: the number, or the business-scoped id of who hides it. */
export function formOf(sender: Sender, person: Person, it: Inbound): Form {
  const { userId, bsuid } = person
  const number = /^whatsapp:\+(\d+)$/.exec(userId)?.[1]
  const body = it.body ?? ''
  const keyword = sender.messagingServiceSid ? keywordIn(body) : undefined
  return {
    AccountSid: sender.accountSid,
    ApiVersion: '2010-04-01',
    Body: body,
    ChannelMetadata: JSON.stringify({ type: 'whatsapp', data: { context: { ProfileName: person.name } } }),
    From: userId,
    MessageSid: it.sid,
    MessageType: it.type,
    NumMedia: it.media ? '1' : '0',
    NumSegments: '1',
    ProfileName: person.name,
    ReferralNumMedia: '0',
    SmsMessageSid: it.sid,
    SmsSid: it.sid,
    SmsStatus: 'received',
    To: sender.address,
    ...(number ? { WaId: number } : {}),
    ...(bsuid ? { ExternalUserId: bsuid } : number ? {} : { ExternalUserId: userId }),
    ...(sender.messagingServiceSid ? { MessagingServiceSid: sender.messagingServiceSid } : {}),
    ...(keyword ? { OptOutType: keyword } : {}),
    ...(it.media ? { MediaUrl0: it.media.url, MediaContentType0: it.media.type } : {}),
    ...(it.quoted?.sid
      ? {
          OriginalRepliedMessageSid: it.quoted.sid,
          OriginalRepliedMessageSender: it.quoted.from === 'bot' ? sender.address : userId,
        }
      : {}),
    ...it.fields,
  }
}
