import type { Answer } from '../line/answer.ts'

export type { Answer }

/**
 * Twilio's troubles by their number (www.twilio.com/docs/api/errors). With a status the call itself is refused; without one the
 * message is accepted, and fails afterwards.
 */
const TROUBLES: Record<number, { status?: number; message: string }> = {
  11751: { message: "Media message exceeds messaging carrier's size limit" },
  20001: { status: 400, message: 'Parameter is invalid' },
  20003: { status: 401, message: 'Authenticate' },
  20404: { status: 404, message: 'The requested resource was not found' },
  20429: { status: 429, message: 'Too Many Requests' },
  20500: { status: 500, message: 'An internal server error has occurred' },
  21211: { status: 400, message: "Invalid 'To' Phone Number" },
  21602: { status: 400, message: 'Message body is required.' },
  21603: { status: 400, message: "A 'From' phone number is required." },
  21604: { status: 400, message: "A 'To' phone number is required." },
  21609: { status: 400, message: 'Invalid StatusCallback URL.' },
  21610: { status: 400, message: 'Attempt to send to unsubscribed recipient' },
  21617: { status: 400, message: 'The concatenated message body exceeds the 1600 character limit.' },
  21620: { status: 400, message: 'Invalid media URL(s)' },
  21623: { status: 400, message: 'Number of media files exceeds allowed limit' },
  21654: { status: 400, message: 'ContentSid Required' },
  21655: { status: 400, message: 'The ContentSid is Invalid' },
  21656: { status: 400, message: 'The ContentVariables Parameter is invalid' },
  21910: { status: 400, message: "Invalid 'From' and 'To' pair. 'From' and 'To' should be of the same channel" },
  30001: { message: 'Queue overflow' },
  30409: { status: 400, message: 'Message cannot be canceled' },
  63003: { message: 'Channel could not find To address' },
  63005: { message: 'Channel did not accept given content' },
  63007: { status: 400, message: 'Twilio could not find a Channel with the specified From address' },
  63012: { message: 'Channel provider returned an internal service error' },
  63013: { message: "This message send failed because it violates Channel provider's policy" },
  63014: { message: 'This message failed to be delivered because it was blocked by a user action' },
  63015: { message: 'Channel Sandbox can only send messages to phone numbers that have joined the Sandbox' },
  63016: { message: 'Failed to send freeform message because you are outside the allowed window' },
  63017: { message: 'Rate limit exceeded for the account' },
  63018: { message: 'Rate limit exceeded for Channel' },
  63019: { message: 'Media failed to download' },
  63020: { message: 'Twilio encountered a Business Manager account error' },
  63021: { message: 'Channel invalid content error' },
  63024: { message: 'Invalid message recipient' },
  63032: { message: 'We cannot send this message to this user because of a WhatsApp limitation' },
  63038: { status: 429, message: 'Account exceeded the daily messages limit' },
  63049: { message: 'Meta chose not to deliver this WhatsApp marketing message' },
}

export const messageOf = (code: number): string => TROUBLES[code]?.message ?? 'Unknown error'

/** The HTTP status that comes with this number; none when the message is accepted first. */
export const statusOf = (code: number): number | undefined => TROUBLES[code]?.status

export const ok = (body: unknown): Answer => ({ status: 200, body })
export const created = (body: unknown): Answer => ({ status: 201, body })
export const gone = (): Answer => ({ status: 204 })

export const refused = (code: number, message = messageOf(code), status = statusOf(code) ?? 400): Answer => ({
  status,
  body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
})
