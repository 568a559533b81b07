import { isSealOf, macOf } from '../api/secrets.ts'

/** Everything a button can mean. The arguments are ids, keys and short values. */
const tapActions = [
  'answer',
  'mean',
  'menu',
  'not_solved',
  'claim',
  'move',
  'resolve',
  'close',
  'reopen',
  'show',
  'confirm',
  'decline',
  'cancel',
  'cancel_mine',
  'move_mine',
  'take',
  'reply',
  'reply_send',
  'reply_cancel',
  'hand_back',
  'purpose',
  'group_of',
  'partner_answer',
  'more',
  'give',
  'ask',
  'note',
  'notes',
  'order',
  'provider',
  'type',
  'severity',
  'escalate',
  'outside',
  'hand_over',
  'propose',
  'offer',
  'queue',
  'find',
  'mine',
  'help',
  'resend',
  'erase',
  'helped',
  'meant_article',
  'article',
  'sop',
  'mistaken',
  'slip',
  'misheard',
  'book_item',
  'withdraw',
] as const
export type TapAction = (typeof tapActions)[number]
/** `madeAt` is null for a button that stands for good, as in a menu. */
export type Tap = { action: TapAction; args: string[]; madeAt: Date | null }

/** LINE's limit for postback data. */
const MOST_CHARACTERS = 300
const SEAL_BYTES = 9

const HOUR_MS = 3_600_000
/** After this a card is history: what it was about has been dealt with, or somebody must look at it afresh. */
const DAYS_GOOD = 30

const sealOf = (tenantId: string, said: string) => macOf('taps', tenantId, said).subarray(0, SEAL_BYTES)

/** The data of a button: readable, with the hour it was made, and sealed for this tenant so that nobody can make one up. */
export function signTap(
  tenantId: string,
  madeAt: Date | null,
  action: TapAction,
  ...args: (string | number)[]
): string {
  const hour = madeAt ? Math.floor(madeAt.getTime() / HOUR_MS).toString(36) : ''
  const said = ['b2', hour, action, ...args.map((arg) => encodeURIComponent(arg).replaceAll('.', '%2E'))].join('.')
  const data = `${said}.${sealOf(tenantId, said).toString('base64url')}`
  if (data.length > MOST_CHARACTERS) throw new Error(`The data of a ${action} button is ${data.length} characters long`)
  return data
}

/** What a button said, or nothing if it is not one of ours. */
export function readTap(tenantId: string, data: string): Tap | undefined {
  const cut = data.lastIndexOf('.')
  const said = data.slice(0, cut)
  const seal = data.slice(cut + 1)
  // decoding is lenient: only the one spelling of a seal counts
  if (cut < 0 || !/^[\w-]{12}$/.test(seal)) return undefined
  if (!isSealOf(Buffer.from(seal, 'base64url'), 'taps', tenantId, said)) return undefined
  const [version, hour, action, ...args] = said.split('.')
  const known = tapActions.find((it) => it === action)
  if (version !== 'b2' || !known) return undefined
  const madeAt = hour ? new Date(Number.parseInt(hour, 36) * HOUR_MS) : null
  return { action: known, args: args.map(decodeURIComponent), madeAt }
}

/** Older than anything a button should still do. */
export const isExpired = ({ madeAt }: Tap, now: Date): boolean =>
  madeAt !== null && now.getTime() - madeAt.getTime() > DAYS_GOOD * 24 * HOUR_MS
