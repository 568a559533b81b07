import { z } from 'zod'

/** Blank, control and format characters, marks without a letter, and letters that are drawn as nothing (Hangul's fillers, Braille's blank). */
const SEEN = /[^\p{Cc}\p{Cf}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u

/** Somebody who reads it sees something. */
export const saysSomething = (text: string): boolean => SEEN.test(text)

/** Words that a person is asked for, and others read: a name, a note, a reason. */
export const written = (most: number, missing?: string) =>
  z.string(missing).trim().min(1).max(most).refine(saysSomething, 'Holds nothing that could be seen')
