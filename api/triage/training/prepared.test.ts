import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { sharedLessons } from '../base/shared-lessons.ts'
import { parse, serialise } from '../local/model.ts'
import { isTaughtBy } from '../local/train.ts'
import { prepare } from './prepared.ts'

const folder = mkdtempSync(join(tmpdir(), 'bellhop-prepared-'))
afterAll(() => rmSync(folder, { recursive: true }))
const inFolder = (name: string) => join(folder, name)
const sources = inFolder('sources')
mkdirSync(sources)
const code = (words: string) => writeFileSync(join(sources, 'train.ts'), words)
const some = sharedLessons().filter((_, i) => i % 60 === 0)
const others = some.slice(1)

it('what all share is learnt once for the same lessons by the same code, and by nothing that an earlier build left in pieces', () => {
  code('as it was')
  const from = (earlier: string, to: string, lessons = some) => {
    mkdirSync(inFolder(to))
    prepare(inFolder(earlier), { to: inFolder(to), sources, lessons })
    return readFileSync(inFolder(`${to}/prepared.model`))
  }
  const first = from('never built', 'first')
  const model = parse(first)
  expect(isTaughtBy(model, some)).toBe(true)
  expect(isTaughtBy(model, others)).toBe(false)
  expect(model.own).toBeUndefined()

  // as an earlier build left it, whatever would be learnt today
  const marked = serialise({ ...model, pressing: { marked: 1 } })
  writeFileSync(inFolder('first/prepared.model'), marked)
  writeFileSync(inFolder('first/replies.model'), 'as they were')
  expect(from('first', 'taken over').equals(marked)).toBe(true)
  expect(readFileSync(inFolder('taken over/replies.model'), 'utf8')).toBe('as they were')
  expect(from('first', 'other lessons', others).equals(marked)).toBe(false)
  writeFileSync(join(sources, 'train.test.ts'), 'teaches nothing')
  expect(from('first', 'another test').equals(marked)).toBe(true)
  code('as it is')
  expect(from('first', 'other code').equals(first)).toBe(true)
  expect(readFileSync(inFolder('other code/replies.model')).length).toBeGreaterThan(10_000)

  writeFileSync(inFolder('other code/prepared.model'), 'not a model')
  expect(from('other code', 'again').equals(first)).toBe(true)
})
