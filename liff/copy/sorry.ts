import { type Problem, sorryFor } from '../client/problem.ts'
import type { Copy } from './en.ts'

/** A problem and what to do about it in one breath, as each language joins its sentences. */
export function sorryInWords(problem: Problem, t: Copy): string {
  const { title, advice } = t.sorry[sorryFor(problem)]
  return t.titleAndAdvice(title, advice)
}
