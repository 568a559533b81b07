import type { Turn } from '../conversation/room.ts'
import type { Words } from '../heard.ts'

/** Thai and Japanese put no space after a name; a Latin letter goes on with another word. */
const AFTER_A_NAME = String.raw`(?![A-Za-z0-9])[\s,:;!、。]*`

/** `@Prime …`, `Prime, …`: the words after the bot's own name, or nothing if they do not begin with it. */
export function afterTheName(said: string, names: string[]): string | undefined {
  const known = names.filter(Boolean).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  if (known.length === 0) return undefined
  const called = new RegExp(`^\\s*[@＠]?(?:${known.join('|')})${AFTER_A_NAME}`, 'iu').exec(said)
  return called ? said.slice(called[0].length).trim() : undefined
}

export const namesOfBot = (turn: Turn): string[] => [turn.channel.name, turn.tenant.name]

/** Mentioned, or called by its name. */
export const callsTheBot = (turn: Turn, it: Words): boolean =>
  it.addressed || afterTheName(it.text, namesOfBot(turn)) !== undefined
