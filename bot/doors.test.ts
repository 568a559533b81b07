import { expect, test } from 'vitest'
import { capabilities } from '../api/channels/capabilities.ts'
import { doorsOf } from './desk.ts'

const doors = doorsOf({
  lineApiBaseUrl: 'http://line.test',
  lineDataApiBaseUrl: 'http://line.test',
  twilioApiBaseUrl: undefined,
  publicUrl: 'http://desk.test',
})

test.each(['line', 'whatsapp'] as const)('what %s is said to be able to do is what its door does', (kind) => {
  expect(Boolean(doors[kind]?.groups)).toBe(capabilities[kind].groups)
  expect(Boolean(doors[kind]?.putMenus)).toBe(capabilities[kind].menu)
})
