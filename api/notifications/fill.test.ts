import { expect, test } from 'vitest'
import { fill, variablesIn } from './fill.ts'

test.each([
  ['no variable', 'สวัสดีค่ะ', []],
  ['one, twice', '{{case_id}} … {{case_id}}', ['case_id']],
  ['with room around it', '{{ case_id }}', ['case_id']],
  ['single braces are words', '{case_id} {', []],
  ['nothing inside', '{{}}', ['']],
  ['torn open', 'เคส {{case_id', ['{{case_id']],
  ['torn shut', 'case_id}} เคส', ['case_id}}']],
  ['nested', '{{a{{b}}}}', ['b', '{{a}}']],
])('%s', (_, text, names) => {
  expect(variablesIn(text)).toEqual(names)
})

test('values take the place of names, once: what they contain is not read again', () => {
  expect(fill('{{customer}}: {{case_id}}', { customer: '{{case_id}} $& $1', case_id: 'ML-C-1' })).toBe(
    '{{case_id}} $& $1: ML-C-1',
  )
})

test('a line of unknown values only is left out, one that says more has a dash', () => {
  expect(fill('{{case_id}}\nOrder: {{order_id}}\n{{status}} until {{eta}}', { case_id: 'C-1', status: 'New' })).toBe(
    'C-1\nNew until –',
  )
  expect(fill('{{order_id}}', {})).toBe('')
  expect(fill('{{constructor}}', {})).toBe('')
})
