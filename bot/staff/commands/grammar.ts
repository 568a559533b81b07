import { type Command, commands, commandWords } from './words.ts'
import { saysSomething } from '../../../api/written.ts'

/** What was typed: a command with what it is about, or one nobody knows. */
export type Typed = { command: Command; ref: string; rest: string } | { unknown: string; nearest: Command | undefined }

const languages = ['en', 'th', 'ja'] as const
const spelt = (said: string): string => said.normalize('NFKC').toLowerCase()

const byName = new Map<string, Command>(
  commands.flatMap((command) =>
    languages.flatMap((language) => commandWords[command][language].map((name) => [spelt(name), command] as const)),
  ),
)
const longestFirst = [...byName.keys()].toSorted((one, other) => other.length - one.length)

const SLASH = /^(?:@[^/／\n]{1,60})?[/／]\s*(?=[\p{L}?])/u
const POLITE = /(?:\s|แล้ว|ค่ะ|คะ|ครับ|คับ|นะ|จ้า|です|します|しました|[.!。!])+$/u
/** A reference in full, as it is said aloud: letters, then a number. A bare number is no sign of a command. */
const A_REFERENCE = /^[a-z]{1,4}(?:-[a-z]{1,3})?-?[\d๐-๙][\d๐-๙-]*$/iu
const REF_START = /^[#a-z\d๐-๙０-９]/iu

/**
 * Reads a command, or nothing when people just talk. With a slash the first word decides; without one only the words of a shift
 * said alone, and a command followed by a reference in full, so that talk among staff stays talk.
 */
export function readCommand(text: string): Typed | undefined {
  const said = text.trim()
  const slash = SLASH.exec(said)
  if (slash) return withSlash(said.slice(slash[0].length))
  const alone = byName.get(spelt(said.replace(POLITE, '')))
  if (alone === 'onshift' || alone === 'offshift') return { command: alone, ref: '', rest: '' }
  const [first, ref, rest] = words(said)
  const command = byName.get(spelt(first))
  if (!command || !A_REFERENCE.test(ref.normalize('NFKC'))) return undefined
  return commandWords[command].takes.startsWith('ref') ? { command, ref, rest: seen(rest) } : undefined
}

function withSlash(said: string): Typed {
  const low = spelt(said)
  const name = longestFirst.find((it) => low.startsWith(it) && endsThere(said, it))
  const command = name && byName.get(name)
  if (!name || !command) {
    const [first] = words(said)
    return { unknown: first.slice(0, 40), nearest: nearestTo(spelt(first)) }
  }
  const behind = seen(said.slice(name.length).trim())
  if (!commandWords[command].takes.startsWith('ref')) return { command, ref: '', rest: behind }
  const [, ref = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/u.exec(behind) ?? []
  return { command, ref, rest: seen(rest) }
}

/** A joiner that came along with what was pasted is no note and no reason. */
const seen = (said: string): string => (saysSomething(said) ? said : '')

/** A command ends at a space or the end; Thai and Japanese are written on without one, up to the reference. */
function endsThere(said: string, name: string): boolean {
  const next = said.slice(name.length)
  if (next === '' || /^\s/u.test(next)) return true
  return !/[a-z?]$/.test(name) && REF_START.test(next)
}

/** The first word, the second, and everything behind them as it was written. */
function words(said: string): [string, string, string] {
  const read = /^(\S*)\s*(\S*)\s*([\s\S]*)$/u.exec(said)
  return [read?.[1] ?? '', read?.[2] ?? '', read?.[3] ?? '']
}

/** What somebody meant who mistyped: at most two letters off, and a third of the word. */
function nearestTo(said: string): Command | undefined {
  const [best] = [...byName]
    .filter(([name]) => name.length > 2)
    .map(([name, command]) => ({ command, off: distance(said, name), most: Math.min(2, Math.ceil(name.length / 3)) }))
    .filter((it) => it.off <= it.most)
    .toSorted((one, other) => one.off - other.off)
  return best?.command
}

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (const [j, against] of [...other].entries())
      next.push(Math.min((row[j] ?? 0) + (letter === against ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    row = next
  }
  return row.at(-1) ?? 0
}
