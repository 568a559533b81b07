import type { Language } from '../../../api/tenants/schema.ts'
import { type Copy, copyIn } from '../../copy/copy.ts'
import { text } from '../../messages.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'
import { type Command, commands, commandWords } from './words.ts'

/** `/take REF`, in the reader's language. */
export function usageOf(command: Command, copy: Copy, language: Language): string {
  const { takes, ...names } = commandWords[command]
  const ref = takes.startsWith('ref') ? ` ${copy.acts.takes.ref}` : ''
  return `/${names[language][0]}${ref}${takes.endsWith('words') ? ` ${copy.acts.takes.words}` : ''}`
}

/** Every command with what it does, as a new colleague can read it. */
export function helpWords(language: Language): string {
  const copy = copyIn(language)
  const lines = commands.map((it) => `${usageOf(it, copy, language)} — ${copy.acts.help[it]}`)
  return [copy.acts.helpTitle, ...lines, copy.acts.helpEnd].join('\n')
}

export const helpAnswer = (turn: StaffTurn): Promise<StaffAnswer> =>
  Promise.resolve({ say: [text(helpWords(turn.reader.language))] })
