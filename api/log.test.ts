import { expect, test } from 'vitest'
import { aboutTrouble, createLog } from './log.ts'

test('the log knows the kind and place of a trouble, not what was said', () => {
  const parse = (() => {
    try {
      return JSON.parse('เติมเงินไม่เข้า')
    } catch (trouble) {
      return trouble
    }
  })()
  const refused = Object.assign(new Error('invalid input syntax for type uuid: "เติมเงินไม่เข้า"'), {
    code: '22P02',
    table: 'cases',
  })
  for (const trouble of [parse, refused]) expect(JSON.stringify(aboutTrouble(trouble))).not.toContain('เติมเงิน')
  const lines = Object.assign(new Error('invalid input syntax for type uuid: "x\n    at home, 7 Sukhumvit"'), {
    code: '22P02',
  })
  const { at } = aboutTrouble(lines) as { at: string[] }
  expect(at[0]).toContain('log.test.ts')
  expect(JSON.stringify(at)).not.toContain('Sukhumvit')
  expect(aboutTrouble(refused)).toMatchObject({ kind: 'Error', code: '22P02', table: 'cases' })
  expect(aboutTrouble(new Error('The database is not connected yet'))).toMatchObject({
    why: 'The database is not connected yet',
  })
  expect(aboutTrouble('thrown text')).toEqual({ kind: 'string' })
})

test('secrets that reach it by mistake are hidden', () => {
  const lines: string[] = []
  createLog('info', { write: (line) => void lines.push(line) }).info(
    { headers: { authorization: 'Bearer x1', cookie: 'y2' }, channel: { token: 'z3' } },
    'hello',
  )
  expect(lines.join('')).toContain('hello')
  expect(lines.join('')).not.toMatch(/x1|y2|z3/)
})
