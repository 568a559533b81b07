import { z } from 'zod'

/** What people copy out of a console: with line breaks, spaces and invisible marks that were never part of it. */
export const pasted = z
  .string()
  .max(4_000)
  .transform((text) => text.replaceAll(/[\s\u200b-\u200d\u2060\ufeff]+/g, ''))

const HEX_32 = /^[0-9a-f]{32}$/i

/** A LINE channel secret is 32 hexadecimal digits (LINE Developers console, "Basic settings"). */
export const LineSecret = pasted.superRefine((secret, check) => {
  if (HEX_32.test(secret)) return
  if (secret.length > 60)
    return check.addIssue('This looks like the channel access token. The channel secret stands on "Basic settings"')
  check.addIssue(`The channel secret is 32 characters, 0-9 and a-f; this is ${secret.length}`)
})

/** Tokens have no published length: those seen have about 170 characters, and a JWT more. */
const SHORTEST_TOKEN = 60
export const LineToken = pasted.superRefine((token, check) => {
  if (HEX_32.test(token))
    return check.addIssue(
      'This looks like the channel secret. The access token stands on "Messaging API", at the bottom',
    )
  if (token.length < SHORTEST_TOKEN)
    return check.addIssue(`The channel access token is much longer; this is ${token.length} characters`)
  if (!/^[\w+/=.-]+$/.test(token)) check.addIssue('The channel access token has only letters, digits and + / = . _ -')
})

/** Twilio's console shows both on its first page: the account by AC and 32 digits, the token by 32 digits. */
export const AccountSid = pasted.superRefine((sid, check) => {
  if (/^AC[0-9a-f]{32}$/i.test(sid)) return
  check.addIssue(`The account SID is AC and 32 characters, 0-9 and a-f; this is ${sid.length} in all`)
})

export const AuthToken = pasted.superRefine((token, check) => {
  if (HEX_32.test(token)) return
  if (/^AC/i.test(token)) return check.addIssue('This looks like the account SID. The auth token stands beside it')
  check.addIssue(`The auth token is 32 characters, 0-9 and a-f; this is ${token.length}`)
})

/** Kept as Twilio writes it: `whatsapp:+66812345678`. */
export const WhatsappSender = pasted.transform((text, check) => {
  const number = text
    .replace(/^whatsapp:/i, '')
    .replaceAll(/[().-]/g, '')
    .replace(/^00/, '+')
  if (/^\+[1-9]\d{6,14}$/.test(number)) return `whatsapp:${number}`
  check.addIssue('The sender is a phone number with its country, such as +66 81 234 5678')
  return z.NEVER
})

/** Enough to recognise a secret by, never enough to use it. */
export const masked = (secret: string): string => (secret.length >= 16 ? `••••${secret.slice(-4)}` : '••••')
