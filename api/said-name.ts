import { saysSomething } from './written.ts'

const MOST_CHARACTERS = 100

/** Turns the writing round, or stands for nothing that could be read: in a card it would disguise what stands beside it. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu

/** What somebody calls themselves, as it can be kept and shown on one line; nothing where nothing of it can be seen. */
export function saidName(said: unknown): string | undefined {
  if (typeof said !== 'string') return undefined
  const name = said.toWellFormed().replaceAll(UNSEEN, ' ').replaceAll(/\s+/g, ' ').trim()
  // joiners and the like are part of a name, but none by themselves
  if (!saysSomething(name)) return undefined
  return [...name].slice(0, MOST_CHARACTERS).join('').trim()
}
