import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyIn } from '../../copy/copy.ts'
import { helpWords, usageOf } from './help.ts'
import { readCommand } from './grammar.ts'
import { commands, commandWords } from './words.ts'

const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'staff-commands.md'), 'utf8')
const languages = ['en', 'th', 'ja'] as const

describe('what /help says', () => {
  it.each(languages)(
    'in %s fits one bubble of LINE and names every command by a word that is understood',
    (language) => {
      const words = helpWords(language)
      expect(words.length).toBeLessThan(5_000)
      for (const command of commands) {
        const usage = usageOf(command, copyIn(language), language)
        expect(words).toContain(`${usage} — `)
        expect(readCommand(usage)).toMatchObject({ command })
      }
    },
  )

  it('is what the printed page says', () => {
    for (const command of commands) {
      const names = languages.map((language) => `\`${usageOf(command, copyIn(language), language)}\``)
      expect(page).toContain(`| ${names.join(' | ')} | ${copyIn('en').acts.help[command]} |`)
      for (const other of languages.flatMap((language) => commandWords[command][language].slice(1)))
        expect(page, command).toContain(other)
    }
  })
})
