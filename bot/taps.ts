import { isSealOf, macOf } from '../api/secrets.ts'

/** Everything a button can mean. The arguments are ids, keys and short values. */
export const tapActions = [
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
  'help',
  'resend',
  'mistaken',
] as const
export type TapAction = (typeof tapActions)[number]
export type Tap = { action: TapAction; args: string[] }

/** LINE's limit for postback data. */
const MOST_CHARACTERS = 300
const SEAL_BYTES = 9

const sealOf = (tenantId: string, said: string) => macOf('taps', tenantId, said).subarray(0, SEAL_BYTES)

/** The data of a button: readable, and sealed for this tenant so that nobody can make one up. */
export function signTap(tenantId: string, action: TapAction, ...args: (string | number)[]): string {
  const said = ['b1', action, ...args.map((arg) => encodeURIComponent(arg).replaceAll('.', '%2E'))].join('.')
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
  const [version, action, ...args] = said.split('.')
  const known = tapActions.find((it) => it === action)
  return version === 'b1' && known ? { action: known, args: args.map(decodeURIComponent) } : undefined
}
