import type { Heard } from '../heard.ts'
import { wordsSaid } from './listen.ts'

/**
 * What was said in one turn, as far as it is read: of a flood (fifty bubbles may come at once) the beginning and the end. All of it is kept, and staff see it.
 * Cutting words (`Intl.Segmenter`) takes far more than twice as long for twice the letters, and everybody else waits meanwhile: 250,000 took 100 s.
 */
export const wordsOfTurn = (heard: readonly Heard[]): string => {
  const said = heard.map(wordsSaid).filter(Boolean).join('\n')
  return said.length <= BEGINNING + END
    ? said
    : `${said.slice(0, BEGINNING).trimEnd()}\n${said.slice(-END).trimStart()}`.toWellFormed()
}
const BEGINNING = 2_000
const END = 1_000
