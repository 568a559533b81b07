import { expect, it } from 'vitest'
import { saidName } from './said-name.ts'

it.each<[unknown, string | undefined]>([
  ['คุณ  แก้ว ', 'คุณ แก้ว'],
  ['森下 恵', '森下 恵'],
  ['👨‍👩‍👧‍👦 ครอบครัว', '👨‍👩‍👧‍👦 ครอบครัว'],
  ['line\nbreak\tand\u0000nul', 'line break and nul'],
  ['\u202eevil\u202c', 'evil'],
  ['half \ud83d', 'half \ufffd'],
  ['<b>&"\'', '<b>&"\''],
  ['0', '0'],
  ['', undefined],
  [' \u3000 ', undefined],
  ['\u200b\u200d\ufe0f', undefined],
  [undefined, undefined],
  [7, undefined],
])('%j is called %j', (said, called) => expect(saidName(said)).toBe(called))

it('is cut between characters', () => {
  const long = saidName('😀'.repeat(500)) ?? ''
  expect([...long]).toHaveLength(100)
  expect(long.isWellFormed()).toBe(true)
})
