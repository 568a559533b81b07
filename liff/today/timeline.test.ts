import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { en } from '../copy/en.ts'
import { ja } from '../copy/ja.ts'
import { th } from '../copy/th.ts'

const commands = join(import.meta.dirname, '../../api/cases/commands')
const recorded = readdirSync(commands).flatMap((file) =>
  [...readFileSync(join(commands, file), 'utf8').matchAll(/record\(\s*ctx,[^']*?'(case\.\w+)'/g)].map(
    (found) => found[1] ?? '',
  ),
)

it('has words for every line that a case can get', () => {
  expect(new Set(recorded).size).toBeGreaterThan(15)
  for (const { board } of [en, ja, th]) expect([...new Set(recorded)].filter((type) => !board.did[type])).toEqual([])
})
