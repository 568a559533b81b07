import { randomBytes } from 'node:crypto'

/** Eighty random bits in letters that nobody mixes up when they are read aloud. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz'

export const freshLinkCode = (): string =>
  Array.from(randomBytes(17), (byte) => ALPHABET[byte % ALPHABET.length])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')

/** The prefix says what it is to whoever finds it where it should not be. */
export const freshApiKey = (): string => `bellhop_${randomBytes(32).toString('base64url')}`
