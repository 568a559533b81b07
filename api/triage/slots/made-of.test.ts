import { expect, test } from 'vitest'
import { isFragment } from '../local/fragments.ts'
import { madeOf } from './made-of.ts'
import { readSkip, readYesNo } from './yes-no.ts'

const isRun = (source: string, text: string) => madeOf(source).reach(text, [0]).has(text.length)

test.each([
  ['a|ab|bc', 'abc', true],
  ['a|ab|bc', 'abbc', true],
  ['a|ab|bc', 'abcc', false],
  ['(?:a|b)c|[|)]', 'ac|bc)', true],
  ['\\||\\(', '(|', true],
  ['a?', '', true],
  ['a?', 'b', false],
  ['คน|คนขับ', 'คนขับคน', true],
])('of %s, %s is made: %s', (source, text, is) => expect(isRun(source, text)).toBe(is))

// each of these stood still for everybody, for longer than anybody waits
test.each(['ok ', 'correct', 'โอเค', '好吧', 'kk', 'yes ', 'ค่า', 'ค่ะ ', 'great ', 'จัดไป', 'あ', '、', '5'])(
  'a message full of %s with something else behind it is read at once',
  (word) => {
    const long = `${word.repeat(Math.floor(4_900 / word.length))} but on Monday §`
    expect(readYesNo(long)).toBeUndefined()
    expect(readSkip(long)).toBe(false)
  },
)

test.each(['5', '一', '人', 'my ', '1 ', 'คน', '大人'])('half a sentence of %s is looked through once', (word) =>
  expect(isFragment(`${word.repeat(Math.floor(39 / word.length))}§`)).toBe(false),
)
