export type SidKind = 'SM' | 'MM' | 'ME' | 'HX'

/** Twilio's ids: two letters and 32 hex digits. */
export const newSid = (kind: SidKind, randomBytes: (size: number) => Buffer): string =>
  kind + randomBytes(16).toString('hex')
