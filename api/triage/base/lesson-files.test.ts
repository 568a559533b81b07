import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { HELD_BACK, LABELLED, lessonFiles, linesOf } from './lesson-files.ts'
import { sharedLessons } from './shared-lessons.ts'

it('teaches none of the files that are for judging only', () => {
  const held = readdirSync(LABELLED).filter((name) => name.startsWith('held'))
  expect([...HELD_BACK].sort()).toEqual(held.sort())
  expect(lessonFiles().filter(({ name }) => held.includes(name))).toEqual([])
})

// 'hi' or a sticker everybody sends
it('teaches no sentence word for word that it is judged by', () => {
  const taught = new Set(sharedLessons().map((it) => it.text))
  const known = HELD_BACK.flatMap((name) => linesOf(name, () => true).split('\n'))
    .map((line) => (JSON.parse(line) as { text: string }).text)
    .filter((text) => text.length > 12 && taught.has(text))
  expect(known).toEqual([])
})
