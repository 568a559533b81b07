import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { sharedLessons } from '../base/shared-lessons.ts'
import { parse } from '../local/model.ts'
import { isTaughtBy } from '../local/train.ts'
import { prepare } from './prepared.ts'

const folder = mkdtempSync(join(tmpdir(), 'bellhop-prepared-'))
afterAll(() => rmSync(folder, { recursive: true }))
const inFolder = (name: string) => join(folder, name)

it('what all share is learnt once for the same lessons, and by nothing that an earlier build left in pieces', () => {
  prepare(inFolder('never-built'), inFolder('first'))
  const first = readFileSync(inFolder('first'))
  const model = parse(first)
  expect(isTaughtBy(model, sharedLessons())).toBe(true)
  expect(isTaughtBy(model, sharedLessons().slice(1))).toBe(false)
  expect(model.own).toBeUndefined()

  prepare(inFolder('first'), inFolder('second'))
  expect(readFileSync(inFolder('second')).equals(first)).toBe(true)

  writeFileSync(inFolder('in-pieces'), 'not a model')
  prepare(inFolder('in-pieces'), inFolder('third'))
  expect(readFileSync(inFolder('third')).equals(first)).toBe(true)
}, 120_000)
