import { expect, test } from 'vitest'
import type { ConversationState, Draft } from '../schema.ts'
import { stateWithout } from './forget-words.ts'

const draft = (answers: Draft['answers']): Draft => ({
  id: 'd1',
  dialogue: 'report',
  kind: 'topup',
  answers,
  startedAt: '2026-11-22T00:00:00Z',
})
const taken = { words: 'order axolotl_7 please', stillSaid: 'amount 500' }

test('what was read from taken-back words leaves every half-told matter, in a chat and for each person of a group', () => {
  const half: ConversationState = { draft: draft({ order_id: 'axolotl_7', amount: 500 }) }
  const left = { draft: draft({ amount: 500 }) }
  expect(stateWithout(half, taken)).toEqual(left)
  const group: ConversationState = { people: { U1: { state: half, language: 'th', at: '2026-11-22T00:00:00Z' } } }
  expect(stateWithout(group, taken).people?.['U1']?.state).toEqual(left)
})

test('a group without people stays one', () => {
  expect(stateWithout({ greetedAt: '2026-11-22T00:00:00Z' }, taken)).toEqual({ greetedAt: '2026-11-22T00:00:00Z' })
})
