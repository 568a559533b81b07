import type { Unreachable } from '../../api/outbox/schema.ts'

/**
 * What a refusal asks of us: say it with a template, make the stored content anew, wait, or stop; `pause` is about our account, not
 * about the message.
 */
type Act = 'window' | 'content' | 'later' | 'pause' | Exclude<Unreachable, 'window'>

/** Twilio's error codes (https://www.twilio.com/docs/api/errors), in plain words. What is not here is refused for good. */
const troubles: Record<number, { act: Act; words: string }> = {
  63016: { act: 'window', words: 'the customer has not written for 24 hours' },
  63018: { act: 'later', words: 'our number sends too fast' },
  63017: { act: 'later', words: 'our number sends too fast' },
  20429: { act: 'later', words: 'too many calls at once' },
  63012: { act: 'later', words: 'WhatsApp had a fault' },
  63019: { act: 'later', words: 'WhatsApp could not fetch the file' },
  30001: { act: 'later', words: 'the queue is full' },
  63038: { act: 'later', words: 'the account has sent its most for today' },
  21211: { act: 'identity', words: 'that is no number' },
  63003: { act: 'identity', words: 'nobody is on WhatsApp under this number' },
  63024: { act: 'identity', words: 'nobody is on WhatsApp under this number' },
  63015: { act: 'identity', words: 'this number has not joined the sandbox' },
  63032: { act: 'not_today', words: 'WhatsApp limits what this customer gets' },
  63049: { act: 'not_today', words: 'WhatsApp limits what this customer gets' },
  63014: { act: 'opted_out', words: 'the customer has blocked us' },
  21610: { act: 'opted_out', words: 'the customer has opted out' },
  63007: { act: 'pause', words: 'our number is no WhatsApp sender' },
  63020: { act: 'pause', words: 'our WhatsApp business account is not accepted' },
  20003: { act: 'pause', words: 'the account SID or auth token is wrong' },
  63013: { act: 'permanent', words: 'it is against WhatsApp’s policy' },
  63021: { act: 'permanent', words: 'its content is not valid' },
  63005: { act: 'permanent', words: 'WhatsApp does not take this content' },
  21617: { act: 'permanent', words: 'it is too long' },
  21654: { act: 'permanent', words: 'its content is missing' },
  21655: { act: 'content', words: 'its stored content is not there any more' },
  21656: { act: 'permanent', words: 'its variables are not valid' },
  21658: { act: 'permanent', words: 'its variables are too long' },
  11751: { act: 'permanent', words: 'its file is too large' },
}

export const actOn = (code: number | null): Act => troubles[code ?? 0]?.act ?? 'permanent'

/** `63016: the customer has not written for 24 hours`; for a code that is not known here the platform's own words. */
export const troubleWords = (code: number | null, said = 'it was not delivered'): string =>
  [code, troubles[code ?? 0]?.words ?? said].filter(Boolean).join(': ')
