import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bornAt, isAlive, takeLock, thisProcess } from './lock-file.mjs'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bellhop-lock-'))
  path = join(folder, 'lock')
})

afterEach(() => rmSync(folder, { recursive: true }))

test('the second is told who holds the lock and what they left to say', () => {
  expect(takeLock(path, 'http://localhost:3000').taken).toBe(true)
  expect(takeLock(path)).toEqual({ taken: false, holder: { ...thisProcess(), note: 'http://localhost:3000' } })
})

test('a released lock can be taken again, and nothing else is left in the folder', () => {
  const first = takeLock(path)
  if (first.taken) first.release()
  expect(readdirSync(folder)).toEqual([])
  expect(takeLock(path).taken).toBe(true)
  expect(readdirSync(folder)).toEqual(['lock'])
})

test.each([
  ['a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, born: 'once' })],
  ['another process under the same number', JSON.stringify({ ...thisProcess(), born: 'once' })],
  ['nobody, half written', '{"pid": 1'],
])('a lock held by %s is taken over', (_, content) => {
  writeFileSync(path, content)
  expect(takeLock(path).taken).toBe(true)
  expect(readdirSync(folder)).toEqual(['lock'])
})

test('a release does not take away the lock of the next one', () => {
  const first = takeLock(path)
  const next = JSON.stringify({ pid: process.pid, born: bornAt(process.pid), note: 'the next' })
  writeFileSync(path, next)
  if (first.taken) first.release()
  expect(takeLock(path)).toMatchObject({ taken: false, holder: { note: 'the next' } })
})

test('this process lives', () => {
  expect(isAlive(thisProcess())).toBe(true)
})
