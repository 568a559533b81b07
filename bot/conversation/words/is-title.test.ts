import { expect, test } from 'vitest'
import { isTitle } from './is-title.ts'

test.each(['Lam Luk Ka', 'Chiang Mai, Pai', "O'Neill", 'AbCd', 'X '])('%s is one', (said) =>
  expect(isTitle(said)).toBe(true),
)

test.each(['lam luk ka', 'Chiang mai', '5 Star', '', 'เชียงใหม่'])('%s is none', (said) =>
  expect(isTitle(said)).toBe(false),
)

// it stood still for everybody
test('a cry in capitals is read at once', () => expect(isTitle(`HEL${'P'.repeat(50)} 1`)).toBe(false))
