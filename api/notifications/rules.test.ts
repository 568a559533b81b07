import { expect, test } from 'vitest'
import { namedChats, type Rule, ruling } from './rules.ts'

const rule = (it: Partial<Rule>): Rule => ({
  event: null,
  audience: null,
  channelId: null,
  caseTypeId: null,
  conversationId: null,
  enabled: false,
  ...it,
})
const told = {
  event: 'case.claimed',
  audience: 'staff',
  channelId: 'line',
  caseTypeId: 'topup',
  conversationId: 'group',
} as const

test.each<[string, Partial<Rule>[], boolean | undefined]>([
  ['nobody has said anything', [], undefined],
  ['another event', [{ event: 'case.moved' }], undefined],
  ['another audience', [{ audience: 'customer' }], undefined],
  ['off for the event', [{ event: 'case.claimed' }], false],
  ['off for everything, on for the event', [{}, { event: 'case.claimed', enabled: true }], true],
  [
    'off for the event, on for this group',
    [{ event: 'case.claimed' }, { conversationId: 'group', enabled: true }],
    true,
  ],
  [
    'on for the group, off for the event there',
    [
      { conversationId: 'group', enabled: true },
      { conversationId: 'group', event: 'case.claimed' },
    ],
    false,
  ],
  [
    'on for the type of case, off for the channel',
    [{ caseTypeId: 'topup', enabled: true }, { channelId: 'line' }],
    true,
  ],
  ['off for the type of case of another', [{ caseTypeId: 'refund' }], undefined],
])('%s', (_, rules, answer) => {
  expect(ruling(rules.map(rule), told)).toBe(answer)
  expect(ruling(rules.map(rule).reverse(), told)).toBe(answer)
})

test('news of no case is not judged by a rule about a type of case', () => {
  expect(ruling([rule({ caseTypeId: 'topup' })], { ...told, caseTypeId: undefined })).toBeUndefined()
})

test('only what is switched on names a chat', () => {
  const rules = [
    { conversationId: 'a', enabled: true },
    { conversationId: 'b' },
    { enabled: true },
    { conversationId: 'a', event: 'digest', enabled: true },
  ]
  expect(namedChats(rules.map(rule))).toEqual(['a'])
})
